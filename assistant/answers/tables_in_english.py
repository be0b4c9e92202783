"""A question in English put to a table whose heads are Chinese: which kind of row it asks for, and by which column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.language.ranks import RANKED
from assistant.matching.relevance import Relevance
from index.glossary import renderings

_ASKED = re.compile(
    r"(?<![a-z])(?:which|what)(?: of the)? (?P<kind>(?:[a-z-]+ ){0,2}?[a-z-]+)"
    r"(?= (?:has|have|had|is|was|are|were|came|comes?|ranks?|ranked|scored?|scores|got|gets|did|does|do|made"
    r"|makes|took|takes|finished"
    r"|places?|placed|in|of|on|with|at|among|stands?|stood|recorded|reached|saw|received|receives|earns?"
    r"|shows?|leads?)(?![a-z]))",
    re.IGNORECASE,
)
_AMONG = re.compile(r"(?<![a-z])(?:among|amongst|of)(?: all)?(?: the)? (?P<kind>[a-z-]{3,})(?![a-z])", re.IGNORECASE)
_ENDS = re.compile(
    r"(?<![a-z])(?:most|least|fewest|highest|lowest|largest|smallest|biggest|greatest|best|worst|top|bottom"
    r"|first|last"
    r"|fastest|slowest|longest|shortest)(?![a-z])",
    re.IGNORECASE,
)
LEAST_AHEAD = 0.15
"""A column is meant when it speaks of this much more of what is ranked than the next one."""


def is_kind_asked_for(text: str, called: str, labels: Sequence[str]) -> bool:
    """Whether `text` asks which of the rows of a table: which township, of 云垄镇 and 石岚乡; `called` is the head of
    their column."""
    asked = _ASKED.search(text)
    if asked is None:
        return False
    among = _AMONG.search(text) if asked["kind"].lower() == "one" else None
    kinds = [term for term, _ in renderings(among["kind"] if among else asked["kind"])]
    ends = {label[-1:] for label in labels} | {label[-2:] for label in labels}
    return any(
        kind == called or (called and kind in called) or kind in ends or _all_end_in(kind, labels) for kind in kinds
    )


def _all_end_in(kind: str, labels: Sequence[str]) -> bool:
    """Whether each name of a row ends in a character of its kind: 乡镇, of 云垄镇 and 石岚乡."""
    return len(kind) == 2 and len(labels) > 1 and all(label[-1:] in kind for label in labels)


def column_ranked(text: str, relevance: Relevance, beside: str, columns: Sequence[str]) -> int | None:
    """The one column that speaks best of what is ranked in `text` (the lowest completion rate: 完成率); None where none
    does, or several do. What stands `beside` the table, in the title and in its rows, says nothing of
    its columns."""
    asked = _ASKED.search(text)
    words = {word.lower() for found in _ENDS.finditer(text) for word in found.group().split()}
    words |= {word.lower() for word in (asked["kind"] if asked else "").split()}
    words |= {word.lower() for found in RANKED.finditer(text) for word in re.findall("[a-z]+", found.group().lower())}
    named = relevance.within(beside)
    rest = named.without(frozenset(words))
    if not rest.terms or all(term.word in words for term in rest.terms):
        return None
    shares = rest.shares_of(list(columns))
    best, *others = sorted(shares, reverse=True)
    clear = best >= 0.6 and best - max(others, default=0.0) >= LEAST_AHEAD
    return shares.index(best) if clear else None
