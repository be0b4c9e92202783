"""The values that a document is made of.

All of them are frozen. Offsets count Unicode code points in the document's canonical text, which is what the
reader extracted and never changes after ingestion; `text[span.start:span.end]` is the invariant of every span.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

LeadBasis = Literal["marked", "stated", "sole", "first_listed"]
"""Why a unit counts as the lead: a mark such as ▲, the word 牵头 (or a rule in the text naming it), because it is
the only unit responsible, or because the document says that the first one listed leads."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in a document's canonical text; 0 <= start <= end."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """The characters this span covers in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether at least one character belongs to both."""
        return self.start < other.end and other.start < self.end


class BlockKind(StrEnum):
    """What a reader took a piece of text to be."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    TABLE_CELL = "table_cell"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class CellPosition:
    """Where a cell stands: table, row and column count from 0 within the document; spans are at least 1."""

    table: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or table cell; its span lies inside the canonical text.

    `level` is the heading depth where the format states one (Word styles, <h1>..<h6>), `page` counts from 1,
    `box` is (x0, top, x1, bottom) in PDF points. Blocks are in reading order and do not overlap.
    """

    kind: BlockKind
    span: Span
    level: int | None = None
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    cell: CellPosition | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """Another document that this one cites: 《title》 and, where given, its number (文号)."""

    title: str
    number: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says about itself; every value is None or empty where the document does not say it.

    `issued` is the date of issue (成文日期), `published` that of printing or publication. `spans` gives, by
    field name, where the value stands in the canonical text; a value from the catalogue has no span.
    `named_by_file` says that no title was found and `title` is the file's name.
    """

    title: str
    number: str | None = None
    issuers: tuple[str, ...] = ()
    issued: date | None = None
    published: date | None = None
    recipients: str | None = None
    status: str | None = None
    references: tuple[Reference, ...] = ()
    source: str | None = None
    spans: Mapping[str, Span] = field(default_factory=dict)
    named_by_file: bool = False

    @property
    def issuer(self) -> str | None:
        """All issuing bodies as one string, or None."""
        return "、".join(self.issuers) or None


@dataclass(frozen=True, slots=True)
class Document:
    """One official document as it was read.

    `id` is the file's name without its ending, unique in a collection. `text` is canonical. `digest` is the
    SHA-256 of the source bytes in hexadecimal.
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata
    media_type: str
    digest: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A node of the outline; `span` covers heading and body with all sub-sections.

    `path` holds the headings from the outermost to this one, in the reading view, never the document's title.
    `number` is the numbering as printed ("二、", "（一）", "附件2"). `parent` is an index into the outline's list
    or None. `speaker` is who gave the speech in a conference digest. The outline is in text order and its first
    entry is the root: empty path, level 0, the whole text.
    """

    path: tuple[str, ...]
    level: int
    span: Span
    heading: Span | None = None
    number: str | None = None
    parent: int | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: its span (white space trimmed) and its reading view. An empty cell has an empty span."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table, real or rebuilt from lines of text; every row has the same number of cells.

    `index` counts tables in the document from 0, `section` is the path it stands in, `header` the column names,
    `rows` the body without header rows. Merged cells are repeated in every row they cover (same span).
    """

    index: int
    section: tuple[str, ...]
    span: Span
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of one section that is searched and cited; `text` is the reading view of `span`.

    `section` is the section's heading path. A passage never crosses a section and never cuts a sentence unless
    the sentence alone is longer than a passage may be. A table row is one passage, cells joined by tabs.
    """

    id: str
    document_id: str
    section: tuple[str, ...]
    span: Span
    text: str
    speaker: str | None = None
    page: int | None = None
    cell: CellPosition | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """When something is due: the words of the text, and the interval they name where they name one.

    `start` and `end` are the first and last day of the interval (inclusive), None where the text gives no date
    ("持续推进") or no bound on that side ("2020年底前" has no start).
    """

    text: str
    start: date | None
    end: date | None
    span: Span
    kind: Literal["date", "relative", "recurring", "open"] = "date"


@dataclass(frozen=True, slots=True)
class Target:
    """A quantity that is to be reached: the words, the number with its unit, and by when.

    `value` is in plain units of `unit` (1.2万家 is 12000 家), `upper` the end of a range, `comparison` one of
    ">=", "<=", ">", "<", "~", "=", `measures` what is counted.
    """

    text: str
    value: float | None
    unit: str | None
    span: Span
    by: date | None = None
    comparison: str = "="
    upper: float | None = None
    measures: str | None = None


@dataclass(frozen=True, slots=True)
class TaskRecord:
    """Who does what by when, as one statement of one document.

    `task` is the reading view of the task's words; every other value is a reading view too, and `spans` holds
    where each field stands: the keys are "task", "lead_units", "participating_units" (one span a unit, in the
    order of the field), "deadline", "targets", "number" and "statement", the whole row or bracketed paragraph.
    `lead_basis` is None exactly when `lead_units` is empty: then the units in `participating_units` are jointly
    responsible and the document names no lead. `deadline` is the one that governs; `milestones` are all of them
    when there are several, those of its bracket or column before those that the task's words state beside them.
    `linked` names records of the same task elsewhere.
    """

    id: str
    document_id: str
    section: tuple[str, ...]
    number: str | None
    task: str
    lead_units: tuple[str, ...]
    participating_units: tuple[str, ...]
    lead_basis: LeadBasis | None
    deadline: Deadline | None
    targets: tuple[Target, ...]
    spans: Mapping[str, tuple[Span, ...]]
    milestones: tuple[Deadline, ...] = ()
    cell: CellPosition | None = None
    linked: tuple[str, ...] = ()

    @property
    def units(self) -> tuple[str, ...]:
        """Leads first, then participants."""
        return self.lead_units + self.participating_units


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was understood of one document: what ingestion stores and the index is built from."""

    document: Document
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    passages: tuple[Passage, ...]
    records: tuple[TaskRecord, ...]
    warnings: tuple[str, ...] = ()
