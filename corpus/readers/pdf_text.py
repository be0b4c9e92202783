"""The characters of PDF pages by PDFium, six times as fast as pdfplumber, for the pages that hold nothing but text.

What else there may be on a page (rules of tables, turned pages, characters that PDFium does not decode) is left to
pdfplumber: `plain_characters` is None for such a page.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

THICKEST_RULE = 3.0
"""Points; what is drawn wider both ways is a box."""
_HYPHEN = "\x02"
_UNDECODED = frozenset("\0\ufffe\uffff\ufffd")
_LONGEST_NAME = 256


class TextLayer:
    """The pages of one file; none where PDFium cannot open it."""

    def __init__(self, content: bytes) -> None:
        self._document: Any = None
        try:
            self._document = pypdfium2.PdfDocument(content)
            self._count = len(self._document)
        except pypdfium2.PdfiumError:
            self._count = 0

    def plain_characters(self, index: int) -> list[dict[str, Any]] | None:
        """The characters of the page `index` (from 0) with the keys that pdfplumber gives them, or None."""
        if index >= self._count:
            return None
        try:
            page = self._document[index]
        except pypdfium2.PdfiumError:
            return None
        try:
            if page.get_rotation() or tuple(page.get_mediabox()[:2]) != (0, 0) or _may_hold_table(page):
                return None
            if page.get_cropbox() != page.get_mediabox():
                return None
            text = page.get_textpage()
            try:
                found = list(_characters(text, page.get_height()))
            finally:
                text.close()
        finally:
            page.close()
        readable = all(len(c["text"]) == 1 and c["text"] not in _UNDECODED for c in found)
        return found if readable and not any(0xD800 <= ord(c["text"]) < 0xE000 for c in found) else None

    def close(self) -> None:
        """Lets go of the file."""
        if self._document is not None:
            self._document.close()


def _may_hold_table(page: Any) -> bool:
    """Whether rules run both ways, or boxes are drawn: a single frame, or lines of one direction, part no cells."""
    across = down = boxes = 0
    for drawn in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING)):
        left, bottom, right, top = drawn.get_bounds()
        across += top - bottom <= THICKEST_RULE < right - left
        down += right - left <= THICKEST_RULE < top - bottom
        boxes += min(right - left, top - bottom) > THICKEST_RULE
        if boxes + min(across, down) > 1:
            return True
    return False


def _characters(text: Any, height: float) -> Iterator[dict[str, Any]]:
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    name, flags = ctypes.create_string_buffer(_LONGEST_NAME), ctypes.c_int()
    for index in range(pdfium.FPDFText_CountChars(text)):
        if pdfium.FPDFText_IsGenerated(text, index) == 1:  # the ends of lines and wide gaps, which are no characters
            continue
        shown = chr(pdfium.FPDFText_GetUnicode(text, index))
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        pdfium.FPDFText_GetMatrix(text, index, matrix)
        pdfium.FPDFText_GetFontInfo(text, index, name, _LONGEST_NAME, flags)
        yield {
            "text": "-" if shown == _HYPHEN else shown,
            "x0": box.left,
            "x1": box.right,
            "top": height - box.top,
            "bottom": height - box.bottom,
            "size": pdfium.FPDFText_GetFontSize(text, index) * math.hypot(matrix.b, matrix.d),
            "upright": matrix.b == matrix.c == 0 and matrix.a > 0,
            "fontname": name.value.decode("utf-8", "replace"),
        }
