"""In how many days a matter is settled, where the row of its task has a column for it beside the day on which the task
is due: 办理时限（工作日） beside 上线时间."""

from __future__ import annotations

import re

from assistant.answers.table_cells import every_table_named, told_cells
from assistant.matching.needs import counts_time
from assistant.questions.question import Question
from assistant.wording.findings import Statement
from corpus.types import TaskRecord
from index.library import Library

_IN_DAYS = re.compile("[（(](?:单位[：:])?个?(?:工作日|自然日|[日天]|小时|分钟)[)）]$")
_LASTS = re.compile(r"\d+个?(?:工作日|自然日|[日天](?![前底])|小时|分钟)")


def tells_in_days(head: str, cell: str) -> bool:
    """Whether a cell under a head tells in how many days or hours something is done; a day of a month does not."""
    if _IN_DAYS.search("".join(head.split())):
        return bool(cell.strip())
    return "月" not in cell and bool(_LASTS.search(cell))


def told_in_days(question: Question, record: TaskRecord, library: Library) -> tuple[Statement, ...]:
    """The cells of a task's row that tell in how many days or hours, where the question counts them; else none."""
    if record.cell is None or not counts_time(question.text[question.opening :]):
        return ()
    row = record.cell.row
    for named in every_table_named(library, record.document_id):
        if named.table.index == record.cell.table and row < len(named.table.rows):
            pairs = enumerate(zip(named.table.header, named.table.rows[row], strict=True))
            cells = [(row, column) for column, (head, cell) in pairs if tells_in_days(head.text, cell.text)]
            return told_cells(question, named, cells, record.document_id)
    return ()
