"""However a field of one task is asked for, the answer is what its record states, or that it states none."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.types import Answer
from tests.assistant.conftest import Over

PLAN = """关于印发《青岚市夜间经济提升行动方案》的通知
青岚市商务局
2024年3月5日

一、重点任务
1. 打造滨江夜市示范街区。新增夜间摊位260个，延长营业至凌晨1时。（牵头单位：市商务局；
配合单位：市城市管理局、市公安局；完成时限：2024年9月底前）
2. 开通夜间公交专线。串联三处夜市与地铁末班站，线路不少于4条。（牵头单位：市交通运输局；
配合单位：市公交集团；完成时限：2024年6月底前）
3. 编制夜游导览地图。收录景点和老字号，发放中英文版。（责任单位：市文化广电旅游局）
4. 规范夜间噪声投诉处置流程。建立联合巡查台账。（责任单位：市生态环境局、市城市管理局）
5. 加强夜间食品安全抽检。每月公布结果。（责任单位：市市场监管局；完成时限：长期坚持）
"""


@pytest.fixture(scope="module")
def plan(over: Over) -> Assistant:
    """A plan with a task of every kind: with and without a lead, a participant, a deadline."""
    return over({"night.txt": PLAN})


def _cites(answer: Answer, words: str) -> bool:
    return any(words in citation.quote for citation in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "滨江夜市示范街区是不是由市商务局牵头？",
        "滨江夜市示范街区是不是由市交通运输局牵头的？",
        "打造滨江夜市示范街区，市公安局是牵头还是配合？",
        "市公安局在滨江夜市示范街区里做什么？",
        "市公交集团参与滨江夜市示范街区吗？",
        "Is 市公安局 only taking part in 滨江夜市示范街区, or does it lead?",
    ],
)
def test_whether_a_unit_has_a_part_is_answered_by_who_has(question: str, plan: Assistant) -> None:
    """The units of the task are told with their parts, whether or not the one that is asked about is among them, and
    "is it X" never asks for the tasks that are not X's."""
    answer = plan.answer(question)
    assert answer.status == "answered"
    assert [task.lead_units for task in answer.tasks] == [("市商务局",)]
    assert all(unit in answer.answer for unit in ("市商务局", "市城市管理局", "市公安局"))
    assert _cites(answer, "滨江夜市")


def test_a_unit_that_the_task_does_not_name_is_said_not_to_be_named(plan: Assistant) -> None:
    """Who asks about a unit that has no part reads so, and who asks about one that has does not."""
    assert "没有写到市公交集团" in plan.answer("市公交集团参与滨江夜市示范街区吗？").answer
    assert "没有写到" not in plan.answer("市公安局参与滨江夜市示范街区吗？").answer


@pytest.mark.parametrize("day", ["2024年9月底前", "2027年底前"])
def test_whether_a_day_is_the_last_is_answered_by_the_deadline(day: str, plan: Assistant) -> None:
    """The deadline is told as it is written, whichever day the question names."""
    answer = plan.answer(f"滨江夜市示范街区是{day}完成吗？")
    assert answer.status == "answered"
    assert "完成时间为2024年9月底前" in answer.answer


@pytest.mark.parametrize("question", ["编制夜游导览地图什么时候要完成？", "By when must 夜游导览地图 be done?"])
def test_a_task_without_a_deadline_is_told_with_its_unit(question: str, plan: Assistant) -> None:
    """That no deadline is stated is said of the task that is meant, with whose it is: another task's day is none."""
    answer = plan.answer(question)
    assert (answer.status, answer.missing) == ("partial", ("deadline",))
    assert "市文化广电旅游局" in answer.answer
    assert "2024年" not in answer.answer
    assert _cites(answer, "夜游导览地图")


def test_a_task_without_participants_is_told_with_its_unit(plan: Assistant) -> None:
    """Nobody else's participants stand in for those that a task does not have."""
    answer = plan.answer("夜游导览地图的配合单位有哪些？")
    assert (answer.status, answer.missing) == ("partial", ("participants",))
    assert "市文化广电旅游局" in answer.answer
    assert "公交集团" not in answer.answer


@pytest.mark.parametrize("question", ["规范夜间噪声投诉处置流程谁抓总？", "Who leads 夜间噪声投诉处置流程?"])
def test_units_of_which_none_is_marked_are_told_as_such(question: str, plan: Assistant) -> None:
    """Of units that are responsible together none is said to lead, and all are named."""
    answer = plan.answer(question)
    assert (answer.status, answer.missing) == ("partial", ("lead",))
    assert "市生态环境局" in answer.answer
    assert "市城市管理局" in answer.answer


def test_who_supports_asks_for_the_participants(plan: Assistant) -> None:
    """In English, too, all three fields of one question are given."""
    answer = plan.answer("For 夜间公交专线, who leads, who supports and what is the deadline?")
    assert answer.status == "answered"
    assert all(words in answer.answer for words in ("市交通运输局", "市公交集团", "2024年6月底前"))


def test_a_task_that_no_record_speaks_of_stays_not_found(plan: Assistant) -> None:
    """That nothing is stated is said only of a task which the question names in full."""
    assert plan.answer("夜间经济贷款贴息什么时候完成？").status == "not_found"


def test_who_else_has_part_beside_the_known_unit(plan: Assistant) -> None:
    """The unit that is known is no part of the topic, and the others are told."""
    answer = plan.answer("除了市商务局，滨江夜市示范街区还有谁参与？")
    assert answer.status == "answered"
    assert "市城市管理局" in answer.answer
    assert "市公安局" in answer.answer


def test_fields_that_are_asked_for_each_are_fields_and_no_list(plan: Assistant) -> None:
    """责任单位和完成时限分别是什么 asks of one task; what it does not state is said."""
    answer = plan.answer("编制夜游导览地图的责任单位和完成时限分别是什么？")
    assert answer.status == "partial"
    assert [task.lead_units for task in answer.tasks] == [("市文化广电旅游局",)]
    assert "未写明完成时间" in answer.answer


@pytest.mark.parametrize("question", ["夜间食品安全抽检的完成时限是什么？", "夜间食品安全抽检有没有时间要求？"])
def test_a_deadline_without_an_end_is_told_as_it_is_printed(question: str, plan: Assistant) -> None:
    """长期坚持 is what the paper says of the time; it is no answer to how many days something takes."""
    answer = plan.answer(question)
    assert answer.status == "answered"
    assert "长期坚持" in answer.answer
    assert plan.answer("夜间食品安全抽检要几个工作日？").status == "not_found"
