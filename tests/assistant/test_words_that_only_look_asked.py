"""Words that look like what is asked for, like a unit or like a filler, and belong to the name of the thing."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.assistant.conftest import Over

REPORT = """2024年临浦市政府工作报告

一般公共预算收入同口径增长4%以上。全市规上工业单位增加值能耗下降3.5%左右，近岸海域水质优良面积比例达到99.3%。
今年新建公园绿地面积260亩。

关于印发《临浦市人工智能行动方案》的通知

一、重点任务
1.人工智能+数字政府。实施政务服务智能化提升工程，加快推动市级政务服务平台应用区块链等技术，围绕高效办成一件事、智能咨询、12345热线等方面开展应用示范。（责任单位：市大数据局、市行政审批服务局）
2.提升公共服务水平。鼓励企业联合高校建设检验检测等公共服务平台，提供评估服务。（责任单位：市科技局）
3.人工智能+医养健康。推广远程诊疗。（责任单位：市卫生健康委）

市政府办公室将会同有关部门继续探索政府网站评估问题，促进政府网站服务水平的提高。
"""


@pytest.fixture(scope="module")
def report(over: Over) -> Assistant:
    return over({"report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("一般公共预算收入涨了多少？", "增长4%以上"),
        ("规上工业单位增加值能耗下降了多少？", "下降3.5%左右"),
        ("近岸海域水质优良面积比例有多少？", "99.3%"),
        ("新建公园绿地面积是多少？", "260亩"),
    ],
)
def test_a_figure_is_found_by_the_name_that_holds_such_a_word(report: Assistant, question: str, told: str) -> None:
    """预算 is no sum of money, 单位 no office, 面积 no area there; nothing is said to be missing."""
    answer = report.answer(question)
    assert answer.status == "answered", answer.answer
    assert told in answer.answer


@pytest.mark.parametrize(
    ("question", "units"),
    [
        ("人工智能+数字政府由谁负责？", {"市大数据局", "市行政审批服务局"}),
        ("人工智能+数字政府是哪家的活", {"市大数据局", "市行政审批服务局"}),
        ("哪个单位负责提升公共服务水平？", {"市科技局"}),
    ],
)
def test_a_task_is_found_by_its_heading(report: Assistant, question: str, units: set[str]) -> None:
    """数字政府 is no government, 提升 is said by nobody, and a numbered heading is the task that it opens."""
    answer = report.answer(question)
    assert answer.status == "answered"
    assert [set(task.lead_units + task.participating_units) for task in answer.tasks] == [units]
