"""PDF files: those with a text layer are read from it, pages that are pictures are recognised."""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect

from corpus.errors import ReadError
from corpus.readers.extract import Box, Extract, Source
from corpus.readers.layout import Page, Word, page_of, table_of, union
from corpus.readers.pages import joined
from corpus.readers.pdf_text import TextLayer

MEDIA_TYPE = "application/pdf"

MOST_PAGES = 2000
# Fewer characters than this on a page that holds a picture: it was scanned.
FEWEST_CHARACTERS = 10

# pdfminer logs every oddity of a font; none of it helps whoever adds a document.
logging.getLogger("pdfminer").setLevel(logging.ERROR)


def read(source: Source) -> Extract:
    """All pages in reading order. A page without characters is recognised if the extra `ocr` is installed.

    Pages of text alone are read by PDFium, those with rules or anything unusual by pdfplumber, which knows tables.
    """
    layer = TextLayer(source.content)
    try:
        with pdfplumber.open(io.BytesIO(source.content)) as document:
            if len(document.pages) > MOST_PAGES:
                raise ReadError(source.path, f"it has more than {MOST_PAGES} pages", "split it")
            pages: list[Page] = []
            scanned = 0
            for number, page in enumerate(document.pages, 1):
                characters = layer.plain_characters(number - 1)
                if characters is not None and len(characters) >= FEWEST_CHARACTERS:
                    pages.append(page_of(number, float(page.width), float(page.height), _words(characters), []))
                elif len(page.chars) < FEWEST_CHARACTERS and page.images:
                    scanned += 1
                    pages.append(_recognised(source, number, page))
                else:
                    pages.append(_page(number, page))
                page.close()
    except ReadError:
        raise
    except Exception as problem:
        raise ReadError(source.path, *_reason(problem)) from problem
    finally:
        layer.close()
    return joined(pages, MEDIA_TYPE, [f"{scanned} pages were recognised from pictures"] if scanned else [])


def _reason(problem: Exception) -> tuple[str, str]:
    if (
        isinstance(problem, PDFPasswordIncorrect)
        or isinstance(problem.__cause__, PDFPasswordIncorrect)
        or any(isinstance(argument, PDFPasswordIncorrect) for argument in problem.args)
    ):
        return "it is protected by a password", "remove the password and add it again"
    detail = f" ({problem})" if str(problem) else ""
    return f"the PDF is damaged{detail}", "ask for it again or print it to a new PDF"


def _recognised(source: Source, number: int, page: Any) -> Page:
    # Imported here: recognition is an extra, and most files never need it.
    from corpus.readers.recognition import RESOLUTION, recognised_page

    return recognised_page(source.path, number, page.to_image(resolution=RESOLUTION).original)


def _page(number: int, page: Any) -> Page:
    words = _words(page.chars)
    tables = []
    for found in page.find_tables():
        table, words = table_of(found.cells, words)
        if table:
            tables.append(table)
    return page_of(number, float(page.width), float(page.height), words, tables)


def _words(characters: Sequence[dict[str, Any]]) -> list[Word]:
    """Characters of one line and type without a gap between them, as words; those printed twice count once."""
    words: list[Word] = []
    seen: set[tuple[str, int, int]] = set()
    boxes: list[Box] = []
    text, size, bold = "", 0.0, False
    for character in characters:
        shown = character["text"]
        key = (shown, round(character["x0"]), round(character["top"]))
        if key in seen or not character["upright"]:
            continue
        seen.add(key)
        box: Box = (character["x0"], character["top"], character["x1"], character["bottom"])
        near = boxes and abs(box[1] - boxes[-1][1]) < 2 and -0.5 * size < box[0] - boxes[-1][2] < 0.2 * size
        if text and (not near or shown.isspace()):
            words.append(Word(text, union(boxes), size, bold))
            text, boxes = "", []
        if not shown.isspace():
            bold = _is_bold(character["fontname"]) and (bold or not text)
            text, size = text + shown, float(character["size"])
            boxes.append(box)
    if text:
        words.append(Word(text, union(boxes), size, bold))
    return words


@lru_cache(maxsize=1024)
def _is_bold(font: str) -> bool:
    return any(name in font for name in ("Bold", "Heavy", "Black", "SimHei", "黑体", "Hei-", "XBSJW", "xbsjw"))
