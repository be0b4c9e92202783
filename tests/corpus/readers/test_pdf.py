"""Pages of PDF files: read the quick way or the thorough one, they are the same."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest

from corpus.readers import read_bytes
from corpus.readers.pdf_text import TextLayer
from corpus.types import Document

PLAN = Path(__file__).parent.parent / "plan"


def thoroughly(content: bytes, monkeypatch: pytest.MonkeyPatch) -> Document:
    """The document when no page is read the quick way."""
    with monkeypatch.context() as patched:
        patched.setattr(TextLayer, "plain_characters", lambda *_: None)
        return read_bytes(content, Path("file.pdf"))


def changed(rotation: int = 0, origin: float = 0.0) -> bytes:
    """The plan with its pages turned, or its paper moved on the plane."""
    document = pypdfium2.PdfDocument(PLAN / "plan.pdf")
    for page in document:
        page.set_rotation(rotation)
        if origin:
            left, bottom, right, top = page.get_mediabox()
            page.set_mediabox(left - origin, bottom - origin, right - origin, top - origin)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


@pytest.mark.parametrize("name", ["plan.pdf", "report.pdf"])
def test_both_ways_give_the_same_document(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Text, paragraphs, headings, tables, pages and metadata; boxes to three points, because fonts are measured in
    other ways."""
    content = (PLAN / name).read_bytes()
    quick, thorough = read_bytes(content, Path("file.pdf")), thoroughly(content, monkeypatch)
    assert quick.text == thorough.text
    assert quick.metadata == thorough.metadata
    assert [(b.kind, b.span, b.page, b.cell) for b in quick.blocks] == [
        (b.kind, b.span, b.page, b.cell) for b in thorough.blocks
    ]
    for one, other in zip(quick.blocks, thorough.blocks, strict=True):
        assert one.box == (pytest.approx(other.box, abs=3) if other.box else None)


def test_only_pages_of_text_are_read_the_quick_way() -> None:
    """The plan's two pages of prose, not the one with its table; none of a file that PDFium cannot open."""
    layer = TextLayer((PLAN / "plan.pdf").read_bytes())
    assert [layer.plain_characters(page) is not None for page in range(4)] == [True, True, False, False]
    layer.close()
    assert TextLayer(b"%PDF-1.4 nothing").plain_characters(0) is None


def test_unusual_pages_are_read_the_thorough_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where coordinates do not begin at the corner of the paper, both ways would not mean the same places."""
    for content in (changed(rotation=90), changed(origin=40.0)):
        layer = TextLayer(content)
        assert layer.plain_characters(0) is None
        layer.close()
    assert read_bytes(content, Path("file.pdf")) == thoroughly(content, monkeypatch)
