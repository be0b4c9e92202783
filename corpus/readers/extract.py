"""What a reader takes and gives, and the builder that keeps text and blocks in step."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from corpus.lines import paragraphs
from corpus.readers.rows import table_rows
from corpus.types import Block, BlockKind, CellPosition, Span
from corpus.unit_shapes import has_unit_shape

# Paragraphs that a format marks as such are set off as they are in print; without it the reading view, which has
# only the text, might take two short ones for the printed lines of one.
_INDENT = "\u3000\u3000"

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one file; `path` names it in errors and need not exist."""

    path: Path
    content: bytes


@dataclass(frozen=True, slots=True)
class Extract:
    """Canonical text and its blocks, in reading order.

    `stated` holds what the format itself says about the document under the names of `Metadata`'s fields ("title",
    "number", "issuers", "issued", "published", "source"), as printed; it weighs more than what the text suggests.
    """

    text: str
    blocks: tuple[Block, ...]
    media_type: str
    stated: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


class Reader(Protocol):
    """One format. Raises `ReadError` for a file that it cannot read; never anything else."""

    def __call__(self, source: Source) -> Extract: ...


@dataclass(frozen=True, slots=True)
class CellText:
    """A cell of a table row before it has its place in the text; `page` is told where rows come from several."""

    text: str
    column: int
    row_span: int = 1
    column_span: int = 1
    box: Box | None = None
    page: int | None = None


class TextBuilder:
    """Appends paragraphs and table rows, one a line, and records the block of each."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._tables = 0

    @property
    def length(self) -> int:
        """How many characters were added so far."""
        return self._length

    def paragraph(
        self,
        text: str,
        kind: BlockKind = BlockKind.PARAGRAPH,
        *,
        level: int | None = None,
        page: int | None = None,
        box: Box | None = None,
    ) -> None:
        """Adds `text`, which may hold line breaks, as one block; blank text is left out."""
        if stripped := text.strip():
            self._append(_INDENT)
            self._blocks.append(Block(kind, self._append(stripped), level, page, box))
            self._append("\n")

    def printed(self, text: str) -> None:
        """Adds text whose lines were broken by a printer: its paragraphs and tables are found and recorded."""
        offset = self._length
        self._append(text if text.endswith("\n") else text + "\n")
        found, tables = printed_blocks(text, offset, self._tables)
        self._blocks.extend(found)
        self._tables += tables

    def table(self, rows: Iterable[Iterable[CellText]], *, page: int | None = None) -> None:
        """Adds a table, a row a line, cells parted by tabs; a row without text in any cell is left out."""
        table, self._tables = self._tables, self._tables + 1
        for number, row in enumerate(rows):
            for position, cell in enumerate(row):
                if position:
                    self._append("\t")
                place = CellPosition(table, number, cell.column, cell.row_span, cell.column_span)
                text = _on_one_line(cell.text)
                self._blocks.append(
                    Block(BlockKind.TABLE_CELL, self._append(text), page=cell.page or page, box=cell.box, cell=place)
                )
            self._append("\n")

    def extract(
        self, media_type: str, stated: Mapping[str, str] | None = None, warnings: Iterable[str] = ()
    ) -> Extract:
        """What was added so far."""
        return Extract("".join(self._parts), tuple(self._blocks), media_type, stated or {}, tuple(warnings))

    def _append(self, text: str) -> Span:
        start, self._length = self._length, self._length + len(text)
        self._parts.append(text)
        return Span(start, self._length)


_SECTION = re.compile(r"[\u4e00-\u9fff]{2,12}(?:科|股)")  # 食品生产科, a part of a bureau


def _on_one_line(text: str) -> str:
    """The text of a cell without line breaks; units that stand a line or a blank apart keep a wide gap between them,
    which the reading view shows."""
    pieces = text.split()
    units = len(pieces) > 1 and (all(map(has_unit_shape, pieces)) or all(map(_SECTION.fullmatch, pieces)))
    return ("\u3000" if units else " ").join(pieces)


def printed_blocks(text: str, offset: int = 0, first_table: int = 0) -> tuple[list[Block], int]:
    """The paragraphs and tables of printed lines, and how many tables there are.

    Spans are moved by `offset`; tables are counted from `first_table`.
    """
    blocks: list[Block] = []
    tables = 0
    in_table = False
    row = 0
    for group in table_rows(paragraphs(text)):
        if group.cells is None:
            blocks.append(Block(BlockKind.PARAGRAPH, Span(group.span.start + offset, group.span.end + offset)))
            in_table = False
            continue
        if not in_table or group.starts_table:
            in_table, row, tables = True, 0, tables + 1
        for column, cell in enumerate(group.cells):
            place = CellPosition(first_table + tables - 1, row, column)
            span = Span(cell.start + offset, cell.end + offset)
            blocks.append(Block(BlockKind.TABLE_CELL, span, cell=place))
        row += 1
    return blocks, tables
