"""Task records: who does what by when."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.types import Document, Section, Table, TaskRecord


def task_records(document: Document, sections: Sequence[Section], tables: Sequence[Table]) -> tuple[TaskRecord, ...]:
    """The task records of a document, in text order."""
    return ()
