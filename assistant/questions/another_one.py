"""What an English follow-up names in the place of what the question before named, where no word of it is of one kind
with another: "and for a purpose-built one?" after "for a leased warehouse", "what about the minister?" after "what did
Wang propose?"."""

from __future__ import annotations

import re

_ONE = re.compile(
    r"^(?:(?:and|but|so|what|how|about|for|of|in|with|by|from|to)[ ,]+)*(?:an?"
    r"|the)? ?(?P<which>[a-z][a-z'’-]+(?: [a-z][a-z'’-]+)?) ones?"
    r"(?: then| instead| too)?\s*\?*$",
    re.IGNORECASE,
)
# The first adjective of what an article or a number opens: a leased warehouse, the two new lines.
_NAMED = re.compile(
    r"(?<![a-z])(?:an?|the|each|every|any)(?: (?:two|three|four|five))? (?P<which>[a-z][a-z'’-]+) (?=[a-z-]+)", re.I
)
_POINTS = frozenset(
    [
        "other",
        "same",
        "first",
        "second",
        "third",
        "last",
        "next",
        "previous",
        "former",
        "latter",
        "only",
        "main",
        "best",
        "new",
        "right",
        "wrong",
    ]
)
_DID = re.compile(
    r"^what (?:did|does|has|have|will|must|should) (?P<who>[^?]{2,60}?) (?=(?:say|said|propos|suggest|report"
    r"|promis|announc"
    r"|ask|stress|complain|demand|want|recommend|call|mention|explain|point|tell|told|pledg|warn|reveal"
    r"|add)[a-z]*(?![a-z]))",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"^(?:(?:and|but|so|what|how|about)[ ,]+)*(?P<who>(?:the )?(?:[a-z][a-z'’-]*,? ){0,6}?(?:head|director"
    r"|mayor|minister|president"
    r"|chair(?:man|woman|person)?|secretary|chief|governor|manager|expert|professor|spokes(?:man|woman"
    r"|person)|leader|boss|deputy)"
    r"(?: (?:of|from|at) [^?]{2,50})?|(?-i:[A-Z][a-z]+(?: [A-Z][a-z]+)?))\s*\?*$",
    re.IGNORECASE,
)


def another_one(text: str, previous: str) -> str | None:
    """The question `previous` with what `text` names instead, and nothing else; None where it names no such thing."""
    said, did = _WHO.match(text.strip()), _DID.match(previous)
    if said and did:
        return f"{previous[: did.start('who')]}{said['who']}{previous[did.end('who') :]}"
    one = _ONE.match(text.strip())
    if one is None or one["which"].lower() in _POINTS:
        return None
    named = list(_NAMED.finditer(previous))
    if not named:
        return None
    at = named[-1]
    return f"{previous[: at.start('which')]}{one['which']}{previous[at.end('which') :]}"
