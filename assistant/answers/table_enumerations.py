"""The tables of a document as enumerations: what stands above a table announces its rows, each by its name."""

from __future__ import annotations

import re

from assistant.answers.enumerations import Item, Series
from assistant.matching.library_cache import KeptWith
from corpus.types import Cell, Section, Span, Table
from index.library import Library

LONGEST_CAPTION = 60
"""A longer line above a table is text."""
LEAST_ROWS = 2
GROUP = "类别"
"""What the group is called that a row above several heads."""
OWN = 0.8
"""So many different cells for each row has the column that its rows are called by."""

_SERIAL = re.compile(r"序号|编号|№|排名|名次|位次")
# What rows that are grades are called by, however short: Ⅱ级, 三档.
_GRADES = re.compile("(?:[响预]?[应警]|事[件故]|风险|评价|信用)?(?:级别|等级|等次|档次|档别)")
_FILLED_IN = re.compile(
    r"\s*[（(]?(?:(?:填报|制表|填表|报送|编制|汇总|计量|金额|数据|统计|发文|印发|发布)?(?:单位|部门|时间|日期|人|机关)|文号)[：:][^\n。]{1,40}$"
)
MOST_FILLED_IN = 4
"""So many such lines may stand between a table and its caption."""
# Rows that head those below them: 一 | 续建项目（3个）.
_GROUP = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[)）]?[、．.]?|[ⅠⅡⅢⅣⅤⅥ]")
_COUNT = re.compile(r"[（(]共?\d+[个项家件条][)）]$")
_SUMS = re.compile("[总合小共]计|总数")
_WORDS = re.compile(r"[A-Za-z\u3400-\u9fff]{2}|(?<!\d)(?:19|20)\d\d年?$")
# 第一步, 三档: numbers in words.
_ORDINAL = re.compile(r"第?[一二三四五六七八九十\d]{1,3}[步档级类批个条]?")


def caption(text: str, start: int) -> Span:
    """The last line before a table, which is its caption where it is short; empty where it is not."""
    end = len(text[:start].rstrip())
    begin = text.rfind("\n", 0, end) + 1
    begin += len(text[begin:end]) - len(text[begin:end].lstrip())
    return Span(begin, end) if 0 < end - begin <= LONGEST_CAPTION else Span(start, start)


def _named_by(text: str, start: int) -> Span:
    """The caption, past lines that say who filled the table in, and when, or what its figures count (单位：万元)."""
    above = caption(text, start)
    for _ in range(MOST_FILLED_IN):
        further = caption(text, above.start)
        if not _FILLED_IN.match(above.of(text)) or further.start == further.end:
            break
        above = further
    return above


def _read(library: Library, document_id: str) -> tuple[Series, ...]:
    outline = library.sections(document_id)
    text = library.document(document_id).text
    found = (_series(document_id, outline, text, table) for table in library.tables(document_id))
    return tuple(one for one in found if one is not None)


tables_of = KeptWith(_read, most=256)
"""The tables of a document that have rows with names, in text order."""


def _series(document_id: str, outline: tuple[Section, ...], text: str, table: Table) -> Series | None:
    names = ["".join(cell.text.split()) for cell in table.header]
    worded = [
        at
        for at, name in enumerate(names)
        if not _SERIAL.search(name) and (_GRADES.fullmatch(name) or _names(table, at))
    ]
    if len(names) < 2 or not worded:
        return None
    # What a row is called by is its own: not 同上, nor the kind that several rows are of.
    named = next((at for at in worded if len({row[at].text for row in table.rows}) >= OWN * len(table.rows)), worded[0])
    others = [at for at, name in enumerate(names) if at != named and not _SERIAL.search(name)]
    items = []
    group = ""
    for row in table.rows:
        name = " ".join(row[named].text.split())
        if _heads_rows(row, named, names):
            group = _COUNT.sub("", name)
            continue
        if name and not _SUMS.fullmatch(name):
            beside = tuple((names[at], " ".join(row[at].text.split())) for at in others)
            beside = ((GROUP, group), *beside) if group else beside
            whole = Span(min(one.span.start for one in row), max(one.span.end for one in row))
            items.append(Item(name, whole, beside))
    if len(items) < LEAST_ROWS:
        return None
    section = next((one for one in reversed(outline) if one.path == table.section), outline[0])
    above = _named_by(text, table.header[0].span.start)
    header = Span(min(one.span.start for one in table.header), max(one.span.end for one in table.header))
    label = above.of(text).strip() or (section.path[-1] if section.path else "")
    return Series(
        document_id, section, label or names[named], above if label else header, " ".join(names), "", tuple(items)
    )


def _heads_rows(row: tuple[Cell, ...], named: int, names: list[str]) -> bool:
    """Whether a row is a heading of those below it: numbered in its own way, with nothing but sums beside its name."""
    serial = next((at for at, name in enumerate(names) if _SERIAL.search(name)), None)
    if serial is None or not _GROUP.fullmatch(row[serial].text.strip()):
        return False
    beside = [
        cell.text.strip() for at, cell in enumerate(row) if at not in (serial, named) and cell.span != row[named].span
    ]
    return not any(_WORDS.search(text) for text in beside)


def _names(table: Table, column: int) -> bool:
    """Whether most cells of a column are words."""
    cells = ["".join(row[column].text.split()) for row in table.rows]
    worded = sum(bool(_WORDS.search(cell)) and not _ORDINAL.fullmatch(cell) for cell in cells)
    return 2 * worded > len(table.rows)
