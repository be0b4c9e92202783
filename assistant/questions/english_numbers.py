"""Large English numbers as they are said and abbreviated, in digits and full words: ten billion yuan is 10 billion
yuan, RMB 1.2bn is RMB 1.2 billion, half a million is 500 thousand."""

from __future__ import annotations

import re

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES = {word: number for number, word in enumerate(_ONES.split(), 1)} | {
    word: 10 * number for number, word in enumerate(_TENS.split(), 2)
}
_WORD = "|".join(sorted(_VALUES, key=len, reverse=True))
_SCALE = r"(?:thousand|million|billion|trillion)"
_SAID = re.compile(
    rf"(?<![A-Za-z-])(?:(?P<hundreds>{_WORD}"
    rf"|an?)[ -]hundred(?:[ -]and)?(?:[ -](?P<rest>(?:{_WORD})(?:[ -](?:{_WORD}))?))?"
    rf"|(?P<number>(?:{_WORD})(?:[ -](?:{_WORD}))?)"
    rf"|(?P<article>an?))(?:[ -](?P<and_half>and a half))?[ -](?P<scale>{_SCALE})(?![A-Za-z])",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?<![A-Za-z-])(?P<part>(?:a )?half|(?:a |one )?quarter of|three[ -]quarters of) an? (?P<scale>million"
    r"|billion|trillion)(?![A-Za-z])",
    re.IGNORECASE,
)
_SMALLER = {"million": "thousand", "billion": "million", "trillion": "billion"}
# A scale in one or two letters, where a currency stands before or after it: m alone is metres.
_SHORT = re.compile(
    r"(?P<before>(?<![A-Za-z])(?:RMB|CNY|USD|US\$|EUR|HKD|HK\$)\s?"
    r"|[$¥￥€£]\s?)?(?P<number>\d[\d,]*(?:\.\d+)?)\s?(?P<scale>k|m|mn|mln|mio|b|bn|bln|tn)"
    r"(?![A-Za-z0-9²³])(?P<after>[ -](?:yuan|rmb|renminbi|cny|(?:us )?dollars?|usd|euros?)(?![A-Za-z]))?",
    re.IGNORECASE,
)
_FULL = {"k": "thousand", "t": "trillion", "m": "million", "b": "billion"}


def in_digits(text: str) -> str:
    """`text` with its large English numbers in digits and whole words; small ones (two banks) stay."""
    text = _PART.sub(_of_part, text)
    text = _SAID.sub(_of_words, text)
    return _SHORT.sub(_in_full, text)


def _of_words(match: re.Match[str]) -> str:
    hundreds = match["hundreds"]
    if hundreds:
        value = 100 * _VALUES.get(hundreds.lower(), 1) + _sum(match["rest"] or "")
    else:
        value = _sum(match["number"] or "one")
    return f"{value}{'.5' if match['and_half'] else ''} {match['scale']}"


def _sum(words: str) -> int:
    return sum(_VALUES[word] for word in re.split("[ -]", words.lower()) if word)


def _of_part(match: re.Match[str]) -> str:
    part = match["part"].lower()
    share = 500 if "half" in part else 750 if part.startswith("three") else 250
    return f"{share} {_SMALLER[match['scale'].lower()]}"


def _in_full(match: re.Match[str]) -> str:
    scale = match["scale"].lower()
    if not (match["before"] or match["after"]) and scale not in ("bn", "bln", "mln", "tn"):
        return match.group()
    return f"{match['before'] or ''}{match['number']} {_FULL[scale[0]]}{match['after'] or ''}"
