"""What is left of a question when the words that only carry it are taken away."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from assistant.language.lay_words import phrases
from corpus.starting import led, led_in_turn
from index.glossary import phrases_in
from index.words import shipped_words

_MARKS = re.compile(r"(?:[\s，。？?！!、；;：:,“”\"'（）()\[\]…—-]|\.(?!\d)|(?<!\d)\.)+")
# Of the empty characters those that names are written with too.
_LOCATIVES = frozenset("里中上内前后")
# Phrases that name nothing: what any question may call the paper that it asks about, the parts that units have in a
# task, bounds of numbers and of time.
_NAMES_NOTHING = re.compile(
    r"(?:by )?(?:(?:no|not) )?(?:more|less|later|lower|earlier|fewer|higher|greater|older|younger) than"
    r"|(?:at|by) (?:the )?(?:least|most|once|end).*"
    r"|in (?:total|all|sum)|up to(?: now)?"
    r"|(?:set|lay|laid|spell|spelled|spelt)s? (?:out|down)"
    r"|or (?:so|more|less|above|over)|so far|as of|according to|(?:this|that) (?:year|city|province)"
    r"|(?:(?:the|of|a|an|implementation|work|action|tasks?|name|date|number|overall|official|issuing|policy|policies"
    r"|main|key|documents?|plans?|lists?|lead(?:s|ing)?|responsible|supporting|relevant|units?|departments?|agenc(?:y|ies)"
    r"|bod(?:y|ies)|organi[sz]ations?|municipal|deadlines?|due|to|do|for|each)(?:[ -]|$))+",
    re.IGNORECASE,
)
# What is to be handed in names the task: 什么时候要交实施方案, 整改方案几号前报.
_PLAN = "(?:实施|工作|落实|行动|整改|推进|具体)?(?:方案|细则|台账|计划|总结)"
_HAND_IN = "(?:上交|提交|报送|上报|报备|送审|交(?![通易流际付由给办])|报(?![告名价到道表]))"
_HANDED_IN = re.compile(
    rf"{_HAND_IN}(?:各自|本单位|本部门|一份|具体)?的?(?P<after>{_PLAN})|(?P<before>{_PLAN})[^，。；？?]{{0,8}}?{_HAND_IN}"
)
_POSSESSIVE = re.compile("(?<=[A-Za-z])['’]s(?![A-Za-z])")
_HAN = re.compile("[\u3007\u3400-\u9fff]+")


def topic_words(text: str) -> list[str]:
    """The runs of `text` that may name something, in order, without marks and empty words.

    An everyday word that is in part empty stays whole (到 in 挂到网上, 的 in 打的钱), as does an English phrase that
    has a rendering of its own (pays out, people in need); one of nothing but empty words goes (都有谁).
    """
    talk, singles = _empty_words()
    spoken = [match.span() for match in talk.finditer(text)]
    left = list(text)
    for start, end in spoken:
        left[start:end] = " " * (end - start)
    for run in _HAN.finditer("".join(left)):
        left[run.start() : run.end()] = _without_singles(run.group(), singles)
    for handed in _HANDED_IN.finditer(text):
        start, end = handed.span("after" if handed["after"] else "before")
        left[start:end] = text[start:end]
    for phrase in phrases(text):
        across = any(start < phrase.start < end or start < phrase.end < end for start, end in spoken)
        if not across and any(left[at] != " " for at in range(phrase.start, phrase.end)):
            left[phrase.start : phrase.end] = text[phrase.start : phrase.end]
    for start, end in phrases_in(text):
        if any(left[at] != " " for at in range(start, end)) and not _NAMES_NOTHING.fullmatch(text, start, end):
            left[start:end] = _POSSESSIVE.sub(lambda match: " " * len(match.group()), text[start:end])
    return without_marks("".join(left)).split()


def without_marks(text: str) -> str:
    """`text` with one blank for every run of punctuation and white space."""
    return _MARKS.sub(" ", text).strip()


def _without_singles(run: str, singles: frozenset[str]) -> str:
    """A Chinese run with blanks for empty single characters; one between other single characters belongs to a name
    that no dictionary has (里 in 马德里)."""
    words = shipped_words().segment(run)
    kept = []
    for position, word in enumerate(words):
        named = any(
            0 <= beside < len(words) and len(words[beside]) == 1 and words[beside] not in singles
            for beside in (position - 1, position + 1)
        )
        kept.append(" " * len(word) if word in singles and not (named and word in _LOCATIVES) else word)
    return "".join(kept)


@cache
def _empty_words() -> tuple[re.Pattern[str], frozenset[str]]:
    with (Path(__file__).parent / "topic.toml").open("rb") as file:
        words = tomllib.load(file)
    chinese, english = led_in_turn(words["zh"], re.IGNORECASE), "|".join(words["en"])
    ways = ("['’](?:s|ll|re|ve|d|m)(?![A-Za-z])", f"(?<![A-Za-z])(?:{english})(?![A-Za-z])")
    phrases = re.compile("|".join((chinese, *(led(way, re.IGNORECASE) for way in ways))), re.IGNORECASE)
    return phrases, frozenset(words["singles"])
