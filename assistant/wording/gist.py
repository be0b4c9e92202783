"""What of a Chinese quotation can be said in English without guessing: its dates, units, figures and known terms.

No sentence is translated. Each rendering stands before the Chinese that it renders, and whoever reads it is told that
the quotation is what counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.language.numbering import unnumbered
from assistant.wording.compose import date_words, unit_words
from assistant.wording.figures import figure_words
from assistant.wording.findings import Evidence, Statement
from corpus.dates import find_deadlines
from corpus.quantities import find_quantities
from corpus.types import Span
from corpus.unit_names import english_name
from corpus.units import find_units
from index.glossary import english_terms

AUTHORITY = "The Chinese that is quoted is the authority."
MOST = 8
"""Renderings of one answer: what helps to read a quotation, not a second one."""
READ = 400
"""Characters of a sentence that are looked at, so that what is rendered stands in the part that is quoted."""

# What marks a field of a task rather than a thing.
_LABELS = frozenset(("责任单位", "牵头单位", "配合单位", "参与单位", "完成时限", "责任部门"))


@dataclass(frozen=True, slots=True)
class Rendering:
    """The English for what stands at `span` of a sentence, with the Chinese in brackets in it; `chinese` as printed."""

    span: Span
    english: str
    chinese: str


def gist(quotes: Sequence[tuple[str, Evidence]]) -> Statement | None:
    """One statement with what can be rendered of quoted texts, in their order; None where nothing can."""
    told: dict[str, str] = {}
    evidence: dict[Evidence, None] = {}
    for text, source in quotes:
        for rendering in renderings_of(unnumbered(text)[:READ]):
            if rendering.chinese not in told and len(told) < MOST:
                told[rendering.chinese] = rendering.english
                evidence[source] = None
    if not told:
        return None
    text = f"In English: {'; '.join(told.values())}. {AUTHORITY}"
    return Statement(text, tuple(evidence), tuple(told))


def renderings_of(text: str) -> list[Rendering]:
    """What can be rendered of a Chinese text, in its order, without overlaps: dates, then units, figures and terms."""
    found: list[Rendering] = []
    for one in (*_dates(text), *_names(text), *_figures(text), *_terms(text)):
        if not any(one.span.overlaps(other.span) for other in found):
            found.append(one)
    return sorted(found, key=lambda one: one.span)


def _dates(text: str) -> Iterator[Rendering]:
    for deadline in find_deadlines(text):
        words = date_words(deadline, "en")
        if words.isascii() or "(" in words:
            yield Rendering(deadline.span, words, deadline.text)


def _names(text: str) -> Iterator[Rendering]:
    for mention in find_units(text):
        # 住房和城乡建设部门 are those of a city, too, and no ministry.
        if english_name(mention.name) and not text.startswith("门", mention.end):
            yield Rendering(Span(mention.start, mention.end), unit_words([mention.name], "en"), mention.name)


def _figures(text: str) -> Iterator[Rendering]:
    for quantity in find_quantities(text):
        words = figure_words(quantity)
        people = quantity.unit == "人" and re.match("[才民口员大]", text[quantity.end :])
        if words and words != quantity.text and not people:
            yield Rendering(Span(quantity.start, quantity.end), f"{words} ({quantity.text})", quantity.text)


def _terms(text: str) -> Iterator[Rendering]:
    for match in _known_terms().finditer(text):
        term = match.group()
        yield Rendering(Span(*match.span()), f"{english_terms()[term]} ({term})", term)


@cache
def _known_terms() -> re.Pattern[str]:
    # A body is rendered by its name, or not at all.
    terms = [term for term in english_terms() if term not in _LABELS and not find_units(term)]
    return re.compile("|".join(sorted(map(re.escape, terms), key=lambda term: (-len(term), term))))
