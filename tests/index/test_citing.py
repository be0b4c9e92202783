"""Which document of a collection a citation names."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from corpus.types import Reference, Span
from index.citing import Citations, times_cited
from index.types import DocumentSummary, Entry


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
        ("对外贸易法", None, "law"),
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


def test_texts_cite_the_documents_that_they_name() -> None:
    """Each other document counts once however often it names one, a law counts with the state's name and without, and
    naming oneself, or a document that is not there, is no citation."""
    entries = [
        Entry("trade#1", "trade", "国家实行统一的对外贸易制度，见《对外贸易法》。", "中华人民共和国对外贸易法", ""),
        Entry("city#1", "city", "根据《中华人民共和国对外贸易法》和《海关法》制定本办法。", "某市办法", ""),
        Entry("city#2", "city", "《对外贸易法》另有规定的除外。", "某市办法", ""),
        Entry("county#1", "county", "按照《对外贸易法》《某市办法》执行。", "", ""),
    ]
    assert times_cited(entries) == {"trade": 2, "city": 1}


def test_articles_handed_out_one_by_one_belong_to_their_law() -> None:
    """Where an entry has no title, the words before its article's number name the law; its articles are one document
    and do not cite one another."""
    entries = [
        Entry("a1", "a1", "中华人民共和国对外贸易法第一条：为了发展对外贸易，制定本法。", "", ""),
        Entry("a2", "a2", "中华人民共和国对外贸易法第二条之一：本法适用于《对外贸易法》所称贸易。", "", ""),
        Entry("b1", "b1", "某市实施《对外贸易法》办法第一条：制定本办法。", "", ""),
        Entry("c1", "c1", "会议讨论了外贸工作。第一条意见：依照《对外贸易法》办理。", "", ""),
    ]
    assert times_cited(entries) == {"a1": 2, "a2": 2}
