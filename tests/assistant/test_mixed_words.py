"""English asking words that stand alone in a Chinese question are read as Chinese ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.comparing import compared_parts
from assistant.questions.mixed_words import in_one_language
from assistant.questions.question import Question


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("马山村房屋受损的有 how many 户？", "马山村房屋受损的有多少户？"),
        ("批复是发给 which units 的？", "批复是发给哪些单位的？"),
        ("这项任务 who 牵头，deadline 是 when？", "这项任务谁牵头，deadline 是什么时候？"),
        ("两项补贴的 differences 在哪", "两项补贴的区别在哪"),
        # What goes on in English is asked in English, as is all that has hardly a character of Chinese.
        ("工作规则一共分 how many chapters", "工作规则一共分 how many chapters"),
        ("who said 义乌的家底就是做买卖", "who said 义乌的家底就是做买卖"),
        ("In the plan (方案), who leads?", "In the plan (方案), who leads?"),
        ("一共多少条", "一共多少条"),
        (
            "云南2025年 target 引进多少个项目？旅居人数 aim at 多少？",
            "云南2025年目标引进多少个项目？旅居人数目标多少？",
        ),
        # An English question may name the field in Chinese; a Chinese one keeps its words.
        (
            "Which 责任单位 are listed for the fair, and when?",
            "Which responsible units are listed for the fair, and when?",
        ),
        ("What 完成时间 is given for 探索免税市场?", "What deadline is given for 探索免税市场?"),
        ("免税市场的责任单位是 who", "免税市场的责任单位是谁"),
        ("What does 责任单位一览表 hold?", "What does 责任单位一览表 hold?"),
    ],
)
def test_one_language_asks(text: str, read: str) -> None:
    """And no space is left beside it."""
    assert in_one_language(text) == read


def test_a_day_without_its_month_is_of_the_month_named_last(reads: Callable[[str], Question]) -> None:
    """18 and 19 December 2003 are two days of it."""
    parts = compared_parts(reads("Compare the quakes felt at Xiyuan on 18 and 19 December 2003."))
    assert [one.thing for one in parts] == ["18 December 2003", "19 December 2003"]
