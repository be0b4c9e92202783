"""What a question lists: the noun that stands with its question word, in both languages."""

from __future__ import annotations

import pytest

from assistant.language.listed_things import listed_things


@pytest.mark.parametrize(
    ("question", "number", "form"),
    [
        ("方案说的六大体系分别是什么？", 6, "体系"),
        ("自贸区要突出哪“五大功能”？", 5, "功能"),
        ("加快建设哪几条轨道交通线？", None, "轨道交通线"),
        ("保障措施有哪几条？", None, "保障措施"),
        ("攻关方向有多少个", None, "攻关方向"),
        ("条例把个人所得归成几项", None, "个人所得"),
        ("一共打算建多少个省级场景创新引领区（从东到西）？", None, "省级场景创新引领区"),
        ("通报表扬里浙江有哪些做法上榜？", None, "做法"),
        ("Which four platforms will the zone build?", 4, "平台"),
        ("How many key tasks are in the plan?", None, "重点任务"),
        ("How many leading zones (引领区) does the plan lay out?", None, "引领区"),
    ],
)
def test_the_noun_is_found_with_its_number(question: str, number: int | None, form: str) -> None:
    """After the question word or the number, else before 有哪几条; English nouns by what documents call them."""
    first = listed_things(question)[0]
    assert first.number == number
    assert form in first.forms


@pytest.mark.parametrize(
    "question",
    ["要落地的八件事是什么？", "这事归谁管？", "Who leads it?", "申请人要交哪些东西？", "出现哪几种情况要关停？"],
)
def test_what_names_nothing_lists_nothing(question: str) -> None:
    """事 is the name of anything, who leads is no list, and the verb before 哪些东西 names no things."""
    assert listed_things(question) == ()
