"""The ledger's files keep what spreadsheets would make something else of."""

from __future__ import annotations

import csv
import io

import pytest
from openpyxl import load_workbook

from api.ledger import to_csv, to_xlsx
from corpus.types import Metadata, TaskRecord

SOURCES = {"plan": Metadata("某方案")}


def record(task: str) -> TaskRecord:
    """A record with nothing but its task."""
    return TaskRecord("plan#1", "plan", (), None, task, (), (), None, None, (), {})


@pytest.mark.parametrize(
    "task", ["=HYPERLINK(A1)", "+1", "-1", "@SUM(A1)", "\tA", "换\n行", "他说“好”, 是", "\x0b控制符"]
)
def test_no_cell_becomes_a_formula_and_none_is_lost(task: str) -> None:
    """A task's words come back as text from the CSV (marked by ') and from the workbook."""
    (_, row) = csv.reader(io.StringIO(to_csv([record(task)], SOURCES).decode("utf-8-sig")))
    assert row[1] == task or (row[1] == f"'{task}" and task[0] in "=+-@\t")
    cell = load_workbook(io.BytesIO(to_xlsx([record(task)], SOURCES))).active["B2"]
    assert (cell.data_type, cell.value) == ("s", task.replace("\x0b", ""))
