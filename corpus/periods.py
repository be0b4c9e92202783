"""Periods that a question names, in Chinese and in English: "before September 2021", "2021年9月底前", "in Q3"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.calendar_terms import CalendarTerm, calendar_terms
from corpus.starting import quick
from corpus.types import Span

_MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTHS = {
    spelling: number
    for number, name in enumerate(_MONTH_NAMES, 1)
    for spelling in (
        name,
        name[:3],
        f"{name[:3]}.",
        name[:4] if number == 9 else name,
        "sept." if number == 9 else name,
    )
}
_MONTH = "(?:" + "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True)) + ")"
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_YEAR = r"(?:19|20)\d\d"
# Feasts on a fixed day.
_FEASTS = {
    "new year": (1, 1),
    "women": (3, 8),
    "labo": (5, 1),
    "may day": (5, 1),
    "national day": (10, 1),
    "christmas": (12, 25),
}
_FEAST = (
    r"(?:the\ )?(?:new\ year['’]?s?\ day|(?:international\ )?women['’]?s?['’]?\ day|labou?r\ day|may\ day|national\ day"
    r"|christmas(?:\ day)?)(?:\ (?:holidays?|week))?"
)
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_UNIT = quick(
    rf"""(?<![A-Za-z0-9.])(?:
    (?P<iso>{_YEAR}-\d\d(?:-\d\d)?)
    | (?P<month>{_MONTH})\ (?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\ )?(?:of\ )?(?P<month_year>{_YEAR})
    | (?:the\ )?(?P<end_months>first|last|final)\ (?P<months>two|three|four|five|six|[2-6])\ months
        (?:\ of\ (?P<months_year>{_YEAR}|(?:this|next|the)\ year))?
    | (?P<feast>{_FEAST})(?:,?\ (?:of\ )?(?P<feast_year>{_YEAR}|(?:this|next)\ year))?
    | (?P<day_first>\d{{1,2}})(?:st|nd|rd|th)?\ (?:of\ )?(?P<month_after>{_MONTH}),?\ (?P<year_after>{_YEAR})
    | q(?P<q>[1-4])(?:[ ,]*(?:of\ )?(?P<q_year>{_YEAR}))?
    | (?P<q_year_first>{_YEAR})\ ?q(?P<q_last>[1-4])
    | (?:the\ )?(?P<ordinal>first|second|third|fourth|last|1st|2nd|3rd|4th)
        \ (?P<piece>quarter|half)(?:,?\ (?:of\ )?(?P<piece_year>{_YEAR}|(?:this|next|the)\ year))?
    | (?:the\ )?first\ three\ quarters(?:,?\ (?:of\ )?(?P<three_year>{_YEAR}|(?:this|the)\ year))?
    | h(?P<h>[12])(?:[ ,]*(?:of\ )?(?P<h_year>{_YEAR}))?
    | (?P<relative>this|next|last)\ year(?![- ]end)
    | (?P<year>{_YEAR})
    | (?P<bare_day_first>\d{{1,2}})(?:st|nd|rd|th)?\ (?:of\ )?
        (?P<bare_month_after>(?!may\ (?!(?:and|to|until|or|in|of|at|by|this|next|is)\b)[a-z]){_MONTH})(?!,?\ ?{_YEAR})
    | (?P<bare_month>{_MONTH})(?:\ (?P<bare_day>\d{{1,2}})(?:st|nd|rd|th)?)?
    | (?P<year_end>(?:the\ )?(?:year[- ]end|end\ of\ (?:the|this)\ year)(?!\ (?:of\ )?{_YEAR}))
    )(?![A-Za-z0-9])""",
    re.X | re.I,
)
_END_OF = re.compile(r"(?:the )?(?:(?:end|close|late)(?: of)? |(?:the )?year[- ]end(?: of)? |(?:end|late)-)$", re.I)
_MIDDLE_OF = re.compile(r"(?:the )?(?:middle of |mid[- ])$", re.I)
_THIRD_OF = re.compile(r"(?<![a-z])(?:the )?(?P<part>early|mid|late)(?: in)?[- ]$", re.I)
_BETWEEN = re.compile(r"(?:between|from) $", re.I)
_JOIN = re.compile(r" (?:and|to|until|till|through)(?: the end of)? |\s?[-–—]\s?", re.I)
_RELATION = re.compile(
    r"(?<![A-Za-z])(?P<words>before|prior to|earlier than|ahead of|by|until|till|up to|through|no later than"
    r"|not later than|on or before|at the latest by|due by|after|later than|since|from|starting(?: from| in)?"
    r"|on or after|in|during|within|on|for|at)(?: the)?(?: month of| year)? ?$",
    re.I,
)
# What is not due until December is due in December.
_NOT_UNTIL = re.compile(
    r"(?:(?<![A-Za-z])not|n['’]t) (?:to be |be |been |fall )?(?:due|expected|finished|completed|done|required)? ?$",
    re.I,
)
_EXCLUSIVE_BEFORE = {"before", "prior to", "earlier than", "ahead of"}
_UP_TO = {
    *("by", "due by", "until", "till", "up to", "through", "no later than", "not later than", "on or before"),
    "at the latest by",
}
_AFTER = {"after", "later than"}
_FROM = {"since", "from", "starting", "starting from", "starting in", "on or after"}
_ISO_DAY = re.compile(rf"{_YEAR}-\d\d-\d\d")
_CHINESE_AFTER = re.compile(r"(?:之|以)?后$")
_RECURS = re.compile("(?:每[一个]?|历|各|逐)年(?:度)?(?:的|都|要|在|于)*$")
_CHINESE_UNTIL = re.compile(r"(?:截至|截止到?|截止|到|至|不晚于|不迟于|最迟|最晚)(?:在|于)?$")
_CHINESE_FROM = re.compile(r"(?:自|从|不早于)$")
_CHINESE_LATER = re.compile(r"(?<!不)(?:晚于|迟于)$")
_CHINESE_EARLIER = re.compile(r"(?<!不)早于$")
# The named time itself counts, too: 2022年及以后, 2022 or later.
_AND_LATER = re.compile(
    r"(?:及|和|或)(?:其|者)?(?:之|以)?后| (?:(?:or|and) (?:later|after(?:wards)?|beyond)|onwards?)(?![A-Za-z])", re.I
)
_AND_EARLIER = re.compile(r"(?:及|和|或)(?:其|者)?(?:之|以)?前| (?:or|and) (?:earlier|before)(?![A-Za-z])", re.I)


@dataclass(frozen=True, slots=True)
class Period:
    """What a question means by a time: the days `start`..`end`, inclusive, None on an open side.

    `text` is the words at `span` of the question. `inclusive` is False where the named month or year is itself
    outside the period ("before September 2021" ends on 2021-08-31).
    """

    text: str
    start: date | None
    end: date | None
    span: Span
    inclusive: bool = True

    def holds(self, day: date) -> bool:
        """Whether `day` lies in the period."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


