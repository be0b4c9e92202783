"""Tables that survive in plain text as lines of cells parted by tabs, bars or wide gaps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.characters import CHINESE_NUMERALS
from corpus.lines import MOST_COLUMNS, NUMBER_HEADERS, Line
from corpus.types import Span

_BAR_RULE = re.compile(r"[|｜+\s]*[-:—=─┼+|｜\s]{3,}[|｜+\s]*")
_GAP = re.compile(r"(?: {2,}|\u3000{2,}| *\u3000 +| +\u3000 *)")
# One wide space parts cells only where the rows are of figures: 沅口县　1260　420　460.
_NARROW_GAP = re.compile(r"[ \u3000]*\u3000[ \u3000]*| {2,}")
_FIGURE = re.compile(r"-?\d[\d,.]*\s*(?:[%％‰]|[\u4e00-\u9fff]{0,2})|[-—–/]")
_SEPARATED = re.compile(r"[\t|｜\u3000]|  ")
_NUMBERED_PARAGRAPH = re.compile(
    rf"(?:[{CHINESE_NUMERALS}]{{1,3}}、|[（(][{CHINESE_NUMERALS}\d]{{1,3}}[)）]|\d{{1,3}}[.．、]|[①-⑳])"
    r"[ \u3000]*\t[^\t]*$"
)
_NUMBER = re.compile(r"\d{1,4}")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Group:
    """Either one paragraph (`cells` is None) or one row; `starts_table` marks a row that cannot belong to the last."""

    span: Span
    cells: tuple[Span, ...] | None = None
    starts_table: bool = False


def table_rows(paragraphs: Sequence[tuple[Line, ...]]) -> Iterator[Group]:
    """The paragraphs again, those that are rows of a table cut into cells.

    Two neighbouring lines at least make a table. A line with tabs is a row; a line with bars is one when the bars
    frame it or are three; a line with two bars or wide gaps is one when its neighbours have as many cells and are
    numbered, hold figures but for the first, are two more with bars or stand below the names of columns. Where a table
    was copied cell by cell, a header that begins with 序号 and rows of its length counted from 1 are one.
    """
    pending: list[_Row] = []
    position = 0
    while position < len(paragraphs):
        lines = paragraphs[position]
        line = lines[0]
        if pending and pending[-1].parted_by.endswith("bar") and _BAR_RULE.fullmatch(line.text):
            position += 1
            continue
        cut = _cells(line) if len(lines) == 1 else None
        ends = cut is None or (bool(pending) and pending[-1].parted_by != cut.parted_by)
        if pending and (ends or (line.after_blank and pending[-1].parted_by == "narrow gap")):
            yield from _finished(pending)
            pending = []
        if cut:
            pending.append(cut)
        elif columns := _columns_of_cell_lines(paragraphs, position):
            yield from _rows_of_cell_lines(paragraphs, position, columns)
            position += columns * (_count_of_cell_lines(paragraphs, position, columns) + 1)
            continue
        else:
            yield Group(Span(line.start, lines[-1].end))
        position += 1
    yield from _finished(pending)


def _columns_of_cell_lines(paragraphs: Sequence[tuple[Line, ...]], position: int) -> int:
    """How many cells a row has in the table that begins here with one cell a line; 0 if none does."""
    if paragraphs[position][0].text not in NUMBER_HEADERS:
        return 0
    for columns in range(2, MOST_COLUMNS + 1):
        header = paragraphs[position : position + columns]
        if any(len(lines[0].text) > 20 or lines[0].text[-1] in "。；，" for lines in header):
            return 0
        if _count_of_cell_lines(paragraphs, position, columns) >= 2:
            return columns
    return 0


def _count_of_cell_lines(paragraphs: Sequence[tuple[Line, ...]], position: int, columns: int) -> int:
    """How many rows numbered from 1 follow a header of `columns` lines, each of as many lines."""
    count = 0
    while True:
        row = position + columns * (count + 1)
        if row + columns > len(paragraphs) or paragraphs[row][0].text.strip(" .．、") != str(count + 1):
            return count
        if any(paragraphs[row + cell][0].text in NUMBER_HEADERS for cell in range(1, columns)):
            return count
        count += 1


def _rows_of_cell_lines(paragraphs: Sequence[tuple[Line, ...]], position: int, columns: int) -> Iterator[Group]:
    for row in range(_count_of_cell_lines(paragraphs, position, columns) + 1):
        first = position + row * columns
        cells = tuple(Span(lines[0].start, lines[-1].end) for lines in paragraphs[first : first + columns])
        yield Group(Span(cells[0].start, cells[-1].end), cells, starts_table=row == 0)


@dataclass(frozen=True, slots=True)
class _Row:
    line: Line
    cells: tuple[Span, ...]
    parted_by: str


def _cells(line: Line) -> _Row | None:
    """The cells of a line and what parts them, or None for a line of prose."""
    text = line.text
    if not _SEPARATED.search(text):
        return None
    if "\t" in text:
        # 一、<tab>总体要求 is a numbered paragraph.
        return None if _NUMBERED_PARAGRAPH.match(text) else _Row(line, _between(line, re.finditer("\t", text)), "tab")
    bars = list(re.finditer("[|｜]", text))
    if len(bars) >= 3 or (len(bars) == 2 and text[0] in "|｜"):
        cells = _between(line, bars)
        return _Row(line, cells[text[0] in "|｜" : len(cells) - (text[-1] in "|｜")], "bar")
    if len(bars) == 2 and not re.search("[。；]", text):
        return _Row(line, _between(line, bars), "loose bar")
    gaps = list(_GAP.finditer(text))
    if len(gaps) >= 2 and not re.search("[。；]", text):
        return _Row(line, _between(line, gaps), "gap")
    gaps = list(_NARROW_GAP.finditer(text))
    if len(gaps) >= 2 and not re.search("[。；]", text):
        return _Row(line, _between(line, gaps), "narrow gap")
    return None


def _between(line: Line, separators: Iterable[re.Match[str]]) -> tuple[Span, ...]:
    """What stands between separators, each piece without the white space at its ends."""
    edges = [0, *(edge for separator in separators for edge in separator.span()), len(line.text)]
    found = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        raw = line.text[start:end]
        begin = line.start + start + len(raw) - len(raw.lstrip())
        found.append(Span(begin, begin + len(raw.strip())))
    return tuple(found)


def _finished(pending: Sequence[_Row]) -> Iterator[Group]:
    """The rows of one table, or the paragraphs that only looked like it."""
    ways = {
        "gap": lambda rows: _is_aligned(rows) or _has_columns(rows),
        "loose bar": lambda rows: _is_aligned(rows) or _is_even(rows),
        "narrow gap": _has_figures,
    }
    way = ways.get(pending[0].parted_by) if pending else None
    if len(pending) < 2 or (way is not None and not way(pending)):
        for row in pending:
            yield Group(Span(row.line.start, row.line.end))
        return
    pending = _with_empty_first(pending)
    width = max(len(row.cells) for row in pending)
    previous = len(pending[0].cells)
    for row in pending:
        starts = abs(len(row.cells) - previous) > max(1, width // 2)
        yield Group(Span(row.line.start, row.line.end), row.cells, starts)
        previous = len(row.cells)


def _with_empty_first(pending: Sequence[_Row]) -> Sequence[_Row]:
    """Rows parted by tabs with the empty cells that a row begins with where others do not."""
    if pending[0].parted_by != "tab":
        return pending
    usual = min(row.line.tabs for row in pending)
    return [
        replace(row, cells=(Span(row.line.start, row.line.start),) * (row.line.tabs - usual) + row.cells)
        for row in pending
    ]


def _is_even(pending: Sequence[_Row]) -> bool:
    """Whether there are three rows at least and all have as many cells, three at least."""
    return len(pending) > 2 and {len(row.cells) for row in pending} == {max(3, len(pending[0].cells))}


def _has_columns(pending: Sequence[_Row]) -> bool:
    """Whether even rows stand below one without digits and all have digits in one column: names in lines have not."""
    texts = [
        [row.line.text[cell.start - row.line.start : cell.end - row.line.start] for cell in row.cells]
        for row in pending
    ]
    return (
        _is_even(pending)
        and not any(map(_DIGIT.search, texts[0]))
        and any(all(map(_DIGIT.search, column)) for column in list(zip(*texts[1:], strict=True))[1:])
    )


def _has_figures(pending: Sequence[_Row]) -> bool:
    """Whether all rows have as many cells, three at least, and those below the first hold figures but for their first
    cell."""
    counts = {len(row.cells) for row in pending}
    cells = [
        row.line.text[cell.start - row.line.start : cell.end - row.line.start]
        for row in pending[1:]
        for cell in row.cells[1:]
    ]
    return len(pending) > 2 and len(counts) == 1 and min(counts) >= 3 and all(map(_FIGURE.fullmatch, cells))


def _is_aligned(pending: Sequence[_Row]) -> bool:
    """Whether most rows have as many cells, three at least, and all but a header are numbered."""
    counts = [len(row.cells) for row in pending]
    usual = max(set(counts), key=counts.count)
    numbered = sum(1 for row in pending if _NUMBER.match(row.line.text))
    return usual >= 3 and counts.count(usual) >= 0.7 * len(counts) and numbered >= len(pending) - 1
