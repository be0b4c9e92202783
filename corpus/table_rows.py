"""Statements of responsibility in tables: which column holds what, and one statement a row.

A column's role comes from its name, and where it has none from what its cells hold. Offsets count in the view.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from corpus.dates import find_deadlines, read_deadline_field
from corpus.normalise import ReadingView
from corpus.responsibility import Roles, read_labelled, read_units
from corpus.role_labels import Role, is_unit_label, label_role, oversees
from corpus.table_marks import MarkedUnits, marked_units
from corpus.table_shapes import BEGUN, column_name, is_filled, period_columns, transposed
from corpus.types import Cell, CellPosition, Deadline, Span, Table
from corpus.unit_shapes import UnitMention, list_shaped_units

_DEADLINE = re.compile(r"时限|期限|时间|时点|节点|进度|日期|期间")
_DEADLINE_NAME = re.compile(
    r"(?:计划|预计|要求|拟)?(?:完成|办结|起止|推进|实施|工作)?(?:时间|时限|期限|节点|日期|进度|时间节点)(?:要求|安排|节点|目标)?"
)
# What a plan's steps are called: such a column names them where it holds no dates.
_MILESTONE = re.compile("(?:主要|关键|重要|控制性|工程|建设|时间|进度)*(?:节点|里程碑)(?:名称|内容)?")
_CHANGED = re.compile("(?:调整|变更|修订|修改|顺延|延期|展期)(?:后|至|到|为)|[现新](?:定|的)?(?:完成)?[时期]|最新|重新")
_UNCHANGED = re.compile(
    "(?:不|未|无)(?:作|做|予)?(?:调整|变更?|变化|改变)|维持(?:不变|原定.*)?|同(?:左|前|原定.*)|按原定.*|[-—–/]*"
)
_BEGUN = re.compile(rf"(?:{BEGUN})(?:时间|日期)")
_DAYS = re.compile(r"[（(](?:单位[：:])?(?:个)?(?:工作日|自然日|日|天|小时|分钟|周|月)[)）]$")
_DATE = re.compile(r"\d{1,2}\s*月|20\d\d\s*年|[一二三四]季度|[上下]半年")
_NUMBER = re.compile(r"序\s*号|编\s*号|项\s*次|^No\.?$|^号$", re.I)
_IGNORED = re.compile(
    r"备\s*注|说明|依据|来源|联系|联络|电话|手机|传真|邮箱|邮编|地址|领导|责任人|负责人|资金|投资|金额|状态|完成情况"
)
_TASK = re.compile(r"事项|任务|举措|措施|内容|项目|工作|目标|要求|指标|政策|清单|名称|问题|建议|做法|行动|职责")
# Names that mean a column of units only where its cells are units: 单位 is a unit of measure elsewhere.
_SHORT_UNIT_NAME = re.compile(
    r"(?:单位|部门|牵头|配合|参与|参加|协同|协助|责任|责任主体|承办|主办|协办|联办|落实|牵头方|配合方"
    r"|(?:主要)?(?:成员|组成)(?:单位|部门))"
)
_WORDS = re.compile("[\u4e00-\u9fff]{2}")
# What is reported of a matter that another column names.
_REPORTED = re.compile(
    "(?:工作|办理|推进|落实|整改|最新|目前|当前)*(?:进展|进度)(?:情况)?|(?:存在|主要|遇到|需协调)(?:的)?(?:主要)?(?:问题|困难)(?:及原因)?"
    "|(?:滞后|延期|未完成|未办结|存在问题)?(?:的)?原因(?:分析)?|(?:下一?步|后续)(?:工作)?(?:打算|措施|计划|安排|举措|工作)|评价|考评|预警|亮灯(?:情况)?"
)
_DOER = re.compile("(?:具体)?(?:落实|实施|执行|承办|承担|办理|经办)")
_MATTER = re.compile("(?:任务|事项|项目|工作|议题)(?:名称|内容)?$")
_MOSTLY = 0.6
_GOAL = re.compile(r"目标|指标|成效|成果")
# A remark below a table: 牵头单位栏为空的，与上一行相同.
_BLANK_IS_SAME = re.compile(r"(?:单位|部门)[^。；\n]{0,6}(?:为空|空白|空着|未填)[^。；\n]{0,6}(?:与上|同上)")
_LEADING = frozenset({Role.LEAD})
_SAME = re.compile(r"同上|[〃″＂]|\"|″|同前")
_PERSON_BESIDE = re.compile(r"人[)）]?$")
_PERSON = re.compile(r"[（(][\u4e00-\u9fff·]{2,4}[)）]$")
_LINES = re.compile(r"[^\u3000]+")  # units on lines of their own, as readers leave them
_TOTAL = re.compile(r"[（(]?(?:合\s*计|总\s*计|小\s*计|共\s*计)[)）]?[:：]?")
# Columns of tables that rank and count: what their rows name has no task.
_RANKED = re.compile(r"(?:名次|位次|排名|排位|得分|总分|综合得分)(?:[（(].*)?")
_COUNTED = re.compile(r"同比|环比|占比|增速|增幅|增长率|完成率|满意率|合格率")


@dataclass(frozen=True, slots=True)
class RowStatement:
    """One row: the cells that say the task, the whole row, who is named, and the dates of its own column."""

    tasks: tuple[tuple[int, int], ...]
    whole: tuple[int, int]
    roles: Roles
    deadlines: tuple[Deadline, ...]
    has_deadline_column: bool
    number: tuple[int, int] | None
    cell: CellPosition


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table hold what; `units` pairs a column with the role its name gives.

    `periods` are columns that are times: 一季度, 二季度. `planned` is the time before the one of `deadline` took its
    place (原定时间, 调整后时间).
    """

    units: tuple[tuple[int, Role], ...]
    tasks: tuple[int, ...]
    deadline: int | None
    number: int | None
    periods: tuple[int, ...] = ()
    planned: int | None = None


