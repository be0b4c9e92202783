"""Chinese calendar expressions: how a date, a month or a part of the year is written, and which days it names.

This module knows the words only; whether an expression says when something is due is decided in `corpus.dates`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.numerals import number
from corpus.starting import quick

_PLAN_STARTS = {"十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026, "十六五": 2031}
_RELATIVE_YEARS = {"去": -1, "今": 0, "本": 0, "明": 1, "后": 2}

_YEAR = r"(?:(?<!\d)(?:19|20)\d\d|[一二][〇○零九][〇○零一二三四五六七八九]{2})"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
# Feasts on a fixed day; a year before one that moves (2026年春节前) names no interval by itself.
_FEASTS = {"元旦": (1, 1), "五一": (5, 1), "劳动": (5, 1), "七一": (7, 1), "国庆": (10, 1)}
_FEAST = r"(?:元旦|[“\"]?[五七]一[”\"]?|劳动节|国庆)(?:节|国际劳动节)?"
_MOVING = r"春节|端午|中秋|清明|主?汛期|入汛|暑[期假]|寒假|供暖|采暖|春耕|[春夏秋冬]季|秋冬|冬春"
# 前三季度 is January to September; 三季度结束前 is before its end.
_QUARTER = r"(?:前\ ?[二两三23]\ ?个?季度|(?:第?\ ?[一二三四1-4]|最后一?)\ ?个?季度(?:结束(?=之?以?前)|[末底])?)"
_POINT = quick(
    rf"""
    (?P<year>{_YEAR}\ ?年|[今本明后去]年)(?:度(?!假))?\ ?
      (?: (?P<month>{_MONTH})\ ?月(?:份)?\ ?(?: (?P<day>{_DAY})\ ?[日号] | (?P<month_part>上旬|中旬|下旬|初|底|末) )?
        | (?P<part>{_QUARTER} | [上下]半年 | 年?[底末] | 年?[初中](?=[，。,、；;）)前]|$) )
        | (?P<feast>{_FEAST})
      )?(?!\ ?(?:{_MOVING})[^，。；、]{{0,4}}前)
    | (?<![\d.第])(?<![^每]年)(?P<bare_month>{_MONTH})\ ?月(?:份)?\ ?
      (?: (?P<bare_day>{_DAY})\ ?[日号] | (?P<bare_month_part>上旬|中旬|下旬|初|底|末) )?
    | (?<![每\d两三])(?P<bare_part>{_QUARTER} | [上下]半年 | 年[底末]
        | (?<![一四五六七八九十几数多A-ZＮ])年内 | 年中(?=前|[，。、；）)]|$) )
    | (?P<bare_feast>{_FEAST})(?=之?前)
    | (?<![\d.])(?P<iso>(?:19|20)\d\d(?P<sep>[-/.])(?:1[0-2]|0?[1-9])(?P=sep)(?:3[01]|[12]\d|0?[1-9]))(?![\d.%])
    | [“"「]?(?P<plan>十[二三四五六]五)[”"」]?(?P<plan_part>期?末|期间|时期|规划期)
    """,
    re.X,
)
_YEAR_RANGE = re.compile(rf"(?P<first>{_YEAR})\ ?年?\ ?[-—–―~～至到]+\ ?(?P<last>{_YEAR})\ ?年", re.X)
_MONTH_RANGE = re.compile(
    rf"(?:(?P<year>{_YEAR})\ ?年\ ?)?(?<![\d.第])(?P<first>{_MONTH})\ ?[-—–―~～至到]+\ ?"
    rf"(?P<last>{_MONTH})\ ?月(?:份)?(?!\d)"
)
_CONNECTOR = re.compile(r" ?(?:[-—–―~～]+|至|到) ?")
# The last day of several in one month: 6月7日—11日, 6月7—11日.
_LAST_DAY = re.compile(rf" ?(?:[-—–―~～]+|至|到) ?(?P<day>{_DAY}) ?[日号](?!均)")
_LIMIT = re.compile(
    r" ?(?:(?P<before>(?:之|以)?前)|(?P<within>(?:之|以)?内(?![陆外部地容需]))|(?P<after>(?:之|以)?后|以来|起))"
)


@dataclass(frozen=True, slots=True)
class CalendarTerm:
    """An expression at [start, end) of a text, and the days `first`..`last` it names, inclusive.

    `first` is None where only the far end is named ("2021年底", "6月底前"), `last` where only the near one is
    ("2021年以后"). `limit` is "before", "within" or "after" where such a word follows, "end" for the end of a period
    (年底), else "". `exclusive` says that the period named is not itself part of the interval ("9月前"). `year` is
    the year named or inferred, `inferred` whether it was inferred, `fine` whether month or day is named.
    """

    start: int
    end: int
    first: date | None
    last: date | None
    limit: str = ""
    exclusive: bool = False
    year: int = 0
    inferred: bool = False
    fine: bool = False


def calendar_terms(text: str, reference: date | None = None, *, ahead: bool = False) -> Iterator[CalendarTerm]:
    """Every expression of `text`, in order, without overlaps.

    An expression without a year takes that of the expression before it, else that of `reference`; where there is
    neither it is left out; a year since which something goes on (2023年以来) is not passed on. With `ahead`, an end
    (6月底前) that then lies before `reference` is meant for the next year.
    Impossible dates (2月30日) are left out.
    """
    position = 0
    named: int | None = None
    while match := _POINT.search(text, position):
        spoken = match["year"] and match["year"][0] in _RELATIVE_YEARS  # 明年 counts from the document, not its context
        year = reference.year if reference and (spoken or named is None) else named
        term = _read(text, position, match, year)
        if ahead and reference and named is None and term and term.inferred and _ends_before(term, reference):
            term = _read(text, position, match, reference.year + 1)
        if term is None:
            position = match.end()
            continue
        yield term
        if "以来" not in text[term.start : term.end + 2]:
            named = term.year
        position = term.end


def _read(text: str, position: int, match: re.Match[str], year: int | None) -> CalendarTerm | None:
    return _year_range(text, position, match) or _month_range(text, match, year) or _term(text, match, year)


def _ends_before(term: CalendarTerm, day: date) -> bool:
    return term.limit in ("before", "end") and term.last is not None and term.last < day.replace(day=1)


def _year_range(text: str, position: int, match: re.Match[str]) -> CalendarTerm | None:
    """2021—2023年 and 2021年至2023年, which the pattern for points meets at their last year or in pieces."""
    found = _YEAR_RANGE.search(text, position, match.end() + 12)
    if found is None or found.start() > match.start() or (found.end() < match.end() and match["month"]):
        return None
    if re.match(rf" ?{_MONTH} ?月", text[found.end() : found.end() + 5]):
        return None
    first, last = _year_of(found["first"], None), _year_of(found["last"], None)
    if first is None or last is None or first > last:
        return None
    return CalendarTerm(found.start(), found.end(), date(first, 1, 1), date(last, 12, 31), "range", year=last)


def _month_range(text: str, match: re.Match[str], context: int | None) -> CalendarTerm | None:
    """3—5月 and 1997年4―6月, met at the year or at the last month."""
    found = _MONTH_RANGE.search(text, max(0, match.start() - 6), match.end() + 8)
    if found is None or found.end() < match.end() or found.start() > match.start():
        return None
    year = _year_of(found["year"] or (match["year"] or ""), context)
    first, last = number(found["first"]), number(found["last"])
    if year is None or first > last:
        return None
    return CalendarTerm(
        min(found.start(), match.start()),
        found.end(),
        date(year, first, 1),
        _month_end(year, last),
        "range",
        year=year,
        inferred=not found["year"],
        fine=True,
    )


def _term(text: str, match: re.Match[str], context: int | None) -> CalendarTerm | None:
    interval = _interval(match, context)
    if interval is None:
        return None
    first, last, year = interval
    inferred = match["year"] is None and match["iso"] is None and match["plan"] is None
    fine = any(match[name] for name in ("month", "part", "bare_month", "bare_part", "iso", "feast", "bare_feast"))
    ends_period = first is None
    end = match.end()
    if connector := _CONNECTOR.match(text, end):
        other = _POINT.match(text, connector.end())
        second = _interval(other, year) if other and not ends_period else None
        if (
            other
            and second
            and second[1] >= last
            and (match["month"] or match["bare_month"] or match["iso"] or match["part"])
        ):
            return CalendarTerm(match.start(), other.end(), first, second[1], "range", False, second[2], inferred, True)
        if (day := match["day"] or match["bare_day"]) and (days := _LAST_DAY.match(text, end)):
            until = number(days["day"])
            if number(day) < until <= _month_end(last.year, last.month).day:
                last = last.replace(day=until)
                return CalendarTerm(match.start(), days.end(), first, last, "range", False, year, inferred, True)
    limit = _LIMIT.match(text, end)
    if limit is None:
        return CalendarTerm(
            match.start(), end, first, last, "end" if ends_period else "", year=year, inferred=inferred, fine=fine
        )
    day_named = bool(match["day"] or match["bare_day"] or match["iso"])  # a feast is over before its day begins
    if limit["before"]:
        exclusive = not (ends_period or day_named)
        due = first - timedelta(days=1) if exclusive and first else last
        return CalendarTerm(match.start(), limit.end(), None, due, "before", exclusive, year, inferred, fine)
    if limit["within"]:
        return CalendarTerm(match.start(), limit.end(), first, last, "within", False, year, inferred, fine)
    return CalendarTerm(match.start(), limit.end(), first or last, None, "after", False, year, inferred, fine)


def _interval(match: re.Match[str], context: int | None) -> tuple[date | None, date, int] | None:
    """First day (None where only an end is named), last day and year; None where the date cannot be."""
    if match["plan"]:
        start = _PLAN_STARTS[match["plan"]]
        first = None if match["plan_part"].endswith("末") else date(start, 1, 1)
        return first, date(start + 4, 12, 31), start + 4
    try:
        if match["iso"]:
            day = date(*(int(part) for part in match["iso"].split(match["sep"])))
            return day, day, day.year
        year = _year_of(match["year"] or "", context)
        if year is None:
            return None
        if feast := match["feast"] or match["bare_feast"]:
            day = date(year, *next(day for name, day in _FEASTS.items() if name in feast))
            return day, day, year
        month = match["month"] or match["bare_month"]
        if month:
            days = _month_days(
                year, number(month), match["day"] or match["bare_day"], match["month_part"] or match["bare_month_part"]
            )
        else:
            days = _year_days(year, match["part"] or match["bare_part"] or "")
        return *days, year
    except ValueError:
        return None


def _month_days(year: int, month: int, day: str | None, part: str | None) -> tuple[date | None, date]:
    last = _month_end(year, month)
    if day:
        return date(year, month, number(day)), date(year, month, number(day))
    match part:
        case "上旬" | "初":
            return date(year, month, 1), date(year, month, 10)
        case "中旬":
            return date(year, month, 11), date(year, month, 20)
        case "下旬":
            return date(year, month, 21), last
        case "底" | "末":
            return None, last
    return date(year, month, 1), last


def _year_days(year: int, part: str) -> tuple[date | None, date]:
    if "季度" in part:
        digit = next((character for character in part if character in "一二两三四1234"), "四")  # 最后一个季度
        month = (2 if digit == "两" else number(digit)) * 3 if "最后" not in part else 12
        if part.startswith("前"):
            return date(year, 1, 1), _month_end(year, month)
        return None if part[-1] in "末底束" else date(year, month - 2, 1), _month_end(year, month)
    if part == "上半年":
        return date(year, 1, 1), date(year, 6, 30)
    if part == "下半年":
        return date(year, 7, 1), date(year, 12, 31)
    if part.endswith(("底", "末")):
        return None, date(year, 12, 31)
    if part.endswith("中"):
        return None, date(year, 6, 30)
    if part.endswith("初"):
        return date(year, 1, 1), date(year, 3, 31)
    return date(year, 1, 1), date(year, 12, 31)


def _year_of(words: str, context: int | None) -> int | None:
    digits = words.replace("年", "").strip()
    if not digits:
        return context
    if digits in _RELATIVE_YEARS:
        return None if context is None else context + _RELATIVE_YEARS[digits]
    return number(digits)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
