"""Text in pictures, recognised by rapidocr (the extra `ocr`), with the tables that ruled lines show."""

from __future__ import annotations

import logging
from functools import cache
from pathlib import Path
from typing import Any

from corpus.errors import ReadError
from corpus.readers.extract import Box
from corpus.readers.layout import Page, Word, page_of, table_of

RESOLUTION = 200
"""Dots an inch at which a page is looked at; 97% of the characters of office type are recognised from it."""
# Below this confidence a piece of text is a smudge, a seal or handwriting.
LEAST_CONFIDENCE = 0.5
# Parts of the page that a ruled line must run, at least.
_SHORTEST_RULE = 30
_SMALLEST_CELL = 8.0
"""Points; gaps between double rules are smaller."""


def recognised_page(path: Path, number: int, picture: Any) -> Page:
    """The page that a PIL picture of `RESOLUTION` dots an inch shows.

    Raises `ReadError` if the extra `ocr` is not installed; `path` names the file in it.
    """
    try:
        import cv2
        import numpy as np

        engine = _engine()
    except ImportError as problem:
        raise ReadError(
            path, "it holds scanned pages", "install the recognition with: pip install 'zhengwen[ocr]'"
        ) from problem
    pixels = np.asarray(picture.convert("RGB"))
    height, width = pixels.shape[:2]
    scale = 72 / RESOLUTION
    result = engine(pixels)
    boxes = [] if result.boxes is None else list(result.boxes)
    upright = cv2.getRotationMatrix2D((width / 2, height / 2), _skew(boxes, np), 1.0)
    words = []
    for corners, text, score in zip(boxes, result.txts or (), result.scores or (), strict=True):
        if score >= LEAST_CONFIDENCE and text.strip():
            turned = (corners @ upright[:, :2].T + upright[:, 2]) * scale
            (x0, y0), (x1, y1) = turned.min(axis=0).tolist(), turned.max(axis=0).tolist()
            # The box of a line is about a third higher than its type.
            words.append(Word(text.strip(), (x0, y0, x1, y1), (y1 - y0) * 0.75))
    grey = cv2.warpAffine(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), upright, (width, height), borderValue=255)
    tables = []
    for cells in _ruled(grey, cv2, scale):
        table, words = table_of(cells, words)
        if table:
            tables.append(table)
    return page_of(number, width * scale, height * scale, words, tables)


def _skew(boxes: list[Any], np: Any) -> float:
    """By how many degrees the lines of a page that was laid on the glass askew go down to the right."""
    slopes = [
        (across[1] / across[0]) for box in boxes if (across := box[1] - box[0])[0] > 2 * abs(box[3] - box[0])[1] > 0
    ]
    return float(np.degrees(np.arctan(np.median(slopes)))) if slopes else 0.0


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    return RapidOCR(params={"Global.log_level": "error"})


def _ruled(grey: Any, cv2: Any, scale: float) -> list[list[Box]]:
    """The cells of every ruled table, in points: what horizontal and vertical rules enclose."""
    ink = cv2.adaptiveThreshold(cv2.bitwise_not(grey), 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, 25, -10)
    height, width = ink.shape
    across = cv2.morphologyEx(
        ink, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, (width // _SHORTEST_RULE, 1))
    )
    down = cv2.morphologyEx(
        ink, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, (1, height // _SHORTEST_RULE))
    )
    rules = cv2.dilate(cv2.bitwise_or(across, down), cv2.getStructuringElement(cv2.MORPH_RECT, (5, 5)))
    tables: list[list[Box]] = []
    for outline in cv2.findContours(rules, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0]:
        x, y, w, h = cv2.boundingRect(outline)
        _, _, regions, _ = cv2.connectedComponentsWithStats(
            cv2.bitwise_not(rules[y : y + h, x : x + w]), connectivity=4
        )
        cells = [
            ((x + left) * scale, (y + top) * scale, (x + left + wide) * scale, (y + top + high) * scale)
            for left, top, wide, high, _ in regions[1:].tolist()
            if min(wide, high) * scale >= _SMALLEST_CELL
        ]
        if len(cells) >= 4:
            tables.append(cells)
    return tables
