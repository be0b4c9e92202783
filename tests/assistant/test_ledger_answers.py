"""Who, when, which and how many: complete, from one row, checked against rows that another parser reads."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from assistant import Assistant
from assistant.types import Answer
from index.library import Library
from tests.assistant.ledger_rows import Row, rows

ROWS = rows()
ANNEXES = [row for row in ROWS if row.annex]
UNITS = sorted(frozenset[str]().union(*(row.units for row in ANNEXES)))
# 保障措施 gives 商务局 two more duties outside the numbered tasks; 集聚区 has two names.
NUMBERED_ONLY = sorted(frozenset[str]().union(*(row.units for row in ROWS)) - {"商务局", "集聚区管委会"})


def plain(text: str) -> str:
    return re.sub(r"\s", "", text).strip("。")


def tasks_of(answer: Answer) -> set[str]:
    return {plain(task.task) for task in answer.tasks}


def same_rows(answer: Answer, expected: list[Row]) -> None:
    """The answer lists exactly these rows, counts them right and says the count; with none it says that."""
    if not expected:
        assert answer.status != "answered"
        assert "没有" in answer.answer
        return
    assert answer.status == "answered"
    assert tasks_of(answer) == {row.task for row in expected}
    assert answer.total == len(expected) == len(answer.tasks)
    assert str(len(expected)) in answer.answer.splitlines()[0]
    assert len(re.findall(r"^\d+\. .*\[\d+\]$", answer.answer, flags=re.MULTILINE)) == len(expected)
    assert [task.spans["statement"][0].start for task in answer.tasks] == sorted(
        task.spans["statement"][0].start for task in answer.tasks
    ), "in document order"


def test_the_plan_has_the_rows_that_the_other_parser_reads() -> None:
    """35 numbered tasks, 14 matters and 29 reforms."""
    assert [sum(row.annex == annex for row in ROWS) for annex in (0, 1, 2)] == [35, 14, 29]


@pytest.mark.parametrize("unit", UNITS)
def test_a_list_of_what_a_unit_leads_in_an_annex_is_complete(unit: str, bundled: Assistant) -> None:
    """Every row where it is marked or alone, no other, and the count."""
    for annex in (1, 2):
        answer = bundled.answer(f"附件{annex}中{unit}牵头的事项有哪些？")
        same_rows(answer, [row for row in ROWS if row.annex == annex and unit in row.leads])


@pytest.mark.parametrize("unit", UNITS)
def test_a_list_of_what_a_unit_takes_part_in_is_complete(unit: str, bundled: Assistant) -> None:
    """Every row where it is named and does not lead."""
    answer = bundled.answer(f"附件2里{unit}参与的有哪些事项？")
    same_rows(answer, [row for row in ROWS if row.annex == 2 and unit in row.participants])


@pytest.mark.parametrize("unit", NUMBERED_ONLY)
def test_a_list_over_the_whole_plan_is_complete(unit: str, bundled: Assistant) -> None:
    """Main text and annexes together; a list has no top-k."""
    same_rows(bundled.answer(f"{unit}牵头的任务有哪些？"), [row for row in ROWS if unit in row.leads])


@pytest.mark.parametrize(("year", "month"), sorted({(row.due.year, row.due.month) for row in ANNEXES if row.due}))
def test_a_list_by_deadline_is_complete(year: int, month: int, bundled: Assistant) -> None:
    """ "By the end of the month" includes the month; what is due in a month is what names that month."""
    for annex in (1, 2):
        by = [row for row in ROWS if row.annex == annex and row.due and (row.due.year, row.due.month) <= (year, month)]
        same_rows(bundled.answer(f"附件{annex}中{year}年{month}月底前完成的有几项？"), by)
        within = [row for row in by if row.due and (row.due.year, row.due.month) == (year, month)]
        same_rows(bundled.answer(f"附件{annex}中完成时间为{year}年{month}月的事项有哪些？"), within)


def test_a_count_says_what_was_counted_and_searched(bundled: Assistant) -> None:
    """The number, the bound as it was understood, and how many rows were looked at."""
    answer = bundled.answer("附件2中2021年9月底前完成的有几项？")
    assert "共11项" in answer.answer
    assert "2021-09-30" in answer.answer
    assert answer.coverage is not None
    assert "29" in answer.coverage


def test_lead_unit_period_and_annex_bound_one_list(bundled: Assistant) -> None:
    """ "商城集团牵头、2021年9月底前完成的争取事项": all bounds at once."""
    expected = [
        row for row in ROWS if row.annex == 1 and "商城集团" in row.leads and row.due and row.due <= date(2021, 9, 30)
    ]
    assert len(expected) == 3
    same_rows(bundled.answer("商城集团牵头、2021年9月底前完成的争取事项有哪些？"), expected)


def test_a_unit_that_is_alone_is_told_from_one_that_leads_others(bundled: Assistant) -> None:
    """ "Alone" means that the row names nobody else."""
    answer = bundled.answer("附件2中义乌海关单独负责的有哪些？")
    same_rows(answer, [row for row in ROWS if row.annex == 2 and row.units == {"义乌海关"}])


def test_rows_with_several_leads_are_told_from_the_others(bundled: Assistant) -> None:
    """ "两个以上牵头单位" is a bound on the row, not a topic."""
    answer = bundled.answer("附件2里哪些事项有两个以上牵头单位？")
    same_rows(answer, [row for row in ROWS if row.annex == 2 and len(row.leads) > 1])


def test_two_units_that_lead_together_are_both_asked_of_the_row(bundled: Assistant) -> None:
    """A and B: the rows that both lead; A or B: the rows that either leads."""
    both = bundled.answer("附件1中商务局和商城集团一起牵头的有哪些事项？")
    same_rows(both, [row for row in ROWS if row.annex == 1 and row.leads >= {"商务局", "商城集团"}])
    either = bundled.answer("附件1中商务局或者商城集团牵头的有哪些事项？")
    same_rows(either, [row for row in ROWS if row.annex == 1 and row.leads & {"商务局", "商城集团"}])


def test_a_quarter_is_a_period(bundled: Assistant) -> None:
    """第三季度 of the plan's year, its last day included."""
    answer = bundled.answer("附件2中2021年第三季度完成的事项有哪些？")
    same_rows(answer, [row for row in ROWS if row.annex == 2 and row.due and row.due.month in (7, 8, 9)])
    assert "2021-09-30" in answer.answer


