"""What a question becomes: an answer, its citations, the conversation around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from corpus.types import CellPosition, TaskRecord

Language = Literal["zh", "en"]
Status = Literal["answered", "partial", "not_found"]


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim quote: `quote == text[start:end]` of the document, checked before an answer leaves."""

    marker: int
    document_id: str
    title: str
    document_number: str | None
    issuer: str | None
    issued: date | None
    section: tuple[str, ...]
    quote: str
    start: int
    end: int
    page: int | None = None
    cell: CellPosition | None = None

    @property
    def url(self) -> str:
        """The reader's address, relative to the server, scrolled to the quote."""
        return f"/documents/{self.document_id}#c={self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. `answer` is complete on its own; every sentence that states a fact carries a marker [n], and
    every marker names one of `citations`. A `not_found` answer has no citations. `confidence` (0..1) is how well what
    the answer rests on answers to the topic; 0 for what was not found. It orders answers and is no probability."""

    id: str
    conversation_id: str
    question: str
    standalone_question: str
    language: Language
    status: Status
    answer: str
    missing: tuple[str, ...] = ()
    tasks: tuple[TaskRecord, ...] = ()
    total: int | None = None
    coverage: str | None = None
    citations: tuple[Citation, ...] = ()
    follow_ups: tuple[str, ...] = ()
    confidence: float = 1.0
    timings_ms: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange of a conversation, oldest first in a conversation's history."""

    question: str
    answer: Answer


def record_json(record: TaskRecord) -> dict[str, Any]:
    """The TaskRecord of the HTTP contract, plus `milestones`, `cell` and `linked`."""

    def deadline(value: Any) -> dict[str, Any] | None:
        if value is None:
            return None
        return {
            "text": value.text,
            "from": value.start.isoformat() if value.start else None,
            "to": value.end.isoformat() if value.end else None,
            "kind": value.kind,
        }

    return {
        "id": record.id,
        "document_id": record.document_id,
        "section": list(record.section),
        "number": record.number,
        "task": record.task,
        "lead_units": list(record.lead_units),
        "participating_units": list(record.participating_units),
        "lead_basis": record.lead_basis,
        "deadline": deadline(record.deadline),
        "targets": [
            {
                "text": target.text,
                "value": target.value,
                "unit": target.unit,
                "by": target.by.isoformat() if target.by else None,
                "comparison": target.comparison,
                "upper": target.upper,
                "measures": target.measures,
            }
            for target in record.targets
        ],
        "spans": {
            name: [{"start": span.start, "end": span.end} for span in spans] for name, spans in record.spans.items()
        },
        "milestones": [deadline(value) for value in record.milestones],
        "cell": cell_json(record.cell),
        "linked": list(record.linked),
    }


def cell_json(cell: CellPosition | None) -> dict[str, int] | None:
    """A table position as the contract has it."""
    return None if cell is None else {"table": cell.table, "row": cell.row, "column": cell.column}


def citation_json(citation: Citation) -> dict[str, Any]:
    """The Citation of the HTTP contract."""
    return {
        "marker": citation.marker,
        "document_id": citation.document_id,
        "title": citation.title,
        "document_number": citation.document_number,
        "issuer": citation.issuer,
        "issued": citation.issued.isoformat() if citation.issued else None,
        "section": list(citation.section),
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        "page": citation.page,
        "cell": cell_json(citation.cell),
        "url": citation.url,
    }


def answer_json(answer: Answer) -> dict[str, Any]:
    """The Answer of the HTTP contract."""
    return {
        "id": answer.id,
        "conversation_id": answer.conversation_id,
        "question": answer.question,
        "standalone_question": answer.standalone_question,
        "language": answer.language,
        "status": answer.status,
        "answer": answer.answer,
        "missing": list(answer.missing),
        "tasks": [record_json(record) for record in answer.tasks],
        "total": answer.total,
        "coverage": answer.coverage,
        "citations": [citation_json(citation) for citation in answer.citations],
        "follow_ups": list(answer.follow_ups),
        "confidence": answer.confidence,
        "timings_ms": answer.timings_ms,
    }
