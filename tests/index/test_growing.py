"""Tables that grow by rows."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.growing import Growing


@given(st.lists(st.integers(0, 9), max_size=20))
def test_all_rows_are_there_in_the_order_in_which_they_were_added(sizes: list[int]) -> None:
    """However many are added at a time, none among them."""
    table = Growing(np.zeros((0, 2), np.float32))
    added = [np.full((size, 2), number, np.float32) for number, size in enumerate(sizes)]
    for rows in added:
        table.add(rows)
    assert len(table) == sum(sizes) == len(table.rows)
    assert np.array_equal(table.rows, np.concatenate([np.zeros((0, 2), np.float32), *added]))