def columns_of(table: Table, marked: MarkedUnits | None = None) -> Columns | None:
    """The roles of a table's columns, or None where none holds units or none a task.

    `marked` are columns for units with signs in them; they are none of the columns that hold names.
    """
    width = len(table.rows[0]) if table.rows else 0
    names = [column_name(cell.text) for cell in table.header] if len(table.header) == width else [""] * width
    if any(map(_RANKED.fullmatch, names)):
        return None
    units: list[tuple[int, Role]] = []
    deadline = number = planned = None
    free = []
    periods = period_columns(names)
    for column, name in enumerate(names):
        if (marked and column in marked.units) or column in periods:
            continue
        role = label_role(name) if is_unit_label(name) else None
        if role is None and _SHORT_UNIT_NAME.fullmatch(name) and _holds_units(table, column):
            role = label_role(name)
        if isinstance(role, Role):
            units.append((column, role))
        elif role == "person":
            continue
        elif _MILESTONE.fullmatch(name) and not _holds_dates(table, column):
            free.append(column)
        elif _BEGUN.fullmatch(name) or (name and _in_days(table, column)):
            continue
        elif _DEADLINE_NAME.fullmatch(name) or (_DEADLINE.search(name) and not _TASK.search(name)):
            if deadline is not None and _CHANGED.search(name):
                deadline, planned = column, deadline
            deadline = column if deadline is None else deadline
        elif (name and _NUMBER.search(name)) or (not name and _is_number_column(table, column)):
            number = column if number is None else number
        elif not name or not _IGNORED.search(name):
            free.append(column)
    units = [pair for pair in units if not oversees(names[pair[0]])] or units
    units = _with_doers(units, names)
    if deadline is not None and any(_MATTER.search(names[column]) for column in free):
        free = [column for column in free if not _REPORTED.fullmatch(names[column])]
    if not units and not marked:
        units = [(column, Role.RESPONSIBLE) for column in free if not names[column] and _holds_units(table, column)]
        free = [column for column in free if all(column != taken for taken, _ in units)]
    tasks = _task_columns(table, free, names)
    return Columns(tuple(units), tasks, deadline, number, periods, planned) if (units or marked) and tasks else None


def _with_doers(units: list[tuple[int, Role]], names: list[str]) -> list[tuple[int, Role]]:
    """责任主体 beside 落实单位: who answers for it, and who carries it out with them."""
    doers = [column for column, _ in units if _DOER.match(names[column])]
    if {role for _, role in units} != {Role.RESPONSIBLE} or len(units) - len(doers) != 1:
        return units
    return [(column, Role.SUPPORT if column in doers else role) for column, role in units]


