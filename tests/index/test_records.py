"""Where the records of a unit, a time or a document stand."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from corpus.types import Deadline, Span, TaskRecord
from index.records import Records

DAYS = st.none() | st.dates(date(2021, 1, 1), date(2021, 1, 9))
UNITS = ("商务局", "财政局", "海关")


@st.composite
def ledgers(draw: st.DrawFn) -> Records:
    """Records of a few documents, some with units, some with a date."""
    drawn = draw(st.lists(st.tuples(st.integers(0, 2), st.lists(st.sampled_from(UNITS), max_size=2), DAYS), max_size=9))
    return Records(
        tuple(
            TaskRecord(
                id=f"{document}#{at}",
                document_id=str(document),
                section=("临海",) if at % 3 == 0 else ("附件", "任务"),
                number=None,
                task=("海港", "港口", "临港临海")[at % 3],
                lead_units=tuple(units[:1]),
                participating_units=tuple(units[1:]),
                lead_basis="marked" if units else None,
                deadline=Deadline("月底", None, day, Span(0, 2)) if day else None,
                targets=(),
                spans={},
            )
            for at, (document, units, day) in enumerate(sorted(drawn, key=lambda one: one[0]))
        )
    )


@given(ledgers(), st.lists(st.sampled_from((*UNITS, "税务局"))), DAYS, DAYS)
def test_they_are_found_as_by_looking_at_every_one(
    records: Records, units: list[str], first: date | None, last: date | None
) -> None:
    """In their order; bounds count, and an open side leaves out only what has no date."""
    assert records.naming(units) == tuple(one for one in records.every if set(one.units) & set(units))
    assert records.due(first, last) == tuple(
        one
        for one in records.every
        if one.deadline
        and one.deadline.end
        and (not first or first <= one.deadline.end)
        and (not last or one.deadline.end <= last)
    )
    for words in ("海", "临海", "港\n临", "任务"):
        assert records.saying(words) == tuple(
            one for one in records.every if words in "\n".join((one.task, *one.section))
        )
    assert set(records.units) == {unit for one in records.every for unit in one.units}
    assert [one for name in sorted(records.by_document) for one in records.by_document[name]] == list(records.every)
    assert list(records.by_id.values()) == list(records.every)
