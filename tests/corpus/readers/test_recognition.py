"""Pictures of pages, as cameras and copiers give them."""

from __future__ import annotations

import io
from importlib.util import find_spec
from pathlib import Path

import pypdfium2
import pytest

from corpus.normalise import fold
from corpus.readers import read_bytes
from corpus.reading import read_document, understand

PLAN = Path(__file__).parent.parent / "plan"


@pytest.mark.skipif(
    find_spec("rapidocr") is None, reason="NOT CHECKED: recognition needs the extra `ocr` (pip install 'zhengwen[ocr]')"
)
def test_a_page_laid_askew_gives_the_same_table() -> None:
    """A picture turned by most of a degree: its lines are level again before rows are told apart."""
    page = pypdfium2.PdfDocument(PLAN / "plan.pdf")[2].render(scale=200 / 72).to_pil().convert("RGB")
    picture = io.BytesIO()
    page.rotate(0.7, expand=True, fillcolor="white").save(picture, "JPEG", quality=70)
    reading = understand(read_bytes(picture.getvalue(), Path("page.jpg")))
    assert reading.document.media_type == "image/jpeg"
    found, expected = (
        [[fold(cell.text) for cell in row] for table in read.tables for row in (table.header, *table.rows)]
        for read in (reading, read_document(PLAN / "plan.txt"))
    )
    assert found == expected
