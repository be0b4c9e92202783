"""The period that bounds a question, as it is meant: 拖到2021年12月 is that month, 2021年任务清单 a list."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from assistant.questions.deadline_bounds import printed_deadline
from assistant.questions.naming import HIDDEN, filled
from corpus.dates import Period, parse_period
from corpus.types import Span

WHOLE_YEAR = 364
"""Days between the first and the last of a year."""
_OF_A_LIST = re.compile(
    r"\s*的?(?:重点|主要|全面|集中)*(?:攻坚|冲刺|会战|大干|收官|决战)(?!的?(?:时|期间|结束|之前|前))"
    r"|\s*年?度?的?(?:重点|主要|工作|改革)*(?:任务|工作|事项)?(?:清单|台账|计划|方案|要点|安排表|分工表)"
    r"|\s*(?:年?度|上半年|的)?(?:重点|工作|热线|督[查察]|检查|考核|运行|专项|办理|情况)*(?:通报|简报|公报|快报)"
    r"|\s*(?:[a-z]+ ){0,2}(?:task list|list of tasks|work plan|action plan|plan|checklist|ledger)(?![a-z])",
    re.IGNORECASE,
)
# Of a time without "by" or "before": the Q3 2024 inspection report, the first-quarter hotline bulletin.
_OF_A_PAPER = re.compile(
    r"(?:['’]s)? (?:(?!(?:tasks?|and|or|is|are|must|do|does|did|to|in|the|a|on)(?![a-z]))[a-z-]+ ){0,4}?"
    r"(?:list|report|circular|bulletin|notice|communiqu[eé]|briefing|minutes|review|newsletter|digest|document|paper"
    r"|notification|opinions?|key points|roundup|round-up|summary|scorecard|rankings?)(?![a-z])"
    r"(?! (?:to|on|their|its|his|that|how)(?![a-z]))",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"[（(][^（）()]{1,16}[)）]")
# 拖到6月, 时限写到6月: that month itself.
_UP_TO = re.compile("[拖延晚等]$|(?:时间|时限|期限|日期|节点)(?:都)?(?:写|标|定|填|列|排|安排|设|落)(?:的是|为)?$")
# 2021年11月（含）以前: until then, that month among it.
_UNTIL = re.compile(r"\s*[（(](?:含|包含|包括|inclusive)[^（）()]{0,8}[）)]\s*(?:之|以)?前")
_INCLUDED = re.compile(r"[（(，, ]*(?:含|包括|inclu)", re.IGNORECASE)
_OF_AN_EVENT = re.compile(
    r"(?<=\d) (?:[a-z]+ ){0,2}?(?:season|session|meeting|conference|fair|expo|exhibition|festival|games|congress"
    r"|holidays?|semester|harvest|exams?)(?![a-z])"
    r"|(?<=年)(?:主?汛期?|[春夏秋冬]季|春节|国庆|供暖|采暖|开学|高考|中考|两会|防火|旺季|淡季|春运|暑运|双十一)"
    r"(?=[之以]?[前后])",
    re.IGNORECASE,
)


def period_meant(text: str, hidden: str, reference: date) -> tuple[Period | None, str]:
    """The period that a question names, None where it names none or another thing by it, and `hidden`, the question
    with what names other things hidden, with the period hidden, too."""
    period = _exactly(text, parse_period(hidden, reference))
    if period is None or _OF_AN_EVENT.match(text, period.span.end):
        return None, hidden  # before the 2025 flood season is no time before that year
    hidden = filled(hidden, period.span.start, period.span.end, HIDDEN)
    # A year is told from a bound elsewhere, by what it stands beside.
    part_of_year = period.start is not None and period.end is not None and (period.end - period.start).days < WHOLE_YEAR
    if _OF_A_LIST.match(text, period.span.end) or (part_of_year and _OF_A_PAPER.match(text, period.span.end)):
        return None, hidden  # 2023年任务清单 is what a list is called, and its rows may be due at any time
    return period, hidden


def counted_from(year: int | None, reference: date) -> date:
    """The day that "by September" counts from: of the year of the document that is meant, where one is."""
    return reference if year is None else date(year, reference.month, min(reference.day, 28))


def _exactly(text: str, period: Period | None) -> Period | None:
    """ "拖到2021年12月才完成" and "2021年底才到期" mean that month itself, not all the time until then."""
    if period is not None and period.end is not None and (until := _UNTIL.match(text, period.span.end)):
        return replace(period, start=None, inclusive=True, span=Span(period.span.start, until.end()))
    if (
        period is not None
        and period.end is not None
        and not period.inclusive
        and _INCLUDED.match(text, period.span.end)
    ):
        first = period.end + timedelta(days=1)
        return replace(
            period, end=date(first.year, first.month, monthrange(first.year, first.month)[1]), inclusive=True
        )
    if period is None or period.start is not None:
        return period
    bracket = _IN_BRACKETS.match(text, period.span.end)
    after = bracket.end() if bracket else period.span.end
    if not (_UP_TO.search(text[: period.span.start]) or text.startswith("才", after)):
        return printed_deadline(text, period) or period
    named = parse_period(period.text.lstrip("到至"))
    month = period.end.replace(day=1) if period.end else None
    return replace(period, start=named.start if named and named.start else month)