def test_a_subsidy_that_is_the_topic_is_not_asked_for(written: Assistant) -> None:
    """ "补贴政策由谁牵头" asks who leads, not for an amount."""
    answer = written.answer("全货机航线补贴政策由谁牵头？")
    assert answer.status == "answered"
    assert "财政局" in answer.answer


def test_tasks_without_a_deadline_are_those_whose_row_has_none(written: Assistant, written_library: Library) -> None:
    """A negated field is a bound, not a topic."""
    answer = written.answer("哪些任务没有写明完成时间？")
    expected = {record.id for record in written_library.records() if record.deadline is None}
    assert {task.id for task in answer.tasks} == expected
    assert answer.total == len(expected)


@pytest.mark.parametrize(
    "row", [row for row in ANNEXES if row.number % 4 == 1], ids=lambda row: f"{row.annex}-{row.number}"
)
def test_who_and_when_come_from_the_same_row(row: Row, bundled: Assistant) -> None:
    """Asked for one row by its number, both fields are that row's and the row itself is quoted."""
    answer = bundled.answer(f"附件{row.annex}第{row.number}项由谁负责，什么时候完成？")
    assert answer.status == "answered"
    for unit in row.printed:
        assert unit.lstrip("▲") in answer.answer
    assert row.due is not None
    assert f"{row.due.year}年{row.due.month}月" in answer.answer
    (citation,) = answer.citations
    assert plain(citation.quote).startswith(plain(f"{row.number}{row.task}"))
    assert citation.cell is not None


def test_two_places_that_differ_are_both_shown_and_the_annex_first(bundled: Assistant) -> None:
    """The main text on 免税牌照 names no date and fewer units than the annex row, which answers both parts."""
    answer = bundled.answer("免税牌照由谁负责，什么时候完成？")
    annex, body = answer.tasks
    assert (annex.cell is not None, body.cell is not None) == (True, False)
    assert answer.citations[0].quote.startswith("4\t")
    assert "正文第3项" in answer.answer
    assert "附件1第4项" in answer.answer
    assert "商务局" in answer.answer[answer.answer.index("附件1第4项") :], "the unit that only the annex names"
    assert answer.answer.index("2021年6月") < answer.answer.index("正文第3项")


def test_places_that_differ_in_another_document_are_both_shown(written: Assistant) -> None:
    """The same promise for a plan that nobody tuned for."""
    answer = written.answer("鲜花进境指定监管场地由谁负责，什么时候完成？")
    assert [task.cell is not None for task in answer.tasks] == [True, False]
    assert "2024年9月" in answer.answer
    assert re.search("附件1第1项.*临溪海关", answer.answer)


