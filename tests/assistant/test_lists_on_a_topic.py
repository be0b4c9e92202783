"""A list of the tasks on a topic holds every task that names the topic, and is not everything that a place has."""

from __future__ import annotations

import re

import pytest

from assistant import Assistant
from index.library import Library
from tests.assistant.ledger_rows import rows
from tests.assistant.test_ledger_answers import tasks_of

ROWS = rows()
WAYS = ("与{}有关的任务有哪些？", "{}方面的任务有几项", "涉及{}的任务列一下")


def naming(words: str) -> set[str]:
    """The rows of the bundled plan that hold these words, read by a parser of its own."""
    return {row.task for row in ROWS if words in row.task}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "topic", ["RCEP", "平台", "税收", "保税区", "小商品", "跨境", "指定口岸", "服务", "葡语系", "药品", "免税"]
)
def test_every_row_that_names_the_topic_is_listed(topic: str, way: str, bundled: Assistant) -> None:
    """Also where a heading names it, in this paper or another one, and where the word has the shape of a unit."""
    answer = bundled.answer(way.format(topic))
    assert answer.status == "answered"
    assert naming(topic) <= tasks_of(answer)
    assert answer.total == len(answer.tasks)


def test_a_heading_that_names_the_topic_adds_its_rows(bundled: Assistant) -> None:
    """Under 实施RCEP合作和港澳联动行动 stand rows that do not repeat the word."""
    answer = bundled.answer("与RCEP有关的任务有哪些？")
    under = {re.sub(r"\s", "", task.task) for task in answer.tasks if "RCEP" in "".join(task.section)}
    assert under - naming("RCEP")


@pytest.mark.parametrize(("topic", "held"), [("鲜花", "鲜花"), ("航材维修", "航材维修"), ("快件", "快件")])
def test_the_name_of_a_place_is_no_topic(topic: str, held: str, written: Assistant, written_library: Library) -> None:
    """All tasks of a city's papers are the city's; those on a topic are fewer."""
    answer = written.answer(f"临溪市{topic}方面的任务有哪些？")
    every = [record.task for record in written_library.records()]
    assert {task for task in every if held in task} <= {task.task for task in answer.tasks}
    assert len(answer.tasks) < len(every) / 2


def test_a_unit_that_nobody_knows_is_still_told(bundled: Assistant) -> None:
    """A word of a unit's shape that no task speaks of is a unit, of which nothing is stated."""
    assert bundled.answer("审计局牵头的任务有哪些？").status == "not_found"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("义乌海关牵头的冷链任务有哪些", "义乌海关牵头"),
        ("税务局2021年底前要完成的跨境电商任务有哪些", "涉及税务局"),
        ("附件2中2021年9月前到期的药品任务有几项", "不晚于2021-08-31"),
        ("which aviation tasks does the Commerce Bureau lead?", "led by Commerce Bureau"),
    ],
)
def test_a_topic_that_no_row_of_the_unit_has_is_not_dropped(question: str, said: str, bundled: Assistant) -> None:
    """Neither all rows of the unit are given for it, nor the nearest sentence of another unit; what was looked for is
    said."""
    answer = bundled.answer(question)
    assert answer.status == "not_found"
    assert said in answer.answer
    assert not answer.tasks


def test_the_heading_says_on_which_topic_a_list_is(bundled: Assistant) -> None:
    """A total of some rows tells of which."""
    assert "关于RCEP" in bundled.answer("与RCEP有关的任务有哪些？").answer.splitlines()[0]
    assert "关于" not in bundled.answer("商务局牵头的任务有哪些？").answer.splitlines()[0]
