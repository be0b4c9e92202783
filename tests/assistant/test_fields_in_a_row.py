"""Fields that a question names in a row or one after the other: each is told or said to be missing."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.language.numbering import without_references
from assistant.matching.needs import needed
from assistant.questions.asking import Ask
from tests.assistant.conftest import Over

REPORT = """芷川市2024年政府工作报告

一、2023年工作回顾

一年来，成功处置梅岭乡“3·27”山体滑坡。全年公路货运量1.08亿吨，水路货运量0.29亿吨。

二、2024年工作安排

完成老城区86个公交站台适老化改造。供热管网改造试点周期为18个月。支持云计算产业发展，安排资金3亿元。
"""


@pytest.fixture(scope="module")
def assistant(over: Over) -> Assistant:
    return over({"zhichuan-report.txt": REPORT})


@pytest.mark.parametrize(
    "question",
    [
        "芷川老城区2024年计划完成适老化改造的公交站台数量及预算金额",
        "现需核实：芷川老城区2024年适老化改造的公交站台数量和预算，请告知。",
    ],
)
def test_a_number_and_a_sum_named_in_a_row_are_two_fields(assistant: Assistant, question: str) -> None:
    """数量及预算金额 asks for both: the number is told, the sum is missing, and none of another thing is given."""
    answer = assistant.answer(question)
    assert answer.status == "partial"
    assert "86个" in answer.answer
    assert "3亿元" not in answer.answer
    assert "budget" in answer.missing


def test_another_way_of_transport_is_no_answer_to_the_second_part(assistant: Assistant) -> None:
    """公路 and 水路 are told, and nothing of 铁路, however near that is to 公路."""
    answer = assistant.answer("芷川2023年走水路运了多少货，走铁路又运了多少？")
    assert answer.status == "partial"
    assert "0.29亿吨" in answer.answer


@pytest.mark.parametrize("question", ["供热管网改造试点周期多长？", "供热管网改造试点的周期是多长？"])
def test_how_long_a_period_is_asks_for_no_metres(assistant: Assistant, question: str) -> None:
    """周期多长 is answered by a time."""
    assert "18个月" in assistant.answer(question).answer


def test_what_is_called_by_its_day_tells_the_day(assistant: Assistant) -> None:
    """“3·27”山体滑坡 was on 27 March; what else has a point between numbers is a reference."""
    assert "3·27" in assistant.answer("芷川梅岭乡那次山体滑坡是几月几号的事？").answer
    assert without_references("“3·27”山体滑坡") == "“3月27日”山体滑坡"
    assert without_references("见12·25条") == "见条"


@pytest.mark.parametrize(
    ("question", "text", "able"),
    [
        ("供水事故分几级", "按影响人口分为四级，符合下列条件即属该级：", True),
        ("供水事故分几级", "由市水务局聘请，不少于15人，每届任期3年。", False),
        ("申请配售房一共要走几步", "流程分四步：线上登记、社区初审、部门联审、公开摇号。", True),
        ("申请配售房一共要走几步", "2025年1月26日印发，有效期3年。", False),
        ("补贴分成几档", "一档补贴300元，二档补贴500元。", True),
    ],
)
def test_levels_are_told_by_levels(question: str, text: str, able: bool) -> None:
    """Into how many levels or steps something is parted is told by no other number."""
    assert bool(needed(Ask.COUNT, question).search(text)) is able
