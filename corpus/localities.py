"""Provinces and cities that a text names: what a document of Yunnan says answers no question about Shanghai."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from pathlib import Path

LOCALITIES = Path(__file__).parent / "localities.txt"
LEAST_NAMED = 3
"""A document that names its place fewer times than this may only cite it."""
MOST_HOMES = 3
"""What names more places equally often is about all of them."""

# What is called after a place and is not of it: 来源：北京日报, 北京大学, 北京时间. 长治久安 names no place.
_CALLED_AFTER = "日报|晚报|晨报|早报|时报|大学|时间|久安"
# In 做法中山东占几项 stands 山东.
_ACROSS = "(?<=中山)[东西](?![部区路城])"
# Whom national documents are addressed to beside the provinces.
_ADDRESSED = re.compile("新疆生产建设兵团")


class LocalitiesError(ValueError):
    """The list of localities cannot be read; the message names the file and what to do."""


@lru_cache(maxsize=20_000)
def localities(text: str) -> frozenset[str]:
    """The localities that a text names, by their short names (济南 for 济南市)."""
    return frozenset(_pattern().findall(text))


def places_in(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text names localities, in order: `text[start:end]` is a short name."""
    return tuple(match.span() for match in _pattern().finditer(text))


def home(text: str) -> tuple[str, ...]:
    """The localities that a document is of when its title does not say so: those that its whole `text` names most,
    where they are most of what it names. A circular about all provinces is of none."""
    named = Counter(_pattern().findall(_ADDRESSED.sub("", text)))
    most = max(named.values(), default=0)
    told = tuple(sorted(name for name, times in named.items() if 2 * times >= most))
    alone = len(told) <= MOST_HOMES and 2 * sum(named[name] for name in told) >= named.total()
    return told if most >= LEAST_NAMED and alone else ()


def of_others(asked: frozenset[str], head: str) -> bool:
    """Whether a document's `head` names localities, and none of those `asked` (none: anywhere will do)."""
    named = localities(head) if asked else frozenset()
    return bool(named) and asked.isdisjoint(named)


def elsewhere(asked: frozenset[str], head: str, headings: str, text: str) -> bool:
    """Whether a text speaks of other localities than the ones `asked` (none: anywhere will do): its document's `head`
    names some, and neither head, headings nor the text itself names one of those asked."""
    return of_others(asked, head) and not (_names_one(headings, asked) or _names_one(text, asked))


def _names_one(text: str, asked: frozenset[str]) -> bool:
    """Whether a text names one of these localities; most texts do not even have the characters."""
    return any(name in text for name in asked) and not asked.isdisjoint(localities(text))


@cache
def _pattern() -> re.Pattern[str]:
    try:
        lines = LOCALITIES.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise LocalitiesError(f"{LOCALITIES} cannot be read ({error.strerror}); reinstall the package") from error
    names = [name for line in lines for name in line.partition("#")[0].split()]
    longest_first = sorted(map(re.escape, names), key=lambda name: (-len(name), name))
    return re.compile(f"(?:{'|'.join(longest_first)})(?!{_CALLED_AFTER}|{_ACROSS})")
