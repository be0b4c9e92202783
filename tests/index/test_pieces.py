"""Which pieces of text stand in which texts."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.pieces import Groups, Pieces

ALPHABET = "综合试验区b2 1\U00020000\ud800"


@settings(deadline=None)
@given(
    texts=st.lists(st.text(f"{ALPHABET}\n是", max_size=12), max_size=6),
    pieces=st.lists(st.text(ALPHABET, min_size=1)),
)
def test_pieces_stand_where_they_are_written(texts: list[str], pieces: list[str]) -> None:
    """Pieces of every length, in no text or in several, with characters that nothing else has, never across texts."""
    looked_for = Pieces(pieces)
    standing = looked_for.standing(texts)
    assert standing.shape == (len(texts), len(set(pieces)))
    for piece, column in looked_for.column.items():
        assert standing[:, column].tolist() == [piece in text for text in texts]


@pytest.mark.parametrize(("groups", "counts"), [([], []), ([[0, 2], [1]], [2, 0]), ([[2, 2, 1]], [2])])
def test_a_group_counts_its_true_columns(groups: list[list[int]], counts: list[int]) -> None:
    """Each as often as the group has it."""
    assert Groups(groups).counts(np.asarray([[True, False, True]])).tolist() == [counts]
