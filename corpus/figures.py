"""Tables of figures: indicators by year, plans by place, rankings. Each cell is a number under a column for a row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.types import Span, Table

_NUMBER = re.compile(r"(?P<number>-?\d[\d,]*(?:\.\d+)?)\s*(?P<unit>%|‰|[亿万]?[元吨人亩家项个户]?)\s*(?:[（(].*[)）])?")
_SERIAL = re.compile("序号|编号|№")
_UNIT = re.compile("计?量?单位")
_IN_BRACKETS = re.compile(r"[（(](?P<unit>[^（）()]{1,8})[)）]$")
SUMS = re.compile("[总合小共]计|总数|全[省市县国区](?:合计)?")
"""What a row is called that sums up the others."""
CHANGE = re.compile("比上(?:年|月|期)|较上(?:年|月|期)|同比|环比|增长|增速|增幅|涨幅|增减|升降|变动")
"""A column that gives by how much another one has changed."""
RANK = re.compile("排名|名次|位次")
"""A column that gives ranks."""
# Where it names several units (亩、%), the columns tell which.
UNIT_OF_ALL = re.compile(r"单\s*位[：:]\s*(?P<unit>[^\s、，,；;/或和及（）()：:]{1,6})\s*[)）]?$")
"""The unit that the line above a table gives to all that tell none: 单位：万元."""
# Where fewer of a column's cells are numbers, it is a column of words.
_MOSTLY = 0.6
# So many different cells for each row has the column that its rows are called by.
_OWN = 0.8


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell that holds a number: as printed, its value, and the unit where column, row or cell tell one."""

    printed: str
    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row: what it is about, its figures by column (None where the cell holds no number), whether it sums up the
    others, and where it stands."""

    label: str
    figures: tuple[Figure | None, ...]
    sums: bool
    span: Span
    number: int


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table with at least one column of numbers besides serial numbers. `columns` are the names of those columns
    without their units, `ranked` the one that holds ranks, None where none does; `called` is the name of the column
    that the rows are called by."""

    table: Table
    columns: tuple[str, ...]
    rows: tuple[FigureRow, ...]
    ranked: int | None
    called: str

    @property
    def header(self) -> Span:
        """Where the column names stand."""
        return Span(min(one.span.start for one in self.table.header), max(one.span.end for one in self.table.header))


def figure_table(table: Table) -> FigureTable | None:
    """The table of figures that a table is; None where it holds words, or too little to be asked about."""
    if len(table.rows) < 2 or len(table.header) < 2:
        return None
    names = ["".join(cell.text.split()) for cell in table.header]
    texts = [["".join(cell.text.split()) for cell in row] for row in table.rows]
    numeric = [
        column
        for column, name in enumerate(names)
        if name and not _SERIAL.search(name) and _are_numbers([row[column] for row in texts])
    ]
    worded = [c for c, name in enumerate(names) if c not in numeric and not _SERIAL.search(name)]
    # What a row is called by is its own: not the county that several projects are in, where the next column is.
    labels = next((c for c in worded[:2] if len({row[c] for row in texts}) >= _OWN * len(texts)), None)
    labels = next(iter(worded), None) if labels is None else labels
    if labels is None and numeric:
        labels = numeric.pop(0)  # rows that are years
    units = next(
        (c for c, name in enumerate(names) if c not in numeric and c != labels and _UNIT.fullmatch(name)), None
    )
    if labels is None or not numeric:
        return None
    rows = []
    for number, (row, cells) in enumerate(zip(texts, table.rows, strict=True)):
        own = row[units] if units is not None else ""
        # What a column says of its own unit goes before that of the row: a growth in % of so many tons.
        figures = tuple(
            _figure(row[column], _unit_of(names[column]) or ("" if CHANGE.search(names[column]) else own))
            for column in numeric
        )
        span = Span(min(cell.span.start for cell in cells), max(cell.span.end for cell in cells))
        # 合计 may stand in the column of the numbers.
        label = row[labels] or next((cell for cell in row[:labels] if SUMS.fullmatch(cell)), "")
        rows.append(FigureRow(label, figures, bool(SUMS.fullmatch(label)), span, number))
    columns = _told_apart([_IN_BRACKETS.sub("", names[column]) for column in numeric])
    ranked = next((at for at, name in enumerate(columns) if RANK.search(name)), None)
    return FigureTable(
        table, columns, tuple(row for row in rows if row.label), ranked, _IN_BRACKETS.sub("", names[labels])
    )


def _told_apart(names: Sequence[str]) -> tuple[str, ...]:
    """Names of columns, those called alike each after the one whose change it gives: 出口额, 比上年增长, 进口额 and
    比上年增长 are two amounts with a change each."""
    told: list[str] = []
    for at, name in enumerate(names):
        of = next((before for before in reversed(names[:at]) if not CHANGE.search(before)), "")
        told.append(f"{of}{name}" if names.count(name) > 1 and CHANGE.search(name) else name)
    return tuple(told)


def _are_numbers(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell and cell not in "—-–/"]
    return bool(filled) and sum(bool(_NUMBER.fullmatch(cell)) for cell in filled) >= _MOSTLY * len(filled)


def _figure(cell: str, unit: str) -> Figure | None:
    match = _NUMBER.fullmatch(cell)
    if match is None:
        return None
    return Figure(cell, float(match["number"].replace(",", "")), "" if match["unit"] else unit)


def _unit_of(name: str) -> str:
    match = _IN_BRACKETS.search(name)
    return match["unit"] if match else ""