def parse_period(text: str, reference: date | None = None) -> Period | None:
    """The first period that `text` names, or None. A month without a year takes that of `reference`."""
    return next(find_periods(text, reference), None)


def find_periods(text: str, reference: date | None = None) -> Iterator[Period]:
    """All periods that `text` names, the Chinese ones first."""
    seen = []
    for period in _chinese(text, reference):
        seen.append(period.span)
        yield period
    for period in _english(text, reference):
        if not any(period.span.overlaps(span) for span in seen):
            yield period


def _chinese(text: str, reference: date | None) -> Iterator[Period]:
    for term in calendar_terms(text, reference):
        if _ISO_DAY.fullmatch(text, term.start, term.end):
            continue  # read with the English words around it
        before = text[: term.start]
        if _RECURS.search(before):
            continue  # 每年12月底前 is how often, and no bound of one year
        if (outside := _outside(text, before, term)) is not None:
            yield outside
            continue
        words = _CHINESE_UNTIL.search(before) or _CHINESE_FROM.search(before)
        start = words.start() if words else term.start
        first, last = term.first, term.last
        inclusive = not term.exclusive
        if term.limit == "after" and _CHINESE_AFTER.search(text[: term.end]) and first is not None:
            named = next(calendar_terms(text[term.start : term.end].rstrip("以之后"), reference), None)
            if named and named.last:  # 9月以后 leaves September out
                first, inclusive = named.last + timedelta(days=1), False
        elif words and _CHINESE_UNTIL.search(before):
            first = None
        elif words and term.limit == "":
            last = None
        yield Period(text[start : term.end], first, last, Span(start, term.end), inclusive)


def _outside(text: str, before: str, term: CalendarTerm) -> Period | None:
    """The period on one side of a whole year, month or day that a Chinese term with `before` in front of it names; None
    where none is meant."""
    if term.first is None or term.last is None:
        return None
    if words := _CHINESE_LATER.search(before):
        span = Span(words.start(), term.end)
        return Period(span.of(text), term.last + timedelta(days=1), None, span, inclusive=False)
    if words := _CHINESE_EARLIER.search(before):
        span = Span(words.start(), term.end)
        return Period(span.of(text), None, term.first - timedelta(days=1), span, inclusive=False)
    if after := _AND_LATER.match(text, term.end):
        span = Span(term.start, after.end())
        return Period(span.of(text), term.first, None, span)
    if after := _AND_EARLIER.match(text, term.end):
        span = Span(term.start, after.end())
        return Period(span.of(text), None, term.last, span)
    return None


