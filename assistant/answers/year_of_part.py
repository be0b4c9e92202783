"""The year of a task that its sentence leaves to the heading above it: 建成包银高铁 under 二、2025年工作安排.

Who plans a year writes it once, over the part that plans it; what stands below names the day where there is one and no
year. Whoever asks for the year is given the heading with the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.language.events import event_asked
from assistant.language.numbering import without_references
from assistant.matching.needs import asks_year
from assistant.matching.relevance import Candidate, Relevance
from assistant.questions.asking import Ask
from assistant.questions.question import Question
from assistant.types import Language
from assistant.wording.findings import Draft, Evidence, Statement
from corpus.characters import same_width
from index.library import Library

SPOKEN_OF = 0.75
"""The sentence speaks of at least this share of what the question names: nothing else says that it tells of the event
whose year is asked for."""

_ASKS_DONE = re.compile(
    r"建[成好]|修[好通]|竣工|完[工成]|落成|交付|通车|通航|投[产运用]|启用|开[业园馆通]|(?<![a-z])(?:complet|finish|open|built)",
    re.IGNORECASE,
)
# 加快建设 says that it is not done in that year.
_DONE = re.compile("建成|竣工|完[工成]|落成|交付|通[车航]|投[入产运用]|启用|开[业园馆通放]|[投试]运[行营]|实现|办结")
_CLAUSES = re.compile(r"[^，。；、：;\n]+")
_YEAR = re.compile(r"(?<!\d)20\d\d(?=年)")
# What a part of several years is called tells the year of nothing in it: 2021—2025年, 到2027年, 2024年以来.
_NO_YEAR = re.compile(r"\d{4}年?\s*[—–\-~～至到]\s*\d{4}|[到至自从]\s*\d{4}年|\d{4}年(?:以来|起|前|度?报告)")


@dataclass(frozen=True, slots=True)
class HeadedYear:
    """The heading of a part that names the only year of what stands in it."""

    words: str
    year: str
    evidence: Evidence


def headed_year(document_id: str, path: Sequence[str], library: Library) -> HeadedYear | None:
    """The innermost heading above a text that names a year, where that is one year; None where there is none."""
    sections = {section.path: section for section in library.sections(document_id)}
    for depth in range(len(path), 0, -1):
        section = sections.get(tuple(path[:depth]))
        if section is None or section.heading is None:
            continue
        words = same_width(section.path[-1])
        years = set(_YEAR.findall(words))
        if not years:
            continue
        if len(years) > 1 or _NO_YEAR.search(words):
            return None
        return HeadedYear(section.path[-1], years.pop(), Evidence(document_id, section.heading, section.path))
    return None


def year_told(year: HeadedYear, language: Language) -> Statement:
    """That the year stands in the heading of the part."""
    told = (
        f"这一部分的标题写明年份：“{year.words}”。"
        if language == "zh"
        else f"The heading of this part gives the year: “{year.words}” ({year.year})."
    )
    return Statement(told, (year.evidence,), (year.year,))


def with_year_of_part(read: Draft | None, question: Question, relevance: Relevance, library: Library) -> Draft | None:
    """What was `read` of the event that a question asks the year of, with the heading that tells it; None where a
    question asks for more or another time, the sentence does not speak of that event, or no heading tells a year."""
    if question.asks != {Ask.DEADLINE} or not asks_year(question.text) or read is None or not read.statements:
        return None
    first = read.statements[0]
    if read.status != "answered" or not first.evidence:
        return None
    told = first.evidence[0]
    quote = without_references(told.span.of(library.document(told.document_id).text))
    own = relevance.within(library.summary(told.document_id).title)
    own = own if own.terms else relevance
    if own.score(Candidate(quote)).coverage < SPOKEN_OF or not _of_the_event(question, quote, own):
        return None
    year = headed_year(told.document_id, told.section, library)
    if year is None:
        return None
    return Draft("answered", (first, year_told(year, question.language)), confidence=read.confidence)


def _of_the_event(question: Question, quote: str, relevance: Relevance) -> bool:
    """Whether the clause that speaks of the thing tells of the event that is asked for: 建成包银高铁，加快建设太锡铁路
    tells when the one is built and not the other."""
    asked = question.text[question.opening :]
    event = _DONE if _ASKS_DONE.search(asked) else event_asked(asked)
    if event is None:
        return True
    clauses = _CLAUSES.findall(quote)
    shares = [relevance.score(Candidate(clause)).coverage for clause in clauses]
    best = max(shares, default=0.0)
    return any(event.search(clause) for clause, share in zip(clauses, shares, strict=True) if share >= best > 0)
