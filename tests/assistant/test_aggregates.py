"""Earliest and latest, and the units with their numbers of tasks, checked against rows that another parser reads."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.types import Answer
from index.build import ingest
from index.library import Library
from tests.assistant.ledger_rows import rows

ANNEX_1 = [row for row in rows() if row.annex == 1]


def counts_of(answer: Answer) -> dict[str, int]:
    """The units of the answer's lines with the sum of the numbers behind them."""
    found = {}
    for line in answer.answer.splitlines()[1:]:
        name, said = re.sub(r"\[\d+\]", "", line.split(". ", 1)[1]).split("：")
        found[name] = sum(map(int, re.findall(r"(\d+)项", said)))
    return found


def test_the_units_of_an_annex_are_all_given_with_their_number_of_tasks(bundled: Assistant) -> None:
    """Every unit once, whatever it is called in a row; the tasks rest in the answer."""
    answer = bundled.answer("附件1涉及哪些单位？")
    expected = Counter(unit for row in ANNEX_1 for unit in row.units)
    expected["集聚区管委会"] = expected.pop("集聚区管委会", 0) + expected.pop("集聚区", 0)
    said = counts_of(answer)
    said["集聚区管委会"] = said.pop("集聚区管委会", 0) + said.pop("集聚区", 0)
    assert said == dict(expected)
    assert answer.total == len(answer.tasks) == len(ANNEX_1)


def test_the_unit_that_leads_most_is_counted(bundled: Assistant) -> None:
    """Marked or alone; a tie would be named in full."""
    answer = bundled.answer("附件1里谁牵头的任务最多？")
    leads = Counter(unit for row in ANNEX_1 for unit in row.leads)
    name, most = leads.most_common(1)[0]
    assert f"任务最多的是{name}，{most}项" in answer.answer


def test_what_is_due_first_is_every_row_of_that_month(bundled: Assistant) -> None:
    """And what is due last likewise; rows without a date are neither."""
    due = {row.task: row.due for row in ANNEX_1 if row.due}
    for words, day in (("最早", min(due.values())), ("最晚", max(due.values()))):
        answer = bundled.answer(f"附件1里{words}完成的是哪几项？")
        assert {re.sub(r"\s", "", task.task) for task in answer.tasks} == {task for task in due if due[task] == day}


def test_what_falls_due_only_then_is_due_in_that_month(bundled: Assistant) -> None:
    """才 leaves out what is due before; 年底 is the year's last month."""
    answer = bundled.answer("附件1里哪些事项2021年底才到期？")
    due = [row.task for row in ANNEX_1 if row.due == date(2021, 12, 31)]
    assert sorted(re.sub(r"\s", "", task.task) for task in answer.tasks) == sorted(due)


def test_that_nothing_meets_the_conditions_is_said_with_what_was_checked(bundled: Assistant) -> None:
    """The customs lead tasks, and none of them lacks a date in the annexes: the answer must not deny that it leads."""
    answer = bundled.answer("附件1里义乌海关牵头的任务哪几项没有时间要求？")
    assert answer.status == "not_found"
    assert "义乌海关牵头" in answer.answer
    assert "未写完成时间" in answer.answer
    assert f"全部{len(ANNEX_1)}条" in answer.answer
    assert not answer.citations


def test_a_remark_in_brackets_counts_a_part_in_or_leaves_it_out(bundled: Assistant) -> None:
    """商务局 has duties in 保障措施 besides its tasks; the remark is no topic that the rows must speak of."""
    within = bundled.answer("商务局牵头的任务有哪些（含保障措施）？")
    without = bundled.answer("商务局牵头的任务有哪些（不含保障措施）？")
    left = {task.id for task in within.tasks} - {task.id for task in without.tasks}
    assert left
    assert {task.id for task in without.tasks} < {task.id for task in within.tasks}
    assert all(any("保障" in heading for heading in task.section) for task in within.tasks if task.id in left)
    assert "不计保障措施" in without.answer


def test_what_is_left_out_is_left_out_of_a_list_without_further_bounds_too(bundled: Assistant) -> None:
    """Nothing else narrows the list: the heading's 不计保障措施 must be true of its rows all the same."""
    without = bundled.answer("所有任务有哪些（不含保障措施）？")
    assert without.tasks
    assert "不计保障措施" in without.answer
    assert not [task.task for task in without.tasks if any("保障措施" in heading for heading in task.section)]


