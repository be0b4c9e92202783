"""What a question demands of the rows of a list beyond units, period and place.

No deadline, several leads, one unit only, the earliest of them; or the units themselves, each with its number of tasks.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Literal

from assistant.questions.unit_counts import UnitCount, unit_count
from corpus.starting import quick
from corpus.types import TaskRecord

_MACROS = {
    "{TIME}": "(?:完成|办结|办理|截止|截至|到期)?的?(?:时间|时限|期限|节点|日期|deadline)(?:节点|要求|安排|限制)?",
    "{NOT}": "(?:还|尚|仍)?(?<!有)(?:没有?|未|无|缺[少乏]?)",
    "{UNIT}": "(?:责任|牵头|参与|配合|承办)?(?:单位|部门|机构|主体)",
    "{TASK}": "(?:任务|事(?:项|情|儿)?|工作|举措|活儿?|职责)",
    "{DUE}": "(?:完成|到期|办结|办完|交账|交差|截止|结束|落地)",
    "{EN_UNIT}": "(?:units?|departments?|bod(?:y|ies)|bureaus?|agenc(?:y|ies)|offices?)",
    "{EN_TASK}": "(?:tasks?|items?|duties|jobs?|assignments?)",
}


def _patterns() -> dict[str, re.Pattern[str]]:
    with (Path(__file__).parent / "qualifiers.toml").open("rb") as file:
        ways = tomllib.load(file)
    patterns = {}
    for name, words in ways.items():
        pattern = rf"{'|'.join(words['zh'])}|(?<![A-Za-z])(?:{'|'.join(words['en'])})(?![A-Za-z])"
        for macro, meaning in _MACROS.items():
            pattern = pattern.replace(macro, meaning)
        patterns[name] = quick(pattern, re.IGNORECASE)
    return patterns


_PATTERNS = _patterns()
_NO_END = re.compile("长期|持续|常态|坚持|经常|不断|滚动|日常")


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """Demands on rows; all are false for most questions.

    `undated`, `dated`: without a deadline, with one that is a date; `unfixed`: without one or with one that is no date;
    `ongoing`: with one that has no end (长期坚持). `targeted`: with a quantity that is to be reached. `unmarked`:
    without ▲. `leaderless`: without a lead. `jointly_led`: several leads. `with_others`: more than one unit. `alone`:
    exactly one. `earliest`, `latest`: of the rows, those due first or last. `units`: how many units of one part in it
    a row is to have. `by_unit`: the units of the rows instead of the rows; `most`: of the units, those with the most
    rows.
    """

    undated: bool = False
    unfixed: bool = False
    ongoing: bool = False
    dated: bool = False
    targeted: bool = False
    unmarked: bool = False
    leaderless: bool = False
    jointly_led: bool = False
    with_others: bool = False
    alone: bool = False
    earliest: bool = False
    latest: bool = False
    units: UnitCount | None = None
    by_unit: bool = False
    most: bool = False

    def __bool__(self) -> bool:
        """Whether anything is demanded."""
        return self != NO_DEMANDS

    @property
    def extreme(self) -> Literal["earliest", "latest"] | None:
        """Which end of the deadlines is asked for."""
        return "earliest" if self.earliest else "latest" if self.latest else None

    @property
    def rows(self) -> bool:
        """Whether the rows themselves are asked for, not their units."""
        return bool(self) and not (self.by_unit or self.most)

    def admit(self, record: TaskRecord) -> bool:
        """Whether a row by itself meets the demands; `extreme`, `by_unit` and `most` are demands on all of them."""
        dated = record.deadline is not None and record.deadline.end is not None
        return not (
            (self.undated and record.deadline is not None)
            or (self.dated and not dated)
            or (self.unfixed and dated)
            or (self.ongoing and not _lasts(record))
            or (self.extreme is not None and not dated)
            or (self.targeted and not record.targets)
            or (self.unmarked and record.lead_basis == "marked")
            or (self.leaderless and record.lead_units)
            or (self.alone and len(record.units) != 1)
            or (self.with_others and len(record.units) < 2)
            or (self.jointly_led and len(record.lead_units) < 2)
            or (self.units is not None and not self.units.admits(record))
        )


def _lasts(record: TaskRecord) -> bool:
    """Whether a row's work has no end: 长期坚持, 持续推进."""
    deadline = record.deadline
    return deadline is not None and deadline.end is None and _NO_END.search(deadline.text) is not None


NO_DEMANDS = Qualifiers()


def qualifiers(text: str, *, targeted: bool = True) -> tuple[Qualifiers, tuple[tuple[int, int], ...]]:
    """The demands that a question makes, and the spans of the words that make them; without `targeted` a quantity that
    is to be reached is no demand."""
    units, counted = unit_count(text) or (None, (0, 0))
    text = f"{text[: counted[0]]}{'□' * (counted[1] - counted[0])}{text[counted[1] :]}"
    found = {name: [match.span() for match in pattern.finditer(text)] for name, pattern in _PATTERNS.items()}
    if not targeted:
        found["targeted"] = []
    demands = Qualifiers(**{name: bool(spans) for name, spans in found.items()}, units=units)
    return demands, (*chain(*found.values()), *([counted] if units else []))
