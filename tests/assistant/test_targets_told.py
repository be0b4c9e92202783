"""The target of a task, asked for beside who is to do it: each figure with what it counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant

PLAN = """磐溪市外贸提质行动方案

为推动外贸提质，制定本方案。

一、主要任务
1. 拓展海铁联运，到2026年开行外贸班列300列以上。（责任单位：▲市交通运输局、市商务局）
2. 实施小包快件专项，到2026年每日处理小包2万件以上。（责任单位：▲市邮政管理局、磐溪海关）
3. 组建贸易服务集团，建立代理与自营并行的分销体系。（责任单位：市城投集团）
4. 发挥市城投集团优势，争取进口资质，到2026年实现进口额80亿元以上。（责任单位：市城投集团）
5. 办好外贸培训，2025年不少于20场，2026年不少于30场。（责任单位：市商务局、市人力社保局）
6. 引进跨国采购总部，到2026年达到12家。（责任单位：▲市投资促进局、▲市商务局、市财政局）
"""


@pytest.fixture(scope="module")
def assistant(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over({"panxi-trade-plan-2025.txt": PLAN})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("海铁联运由谁牵头？目标是什么？", "目标为开行外贸班列300列以上"),
        ("海铁联运的责任单位和目标分别是什么？", "目标为开行外贸班列300列以上"),
        ("小包快件专项谁负责，要达到什么目标？", "目标为每日处理小包2万件以上"),
        ("外贸培训由谁负责，目标是多少？", "目标为2025年不少于20场、2026年不少于30场"),
        ("Who leads 海铁联运 and what is the target?", "target: 开行外贸班列300列以上"),
        ("发挥市城投集团优势谁负责，目标是多少？", "目标为进口额80亿元以上"),
    ],
)
def test_a_target_is_told_with_what_it_counts(assistant: Assistant, question: str, told: str) -> None:
    """The figure stands with its noun, with the time that it holds for, and who is to do it is told, too."""
    answer = assistant.answer(question)
    assert answer.status == "answered"
    assert told in answer.answer
    assert "市" in answer.answer


@pytest.mark.parametrize(
    "question", ["组建贸易服务集团由谁负责？目标是多少？", "组建贸易服务集团由谁负责，目标是什么？"]
)
def test_the_target_of_another_task_is_not_told(assistant: Assistant, question: str) -> None:
    """A task without a figure has none, whatever its neighbour aims at."""
    answer = assistant.answer(question)
    assert answer.status == "partial"
    assert "市城投集团" in answer.answer
    assert "80亿元" not in answer.answer


def test_an_amount_is_told_in_english(assistant: Assistant) -> None:
    """Money is rendered, and what the document prints stands beside it."""
    answer = assistant.answer("Who is responsible for 争取进口资质, and what is the target?").answer
    assert "target: at least 8 billion yuan (进口额80亿元以上)" in answer


@pytest.mark.parametrize(
    ("question", "total"),
    [
        ("市投资促进局和市商务局并列牵头的有几项？", 1),
        ("市投资促进局、市商务局联手牵头的有哪些？", 1),
        ("市商务局一共参与（含牵头）多少项？", 3),
        ("市商务局牵头（包括参与）的有几项？", 3),
    ],
)
def test_parts_of_units_that_a_bracket_widens(assistant: Assistant, question: str, total: int) -> None:
    """Units that lead side by side lead both; a part in brackets is counted in."""
    assert assistant.answer(question).total == total
