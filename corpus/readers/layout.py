"""Printed pages back into running text: reading order, headers and footers, tables across pages.

PDF files with a text layer and recognised pictures both come here as words with boxes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from corpus.characters import HAN
from corpus.readers.extract import Box, CellText, Extract, TextBuilder
from corpus.types import Block, BlockKind, Span


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
    lines = _in_reading_order(_lines(words), width)
    items: list[PageLine | PageTable] = list(lines)
    for table in sorted(tables, key=lambda table: table.box[1]):
        above = [position for position, item in enumerate(items) if item.box[1] < table.box[1]]
        items.insert(above[-1] + 1 if above else 0, table)
    return Page(number, width, height, tuple(items))


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


def joined(pages: Sequence[Page], media_type: str, warnings: Sequence[str] = ()) -> Extract:
    """The text of all pages: running heads and page numbers left out, tables that a page break cut put together."""
    furniture = _furniture(pages)
    items = [
        (page.number, item)
        for page in pages
        for item in page.items
        if not (isinstance(item, PageLine) and _is_furniture(item, page, furniture))
    ]
    body = median([item.size for _, item in items if isinstance(item, PageLine)] or [12.0])
    flow = _Flow(body)
    for number, item in _stitched(items):
        if isinstance(item, PageTable):
            flow.table(item, number)
        else:
            flow.line(item, number)
    return flow.extract(media_type, warnings)


@dataclass(slots=True)
class _Placed:
    span: Span
    page: int
    line: PageLine


class _Flow:
    """Writes lines and tables one after another, and then says of every block where it was printed."""

    def __init__(self, body_size: float) -> None:
        self._body_size = body_size
        self._parts: list[str] = []
        self._length = 0
        self._placed: list[_Placed] = []
        self._tables: list[tuple[PageTable, int, int]] = []

    def line(self, line: PageLine, page: int) -> None:
        self._placed.append(_Placed(Span(self._length, self._length + len(line.text)), page, line))
        self._write(line.text + "\n")

    def table(self, table: PageTable, page: int) -> None:
        self._tables.append((table, page, self._length))

    def extract(self, media_type: str, warnings: Sequence[str]) -> Extract:
        """Runs of lines become paragraphs, tables keep their cells; everything in the order it was added."""
        text = "".join(self._parts)
        builder = TextBuilder()
        moved: list[tuple[int, int]] = []
        begin = 0
        for table, page, at in [*self._tables, (None, 0, len(text))]:
            if at > begin:
                moved.append((begin, builder.length - begin))
                builder.printed(text[begin:at])
                begin = at
            if table:
                builder.table(table.rows, page=page)
        extract = builder.extract(media_type, warnings=warnings)
        placed = [
            _Placed(
                Span(p.span.start + _shift(moved, p.span.start), p.span.end + _shift(moved, p.span.start)),
                p.page,
                p.line,
            )
            for p in self._placed
        ]
        return replace(extract, blocks=tuple(self._located(extract.blocks, placed)))

    def _located(self, blocks: Sequence[Block], placed: Sequence[_Placed]) -> Iterator[Block]:
        at = 0
        for block in blocks:
            while at < len(placed) and placed[at].span.end <= block.span.start:
                at += 1
            lines = []
            for place in placed[at:]:
                if place.span.start >= block.span.end:
                    break
                lines.append(place)
            if block.page is not None or not lines:
                yield block
                continue
            page = lines[0].page
            boxes = [place.line.box for place in lines if place.page == page]
            kind = block.kind
            if block.cell is None and self._stands_out([place.line for place in lines]):
                kind = BlockKind.HEADING
            yield replace(block, kind=kind, page=page, box=union(boxes))

    def _stands_out(self, lines: Sequence[PageLine]) -> bool:
        line = lines[0]
        if len(lines) > 1 or len(line.text) > 50 or line.text.rstrip()[-1] in "。；！？，、;":
            return False
        return line.centred or line.bold or line.size > 1.12 * self._body_size

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def _shift(moved: Sequence[tuple[int, int]], offset: int) -> int:
    return next(shift for begin, shift in reversed(moved) if begin <= offset)


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

    Most lines must leave the gutter free, and the lines on both sides must fill their column: the cells of a table
    without rules do not.
    """
    if len(rows) < 8:
        return None
    best, crossing = None, len(rows)
    for step in range(35, 66):
        x = width * step / 100
        across = sum(1 for row in rows if any(word.box[0] < x < word.box[2] for word in row))
        if across < crossing:
            best, crossing = x, across
    if best is None or crossing > 0.4 * len(rows):
        return None
    sides = [
        [
            (min(w.box[0] for w in part), max(w.box[2] for w in part))
            for row in rows
            if (part := _side(row, best, left))
            and _parted(row, best)
            and not any(word.box[0] < best < word.box[2] for word in row)
        ]
        for left in (True, False)
    ]
    for side in sides:
        if len(side) < 5:
            return None
        reach = max(end for _, end in side) - min(start for start, _ in side)
        full = sum(1 for start, end in side if end - start > 0.8 * reach)
        if full < 0.5 * len(side):
            return None
    return best


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


def _furniture(pages: Sequence[Page]) -> Mapping[str, int]:
    """What is printed at the top or bottom of several pages, digits aside, and on how many."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_key(item.text) for item in page.items if isinstance(item, PageLine) and _at_edge(item, page)})
    enough = max(2, len(pages) // 3)
    return {key: count for key, count in seen.items() if count >= enough}


def _at_edge(line: PageLine, page: Page) -> bool:
    return line.box[3] < 0.1 * page.height or line.box[1] > 0.9 * page.height


def _key(text: str) -> str:
    return re.sub(r"[\d\s]+", "", text)


def _is_furniture(line: PageLine, page: Page, furniture: Mapping[str, int]) -> bool:
    if not _at_edge(line, page):
        return False
    bare = re.sub(r"[\s\-—–－·第页共/]", "", line.text)
    return (bare.isdecimal() and len(bare) <= 6) or (len(page.items) > 1 and _key(line.text) in furniture)


def _stitched(items: Sequence[tuple[int, PageLine | PageTable]]) -> Iterator[tuple[int, PageLine | PageTable]]:
    """The items again, tables that go on at the top of the next page as one."""
    waiting: tuple[int, PageTable] | None = None
    last_page = 0
    for number, item in items:
        if isinstance(item, PageTable):
            if waiting and number == last_page + 1 and _same_columns(waiting[1], item):
                waiting = (waiting[0], _appended(waiting[1], item))
            else:
                if waiting:
                    yield waiting
                waiting = (number, item)
            last_page = number
            continue
        if waiting:
            yield waiting
            waiting = None
        yield number, item
    if waiting:
        yield waiting


def _same_columns(one: PageTable, other: PageTable) -> bool:
    return len(one.columns) == len(other.columns) and all(
        abs(a - b) < 6 for a, b in zip(one.columns, other.columns, strict=True)
    )


def _appended(table: PageTable, more: PageTable) -> PageTable:
    """`table` with the rows of its continuation; a repeated header is dropped, a row that was cut is mended."""
    rows = list(table.rows)
    added = list(more.rows)
    if added and [cell.text for cell in added[0]] == [cell.text for cell in rows[0]]:
        del added[0]
    if added and rows and len(added[0]) == len(rows[-1]) and added[0][0].text == "" and rows[-1][0].text.isdecimal():
        rows[-1] = tuple(
            replace(cell, text=cell.text + rest.text) for cell, rest in zip(rows[-1], added[0], strict=True)
        )
        del added[0]
    return replace(table, rows=(*rows, *added))