def row_statements(view: ReadingView, table: Table, issued: date | None = None) -> Iterator[RowStatement]:
    """A statement for every row that names units and a task; 同上 stands for the row before, and so does the empty cell
    of a sub-row."""
    turned = transposed(table)
    if turned is not None:
        table = turned
    marked = marked_units(view, table)
    columns = columns_of(table, marked)
    if columns is None:
        return
    as_above = bool(_BLANK_IS_SAME.search(view.text))
    previous: dict[int, Cell] = {}
    for position, row in enumerate(table.rows):
        if any(_TOTAL.fullmatch(cell.text.strip()) for cell in row[:3]):
            continue
        roles = Roles()
        merged = position > 0 and (as_above or _is_sub_row(table, position, columns))
        unnamed = all(not row[column].text.strip() for column, _ in columns.units)
        named = {row[column].span for column in columns.tasks}
        for column, role in columns.units:
            cell = row[column]
            if cell.span in named:  # a row merged into one cell heads the rows below it
                continue
            blank = merged and not cell.text.strip() and (role in _LEADING or unnamed)
            if blank or _SAME.fullmatch(cell.text.strip()):
                cell = previous.get(column, cell)
            previous[column] = cell
            start, end = _view(view, cell.span)
            if labelled := read_labelled(view.text, start, end, issued):  # 牵头：A 配合：B in one cell
                roles.units += labelled.units
                roles.deadlines += labelled.deadlines
                continue
            for line in _LINES.finditer(view.text, start, end):
                read_units(view.text, *line.span(), role, issued, roles)
            if _PERSON_BESIDE.search(table.header[column].text if table.header else ""):
                roles.units = [(role, _without_person(unit)) for role, unit in roles.units]
        for role, unit in marked.of_row(table, position) if marked else ():
            roles.add(role, [unit])
        said = [(column, row[column]) for column in columns.tasks if row[column].text.strip()]
        if not said and roles.units and position:  # a second unit of the task above
            said = [(column, previous[column]) for column in columns.tasks if column in previous]
        said = [(column, previous.get(column, cell) if _SAME.fullmatch(cell.text) else cell) for column, cell in said]
        previous.update(said)
        tasks = tuple(_view(view, cell.span) for _, cell in said)
        if not roles.units or not tasks:
            continue
        deadlines = tuple(roles.deadlines)
        if columns.deadline is not None:
            cell = row[columns.deadline]
            if columns.planned is not None and _UNCHANGED.fullmatch(cell.text.strip()):
                cell = row[columns.planned]
            if _SAME.fullmatch(cell.text.strip()):
                cell = previous.get(columns.deadline, cell)
            previous[columns.deadline] = cell
            start, end = _view(view, cell.span)
            deadlines = tuple(_moved(found, start) for found in read_deadline_field(view.text[start:end], issued))
        elif columns.periods:
            deadlines = tuple(_dates_of_periods(view, table, row, columns.periods, issued))
        filled = [row[columns.tasks[0]].span] if turned else [cell.span for cell in row if cell.text.strip()]
        yield RowStatement(
            tasks,
            _view(view, Span(min(span.start for span in filled), max(span.end for span in filled))),
            roles,
            deadlines,
            columns.deadline is not None or bool(deadlines and columns.periods),
            _number(view, row, columns),
            _place(table, position, columns.tasks[0], turned=turned is not None),
        )


def _without_person(unit: UnitMention) -> UnitMention:
    """市财政局（陈立） in a column of units and people: the unit."""
    name = _PERSON.sub("", unit.name)
    return replace(unit, name=name, end=unit.start + len(name))


def _place(table: Table, row: int, column: int, *, turned: bool) -> CellPosition:
    """The cell that says the task, as the table is printed."""
    return CellPosition(table.index, column, row + 1) if turned else CellPosition(table.index, row, column)