@pytest.mark.parametrize(
    ("question", "lead", "missing"),
    [
        ("国际货站扩建由谁牵头，什么时候完成？", "机场集团", "deadline"),
        ("航材维修企业招引由谁牵头，什么时候完成？", "商务局", "deadline"),
        ("Who leads the expansion of the international cargo station, and by when?", "机场集团", "deadline"),
        ("国际邮件互换局由谁负责，哪些单位参与？", "邮政管理局", "participants"),
    ],
)
def test_partial_gives_what_is_stated_and_names_what_is_not(
    question: str, lead: str, missing: str, written: Assistant
) -> None:
    """Half an answer says which half is missing."""
    answer = written.answer(question)
    assert answer.status == "partial"
    assert answer.missing == (missing,)
    assert lead in answer.answer
    assert re.search("未写|未标明|未注明|not stated|not state", answer.answer)


@pytest.mark.parametrize(
    ("question", "units", "words"),
    [
        ("冬春蔬菜储备制度由谁牵头，谁配合，什么时候完成？", ("市商务局", "市财政局", "市供销社"), "2023年11月底前"),
        ("农贸市场改造由谁牵头，谁配合？", ("市市场监管局", "市住建局"), ""),
        ("应急投放网点由谁牵头，什么时候建成？", ("市商务局",), "年底前"),
        ("第五航权由谁牵头，哪些单位参与，何时完成？", ("口岸办", "机场集团"), "2024年12月"),
        ("国际邮件互换局归谁管，啥时候完成？", ("邮政管理局",), "2025年6月"),
    ],
)
def test_every_notation_of_responsibility_is_answered(
    question: str, units: tuple[str, ...], words: str, written: Assistant
) -> None:
    """▲, （A牵头，B、C配合）, a deadline inside the bracket, one unit alone, a table row."""
    answer = written.answer(question)
    assert answer.status == "answered"
    assert words in answer.answer
    for unit in units:
        assert unit in answer.answer


def test_the_end_of_the_year_is_that_of_the_document(written: Assistant) -> None:
    """ "年底前" in a notice of September 2023 is the end of 2023, whatever year it is now."""
    answer = written.answer("When are the emergency supply outlets (应急投放网点) due?")
    assert "2023" in answer.answer
    assert answer.tasks[0].deadline is not None
    assert answer.tasks[0].deadline.end == date(2023, 12, 31)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("鲜花进境指定监管场地和航材保税共享库哪个先完成？", "早于"),
    ],
)
def test_a_comparison_gives_both_sides_and_the_result(question: str, said: str, written: Assistant) -> None:
    """Both dates, both rows quoted, and which comes first."""
    answer = written.answer(question)
    assert answer.status == "answered"
    assert said in answer.answer
    assert {"2024年9月", "2024年12月"} <= set(re.findall(r"2024年\d+月", answer.answer))
    assert len(answer.citations) >= 2


@pytest.mark.parametrize(
    "form",
    [
        "{}牵头哪些任务？",
        "{}牵头的有几项？",
        "列出{}牵头的所有事项",
        "由{}牵头的事项有多少？",
        "Which tasks does {} lead?",
        "list all tasks led by {}",
    ],
)
def test_ways_of_asking_for_a_list_give_the_same_list(form: str, written: Assistant) -> None:
    """Which, how many, list, in both languages: one exact filter."""
    expected = {"扩建国际货站", "争取设立鲜花进境指定监管场地", "招引航材维修企业", "推行货站“一单到底”电子运单"}
    answer = written.answer(form.format("机场集团"))
    assert {re.split("[。，]", plain(task.task))[0] for task in answer.tasks} == expected
    assert answer.total == 5


def test_an_unknown_unit_leads_nothing(written: Assistant) -> None:
    """A unit that no document names gets no list of somebody else's tasks."""
    answer = written.answer("教育局牵头的任务有哪些？")
    assert answer.status == "not_found"
    assert "教育局" in answer.answer


def test_names_of_annexes_tell_two_tables_apart(written: Assistant) -> None:
    """附件1, 附件一, annex 1 and 争取事项 are one table, 改革事项 the other."""
    count: Callable[[str], int | None] = lambda question: written.answer(question).total  # noqa: E731
    assert [count(f"{name}有几项？") for name in ("附件1", "附件一", "争取事项", "附件１")] == [4] * 4
    asked = ("How many items are in annex 2?", "改革事项有几项？", "How many reform items are there in annex 2?")
    assert [count(question) for question in asked] == [3] * 3


def test_who_takes_part_is_said_once(bundled: Assistant) -> None:
    """Asked who is responsible and who helps, the participants come once; so does the lead, asked for in two words."""
    helped = bundled.answer("邮政公司牵头的活，配合的有谁").answer
    assert helped.count("参与单位为") == 1
    assert helped.count("牵头") == 1
