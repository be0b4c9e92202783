"""Task records: who does what by when, out of prose and tables."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.characters import HAN
from corpus.dates import find_deadlines, governing_deadline
from corpus.duties import listed_duty, sentence_statements
from corpus.frame import date_in, frame
from corpus.item_owners import announced_duties, items_below_unit_lines, with_items_above
from corpus.links import link_records
from corpus.normalise import ReadingView, reading_view, simplified
from corpus.outline import section_at
from corpus.paragraphs import Part
from corpus.quantities import find_targets
from corpus.responsibility import Assignment, Roles
from corpus.role_labels import Role, label_at
from corpus.standing import StandingRules, standing_rules
from corpus.statements import Item, Statement, bracket_statements
from corpus.table_notes import NotedRow, noted_row
from corpus.table_rows import row_statements
from corpus.types import BlockKind, CellPosition, Deadline, Document, Metadata, Section, Span, Table, Target, TaskRecord
from corpus.unit_headings import unit_headings


@dataclass(frozen=True, slots=True)
class _Found:
    """A statement on its way to a record; offsets count in the reading view."""

    tasks: tuple[tuple[int, int], ...]
    whole: tuple[int, int]
    assignment: Assignment
    number: tuple[int, int] | None
    section: tuple[str, ...]
    deadlines: tuple[Deadline, ...]
    cell: CellPosition | None = None
    steps: tuple[Deadline, ...] = ()  # what the task's words date beside a deadline that its bracket or column states


def task_records(document: Document, sections: Sequence[Section], tables: Sequence[Table]) -> tuple[TaskRecord, ...]:
    """The task records of a document, in text order; their ids are `<document id>#r<N>`, N from 1.

    Those of one task are linked; `corpus.links.link_records` does the same over several documents.
    """
    view = reading_view(document.text)
    issued = _reference_date(document.metadata, document.text)
    plain = replace(view, text=simplified(view.text).translate(_BRACKETS))  # the rules know simplified characters only
    rules = standing_rules(plain, sections, tables)
    parts = {
        paragraph.view_start: paragraph.part
        for paragraph in frame(tuple(document.blocks), view, document.metadata.title)
        if paragraph.part in _NO_BODY
    }
    parts = {
        view.view(block.span.start, block.span.end).start: Part.BODY
        for block in document.blocks
        if block.kind is BlockKind.LIST_ITEM
    } | parts
    found = list(_prose(plain, sections, tables, rules, simplified(document.metadata.title), issued, parts))
    rows = list(_rows(plain, tables, rules, issued))
    found = [*_noted(plain, tables, rows, found), *rows]
    found.sort(key=lambda statement: (statement.whole, statement.tasks))
    return link_records(_record(document.id, position, statement, view) for position, statement in enumerate(found, 1))


def _reference_date(metadata: Metadata, text: str) -> date | None:
    """The day from which 年底前 counts: the date of issue, or the year in the title of a plan made ahead of it.

    Without either it is the year of the document's number, then that of its first line (a workbook's caption); of a
    plan for several years (2024—2026年) the first counts. Last comes the day that the head of the text names: that of
    a meeting (时间：2025年3月27日).
    """
    issued = metadata.issued or metadata.published
    numbered = _NUMBER_YEAR.search(metadata.number or "")
    if issued is None and numbered:
        issued = date(int(numbered[1]), 1, 1)
    year = _TITLE_YEAR.search(metadata.title)
    if issued is None and year is None:
        year = _TITLE_YEAR.search(text.strip().partition("\n")[0][:_LONGEST_TITLE])
    if year and (issued is None or int(year[1]) > issued.year):
        return date(int(year[1]), 1, 1)
    return issued or date_in("\n".join(text.strip().splitlines()[:_HEAD_LINES])[:_LONGEST_HEAD])


_NO_BODY = frozenset(
    (Part.TITLE, Part.LETTERHEAD, Part.NUMBER, Part.RECIPIENTS, Part.SIGNATURE, Part.DATE, Part.SIGNED)
)
_BRACKETS = str.maketrans("［］〖〗｛｝", "[]【】〔〕")  # forms of one bracket
_TITLE_YEAR = re.compile(r"(20\d\d)(?: ?年? ?[-—–―~～至到]+ ?20\d\d)? ?年")
_LONGEST_TITLE = 60
_HEAD_LINES, _LONGEST_HEAD = 8, 200
_NUMBER_YEAR = re.compile(r"[〔\[（(【﹝]((?:19|20)\d\d)[〕\]）)】﹞]")


def _prose(
    view: ReadingView,
    sections: Sequence[Section],
    tables: Sequence[Table],
    rules: StandingRules,
    title: str,
    issued: date | None,
    framed: Mapping[int, Part],
) -> Iterator[_Found]:
    """The statements outside tables: brackets and labels first, then what sentences outside those say.

    `framed` is where the lines begin that are no body (title, number, recipients, signature, date), and with
    `Part.BODY` those that are points of a list.
    """
    text = rules.without(view.text)
    items = list(_items(view, sections, tables, framed))
    statements: list[tuple[Item, Statement]] = []
    items = [item for item in items if not _is_meeting_head(view.text[item.start : item.end])]
    for item in items:
        statements += ((item, found) for found in bracket_statements(text, item, issued))
    sentences = _blanked(text, ((found.task[1], found.whole[1]) for _, found in statements))
    owned = {item.start for item, _ in statements}
    headings = {
        view.view(section.heading.start, section.heading.end): (section, roles)
        for section, roles in unit_headings(view, sections, title)
        if section.heading
    }
    for item in items:
        within = sentence_statements(sentences, item.start, item.end, owned=item.start in owned)
        statements += (
            (item, found)
            for found in within
            if not any(span.start <= found.whole[0] < span.end for span in headings)
            and not _PROPOSED.match(text, found.whole[0])
        )
    statements = [(item, _led_by_heading(view, headings, found)) for item, found in statements]
    statements += _under_headings(view, headings, items, [found.whole for _, found in statements])
    statements += _listed_duties(view, sections, items, sentences, [found.whole for _, found in statements])
    lines = list(_lines(view, tables, framed))
    statements = with_items_above(view.text, items, statements, issued)
    statements += items_below_unit_lines(view.text, items, lines, statements)
    statements += announced_duties(view.text, lines, statements)
    previous: Roles | None = None
    for item, statement in sorted(statements, key=lambda pair: pair[1].whole):
        roles = statement.roles
        if previous and [unit.name for _, unit in roles.units] in (["同上"], ["同前"]):
            roles = previous
        previous = roles
        assignment = rules.applied(roles, statement.whole[1])
        if assignment is None:
            continue
        section = section_at(sections, view.source(*statement.whole))
        path = section.path
        if section.heading and view.source(*statement.task).overlaps(section.heading):
            path = sections[section.parent or 0].path
        said = _found_in(view.text, [statement.task], issued)
        yield _Found(
            (statement.task,),
            statement.whole,
            assignment,
            statement.number or (item.number if statement.whole[0] <= item.start else None),
            path,
            assignment.deadlines
            or said
            or _before_subject(view.text, statement, issued)
            or _of_heading(view, sections, section, issued),
            steps=said if assignment.deadlines else (),
        )


def _before_subject(text: str, statement: Statement, issued: date | None) -> tuple[Deadline, ...]:
    """The dates with which a sentence opens before it names the unit: 2026年，市商务局会同…."""
    first = min(unit.start for _, unit in statement.roles.units)
    if statement.task[0] <= first or first - statement.whole[0] > _LONGEST_DATE:
        return ()
    found = _found_in(text, [(statement.whole[0], statement.task[1])], issued)
    return tuple(deadline for deadline in found if deadline.span.start < first)


def _of_heading(
    view: ReadingView, sections: Sequence[Section], section: Section, issued: date | None
) -> tuple[Deadline, ...]:
    """The day of the nearest heading that is one (一、6月底前完成的任务): that of the items below it."""
    here: Section | None = section
    while here is not None:
        if here.heading:
            span = view.view(here.heading.start, here.heading.end)
            if match := _DUE_HEADING.search(view.text, span.start, span.end):
                return _found_in(view.text, [(span.start, match.start("rest"))], issued)
        here = None if here.parent is None else sections[here.parent]
    return ()


_DUE_HEADING = re.compile(
    r"(?:前|底|末|内|\d日)(?P<rest>(?:需|须|应|要|拟|计划|力争)?(?:完成|办结|落实|见效|达成|到位)的?(?:重点)?"
    r"(?:任务|事项|工作|项目|目标|举措|措施)?(?:[（(]共?\d+[项条个][)）])?)$"
)


# What somebody at a meeting proposes or hopes for is nobody's task: 她建议由…开放接口，费用由…承担.
_PROPOSED = re.compile(rf"(?:[他她]|[{HAN}]{{2,3}})(?:还|也|并)?(?:建议|希望|提议|呼吁)(?![案书稿])")


def _is_meeting_head(text: str) -> bool:
    """Whether lines say when and where a meeting was: who held it (主办单位：…) leads no task."""
    return bool(_MEETING_TIME.search(text) and _MEETING_PLACE.search(text))


_MEETING_TIME = re.compile(r"^(?:会议|发布|活动)?\s*时\s*间\s*[：:]", re.MULTILINE)
_MEETING_PLACE = re.compile(r"^(?:会议|发布|活动)?\s*地\s*点\s*[：:]", re.MULTILINE)
# What stands before the unit is a date and perhaps a word of intent.
_LONGEST_DATE = 24


def _led_by_heading(view: ReadingView, headings: Mapping[Span, tuple[Section, Roles]], found: Statement) -> Statement:
    """A statement that names who supports and nobody else, below a heading that names who is responsible: it leads."""
    if not found.roles.units or any(role is not Role.SUPPORT for role, _ in found.roles.units):
        return found
    for section, roles in headings.values():
        span = view.view(section.span.start, section.span.end)
        if span.start <= found.whole[0] < span.end:
            leads = [(Role.LEAD, unit) for _, unit in roles.units]
            return replace(found, roles=Roles([*leads, *found.roles.units], list(found.roles.deadlines)))
    return found


def _under_headings(
    view: ReadingView,
    headings: Mapping[Span, tuple[Section, Roles]],
    items: Sequence[Item],
    taken: Sequence[tuple[int, int]],
) -> Iterator[tuple[Item, Statement]]:
    """The items without a statement of their own below a heading that names who is responsible for them."""
    begun = sorted(start for start, _ in taken)
    for heading, (section, roles) in headings.items():
        span = view.view(section.span.start, section.span.end)
        for item in items:
            start = _past(view.text, max(item.start, heading.end), item.end)
            if not (span.start <= item.start < span.end and item.end - start >= _SHORTEST_TASK):
                continue
            if _REMARK.match(view.text, item.start):
                continue
            position = bisect_left(begun, item.start)
            if position == len(begun) or begun[position] >= item.end:
                yield item, Statement((start, item.end), (start, item.end), roles, item.number)


def _past(text: str, start: int, end: int) -> int:
    while start < end and text[start] in " 。：:\n":
        start += 1
    return start


# Shorter items below a unit's name are headings or remarks.
_SHORTEST_TASK = 6


def _listed_duties(
    view: ReadingView, sections: Sequence[Section], items: Sequence[Item], text: str, taken: Sequence[tuple[int, int]]
) -> Iterator[tuple[Item, Statement]]:
    """Paragraphs "市财政局：落实资金…" under a heading that speaks of duties, where nothing else was found."""
    begun = {start for start, _ in taken}
    for item in items:
        heading = section_at(sections, view.source(item.start, item.end)).path
        # （7）市财政局：… may be a heading of its own under 成员单位职责.
        if not any(map(_DUTIES.search, heading[-2:])):
            continue
        for line in re.compile(r"[^\n]+").finditer(text, item.start, item.end):
            found = listed_duty(text, *line.span())
            if found and not any(line.start() <= start < line.end() for start in begun):
                yield item, found


_DUTIES = re.compile(r"职责|分工")


def _blanked(text: str, ranges: Iterable[tuple[int, int]]) -> str:
    """`text` with the ranges turned into full stops, so that no sentence reaches into them."""
    pieces, position = [], 0
    for start, end in sorted(ranges):
        pieces += [text[position:start], "。" * (end - max(start, position))]
        position = max(position, end)
    return "".join(pieces) + text[position:]


_REMARK = re.compile(r"\s*(?:备\s*)?注\s*[：:]")


def _lines(view: ReadingView, tables: Sequence[Table], framed: Mapping[int, Part]) -> Iterator[tuple[int, int]]:
    """The lines of the body outside tables, and one that could also be the recipients."""
    covered = [view.view(table.span.start, table.span.end) for table in tables]
    for line in re.finditer(r"[^\n]+", view.text):
        if framed.get(line.start(), Part.BODY) in (Part.BODY, Part.RECIPIENTS) and not any(
            span.start <= line.start() < span.end for span in covered
        ):
            yield line.span()


def _items(
    view: ReadingView, sections: Sequence[Section], tables: Sequence[Table], framed: Mapping[int, Part]
) -> Iterator[Item]:
    """The paragraphs outside tables, those of one numbered item or of the text under one heading together."""
    covered = [view.view(table.span.start, table.span.end) for table in tables]
    current: Item | None = None
    section: Section | None = None
    for line in re.finditer(r"[^\n]+", view.text):
        if any(span.start <= line.start() < span.end for span in covered):
            continue
        if framed.get(line.start(), Part.BODY) is not Part.BODY:
            if current is not None:
                yield current
            current = None
            continue
        here = section_at(sections, view.source(*line.span()))
        item = Item.at(view.text, *line.span())
        goes_on = item.start == line.start() and here is section and here.heading != view.source(*line.span())
        if framed.get(line.start()) is Part.BODY and label_at(view.text, *line.span()) is None:
            goes_on = False  # a point of a list is an item of its own
        if _REMARK.match(view.text, line.start()):
            goes_on = False  # what is remarked below a list is no part of its last item
        if current is not None and goes_on:
            current = Item(current.start, line.end(), current.number)
            continue
        if current is not None:
            yield current
        current, section = item, here
    if current is not None:
        yield current


def _rows(view: ReadingView, tables: Sequence[Table], rules: StandingRules, issued: date | None) -> Iterator[_Found]:
    for table in tables:
        for row in row_statements(view, table, issued):
            assignment = rules.applied(row.roles, row.whole[1])
            if assignment is None:
                continue
            said = _found_in(view.text, row.tasks, issued)
            yield _Found(
                row.tasks,
                row.whole,
                assignment,
                row.number,
                table.section,
                row.deadlines or (() if row.has_deadline_column else said),
                row.cell,
                said if row.deadlines else (),
            )


def _noted(
    view: ReadingView, tables: Sequence[Table], rows: Sequence[_Found], found: Iterable[_Found]
) -> Iterator[_Found]:
    """The statements of prose; one in a remark that changes a row has the task of that row before its own words."""
    numbered = [(row.cell.table, NotedRow(row.tasks, row.number)) for row in rows if row.cell and row.number]
    for statement in found:
        row = noted_row(view, tables, numbered, statement.tasks[0], statement.whole) if numbered else None
        tasks = (*row.tasks, *statement.tasks) if row else statement.tasks
        yield replace(statement, tasks=tasks, number=row.number if row else statement.number)


def _found_in(text: str, ranges: Iterable[tuple[int, int]], issued: date | None) -> tuple[Deadline, ...]:
    return tuple(_moved(found, start) for start, end in ranges for found in find_deadlines(text[start:end], issued))


def _moved(found: Deadline, offset: int) -> Deadline:
    span = Span(found.span.start + offset, found.span.end + offset)
    return Deadline(found.text, found.start, found.end, span, found.kind)


def _targets(found: _Found, view: ReadingView) -> Iterator[Target]:
    for start, end in found.tasks:
        inside = [
            _moved(deadline, -start)
            for deadline in found.deadlines
            if start <= deadline.span.start < deadline.span.end <= end
        ]
        governing = governing_deadline(found.deadlines)
        for target in find_targets(simplified(view.text[start:end]), inside):
            first, last = start + target.span.start, start + target.span.end
            by = target.by or (governing.end if governing else None)
            yield replace(target, text=view.text[first:last], span=view.source(first, last), by=by)


def _covers(whole: Deadline, part: Deadline) -> bool:
    return whole is not part and whole.span.start <= part.span.start and part.span.end <= whole.span.end


def _record(document_id: str, position: int, found: _Found, view: ReadingView) -> TaskRecord:
    """The record with its words as printed and its spans in the canonical text."""

    def source(deadline: Deadline) -> Deadline:
        span = view.source(deadline.span.start, deadline.span.end)
        return Deadline(deadline.span.of(view.text), deadline.start, deadline.end, span, deadline.kind)

    deadlines = [source(deadline) for deadline in found.deadlines]
    governing = governing_deadline(deadlines)
    leads, others = found.assignment.leads, found.assignment.participants
    spans: dict[str, tuple[Span, ...]] = {
        "task": tuple(view.source(*place) for place in found.tasks),
        "statement": (view.source(*found.whole),),
    }
    if leads:
        spans["lead_units"] = tuple(view.source(unit.start, unit.end) for unit in leads)
    if others:
        spans["participating_units"] = tuple(view.source(unit.start, unit.end) for unit in others)
    if governing:
        spans["deadline"] = (governing.span,)
    steps = map(source, found.steps)
    parts = [one for one in deadlines if not any(_covers(one, other) for other in deadlines)]
    milestones = (*parts, *(step for step in steps if not any(step.span.overlaps(held.span) for held in deadlines)))
    targets = tuple(_targets(found, view))
    if targets:
        spans["targets"] = tuple(target.span for target in targets)
    if found.number:
        spans["number"] = (view.source(*found.number),)
    return TaskRecord(
        id=f"{document_id}#r{position}",
        document_id=document_id,
        section=found.section,
        number=view.text[slice(*found.number)] if found.number else None,
        task="：".join(view.text[start:end].replace("\n", " ") for start, end in found.tasks),
        lead_units=tuple(view.text[unit.start : unit.end] for unit in leads),
        participating_units=tuple(view.text[unit.start : unit.end] for unit in others),
        lead_basis=found.assignment.basis,
        deadline=governing,
        targets=targets,
        spans=spans,
        milestones=milestones if len({deadline.text for deadline in milestones}) > 1 else (),
        cell=found.cell,
    )