def _dates_of_periods(
    view: ReadingView, table: Table, row: tuple[Cell, ...], periods: tuple[int, ...], issued: date | None
) -> Iterator[Deadline]:
    """When the steps of a row are due: the day that a step names, else the time at the head of its column."""
    filled = [column for column in periods if is_filled(row[column])]
    named: dict[int, list[Deadline]] = {}
    for column in filled:
        start, end = _view(view, row[column].span)
        named[column] = [_moved(found, start) for found in find_deadlines(view.text[start:end], issued)]
    days = {found.end for deadlines in named.values() for found in deadlines}
    for column in filled:
        yield from named[column]
        start, end = _view(view, table.header[column].span)
        headed = read_deadline_field(view.text[start:end], issued)[:1] if not named[column] else []
        yield from (_moved(found, start) for found in headed if found.end not in days)


def _is_sub_row(table: Table, position: int, columns: Columns) -> bool:
    """Whether a row goes on with the numbered one above it: its own number cell is empty, as merged cells are when a
    table is copied."""
    if columns.number is None or table.rows[position][columns.number].text.strip():
        return False
    return any(row[columns.number].text.strip() for row in table.rows[:position])


def _number(view: ReadingView, row: tuple[Cell, ...], columns: Columns) -> tuple[int, int] | None:
    if columns.number is None or not row[columns.number].text.strip():
        return None
    return _view(view, row[columns.number].span)


def _task_columns(table: Table, free: list[int], names: list[str]) -> tuple[int, ...]:
    """The columns that say the task: the one with most words, names of its own beside it, and its goals.

    A column whose cells repeat from row to row names a class of tasks and is left out, and so is one of figures alone
    whose name speaks of no task: that of a ranking (位次, 得分).
    """
    named = [column for column in free if _TASK.search(names[column])]
    if not named and any(map(_COUNTED.search, names)):
        return ()
    if named and all(_GOAL.search(names[column]) for column in named):  # goals of what another column names
        named = [*(column for column in free[:1] if column < named[0]), *named]
    named = named or [column for column in free if any(_WORDS.search(row[column].text) for row in table.rows)]
    if not named:
        return ()
    longest = max(named, key=lambda column: sum(len(row[column].text) for row in table.rows))
    return tuple(
        column
        for column in named
        if column == longest
        or _GOAL.search(names[column])
        or _varies(table, column)
        or (_MATTER.search(names[column]) and _names_each(table, column))
    )


def _varies(table: Table, column: int) -> bool:
    """Whether the cells of a column differ from row to row."""
    return len({row[column].text for row in table.rows}) == len(table.rows)


def _names_each(table: Table, column: int) -> bool:
    """Whether a column tells most rows apart: that of projects, a few of which have several rows."""
    return len({row[column].text for row in table.rows if row[column].text.strip()}) >= _MOSTLY * len(table.rows)


def _holds_dates(table: Table, column: int) -> bool:
    """Whether half of the cells of a column or more tell a time."""
    return 2 * sum(bool(_DATE.search(row[column].text)) for row in table.rows) >= len(table.rows)


def _in_days(table: Table, column: int) -> bool:
    """Whether a column says in how many days a matter is settled, 办理时限（工作日）: by them nothing is due."""
    return bool(_DAYS.search(table.header[column].text)) and _is_number_column(table, column)


def _is_number_column(table: Table, column: int) -> bool:
    return all(re.fullmatch(r"[（(]?\d{1,4}[)）.、]?", row[column].text.strip()) for row in table.rows)


def _holds_units(table: Table, column: int) -> bool:
    filled = [row[column].text for row in table.rows if row[column].text.strip(" —–-/无\n")]
    shaped = [text for text in filled if list_shaped_units(text)]
    # A column of 参与 with one unit and dashes for the rest is one, too.
    return (
        len(filled) >= min(2, len(table.rows)) - (len(filled) < len(table.rows))
        and bool(shaped)
        and len(shaped) >= 0.7 * len(filled)
    )


def _view(view: ReadingView, span: Span) -> tuple[int, int]:
    shown = view.view(span.start, span.end)
    return shown.start, shown.end


def _moved(found: Deadline, offset: int) -> Deadline:
    span = Span(found.span.start + offset, found.span.end + offset)
    return Deadline(found.text, found.start, found.end, span, found.kind)
