"""What a question takes from the conversation before it, and what it does not."""

from __future__ import annotations

from datetime import date

import pytest

from assistant import Assistant
from assistant.types import Answer
from tests.assistant.conftest import Converse


def last(converse: Converse, assistant: Assistant, *questions: str) -> Answer:
    return converse(assistant, questions)[-1]


@pytest.mark.parametrize(
    "follow_up", ["那什么时候完成?", "什么时候完成？", "and by when?", "When is it due?", "它的完成时间呢？"]
)
def test_a_missing_topic_is_taken_from_the_turn_before(follow_up: str, written: Assistant, converse: Converse) -> None:
    """The task is the one of the answer before; the field is the new question's."""
    answer = last(converse, written, "第五航权由谁牵头？", follow_up)
    assert answer.status == "answered"
    assert "第五航权" in answer.standalone_question
    assert ("2024年12月" if answer.language == "zh" else "December 2024") in answer.answer
    assert answer.citations[0].quote.startswith("2\t争取开放第五航权")


def test_other_units_are_asked_for_in_english_after_chinese(written: Assistant, converse: Converse) -> None:
    """The language follows the question, the topic the conversation."""
    answer = last(converse, written, "建立航材保税共享库由谁牵头？", "and who else takes part?")
    assert answer.language == "en"
    assert "临溪海关" in answer.answer
    assert "机场集团" in answer.answer


def test_what_about_another_asks_the_same_of_it(written: Assistant, converse: Converse) -> None:
    """ "那X呢" keeps the asked fields and changes the topic."""
    answer = last(converse, written, "第五航权由谁牵头，什么时候完成？", "那航材保税共享库呢？")
    assert answer.status == "answered"
    assert "商务局" in answer.answer
    assert "2024年12月" in answer.answer
    assert "第五航权" not in answer.answer


@pytest.mark.parametrize(
    ("which", "task"),
    [("第二个呢", "第五航权"), ("第三项由谁负责？", "邮件互换局"), ("最后一项什么时候完成？", "补贴政策")],
)
def test_an_ordinal_points_into_the_list_before(which: str, task: str, written: Assistant, converse: Converse) -> None:
    """The list's own order counts."""
    answer = last(converse, written, "附件1有哪些事项？", which)
    assert task in answer.standalone_question
    assert task in answer.answer


def test_a_list_is_narrowed_step_by_step(written: Assistant, converse: Converse) -> None:
    """ "其中..." keeps every bound of the turns before."""
    everything, led, soon = converse(
        written, ["附件1有几项？", "其中机场集团参与的呢？", "其中2024年底前完成的有哪些？"]
    )
    assert everything.total == 4
    assert {task.task for task in led.tasks} <= {task.task for task in everything.tasks}
    assert all("机场集团" in (*task.lead_units, *task.participating_units) for task in led.tasks)
    assert soon.tasks
    assert {task.id for task in soon.tasks} <= {task.id for task in led.tasks}
    for task in soon.tasks:
        assert task.deadline is not None
        assert task.deadline.end is not None
        assert task.deadline.end <= date(2024, 12, 31)


@pytest.mark.parametrize("correction", ["不是附件2，是附件1", "不对，不是附件2，而是附件1", "not 附件2, but 附件1"])
def test_a_correction_replaces_what_was_wrong(correction: str, written: Assistant, converse: Converse) -> None:
    """The question before is asked again with the right place."""
    answer = last(converse, written, "附件2第1项由谁负责？", correction)
    assert [task.task for task in answer.tasks] == ["争取设立鲜花进境指定监管场地"]
    assert "提前申报" not in answer.answer


@pytest.mark.parametrize(
    ("switch", "word"),
    [
        ("冷链食品是指什么？", "冷冻或者冷藏"),
        ("农贸市场改造由谁牵头？", "市市场监管局"),
        ("临空经济示范园区的批复文号是多少？", "临政函〔2024〕31号"),
        ("附件2有几项？", "共3项"),
    ],
)
def test_a_change_of_topic_drops_the_old_one(switch: str, word: str, written: Assistant, converse: Converse) -> None:
    """A question that stands alone is answered as if it had been the first."""
    answer = last(converse, written, "第五航权由谁牵头？", "那什么时候完成？", switch)
    assert answer.standalone_question == switch
    assert answer.answer == written.answer(switch).answer
    assert word in answer.answer


