"""Tasks that go through several tables under one heading (表1, 表2, 表3), counted through all of them."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answers.enumeration_offers import Offer
from assistant.answers.enumerations import heading_words
from assistant.answers.outline_answers import Enumeration


def of_tables_together(meant: Offer, offers: Sequence[Offer]) -> Enumeration | None:
    """The rows of a table with those of the tables beside it under one heading that have the same columns to begin
    with: tasks that go through three tables are counted through all. None where the question writes out what the table
    is called, or it stands alone."""
    table = meant.series
    if meant.written or not table.items[0].beside:
        return None
    beside = {
        one.series.label_span: one.series
        for one in offers
        if one.series.document_id == table.document_id
        and one.series.section == table.section
        and one.series.items[0].beside
        and one.series.intro.split()[:2] == table.intro.split()[:2]
    }
    if len(beside) < 2 or table.section.heading is None:
        return None
    items = sorted((item for one in beside.values() for item in one.items), key=lambda item: item.span.start)
    share = min(1.0, meant.share)
    return Enumeration(
        table.document_id, table.section, tuple(items), share, heading_words(table.section), table.section.heading
    )
