"""The heading under which stands what a question names: 阳光清关 stands under （五）实施入境直达项目行动."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers.enumerations import heading_words
from assistant.questions.heading_asked import HeadingAsked
from assistant.types import Language
from assistant.wording.findings import Draft, Evidence, Statement
from corpus.normalise import reading_view
from corpus.types import Section, Span
from index.library import Library

MOST = 3
"""Headings that are told."""
_BESIDE = re.compile(r"^\s*(?:另一处与所问同样接近：|Stated elsewhere, and as close to the question\. )")


def answer_heading(asked: HeadingAsked, told: Draft, language: Language, library: Library) -> Draft | None:
    """The headings under which stands what was `told` of the thing that the question names, each with the first of it;
    None where nothing was told of it, or it stands under no such heading."""
    if told.status != "answered":
        return None
    under: dict[tuple[str, tuple[Section, ...]], Statement] = {}
    for statement in (*told.statements, *told.beside):
        if statement.evidence and (shown := _headings(asked, statement.evidence[0], library)):
            under.setdefault((statement.evidence[0].document_id, shown), statement)
    statements = [
        one
        for (name, shown), statement in list(under.items())[:MOST]
        for one in (_heading(name, shown, language), replace(statement, text=_alone(statement.text)))
    ]
    return Draft("answered", tuple(statements), confidence=told.confidence) if statements else None


def cited_again(cited: Sequence[tuple[str, Span]], library: Library) -> Draft:
    """What the turn before cited first, told once more."""
    quotes = [(Evidence(name, span), span.of(library.document(name).text)) for name, span in cited[:1]]
    told = tuple(Statement("".join(reading_view(text).text.split("\n")), (quote,)) for quote, text in quotes)
    return Draft("answered" if told else "not_found", told)


def _headings(asked: HeadingAsked, evidence: Evidence, library: Library) -> tuple[Section, ...]:
    """The innermost heading above a quote that is called as asked; all above it where any is asked for."""
    above = [one for one in _above(evidence, library) if heading_words(one)]
    if not asked.called:
        return tuple(above)
    return tuple([one for one in above if asked.called in heading_words(one)][-1:])


def _heading(document_id: str, shown: Sequence[Section], language: Language) -> Statement:
    zh = language == "zh"
    path = ("—" if zh else " / ").join(f"“{' '.join(heading_words(one).split())}”" for one in shown)
    quotes = tuple(Evidence(document_id, one.heading, one.path) for one in shown if one.heading is not None)
    return Statement(f"\n在{path}之下：" if zh else f"\nUnder {path}:", quotes)


def _alone(text: str) -> str:
    """A statement without the words that say that it stands beside another one."""
    return _BESIDE.sub("", text)


def _above(evidence: Evidence, library: Library) -> list[Section]:
    """The sections around a quote, the outermost first, but for the paper as a whole."""
    outline = library.sections(evidence.document_id)
    at = evidence.span.start
    return [one for one in outline if one.heading is not None and one.span.start <= at < one.span.end]
