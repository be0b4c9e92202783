"""A printed page back into lines in reading order, and the tables that its rules enclose.

PDF files with a text layer and recognised pictures both come here as words with boxes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from corpus.characters import HAN
from corpus.readers.extract import Box, CellText

_PAGE_NUMBER = re.compile(r"[\s\-—–－·第]*\d{1,4}[\s\-—–－·页/]*(?:共\s*)?\d{0,4}[\s页]*")
EDGE = 0.1
"""The share of a page at its top and at its bottom where running heads and page numbers stand."""


@dataclass(frozen=True, slots=True)
class Word:
    """Characters set without a gap, in a box of points from the page's top left; `size` is the height of type."""

    text: str
    box: Box
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class PageLine:
    """A printed line of one column."""

    text: str
    box: Box
    size: float
    bold: bool
    centred: bool = False


@dataclass(frozen=True, slots=True)
class PageTable:
    """A ruled table: its rows, and the left edges of its columns."""

    box: Box
    columns: tuple[float, ...]
    rows: tuple[tuple[CellText, ...], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The contents of a page in reading order."""

    number: int
    width: float
    height: float
    items: tuple[PageLine | PageTable, ...]


def page_of(number: int, width: float, height: float, words: Sequence[Word], tables: Sequence[PageTable]) -> Page:
    """A page in reading order; `words` are those outside the tables."""
    rows = [row for row in _lines(words) if not _is_page_number(row, height)]
    lines = _in_reading_order(rows, width)
    items: list[PageLine | PageTable] = list(lines)
    for table in sorted(tables, key=lambda table: table.box[1]):
        above = [position for position, item in enumerate(items) if item.box[1] < table.box[1]]
        items.insert(above[-1] + 1 if above else 0, table)
    return Page(number, width, height, tuple(items))


def _is_page_number(row: Sequence[Word], height: float) -> bool:
    at_edge = row[0].box[3] < EDGE * height or row[0].box[1] > (1 - EDGE) * height
    return at_edge and bool(_PAGE_NUMBER.fullmatch(words_to_text(row)))


def table_of(cells: Sequence[Box], words: Sequence[Word]) -> tuple[PageTable | None, list[Word]]:
    """The ruled table that cells make, and the words outside it; None for a frame around text."""
    lefts, tops = _edges(cell[0] for cell in cells), _edges(cell[1] for cell in cells)
    if len(lefts) < 2 or len(tops) < 2:
        return None, list(words)
    rows: list[list[CellText]] = [[] for _ in tops]
    outside = list(words)
    for cell in sorted(cells, key=lambda cell: (cell[1], cell[0])):
        held = [word for word in outside if _holds(cell, word)]
        inside = set(map(id, held))
        outside = [word for word in outside if id(word) not in inside]
        column, row = _nearest(lefts, cell[0]), _nearest(tops, cell[1])
        width = sum(1 for edge in lefts[column:] if edge < cell[2] - 3)
        height = sum(1 for edge in tops[row:] if edge < cell[3] - 3)
        rows[row].append(CellText(lines_to_text(held), column, max(height, 1), max(width, 1), cell))
    ordered = tuple(tuple(sorted(row, key=lambda cell: cell.column)) for row in rows)
    return PageTable(union(cells), tuple(lefts), ordered), outside


def _holds(box: Box, word: Word) -> bool:
    x, y = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _edges(values: Iterable[float]) -> list[float]:
    """Ascending edges, those closer than 3 points taken as one."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > 3:
            edges.append(value)
    return edges


def _nearest(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - value))


def union(boxes: Sequence[Box]) -> Box:
    """The smallest box around all."""
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def words_to_text(words: Sequence[Word]) -> str:
    """The words of one line; a wide gap is two blanks, a narrow one a blank only where letters meet."""
    ordered = sorted(words, key=lambda word: word.box[0])
    text = ordered[0].text if ordered else ""
    for before, word in pairwise(ordered):
        gap = word.box[0] - before.box[2]
        if gap > 1.6 * max(word.size, 1.0):
            text += "  "
        elif gap > 0.2 * word.size and not _are_chinese(before.text[-1:] + word.text[:1]):
            text += " "
        text += word.text
    return text


def lines_to_text(words: Sequence[Word]) -> str:
    """The text of a table cell: its lines joined as one paragraph."""
    text = ""
    for line in _clustered(words):
        part = words_to_text(line).strip()
        blank = bool(text) and text[-1].isascii() and text[-1].isalnum() and part[:1].isascii() and part[:1].isalpha()
        text += (" " if blank else "") + part
    return text


def _are_chinese(pair: str) -> bool:
    return bool(
        re.fullmatch(rf"[{HAN}\u3000-\u303f\uff00-\uffef“”‘’—…].|.[{HAN}\u3000-\u303f\uff00-\uffef“”‘’—…]", pair)
    )


