"""The shapes of requests and responses, for validation and for the OpenAPI description; those of documents and of their
uploads stand in `document_schemas.py`.

Responses are built by `assistant.types`; the models here describe them, and the tests hold one against the other.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from index.types import Filters

Question = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
ConversationId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,64}$")]


def iso_date(value: object) -> object:
    """A date as 2021-09-30 only: a number such as 20210930 would be read as seconds since 1970."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return value
    if isinstance(value, date):
        return value
    raise ValueError("must be a date such as 2021-09-30")


Day = Annotated[date, BeforeValidator(iso_date)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=300)]


class Request(BaseModel):
    """A request body: unknown fields are ignored, so that newer clients keep working."""

    model_config = ConfigDict(extra="ignore")


class FiltersIn(Request):
    """Which documents may answer; an absent field does not restrict."""

    document_ids: list[Name] = Field(default_factory=list, max_length=1000)
    issuers: list[Name] = Field(default_factory=list, max_length=100)
    issued_from: Day | None = Field(None, description="first date of issue, inclusive")
    issued_to: Day | None = Field(None, description="last date of issue, inclusive")

    def filters(self) -> Filters:
        """The same as a value."""
        return Filters(frozenset(self.document_ids), frozenset(self.issuers), self.issued_from, self.issued_to)


class Message(Request):
    """One message of a history that the client keeps."""

    role: Literal["user", "assistant", "system"]
    content: Annotated[str, StringConstraints(max_length=20_000)]


class AskIn(Request):
    """A question."""

    model_config = ConfigDict(
        extra="ignore",
        json_schema_extra={"examples": [{"question": "免税牌照的申报由谁牵头, 什么时候完成?"}]},
    )

    question: Question = Field(description="1 to 2000 characters")
    conversation_id: ConversationId | None = Field(None, description="the conversation to continue; absent: a new one")
    filters: FiltersIn = Field(default_factory=lambda: FiltersIn())
    language: Literal["auto", "zh", "en"] = Field("auto", description="of the answer; auto: the question's")
    stream: bool = Field(False, description="answer as Server-Sent Events")
    history: list[Message] = Field(
        default_factory=list, max_length=100, description="earlier messages, for clients that keep their own"
    )


class FeedbackIn(Request):
    """What a reader thinks of an answer."""

    answer_id: Annotated[str, StringConstraints(min_length=1, max_length=64)]
    rating: Literal["up", "down"]
    comment: Annotated[str, StringConstraints(max_length=4000)] | None = None


class SpanOut(BaseModel):
    """Unicode code points in the canonical text, half open."""

    start: int
    end: int


class CellOut(BaseModel):
    """A table cell, counted from 0."""

    table: int
    row: int
    column: int


class CitationOut(BaseModel):
    """`quote` is exactly `text[start:end]` of the document's canonical text."""

    marker: int
    document_id: str
    title: str
    document_number: str | None
    issuer: str | None
    issued: date | None
    section: list[str]
    quote: str
    start: int
    end: int
    page: int | None
    cell: CellOut | None
    url: str


class DeadlineOut(BaseModel):
    """The words, and the first and last day they name."""

    model_config = ConfigDict(populate_by_name=True)

    text: str
    start: date | None = Field(alias="from")
    to: date | None
    kind: Literal["date", "relative", "recurring", "open"]


class TargetOut(BaseModel):
    """A quantity to be reached."""

    text: str
    value: float | None
    unit: str | None
    by: date | None
    comparison: str
    upper: float | None
    measures: str | None


class TaskOut(BaseModel):
    """Who does what by when, as one statement of one document."""

    id: str
    document_id: str
    section: list[str]
    number: str | None
    task: str
    lead_units: list[str]
    participating_units: list[str]
    lead_basis: Literal["marked", "stated", "sole", "first_listed"] | None
    deadline: DeadlineOut | None
    targets: list[TargetOut]
    spans: dict[str, list[SpanOut]]
    milestones: list[DeadlineOut]
    cell: CellOut | None
    linked: list[str]


RecordField = Literal["lead_units", "participating_units", "deadline", "targets"]


class LinkOut(BaseModel):
    """A place that speaks of the same task, and how the two compare, field by field.

    `agrees` and `differs` name the fields that both state, `only_here` and `only_there` those that one of them states.
    """

    id: str
    document_id: str
    section: list[str]
    number: str | None
    agrees: list[RecordField]
    differs: list[RecordField]
    only_here: list[RecordField]
    only_there: list[RecordField]


class LedgerRowOut(TaskOut):
    """A task record with the other places that have its task."""

    links: list[LinkOut]


class AnswerOut(BaseModel):
    """One answer with its citations."""

    id: str
    conversation_id: str
    question: str
    standalone_question: str
    language: Literal["zh", "en"]
    status: Literal["answered", "partial", "not_found"]
    answer: str
    missing: list[str]
    tasks: list[TaskOut]
    total: int | None
    coverage: str | None
    citations: list[CitationOut]
    follow_ups: list[str]
    confidence: float = Field(
        ge=0, le=1, description="how well what the answer rests on answers to the topic; 0: not found; no probability"
    )
    timings_ms: dict[str, float]


class TurnOut(BaseModel):
    """One exchange."""

    question: str
    answer: AnswerOut


class ConversationOut(BaseModel):
    """A conversation, oldest turn first."""

    id: str
    turns: list[TurnOut]


class TasksOut(BaseModel):
    """A page of the ledger; `next` is the address of the following page, null on the last."""

    tasks: list[LedgerRowOut]
    total: int
    next: str | None


class UnitOut(BaseModel):
    """A unit as the documents name it; names of one unit at one level share a `key`."""

    name: str
    key: str
    english: str | None
    leads: int = Field(description="how many records it leads")
    participates: int = Field(description="how many records it takes part in")


class UnitsOut(BaseModel):
    """Units, those with the most records first."""

    units: list[UnitOut]


class ResultOut(BaseModel):
    """A passage that was found."""

    passage_id: str
    document_id: str
    title: str
    section: list[str]
    text: str
    start: int
    end: int
    score: float


class ResultsOut(BaseModel):
    """Passages, best first."""

    results: list[ResultOut]


class FeedbackOut(BaseModel):
    """That the feedback was kept."""

    answer_id: str
    rating: Literal["up", "down"]


class ProblemOut(BaseModel):
    """An RFC 9457 problem document."""

    model_config = ConfigDict(extra="allow")

    type: str = Field(description="identifies the kind of problem and never changes")
    title: str
    status: int
    detail: str = Field(description="what is wrong and what to do")
