"""What English headings and labels of tasks mean (Lead unit, Participants, Due), and when English words say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from corpus.periods import find_periods
from corpus.types import Deadline, Span

_BODIES = (
    r"(?:units?|agenc(?:y|ies)|bod(?:y|ies)|departments?|organi[sz]ations?|bureaus?|authorit(?:y|ies)|part(?:y|ies))"
)
_NAMES = {
    "牵头单位": rf"lead(?:ing)?(?: {_BODIES})?|led by|in charge",
    "责任单位": rf"(?:responsible|implementing|accountable)(?: {_BODIES})?|responsibility|owner|assigned to",
    "配合单位": rf"(?:support(?:ing)?|participating|co-?operating|assisting|contributing)(?: {_BODIES})?"
    r"|participants?|participation|assisted by|partners?",
    "完成时限": r"deadline|due(?: date| by)?|time ?limit|completion(?: date| time)?"
    r"|target date|time ?frame|timeline|by when",
}
_OTHER_NAMES = {
    "任务": r"(?:key |main |work |specific )?(?:tasks?|measures?|actions?|activit(?:y|ies)|work items?"
    r"|deliverables?|initiatives?)"
    r"(?: (?:name|description|content))?",
    "序号": r"no\.?|#|s/?n|number|serial (?:no\.?|number)|item no\.?",
    "备注": r"remarks?|notes?|status|budget|contact(?: person)?|person(?: in charge)?",
}
_MEANT = {name: re.compile(words, re.I) for name, words in (_NAMES | _OTHER_NAMES).items()}
LABEL = re.compile(rf"(?:(?<=[\s(;,，；（.])|^)(?P<label>{'|'.join(_NAMES.values())})\s?[:：]", re.I)
"""A label of who is responsible, or by when, with its colon."""

_RECURRING = re.compile(
    r"(?:every|each|per) .+|(?:weekly|monthly|quarterly|annual(?:ly)?|yearly|semi-?annual(?:ly)?)\b.*", re.I
)
_RELATIVE = re.compile(r"within .+", re.I)
_DAY = re.compile(
    r"(?P<limit>by |until )?(?P<day>\d{1,2})(?:st|nd|rd|th)? "
    r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?![a-z]|,? \d)",
    re.I,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def chinese_label(words: str) -> str:
    """The Chinese heading that an English one means; the words themselves where they are none."""
    plain = " ".join(re.sub(r"\([^()]*\)", "", words).split()).strip(" :")
    return next((name for name, pattern in _MEANT.items() if pattern.fullmatch(plain)), plain)


def english_deadlines(text: str, issued: date | None) -> Iterator[Deadline]:
    """The deadlines of an English field: "by 30 June 2025", "end of September", "within 10 days", "quarterly".

    A day without a year is one of the year of `issued`. Words that name no time give nothing.
    """
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    words = text[start:end].rstrip(".;")
    for pattern, kind in ((_RECURRING, "recurring"), (_RELATIVE, "relative")):
        if pattern.fullmatch(words):
            yield Deadline(words, None, None, Span(start, start + len(words)), kind)  # type: ignore[arg-type]
            return
    if issued and (match := _DAY.search(text)):
        try:
            day = date(issued.year, _MONTHS.index(match["month"].lower()) + 1, int(match["day"]))
        except ValueError:
            return
        yield Deadline(match.group(), None if match["limit"] else day, day, Span(*match.span()))
        return
    for period in find_periods(text, issued):
        if text[: period.span.start].rstrip()[-1:] not in tuple("/-.0123456789"):
            yield Deadline(period.text, period.start, period.end, period.span)
