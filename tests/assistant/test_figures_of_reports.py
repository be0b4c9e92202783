"""Which of several figures answers: of the year and the place that are asked for, reached or aimed at, of each part."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant
from assistant.language.figure_kinds import kind_asked

# A report as many cities print it: no heading says where it turns from last year to this one.
REPORT = """澜河市政府工作报告

各位代表：现在，我代表市人民政府向大会报告工作。

2023年，面对复杂形势，全市上下奋力拼搏，各项工作取得新成效。过去一年，我们主要做了以下工作：

港口物流加快发展。澜河港集装箱吞吐量达到36万标准箱、增长9%，新开航线4条。全年接待游客820万人次，实现旅游消费95亿元。
云雾茶产业壮大。云雾茶年产量从1.1万吨增加到1.6万吨，全市茶园面积达到12万亩。
对外开放扩大。全年货物进出口总额52亿元，增长6%。其中，出口31亿元，农产品出口4亿元；进口21亿元。

2024年是新中国成立75周年，做好今年工作意义重大。

今年经济社会发展主要预期目标是：地区生产总值增长6%，外贸进出口总额增长8%。

港口方面，完成集装箱吞吐量42万标准箱。实现旅游消费110亿元。
茶产业方面，推动云雾茶年产量超2万吨，着力提升精深加工水平。
着力扩大基地，推动全市茶园面积突破15万亩。
算力方面，全市算力总规模达到12EFLOPS，存储总量达到10EB。
"""
OTHER = """岭北港2024年工作要点

现将岭北港2024年工作要点印发给你们。

单位：万标准箱

| 指标 | 2022年 | 2023年 |
| --- | --- | --- |
| 集装箱吞吐量 | 318 | 360 |
| 铁路箱量 | 12 | 15 |
"""


@pytest.fixture(scope="module")
def assistant(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over({"report.txt": REPORT, "other.md": OTHER})


@pytest.mark.parametrize(
    ("question", "given", "not_given"),
    [
        ("澜河市2023年旅游消费是多少", ["95亿元"], ["110亿元"]),
        ("澜河市今年旅游消费要做到多少", ["110亿元"], ["95亿元"]),
        ("澜河港2023年集装箱吞吐量是多少，今年目标是多少标箱", ["36万标准箱", "42万标准箱"], []),
        ("澜河市去年旅游消费多少亿，2024年打算做到多少亿", ["95亿元", "110亿元"], []),
    ],
)
def test_a_report_without_headings_is_of_last_year_and_of_this(
    question: str, given: list[str], not_given: list[str], assistant: Assistant
) -> None:
    """What stands before 2024年是… was reached in 2023; what follows it is aimed at."""
    answer = assistant.answer(question)
    assert answer.status == "answered"
    assert [words for words in given if words not in answer.answer] == []
    assert [words for words in not_given if words in answer.answer] == []


@pytest.mark.parametrize("mark", ["、", "，"])
def test_two_figures_of_one_question_are_each_looked_for(mark: str, assistant: Assistant) -> None:
    """A figure answers its own part only: the area of the gardens is none of the yearly output."""
    answer = assistant.answer(f"澜河今年云雾茶年产量要冲到多少{mark}全市茶园面积要过多少？")
    assert answer.status == "answered"
    assert "2万吨" in answer.answer
    assert "15万亩" in answer.answer


def test_a_figure_of_what_is_named_goes_before_one_of_something_narrower(assistant: Assistant) -> None:
    """出口 is neither 农产品出口 nor 进出口."""
    answer = assistant.answer("澜河市2023年出口多少亿元")
    assert "31亿元" in answer.answer


def test_a_number_with_a_latin_unit_is_a_number(assistant: Assistant) -> None:
    """12EFLOPS and 10EB are figures that can be asked for."""
    answer = assistant.answer("澜河市算力总规模要到多大、存储总量要到多大？")
    assert "12EFLOPS" in answer.answer
    assert "10EB" in answer.answer


def test_a_table_of_another_place_does_not_answer(assistant: Assistant) -> None:
    """Though it has a row of just that name, a sentence of the port that is asked about is to be preferred."""
    answer = assistant.answer("澜河港2023年集装箱吞吐量是多少")
    assert "36万标准箱" in answer.answer
    assert "360" not in answer.answer


def test_the_unit_that_stands_above_a_table_is_given(assistant: Assistant) -> None:
    """单位：万标准箱 is said of every figure of the table."""
    answer = assistant.answer("岭北港2023年集装箱吞吐量是多少")
    assert "360万标准箱" in answer.answer


def test_a_sum_by_a_year_is_money() -> None:
    """How many brands there are by then is no answer to what is traded."""
    assert kind_asked("进口日用消费品交易额到2025年多少") == "money"
