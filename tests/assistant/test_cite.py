"""Statements become text with markers, and nothing unsupported leaves."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.wording.cite import LONGEST_QUOTE, UnsupportedStatement, as_text, cited, shortened
from assistant.wording.findings import Draft, Evidence, Statement
from corpus.types import Block, BlockKind, Document, Metadata, Span

TEXT = "一、扩建国际货站。由 机场集团\n牵头，２０２４年９月底前完成。\n二、争取第五航权。由口岸办牵头。"


def document(text: str = TEXT) -> Document:
    return Document(
        "plan",
        text,
        (Block(BlockKind.PARAGRAPH, Span(0, len(text))),),
        Metadata("方案", number="临政〔2024〕1号", issuers=("临溪市",)),
        "text/plain",
        hashlib.sha256(text.encode()).hexdigest(),
    )


def evidence(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence("plan", Span(start, start + len(words)), ("一、任务",))


FIRST, SECOND = evidence(TEXT.split("\n二")[0]), evidence("二、争取第五航权。由口岸办牵头。")


def made(*statements: Statement) -> tuple[str, list[str]]:
    lines, citations = cited(Draft("answered", statements), lambda _: document())
    return as_text(lines), [citation.quote for citation in citations]


def test_markers_count_quotes_in_order_of_first_use() -> None:
    """One quote has one marker however often it is used."""
    text, quotes = made(Statement("甲。", (FIRST,)), Statement("乙。", (SECOND, FIRST)), Statement("丙。", (SECOND,)))
    assert text == "甲。[1]乙。[2][1]丙。[2]"
    assert [TEXT.index(quote) for quote in quotes] == [0, TEXT.index("二、")]


def test_a_citation_tells_where_it_is_from() -> None:
    """Document, number, issuer, section and offsets."""
    _, (citation,) = cited(Draft("answered", (Statement("甲。", (SECOND,)),)), lambda _: document())
    assert (citation.title, citation.document_number, citation.issuer) == ("方案", "临政〔2024〕1号", "临溪市")
    assert citation.section == ("一、任务",)
    assert citation.quote == TEXT[citation.start : citation.end]
    assert citation.url == f"/documents/plan#c={citation.start}-{citation.end}"


def test_values_are_found_whatever_their_width_and_wraps() -> None:
    """A quote keeps hard wraps and full-width digits; a statement need not."""
    text, _ = made(Statement("机场集团，2024年9月底前。", (FIRST,), ("机场集团", "2024年9月底前")))
    assert text.endswith("[1]")


@pytest.mark.parametrize("value", ["口岸办", "2024年12月", "财政局"])
def test_a_value_that_the_quote_lacks_is_never_sent(value: str) -> None:
    """Not even when another part of the document has it."""
    with pytest.raises(UnsupportedStatement, match=value):
        made(Statement(f"由{value}牵头。", (FIRST,), (value,)))


def test_a_value_without_any_quote_is_never_sent() -> None:
    """A statement about nothing supports nothing."""
    with pytest.raises(UnsupportedStatement):
        made(Statement("由口岸办牵头。", (), ("口岸办",)))


def test_an_empty_quote_is_never_sent() -> None:
    """White space is no evidence."""
    gap = TEXT.index("\n二")
    with pytest.raises(UnsupportedStatement):
        made(Statement("甲。", (Evidence("plan", Span(gap, gap + 1)),)))


def test_rows_of_a_list_begin_lines() -> None:
    """A heading without evidence, then one line a row."""
    text, _ = made(Statement("共2项："), Statement("1. 甲", (FIRST,)), Statement("2. 乙", (SECOND,)))
    assert text == "共2项：\n1. 甲[1]\n2. 乙[2]"


def test_a_long_quote_is_cut_at_a_sentence_end() -> None:
    """At the last one that keeps it short."""
    text = "".join(f"这是第{number:03}句话，说的是同一件事。" for number in range(200))
    span = shortened(text, Span(0, len(text)))
    assert LONGEST_QUOTE - 20 < span.end <= LONGEST_QUOTE
    assert text[span.end - 1] == "。"


def test_a_long_quote_without_sentences_is_cut_all_the_same() -> None:
    """At the longest length."""
    assert shortened("字" * 2000, Span(5, 2000)) == Span(5, 5 + LONGEST_QUOTE)


@given(text=st.text(alphabet="字。；\n 　a", min_size=1, max_size=2000), at=st.data())
def test_a_shortened_span_lies_inside_and_has_no_space_at_its_ends(text: str, at: st.DataObject) -> None:
    """It begins where the first word of the span begins."""
    start = at.draw(st.integers(0, len(text)))
    end = at.draw(st.integers(start, len(text)))
    kept = shortened(text, Span(start, end))
    quote = text[kept.start : kept.end]
    assert start <= kept.start <= kept.end <= end
    assert quote == quote.strip()
    assert len(quote) <= LONGEST_QUOTE
    assert text[start:end].strip().startswith(quote)
    if text[start:end].strip():
        assert quote