def test_after_a_change_of_topic_a_follow_up_is_about_the_new_one(written: Assistant, converse: Converse) -> None:
    """Only the turn before counts."""
    answer = last(converse, written, "第五航权由谁牵头？", "农贸市场改造由谁牵头？", "谁配合？")
    assert "市住建局" in answer.answer
    assert "机场集团" not in answer.answer


def test_two_conversations_do_not_mix(written: Assistant, converse: Converse) -> None:
    """An assistant holds nothing between calls: what came before is what the caller gives."""
    first = converse(written, ["第五航权由谁牵头？"], "one")
    second = converse(written, ["农贸市场改造由谁牵头？", "什么时候建成？"], "two")[-1]
    assert "第五航权" not in second.standalone_question
    assert first[0].conversation_id == "one"
    assert second.conversation_id == "two"
    alone = written.answer("那什么时候完成?")
    assert "第五航权" not in alone.answer
    assert "农贸市场" not in alone.standalone_question


def test_the_standalone_question_gives_the_same_answer_alone(written: Assistant, converse: Converse) -> None:
    """What is shown as the standalone question is what was searched and answered."""
    for questions in (["第五航权由谁牵头？", "那什么时候完成?"], ["附件1有几项？", "其中机场集团参与的呢？"]):
        follow_up = last(converse, written, *questions)
        assert written.answer(follow_up.standalone_question).answer == follow_up.answer


def test_a_list_is_narrowed_by_a_period_and_turned_to_another_unit(bundled: Assistant, converse: Converse) -> None:
    """「9月底前的呢」 keeps the list it narrows, and 「换成商务局」 asks the same of another unit."""
    everything, narrowed, other = converse(
        bundled, ["商城集团牵头的争取事项有哪些？", "2021年9月底前的呢？", "换成商务局"]
    )
    assert {task.id for task in narrowed.tasks} < {task.id for task in everything.tasks}
    assert all(task.deadline and task.deadline.end and task.deadline.end.month <= 9 for task in narrowed.tasks)
    assert other.total == len(other.tasks) == 4
    assert all("商务局" in task.lead_units for task in other.tasks)


def test_what_is_not_found_is_said_of_the_question_itself(bundled: Assistant, converse: Converse) -> None:
    """A whole question that finds nothing is also asked in the context before; where that finds nothing either, the
    bounds of the context are none of its own."""
    narrow = "附件2里三季度结束前要完成、不由商城集团牵头的任务有几项"
    answer = last(converse, bundled, narrow, "义乌海关牵头的冷链任务有哪些")
    assert answer.status == "not_found"
    assert answer.answer == bundled.answer("义乌海关牵头的冷链任务有哪些").answer
    assert "商城集团" not in answer.answer


def test_a_thank_you_is_answered_as_such_and_changes_nothing(bundled: Assistant, converse: Converse) -> None:
    """What is asked after it goes on from what was asked before it."""
    answers = converse(bundled, ["免税牌照谁牵头？", "谢谢", "什么时候完成？"])
    assert answers[1].status == "not_found"
    assert not answers[1].citations
    assert "2021年6月" in answers[2].answer


def test_some_of_the_rows_that_were_given_are_never_rows_of_others(bundled: Assistant, converse: Converse) -> None:
    """Where none of them is due by then, nothing is given, rather than what others have due."""
    answers = converse(bundled, ["商务局牵头的任务有哪些？", "其中2021年6月前的"])
    assert answers[1].status == "not_found"
    assert "商务局" in answers[1].standalone_question


def test_bounds_are_added_one_by_one(bundled: Assistant, converse: Converse) -> None:
    """A date, an annex, how many, another unit: each with all that came before it."""
    answers = converse(
        bundled, ["商城集团牵头的任务有哪些？", "其中2021年9月前完成的", "只看附件1", "有几项", "换成商务局"]
    )
    assert [one.total for one in answers[2:4]] == [answers[2].total] * 2
    assert all("附件1" in one.standalone_question for one in answers[2:])
    assert "商务局" in answers[4].standalone_question
    assert "商城集团" not in answers[4].standalone_question
