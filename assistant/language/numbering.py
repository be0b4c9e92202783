"""Sentences without the numbers that only number them or cite another document."""

from __future__ import annotations

import re
from functools import lru_cache

_CITED = re.compile(r"〔[^〔〕]*〕\d*号?|《[^《》]*》|附[件表图录]\s*\d{1,2}|\[\d{1,3}\]|\d{1,2}·\d{1,2}")
_NUMBERING = re.compile(
    r"^\s*(?:\d{1,2}(?:[.．]\d{1,2}){1,3}(?![\d.%％亿万])\s*|[（(]?\d{1,3}[)）.．、\s]|[（(]?[一二三四五六七八九十]{1,3}[)）、](?![二三四五六七八九十]、))\s*"
)


@lru_cache(maxsize=8192)  # the same sentences are looked at for one question after another
def without_references(text: str) -> str:
    """A sentence without the numbers that number it or cite another document."""
    return _CITED.sub("", unnumbered(text))


def unnumbered(text: str) -> str:
    """A sentence or heading without the number it stands under (1. … （二）…)."""
    return _NUMBERING.sub("", text)
