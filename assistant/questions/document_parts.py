"""The parts of a document that a question can point at: its annexes, its tables, the lists of tasks among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.normalise import fold
from corpus.numerals import number
from corpus.types import Section, Table

ANNEX = re.compile(
    r"附件\s*(\d{1,2}|[一二三四五六七八九十]{1,2}(?![共般起并律览]))"
    r"|(?<![A-Za-z])(?:annex|appendix|attachment|schedule)\s*(?:no\.?\s*)?(\d{1,2}(?!\d)|(?:one|two|three)(?![A-Za-z]))",
    re.IGNORECASE,
)
ALL_ANNEXES = re.compile(
    r"(?:[两2各]个?|所有的?|全部)?附件(?!\s*(?:\d|[一二三四五六七八九十]{1,2}(?![共般起并律览])))(?:清单)?(?:部分)?(?:里面?|中|内|上)?"
    r"(?=(?:的|一共|总共|共|合计|共计|总计|加起来|列了?|有|写了?|要|中)*(?:几|多少|哪几)(?:[项条]|个?(?:任务|事项|举措|改革|工作)))"
)
"""The annexes without a number, where the rows in them are counted."""
_WORD_NUMBERS = {"one": 1, "two": 2, "three": 3}
LIST_NOUN = "(?:事项|任务|举措|项目|措施|工作|内容)"
# What many lists are called tells nothing.
_COMMON = frozenset(
    (
        *("重点", "主要", "工作", "具体", "目标", "建设", "责任", "相关", "有关", "任务"),
        *("牵头", "负责", "参与", "配合", "承担"),
    )
)
_LIST_SUFFIX = re.compile(r"(?:清单|一览表?|分工(?:方案|表)?|任务表|明细表?|台账|汇总表?|表)$")
# The columns by which a table is a list of tasks.
_TASK_COLUMN, _UNIT_COLUMN = re.compile("任务|事项|举措|措施|工作|项目"), re.compile("单位|部门|牵头|责任")


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a document that records can stand in: a section, or one table where `table` is its index."""

    document_id: str
    section: tuple[str, ...]
    table: int | None = None


@dataclass(frozen=True, slots=True)
class PartsNamed:
    """The places in one document by which a question can point: its annexes by number, its tables by label,
    and the tables that list tasks."""

    annexes: tuple[tuple[int, Place], ...] = ()
    labels: tuple[tuple[str, Place], ...] = ()
    lists: tuple[Place, ...] = ()


def parts_named(document_id: str, outline: Sequence[Section], tables: Sequence[Table]) -> PartsNamed:
    """What a document with this outline and these tables has that can be pointed at."""
    annexed = ((annex_number(section.number or ""), section) for section in outline if len(section.path) == 1)
    labelled = (
        (label, Place(document_id, table.section, table.index)) for table in tables for label in sorted(_labels(table))
    )
    annexes = tuple((annex, Place(document_id, section.path)) for annex, section in annexed if annex is not None)
    lists = (Place(document_id, table.section, table.index) for table in tables if _lists_tasks(table))
    return PartsNamed(annexes, tuple(dict.fromkeys(labelled)), tuple(lists))


def _lists_tasks(table: Table) -> bool:
    columns = " ".join(cell.text for cell in table.header)
    return bool(_TASK_COLUMN.search(columns) and _UNIT_COLUMN.search(columns))


def inside(section: tuple[str, ...], place: Place) -> bool:
    """Whether a section path is that of the place or lies below it."""
    return section[: len(place.section)] == place.section


def _labels(table: Table) -> set[str]:
    """What tells a table from others: 改革 of a column 改革举措 or a heading …改革事项清单."""
    heading = _LIST_SUFFIX.sub("", re.sub(r"\s+", "", table.section[-1])) if table.section else ""
    columns = [re.sub(r"\s+", "", cell.text) for cell in table.header]
    named = [re.search(rf"([\u4e00-\u9fff]{{2}}){LIST_NOUN}$", text) for text in (heading, *columns)]
    return {match.group(1) for match in named if match and match.group(1) not in _COMMON}


def annex_number(text: str) -> int | None:
    """The number of the annex that a text names (附件二, annex two); None where it names none."""
    match = ANNEX.search(text)
    if match is None:
        return None
    named = fold(match.group(1) or match.group(2))
    return _WORD_NUMBERS.get(named) or number(named)
