"""What stands beside that which the turn before cited: what a follow-up asks is most often said there.

A rule and its exceptions, the grades of a response, the kinds of a subsidy follow one another in the text; who asks of
one of them and then "and the other?" is told where the first was told.
"""

from __future__ import annotations

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


def nearness_to(places: Sequence[CitedSpan], document_id: str, span: Span) -> float:
    """How near a span stands to the nearest of some places, 0..1: 1 inside of one, 0 in another document."""
    gaps = [max(0, span.start - place.end, place.start - span.end) for name, place in places if name == document_id]
    return 1 / (1 + min(gaps) / WITHIN) if gaps else 0.0


def neighbouring(places: Sequence[CitedSpan], passage: Passage) -> bool:
    """Whether a passage stands next to one of some places, or holds it."""
    return nearness_to(places, passage.document_id, passage.span) >= NEIGHBOURING


def points_elsewhere(question: Question) -> bool:
    """Whether a question names a document, an annex or something in quotation marks of its own."""
    return bool(question.document_ids or question.places or "“" in question.text[question.opening :])


def cited_before(turns: Sequence[Turn]) -> tuple[CitedSpan, ...]:
    """Where the last answer that cites something stands: its documents, with the spans it cited."""
    cited = next((turn.answer.citations for turn in reversed(turns) if turn.answer.citations), ())
    return tuple((citation.document_id, Span(citation.start, citation.end)) for citation in cited)
