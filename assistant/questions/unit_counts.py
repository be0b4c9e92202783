"""How many units the rows of a list are to have: 参与单位超过5家的任务, 三家以上牵头的, tasks with over four units."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from assistant.language.counting import numeral
from corpus.types import TaskRecord

Part = Literal["any", "lead", "part"]

_NUMBER = r"(?P<n>\d{1,2}|[一二两三四五六七八九十])"
_LEAD, _PART = "牵头|主办|主责|领衔", "参与|参加|配合|协办|协助"
_UNIT = f"(?:责任|承办|涉及|{_LEAD}|{_PART})?的?(?:单位|部门|机构)"
_MORE, _LEAST = "超过|多于|大于|高于|不止", "至少|不少于|不低于|最少"
_FEWER, _MOST = "少于|不到|不足|低于", "至多|最多|不超过|不多于"
_BEFORE = f"(?P<before>{_MOST}|{_LEAST}|{_MORE}|{_FEWER})?"
_AFTER = "(?P<after>(?:或|及|或者|(?:个|家)?)?以上|以下|以内)?"
_HOW_MANY = rf"{_BEFORE}{_NUMBER}(?:个|家){_AFTER}"
# 参与单位超过5家的, 责任单位有三家以上的.
_UNITS_ARE = re.compile(
    rf"(?P<of>{_UNIT})(?:的?数量?|个数)?(?:都)?(?:有|在|达到?|为|是)?{_HOW_MANY}(?:单位|部门)?(?:并列)?(?:的|$|[，。？?])"
)
# 涉及四个以上部门的, 三家以上牵头的, 由5家以上单位共同参与的.
_SO_MANY = re.compile(
    rf"(?:(?P<of>涉及|牵涉|需要|列了?|写了?)(?:到|了)?)?{_HOW_MANY}的?(?:责任|{_LEAD}|{_PART})?(?P<unit>单位|部门|机构)?"
    rf"(?:来|共同|一起|联合|一同|并列)*(?P<does>{_LEAD}|{_PART}|负责|承担)?(?:单位|部门)?(?(of)|(?(does)|(?(unit)|(?!))))"
    r"(?:的|(?(of)|(?(does)|(?!)))(?=$|[，。？?]))"
)
_IN_ENGLISH = re.compile(
    r"(?<![a-z])(?:with|ha(?:ve|s|ving)|involv(?:e|es|ing)|nam(?:e|es|ing)|list(?:s|ing)?|(?P<led>led by)|shared by)"
    r" (?P<before>more than|over|at least|no fewer than|fewer than|less than|at most|no more than|up to|exactly)? ?"
    r"(?P<n>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)(?P<after> or more| or fewer| or less)?"
    r" (?P<of>lead(?:ing)?|responsible|participating|supporting)? ?(?:units|departments|agencies|bodies|offices|leads)"
    r"(?![a-z])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class UnitCount:
    """Rows are to have so many units of one `part` in the task: `least` at least, `most` at most (None: no bound)."""

    part: Part
    least: int
    most: int | None

    def admits(self, record: TaskRecord) -> bool:
        """Whether a row has so many units."""
        lead = record.lead_units
        units = {"any": record.units, "lead": lead, "part": record.participating_units if lead else ()}[self.part]
        return self.least <= len(units) and (self.most is None or len(units) <= self.most)

    def in_words(self, *, zh: bool) -> str:
        """The bound as it stands above the list."""
        units = _NAMES[self.part][0 if zh else 1]
        if self.least == self.most:
            return f"{units}{self.least}家" if zh else f"{self.least} {units}"
        if self.most is None:
            return f"{units}不少于{self.least}家" if zh else f"{self.least} or more {units}"
        return f"{units}不多于{self.most}家" if zh else f"{self.most} or fewer {units}"


_NAMES: dict[Part, tuple[str, str]] = {
    "any": ("单位", "units"),
    "lead": ("牵头单位", "lead units"),
    "part": ("参与单位", "participating units"),
}


def unit_count(text: str) -> tuple[UnitCount, tuple[int, int]] | None:
    """How many units a question wants rows to have, and where it says so; None where it does not. 几家 and 两家牵头的
    without a bound are no numbers of units here."""
    for pattern in (_UNITS_ARE, _SO_MANY, _IN_ENGLISH):
        found = pattern.search(text)
        if found is None:
            continue
        number = _number(found["n"].lower())
        before, after = (found["before"] or "").lower(), (found["after"] or "").lower()
        if not (before or after) and not _is_exact(number, found):
            continue
        bounds = _bounds(number, before, after)
        told = " ".join(word for word in found.groupdict().values() if word)
        part = _part(found.group() if pattern is not _IN_ENGLISH else told)
        if (part, *bounds) == ("lead", 2, None):
            return None  # 两家以上牵头的 are those with joint leads
        return UnitCount(part, *bounds), found.span()
    return None


LEAST_EXACT, LEAST_TOGETHER = 2, 3
"""A smaller number without a bound is asked for in words of its own (只有一家单位); two that lead together are those
with joint leads."""


def _is_exact(number: int, found: re.Match[str]) -> bool:
    """Whether a number without a bound is one of units: 牵头单位有两家的, 三家共同牵头的, with two lead units."""
    if found.re is _UNITS_ARE:
        return number >= LEAST_EXACT
    if found.re is _SO_MANY:
        return number >= LEAST_TOGETHER and found["does"] is not None and _part(found["does"]) == "lead"
    return number >= LEAST_EXACT and bool(found["of"] or found["led"])


def _number(written: str) -> int:
    return int(written) if written.isdigit() else numeral(written) or 0


def _bounds(number: int, before: str, after: str) -> tuple[int, int | None]:
    """The least and the most; a bound counts itself in 以上 and 以下, and not in 超过 and 少于."""
    if before in (*_MORE.split("|"), "more than", "over"):
        return number + 1, None
    if before in (*_FEWER.split("|"), "fewer than", "less than"):
        return 1, number - 1
    if (
        before in (*_MOST.split("|"), "at most", "no more than", "up to")
        or after in ("以下", "以内")
        or "fewer" in after
    ):
        return 1, number
    if before in (*_LEAST.split("|"), "at least", "no fewer than") or after:
        return number, None
    return number, number


def _part(words: str) -> Part:
    if re.search(f"{_LEAD}|lead|led", words):
        return "lead"
    return "part" if re.search(f"{_PART}|participat|support", words) else "any"
