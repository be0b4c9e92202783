"""The task statements of the import plan, read with plain regular expressions and no code of the product."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Part = Literal["body", "annex 1", "annex 2"]
SAME_UNIT = {"集聚区": "集聚区管委会"}


@dataclass(frozen=True, slots=True)
class Row:
    """One task statement of the plan.

    `quote` is the whole statement, from the task to its units or date, and occurs exactly once in the document (white
    space apart): the words of a row's task may occur in an item too. `leads` is a subset of `units`, which holds
    every named unit in printed order; `due` is (year, month) for annex rows and None for body items.
    """

    part: Part
    number: int
    task: str
    quote: str
    leads: tuple[str, ...]
    units: tuple[str, ...]
    due: tuple[int, int] | None

    @property
    def key(self) -> str:
        """How the task begins, without white space: unmistakable, yet short enough to survive trimming."""
        return re.sub(r"\s+", "", self.task)[:9]

    @property
    def alone(self) -> bool:
        """Whether exactly one unit stands behind the task."""
        return len(self.units) == 1

    def led_by(self, unit: str) -> bool:
        """Whether `unit` is marked as a lead, or is the only unit named."""
        return unit in self.leads or self.units == (unit,)


def _units(printed: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    names = re.sub(r"\s+", "", printed).split("、")
    bare = [name.removeprefix("▲") for name in names]
    units = tuple(SAME_UNIT.get(name, name) for name in bare)
    leads = tuple(unit for unit, name in zip(units, names, strict=True) if name.startswith("▲"))
    return leads, units


def _flat(text: str) -> str:
    return re.sub(r"\s*\n\s*", "", text).strip()


def plan_rows(text: str) -> tuple[Row, ...]:
    """Every task statement of the plan, in document order; raises ValueError where one is lost or numbered twice."""
    body, annexes = text.split("六、保障措施", 1)
    rows: list[Row] = []
    item = re.compile(r"^(\d{1,2})\. ?((.+?)[（(]责任单位：(.+?)[）)])$", re.MULTILINE | re.DOTALL)
    for found in item.finditer(body):
        number, statement, task, printed = found.groups()
        leads, units = _units(printed)
        rows.append(Row("body", int(number), _flat(task), _flat(statement), leads, units, None))
    part: Part = "annex 1"
    for line in annexes.splitlines():
        if re.fullmatch(r"附件\s*2", line.strip()):
            part = "annex 2"
        cells = line.split("\t")
        if len(cells) != 4 or not cells[0].strip().isdigit():
            continue
        due = re.fullmatch(r"(\d{4})\s*年\s*(\d{1,2})\s*月", cells[3].strip())
        if due is None:
            raise ValueError(f"{part} row {cells[0]}: no month in {cells[3]!r}; look at the line in the document")
        leads, units = _units(cells[2])
        month = (int(due[1]), int(due[2]))
        rows.append(Row(part, int(cells[0]), cells[1].strip(), " ".join(cells[1:]).strip(), leads, units, month))
    for name, size in (("body", 35), ("annex 1", 14), ("annex 2", 29)):
        numbers = [row.number for row in rows if row.part == name]
        if numbers != list(range(1, size + 1)):
            raise ValueError(f"{name}: expected tasks 1..{size}, read {numbers}; the document or the pattern changed")
    return tuple(rows)
