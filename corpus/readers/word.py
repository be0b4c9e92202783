"""Word documents (DOCX): paragraphs with generated numbers, tables, text boxes and footnotes."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle

from corpus.errors import ReadError
from corpus.readers.extract import CellText, Extract, Source, TextBuilder
from corpus.readers.package import open_package
from corpus.readers.word_numbering import WordNumbering
from corpus.types import BlockKind

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_NUMBERING = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
_FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_TEXT_BOX = qn("w:txbxContent")
# Text that Word shows nowhere, or twice: deletions, field codes, the fallback of drawings for old programs.
_UNSEEN = {qn("w:del"), qn("w:instrText"), qn("w:delText"), qn("w:moveFrom"), qn("w:rPr"), qn("w:pPr")}
_UNSEEN |= {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_HEADING = re.compile(r"(?:heading|标题)\s*(\d)", re.IGNORECASE)


def read(source: Source) -> Extract:
    """The body in order, with the numbers that Word would show; headers and footers are left out."""
    open_package(source).close()
    try:
        document = docx.Document(io.BytesIO(source.content))
        return _Reading(document).extract()
    except ReadError:
        raise
    except Exception as problem:  # python-docx has no error of its own for what is missing or malformed inside
        raise ReadError(
            source.path, f"it is not a Word document that can be read ({problem})", "open it in Word and save it anew"
        ) from problem


class _Reading:
    def __init__(self, document: Any) -> None:
        self._body = document.element.body
        self._builder = TextBuilder()
        parts = {
            relation.reltype: relation.target_part
            for relation in document.part.rels.values()
            if not relation.is_external
        }
        numbering = parts.get(_NUMBERING)
        self._numbering = WordNumbering.of(None if numbering is None else numbering.element)
        self._styles = {style.style_id: style for style in document.styles if isinstance(style, ParagraphStyle)}
        self._default = document.styles.default(1)
        self._footnotes = parts.get(_FOOTNOTES)

    def extract(self) -> Extract:
        self._children(self._body)
        for note in self._notes():
            self._builder.paragraph(note, BlockKind.FOOTNOTE)
        return self._builder.extract(MEDIA_TYPE)

    def _children(self, parent: Any) -> None:
        for child in parent:
            if child.tag == qn("w:p"):
                self._paragraph(child)
            elif child.tag == qn("w:tbl"):
                self._table(child)
            elif child.tag == qn("w:sdt"):
                content = child.find(qn("w:sdtContent"))
                if content is not None and not _is_contents_list(child):
                    self._children(content)
            elif child.tag in (qn("w:ins"), qn("w:smartTag"), qn("w:customXml")):
                self._children(child)

    def _paragraph(self, paragraph: Any) -> None:
        style = self._style(paragraph)
        if style is not None and (style.name or "").lower().startswith("toc "):
            return
        text = _text(paragraph)
        if text.strip():
            label = self._label(paragraph, style)
            level = _level(paragraph, style)
            kind = BlockKind.LIST_ITEM if label is not None else BlockKind.PARAGRAPH
            if level is not None or (not label and _stands_out(paragraph, style, text)):
                kind = BlockKind.HEADING
            self._builder.paragraph((label or "") + text, kind, level=level)
        for box in paragraph.iter(_TEXT_BOX):
            if not any(above.tag in _UNSEEN for above in box.iterancestors()):
                self._children(box)

    def _style(self, paragraph: Any) -> ParagraphStyle | None:
        reference = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return self._styles.get(reference.get(qn("w:val"))) if reference is not None else self._default

    def _label(self, paragraph: Any, style: ParagraphStyle | None) -> str | None:
        """The generated number; "" for a bullet, None for a paragraph that is in no list."""
        for properties in _properties(paragraph, style):
            number = properties.find(qn("w:numPr"))
            if number is None:
                continue
            list_id, depth = (number.find(qn(name)) for name in ("w:numId", "w:ilvl"))
            if list_id is None or list_id.get(qn("w:val")) == "0":
                return None
            at = 0 if depth is None else int(depth.get(qn("w:val")))
            return self._numbering.label(list_id.get(qn("w:val")), at) or ""
        return None

    def _table(self, table: Any) -> None:
        rows: list[list[CellText]] = []
        reaching: dict[int, int] = {}
        for row in table.iter(qn("w:tr")):
            if next(row.iterancestors(qn("w:tbl"))) is not table:
                continue
            cells: list[CellText] = []
            column = _value(row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}"), 0)
            for cell in _cells(row):
                width = _value(cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}"), 1)
                merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
                if merge is not None and merge.get(qn("w:val")) != "restart" and column in reaching:
                    _extend(rows, reaching[column], column)
                else:
                    text = "\n".join(filter(None, (_text(p).strip() for p in cell.iter(qn("w:p")))))
                    cells.append(CellText(text, column, 1, width))
                    reaching[column] = len(rows)
                column += width
            rows.append(cells)
        self._builder.table(rows)

    def _notes(self) -> Iterator[str]:
        if self._footnotes is not None:
            root = parse_xml(self._footnotes.blob)
            for note in root.findall(qn("w:footnote")):
                if note.get(qn("w:type")) is None:
                    yield "".join(_text(paragraph) for paragraph in note.iter(qn("w:p"))).strip()


def _properties(paragraph: Any, style: ParagraphStyle | None) -> Iterator[Any]:
    """The paragraph's own properties, then those of its style and what that is based on."""
    own = paragraph.find(qn("w:pPr"))
    if own is not None:
        yield own
    for _ in range(20):  # a style based on itself would go on for ever
        if style is None:
            return
        inherited = style.element.find(qn("w:pPr"))
        if inherited is not None:
            yield inherited
        base = style.base_style
        style = base if isinstance(base, ParagraphStyle) else None


