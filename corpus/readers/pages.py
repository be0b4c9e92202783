"""Pages put together to one text: running heads left out, tables that a page break cut made whole again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from corpus.readers.extract import Extract, TextBuilder
from corpus.readers.layout import EDGE, Page, PageLine, PageTable, union
from corpus.types import Block, BlockKind, Span


def joined(pages: Sequence[Page], media_type: str, warnings: Sequence[str] = ()) -> Extract:
    """The text of all pages: running heads and page numbers left out, tables that a page break cut put together."""
    furniture = _furniture(pages)
    items = [
        (page.number, _numbered(item, page.number))
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


def _numbered(item: PageLine | PageTable, page: int) -> PageLine | PageTable:
    """A table whose cells know their page; lines are numbered when they are written."""
    if isinstance(item, PageLine):
        return item
    return replace(item, rows=tuple(tuple(replace(cell, page=page) for cell in row) for row in item.rows))


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


def _furniture(pages: Sequence[Page]) -> Mapping[str, int]:
    """What is printed at the top or bottom of several pages, digits aside, and on how many."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_key(item.text) for item in page.items if isinstance(item, PageLine) and _at_edge(item, page)})
    enough = max(2, len(pages) // 3)
    return {key: count for key, count in seen.items() if count >= enough}


def _at_edge(line: PageLine, page: Page) -> bool:
    return line.box[3] < EDGE * page.height or line.box[1] > (1 - EDGE) * page.height


def _key(text: str) -> str:
    return re.sub(r"[\d\s]+", "", text)


def _is_furniture(line: PageLine, page: Page, furniture: Mapping[str, int]) -> bool:
    return len(page.items) > 1 and _at_edge(line, page) and _key(line.text) in furniture


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
