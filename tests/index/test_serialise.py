"""Whatever a value of the corpus holds, the database gives it back equal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.types import Document, Passage, Section, Span, Table, TaskRecord
from index.serialise import from_json, to_json

spans = st.tuples(st.integers(0, 10**6), st.integers(0, 10**4)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
# Every text that UTF-8 can hold: line breaks, quotes, control characters, characters beyond the first plane.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
st.register_type_strategy(Span, spans)
st.register_type_strategy(str, texts)
# No quantity is infinite.
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(Mapping, lambda kind: st.dictionaries(*map(st.from_type, get_args(kind)), max_size=3))


@pytest.mark.parametrize("kind", [Document, Section, Table, Passage, TaskRecord])
def test_values_come_back_equal(kind: Any) -> None:
    """Round trip of every type that is stored, with every field filled in at random."""

    @settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    @given(st.from_type(kind))
    def round_trip(value: Any) -> None:
        assert from_json(kind, to_json(kind, value)) == value

    round_trip()


def test_text_that_is_no_value_is_refused() -> None:
    """A row that something else wrote does not become a half-filled value."""
    with pytest.raises(ValueError, match="document_id"):
        from_json(Passage, '{"id": "a"}')
