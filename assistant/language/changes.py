"""Rises and falls: which of them a question asks for, and which a text tells with its figure; and what each of several
things is, a time of a thing being the same as a lot of it (每次, 每批)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

Change = Literal["rise", "fall", "any"]

_RISES = re.compile("增长|增加|上升|上涨|提高|提升|增幅|涨幅|增速|涨了?|多了|高了|升了")
_FALLS = re.compile("减少|下降|降低|下滑|下跌|回落|萎缩|降幅|跌幅|跌了?|少了|降了|缩短|压缩")
_MOVES = re.compile("变化|变动|同比|环比|比(?:上年|去年|上一年)|幅度")
_LAST = "(?:去年|上年|上一年|前一年|上季度?|上月|同期)"
_FALLEN = re.compile(
    rf"(?:减少|下降|降低|下滑|下跌|回落|萎缩|缩短|压缩|少|低|降|跌)了?(?:约|近|超)?\s*\d|[低少]于{_LAST}[^，。；]{{0,6}}\d"
    r"|(?:增长|增速为?|增幅为?|同比|比上年)\s*[-－—]\s*\d|(?:^|\t)\s*[-－]\d"
)
_RISEN = re.compile(
    rf"(?:增长|增加|上升|上涨|提高|提升|多|高|升|涨)了?(?:约|近|超)?\s*\d|[高多]于{_LAST}[^，。；]{{0,6}}\d|(?:^|\t)\s*[+＋]\d"
)
# What says no more than that it is a change, or what a figure is called.
_CHANGES_ALONE = re.compile(f"(?:{_RISES.pattern}|{_FALLS.pattern}|{_MOVES.pattern}|同期|相比|[较比])+")
_EACH = re.compile("每(?P<one>[次批期轮回笔件项个种类人名位家户台辆套])")
_SAME = tuple(map(frozenset, ("次批期轮回笔", "件项个种类", "人名位", "家户", "台辆套")))


@lru_cache(maxsize=256)
def change_asked(text: str) -> Change | None:
    """Whether a question asks by how much something rose or fell; None where it asks for no change."""
    rises, falls = bool(_RISES.search(text)), bool(_FALLS.search(text))
    if rises != falls:
        return "rise" if rises else "fall"
    return "any" if rises or _MOVES.search(text) else None


def tells_change(text: str, change: Change) -> bool:
    """Whether a text tells such a change with its figure: 低于去年同期1260万 and -8.3 are falls."""
    fallen, risen = bool(_FALLEN.search(text)), bool(_RISEN.search(text))
    return (change != "rise" and fallen) or (change != "fall" and risen)


def is_change(word: str) -> bool:
    """Whether a word says no more than that something changed."""
    return bool(_CHANGES_ALONE.fullmatch(word))


def is_each(word: str) -> bool:
    """Whether a word says no more than of each of the things (每次)."""
    return bool(_EACH.fullmatch(word))


def tells_each(text: str, word: str) -> bool:
    """Whether a text tells a figure of each of what `word` counts: 每批分别为200万元 of 每次."""
    asked = _EACH.fullmatch(word)
    if asked is None:
        return False
    like = next((same for same in _SAME if asked["one"] in same), frozenset(asked["one"]))
    return re.search(rf"每[{''.join(sorted(like))}][^，。；]{{0,10}}?\d", text) is not None
