"""English question words that ask nothing: they join a clause to a noun or to the sentence.

People who have no work; the scheme where goods are kept abroad; When Liaoning asked for more, which ones came first?
"""

from __future__ import annotations

import re

SIGN = "□"
"""What stands for each letter of such a word, so that nothing is read there."""

_JOINS = re.compile(r"(?<![A-Za-z])(?:who|when|where)(?![A-Za-z])", re.IGNORECASE)
_BEFORE = re.compile(r"([A-Za-z]+),? $")
_AFTER = re.compile(r" ([A-Za-z]+)(?: ([A-Za-z]+))?")
# After these a question word asks: tell me who leads, and by when.
_LEADING_TO_ASKING = """
    me us know list say says said state states show ask asks asking out wonder specify identify name names tell
    and or but by of to for from with on about since until till is are was were exactly just also then plus so
    as no vs
"""
_LEADS_TO_ASKING = frozenset(_LEADING_TO_ASKING.split())
# Before these, when and where ask.
_AFTER_ASKING = """
    is are was were be do does did has have had will would can could should must may shall due to exactly
    precisely and or by at in s
"""
_VERBS = frozenset(_AFTER_ASKING.split())
_PRONOUNS = frozenset(("it", "they", "this", "that"))
_ASKS = re.compile(
    r"(?<![a-z])(?:who|whom|whose|what|when|where|which|why|how)(?![a-z])|[谁哪几多]|什么|何", re.IGNORECASE
)


def without_relatives(text: str) -> str:
    """`text` with a SIGN for every letter of the question words that only join a clause; a question keeps one that
    asks."""
    for match in reversed(list(_JOINS.finditer(text))):
        if _only_joins(text, match):
            rest = text[: match.start()] + SIGN * len(match.group()) + text[match.end() :]
            text = rest if _ASKS.search(rest) else text
    return text


def _only_joins(text: str, match: re.Match[str]) -> bool:
    before, after = _BEFORE.search(text[max(0, match.start() - 30) : match.start()]), _AFTER.match(text, match.end())
    if after is None or (before and before[1].lower() in _LEADS_TO_ASKING):
        return False
    if match.group().lower() == "who":
        return before is not None and not before.group().endswith(", ")
    following = after[2] if after[1].lower() in _PRONOUNS else after[1]
    return (following or "is").lower() not in _VERBS
