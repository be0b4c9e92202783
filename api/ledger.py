"""The task ledger (任务台账) as a table of records: which of them are wanted, and the files people take away."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from io import BytesIO, StringIO
from typing import Any, Literal

from assistant.types import record_json
from corpus.links import compare
from corpus.normalise import fold
from corpus.types import Metadata, TaskRecord
from corpus.units import same_unit
from index.library import Library

Missing = Literal["deadline", "lead", "participants", "targets"]
HEADER = (
    "序号", "任务", "牵头单位", "参与单位", "完成时限", "起", "止", "目标", "文件", "文号", "章节", "记录编号",
    "同一任务",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which records are wanted; an empty field does not restrict, and all that is given must hold.

    `due_before` and `due_after` are inclusive and compare the last day of the deadline; a record that names no
    date meets neither. `words` must all occur, in any field of the record.
    """

    lead: str | None = None
    unit: str | None = None
    due_before: date | None = None
    due_after: date | None = None
    words: tuple[str, ...] = ()
    missing: Missing | None = None
    participant: str | None = None

    def matches(self, record: TaskRecord) -> bool:
        """Whether a record is wanted."""
        due = record.deadline.end if record.deadline else None
        return (
            (self.lead is None or any(same_unit(self.lead, unit) for unit in record.lead_units))
            and (self.unit is None or any(same_unit(self.unit, unit) for unit in record.units))
            and (
                self.participant is None
                or any(same_unit(self.participant, unit) for unit in record.participating_units)
            )
            and (self.due_before is None or (due is not None and due <= self.due_before))
            and (self.due_after is None or (due is not None and due >= self.due_after))
            and (self.missing is None or not MISSING[self.missing](record))
            and (not self.words or self.worded(record))
        )

    def worded(self, record: TaskRecord) -> bool:
        """Whether every word occurs in the record."""
        everything = words_of(record)
        return all(folded(word) in everything for word in self.words)


def words_of(record: TaskRecord) -> str:
    """Every word of a record, folded, without white space."""
    fields = (record.task, record.number or "", *record.section, *record.units, due_text(record), targets(record))
    return folded("\n".join(fields))


@lru_cache(maxsize=32_768)  # folding is nearly all of the work, and the next generation has nearly the same records
def folded(text: str) -> str:
    """`text` as words are looked for in it."""
    return fold(text)


MISSING: Mapping[Missing, Callable[[TaskRecord], object]] = {
    "deadline": lambda record: record.deadline,
    "lead": lambda record: record.lead_units,
    "participants": lambda record: record.participating_units,
    "targets": lambda record: record.targets,
}


def row_json(record: TaskRecord, library: Library) -> dict[str, Any]:
    """The TaskRecord of the HTTP contract plus `links`: the places that have the same task, and how they compare.

    `agrees` and `differs` name fields that both places state, `only_here` and `only_there` those that one states.
    """
    links = []
    for other in map(library.record, record.linked):
        found = compare(record, other)
        links.append(
            {
                "id": other.id,
                "document_id": other.document_id,
                "section": list(other.section),
                "number": other.number,
                "agrees": list(found.agrees),
                "differs": list(found.differs),
                "only_here": list(found.only_here),
                "only_there": list(found.only_there),
            }
        )
    return record_json(record) | {"links": links}


def due_text(record: TaskRecord) -> str:
    """The words of the deadline, empty where none is stated."""
    return record.deadline.text if record.deadline else ""


def targets(record: TaskRecord) -> str:
    """The words of all targets."""
    return "；".join(target.text for target in record.targets)


def row(record: TaskRecord, source: Metadata) -> tuple[str, ...]:
    """One record in the columns of HEADER."""
    start, end = (record.deadline.start, record.deadline.end) if record.deadline else (None, None)
    return (
        record.number or "",
        record.task,
        "、".join(record.lead_units),
        "、".join(record.participating_units),
        due_text(record),
        start.isoformat() if start else "",
        end.isoformat() if end else "",
        targets(record),
        source.title,
        source.number or "",
        " / ".join(record.section),
        record.id,
        "；".join(record.linked),
    )


def to_csv(records: Iterable[TaskRecord], sources: Mapping[str, Metadata]) -> bytes:
    """UTF-8 with a byte order mark, which spreadsheets need to show Chinese; no cell can become a formula."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADER)
    for record in records:
        writer.writerow(
            f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
            for cell in row(record, sources[record.document_id])
        )
    return text.getvalue().encode("utf-8-sig")


def to_xlsx(records: Iterable[TaskRecord], sources: Mapping[str, Metadata]) -> bytes:
    """A workbook with one sheet, a frozen header row with filters, every cell text."""
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "任务台账"
    for number, cells in enumerate([HEADER, *(row(record, sources[record.document_id]) for record in records)], 1):
        for column, value in enumerate(cells, 1):
            cell = sheet.cell(number, column)
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=number == 1)
    for column, width in enumerate((8, 60, 24, 36, 18, 12, 12, 30, 40, 20, 30, 24, 24), 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def to_ics(records: Sequence[TaskRecord], sources: Mapping[str, Metadata]) -> bytes:
    """A calendar with an all-day event on the last day of every dated deadline; its description counts the rest."""
    from icalendar import Calendar, Event

    dated = [(record, record.deadline.end) for record in records if record.deadline and record.deadline.end]
    calendar = Calendar()
    calendar.add("prodid", "-//zhengwen//task ledger//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "任务台账")
    calendar.add("x-wr-caldesc", f"{len(records)} 项任务中 {len(dated)} 项写明了完成日期")
    for record, due in dated:
        source = sources[record.document_id]
        event = Event()
        event.add("uid", f"{record.id}@zhengwen")
        event.add("dtstamp", datetime.now(UTC).replace(microsecond=0))
        event.add("dtstart", due)
        event.add("dtend", due + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        event.add("summary", f"{'、'.join(record.lead_units) or '、'.join(record.units)}：{record.task}")
        event.add("description", description(record, source))
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def description(record: TaskRecord, source: Metadata) -> str:
    """The other fields of a record, one a line, with where they come from."""
    lines = {
        "牵头单位": "、".join(record.lead_units),
        "参与单位": "、".join(record.participating_units),
        "完成时限": due_text(record),
        "目标": targets(record),
        "文件": f"《{source.title}》{source.number or ''}",
        "章节": " / ".join(record.section),
    }
    return "\n".join(f"{name}：{value}" for name, value in lines.items() if value)
