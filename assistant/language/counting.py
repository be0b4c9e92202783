"""Numbers that a question already knows: "the six systems", "哪四方面", "八件事"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from index.glossary import SILENT, renderings

_CHINESE = (*"一二三四五六七八九十", *(f"十{one}" for one in "一二三四五六七八九"), "二十")
_ENGLISH = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_NUMERALS = (
    {digit: value for value, digit in enumerate(_CHINESE, start=1)}
    | {"两": 2}
    | {str(value): value for value in range(2, 21)}
    | {word: value for value, word in enumerate(_ENGLISH, start=2)}
)
_MEASURE = "(?:大|个|项|件|条|类|种|对|张|点|方面|步|条主线|句话)"
_COUNTED = re.compile(
    # 后面三张表一共多少项 says where they stand, not how many there are.
    rf"(?<![第\d十])(?P<zh>二十|十[一二三四五六七八九]|[两二三四五六七八九十]|\d{{1,2}}){_MEASURE}(?!附?表(?!格?[是都分])|附件(?![是都分]))"
    rf"|(?<![A-Za-z])(?P<en>{'|'.join(_ENGLISH)})(?= [a-z'‘“\"]| ?[“\"\u4e00-\u9fff])",
    re.IGNORECASE,
)

# What an English question counts: the two or three words after the number, as far as they name something.
_ENGLISH_COUNTED = re.compile(
    rf"(?<![A-Za-z\d])(?:{'|'.join(_ENGLISH)}|\d{{1,2}}) (?P<nouns>[a-z'’‘“\"-]+(?: [a-z'’‘“\"-]+){{0,2}})",
    re.IGNORECASE,
)
# What anything may be counted as.
_GENERAL_WORDS = """
    things ways areas fields aspects points parts items respects kinds types categories groups sections main key major
    specific different new other measures tasks matters
"""
_ANYTHING = frozenset(_GENERAL_WORDS.split())
# What says how many there are of what follows: 八大, 三十余个国家级…. One numeral tells, however many there are.
_BEFORE_COUNTED = re.compile(r"[\d一二两三四五六七八九十百](?:余|多)?[个大项条件类种]?[^，。；、\d]{0,6}\Z")
MOST_BETWEEN = 9
"""So many characters may stand from a number on to the name of what it counts."""


def numeral(word: str) -> int | None:
    """The value of a small numeral, Chinese, English or in digits; None for another word."""
    return _NUMERALS.get(word.lower())


@lru_cache(maxsize=256)  # every sentence is looked at for the number that the question knows
def counted(text: str) -> int | None:
    """How many things a question says that there are; None where it does not say."""
    match = _COUNTED.search(text)
    return numeral(match["zh"] or match["en"]) if match else None


@cache
def counts(number: int) -> re.Pattern[str]:
    """What says in Chinese that there are `number` things: 四方面, 4 项."""
    forms = (
        [str(number)] + ([_CHINESE[number - 1]] if number <= len(_CHINESE) else []) + (["两"] if number == 2 else [])
    )
    return re.compile(rf"(?<![第\d十])(?:{'|'.join(forms)})\s*{_MEASURE}")


@lru_cache(maxsize=256)
def counted_in_chinese(text: str) -> tuple[str, ...]:
    """What offices may call the things that an English question counts (five systems, four innovation measures): the
    renderings of the words after its numbers, of two characters or more; empty where it counts nothing."""
    forms: dict[str, None] = {}
    for match in _ENGLISH_COUNTED.finditer(text):
        nouns: list[str] = []
        for word in match["nouns"].split():
            if word.lower() in SILENT:
                break
            nouns += [word] * (word.lower() not in _ANYTHING)
        for word in reversed(nouns):  # the last one says what they are
            forms |= dict.fromkeys(term for term, _ in renderings(word) if len(term) > 1)
    return tuple(forms)


@cache
def number_words(number: int) -> frozenset[str]:
    """The words of a topic that only say that there are `number` things: 四大, 四个, 4, four."""
    written = [word for word, value in _NUMERALS.items() if value == number]
    measures = ["", *"大个项件条类种对张点步", "个大", "大类", "方面"]
    return frozenset(f"{word}{measure}" for word in written for measure in measures)


def says_how_many(text: str, forms: Sequence[str]) -> bool:
    """Whether a text says how many there are of what is called by one of `forms`: 八大行动, 三十余个国家级平台."""
    return any(
        _BEFORE_COUNTED.search(text, max(0, at - MOST_BETWEEN), at) for form in forms for at in _places_of(form, text)
    )


def _places_of(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
