"""Sentences that tell of which kinds something is: 专用号牌分为汽车号牌和摩托车号牌两种, for 专用号牌分几种;
主要包括灭火消防车、举高消防车、专勤消防车等, for 哪几类车."""

from __future__ import annotations

import re
from functools import lru_cache

_NUMBER = "(?:[两二三四五六七八九十]|十[一二三四五六七八九]|\\d{1,2})"
_KIND = "(?:个?(?:大?类(?!似)|种(?!植)|等?级(?!别)|档(?!案)|批次?|期(?!间|限)|阶段|层次?|部分|类型|类别|型(?!号)))"
_ASKS_PARTED = re.compile(
    rf"(?P<what>[\u4e00-\u9fff]{{2,12}}?)(?:一共|总共|共|都|又|可以?|具体|主要)*(?:分|划分|区分)(?:为|成|作|了)*(?:哪|几|多少)+{_KIND}"
)
_PARTED = re.compile(
    rf"(?:分|划分|区分)(?:别)?(?:为|成|作)[^。；]{{2,80}}?{_NUMBER}{_KIND}|(?:分|划分)(?:为|成|作)[^。；，]{{1,20}}[、和与]"
)
_ASKS_CALLED = re.compile(
    "(?:哪|什么)(?:些|几)?(?:种|类|个|家|样|款|辆|项)?(?P<noun>[车船机证照票税费品货路线店馆])(?=可以?|能|要|需|应|属|算|不|才|都|会|$)"
)
_ASKS_WHICH_KIND = re.compile("(?:哪|什么)(?:些|几)?(?:种|类|样的?)(?P<noun>[\u4e00-\u9fff]{2,6})[？?]?$")
LEAST_CALLED = 3
"""So many things in a row that are called alike are kinds of them."""


@lru_cache(maxsize=256)
def _asked(question: str) -> tuple[str, re.Pattern[str] | None]:
    """What a question asks the kinds of, "" where it does not; and names in a row called as it calls what it lists."""
    parted, called = _ASKS_PARTED.search(question), _ASKS_CALLED.search(question)
    if called is None and (named := _ASKS_WHICH_KIND.search(question)):
        # 提出合法、不合法、应当予以修改的书面审核意见
        listed = rf"(?:[^，。；、]{{1,16}}、)+[^，。；、]{{1,16}}(?:的|等)[^，。；、]{{0,4}}{re.escape(named['noun'])}"
        return (parted["what"] if parted else ""), re.compile(listed)
    row = called and re.compile(rf"(?:[\u4e00-\u9fff“”]{{1,12}}{called['noun']}[、和及]){{{LEAST_CALLED - 1},}}")
    return (parted["what"] if parted else ""), row


def asks_kinds(question: str) -> bool:
    """Whether a question asks for kinds of something, as sentences tell them."""
    return any(_asked(question))


def tells_kinds(question: str, text: str) -> bool:
    """Whether a sentence says into which kinds that is parted of which a question asks it, or gives by name several
    things that are called what it lists."""
    what, row = _asked(question)
    if what and (found := _PARTED.search(text)) and what[-2:] in text[: found.start()]:
        return True
    return bool(row and row.search(text))