def _english(text: str, reference: date | None) -> Iterator[Period]:
    position = 0
    while match := _UNIT.search(text, position):
        position = match.end()
        days = _days(match, reference)
        verb = (match["bare_month"] or "").lower() == "may" and not _RELATION.search(text[: match.start()])
        if days is None or verb:
            continue
        first, last = days
        start = match.start()
        if _BETWEEN.search(text[:start]) and (join := _JOIN.match(text, match.end())):
            other = _UNIT.match(text, join.end())
            until = _days(other, reference) if other else None
            if other and until:
                if (match["bare_month"] or match["bare_month_after"]) and until[1].year != first.year:
                    first = first.replace(year=until[1].year)
                start = _BETWEEN.search(text[:start]).start()  # type: ignore[union-attr]
                position = other.end()
                yield Period(text[start:position], first, until[1], Span(start, position))
                continue
        if (third := _THIRD_OF.search(text[:start])) and first.day == 1 and first < last <= first + timedelta(31):
            # The first, the middle or the last ten days of a month; by its middle is by the 15th.
            start, part = third.start(), third["part"].lower()
            until_then = _RELATION.search(text[:start])
            bounds = until_then is not None and until_then["words"].lower() in _UP_TO | _EXCLUSIVE_BEFORE
            if part == "early":
                last = last.replace(day=10)
            elif part == "mid":
                first, last = first.replace(day=11), last.replace(day=15 if bounds else 20)
            elif not bounds:
                first = first.replace(day=21)
        if match["year"] and (middle := _MIDDLE_OF.search(text[:start])):
            start, last = middle.start(), date(last.year, 6, 30)
        ends = _END_OF.search(text[:start])
        start = ends.start() if ends else start
        relation = _RELATION.search(text[:start])
        words = relation["words"].lower() if relation else ""
        start = relation.start() if relation else start
        span = Span(start, match.end())
        phrase = span.of(text)
        if words in ("until", "till", "before") and _NOT_UNTIL.search(text[:start]):
            yield Period(phrase, first, last, span)
        elif words in _EXCLUSIVE_BEFORE and not ends and not match["year_end"] and (first < last or match["feast"]):
            yield Period(phrase, None, first - timedelta(days=1), span, inclusive=False)
        elif words in _UP_TO or words in _EXCLUSIVE_BEFORE or ends or match["year_end"]:
            yield Period(phrase, None, last, span)
        elif words in _AFTER:
            yield Period(phrase, last + timedelta(days=1), None, span, inclusive=False)
        elif words in _FROM:
            yield Period(phrase, first, None, span)
        elif later := _AND_LATER.match(text, match.end()):
            yield Period(text[start : later.end()], first, None, Span(start, later.end()))
        elif earlier := _AND_EARLIER.match(text, match.end()):
            yield Period(text[start : earlier.end()], None, last, Span(start, earlier.end()))
        else:
            yield Period(phrase, first, last, span)


def _days(match: re.Match[str], reference: date | None) -> tuple[date, date] | None:
    """First and last day of an English unit; None where it needs a year that is not known, or cannot be."""

    def year(name: str) -> int | None:
        words = (match[name] or "").lower()
        if words.isdigit():
            return int(words)
        shift = 1 if words.startswith("next") else 0
        return reference.year + shift if reference else None

    try:
        if match["iso"]:
            parts = [int(part) for part in match["iso"].split("-")]
            return (date(*parts), date(*parts)) if len(parts) == 3 else _month(parts[0], parts[1], None)
        if match["months"]:
            count = _COUNTS.get(match["months"].lower()) or int(match["months"])
            return _months(year("months_year"), 1 if match["end_months"].lower() == "first" else 13 - count, count)
        if match["feast"]:
            feast = match["feast"].lower().removeprefix("the ").removeprefix("international ")
            month, day = next(on for start, on in _FEASTS.items() if feast.startswith(start))
            named = year("feast_year")
            return (date(named, month, day), date(named, month, day)) if named else None
        if match["bare_month_after"]:
            month_named = _MONTHS[match["bare_month_after"].lower()]
            return _month(reference.year, month_named, match["bare_day_first"]) if reference else None
        for month_of, day_of, at in (
            ("month", "day", "month_year"),
            ("month_after", "day_first", "year_after"),
            ("bare_month", "bare_day", "bare_month"),
        ):
            if match[month_of]:
                named = year(at) if at != month_of else (reference.year if reference else None)
                return _month(named, _MONTHS[match[month_of].lower()], match[day_of]) if named else None
        for quarter, at in (("q", "q_year"), ("q_last", "q_year_first")):
            if match[quarter]:
                return _months(year(at), int(match[quarter]) * 3 - 2, 3)
        if "quarters" in match.group().lower():
            return _months(year("three_year"), 1, 9)
        if match["h"]:
            return _months(year("h_year"), int(match["h"]) * 6 - 5, 6)
        if match["ordinal"]:
            ordinal = _QUARTERS[match["ordinal"].lower()]
            if match["piece"].lower() == "half":
                return _months(year("piece_year"), 1 if ordinal == 1 else 7, 6)
            return _months(year("piece_year"), ordinal * 3 - 2, 3)
        if match["relative"]:
            shift = {"this": 0, "next": 1, "last": -1}[match["relative"].lower()]
            return _months(reference.year + shift, 1, 12) if reference else None
        if match["year_end"]:
            return _months(reference.year, 1, 12) if reference else None
        return _months(int(match["year"]), 1, 12)
    except ValueError:
        return None


def _month(year: int, month: int, day: str | None) -> tuple[date, date]:
    if day:
        return date(year, month, int(day)), date(year, month, int(day))
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _months(year: int | None, first: int, count: int) -> tuple[date, date] | None:
    if year is None:
        return None
    last = first + count - 1
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])
