"""Tables whose rows are steps of an amount: the asker's own amount tells which row answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant

Over = Callable[[Mapping[str, str]], Assistant]

SUPPORT = """# 临岚高新区设备更新专项资金申报公告

临岚高新区管委会

## 一、支持方向

专项资金总额3600万元，分为以下三类项目：

### （一）设备更新类

按实际支付金额分档补助：

| 档次 | 实际支付金额 | 补助比例 | 单个项目最高补助 |
| --- | --- | --- | --- |
| 第一档 | 20万元（含）至80万元 | 35% | 25万元 |
| 第二档 | 80万元（含）至300万元 | 25% | 60万元 |
| 第三档 | 300万元（含）以上 | 15% | 90万元 |

### （二）节能改造类

节能改造投资额在400万元以上的，按投资额的12%给予补助，最高150万元。

### （三）厂房租赁类

按实际租赁面积给予补贴：

| 租赁面积 | 每平方米补贴（元/月） |
| --- | --- |
| 100—300平方米 | 9 |
| 301—800平方米 | 6 |
| 801平方米以上 | 4 |
"""


@pytest.fixture(scope="module")
def support(over: Over) -> Assistant:
    """A call for applications with two tables of steps and a rule beside them."""
    return over({"linlan-support.md": SUPPORT})


@pytest.mark.parametrize(
    ("question", "words", "other"),
    [
        ("临岚设备更新实际付了120万元，能补多少？", "25%", "35%"),
        ("我们公司设备更新花了30万，按多少比例补？", "35%", "25%"),
        ("设备更新付款80万元是第几档", "第二档", "第一档"),
        ("设备更新实际支付500万，最高补多少", "90万元", "60万元"),
        ("临岚厂房租赁租了200平能补多少？", "9", "6"),
        ("厂房租赁面积600平方米每平方米补贴多少", "301—800平方米", "100—300"),
        ("临岚节能改造投资600万补多少？", "12%", "第三档"),
        ("We paid 1.2 million yuan for 设备更新, what is the rate?", "25%", "35%"),
    ],
)
def test_the_amount_tells_the_step(question: str, words: str, other: str, support: Assistant) -> None:
    """The row whose bounds hold the amount answers; a rule beside the table keeps its own questions."""
    answer = support.answer(question)
    assert words in answer.answer, answer.answer
    assert other not in answer.answer, answer.answer


def test_an_amount_below_every_step_is_in_none(support: Assistant) -> None:
    """That it falls into none is said, with the steps that there are."""
    answer = support.answer("设备更新实际支付8万元能补多少？")
    assert "不在表中任何一档" in answer.answer
    assert all(step in answer.answer for step in ("第一档", "第二档", "第三档"))
