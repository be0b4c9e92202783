"""Remarks below a task table that say something of one of its rows: 第3项由市民政局牵头.

Offsets count in the reading view.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.normalise import ReadingView
from corpus.numbering import numeral
from corpus.types import Table

# 第3项, 第3项任务, 序号3, “1-2”项: what a remark calls a row.
_ROW = re.compile(
    r"第\s*(?P<ordinal>\d{1,3}|[一二三四五六七八九十]{1,3})\s*(?:项|行|条)|序号\s*(?P<number>\d{1,3})"
    r"|[“\"](?P<quoted>\d{1,2}(?:[-.．—]\d{1,2}){0,2})[”\"]\s*项"
)
_REMARK = re.compile(r"(?:备\s*注|注|说\s*明|附\s*注)\s*[：:]")
# How far from its table a remark stands, in characters.
_BELOW = 600


@dataclass(frozen=True, slots=True)
class NotedRow:
    """The row that a remark speaks of: where its task stands and where its number does."""

    tasks: tuple[tuple[int, int], ...]
    number: tuple[int, int]


def noted_row(
    view: ReadingView,
    tables: Sequence[Table],
    rows: Sequence[tuple[int, NotedRow]],
    task: tuple[int, int],
    whole: tuple[int, int],
) -> NotedRow | None:
    """The row of the nearest table above that a statement with the words `task` in a remark speaks of.

    `rows` are those with a number, each with the index of its table. None where the statement is no remark right
    below a table, or names no row of it.
    """
    above = [table for table in tables if view.view(table.span.start, table.span.end).end <= whole[0]]
    if not above:
        return None
    end = view.view(above[-1].span.start, above[-1].span.end).end
    if whole[0] - end > _BELOW or not _REMARK.search(view.text, end, whole[1]):
        return None
    named = _ROW.search(view.text, min(task[0], whole[0]), max(task[1], whole[1]))
    if named is None:
        return None
    wanted = named["number"] or named["quoted"] or str(numeral(named["ordinal"]))
    return next(
        (row for index, row in rows if index == above[-1].index and _stripped(view.text[slice(*row.number)]) == wanted),
        None,
    )


def _stripped(number: str) -> str:
    return number.strip("（()）.．、 ")
