"""The rows of the bundled plan, read by a parser that shares nothing with the product's."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

PLAN = Path(__file__).parents[2] / "corpus" / "documents" / "yiwu-import-demo-zone-2021.txt"


@dataclass(frozen=True, slots=True)
class Row:
    """One task: its annex (0 in the main text), number and words, the units as printed with ▲, and the day it is
    due, None where the row has no date column."""

    annex: int
    number: int
    task: str
    printed: tuple[str, ...]
    due: date | None = None

    @property
    def units(self) -> frozenset[str]:
        """Every unit, by one name."""
        return frozenset(map(_named, self.printed))

    @property
    def leads(self) -> frozenset[str]:
        """The units marked ▲, or the only one."""
        marked = frozenset(_named(unit) for unit in self.printed if unit.startswith("▲"))
        return marked or (self.units if len(self.printed) == 1 else frozenset())

    @property
    def participants(self) -> frozenset[str]:
        """The units that do not lead."""
        return self.units - self.leads


def rows() -> list[Row]:
    """The 35 numbered tasks of the main text, then the 14 and 29 rows of the annexes."""
    body, *annexes = re.split(r"^附件 (?=[12]$)", PLAN.read_text("utf-8"), flags=re.MULTILINE)
    found = [
        Row(0, int(number), _plain(task), tuple(_plain(units).split("、")))
        for number, task, units in re.findall(
            r"^(\d{1,2})\. ?(.+?)[（(]责任单位[:：](.+?)[）)]", body, flags=re.DOTALL | re.MULTILINE
        )
    ]
    for annex, text in enumerate(annexes, start=1):
        for line in text.splitlines():
            cells = line.split("\t")
            if len(cells) == 4 and cells[0].isdigit():
                year, month = map(int, re.findall(r"\d+", cells[3]))
                due = date(year, month, calendar.monthrange(year, month)[1])
                found.append(Row(annex, int(cells[0]), _plain(cells[1]), tuple(_plain(cells[2]).split("、")), due))
    return found


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text).strip("。")


def _named(unit: str) -> str:
    # The annexes print 集聚区 where the main text prints 集聚区管委会.
    return {"集聚区": "集聚区管委会"}.get(unit.lstrip("▲"), unit.lstrip("▲"))
