"""Questions that say how many things there are, or by which number a table is called."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.language.counting import counted
from assistant.questions.document_parts import annex_number
from tests.assistant.conftest import Over

_PLAN = """岫川市数字口岸建设方案

各县（市、区）人民政府：

现将《岫川市数字口岸建设方案》印发给你们，请认真组织实施。

一、主要任务
建设岫川数字口岸，优化贸易方式，推进贸易便利化。

（一）构建三大体系
1．数据采集体系
归集口岸数据。
2．智能监管体系
推行远程查验。
3．通关服务体系
开通预约通关。

二、重点指标
主要指标见表1。

表1　2025年岫川数字口岸主要指标

| 指标 | 单位 | 目标值 |
| --- | --- | --- |
| 集装箱预约率 | % | 95 |
| 远程查验占比 | % | 40 |
| 无纸化单证 | 万份 | 120 |

附件：1.任务清单
2.项目清单

附件1 任务清单

| 序号 | 任务 | 责任单位 |
| --- | --- | --- |
| 1 | 建设数据中台 | 市口岸办 |

附件2 项目清单

| 序号 | 项目 | 责任单位 |
| --- | --- | --- |
| 1 | 智能卡口 | 市港航集团 |
"""


@pytest.fixture(scope="module")
def xiuchuan(over: Over) -> Assistant:
    """Answers over the plan above."""
    return over({"xiuchuan-port.md": _PLAN})


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("三个体系分别是什么？", ["共3项", "数据采集体系", "通关服务体系"]),
        ("岫川表1列了几项指标？", ["共3项", "集装箱预约率", "无纸化单证"]),
        ("How many indicators does Table 1 of the Xiuchuan plan list?", ["3 items", "远程查验占比"]),
        ("附件一共有几个，分别叫什么？", ["2个附件", "任务清单", "项目清单"]),
        ("附件一有几项任务？", ["共1项", "数据中台"]),
    ],
)
def test_so_many_are_told(question: str, words: list[str], xiuchuan: Assistant) -> None:
    """个 before 体系 is a measure, a table is found by its number, and 附件一共 counts all annexes."""
    answer = xiuchuan.answer(question)
    assert answer.status == "answered", answer.answer
    assert all(word in answer.answer for word in words), answer.answer


@pytest.mark.parametrize("question", ["岫川的四种贸易方式是哪四种？", "岫川口岸的六个功能区是哪六个？"])
def test_things_that_are_not_so_many_are_none(question: str, xiuchuan: Assistant) -> None:
    """What says neither how many there are nor gives them by name is no answer, and headings on trade no ways of it."""
    answer = xiuchuan.answer(question)
    assert answer.status == "not_found", answer.answer


@pytest.mark.parametrize(
    ("text", "number"), [("哪十六项举措", 16), ("二十条措施是什么", 20), ("十项", 10), ("第十六项", None)]
)
def test_numbers_above_ten(text: str, number: int | None) -> None:
    """十六项 are sixteen and not six."""
    assert counted(text) == number


@pytest.mark.parametrize(
    ("text", "number"), [("附件一共几个", None), ("附件一般由谁起草", None), ("附件一", 1), ("附件十二", 12)]
)
def test_the_number_of_an_annex(text: str, number: int | None) -> None:
    """一共 and 一般 are words of their own."""
    assert annex_number(text) == number