def _clustered(words: Sequence[Word]) -> list[list[Word]]:
    """Words whose middles are level, from the top."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.box[1] + word.box[3]) / 2):
        middle = (word.box[1] + word.box[3]) / 2
        if rows and middle - median((w.box[1] + w.box[3]) / 2 for w in rows[-1]) < 0.5 * max(word.size, 1.0):
            rows[-1].append(word)
        else:
            rows.append([word])
    return rows


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    return [sorted(row, key=lambda word: word.box[0]) for row in _clustered(words)]


def _in_reading_order(rows: Sequence[Sequence[Word]], width: float) -> list[PageLine]:
    """The lines of a page; where it is set in two columns, the left one of every stretch before the right one."""
    gutter = _gutter(rows, width)
    if gutter is None:
        return _column([row for row in rows if row])
    found: list[PageLine] = []
    left: list[Sequence[Word]] = []
    right: list[Sequence[Word]] = []
    for row in rows:
        if any(word.box[0] < gutter < word.box[2] for word in row) or not _parted(row, gutter):
            found += _column(left) + _column(right) + _column([row])
            left, right = [], []
            continue
        left.append([word for word in row if word.box[2] <= gutter])
        right.append([word for word in row if word.box[0] >= gutter])
    return found + _column([row for row in left if row]) + _column([row for row in right if row])


def _parted(row: Sequence[Word], gutter: float) -> bool:
    """Whether a line stays on one side of the gutter or has a clear gap there."""
    left = [word.box[2] for word in row if word.box[2] <= gutter]
    right = [word.box[0] for word in row if word.box[0] >= gutter]
    return not left or not right or min(right) - max(left) >= 0.9 * row[0].size


def _gutter(rows: Sequence[Sequence[Word]], width: float) -> float | None:
    """Where the page is parted into two columns of prose, or None.

    Most lines must leave the gutter free, and those of one side at least must fill their column: the cells of a table
    without rules do not.
    """
    if len(rows) < 8:
        return None
    places = [width * step / 100 for step in range(35, 66)]
    across = [sum(1 for row in rows if any(word.box[0] < x < word.box[2] for word in row)) for x in places]
    crossing = min(across)
    if crossing > 0.4 * len(rows):
        return None
    # The middle of the gap: at its edges a line that was set a little wider would seem to cross it.
    free = max(_runs(at for at, count in enumerate(across) if count == crossing), key=len)
    best = places[free[len(free) // 2]]
    parted = [row for row in rows if _parted(row, best) and not any(w.box[0] < best < w.box[2] for w in row)]
    return best if any(_is_column(parted, best, left, width) for left in (True, False)) else None


def _runs(numbers: Iterable[int]) -> list[list[int]]:
    """Ascending numbers in runs of neighbours."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return found


def _is_column(rows: Sequence[Sequence[Word]], gutter: float, left: bool, width: float) -> bool:
    """Whether one side of the gutter is a column of prose: its lines reach from edge to edge of less than half a page.

    The other side may end after a few lines.
    """
    edges = [(part[0].box[0], part[-1].box[2]) for row in rows if (part := _side(row, gutter, left))]
    if len(edges) < 5:
        return False
    reach = max(end for _, end in edges) - min(start for start, _ in edges)
    full = sum(1 for start, end in edges if end - start > 0.8 * reach)
    return reach < 0.5 * width and full >= 0.5 * len(edges)


def _side(row: Sequence[Word], gutter: float, left: bool) -> list[Word]:
    return [word for word in row if (word.box[2] <= gutter if left else word.box[0] >= gutter)]


def _column(rows: Sequence[Sequence[Word]]) -> list[PageLine]:
    """The lines of one column, indented ones with two wide blanks as they are typed."""
    rows = [row for row in rows if row]
    if not rows:
        return []
    left = min(row[0].box[0] for row in rows)
    right = max(row[-1].box[2] for row in rows)
    usual = Counter(round(row[0].box[0]) for row in rows).most_common(1)[0][0] if len(rows) > 3 else left
    left = min(left, usual) if usual - left < 40 else left
    found = []
    for row in rows:
        box = union([word.box for word in row])
        size = median(word.size for word in row)
        indent, rest = box[0] - left, right - box[2]
        centred = len(rows) > 3 and indent > 2.5 * size and rest > 2.5 * size and abs(indent - rest) < 2 * size
        text = words_to_text(row)
        if indent > 1.2 * size and not centred:
            text = "\u3000\u3000" + text
        bold = all(word.bold for word in row)
        found.append(PageLine(text, box, size, bold, centred))
    return found
