"""Which place in an order a question asks for: 排名第二, ranks third, the runner-up, the second-highest."""

from __future__ import annotations

import re

_WORDS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ORDINAL = rf"(?:{'|'.join(_WORDS)}|\d{{1,2}}(?:st|nd|rd|th))"
RANKED = re.compile(
    r"排(?:名|在)?第?(?P<zh>[一二三四五六七八九十\d]+)"
    r"|(?<![a-z])(?:rank(?:s|ed|ing)?|came|comes?|finish(?:es|ed)?|plac(?:es|ed)|stands?|stood|is|was)(?: in| at)?"
    rf"(?: (?:the )?(?:no\.? ?|number |#)(?P<number>\d{{1,2}})|(?: the)? (?P<place>{_ORDINAL})(?: place"
    rf"| position| rank| spot)?)"
    r"(?=\s*(?:[?,.;]|$| (?:in|on|by|among|of|for|from|and|with)(?![a-z])))"
    rf"|(?<![a-z])(?:in|at|takes?|took|holds?|held|gets?|got)(?: the)? (?P<spot>{_ORDINAL})[ -](?:place"
    rf"|position|rank|spot)(?![a-z])"
    r"|(?<![a-z])(?P<runner>runners?[- ]up)(?![a-z])"
    rf"|(?<![a-z])(?P<end>{_ORDINAL})[ -](?:placed|ranked|ranking|best|highest|largest|biggest|most|lowest"
    rf"|worst|smallest)(?![a-z])",
    re.IGNORECASE,
)
"""What asks for a place in an order."""


def place_asked(text: str) -> int | None:
    """The place in an order that a question asks for, from 1; None where it asks for none."""
    found = RANKED.search(text)
    if found is None:
        return None
    if found["runner"]:
        return 2
    word = (found["zh"] or found["number"] or found["place"] or found["spot"] or found["end"]).lower()
    if digits := re.match(r"\d+", word):
        return int(digits.group())
    return _WORDS.index(word) + 1 if word in _WORDS else "零一二三四五六七八九十".find(word)
