"""One case and its outcome, held against the documents: what is met, what is missed, what each citation is worth.

A citation counts by its offsets alone: it supports a piece of evidence when both stand in the same document and share
at least one character, and when it is short enough to be looked up (`LONGEST_CITATION`). No model judges anything.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.types import Span
from eval.cases import Case, comparable
from eval.outcomes import Outcome, Texts

LONGEST_CITATION = 800
"""Characters; a longer quote points at a page, not at a statement, and supports nothing."""

EXHAUSTIVE_TYPES = frozenset({"list", "compare"})
"""Here nearly all of the evidence must be cited, elsewhere one piece of it."""

EXHAUSTIVE_SHARE = 0.9

FILE_ENDING = re.compile(r"\.(txt|html|docx|pdf|md)$")


@dataclass(frozen=True, slots=True)
class CitationJudgement:
    """`verbatim`: the quote is exactly what stands at its offsets. `supports`: positions in the case's evidence."""

    verbatim: bool
    supports: frozenset[int]


@dataclass(frozen=True, slots=True)
class Judgement:
    """How an outcome compares with its case; a case that ended in an error meets nothing.

    `unmet` are positions of must groups, `forbidden` the must_not strings that occur, `cited` positions of evidence
    that at least one citation supports.
    """

    case: Case
    outcome: Outcome
    status_met: bool
    unmet: tuple[int, ...]
    forbidden: tuple[str, ...]
    citations: tuple[CitationJudgement, ...]
    cited: frozenset[int]

    @property
    def evidence_met(self) -> bool:
        """Enough of the evidence is cited; asks nothing of a case without evidence or with status not_found."""
        wanted = len(self.case.evidence) if self.case.answerable else 0
        if not wanted:
            return True
        share = len(self.cited) / wanted
        return share >= EXHAUSTIVE_SHARE if self.case.type in EXHAUSTIVE_TYPES else share > 0

    @property
    def causes(self) -> tuple[str, ...]:
        """Why the case is wrong: any of error, status, must, must_not, evidence; empty when it is right."""
        if self.outcome.error is not None:
            return ("error",)
        checks = {
            "status": self.status_met,
            "must": not self.unmet,
            "must_not": not self.forbidden,
            "evidence": self.evidence_met,
        }
        return tuple(name for name, met in checks.items() if not met)

    @property
    def right(self) -> bool:
        """Nothing is wrong."""
        return not self.causes


class QuoteFinder:
    """Finds quotes in canonical texts, white space apart; the first occurrence counts."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._condensed: dict[str, tuple[str, tuple[int, ...]]] = {}

    def text(self, document_id: str) -> str | None:
        """The canonical text, None where there is no such document."""
        try:
            return self._texts(document_id)
        except KeyError:
            return None

    def spans(self, document_id: str, quote: str) -> list[Span]:
        """Every place of a quote in the canonical text, in order; empty where there is none."""
        text = self.text(document_id)
        wanted = re.sub(r"\s+", "", quote)
        if text is None or not wanted:
            return []
        if document_id not in self._condensed:
            positions = tuple(index for index, character in enumerate(text) if not character.isspace())
            self._condensed[document_id] = ("".join(text[index] for index in positions), positions)
        condensed, positions = self._condensed[document_id]
        found: list[Span] = []
        start = condensed.find(wanted)
        while start >= 0:
            found.append(Span(positions[start], positions[start + len(wanted) - 1] + 1))
            start = condensed.find(wanted, start + 1)
        return found

    def find(self, document_id: str, quote: str) -> Span | None:
        """The first place of a quote, None where it does not stand in the document."""
        return next(iter(self.spans(document_id, quote)), None)


def judge(case: Case, outcome: Outcome, quotes: QuoteFinder) -> Judgement:
    """Hold one outcome against its case."""
    answer = outcome.answer
    if answer is None:
        return Judgement(case, outcome, False, tuple(range(len(case.must))), (), (), frozenset())
    said = comparable(str(answer.get("answer") or ""))
    citations = tuple(_judge_citation(citation, case, quotes) for citation in outcome.citations)
    return Judgement(
        case=case,
        outcome=outcome,
        status_met=outcome.status == case.status,
        unmet=tuple(
            position for position, group in enumerate(case.must) if not any(comparable(text) in said for text in group)
        ),
        forbidden=tuple(text for text in case.must_not if comparable(text) in said),
        citations=citations,
        cited=frozenset().union(*(citation.supports for citation in citations)),
    )


def judge_all(cases: Sequence[Case], outcomes: Mapping[str, Outcome], texts: Texts) -> tuple[Judgement, ...]:
    """Every case judged, in the order of the gold file; one without an outcome counts as an error."""
    quotes = QuoteFinder(texts)
    unasked = "the run ended before this case was asked"
    return tuple(judge(case, outcomes.get(case.id, Outcome(case.id, (), (), unasked)), quotes) for case in cases)


def _judge_citation(citation: Mapping[str, Any], case: Case, quotes: QuoteFinder) -> CitationJudgement:
    try:
        document_id, start, end = str(citation["document_id"]), int(citation["start"]), int(citation["end"])
    except (KeyError, TypeError, ValueError):  # a citation without its offsets is worth nothing, but is counted
        return CitationJudgement(False, frozenset())
    text = quotes.text(document_id)
    verbatim = text is not None and text[start:end] == citation.get("quote")
    if end - start > LONGEST_CITATION:
        return CitationJudgement(verbatim, frozenset())
    return CitationJudgement(verbatim, supported(case, document_id, start, end, quotes))


def supported(case: Case, document_id: str, start: int, end: int, quotes: QuoteFinder) -> frozenset[int]:
    """Positions in the case's evidence of what shares a character with start..end of a document."""
    found: set[int] = set()
    for position, evidence in enumerate(case.evidence):
        if FILE_ENDING.sub("", document_id) != FILE_ENDING.sub("", evidence.doc):
            continue
        span = quotes.find(document_id, evidence.quote)
        if span is not None and start < span.end and end > span.start:
            found.add(position)
    return frozenset(found)
