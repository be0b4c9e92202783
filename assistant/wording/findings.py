"""What was found, before it is worded: statements with the spans that support them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.types import Status
from corpus.types import CellPosition, Passage, Span, TaskRecord


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span of a document that supports a statement, and where it stands there."""

    document_id: str
    span: Span
    section: tuple[str, ...] = ()
    page: int | None = None
    cell: CellPosition | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of an answer. `values` are the units, dates and numbers it gives, as the document prints them
    (white space and width apart): each must occur in a quote of `evidence`, or the statement is not sent.

    A statement without evidence states no fact about the documents ("未写明完成时间").
    """

    text: str
    evidence: tuple[Evidence, ...] = ()
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before its citations are numbered and checked. `confidence` (0..1) is the score of what it rests on; 1
    where it rests on what the question points at (an item, a unit, a document) and not on likeness. `beside` is what is
    stated elsewhere and may be what was asked as well: it is told with an answer to one question, after it."""

    status: Status
    statements: tuple[Statement, ...]
    missing: tuple[str, ...] = ()
    tasks: tuple[TaskRecord, ...] = ()
    total: int | None = None
    coverage: str | None = None
    beside: tuple[Statement, ...] = ()
    confidence: float = 1.0

    @property
    def document_ids(self) -> frozenset[str]:
        """The documents that its statements rest on."""
        return _documents(self.statements)

    @property
    def places(self) -> frozenset[tuple[str, Span]]:
        """The spans that its statements rest on, each after the id of its document."""
        return frozenset((one.document_id, one.span) for each in self.statements for one in each.evidence)

    def with_beside(self, *, same_documents: bool) -> Draft:
        """This telling what is stated elsewhere and may be what was asked as well; with `same_documents` (in a
        conversation, which is about its documents) only where it rests on no others."""
        if same_documents and not _documents(self.beside) <= self.document_ids:
            return self
        return replace(self, statements=(*self.statements, *self.beside))


def _documents(statements: Iterable[Statement]) -> frozenset[str]:
    return frozenset(evidence.document_id for one in statements for evidence in one.evidence)


def evidence_of_record(record: TaskRecord) -> tuple[Evidence, ...]:
    """The whole statement of a record: its row, or its paragraph with the bracket; and what stands elsewhere of what it
    says, such as the row above a 同上."""
    stated = record.spans["statement"]
    elsewhere = {
        span: None
        for name in ("lead_units", "participating_units", "deadline", "targets")
        for span in record.spans.get(name, ())
        if not any(whole.start <= span.start and span.end <= whole.end for whole in stated)
    }
    return tuple(
        Evidence(record.document_id, span, record.section, cell=record.cell if span in stated else None)
        for span in (*stated, *elsewhere)
    )


def evidence_of_passage(passage: Passage, span: Span) -> Evidence:
    """A span of a passage as evidence."""
    return Evidence(passage.document_id, span, passage.section, passage.page, passage.cell)
