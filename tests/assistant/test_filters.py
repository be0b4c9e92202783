"""A caller's filters bound everything that an answer may rest on."""

from __future__ import annotations

from datetime import date

import pytest

from assistant import Assistant
from assistant.types import Answer
from index.types import Filters

PLAN, NOTICE = "linxi-air-hub-plan", "linxi-winter-supply-notice"


def documents_of(answer: Answer) -> set[str]:
    return {citation.document_id for citation in answer.citations} | {task.document_id for task in answer.tasks}


@pytest.mark.parametrize(
    ("filters", "allowed"),
    [
        (Filters(document_ids=frozenset({NOTICE})), NOTICE),
        (Filters(issuers=frozenset({"临溪市商务局"})), NOTICE),
        (Filters(issued_to=date(2023, 12, 31)), NOTICE),
        (Filters(issued_from=date(2024, 3, 1), issued_to=date(2024, 3, 31)), PLAN),
    ],
)
def test_lists_hold_only_what_is_inside_the_filters(filters: Filters, allowed: str, written: Assistant) -> None:
    """By document, issuer and date of issue; the total is that of the filtered documents."""
    question = "2024年12月底前完成的任务有哪些？"
    everything, inside = written.answer(question), written.answer(question, filters=filters)
    assert inside.status == "answered"
    assert documents_of(inside) == {allowed}
    assert {task.id for task in inside.tasks} == {task.id for task in everything.tasks if task.document_id == allowed}
    assert inside.total == len(inside.tasks)


@pytest.mark.parametrize(
    "question",
    [
        "第五航权由谁牵头，什么时候完成？",
        "到2026年枢纽年货邮吞吐量达到多少？",
        "机场集团牵头的任务有哪些？",
        "附件1有几项？",
    ],
)
def test_what_stands_outside_the_filters_is_not_found(question: str, written: Assistant) -> None:
    """Neither a record nor a sentence of another document slips in."""
    answer = written.answer(question, filters=Filters(document_ids=frozenset({NOTICE})))
    assert documents_of(answer) <= {NOTICE}
    assert "口岸办" not in answer.answer
    assert "30万吨" not in answer.answer


def test_filters_that_hold_nothing_find_nothing(written: Assistant) -> None:
    """An unknown document is an empty collection, not an error and not "no filter"."""
    for filters in (Filters(document_ids=frozenset({"no-such"})), Filters(issued_from=date(2030, 1, 1))):
        for question in ("第五航权由谁牵头？", "机场集团牵头的任务有哪些？", "什么是冷链食品？"):
            assert written.answer(question, filters=filters).status == "not_found"
