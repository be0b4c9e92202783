"""Tables from the cells that a reader found: header rows, merged cells, and parts that a page break cut apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from corpus.normalise import fold, reading_view
from corpus.outline import section_at
from corpus.table_marks import holds_only_signs
from corpus.table_shapes import labels_first, pairs_of_form
from corpus.types import Block, Cell, CellPosition, Document, Section, Span, Table

# What header cells say in the tables of plans and lists, in any order.
_HEADER_WORDS = re.compile(
    r"序号|编号|项目|名称|事项|内容|任务|举措|措施|指标|单位|部门|责任|牵头|配合|主办|协办|承办|会办|联办|督办|主体|节点|问题|时间|时限|期限|日期|进度|备注|类别|类型|目标|地区|领域|说明|依据|金额|数量|要求|分工|职务|姓名|联系"
    r"|\b(?:No|Items?|Projects?|Tasks?|Indicators?|Targets?|Lead|Units?|Responsible|Support\w*|Participants?|Deadline|Date|Due|Amount|Name|Measures?|Department|Remarks?)\b",
    re.IGNORECASE,
)
_FILLED_IN = re.compile(
    r"(?:填报|制表|填表|报送|编制|汇总|计量|金额|数据)?(?:单位|部门|时间|日期|人)[（(：:].*[：:）)]?.*"
)
_PROMISED = re.compile(r"责任|牵头|主办|时间|时限|期限")
_NUMBER = re.compile(r"[（(]?\d{1,4}[)）.．、]?")
_FIGURE = re.compile(r"[-+]?[\d,，.]+(?:%|％|元|万元|亿元|个|家|人|项)?")
_DIGIT = re.compile(r"\d")
_LONGEST_NAME = 16
_BLANK = " —–-/"
_EMPTY_BETWEEN = re.compile(r"[\s\d—–\-·第页/共]*")


def tables(document: Document, sections: Sequence[Section]) -> tuple[Table, ...]:
    """All tables in text order.

    A part after a page break, which repeats the header or goes on without one, is joined to its table and the
    repeated header is dropped.
    """
    view = reading_view(document.text)

    def cell(block: Block) -> Cell:
        return Cell(block.span, view.shown(block.span))

    cells = [block for block in document.blocks if block.cell is not None]
    found: list[tuple[tuple[Cell, ...], list[tuple[Cell, ...]], Span]] = []
    for _, group in groupby(cells, key=lambda block: block.cell.table if block.cell else 0):
        blocks = list(group)
        rows = _grid([(block.cell, cell(block)) for block in blocks if block.cell])
        if not rows:
            continue
        span = Span(blocks[0].span.start, max(block.span.end for block in blocks))
        header, body = _header_and_body(rows)
        if found and _continues(found[-1], header, body, document.text[found[-1][2].end : span.start]):
            before, earlier, start = found[-1]
            if header and not _same(before, header):
                body = [header, *body]
            found[-1] = (before, earlier + body, Span(start.start, span.end))
        else:
            found.append((header, body, span))
    return tuple(
        Table(index, section_at(sections, span).path, span, header, tuple(body))
        for index, (header, body, span) in enumerate(found)
    )


def gaps(tables: Sequence[Table]) -> tuple[str, ...]:
    """What is missing where a table promises it: rows without a responsible unit or a time, one sentence a column."""
    found = []
    for table in tables:
        name = " ".join(table.section[-1:]) or f"table {table.index + 1}"
        for column, header in enumerate(table.header):
            empty = sum(1 for row in table.rows if not row[column].text)
            if empty and _PROMISED.search(header.text):
                found.append(f"{name}: {empty} of {len(table.rows)} rows have no {header.text}")
    return tuple(found)


def _grid(cells: Sequence[tuple[CellPosition, Cell]]) -> list[tuple[Cell, ...]]:
    """Rows of equal length: merged cells repeated where they reach, missing ones empty."""
    first = min(place.row for place, _ in cells)
    height = max(place.row + place.row_span for place, _ in cells) - first
    width = max(place.column + place.column_span for place, _ in cells)
    height = min(height, max(place.row for place, _ in cells) - first + 1)
    grid: list[list[Cell | None]] = [[None] * width for _ in range(height)]
    for place, cell in cells:
        for row in range(place.row - first, min(place.row - first + place.row_span, height)):
            for column in range(place.column, place.column + place.column_span):
                grid[row][column] = grid[row][column] or cell
    rows = []
    for row_cells in grid:
        at = next((cell.span.start for cell in row_cells if cell), None)
        if at is None:
            continue
        filled: list[Cell] = []
        for found in row_cells:
            filled.append(found or Cell(Span(at, at), ""))
            at = max(at, filled[-1].span.end)
        if any(cell.text for cell in filled):
            rows.append(tuple(filled))
    return rows


def _header_and_body(rows: list[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], list[tuple[Cell, ...]]]:
    """The header and the rows below it; a header printed again further down is dropped.

    Two header rows (责任分工 over 牵头单位 and 配合单位) are one whose cells are the lower ones.
    """
    lead = 0
    while lead < len(rows) - 1 and len(rows[lead]) > 1 and _is_caption(rows[lead]):
        lead += 1
    if labels_first(pairs_of_form(rows[lead:])):
        return (), rows[lead:]
    if not _is_header(rows[lead], rows[lead + 1 : lead + 4]):
        return (), rows
    header, body = rows[lead], rows[lead + 1 :]
    if body and _shares_cells(header, body[0]):
        header, body = body[0], body[1:]
    return header, [row for row in body if not _same(header, row)]


def _is_caption(row: tuple[Cell, ...]) -> bool:
    """Whether a row above the header is one cell across all columns, or says who filled the table in, and when."""
    named = [cell.text for cell in row if cell.text]
    return len({cell.span for cell in row}) == 1 or all(map(_FILLED_IN.match, named))


def _shares_cells(upper: tuple[Cell, ...], lower: tuple[Cell, ...]) -> bool:
    """Whether a cell of the header reaches down into the next row, which is then part of the header."""
    return any(above.span == below.span and above.text for above, below in zip(upper, lower, strict=True)) and all(
        len(cell.text) <= 20 for cell in lower
    )


def _is_header(row: tuple[Cell, ...], below: list[tuple[Cell, ...]]) -> bool:
    named = list({cell.span: cell for cell in row if cell.text}.values())
    if len(named) < 2 or any(len(cell.text) > 30 for cell in named) or _NUMBER.fullmatch(row[0].text):
        return False
    words = sum(1 for cell in named if _HEADER_WORDS.search(cell.text))
    if 2 * words >= len(named):
        return True
    if any(_FIGURE.fullmatch(cell.text) for cell in named):
        return False
    if _names_columns(row, below):
        return True
    marks = sum(holds_only_signs([other[column].text for other in below]) for column in range(len(row)))
    if marks > 1 and not holds_only_signs([cell.text for cell in row]):
        return True  # a column for each unit, with signs in it
    # Some cells reach down beside one that spans several columns; or names stand above a column of figures.
    spans_columns = len({cell.span for cell in row if cell.text}) < sum(1 for cell in row if cell.text)
    reaches = spans_columns and len(below) > 1 and _shares_cells(row, below[0])
    figures = any(
        len(below) > 1 and all(_FIGURE.fullmatch(other[column].text) for other in below)
        for column in range(1, len(row))
    )
    return reaches or figures or (words > 0 and bool(below) and bool(_NUMBER.fullmatch(below[0][0].text)))


def _names_columns(row: tuple[Cell, ...], below: list[tuple[Cell, ...]]) -> bool:
    """Whether each cell of a row is a short name without digits and a column after the first has digits in all rows
    below that fill it, two at least: 影响用户 over 10万户以上, 值班电话 over numbers."""
    if not all(cell.text and len(cell.text) <= _LONGEST_NAME and not _DIGIT.search(cell.text) for cell in row):
        return False
    columns = ([other[at].text for other in below if other[at].text.strip(_BLANK)] for at in range(1, len(row)))
    return any(len(filled) > 1 and all(map(_DIGIT.search, filled)) for filled in columns)


def _continues(
    before: tuple[tuple[Cell, ...], list[tuple[Cell, ...]], Span],
    header: tuple[Cell, ...],
    body: list[tuple[Cell, ...]],
    between: str,
) -> bool:
    """Whether a table goes on with the one before: nothing but a page break between, and it fits."""
    if not _EMPTY_BETWEEN.fullmatch(between):
        return False
    earlier_header, earlier, _ = before
    if header:
        return _same(earlier_header, header)
    width = len(earlier_header or earlier[0])
    if not earlier_header or not body or len(body[0]) != width:
        return False
    last, first = (_NUMBER.match(row[0].text) for row in (earlier[-1] if earlier else earlier_header, body[0]))
    if last and first:
        return int(re.sub(r"\D", "", first.group())) == int(re.sub(r"\D", "", last.group())) + 1
    return first is None


def _same(one: tuple[Cell, ...], other: tuple[Cell, ...]) -> bool:
    return [fold(cell.text) for cell in one] == [fold(cell.text) for cell in other]
