"""BM25 as an inner product gives tantivy's scores."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.bm25 import NOTHING, damping, dimension, frequencies, kept_length, most, moved, rarity, weight
from index.lexical import LexicalIndex

TEXTS = ["试 点 试点 " * 3, "点", " ".join(f"w{number}" for number in range(700)) + " 试", "口 岸 口岸 点 " * 40]
TEXTS += [f"试 {'岸 ' * length}" for length in (38, 39, 40, 41, 44, 47, 55, 100, 7_001)]


def test_the_product_is_the_score_of_tantivy(tmp_path: Path) -> None:
    """For short and long texts, repeated terms and weighted queries, to the precision of single floats."""
    index = LexicalIndex(tmp_path / "tantivy")
    index.change([(number, number, text) for number, text in enumerate(TEXTS)], [])
    query = {"试": 1.0, "点": 0.4, "口岸": 0.7, "w3": 1.0, "不在": 1.0}
    found = [frequencies(text.split()) for text in TEXTS]
    average = sum(sum(each.values()) for each in found) / len(found)
    holding = Counter(place for each in found for place in each)
    scores = {}
    for number, each in enumerate(found):
        slowness = damping(kept_length(sum(each.values())), average)
        scores[number] = sum(
            factor * rarity(holding[place], len(found)) * weight(each[place], slowness)
            for place, factor in ((dimension(term), factor) for term, factor in query.items())
            if place in each
        )
    assert scores == pytest.approx(dict(index.search(index.any_of(query), 20)), rel=1e-5)


def test_no_text_scores_more_than_most(tmp_path: Path) -> None:
    """A text of nothing but the query's terms comes near it, one that lacks a term stays below by what that weighs, and
    an engine that still counts texts which are gone makes it no less than nothing."""
    query = {"试": 1.0, "点": 0.4}
    texts = ["试 点 " * 3_000, "试 " * 3_000, *["岸 " * 2_000] * 8]
    index = LexicalIndex(tmp_path / "tantivy")
    index.change([(number, number, text) for number, text in enumerate(texts)], [])
    scores = dict(index.search(index.any_of(query), 10))
    highest = most(query, {"试": 2, "点": 1}, len(texts))
    assert scores[0] < highest
    assert scores[0] == pytest.approx(highest, rel=1e-2)
    assert scores[1] == pytest.approx(highest - 0.4 * 2.2 * rarity(1, len(texts)), rel=1e-2)
    assert most({"试": 1.0}, {"试": 9}, 2) > 0


@given(st.integers(0, 2**31 - 1))
def test_a_kept_length_is_rounded_down_a_little(length: int) -> None:
    """Never above the length, exact up to 40, by an eighth at most below it."""
    kept = kept_length(length)
    assert kept == length if length <= 40 else length * 7 / 8 < kept <= length


@given(st.integers(1, 100_000), st.integers(1, 100_000), st.floats(1, 1e5), st.floats(1, 1e5))
def test_a_weight_moves_to_another_average(frequency: int, length: int, before: float, now: float) -> None:
    """A weight that was computed for one average length becomes the weight for another."""
    old, new = damping(length, before), damping(length, now)
    assert moved(weight(frequency, old), old, new) == pytest.approx(weight(frequency, new), rel=1e-6)


@given(st.text(min_size=1))
def test_no_term_stands_at_nothing(term: str) -> None:
    """The place of empty vectors is no term's."""
    assert 0 <= dimension(term) < NOTHING
