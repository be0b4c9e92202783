"""The cells of rows that a turn of a conversation asks of without naming them; of a list of tasks, as a task's fields
are told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answers.row_columns import whole_of
from assistant.answers.table_cells import Named, every_table_named, told_cells
from assistant.questions.asking import Ask
from assistant.questions.question import Question, RowsMeant
from assistant.types import Status
from assistant.wording.compose import record_statement
from assistant.wording.findings import Draft, Evidence, Statement
from corpus.types import Cell, CellPosition, TaskRecord
from index.library import Library

BESIDE = 2
"""So many characters beside a day say nothing more of it: 前, 底前."""

_EMPTY = re.compile(r"[\s—–\-－/／…]*|无|暂无")
_FIELDS = (
    (re.compile("牵头|主办|主责"), Ask.LEAD),
    (re.compile("配合|参与|协同|协办|协助"), Ask.PARTICIPANTS),
    (re.compile("责任(?:单位|部门|主体)"), Ask.RESPONSIBLE),
    (re.compile("完成|时限|期限|时间|日期"), Ask.DEADLINE),
)


def answer_rows_meant(question: Question, library: Library) -> Draft | None:
    """What the cells say that `question.rows` points at, with what they leave empty; None where it points at none, or
    the document is not among those that the question is asked of."""
    meant = question.rows
    if meant is None or (question.document_ids and meant.document_id not in question.document_ids):
        return None
    named = next((one for one in every_table_named(library, meant.document_id) if one.table.index == meant.table), None)
    if named is None:
        return None
    full = [(row, column) for row in meant.rows for column in meant.columns if not _empty(named, row, column)]
    left = [(row, column) for row in meant.rows for column in meant.columns if _empty(named, row, column)]
    records = dict(_fields(question, meant, named, library))
    told = [record_statement(*records[cell], question.language) for cell in full if cell in records]
    cells = [cell for cell in full if cell not in records]
    statements = (*told, *told_cells(question, named, cells, meant.document_id)) if cells else tuple(told)
    statements += tuple(_left_empty(question, named, row, column, meant.document_id) for row, column in left)
    status: Status = "answered" if not left else "partial" if full else "not_found"
    if status == "not_found":
        statements = tuple(Statement(one.text) for one in statements)
    rows = tuple({records[cell][0].id: records[cell][0] for cell in full if cell in records}.values())
    return Draft(status, statements, tasks=rows)


def is_field(head: str) -> bool:
    """Whether a column of a list of tasks is called as a field of a task is."""
    return any(words.search(head) for words, _ in _FIELDS)


def _empty(named: Named, row: int, column: int) -> bool:
    return bool(_EMPTY.fullmatch(named.table.rows[row][column].text.strip()))


def _fields(
    question: Question, meant: RowsMeant, named: Named, library: Library
) -> Iterator[tuple[tuple[int, int], tuple[TaskRecord, tuple[Ask, ...]]]]:
    """The cells that are fields of a task, each with its record and what is asked of that: which unit leads is marked,
    同上 stands for the row above."""
    records = [one for one in library.records([meant.document_id]) if one.cell and one.cell.table == meant.table]
    for row in meant.rows:
        span = whole_of(named.table.rows[row])
        own = [one for one in records if any(whole.overlaps(span) for whole in one.spans["statement"])]
        name = "".join(named.table.rows[row][named.at].text.split())
        own = [one for one in own if "".join(one.task.split()) == name] or own
        if len(own) != 1:
            continue
        (record,) = own
        for column in meant.columns:
            head = "".join(named.table.header[column].text.split())
            ask = next((ask for words, ask in _FIELDS if words.search(head)), None)
            cell = named.table.rows[row][column]
            told = {
                Ask.DEADLINE: _is_all(record, cell),
                Ask.LEAD: bool(record.lead_units),
                Ask.PARTICIPANTS: bool(record.participating_units),
                Ask.RESPONSIBLE: bool(record.units),
            }
            if ask is not None and told[ask]:
                yield (row, column), (record, (ask,))


def _is_all(record: TaskRecord, cell: Cell) -> bool:
    """Whether the deadline of a task is all that a cell says: not 9月15日前开工，否则收回土地."""
    spans = record.spans.get("deadline", ())
    if record.deadline is None or not any(one.overlaps(cell.span) for one in spans):
        return False
    return len("".join(cell.text.split())) <= len("".join(record.deadline.text.split())) + BESIDE


def _left_empty(question: Question, named: Named, row: int, column: int, document_id: str) -> Statement:
    """That a row states nothing under the name of a column."""
    cells = named.table.rows[row]
    label = " ".join(cells[named.at].text.split())
    head = "".join(named.table.header[column].text.split())
    text = (
        f"“{label}”一行的“{head}”为空，文件未写明。"
        if question.language == "zh"
        else f"The document states nothing under “{head}” for “{label}”."
    )
    position = CellPosition(named.table.index, row, 0)
    return Statement(text, (Evidence(document_id, whole_of(cells), named.table.section, cell=position),))
