"""Questions for the first or last of several, and for an amount for one unit."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.language.extremes import extreme_asked, per_unit_asked
from tests.assistant.conftest import Over

CIRCULAR = """沣阳市关于汛前检查情况的通报

　　一、总体情况
　　全市共检查水库58座，发现问题163个，已整改119个，整改率73%。其中，望城区整改率最高，为92%；泾源县最低，仅为51%。
　　二、过渡安置费
　　首批过渡费2300万元由财政局拨付。过渡费按每平方米每月12元计发，每户每月低于800元的按800元计发。
"""


@pytest.fixture(scope="module")
def circular(over: Over) -> Assistant:
    """A circular of an invented city."""
    return over({"fengyang.txt": CIRCULAR})


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("沣阳哪个县整改率最低，多少", "泾源县最低，仅为51%"),
        ("沣阳哪个区整改率最高，多少", "望城区整改率最高，为92%"),
        ("沣阳过渡费一平方多少钱", "每平方米每月12元"),
    ],
)
def test_the_figure_is_that_of_the_one_asked_for(question: str, words: str, circular: Assistant) -> None:
    """The last of all, not the whole; for one square metre, not the sum that is paid: whatever shares more words."""
    assert (
        circular.answer(question).answer.startswith(words) or words in circular.answer(question).answer.split("[1]")[0]
    )


def test_a_limit_is_no_extreme() -> None:
    """最多能补 asks for a limit, 最晚什么时候 for a deadline."""
    assert extreme_asked("单个企业最多能补多少") is None
    assert extreme_asked("最晚什么时候报") is None
    assert extreme_asked("哪类工单增速最快") is not None
    assert extreme_asked("Which county has the lowest rate?") is not None


def test_what_may_be_added_at_most_is_no_extreme() -> None:
    """最高加2分 does not tell what there is most of."""
    asked = extreme_asked("投诉最多的是什么事")
    assert asked is not None
    assert asked.search("居前三位的是：物业管理（1126件）")
    assert not asked.search("综合得分含附加分，最高加2分")


def test_an_amount_for_one_is_stated_with_each() -> None:
    """A measure by any of its names; a sum is for none."""
    asked = per_unit_asked("安置费一平米多少钱")
    assert asked is not None
    assert asked.search("按每平方米12元计发")
    assert asked.search("租金28元/平方米")
    assert not asked.search("安排2300万元")
    assert per_unit_asked("一共花了多少钱") is None
