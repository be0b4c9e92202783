"""Rows of a table that a list told, each with the columns that are asked of all of them: 分别由谁牵头."""

from __future__ import annotations

from dataclasses import replace

from assistant.answers.row_columns import row_at, whole_of
from assistant.language.columns import columns_asked
from assistant.wording.findings import Draft, Evidence, Statement
from corpus.types import Table
from index.library import Library

NO_COLUMN = -1
"""The rows are called by no column here: what calls them is not asked for."""


def with_columns_asked(draft: Draft, words: str, library: Library) -> Draft | None:
    """A list of rows of one table, each told with the columns that `words` ask for; None where the draft lists none, or
    the table has no such column."""
    if len(draft.document_ids) != 1:
        return None
    told: list[Statement] = []
    table: Table | None = None
    rows = 0
    for one in draft.statements:
        found = _row_of(one, library, table)
        if found is None:
            told.append(one)
            continue
        table, at = found
        said = _said(one, table, at, words)
        if said is None:
            return None
        told.append(said)
        rows += 1
    return replace(draft, status="answered", statements=tuple(told), missing=()) if rows else None


def _row_of(statement: Statement, library: Library, known: Table | None) -> tuple[Table, int] | None:
    """The table and the row that a statement rests on; None where that is no row, or one of another table."""
    if len(statement.evidence) != 1:
        return None
    (told,) = statement.evidence
    tables = [known] if known is not None else library.tables(told.document_id)
    for table in tables:
        row = row_at(table, told.span) if table.header else None
        if row is not None and len(row) == len(table.header):
            return table, next(at for at, one in enumerate(table.rows) if one is row)
    return None


def _said(statement: Statement, table: Table, at: int, words: str) -> Statement | None:
    """A statement with the columns of its row that are asked for and that it does not tell; None where none are."""
    row = table.rows[at]
    heads, cells = ["".join(one.text.split()) for one in table.header], [one.text.strip() for one in row]
    columns = columns_asked(words, heads, cells, NO_COLUMN)
    if not columns:
        return None
    left = [f"{heads[one]}：{cells[one] or '—'}" for one in columns if f"{heads[one]}：" not in statement.text]
    if not left:
        return statement
    (told,) = statement.evidence
    header = Evidence(told.document_id, whole_of(table.header), told.section, told.page)
    return replace(statement, text=f"{statement.text}（{'；'.join(left)}）", evidence=(told, header))
