"""Levels as English questions write them (Level II, levels 1 and 3, Category III), written as documents do."""

from __future__ import annotations

import re

_KIND = r"(?P<kind>levels?|grades?|tiers?|categor(?:y|ies)|class(?:es)?)"
_ONE = r"(?:IV|V|I{1,3}|[Ⅰ-Ⅴ]|[1-5](?![\d.,%]))(?![A-Za-z])"
_JOIN = r"(?:\s*(?:,|/|&|(?<![A-Za-z])(?:and|or|vs\.?|versus|to|than)(?![A-Za-z])|和|与|跟|或|、|比)\s*)+"
_LEVELS = re.compile(
    rf"(?<![A-Za-z])(?i:{_KIND})[ -]"
    rf"(?P<all>{_ONE}(?:{_JOIN}(?:(?i:levels?|grades?|tiers?|category|class)[ -])?{_ONE})*)"
    # Level I is no "I" that somebody says.
    r"(?!\s+(?:am|was|have|had|need|must|should|can|could|will|would|do|did|get|got|want|may)(?![A-Za-z]))"
)
_EACH = re.compile(rf"(?:(?i:levels?|grades?|tiers?|category|class)[ -])?(?P<one>{_ONE})(?P<after>\s?)")
_ROMAN = {"I": "Ⅰ", "II": "Ⅱ", "III": "Ⅲ", "IV": "Ⅳ", "V": "Ⅴ"}
_DIGITS = "零一二三四五"


def levels_written(text: str) -> str:
    """`text` with the levels that it numbers as documents write them: Ⅱ级, 一级, 三类."""
    return _LEVELS.sub(_in_chinese, text)


def _in_chinese(match: re.Match[str]) -> str:
    mark = "级" if match["kind"].lower()[:2] in ("le", "gr", "ti") else "类"

    def one(level: re.Match[str]) -> str:
        number = level["one"]
        if number.isdigit():
            number = _DIGITS[int(number)]
        elif mark == "类" and number in _ROMAN:
            number = _DIGITS[[*_ROMAN].index(number) + 1]
        return _ROMAN.get(number, number) + mark + level["after"]

    return _EACH.sub(one, match["all"])
