"""The parts of a year that figures are told of: 一季度, 上半年, 1—3月, "the first quarter"."""

from __future__ import annotations

import re
from functools import lru_cache

Part = tuple[int, int]
"""The first and the last month of a part of a year."""

BEFORE = 160
"""A sentence that names no part of a year may have that of as many characters before it."""

_ORDER = {
    **{"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4},
    **{"first": 1, "second": 2, "third": 3, "fourth": 4, "上": 1, "下": 2},
}
_MONTH = r"(?:1[0-2]|[1-9])(?!\d)"
_PART = re.compile(
    r"(?P<through>前)(?P<upto>[二三四234])个?季度|(?<![前每各])第?(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年"
    rf"|(?<![\d.])(?P<first>{_MONTH})月?(?:份)?(?:[-—–~～]|至|到)(?P<last>{_MONTH})月"
    r"|(?<![a-z\d])(?:Q(?P<q>[1-4])|(?P<english>first|second|third|fourth)[- ]quarter"
    r"|(?P<side>first|second)[- ]half(?! of the plan))(?![a-z\d])",
    re.IGNORECASE,
)
_UP_TO = re.compile(
    r"(?:季度|半年|月)[末底前内]|[到至截]|累计|一共|总共|合计"
    r"|(?<![a-z])(?:by|end|total|cumulative|so far|until)(?![a-z])",
    re.IGNORECASE,
)
# What a figure is compared with: 比一季度增长5%.
_BASIS = re.compile(r"(?:[比较由从]|相比于?)(?:去年|上年|20\d\d年)?(?:第?[一二三四1-4]季度|[上下]半年)")


def parts_named(text: str) -> frozenset[Part]:
    """The parts of years that a text names, those that something is compared with left out."""
    return frozenset(_months(match) for match in _PART.finditer(_BASIS.sub(" ", text)))


@lru_cache(maxsize=256)
def parts_asked(text: str) -> frozenset[Part]:
    """Those that a question names, and where it asks what is reached by the end of one, the year up to then, too."""
    parts = parts_named(text)
    return parts | {(1, last) for _, last in parts} if _UP_TO.search(text) else parts


def is_of_another_part(asked: frozenset[Part], sentence: str, before: str, head: str) -> bool:
    """Whether a sentence tells of other parts of a year than those `asked` (none: any will do): it names some, else the
    text right `before` it does, else the `head` of its document, and none is one of those asked."""
    if not asked:
        return False
    told = parts_named(sentence) or parts_named(before) or parts_named(head)
    return bool(told) and asked.isdisjoint(told)


def _months(match: re.Match[str]) -> Part:
    found = {name: words.lower() for name, words in match.groupdict().items() if words}
    if "first" in found:
        return int(found["first"]), int(found["last"])
    if "upto" in found:
        return 1, 3 * _ORDER[found["upto"]]
    if half := found.get("half") or found.get("side"):
        return 6 * _ORDER[half] - 5, 6 * _ORDER[half]
    quarter = _ORDER[found.get("quarter") or found.get("q") or found["english"]]
    return 3 * quarter - 2, 3 * quarter
