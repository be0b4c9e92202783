"""From a follow-up to a question that stands alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant import Assistant
from assistant.questions.asking import Ask
from assistant.questions.followup import standalone
from assistant.questions.question import Question
from assistant.types import Turn

Reads = Callable[[str], Question]


def turns(assistant: Assistant, *questions: str) -> list[Turn]:
    made: list[Turn] = []
    for question in questions:
        made.append(Turn(question, assistant.answer(question, turns=made, conversation_id="c")))
    return made


@pytest.mark.parametrize(
    "question", ["第五航权由谁牵头？", "那什么时候完成?", "第二个呢", "and by when?", "不是附件1，是附件2", "它"]
)
def test_without_a_conversation_nothing_is_filled_in(question: str, reads: Reads) -> None:
    """The first question is what it says."""
    assert standalone(question, (), reads) == question


@pytest.mark.parametrize(
    ("before", "follow_up", "topic", "asks"),
    [
        ("第五航权由谁牵头？", "那什么时候完成?", "第五航权", {Ask.DEADLINE}),
        ("第五航权由谁牵头？", "and who else takes part?", "第五航权", {Ask.PARTICIPANTS}),
        ("第五航权什么时候完成？", "它由谁牵头？", "第五航权", {Ask.LEAD}),
        ("第五航权由谁牵头？", "那航材保税共享库呢？", "航材保税共享库", {Ask.LEAD}),
        ("第五航权什么时候完成？", "what about 国际邮件互换局?", "国际邮件互换局", {Ask.DEADLINE}),
        ("第五航权什么时候完成？", "不对，我要问的是航材保税共享库，谁牵头？", "航材保税共享库", {Ask.LEAD}),
        ("第五航权什么时候完成？", "and the 国际邮件互换局?", "国际邮件互换局", {Ask.DEADLINE}),
    ],
)
def test_topic_or_asks_are_filled_in(
    before: str, follow_up: str, topic: str, asks: set[Ask], written: Assistant, reads: Reads
) -> None:
    """Whichever of the two the follow-up leaves out."""
    alone = standalone(follow_up, turns(written, before), reads)
    assert topic in alone
    assert reads(alone).asks == asks


@pytest.mark.parametrize(
    ("asked", "follow_up", "named", "left"),
    [
        (("第五航权由谁牵头？", "那参与单位呢？"), "那航材保税共享库呢？", "航材保税共享库", "第五航权"),
        (
            ("Who leads 第五航权?", "who helps?"),
            "what about the air express distribution centre?",
            "express",
            "第五航权",
        ),
    ],
)
def test_another_task_takes_the_place_of_the_one_before(
    asked: tuple[str, ...], follow_up: str, named: str, left: str, written: Assistant, reads: Reads
) -> None:
    """Also after a question that was a follow-up itself and opens with the task."""
    alone = standalone(follow_up, turns(written, *asked), reads)
    assert named in alone
    assert left not in alone


@pytest.mark.parametrize(
    "question",
    [
        "农贸市场改造由谁牵头？",
        "商务局牵头的任务有哪些？",
        "附件2有几项？",
        "What does the reply say about the airport economic zone?",
        "冷链食品是指什么？",
    ],
)
def test_a_question_with_a_topic_of_its_own_stays(question: str, written: Assistant, reads: Reads) -> None:
    """A new topic takes nothing from the old one."""
    assert standalone(question, turns(written, "第五航权由谁牵头？"), reads) == question


def test_a_matter_that_was_not_meant_is_dropped(written: Assistant, reads: Reads) -> None:
    """ "No, what I asked about is …" leaves nothing of the topic before."""
    alone = standalone("不对，我要问的是航材保税共享库，谁牵头？", turns(written, "第五航权什么时候完成？"), reads)
    assert "第五航权" not in alone


def test_an_ordinal_names_the_task_of_the_list_before(written: Assistant, reads: Reads) -> None:
    """In the order in which the list gave them."""
    before = turns(written, "附件2有哪些事项？")
    assert "一单到底" in standalone("第二个呢", before, reads)
    assert "航材保税共享库" in standalone("who leads the last one?", before, reads)
    assert "提前申报" in standalone("第1项由谁负责？", before, reads)


@pytest.mark.parametrize("word", ["第五个呢", "第九项由谁负责？"])
def test_an_ordinal_beyond_the_list_names_no_task_of_it(word: str, written: Assistant, reads: Reads) -> None:
    """Three rows have no fifth."""
    before = turns(written, "附件2有哪些事项？")
    alone = standalone(word, before, reads)
    for task in before[-1].answer.tasks:
        assert task.task not in alone


def test_a_correction_reaches_over_turns(written: Assistant, reads: Reads) -> None:
    """The latest turn that held the wrong word is asked again with the right one."""
    before = turns(written, "附件2第1项由谁负责？")
    assert standalone("不是附件2，是附件1", before, reads) == "附件1第1项由谁负责？"


def test_a_list_is_narrowed_by_what_is_added(written: Assistant, reads: Reads) -> None:
    """The bounds of both questions hold."""
    alone = standalone("其中机场集团参与的呢？", turns(written, "附件1有几项？"), reads)
    understood = reads(alone)
    assert [place.section[0][:3] for place in understood.places] == ["附件1"]
    assert [bound.role for bound in understood.units] == ["participant"]


def test_an_ordinal_names_the_heading_of_the_list_before(bundled: Assistant, reads: Reads) -> None:
    """A list that an answer counts out need not be one of tasks."""
    before = turns(bundled, "要建设的三大平台是哪三个？")
    assert not before[-1].answer.tasks
    assert "线下产业集聚平台" in standalone("第二个怎么建？", before, reads)


@pytest.mark.parametrize(
    "follow_up", ["省级的有多少家？", "到2025年全国的和全省的各要有多少项？", "那牵头单位的负责人叫什么"]
)
def test_what_lacks_its_noun_takes_it_from_the_turn_before(follow_up: str, written: Assistant, reads: Reads) -> None:
    """省级的 of what was spoken of."""
    assert "第五航权" in standalone(follow_up, turns(written, "第五航权由谁牵头？"), reads)


def test_a_pronoun_may_mean_what_the_question_itself_names(written: Assistant, reads: Reads) -> None:
    """ "And the cold chain measure — who leads it": it is the measure."""
    before = turns(written, "第五航权由谁牵头？")
    assert "第五航权" not in standalone("And the cold chain warehouse measure — who leads it?", before, reads)
    assert "第五航权" in standalone("Who leads it and who assists?", before, reads)
