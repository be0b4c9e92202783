"""Rewards by level that one sentence names together: 国家、省、市工业设计中心分别给予100万元、50万元、30万元."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant
from assistant.language.answering_clauses import with_number, with_subjects
from assistant.language.figures_of_names import figures_of_names

POLICY = """栖桐市产业园区扶持政策

一、支持平台建设
对园区内企业获准建设的省、市级制造业创新中心，分别给予200万元、60万元奖励。
园区内新认定的国家、省、市工业设计中心分别给予100万元、50万元、30万元奖励。
园区内获批的国家级、省级、市级重点实验室，于获批次年给予国家级500万元、省级120万元、市级50万元的支持。
"""


@pytest.fixture(scope="module")
def assistant(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over({"qitong-park-policy-2031.txt": POLICY})


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("省级制造业创新中心奖多少？", "省、市级制造业创新中心，分别给予200万元", "工业设计"),
        ("市级工业设计中心奖多少？", "市工业设计中心分别给予100万元、50万元、30万元", "制造业"),
        ("国家级工业设计中心比市级多奖多少？", "高于市级工业设计中心（30万元），相差70万元", "重点实验室"),
        (
            "省级制造业创新中心比市级制造业创新中心多奖多少？",
            "（200万元）高于市级制造业创新中心（60万元），相差140万元",
            "重点",
        ),
    ],
)
def test_each_level_has_its_own_figure(assistant: Assistant, question: str, told: str, untold: str) -> None:
    """The level that is asked for stands in the list of levels, and the thing in the clause before the figures."""
    answer = assistant.answer(question).answer
    assert told in answer
    assert untold not in answer


def test_a_figure_without_a_subject_is_of_the_clause_before() -> None:
    """What is given is given to whom the clause before names."""
    text = "对获评的中心，分别给予200万元、60万元奖励；资金规模达到3亿元"
    assert with_subjects(text, with_number(text)) == [
        "对获评的中心，分别给予200万元、60万元奖励",
        "资金规模达到3亿元",
    ]


@pytest.mark.parametrize(
    ("names", "text", "told"),
    [
        (("国家级中心园", "市级中心园"), "国家、省、市中心园分别奖励9万元、8万元、7万元", ["9万元", "7万元"]),
        (("省级制造业创新中心", "市级制造业创新中心"), "技术创新中心给予省级100万元、市级50万元", []),
    ],
)
def test_figures_of_levels(names: tuple[str, ...], text: str, told: list[str]) -> None:
    """Levels are told apart in order, and those of another thing are not taken."""
    assert [one.text for one in figures_of_names(names, text)] == told


ACCIDENTS = """霁岭省煤矿安全情况通报

各市人民政府：
5月13日，霁岭矿业公司南坡煤矿发生特大瓦斯爆炸事故，造成86名矿工遇难。8月11日，石湾市杏沟煤矿发生瓦斯爆炸事故，造成43人遇难。
各地要深刻吸取教训。

霁岭省安全监督管理局
2031年9月1日
"""


@pytest.mark.parametrize(
    "question",
    ["南坡煤矿瓦斯爆炸事故死亡人数多少？", "南坡煤矿、杏沟煤矿，这两处矿的瓦斯爆炸事故死亡人数分别为多少，谁更重？"],
)
def test_a_noun_for_a_figure_need_not_be_written(over: Callable[[Mapping[str, str]], Assistant], question: str) -> None:
    """死亡人数多少 asks as 死亡人数是多少 does: 86名矿工遇难 answers, and 这两处矿 is said of neither alone."""
    assert "86名矿工遇难" in over({"jiling-accidents-2031.txt": ACCIDENTS}).answer(question).answer
