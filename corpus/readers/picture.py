"""Pictures of a page (PNG, JPEG)."""

from __future__ import annotations

import io

from PIL import Image

from corpus.errors import ReadError
from corpus.readers.extract import Extract, Source
from corpus.readers.pages import joined
from corpus.readers.recognition import RESOLUTION, recognised_page

MOST_PIXELS = 100_000_000
"""A3 at 600 dots an inch has 70 million."""
_PAGE_WIDTH = 8.27
"""Inches of A4, which a picture is taken to show."""


def read(source: Source) -> Extract:
    """What is printed on the picture, scaled to a page of A4."""
    try:
        opened = Image.open(io.BytesIO(source.content))
        kind = Image.MIME.get(opened.format or "", "image/png")
        if opened.width * opened.height > MOST_PIXELS:
            raise ReadError(source.path, f"it has {opened.width} x {opened.height} pixels", "scale it down")
        width = round(_PAGE_WIDTH * RESOLUTION)
        picture = opened.convert("RGB")
        if not 0.8 * width <= picture.width <= 1.5 * width:
            picture = picture.resize((width, max(1, round(picture.height * width / picture.width))))
    except (OSError, ValueError, Image.DecompressionBombError) as problem:
        raise ReadError(source.path, f"the picture is damaged ({problem})", "ask for it again") from problem
    return joined([recognised_page(source.path, 1, picture)], kind, ["the text was recognised from a picture"])
