"""The shapes of responses about documents and about their uploads, for the OpenAPI description."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel

from api.schemas import SpanOut


class FileOut(BaseModel):
    """What became of one uploaded file; `outcome` is null until then, `reason` says why it did not land."""

    name: str
    outcome: Literal["added", "replaced", "unchanged", "duplicate", "failed"] | None
    document_id: str | None
    reason: str | None
    warnings: list[str]


class JobOut(BaseModel):
    """An ingestion: its progress and the outcome of each file."""

    id: str
    status: Literal["queued", "running", "done", "failed"]
    created: datetime
    finished: datetime | None
    done: int
    total: int
    files: list[FileOut]
    url: str


class SummaryOut(BaseModel):
    """A document in a list."""

    id: str
    title: str
    number: str | None
    issuer: str | None
    issuers: list[str]
    issued: date | None
    published: date | None
    media_type: str
    digest: str
    characters: int
    passages: int
    records: int
    added: datetime
    warnings: list[str]
    url: str


class DocumentsOut(BaseModel):
    """A page of the collection."""

    documents: list[SummaryOut]
    total: int
    next: str | None


class ReferenceOut(SpanOut):
    """Another document that this one cites; `document_id` is null where the collection does not have it."""

    title: str
    number: str | None
    document_id: str | None


class SectionOut(SpanOut):
    """A node of the outline, heading and body."""

    path: list[str]
    level: int
    number: str | None
    heading: SpanOut | None
    speaker: str | None


class TableOut(SpanOut):
    """A table; `rows` counts the rows of its body."""

    index: int
    section: list[str]
    header: list[str]
    rows: int


class PageOut(SpanOut):
    """Where the text of a printed page stands; pages count from 1."""

    number: int


class DocumentOut(SummaryOut):
    """What was read of a document; `pages` is empty where the format knows none."""

    recipients: str | None
    status: str | None
    source: str | None
    references: list[ReferenceOut]
    cited_by: list[str]
    sections: list[SectionOut]
    tables: list[TableOut]
    pages: list[PageOut]
    counts: dict[str, int]
