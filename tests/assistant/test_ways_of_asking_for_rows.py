"""However the rows of a unit or of a time are asked for, they are the same rows: all of them, and their number."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from assistant import Assistant
from tests.assistant.ledger_rows import Row, rows
from tests.assistant.test_ledger_answers import same_rows, tasks_of

ROWS = rows()
LEADS: tuple[str, ...] = (
    "由{}挂帅的工作列一下",
    "{}当牵头单位的事项",
    "哪些事是{}抓总的",
    "请列出市{}牵头事项清单",
    "{}作为第一责任单位的任务有哪些",
    "我要一份{}牵头任务的完整清单",
    "{}主抓哪些工作",
    "{}打头的任务",
    "以{}为牵头单位的任务有哪些",
    "牵头：{} 的任务",
    "哪些task由{}牵头？",
    "tasks led by {}",
    "tasks where {} is lead agency",
    "For which tasks is {} the lead?",
)
HELPS: tuple[str, ...] = (
    "哪些任务里{}是参与单位",
    "{}打配合的有几件任务",
    "{}作为配合单位的任务",
    "{}是协办单位的有哪些",
    "{}配合别人干什么",
    "别人牵头、{}配合的任务",
    "tasks {} takes part in",
    "In which tasks is {} a participant?",
)
NAMES: tuple[str, ...] = (
    "{}都摊上了哪些事",
    "{}要完成哪些任务",
    "任务里头，{}参加或者牵头的都算上，有多少",
    "What has {} been assigned?",
    "哪些任务归{}",
    "哪些任务要{}出面",
    "{}有份的任务",
    "{}的督办事项有哪些",
    "What is {} responsible for or involved in?",
)


@pytest.mark.parametrize("way", LEADS)
def test_every_way_of_asking_what_a_unit_leads_finds_every_row(way: str, bundled: Assistant) -> None:
    """A word of office talk for leading is no topic that rows must speak of."""
    held = [row for row in ROWS if "税务局" in row.leads]
    answer = bundled.answer(way.format("税务局"))
    assert answer.total == len(held)
    assert tasks_of(answer) == {row.task for row in held}


@pytest.mark.parametrize("way", HELPS)
def test_every_way_of_asking_what_a_unit_takes_part_in_finds_every_row(way: str, bundled: Assistant) -> None:
    """ "As a supporting unit" says which part the unit has, and asks for no other unit."""
    held = [row for row in ROWS if "税务局" in row.participants]
    answer = bundled.answer(way.format("税务局"))
    assert answer.total == len(held)
    assert tasks_of(answer) == {row.task for row in held}


@pytest.mark.parametrize("way", NAMES)
@pytest.mark.parametrize("name", ["税务局", "税务部门"])
def test_every_way_of_asking_for_a_units_rows_finds_every_row(way: str, name: str, bundled: Assistant) -> None:
    """Whatever its part is, and also when it is called by its field."""
    held = [row for row in ROWS if "税务局" in row.units]
    answer = bundled.answer(way.format(name))
    assert answer.total == len(held)


def by(day: date) -> Callable[[Row], bool]:
    return lambda row: row.due is not None and row.due <= day


def within(first: date, last: date) -> Callable[[Row], bool]:
    return lambda row: row.due is not None and first <= row.due <= last


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("附件2中三季度结束前要完成的任务", by(date(2021, 9, 30))),
        ("附件2中2021年前三季度要完成哪些任务", within(date(2021, 1, 1), date(2021, 9, 30))),
        ("附件2中2021年最后一个季度到期的有哪些", within(date(2021, 10, 1), date(2021, 12, 31))),
        ("附件1中2022年及以后到期的任务", within(date(2022, 1, 1), date(2099, 1, 1))),
        ("附件1中完成时限晚于2021年的任务", within(date(2022, 1, 1), date(2099, 1, 1))),
        ("annex 1 tasks due in 2022 or later", within(date(2022, 1, 1), date(2099, 1, 1))),
        ("annex 2 tasks with a December 2021 deadline", within(date(2021, 12, 1), date(2021, 12, 31))),
        ("附件2里11月要完成的", within(date(2021, 11, 1), date(2021, 11, 30))),
        ("附件2中deadline不晚于2021年6月的任务", by(date(2021, 6, 30))),
        ("到2021年6月底附件2要搞定的事", by(date(2021, 6, 30))),
        ("附件2哪些任务最急", by(date(2021, 3, 31))),
    ],
)
def test_a_time_bounds_the_rows_however_it_is_said(
    question: str, meant: Callable[[Row], bool], bundled: Assistant
) -> None:
    """Also where the word "deadline" stands beside it: nobody asks for what he names."""
    annex = 1 if "附件1" in question or "annex 1" in question else 2
    held = [row for row in ROWS if row.annex == annex and meant(row)]
    answer = bundled.answer(question)
    assert answer.total == len(held)
    assert tasks_of(answer) == {row.task for row in held}


@pytest.mark.parametrize("question", ["任务总数是多少", "how many tasks are there altogether", "全部任务一共几项"])
def test_the_number_of_all_rows(question: str, bundled: Assistant) -> None:
    """多少 said of tasks counts them, and is no measure that a sentence would have to state."""
    assert bundled.answer(question).total == bundled.answer("一共有多少项任务？").total


@pytest.mark.parametrize(
    "question", ["税务局和谁配合做综合保税区税收政策？", "综合保税区税收政策由谁牵头，税务局是牵头还是配合？"]
)
def test_a_question_for_a_unit_is_not_one_for_rows(question: str, bundled: Assistant) -> None:
    """Where a word asks for a unit, the part of the unit that is named is not a bound."""
    assert bundled.understand(question).asks != frozenset({"list"})


def test_a_list_asked_for_is_not_the_list_of_that_name(bundled: Assistant) -> None:
    """牵头任务清单 asks for rows wherever they stand; 附件1的清单 names one table."""
    same_rows(bundled.answer("人民银行牵头任务清单"), [row for row in ROWS if "人民银行" in row.leads])


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("附件2里不由商务局牵头的任务有几项", lambda row: "商务局" not in row.leads),
        ("附件2的任务中哪些不是商务局牵头的", lambda row: "商务局" not in row.leads),
        ("which annex 2 tasks are not led by the Commerce Bureau?", lambda row: "商务局" not in row.leads),
        ("附件2除商务局以外的任务有哪些", lambda row: "商务局" not in row.units),
        ("附件2里不涉及商务局的任务", lambda row: "商务局" not in row.units),
        ("annex 2 tasks without the Commerce Bureau", lambda row: "商务局" not in row.units),
        (
            "附件2里商城集团牵头但没有商务局参与的任务有几项",
            lambda row: "商城集团" in row.leads and "商务局" not in row.participants,
        ),
    ],
)
def test_a_unit_that_is_ruled_out_is_out(question: str, meant: Callable[[Row], bool], bundled: Assistant) -> None:
    """Nobody who asks for what a unit does not lead gets what it leads; the heading says what was left out."""
    held = [row for row in ROWS if row.annex == 2 and meant(row)]
    answer = bundled.answer(question)
    assert tasks_of(answer) == {row.task for row in held}
    assert answer.total == len(held)


def test_whether_there_are_any_rules_nobody_out(bundled: Assistant) -> None:
    """有没有 asks, and denies nothing."""
    assert bundled.answer("有没有商务局牵头的任务").total == bundled.answer("商务局牵头的任务有哪些").total


def test_each_of_several_annexes_is_counted(bundled: Assistant) -> None:
    """The total of two annexes tells nobody how many each of them has."""
    counts = {annex: sum(row.annex == annex and "义乌海关" in row.units for row in ROWS) for annex in (1, 2)}
    answer = bundled.answer("附件1和附件2里都有义乌海关的任务吗，各几项")
    assert answer.answer.startswith(f"共{sum(counts.values())}项")
    assert f"附件1有{counts[1]}项、附件2有{counts[2]}项" in answer.answer.splitlines()[0]
