"""Owners that are named once for several numbered items: a sentence below them, or a line with units above them.

"以上任务由市商务局牵头，11月底前完成。" holds for the items above it, as far as they are one list; a line "市商务局："
for the items below it, up to the next such line, in a document that has two at least. Items that name an owner of
their own keep it. Offsets count in the reading view.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from corpus.calendar_terms import CalendarTerm, calendar_terms
from corpus.dates import find_deadlines
from corpus.duties import listed_duty
from corpus.numbering import RANKS, Numbering, numbering, numeral
from corpus.responsibility import Roles
from corpus.role_labels import Role
from corpus.statements import Item, Statement
from corpus.types import Deadline, Span
from corpus.unit_shapes import UnitMention, list_shaped_units

_ABOVE = re.compile(
    r"[（(]?(?:注[:：])?(?:以上|上述)(?:各|所列|全部|所有)*(?:\d+|[一二三四五六七八九十]+)?[项条个]?(?:重点)?(?:任务|工作|事项|措施|项目|内容|举措|活动)?"
    r"(?:均|都|统一|分别|全部)?由"
)
_NUMBERED = re.compile(
    r"[（(]?(?:其中)?[，,]?第?\s*(?P<first>\d{1,3}|[一二三四五六七八九十]{1,3})\s*(?:项|条)?(?:\s*(?P<join>[-—–~～至到、和])\s*第?"
    r"(?P<last>\d{1,3}|[一二三四五六七八九十]{1,3}))?\s*(?:项|条)(?:重点)?(?:任务|工作|事项|措施|项目|内容)?(?:均|都|分别)?由"
)
_UNITS_LINE = re.compile(r"(?P<units>[^：:。，,；;\n\d]{3,80})[：:]")
_ANNOUNCES = re.compile(r"(?:任务|分工|责任|职责|工作安排)[^。；：:\n]{0,8}[：:]$")
_SHORTEST_TASK = 5

_EACH = re.compile("分别(?:由|于|在)?")

Found = tuple[Item, Statement]
_Share = tuple[list[tuple[Role, UnitMention]], list[Deadline]]


def with_items_above(text: str, items: Sequence[Item], found: Sequence[Found], issued: date | None) -> list[Found]:
    """`found` with each 以上任务由… (第1至3项由…) turned into one statement for every item above it that has none."""
    closing: list[Found] = []
    own: list[Found] = []
    for pair in found:
        start = pair[1].whole[0]
        (closing if _ABOVE.match(text, start) or _NUMBERED.match(text, start) else own).append(pair)
    if not closing:
        return list(found)
    taken = sorted(statement.whole[0] for _, statement in own)
    starts, lowest = [item.start for item in items], 0
    for item, statement in closing:
        start, end = statement.whole
        above = [one for one in _list_above(text, items, bisect_left(starts, start)) if one.start >= lowest]
        if numbered := _NUMBERED.match(text, start):
            above = [one for one in above if _is_meant(numbered, _numbering(text, one))]
        else:
            above = above or [item]
        said, before = tuple(_deadlines(text, start, end, issued)), len(own)
        shares = _shares(text, statement, len(above), issued)
        for position, one in enumerate(above):
            stop = _trimmed(text, one.start, min(one.end, start))
            if stop - one.start >= _SHORTEST_TASK and not _any(taken, one.start, stop):
                dated = bool(find_deadlines(text[one.start : stop], issued))
                units, times = shares[position] if shares else (list(statement.roles.units), [])
                roles = Roles(units, [] if dated else [*(times or statement.roles.deadlines or said)])
                own.append((one, Statement((one.start, stop), (one.start, stop), roles, one.number)))
        if len(own) == before:  # all of them say themselves who does them
            own.append((item, statement))
        lowest = lowest if numbered else end
    return own


def _shares(text: str, statement: Statement, count: int, issued: date | None) -> list[_Share]:
    """What each of `count` items gets of units or times that are told one for each: 分别于5月、8月、9月底前完成.

    Empty where nothing is told so.
    """
    start, end = statement.whole
    units, times = list(statement.roles.units), list[Deadline]()
    for each in _EACH.finditer(text, start, end):
        stop = next((at for at in range(each.end(), end) if text[at] in "，,；;。"), end)
        span = Span(each.end(), stop)
        dated = [_due(text, term, each.end()) for term in calendar_terms(span.of(text), issued)]
        times = dated if len(dated) == count else times
    told = _EACH.search(text, start, end)
    leads = [pair for pair in units if pair[0] is not Role.SUPPORT]
    if told and len(leads) == count > 1 and all(told.end() <= unit.start for _, unit in leads) and not times:
        others = [pair for pair in units if pair[0] is Role.SUPPORT]
        return [([lead, *others], []) for lead in leads]
    return [(units, [time]) for time in times]


def _due(text: str, term: CalendarTerm, offset: int) -> Deadline:
    span = Span(term.start + offset, term.end + offset)
    return Deadline(span.of(text), None, term.last, span)


def items_below_unit_lines(
    text: str, items: Sequence[Item], lines: Sequence[tuple[int, int]], found: Iterable[Found]
) -> Iterator[Found]:
    """The items below lines such as 市商务局： that have no statement of their own; `lines` are those of the body."""
    owners = [
        (start, end, units, first.kind)
        for (start, end), after in pairwise(lines)
        if (match := _UNITS_LINE.fullmatch(text, start, end))
        and (first := numbering(text[after[0] : after[0] + 12]))
        and (units := list_shaped_units(match["units"], start))
    ]
    if len(owners) < 2 or len({kind for *_, kind in owners}) > 1:
        return  # one alone is whom a letter speaks to
    taken = sorted(statement.whole[0] for _, statement in found)
    starts = [item.start for item in items]
    for position, (_, end, units, kind) in enumerate(owners):
        limit = owners[position + 1][0] if position + 1 < len(owners) else len(text)
        for item in items[bisect_left(starts, end) : bisect_left(starts, limit)]:
            own = _numbering(text, item)
            if own is None:
                continue
            if RANKS[own.kind] < RANKS[kind]:
                break
            stop = _trimmed(text, item.start, min(item.end, limit))
            if stop - item.start >= _SHORTEST_TASK and not _any(taken, item.start, stop):
                roles = Roles()
                roles.add(Role.RESPONSIBLE, units)
                yield item, Statement((item.start, stop), (item.start, stop), roles, item.number)


def announced_duties(text: str, lines: Sequence[tuple[int, int]], found: Iterable[Found]) -> Iterator[Found]:
    """Lines "市水利局：排查隐患…", two at least, after a line that announces tasks: 任务安排如下：."""
    taken = sorted(statement.whole[0] for _, statement in found)
    run: list[Statement] = []
    announced = False
    for start, end in (*lines, (len(text), len(text))):
        duty = listed_duty(text, start, end) if announced else None
        if duty is not None:
            run.append(duty)
            continue
        if len(run) > 1:
            yield from ((Item(one.whole[0], one.whole[1], None), one) for one in run if not _any(taken, *one.whole))
        run, announced = [], bool(_ANNOUNCES.search(text, start, end))


def _list_above(text: str, items: Sequence[Item], count: int) -> list[Item]:
    """The numbered ones that end the first `count` items and count down to 1, or to where a heading begins a list."""
    found: list[Item] = []
    last: Numbering | None = None
    for at in range(count - 1, -1, -1):
        item = items[at]
        own = _numbering(text, item)
        if own is None:
            continue
        if last is None or (own.kind == last.kind and own.value == last.value - 1):
            found.append(item)
            last = own
        elif RANKS[own.kind] <= RANKS[last.kind]:
            break
    return found[::-1]


def _is_meant(said: re.Match[str], own: Numbering | None) -> bool:
    """Whether 第1至3项, 第4项 or 第1、2项 means the item of this number."""
    first, last = numeral(said["first"]), numeral(said["last"] or said["first"])
    if own is None:
        return False
    return own.value in (first, last) if said["join"] in ("、", "和") else first <= own.value <= last


def _numbering(text: str, item: Item) -> Numbering | None:
    return numbering(text[item.number[0] : item.number[0] + 16]) if item.number else None


def _deadlines(text: str, start: int, end: int, issued: date | None) -> Iterator[Deadline]:
    for found in find_deadlines(text[start:end], issued):
        span = Span(found.span.start + start, found.span.end + start)
        yield Deadline(found.text, found.start, found.end, span, found.kind)


def _any(starts: Sequence[int], start: int, end: int) -> bool:
    position = bisect_left(starts, start)
    return position < len(starts) and starts[position] < end


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " \n（(":
        end -= 1
    return end
