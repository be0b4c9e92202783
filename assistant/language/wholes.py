"""Questions for the whole of something (进口总的做到多大, altogether), sentences on the whole and on a part of it."""

from __future__ import annotations

import re

_ASKS_WHOLE = re.compile(
    # Not 一共 and 总共, which people say of anything that they count.
    r"总的(?!来)|(?:总体|整体)(?:上|目标|要|想)|加起来|总(?:规模|盘子)"
    r"|(?<![a-z])(?:overall|altogether|in (?:total|all)|as a whole|all told)(?![a-z])",
    re.IGNORECASE,
)
# 全市, 总额, 共: what a sentence says of the whole; 总体目标 heads what is aimed at as a whole.
_OF_WHOLE = re.compile(r"总[量额值计共]|总规模|合计|共计|(?<![公一])共[有计]?\d|全[市省区县州国](?!性|统|家)")
_HEADS_WHOLE = re.compile("(?:总体|发展|主要|工作|预期)目标|总体要求")
# One unit's task is a part of the whole.
_OF_PART = re.compile("[（(](?:责任|牵头|负责|承办|实施)(?:单位|部门)")


def asks_whole(question: str) -> bool:
    """Whether a question asks for the whole of something."""
    return bool(_ASKS_WHOLE.search(question))


def whole_or_part(text: str, headings: str) -> int:
    """1 for a sentence that speaks of the whole, -1 for one that speaks of a part, 0 where it does not tell."""
    if _OF_PART.search(text):
        return -1
    return int(bool(_OF_WHOLE.search(text) or _HEADS_WHOLE.search(headings)))
