"""Terms: the same for every way of writing the same thing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import TermsMissing
from index.terms import check_terms, folded, joined_terms, terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("免税店", {"免", "税", "店", "免税", "税店"}),
        ("实施“1+5+16+X”工程", {"1+5+16+x", "1", "5", "16", "x", "工程"}),
        ("义政发〔2021〕12号", {"义政", "政发", "2021", "12", "号"}),
        ("B2B2C、9710", {"b2b2c", "9710"}),
        ("增长3.5%，达1,234,567万元", {"3.5", "1234567", "万元"}),
        ("e-commerce platform", {"e-commerce", "commerce", "platform"}),
        ("", set()),
        ("——！", set()),
    ],
)
def test_what_becomes_a_term(text: str, expected: set[str]) -> None:
    """Characters and pairs of Chinese, whole words and numbers, and the parts of what signs join."""
    assert expected <= set(terms(text))
    assert bool(terms(text)) == bool(expected)


@pytest.mark.parametrize(
    ("one", "other"),
    [("ＡＢＣ１２３", "abc123"), ("實施方案", "实施方案"), ("（試點）", "(试点)"), ("㈱", "(株)"), ("Ⅲ级", "三级")],
)
def test_ways_of_writing_agree(one: str, other: str) -> None:
    """Width, case and script make no difference, nor do signs for Roman numerals."""
    assert terms(one) == terms(other)


def test_pairs_do_not_reach_over_punctuation() -> None:
    """The end of one clause and the start of the next are no pair."""
    assert "税进" not in terms("免税，进口")


@given(st.text(max_size=30), st.text(max_size=30))
def test_folding_is_stable_and_terms_join(one: str, other: str) -> None:
    """Folding what is folded changes nothing, and lines do not influence each other."""
    assert folded(folded(one)) == folded(one) or not one.isascii()
    assert terms(f"{one}\n{other}") == terms(one) + terms(other)


@given(st.lists(st.text(st.sampled_from("免税店實施々〇アㄱ가𠀀a1Ａ,.+-_ \n㈱é́"), max_size=12) | st.text(), max_size=6))
def test_terms_of_many_texts_are_those_of_each(texts: list[str]) -> None:
    """The same terms, each as often; where a text ends, no term goes on."""
    assert [sorted(joined.split()) for joined in joined_terms(texts)] == [sorted(terms(text)) for text in texts]


def test_more_texts_than_are_cut_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each text keeps its place."""
    texts = ["免税", "", "a-b 店", "1,234", "购物"]
    expected = joined_terms(texts)
    monkeypatch.setattr("index.terms._AT_ONCE", 2)
    assert joined_terms(texts) == expected
    assert expected[0].split() == ["免", "免税", "税"]


def test_the_self_test_notices_lost_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    """The check passes here, and fails loudly when only Latin words would be cut."""
    check_terms()
    monkeypatch.setattr("index.terms._PIECE", re.compile("(?!)()|[a-z0-9]+"))
    with pytest.raises(TermsMissing, match="no search terms"):
        check_terms()
