"""Patterns behind a look at where they can begin find what they find without it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.starting import led, led_in_turn, quick

PATTERNS = (
    ("牵头|由?(?:谁|哪(?:个|家))(?:单位)?|[一二三]是", 0),
    (r"(?<!不)负责|\d+项|(?=任务)任(?P<rest>务)|^附件", 0),
    (r"(?<![a-z])(?:who|which (?:unit|office)s?)(?![a-z])|谁", re.IGNORECASE),
    (r"(?:the )?(?:Unit|lead)\b|\bmean", re.IGNORECASE),
    (r"[^，。]{1,3}负责|.项", 0),
    ("(?:由|归)*|谁", 0),
    (r"(?P<one>[谁由])(?P=one)|(?-i:A)谁", re.IGNORECASE),
    ("谁 # who\n | 由 # by", re.VERBOSE),
    ("项(?!目)|目+?|务$", re.MULTILINE),
)
TEXTS = st.text(alphabet="谁由牵头哪个家单位一二是不负责任务附件项目3，。 \nwhoicunteldAmMK", max_size=40)


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
@given(text=TEXTS)
def test_the_same_is_found(pattern: str, flags: int, text: str) -> None:
    """Whatever a pattern may begin with, it finds the same spans and groups, in a text and at its beginning."""
    plain, led_one = re.compile(pattern, flags), quick(pattern, flags)
    found = [(match.span(), match.groups()) for match in plain.finditer(text)]
    assert [(match.span(), match.groups()) for match in led_one.finditer(text)] == found
    assert bool(plain.fullmatch(text)) == bool(led_one.fullmatch(text))
    assert bool(plain.match(text, 1)) == bool(led_one.match(text, 1))


@given(text=TEXTS)
def test_several_ways_find_the_same(text: str) -> None:
    """Ways that are led in turn keep their order: of several at one place the first counts."""
    ways = ("由谁", "由", r"(?P<twice>[\u4e00-\u9fff])(?P=twice)", "谁", "个|个家", ".项")
    plain, led_one = re.compile("|".join(ways)), re.compile(led_in_turn(ways))
    assert [match.span() for match in led_one.finditer(text)] == [match.span() for match in plain.finditer(text)]


def test_what_can_begin_is_looked_at_first() -> None:
    """A pattern that may begin with few characters is led by them; one that may begin with any, or be empty, by none,
    and takes no other alternative with it."""
    assert led("由?谁|哪") == r"(?=[\U000054ea\U00007531\U00008c01])(?:由?谁|哪)"
    assert led(".谁") == ".谁"
    assert led("由*") == "由*"
    assert led("(?-i:A)谁", re.IGNORECASE) == r"(?=[\U00000041])(?:(?-i:A)谁)"
    assert led("(?i:a)谁") == "(?i:a)谁"
    assert led_in_turn(["谁", "[\u4e00-\u9fff]项", "由"]).startswith(led("谁"))
