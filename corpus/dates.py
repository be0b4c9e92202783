"""When something is due: deadlines in prose and in fields (a table cell, a bracket's words).

What an expression names, as days (first and last, inclusive; "-" is no bound):

    2021年6月            2021-06-01 .. 2021-06-30     2021年6月底前        -  .. 2021-06-30
    到2025年             -          .. 2025-12-31     2025年前             -  .. 2024-12-31
    2021年9月前          -          .. 2021-08-31     6月30日前            -  .. 06-30, the day included
    2021年底             -          .. 2021-12-31     年内                 01-01 .. 12-31 of the document's year
    2019年上半年         2019-01-01 .. 2019-06-30     第三季度             07-01 .. 09-30
    元旦前               -          .. 12-31 of the year before
    2021—2023年          2021-01-01 .. 2023-12-31     “十四五”末           -  .. 2025-12-31

A month or quarter without a year takes the year named before it in the same text, else the document's; an end of
a month (6月底前) that would then lie before the document is meant for the next year.
Of kind "relative" (两年内, 自发布之日起30日内, 春节前), "recurring" (每年2月底前) and "open" (持续推进) no date is
given: the words are kept. A field whose date is damaged (202？年) is kept as words of kind "date" without an interval.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from corpus.calendar_terms import CalendarTerm, calendar_terms
from corpus.english_labels import english_deadlines
from corpus.periods import Period, parse_period
from corpus.types import Deadline, Span

__all__ = ["Period", "find_deadlines", "governing_deadline", "parse_period", "read_deadline_field"]

_COUNT = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3}|半)"
_UNTIL = re.compile(r"(?:截至|截止到?|到|至)$")
# How long a document or a grant is in force is no deadline of a task.
_IN_FORCE = re.compile(r"(?:有效期|执行期限?|试行期|施行期)[^，。；]{0,6}$")
_SINCE = re.compile(r"(?:自|从|比|较|自从)$")
_HABIT = re.compile(r"每(?:年|季度|月|半年)(?:度)?[的，]?$")
# What may stand right before a date that opens a clause: a stop, or a word of intent.
_CLAUSE_START = re.compile(
    r"(?:^|[，。；：:;,!！?？、（(“”—\n])(?:力争|争取|确保|计划|预计|拟|原则上|并|其中|在|于|即|将)*$"
)
_NOT_DUE = re.compile(
    r" ?(?:至今|的|以来|起|版|修订|印发|出台|发布的|颁布|基础上|相比|同期|度?(?:计划|预算|工作要点|报告))"
)
_QUOTED = re.compile(r"《[^《》]*》|〔[^〔〕]*〕|\[\d{4}\]")
_WITHIN = rf"{_COUNT}(?:[至到—-]{_COUNT})?(?:年|个月)(?:左右)?(?:的?时间(?:内)?|(?:之|以)?内)"
_FROM_A_DAY = (
    rf"(?:[自从](?:[^，。；：（）()自从]{{1,24}})(?:之日|之时|后)?起?[，]?(?:至)?"
    r"|(?:接到|收到|[\u4e00-\u9fff]{0,8}(?:印发|发布|下发|批复|公布|批准|受理|结束|生效|会议))[^，。；：（）()]{0,12}(?:之日起?|以?后)[，]?)"
    rf"{_COUNT}(?:个)?(?:年|月|周|星期|日|天|工作日|季度|小时)(?:之|以)?内"
)
_RELATIVE = re.compile(rf"{_FROM_A_DAY}|(?<![近前续去第\d])(?:用|在|力争)?(?:今后|未来)?{_WITHIN}")
# In prose a span of time is a deadline only where a result is said of it: 两年内实现…, not 三年内给予补贴.
_RESULT = re.compile(
    r"[，]?(?:要|应|须|基本|全面|全部|初步|力争|争取|率先|取得|实现|完成|建成|达到|达|形成|建立|健全|出台|制定|印发|报送|提出"
    r"|作出|答复|提交|上报|报(?!酬|名)|备案|告知|反馈|公布|公示|发布|移交|送达|建设|推广|覆盖|消除|解决|培育|打造|办结|整改|落实|启动|投入使用|向|将)"
)
# A year with characters that scanning or typing put for digits: 202？年6月底前, 2O21年.
# A day that an event names and no calendar does: 2026年春节前, 汛期前.
_EVENT = re.compile(
    r"(?:到|在|于|赶在)?(?:20\d\d年|[今明本]年)?(?:春节|端午节?|中秋节?|清明节?|主?汛期(?:来临|到来)?|入汛|暑[期假]|寒假|[秋春]季开学"
    r"|供暖季?|采暖[季期]?|春耕)(?:之|以)?前"
)
_DAMAGED = re.compile(
    r"(?:到|至)?(?<![\dA-Za-z])(?=[\d]*[OoIl?？□■×_])[12][\dOoIl?？□■×_]{3}年(?:[\dOoIl?？□■×_]{1,2}月)?(?:底|末)?(?:之?前|内)?"
)
_RELATIVE_DAYS = re.compile(rf"{_COUNT}(?:个)?(?:工作日|日|天|周|小时)(?:之|以)?内")
_RECURRING = re.compile(r"(?:每(?:年度?|半年|季度?|月|周|旬)|定期|按[年季月])[^，。；、]*")
_OPEN = re.compile(
    r"(?:长期|持续|常态|常年|全年|适时|立即|即时|尽快|抓紧|贯穿|近期|中期|远期|实时|按(?:照|要求|进度|规定|时限|国家|省|上级)|根据|视"
    r"|立[行整查]立[改行]|即[知查]即[改办]|边[查督整]边[改办])[^，。；（）()\n]*"
)
_BARE_DATE = re.compile(
    r"(?P<first>(?:19|20)\d\d)(?:\s*[-—–~～至]+\s*(?P<last>(?:19|20)\d\d)|[./-](?P<month>1[0-2]|0?[1-9]))?"
)
# A longer text is more than the dates of a task's parts.
_LONGEST_FIELD = 90
_FIELD_PART = re.compile(r"[^，,；;、（）()\s]{2,}")
_DATE_LIKE = re.compile(r"\d|年|月|季度")


def find_deadlines(text: str, document_date: date | None = None) -> list[Deadline]:
    """The deadlines that prose states, in order; spans are offsets in `text`.

    A date counts as one when its words say so (到…, …前, …底, 年内) or when it opens a clause and does not lie before
    `document_date` ("2021年建成…"). Dates inside 《》 and 〔〕, and those of the past, do not.
    """
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    found = []
    for term in calendar_terms(text, document_date, ahead=True):
        if any(start <= term.start < end for start, end in quoted):
            continue
        deadline = _of_prose(text, term, document_date)
        if deadline is not None:
            found.append(deadline)
    found += [_deadline(text, *match.span(), "date") for match in _DAMAGED.finditer(text) if _says_when(text, match)]
    found += [_deadline(text, *match.span(), "relative") for match in _EVENT.finditer(text)]
    taken = [deadline.span for deadline in found]
    for match in _RELATIVE.finditer(text):
        span = Span(*match.span())
        due = match.group().startswith(("用", "力争")) or _RESULT.match(text, match.end())
        if due and not any(span.overlaps(other) for other in taken):
            found.append(Deadline(match.group(), None, None, span, "relative"))
    return sorted(found, key=lambda deadline: deadline.span)


def _says_when(text: str, damaged: re.Match[str]) -> bool:
    limits = damaged.group()[0] in "到至" or damaged.group()[-1] in "前内底末"
    return limits or _CLAUSE_START.search(text[max(0, damaged.start() - 16) : damaged.start()]) is not None


def read_deadline_field(text: str, document_date: date | None = None) -> list[Deadline]:
    """The deadlines of a text that is known to hold nothing else: a cell of 完成时间, the words after 完成时限：.

    A text without any known expression is kept whole, as kind "date" without an interval where it looks like a
    damaged date, else as "open"; an empty one gives nothing. Where it dates several parts (2处：9月底；其余：年底)
    the first deadline is all of its words, due with the last part, before the parts.
    """
    if not text.strip(" \n\t-—/无。.、"):
        return []
    found: list[Deadline] = []
    if text.isascii() and re.search("[A-Za-z]{3}", text) and (english := list(english_deadlines(text, document_date))):
        return english
    for term in calendar_terms(text, document_date, ahead=True):
        before = text[: term.start]
        if habit := _HABIT.search(before):
            found.append(_deadline(text, habit.start(), term.end, "recurring"))
            continue
        until = _UNTIL.search(before)
        start = until.start() if until else term.start
        first = None if until else term.first
        found.append(Deadline(text[start : term.end], first, term.last, Span(start, term.end)))
    for pattern, kind in (
        (_EVENT, "relative"),
        (_RELATIVE, "relative"),
        (_RELATIVE_DAYS, "relative"),
        (_RECURRING, "recurring"),
        (_OPEN, "open"),
    ):
        for match in pattern.finditer(text):
            if not any(Span(*match.span()).overlaps(deadline.span) for deadline in found):
                found.append(_deadline(text, *match.span(), kind))  # type: ignore[arg-type]
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if found:
        ends = {deadline.end for deadline in found if deadline.end}
        if (len(ends) > 1 or _has_more(text, start, end, found)) and end - start <= _LONGEST_FIELD:
            kind = "date" if ends else found[0].kind
            found.append(Deadline(text[start:end], None, max(ends, default=None), Span(start, end), kind))
        return sorted(found, key=lambda deadline: (deadline.span.start, -deadline.span.end))
    if bare := _BARE_DATE.fullmatch(text, start, end):
        first = date(int(bare["first"]), int(bare["month"] or 1), 1)
        last = date(int(bare["last"] or bare["first"]), int(bare["month"] or 12), 28) + timedelta(days=4)
        return [Deadline(bare.group(), first, last - timedelta(days=last.day), Span(start, end))]
    return [_deadline(text, start, end, "date" if _DATE_LIKE.search(text) else "open")]


def _has_more(text: str, start: int, end: int, found: Sequence[Deadline]) -> bool:
    """Whether a field says beside its times what else holds: 春节前集中整治，长期坚持; 立行立改，长期坚持."""
    kinds = {deadline.kind for deadline in found}
    if len(found) > 1 and kinds & {"open", "recurring"}:
        return True
    return kinds == {"open"} and any(
        not any(Span(*part.span()).overlaps(deadline.span) for deadline in found)
        for part in _FIELD_PART.finditer(text, start, end)
    )


def governing_deadline(deadlines: Sequence[Deadline]) -> Deadline | None:
    """The one by which the whole task is due: the latest date, else the first of the others."""
    dated = [deadline for deadline in deadlines if deadline.end is not None]
    if dated:
        return max(dated, key=lambda deadline: (deadline.end, -deadline.span.start, deadline.span.end))
    return deadlines[0] if deadlines else None


def _of_prose(text: str, term: CalendarTerm, document_date: date | None) -> Deadline | None:
    before = text[max(0, term.start - 12) : term.start]
    if habit := _HABIT.search(before):
        start = term.start - len(before) + habit.start()
        return _deadline(text, start, term.end, "recurring") if term.limit in ("before", "end", "within") else None
    if term.last is None or (_SINCE.search(before) and term.limit != "range") or _IN_FORCE.search(before):
        return None
    if document_date is not None and term.last < document_date:
        return None
    if until := _UNTIL.search(before):
        start = term.start - len(before) + until.start()
        return Deadline(text[start : term.end], None, term.last, Span(start, term.end))
    if not term.limit or term.limit == "range":
        if not _CLAUSE_START.search(before) or _NOT_DUE.match(text, term.end) or not text[term.end :].strip("，。； "):
            return None
        if document_date is None and not term.fine:
            return None
    return Deadline(text[term.start : term.end], term.first, term.last, Span(term.start, term.end))


def _deadline(text: str, start: int, end: int, kind: Literal["date", "relative", "recurring", "open"]) -> Deadline:
    return Deadline(text[start:end], None, None, Span(start, end), kind)
