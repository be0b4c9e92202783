"""Rows of tables that are quoted as sentences, told with the names of their columns: 8350 alone says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.wording.findings import Draft, Evidence, Statement
from corpus.types import Cell, Span, Table
from index.library import Library

OWN = 0.8
"""So many different cells for each row has the column that its rows are called by."""

_SERIAL = re.compile(r"序\s*号|编\s*号|项\s*次|№|No\.?", re.IGNORECASE)


def with_columns(draft: Draft | None, library: Library) -> Draft | None:
    """The draft, its rows of tables told with the names of the columns that their cells stand in."""
    if draft is None:
        return None
    return replace(
        draft,
        statements=tuple(_told(one, library) for one in draft.statements),
        beside=tuple(_told(one, library) for one in draft.beside),
    )


def _told(statement: Statement, library: Library) -> Statement:
    """A statement that quotes a whole row and says no more than its cells, with the names of the columns."""
    cell = statement.evidence[0].cell if len(statement.evidence) == 1 else None
    if cell is None or statement.values:
        return statement
    (told,) = statement.evidence
    table = next((one for one in library.tables(told.document_id) if one.index == cell.table), None)
    row = None if table is None else row_at(table, told.span)
    if table is None or row is None or len(table.header) != len(row):
        return statement
    bare = bare_row([one.text for one in row])
    called = _called(table, row)
    columns = [at for at, head in enumerate(table.header) if not _SERIAL.fullmatch(head.text.strip())]
    if bare not in statement.text:
        return statement
    heads = Evidence(told.document_id, whole_of(table.header), told.section, told.page)
    text = statement.text.replace(bare, row_in_words(table.header, row, called, columns))
    return replace(statement, text=text, evidence=(told, heads))


def _called(table: Table, row: Sequence[Cell]) -> int:
    """The column that tells the rows apart, else the first with words: 短期险 of the kind 信用保险."""
    worded = [at for at, one in enumerate(row) if (text := one.text.strip()) and not text.isdigit()]
    own = (at for at in worded if len({each[at].text for each in table.rows}) >= OWN * len(table.rows))
    return next(own, next(iter(worded), 0))


def row_at(table: Table, span: Span) -> Sequence[Cell] | None:
    """The row that a span stands in; None where it stands in none."""
    return next((row for row in table.rows if whole_of(row).overlaps(span)), None)


def whole_of(cells: Sequence[Cell]) -> Span:
    """From where the first of some cells begins to where the last ends."""
    return Span(min(one.span.start for one in cells), max(one.span.end for one in cells))


def bare_row(cells: Sequence[str]) -> str:
    """A row without the names of its columns: its first cell that is no number, the others in brackets after it."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if len(filled) > 1 and filled[0].isdigit():
        filled = filled[1:]
    return f"{filled[0]}（{'；'.join(filled[1:])}）" if len(filled) > 1 else "".join(filled)


def row_in_words(header: Sequence[Cell], row: Sequence[Cell], called: int, columns: Iterable[int]) -> str:
    """A row by the cell that it is `called` by, with its cells in these columns, each after the column's name."""
    told = [("".join(header[at].text.split()), " ".join(row[at].text.split())) for at in columns if at != called]
    beside = "；".join(f"{head}：{cell}" if head else cell for head, cell in told if cell)
    name = " ".join(row[called].text.split())
    return f"{name}（{beside}）" if beside else name
