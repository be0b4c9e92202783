"""Excel workbooks (XLSX): every sheet's tables, with merged cells, and the lines above and below them."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime, time
from typing import Any

import openpyxl

from corpus.errors import ReadError
from corpus.readers.extract import CellText, Extract, Source, TextBuilder
from corpus.readers.package import open_package
from corpus.types import BlockKind

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

MOST_CELLS = 1_000_000
"""Of all sheets together. As many take twenty seconds and 0.8 GB."""
WIDEST_SHEET = 5_000_000
"""Cells of the rectangle that the filled ones lie in."""
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_LABELLED = re.compile(r"[\u4e00-\u9fff]{2,8}\s*[：:]\s*\S")
_PIECE, _TAG = 1 << 20, 16


def read(source: Source) -> Extract:
    """All visible sheets in order: a row with one filled cell is a paragraph, rows with more make tables."""
    with open_package(source) as package:
        cells = _cells(package)
    if cells > MOST_CELLS:
        raise ReadError(source.path, f"it has more than {MOST_CELLS:,} cells", "split it or keep only what is needed")
    try:
        workbook = openpyxl.load_workbook(io.BytesIO(source.content), data_only=True)
        builder = TextBuilder()
        sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
        for sheet in sheets:
            if sheet.max_row * sheet.max_column > WIDEST_SHEET:
                raise ReadError(source.path, f"sheet {sheet.title} is too large", "delete its empty rows and columns")
            if len(sheets) > 1:
                builder.paragraph(sheet.title, BlockKind.HEADING, level=2)
            for rows in _runs(_rows(sheet)):
                if len(rows[0]) == 1:
                    builder.paragraph(rows[0][0].text)
                else:
                    builder.table(rows)
        return builder.extract(MEDIA_TYPE)
    except ReadError:
        raise
    except Exception as problem:  # openpyxl has no error of its own for what is missing or malformed inside
        raise ReadError(
            source.path, f"it is not a workbook that can be read ({problem})", "open it in Excel and save it anew"
        ) from problem


def _cells(package: zipfile.ZipFile) -> int:
    """How many cells the sheets have, counted without parsing them; beyond MOST_CELLS, or where a part is damaged, as
    far as was counted."""
    count = 0
    for member in package.infolist():
        if member.filename.startswith("xl/worksheets/") and count <= MOST_CELLS:
            with suppress(zipfile.BadZipFile, zlib.error, OSError, EOFError), package.open(member) as content:
                rest = b""
                while count <= MOST_CELLS and (piece := content.read(_PIECE)):
                    count += len(_CELL.findall(rest + piece))
                    rest = piece[-_TAG:]
                    count -= len(_CELL.findall(rest))
    return count


def _rows(sheet: Any) -> Iterator[list[CellText]]:
    """The filled cells of every row; a merged cell stands where it begins, with its reach."""
    reach: dict[tuple[int, int], tuple[int, int]] = {}
    covered: set[tuple[int, int]] = set()
    for merged in sheet.merged_cells.ranges:
        height, width = merged.max_row - merged.min_row + 1, merged.max_col - merged.min_col + 1
        reach[merged.min_row, merged.min_col] = (height, width)
        if height * width <= 10_000:
            covered.update((r, c) for r, c in _places(merged) if (r, c) != (merged.min_row, merged.min_col))
    for row in sheet.iter_rows():
        cells = []
        for cell in row:
            if (cell.row, cell.column) in covered:
                continue
            text = _shown(cell.value, cell.number_format)
            height, width = reach.get((cell.row, cell.column), (1, 1))
            if text or (cell.row, cell.column) in reach:
                cells.append(CellText(text, cell.column - 1, height, width))
        yield cells


def _places(merged: Any) -> Iterator[tuple[int, int]]:
    return (
        (row, column)
        for row in range(merged.min_row, merged.max_row + 1)
        for column in range(merged.min_col, merged.max_col + 1)
    )


def _runs(rows: Iterator[list[CellText]]) -> Iterator[Sequence[list[CellText]]]:
    """Rows of a table together, lone cells by themselves; an empty row ends a table."""
    table: list[list[CellText]] = []
    for row in rows:
        filled = [cell for cell in row if cell.text]
        if len(filled) > 1 and all(_LABELLED.match(cell.text) for cell in filled):
            # 发文机关：… | 文号：… | 印发日期：… above the names of columns, 填表人：… | 审核人：… below the last row
            if table:
                yield table
                table = []
            yield from ([[cell]] for cell in filled)
            continue
        alone = len(filled) == 1 and (not table or filled[0].column_span > 1 or filled[0].column == 0)
        if not filled or (alone and not _inside(table, filled[0])):
            if table:
                yield table
                table = []
            if filled:
                yield [filled]
        else:
            table.append(row)
    if table:
        yield table


def _inside(table: Sequence[list[CellText]], cell: CellText) -> bool:
    """Whether a lone cell belongs to the table: a cell of the rows above still reaches down beside it."""
    depth = len(table)
    return any(
        other.row_span > depth - number and other.column != cell.column
        for number, row in enumerate(table)
        for other in row
    )


def _shown(value: object, form: str) -> str:
    """A cell's value as Excel shows it, as far as it matters to a reader."""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return _shown_date(value, form)
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        percent = "%" in form
        number = value * 100 if percent else value
        decimals = re.search(r"0\.(0+)", form)
        shown = f"{number:.{len(decimals[1])}f}" if decimals else f"{number:.10g}"
        return shown + ("%" if percent else "")
    return str(value)


def _shown_date(value: date, form: str) -> str:
    if "年" in form:
        day = f"{value.day}日" if "d" in form.lower() else ""
        return f"{value.year}年{value.month}月{day}"
    return value.strftime("%Y-%m-%d")
