"""The dense leg: exact while small, quantised when large, and restricted without loss."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.dense import DenseIndex, write
from index.types import Vectors


def unit_vectors(count: int, dimension: int = 16) -> Vectors:
    """Vectors around 64 centres, as texts of a few topics lie."""
    random = np.random.default_rng(7)
    centres = random.standard_normal((64, dimension))
    vectors = centres[random.integers(0, 64, count)] + 0.4 * random.standard_normal((count, dimension))
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


@pytest.fixture(params=[500, 3000])
def vectors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Vectors:
    """Few vectors, searched exactly, and many, quantised (by a bound made small)."""
    monkeypatch.setattr("index.dense.EXACT_UP_TO", 1000)
    return unit_vectors(request.param)


@pytest.fixture
def index(tmp_path: Path, vectors: Vectors) -> DenseIndex:
    """An index of them, opened from its file."""
    write(tmp_path / "vectors.faiss", vectors)
    return DenseIndex(tmp_path / "vectors.faiss")


def test_vectors_come_back(index: DenseIndex, vectors: Vectors) -> None:
    """Size and dimension are kept, and each vector to the precision of a byte a component."""
    assert (len(index), index.dimension) == vectors.shape
    rows = np.asarray([0, 5, len(vectors) - 1])
    np.testing.assert_allclose(index.vectors(rows), vectors[rows], atol=0.01)


def test_the_nearest_are_found_nearest_first(index: DenseIndex, vectors: Vectors) -> None:
    """At least nine of the true ten, and the vector itself first."""
    for row in range(0, len(vectors), len(vectors) // 20):
        rows, cosines = index.search(vectors[row], 10, None)
        truth = np.argsort(-(vectors @ vectors[row]))[:10]
        assert len(set(rows.tolist()) & set(truth.tolist())) >= 9
        assert list(cosines) == sorted(cosines, reverse=True)
        assert vectors[rows[0]] @ vectors[row] > 0.99


def test_a_restricted_search_finds_what_is_allowed_and_nothing_else(index: DenseIndex, vectors: Vectors) -> None:
    """However few are allowed and however far they lie."""
    allowed = np.zeros(len(vectors), np.bool_)
    allowed[[3, 40, 499]] = True
    rows, _ = index.search(vectors[0], 10, allowed)
    assert set(rows.tolist()) == {3, 40, 499}
    rows, _ = index.search(vectors[0], 10, np.zeros(len(vectors), np.bool_))
    assert len(rows) == 0


def test_more_than_there_are_is_no_error(index: DenseIndex, vectors: Vectors) -> None:
    """A limit beyond the size gives all, none twice."""
    rows, _ = index.search(vectors[0], 10_000, np.ones(len(vectors), np.bool_))
    assert len(set(rows.tolist())) == len(rows) <= len(vectors)
