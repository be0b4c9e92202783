"""What stands beside that which the turn before cited: what a follow-up asks is most often said there.

A rule and its exceptions, the grades of a response, the kinds of a subsidy follow one another in the text; who asks of
one of them and then "and the other?" is told where the first was told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.questions.question import Question
from assistant.types import Turn
from corpus.types import Passage, Span

WITHIN = 300
"""The characters over which the nearness to what was cited falls to a half."""
NEIGHBOURING = 0.6
"""Passages of this nearness are read whether search finds them or not: those up to 200 characters away."""

CitedSpan = tuple[str, Span]
"""A span that an answer cited, after the id of its document."""


MOST_CITED = 2
"""An answer that cites more than this tells of several things, and what points back at it of none of them alone."""
_PUT_IN = re.compile("“[^“”]*”")


def nearness_to(places: Sequence[CitedSpan], document_id: str, span: Span) -> float:
    """How near a span stands to the nearest of some places, 0..1: 1 inside of one, 0 in another document."""
    gaps = [max(0, span.start - place.end, place.start - span.end) for name, place in places if name == document_id]
    return 1 / (1 + min(gaps) / WITHIN) if gaps else 0.0


def neighbouring(places: Sequence[CitedSpan], passage: Passage) -> bool:
    """Whether a passage stands next to one of some places, or holds it."""
    return nearness_to(places, passage.document_id, passage.span) >= NEIGHBOURING


def points_elsewhere(question: Question, said: str) -> bool:
    """Whether a question names a document, an annex or something in quotation marks of its own: in what was `said`,
    not in what was put in for a word that points back (“新能源”由谁负责 of 这个由谁负责)."""
    return bool(question.document_ids or question.places or "“" in said)


def just_said(question: Question, document_id: str, spans: Sequence[Span]) -> bool:
    """Whether a question that only points back (这件事谁负责, who is responsible for that) points at what stands in
    some spans: the answer before cites it, and not much else."""
    put_in = _PUT_IN.search(question.text) if 0 < len(question.last_cited) <= MOST_CITED else None
    if put_in is None or question.opening or not all(word in put_in[0] for word in question.topic.split()):
        return False  # 数据支撑那条呢 has a topic of its own
    return any(name == document_id and place.overlaps(span) for name, place in question.last_cited for span in spans)


def cited_before(turns: Sequence[Turn]) -> tuple[CitedSpan, ...]:
    """Where the last answer that cites something stands: its documents, with the spans it cited."""
    cited = next((turn.answer.citations for turn in reversed(turns) if turn.answer.citations), ())
    return tuple((citation.document_id, Span(citation.start, citation.end)) for citation in cited)
