"""The bundled import plan, record by record, against a table that was read from its text by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from corpus.reading import read_document
from corpus.types import Reading, TaskRecord

PLAN = Path("corpus/documents/yiwu-import-demo-zone-2021.txt")
GOLDEN = Path(__file__).parent / "golden" / "yiwu-import-demo-zone-2021.txt"


@dataclass(frozen=True)
class Expected:
    """One line of the golden table."""

    place: str
    number: str | None
    begins: str
    ends: str
    leads: tuple[str, ...]
    others: tuple[str, ...]
    basis: str
    deadline: tuple[str, date | None, date | None] | None
    targets: tuple[tuple[float, str | None, str], ...]


@cache
def plan() -> Reading:
    """The plan as ingestion reads it."""
    return read_document(Path(__file__).parents[2] / PLAN)


def expected() -> Iterator[Expected]:
    """The lines of the golden table."""
    for line in GOLDEN.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("|")]
        place, number, begins, ends, leads, others, basis, words, first, last, targets = cells
        amounts = (target.split() for target in targets.split(";") if target.strip())
        yield Expected(
            place,
            None if number == "-" else number,
            begins,
            ends,
            tuple(leads.split()),
            tuple(others.split()),
            basis,
            (words, day(first), day(last)) if words else None,
            tuple((float(value), None if unit == "-" else unit, sign) for value, unit, sign in amounts),
        )


def day(text: str) -> date | None:
    """A date of the table."""
    return date.fromisoformat(text) if text else None


def squeezed(text: str) -> str:
    """`text` without white space."""
    return "".join(text.split())


@pytest.mark.parametrize(("expected", "position"), [(row, at) for at, row in enumerate(expected())])
def test_every_field_of_every_record(expected: Expected, position: int) -> None:
    """Record for record in text order: number, task, units by role, basis, deadline with its days, targets."""
    record = plan().records[position]
    task = squeezed(record.task)
    assert record.number == expected.number
    assert task.startswith(expected.begins)
    assert task.endswith(expected.ends)
    assert record.lead_units == expected.leads
    assert record.participating_units == expected.others
    assert record.lead_basis == expected.basis
    found = record.deadline
    assert (found and (squeezed(found.text), found.start, found.end)) == expected.deadline
    assert [(t.value, t.unit, t.comparison) for t in record.targets] == list(expected.targets)
    due = expected.deadline[2] if expected.deadline else None
    assert all(target.by == due for target in record.targets)


def test_no_record_beyond_the_table() -> None:
    """35 numbered tasks, two duties in the closing section, 14 and 29 rows; nothing else."""
    rows = list(expected())
    assert len(plan().records) == len(rows) == 35 + 2 + 14 + 29
    assert [place(record) for record in plan().records] == [row.place for row in rows]


def place(record: TaskRecord) -> str:
    """Where a record stands, in the words of the golden table."""
    outer = record.section[0]
    if outer.startswith("附件"):
        return outer[:3]
    return "六" + record.section[1][:3] if outer.startswith("六、") else "body"


def test_every_span_holds_its_field() -> None:
    """The canonical text at each span is the field's value, white space apart, unit by unit."""
    text = plan().document.text
    for record in plan().records:
        spans = record.spans
        assert squeezed("".join(span.of(text) for span in spans["task"])) == squeezed(record.task)
        for units, field in ((record.lead_units, "lead_units"), (record.participating_units, "participating_units")):
            assert [squeezed(span.of(text)) for span in spans.get(field, ())] == list(map(squeezed, units))
        if record.deadline:
            assert squeezed(spans["deadline"][0].of(text)) == squeezed(record.deadline.text)
        for target, span in zip(record.targets, spans.get("targets", ()), strict=True):
            assert squeezed(span.of(text)) == squeezed(target.text)
        if record.number:
            assert spans["number"][0].of(text) == record.number
        (statement,) = spans["statement"]
        assert all(statement.start <= span.start and span.end <= statement.end for span in spans["task"])
