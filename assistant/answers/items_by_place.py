"""The one item of a list that a question asks for by its place (申报条件的第三条), from the answer that lists all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers.outline_parts import content_in_full
from assistant.questions.ordinal_asked import OrdinalAsked
from assistant.questions.question import Question
from assistant.wording.findings import Draft, Statement
from index.library import Library

_NUMBERED = re.compile(r"(?P<number>\d{1,3})\. ")

_ROW = re.compile("（[^（）]{1,20}：.+）$")
"""What stands beside the name of a row, by columns."""


def item_at(asked: OrdinalAsked, whole: Draft, question: Question, library: Library) -> Draft | None:
    """The item with what announces the list, of a heading what stands under it; all items where they are asked for,
    too; or that the list has no such item. None where `whole` is no list whose items are numbered one after the
    other."""
    items = _items(whole.statements)
    if whole.status != "answered" or whole.tasks or len(items) < 2:
        return None
    at = asked.place - 1 if asked.place > 0 else len(items) + asked.place
    opening = whole.statements[0]
    if not 0 <= at < len(items):
        none = (
            f"\n其中没有第{abs(asked.place)}项。"
            if question.language == "zh"
            else f"\nThere is no item {abs(asked.place)}."
        )
        return replace(whole, status="not_found", statements=(opening, *items, Statement(none)))
    if asked.fields and not _ROW.search(items[at].text):
        return None
    if asked.listed:
        return whole
    return _under_heading(items[at], question, library) or replace(whole, statements=(opening, items[at]))


def _under_heading(item: Statement, question: Question, library: Library) -> Draft | None:
    """The section that an item is the heading of, in full; None where it is none."""
    if not item.evidence or _ROW.search(item.text):
        return None
    name, span = item.evidence[0].document_id, item.evidence[0].span
    headed = (one for one in library.sections(name) if one.heading is not None and one.heading.start <= span.start)
    section = next((one for one in headed if one.heading is not None and span.end <= one.heading.end), None)
    return content_in_full(question, section, library.document(name)) if section else None


def _items(statements: Sequence[Statement]) -> list[Statement]:
    """The items after what announces them, if nothing else stands there and their numbers run from 1."""
    found = [_NUMBERED.match(one.text.lstrip("\n")) for one in statements[1:]]
    numbers = [int(one["number"]) for one in found if one is not None]
    whole = len(numbers) == len(found) and numbers == list(range(1, len(numbers) + 1))
    return list(statements[1:]) if whole else []
