"""Which document of a collection a citation names."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from corpus.types import Reference, Span
from index.citing import Citations
from index.types import DocumentSummary


def summary(name: str, title: str, number: str | None = None) -> DocumentSummary:
    """A document of a collection."""
    return DocumentSummary(name, title, number, (), None, None, "text/plain", "", 0, 0, 0, datetime.now(UTC))


HELD = Citations(
    (
        summary("opinion", "国务院办公厅关于推进政务新媒体健康有序发展的意见", "国办发〔2018〕123号"),
        summary("measures", "某市商务局关于印发《出口促进办法（试行）》的通知", "某商发〔2021〕7号"),
        summary("city", "某市人民政府关于加强安全生产工作的通知", "某政发〔2020〕1号"),
        summary("county", "某县人民政府关于加强安全生产工作的通知"),
        summary("plan", "某市人民政府关于印发某市冷链物流行动方案的通知", "某政发〔2023〕7号"),
        summary("law", "中华人民共和国对外贸易法"),
    )
)


@pytest.mark.parametrize(
    ("title", "number", "expected"),
    [
        ("国务院办公厅关于推进政务新媒体健康有序发展的意见", "国办发〔2018〕123号", "opinion"),
        ("关于推进政务新媒体的意见", "国办发[2018] 123号", "opinion"),
        ("国务院办公厅关于推进政务新媒体健康有序发展的意见", None, "opinion"),
        ("关于推进政务新媒体健康有序发展的意见", None, "opinion"),
        ("國務院辦公廳關於推進政務新媒體健康有序發展的意見", None, "opinion"),
        ("出口促进办法(试行)", None, "measures"),
        ("某市商务局关于印发〈出口促进办法（试行）〉的通知", None, "measures"),
        ("某市冷链物流行动方案", None, "plan"),
        ("中华人民共和国对外贸易法", None, "law"),
        # The same words under another number are another document.
        ("国务院办公厅关于推进政务新媒体健康有序发展的意见", "国办发〔2015〕9号", None),
        # Two offices have issued one of this name: neither is picked.
        ("关于加强安全生产工作的通知", None, None),
        ("某县人民政府关于加强安全生产工作的通知", None, "county"),
        ("某市公路条例", None, None),
    ],
)
def test_a_citation_names_the_document_it_means(title: str, number: str | None, expected: str | None) -> None:
    """By number in any brackets, by title in full, without the office, or by what a notice passes on."""
    assert HELD.cited(Reference(title, number, Span(0, 1)), "citing") == expected


def test_a_document_does_not_cite_itself() -> None:
    """Its own title in its own text is no citation."""
    assert HELD.cited(Reference("中华人民共和国对外贸易法", None, Span(0, 1)), "law") is None


def test_citing_documents_are_named_once() -> None:
    """However often they cite, and in their order."""
    law, other = Reference("中华人民共和国对外贸易法", None, Span(0, 1)), Reference("某市公路条例", None, Span(2, 3))
    again = Reference("中华人民共和国对外贸易法", None, Span(4, 5))
    assert HELD.citing({"city": (law, other, again), "county": (law,)}) == {"law": ("city", "county")}
