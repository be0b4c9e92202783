"""The years that a question means and that a sentence speaks of; in a report 今年 is the year that it plans."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.characters import same_width
from corpus.types import Document

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_RELATIVE = (
    (re.compile(r"前年"), -2),
    (re.compile(r"去年|上年|上一年|(?<![a-z])last year(?![a-z])", re.IGNORECASE), -1),
    (re.compile(r"今年|本年度?|(?<![a-z])this year(?![a-z])", re.IGNORECASE), 0),
    (re.compile(r"明年|(?<![a-z])next year(?![a-z])", re.IGNORECASE), 1),
)
WORDS = frozenset(("前年", "去年", "上年", "今年", "本年", "明年", "last year", "this year", "next year"))
"""The words for years that are not years by number."""
_PLANNED = re.compile(
    r"(20\d\d)年(?:的)?(?:全市|全区|全省|政府)?(?:工作(?:安排|任务|总体|重点|打算|思路|目标)|重点工作|主要(?:任务|工作)|目标任务|总体要求|经济社会发展)"
)

_REACHED = re.compile(
    r"实际(?:上)?(?:完成|达到|实现|做到|落实|建成|新增)"
    r"|(?<![a-z])actually (?:reach|achiev|complet|attain|deliver|spen|buil)",
    re.IGNORECASE,
)
_AIMS = re.compile(r"力争|争取|(?<!已)到20\d\d年|目标[：:是为]|计划(?:完成|实现|达到)|将(?:达到|突破|实现)")


def asks_past(text: str) -> bool:
    """Whether a question asks for a year that is over (去年, last year) or for what was reached (实际完成): an aim does
    not answer it."""
    if _REACHED.search(text):
        return True
    offsets = [offset for pattern, offset in _RELATIVE if pattern.search(text)]
    return bool(offsets) and max(offsets) < 0


def unresolved(text: str, document: Document) -> bool:
    """Whether a question counts from a year (去年) that a document does not tell."""
    return not named_years(text) and names_year(text) and not asked_years(text, document)


def aims(text: str) -> bool:
    """Whether a sentence says what is to be reached rather than what was."""
    return bool(_AIMS.search(text))


def named_years(text: str) -> frozenset[str]:
    """The years that a text names by number."""
    return frozenset(_YEAR.findall(text))


def names_year(text: str) -> bool:
    """Whether a text names a year, by number or as 去年 or this year."""
    return bool(_YEAR.search(text)) or any(pattern.search(text) for pattern, _ in _RELATIVE)


def asked_years(text: str, document: Document) -> tuple[str, ...]:
    """The years that a question means when it is asked of `document`, in the order of the calendar; relative words
    (去年, this year) count from the year that the document plans, else from that of its issue."""
    years = set(named_years(text))
    issued = document.metadata.issued or document.metadata.published
    planned = _planned_year(document.text) or (issued.year if issued else None)
    if planned is not None:
        years |= {str(planned + offset) for pattern, offset in _RELATIVE if pattern.search(text)}
    return tuple(sorted(years))


def spoken_years(text: str, headings: str, title: str) -> frozenset[str]:
    """The years of the nearest context that names any: the sentence, its headings, the document's title; empty where
    none does, and the sentence may speak of every year."""
    for part in (text, headings, title):
        if found := named_years(part):
            return found
    return frozenset()


def speaks_of(document: Document, years: tuple[str, ...]) -> bool:
    """Whether a document names one of the years at all."""
    named = _all_years(document.text)
    return any(year in document.metadata.title or year in named for year in years)


@lru_cache(maxsize=256)
def _planned_year(text: str) -> int | None:
    planned = [int(year) for year in _PLANNED.findall(same_width(text))]
    return max(planned, default=None)


@lru_cache(maxsize=256)
def _all_years(text: str) -> frozenset[str]:
    """Every year that a text names, inside longer numbers, too."""
    return frozenset(re.findall(r"(?=((?:19|20)\d\d))", same_width(text)))
