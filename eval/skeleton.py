"""A first gold set over a user's own documents: candidate questions from what was read of them, for a person to review.

Every case is marked `"unreviewed": true`. Its gold is what the product itself understood, so scoring against it says
nothing until somebody has held each case against the document, put the question into their own words, corrected the
gold, and removed the mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, zip_longest

from corpus.types import Span, TaskRecord
from eval.cases import Case, CaseType, Evidence

TASK_CHARACTERS = 40
"""How much of a task's words a candidate question repeats; a reviewer rewords it anyway."""

LIST_RECORDS = range(2, 16)
"""A unit with so many led tasks in one document makes a list that a person can still check."""


def candidates(records: Sequence[TaskRecord], texts: Mapping[str, str], limit: int) -> tuple[Case, ...]:
    """At most `limit` cases, spread evenly over documents and over who, when and list questions.

    `texts` are the canonical texts by document id.
    """
    kinds: list[list[Case]] = []
    for document_id in sorted({record.document_id for record in records}):
        members = [record for record in records if record.document_id == document_id]
        text = texts[document_id]
        kinds += [
            [_who(record, text) for record in members if record.lead_units and record.lead_basis != "sole"],
            [_when(record, text) for record in members if record.deadline and record.deadline.end],
            list(_lists(members, text)),
        ]
    taken = [case for case in chain.from_iterable(zip_longest(*kinds)) if case is not None]
    return tuple(sorted(taken[:limit], key=lambda case: case.id))


def _who(record: TaskRecord, text: str) -> Case:
    return _candidate(
        record.id,
        "who",
        f"“{_topic(record)}”由谁牵头？",
        ((unit,) for unit in record.lead_units),
        (_evidence(record, text),),
    )


def _when(record: TaskRecord, text: str) -> Case:
    assert record.deadline is not None
    return _candidate(
        record.id,
        "when",
        f"“{_topic(record)}”什么时候完成？",
        ((record.deadline.text,),),
        (_evidence(record, text),),
    )


def _lists(records: Sequence[TaskRecord], text: str) -> Iterable[Case]:
    for unit in dict.fromkeys(unit for record in records for unit in record.lead_units):
        led = [record for record in records if unit in record.lead_units]
        if len(led) in LIST_RECORDS:
            yield _candidate(
                f"{led[0].id}-{unit}",
                "list",
                f"{unit}牵头的任务有哪些？",
                ((_topic(record),) for record in led),
                tuple(_evidence(record, text) for record in led),
            )


def _candidate(
    name: str, kind: CaseType, question: str, must: Iterable[tuple[str, ...]], evidence: tuple[Evidence, ...]
) -> Case:
    return Case(
        f"{kind}-{name}", kind, "zh", (question,), "answered", tuple(dict.fromkeys(must)), (), evidence, unreviewed=True
    )


def _topic(record: TaskRecord) -> str:
    words = record.task.split("。")[0].strip("，；：、 ")
    return words[:TASK_CHARACTERS]


def _evidence(record: TaskRecord, text: str) -> Evidence:
    """The statement, or the task alone where a statement is not marked off."""
    spans: tuple[Span, ...] = record.spans.get("statement") or record.spans["task"]
    return Evidence(record.document_id, text[spans[0].start : spans[-1].end].strip())