def test_two_units_are_compared_with_each_other_only(bundled: Assistant) -> None:
    """No row needs to name both, and no third unit is given."""
    answer = bundled.answer("附件1里商务局和商城集团哪个牵头的任务多？")
    leads = Counter(unit for row in ANNEX_1 for unit in row.leads if unit in ("商务局", "商城集团"))
    assert counts_of(answer) == dict(leads)
    name, most = leads.most_common(1)[0]
    assert f"任务最多的是{name}，{most}项" in answer.answer


def test_what_is_aimed_at_answers_no_question_about_last_year(bundled: Assistant) -> None:
    """进口额超1000亿元 is what 2025 is to bring."""
    assert "1000" not in bundled.answer("去年义乌进口额多少？").answer


def test_a_row_that_says_ditto_is_quoted_with_the_row_above(tmp_path: Path) -> None:
    """同上 stands for a date of another row; an answer with that date quotes both."""
    plan = tmp_path / "plan.txt"
    plan.write_text(
        "青川市2023年重点任务清单\n\n序号\t重点任务\t牵头单位\t配合单位\t完成时限\n"
        "1\t公布收费目录\t市发展改革委\t市财政局\t2023年8月底前\n2\t组建律师服务团\t市司法局\t市工商联\t同上\n",
        encoding="utf-8",
    )
    ingest([plan], tmp_path / "data")
    answer = Assistant(Library.open(tmp_path / "data")).answer("2023年清单上市司法局牵头的有哪些事？")
    assert answer.total == 1
    assert "2023年8月底前" in answer.answer
    assert any("同上" in citation.quote for citation in answer.citations)
    assert any("2023年8月底前" in citation.quote for citation in answer.citations)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("税务局一共参与多少件事，哪件最急？", "完成时间最早的是第"),
        ("商城集团牵头几件事？其中最晚到期的是哪几项？", "完成时间最晚的是第"),
        ("How many tasks does Mall Group lead, and which of them is due first?", "Due first: no."),
    ],
)
def test_who_counts_first_and_then_asks_for_the_first_is_told_both(
    question: str, told: str, bundled: Assistant
) -> None:
    """The number is that of all rows, not of those that are due first; these are named by their numbers in the list."""
    answer = bundled.answer(question)
    rows = answer.answer.split("\n")
    assert answer.total == len(answer.tasks) > 2
    assert told in rows[-1]
    numbers = [int(number) - 1 for number in re.findall(r"\d+", rows[-1].split("（")[0].split("(")[0])]
    ends = [task.deadline.end for task in answer.tasks if task.deadline and task.deadline.end]
    bound = max(ends) if "最晚" in question else min(ends)
    assert [at for at, task in enumerate(answer.tasks) if task.deadline and task.deadline.end == bound] == numbers


def test_by_which_month_at_the_latest_is_no_demand_on_rows(bundled: Assistant) -> None:
    """最晚哪个月底 asks for a day, 最晚的是哪项 for a row."""
    assert not bundled.understand("药品跨境电商试点最晚哪个月底完成？").demands
    assert bundled.understand("商务局牵头的任务最晚的是哪项？").demands.latest


@pytest.mark.parametrize(
    ("question", "total"),
    [
        ("附件1一共几项，谁牵头的最多？", "共14项。"),
        ("How many tasks are in annex 1 and who leads the most?", "14 tasks in total."),
    ],
)
def test_the_number_of_all_is_told_beside_who_has_most(question: str, total: str, bundled: Assistant) -> None:
    """Both were asked for."""
    assert bundled.answer(question).answer.startswith(total)


@pytest.mark.parametrize(
    ("question", "bounds"),
    [
        ("2021年6月到期的有几项？其中商城集团牵头的呢", "商城集团牵头"),
        ("附件1共有多少项？其中海关参与的有几项？", "海关参与"),
        ("How many tasks are in annex 1? How many of them does Mall Group lead?", "led by Mall Group"),
    ],
)
def test_rows_and_some_of_them_are_both_told(question: str, bounds: str, bundled: Assistant) -> None:
    """All rows with their number, and which of them meet what is said of 其中."""
    answer = bundled.answer(question)
    last = answer.answer.split("\n")[-1]
    assert answer.total == len(answer.tasks)
    assert bounds in last
    numbers = re.findall(
        r"(?<=[第、 ])\d+(?=[、项,.])", re.sub(r"\[\d+\]", "", last.split("）：")[-1].split("): ")[-1])
    )
    assert numbers
    assert len(numbers) < len(answer.tasks)
    unit = {"商城集团牵头": "商城集团", "海关参与": "义乌海关", "led by Mall Group": "商城集团"}[bounds]
    assert all(unit in answer.tasks[int(number) - 1].units for number in numbers)
