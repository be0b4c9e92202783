"""The ledger's files keep what spreadsheets would make something else of."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from api.ledger import row_json, to_csv, to_xlsx
from corpus.types import Metadata, TaskRecord
from index.build import ingest
from index.library import Library

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


def test_rows_say_where_else_their_task_stands(tmp_path: Path) -> None:
    """The places that `linked` names, each with the fields that agree, differ, or stand in one of them only."""
    plan = Path(__file__).parents[2] / "corpus/documents/yiwu-import-demo-zone-2021.txt"
    ingest([plan], tmp_path)
    library = Library.open(tmp_path)
    rows = {record.id: row_json(record, library) for record in library.records()}
    assert all([link["id"] for link in row["links"]] == row["linked"] for row in rows.values())
    body = next(row for row in rows.values() if row["task"].startswith("争取获批免税牌照"))
    (link,) = body["links"]
    assert (link["number"], link["section"]) == ("4", ["附件1 进口贸易促进创新示范区建设争取事项清单"])
    assert link["agrees"] == ["lead_units"]
    assert link["differs"] == ["participating_units"]
    assert link["only_there"] == ["deadline"]
    (back,) = rows[link["id"]]["links"]
    assert (back["id"], back["only_here"]) == (body["id"], ["deadline"])
