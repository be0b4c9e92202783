"""Provinces and cities that a text names: what a document of Yunnan says answers no question about Shanghai."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

LOCALITIES = Path(__file__).parent / "localities.txt"


class LocalitiesError(ValueError):
    """The list of localities cannot be read; the message names the file and what to do."""


@lru_cache(maxsize=20_000)
def localities(text: str) -> frozenset[str]:
    """The localities that a text names, by their short names (济南 for 济南市)."""
    return frozenset(_pattern().findall(text))


def elsewhere(asked: frozenset[str], head: str, headings: str, text: str) -> bool:
    """Whether a text speaks of other localities than the ones `asked` (none: anywhere will do): its document's `head`
    names some, and neither head, headings nor the text itself names one of those asked."""
    if not asked or asked & localities(head) or not localities(head):
        return False
    return not asked & (localities(headings) | localities(text))


@cache
def _pattern() -> re.Pattern[str]:
    try:
        lines = LOCALITIES.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise LocalitiesError(f"{LOCALITIES} cannot be read ({error.strerror}); reinstall the package") from error
    names = [name for line in lines for name in line.partition("#")[0].split()]
    return re.compile("|".join(sorted(map(re.escape, names), key=lambda name: (-len(name), name))))