def _level(paragraph: Any, style: ParagraphStyle | None) -> int | None:
    """The heading level from 1, by outline level or by the name of the style."""
    for properties in _properties(paragraph, style):
        outline = properties.find(qn("w:outlineLvl"))
        if outline is not None:
            level = int(outline.get(qn("w:val")))
            return level + 1 if level < 9 else None
    named = _HEADING.match(style.name or "") if style is not None else None
    return int(named[1]) if named else None


def _stands_out(paragraph: Any, style: ParagraphStyle | None, text: str) -> bool:
    """Whether a short paragraph is centred or bold throughout."""
    if len(text) > 60 or text.rstrip()[-1] in "。；！？，、;":
        return False
    for properties in _properties(paragraph, style):
        alignment = properties.find(qn("w:jc"))
        if alignment is not None:
            if alignment.get(qn("w:val")) == "center":
                return True
            break
    shown = [run for run in paragraph.iter(qn("w:r")) if _text(run).strip()]
    return bool(shown) and all(_is_bold(run) for run in shown)


def _is_bold(run: Any) -> bool:
    bold = run.find(f"{qn('w:rPr')}/{qn('w:b')}")
    return bold is not None and bold.get(qn("w:val")) not in ("0", "false", "off")


def _text(element: Any) -> str:
    """The characters that Word shows for a paragraph or run, its text boxes and fallbacks left out."""
    parts: list[str] = []

    def collect(node: Any) -> None:
        for child in node:
            tag = child.tag
            if tag in _UNSEEN or tag == _TEXT_BOX:
                continue
            if tag == qn("w:t"):
                parts.append(child.text or "")
            elif tag == qn("w:tab"):
                parts.append("\u3000")
            elif tag in (qn("w:br"), qn("w:cr")):
                parts.append("" if child.get(qn("w:type")) in ("page", "column") else "\n")
            elif tag == qn("w:noBreakHyphen"):
                parts.append("-")
            else:
                collect(child)

    collect(element)
    return "".join(parts)


def _is_contents_list(block: Any) -> bool:
    gallery = block.find(f".//{qn('w:docPartGallery')}")
    return gallery is not None and gallery.get(qn("w:val")) == "Table of Contents"


def _cells(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == qn("w:tc"):
            yield child
        elif child.tag == qn("w:sdt"):
            yield from child.iter(qn("w:tc"))


def _value(element: Any, default: int) -> int:
    value = None if element is None else element.get(qn("w:val"))
    return min(int(value), 1000) if value and value.isdecimal() else default


def _extend(rows: list[list[CellText]], row: int, column: int) -> None:
    """Lets the cell that begins in `row` reach one row further down."""
    for position, cell in enumerate(rows[row]):
        if cell.column == column:
            rows[row][position] = CellText(cell.text, column, len(rows) - row + 1, cell.column_span)
