"""Conversations about a row of a table: another column by the words people use for it, another row, back to the first,
the row at one end of a column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from eval.cases import Case
from eval.computed.cells import FIGURE, ORDINAL, UNITS
from eval.computed.source import Source, computed
from eval.computed.tables import tables

EMPTY = ("", "—", "-", "/", "同上", "不设")
SUMS = re.compile("[合总小]计|总数|全[省市区县国]")
NO_NAME = re.compile("时[间限]|单位$|部门$|原因")
KIND_COLUMN = re.compile("类别|领域|单位")
NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?%?")
BRACKETS = re.compile(r"[（(].*?[）)]")
SHORTEST_NAME, LONGEST_CELL, TOLD_APART = 2, 80, 3

ASKED: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "整改[时期]限",
        ("{r}整改时限是什么时候", "{r}要在什么时候整改到位"),
        ("整改到什么时候？", "什么时候改完？", "哪天之前要改好？"),
    ),
    (
        "完成时[限间]|办结时限",
        ("{r}什么时候完成", "{r}的完成时限是哪天"),
        ("什么时候完成？", "那时限呢？", "到什么时候？", "by when?"),
    ),
    ("截止", ("{r}什么时候截止",), ("什么时候截止？", "报到哪天为止？")),
    ("交付", ("{r}什么时候交付",), ("什么时候交房？", "交付时间呢")),
    ("登记", ("{r}什么时候开始登记",), ("什么时候开始登记？", "哪天能登记")),
    ("投用", ("{r}计划什么时候投用",), ("什么时候投用？", "什么时候能用上")),
    ("开工", ("{r}计划什么时候开工",), ("原定什么时候开工？", "啥时候开工")),
    ("^时间$", ("{r}是什么时候",), ("什么时候？", "时间呢")),
    ("牵头", ("{r}谁牵头", "{r}由哪个单位牵头"), ("谁牵头？", "牵头单位呢", "谁抓总？", "who leads it?")),
    ("责任(?:单位|部门)", ("{r}由谁负责", "{r}的责任单位是谁"), ("谁负责？", "归哪个单位管？", "责任单位是哪家")),
    ("配合|协同", ("{r}由谁配合",), ("谁配合？", "还有谁参与？", "哪些单位配合？")),
    ("(?:实施|承办|办理|受理|建设|预算)单位", ("{r}的{h}是谁",), ("{h}是哪家？", "{h}呢")),
    ("领导", ("{r}的{h}是谁",), ("哪位领导负责？", "{h}是谁")),
    ("原因", ("{r}为什么滞后", "{r}的{h}是什么"), ("为什么滞后？", "卡在哪了？", "什么原因？", "why is it late?")),
    ("总投资|投资额", ("{r}的{h}多少",), ("总投资多少？", "要投多少钱？", "花了多少钱？")),
    ("补助（|金额", ("{r}的{h}是多少",), ("{h}多少？", "给多少钱？", "and the budget?")),
    ("限额|最高补助|年度上限", ("{r}的{h}是多少",), ("最多给多少？", "封顶多少？")),
    ("支持标准|补助比例|补贴标准", ("{r}的{h}是多少",), ("补多少？", "按什么标准补？")),
    ("来源", ("{r}的{h}是什么",), ("钱从哪来？", "钱谁出？")),
    ("^地点$|所在区", ("{r}在哪里",), ("在哪儿？", "在什么地方")),
    ("^规模$", ("{r}规模多大",), ("规模多大？", "规模呢")),
    ("成果|量化目标", ("{r}的{h}是什么",), ("{h}呢", "要达到什么目标", "要做到什么程度？")),
    ("等级", ("{r}的{h}是什么",), ("什么等级？", "算哪一级")),
    ("内容", ("{r}的{h}是什么",), ("具体内容呢", "都做些什么")),
)
OTHERWISE = ("", ("{r}的{h}是多少",), ("{h}呢", "{h}是多少？"))
BACK = ("第一个的{h}再说一遍", "回到{r}，{asked}", "刚才第一个{asked}")
MOST = ("最高的是哪个？", "哪个最高？", "那最多的呢")


@dataclass(frozen=True)
class _Row:
    """A row of a table with its name as people say it; `columns` are those that may be asked for."""

    head: Sequence[str]
    cells: Sequence[str]
    name: str
    columns: Sequence[int]

    def first(self, column: int) -> str:
        """A question for a column that names the row."""
        return self._asked(column, 1).replace("{r}", self.name)

    def then(self, column: int) -> str:
        """A question for a column that names nothing."""
        return self._asked(column, 2)

    def _asked(self, column: int, turn: int) -> str:
        head = self.head[column]
        ways = next((ways for ways in ASKED if re.search(ways[0], head)), OTHERWISE)[turn]
        return _picked(ways, self.name, head, str(turn)).replace("{h}", BRACKETS.sub("", head))

    def truths(self, column: int) -> list[list[str]]:
        """What the answer must say: the cell, of units each."""
        cell = self.cells[column]
        units = re.split("[、，,]", cell.replace("▲", "")) if UNITS.fullmatch(self.head[column]) else [cell]
        return [[one] for one in units]


def form(sources: Sequence[Source]) -> Iterator[Case]:
    """For each named row: every column after another one, three columns in turn, the next row, and the first again; for
    each column of numbers the row at its end."""
    for source in sources:
        for head, *body in tables(source):
            rows = _rows(head, body)
            for number, row in enumerate(rows):
                other = rows[(number + 1) % len(rows)]
                for turns, told, column in _conversations(row, other, number):
                    beside = other if told is row else row
                    must_not = _told_apart(beside.cells[column], told.cells)
                    quote = ["".join(told.cells)]
                    yield computed(
                        source, "rows", turns, told.truths(column), quote, type="multi_turn", must_not=must_not
                    )
            yield from _ends(source, head, rows)


def _conversations(row: _Row, other: _Row, number: int) -> Iterator[tuple[tuple[str, ...], _Row, int]]:
    """The turns, the row that the last one asks of, and the column that it asks for."""
    columns = row.columns
    for at, column in enumerate(columns):
        yield (row.first(columns[(at + 1) % len(columns)]), row.then(column)), row, column
    one, two, three = (columns[(number + at) % len(columns)] for at in range(3))
    if len(columns) > 2:
        yield (row.first(one), row.then(two), row.then(three)), row, three
    both = [column for column in columns if column in other.columns]
    if len(both) > 1 and other.name != row.name:
        asked, then = both[number % len(both)], both[(number + 1) % len(both)]
        turns = row.first(asked), f"那{other.name}呢？"
        yield turns, other, asked
        yield (*turns, other.then(then)), other, then
        back = _picked(BACK, row.name, "back", "").replace("{r}", row.name).replace("{asked}", row.then(then))
        yield (*turns, back.replace("{h}", BRACKETS.sub("", row.head[then]))), row, then


def _ends(source: Source, head: Sequence[str], rows: Sequence[_Row]) -> Iterator[Case]:
    """The row with the highest number of a column, asked for after another row."""
    for column in range(len(head)):
        numbers = [
            float(row.cells[column].rstrip("%").replace(",", "")) if NUMBER.fullmatch(row.cells[column]) else None
            for row in rows
        ]
        values = [one for one in numbers if one is not None]
        if len(values) < len(rows) or len(rows) <= TOLD_APART or ORDINAL.search(head[column]) or "位次" in head[column]:
            continue
        if re.search("指标|产品|项目名称", head[0]) or values.count(max(values)) > 1 or column not in rows[0].columns:
            continue  # rows that are of different things are not compared
        best = rows[values.index(max(values))]
        start = next(row for row in rows if row is not best)
        turns = start.first(column), _picked(MOST, start.name, head[column], "")
        quote = ["".join(best.cells)]
        yield computed(source, "rows", turns, [[best.name], *best.truths(column)], quote, type="multi_turn")


def _rows(head: Sequence[str], body: Sequence[Sequence[str]]) -> list[_Row]:
    """The rows of a table that have names of their own; empty where it has none."""
    body = [cells for cells in body if not any(SUMS.fullmatch(cell) for cell in cells)]
    named = _naming_column(head, body)
    if named is None or len(body) < SHORTEST_NAME or len(head) <= SHORTEST_NAME:
        return []
    rows = []
    for cells in body:
        columns = [
            at
            for at, cell in enumerate(cells)
            if at != named
            and cell not in EMPTY
            and len(cell) <= LONGEST_CELL
            and not ORDINAL.fullmatch(head[at])
            and not KIND_COLUMN.fullmatch(head[at])
        ]
        if len(columns) > 1:
            rows.append(_Row(head, cells, re.split("[，；]", cells[named])[0], columns))
    return rows


def _naming_column(head: Sequence[str], body: Sequence[Sequence[str]]) -> int | None:
    """The first column whose cells name their rows: words, all different, no dates and no units."""
    for column in range(len(head)):
        cells = [cells[column] for cells in body]
        words = all(len(cell) >= SHORTEST_NAME and not FIGURE.fullmatch(cell) for cell in cells)
        if words and len(set(cells)) == len(cells) and not NO_NAME.search(head[column]):
            return column
    return None


def _told_apart(cell: str, told: Sequence[str]) -> list[str]:
    """A cell that an answer from another row cannot say by chance."""
    within = any(cell in one or one in cell for one in told if one)
    return [] if within or cell in EMPTY or len(cell) <= TOLD_APART else [cell]


def _picked(ways: Sequence[str], *key: str) -> str:
    return ways[sha256("/".join(key).encode()).digest()[0] % len(ways)]
