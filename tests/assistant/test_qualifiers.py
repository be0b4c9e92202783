"""What a question demands of rows, in the words of people, and what it does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.questions.qualifiers import qualifiers
from assistant.questions.question import Question, asks_for_records


@pytest.mark.parametrize(
    ("question", "demand"),
    [
        ("哪些任务没写完成时间？", "undated"),
        ("农业局牵头的任务哪几项没有时间要求", "undated"),
        ("哪几件事时限还没定下来？", "undated"),
        ("Which tasks have no deadline?", "undated"),
        ("哪些任务没有固定的完成时限？", "unfixed"),
        ("List the tasks without a specific completion date", "unfixed"),
        ("哪些任务是长期坚持的？", "ongoing"),
        ("Which tasks are ongoing?", "ongoing"),
        ("有明确时限的任务有几项？", "dated"),
        ("有量化目标的任务有哪些", "targeted"),
        ("商城集团牵头的任务里有具体指标的是哪几项", "targeted"),
        ("2025年要达到的数字指标有哪些", "targeted"),
        ("Which tasks have numerical targets?", "targeted"),
        ("List all targets for 2025 with figures.", "targeted"),
        ("没有明确牵头单位的任务有哪些", "leaderless"),
        ("哪些事是两家以上一起牵头的？", "jointly_led"),
        ("哪些任务有两个牵头单位？", "jointly_led"),
        ("附件2里两个牵头单位的举措是哪些？", "jointly_led"),
        ("Which tasks are jointly led?", "jointly_led"),
        ("Which tasks are led jointly by more than one unit?", "jointly_led"),
        ("最早要完成的是哪一项？", "earliest"),
        ("时间最紧的是哪几项", "earliest"),
        ("清单里时间最靠前的是哪一项", "earliest"),
        ("期限最近的任务是哪个", "earliest"),
        ("清单里时间最靠后的是哪几项", "latest"),
        ("Which task is due first?", "earliest"),
        ("到期时间最晚的任务是什么", "latest"),
        ("哪家单位任务最多？", "most"),
        ("谁牵头的事最多", "most"),
        ("Which office leads the most tasks?", "most"),
        ("每个单位各有几项任务？", "by_unit"),
        ("附件1涉及哪些单位？", "by_unit"),
        ("How many departments are involved?", "by_unit"),
    ],
)
def test_a_demand_is_understood_in_many_words(question: str, demand: str) -> None:
    """One demand and no other."""
    found, spans = qualifiers(question)
    assert [name for name in found.__slots__ if getattr(found, name)] == [demand]
    assert spans


@pytest.mark.parametrize(
    "question",
    [
        "冷库什么时候建成？",
        "最晚什么时候完成？",
        "谁牵头？",
        "补贴最多多少钱？",
        "When is it due?",
        "项目最多能拿多少补助",
        "新认证绿色食品12个的牵头单位是什么？",
        "培育农村电商企业8家的牵头单位是？",
        "防范网络风险有没有时间要求？",
    ],
)
def test_other_questions_demand_nothing(question: str) -> None:
    """A date, a lead or an amount is asked for, not a kind of row."""
    assert not qualifiers(question)[0]


def test_the_words_of_a_demand_are_no_topic(reads: Callable[[str], Question]) -> None:
    """没写, 最早 and 涉及 would otherwise be looked for in the tasks."""
    for text in ("哪些任务没写完成时间？", "最早要完成的是哪一项？", "附件1涉及哪些单位？"):
        question = reads(text)
        assert question.topic == ""
        assert asks_for_records(question)


def test_the_units_of_one_task_are_asked_by_its_fields(reads: Callable[[str], Question]) -> None:
    """With a topic, 涉及哪些单位 asks who has part in that task."""
    question = reads("冷链物流中心涉及哪些单位？")
    assert not question.demands
    assert question.record_asks


@pytest.mark.parametrize("text", ["海关一共要办几件事？", "他头上有多少件事", "哪些事年底前要交账", "要做的事有哪些"])
def test_matters_are_tasks_in_everyday_words(text: str, reads: Callable[[str], Question]) -> None:
    """事 stands for 任务 where it is counted or asked for."""
    assert reads(text).about_tasks


@pytest.mark.parametrize("text", ["外国人来这里工作有什么便利？", "要落地的八件事是什么？", "这两件事怎么做"])
def test_other_matters_are_no_tasks(text: str, reads: Callable[[str], Question]) -> None:
    """工作 after a place is what people do there; 八件事 are things that the text counts itself."""
    assert not reads(text).about_tasks
