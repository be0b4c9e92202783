"""How much time lies between two days by which something is due."""

from __future__ import annotations

import calendar
from datetime import date

from corpus.types import Deadline

_MONTHS = 12


def time_between(one: Deadline, other: Deadline, *, zh: bool) -> str:
    """The time from the earlier day to the later one: in months where both are at the end of a month or on one day of
    it, else in days; "" where a day is not known, or both are the same."""
    if one.end is None or other.end is None or one.end == other.end:
        return ""
    early, late = sorted((one.end, other.end))
    months = (late.year - early.year) * _MONTHS + late.month - early.month
    if months and (early.day == late.day or (_ends_month(early) and _ends_month(late))):
        return f"{months}个月" if zh else f"{months} month{'s' if months > 1 else ''}"
    days = (late - early).days
    return f"{days}天" if zh else f"{days} day{'s' if days > 1 else ''}"


def _ends_month(day: date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]
