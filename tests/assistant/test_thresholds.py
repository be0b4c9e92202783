"""Between answering and abstaining: how sure an answer is, and what a threshold decides."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.matching.thresholds import MEASURED, Thresholds
from assistant.types import answer_json
from index.library import Library


@pytest.mark.parametrize(
    ("question", "threshold"),
    [("第五航权由谁牵头？", "record"), ("园区规划面积是多少？", "stated"), ("什么是冷链食品？", "stated")],
)
def test_an_answer_is_given_exactly_from_its_confidence_on(
    question: str, threshold: str, written_library: Library, written: Assistant
) -> None:
    """With the thresholds at its confidence the answer is the same; above it nothing is answered."""
    answer = written.answer(question, conversation_id="c")
    assert 0 < answer.confidence <= 1
    assert answer.confidence >= getattr(MEASURED, threshold)
    # The confidence is rounded, and some answers rest on everything that was asked.
    at, above = max(0.0, answer.confidence - 1e-3), answer.confidence + 0.3

    def asked(least: float) -> Assistant:
        return Assistant(written_library, thresholds=Thresholds(record=least, listed=least, stated=least))

    same = asked(at).answer(question, conversation_id="c")
    assert {**answer_json(same), "timings_ms": None} == {**answer_json(answer), "timings_ms": None}
    assert asked(above).answer(question).status == "not_found"


def test_a_list_is_as_sure_as_its_least_row(written_library: Library) -> None:
    """A lower threshold for lists lets less fitting rows in, and the answer says that it is less sure."""
    question = "和货运有关的任务有哪些？"
    strict, lax = (
        Assistant(written_library, thresholds=Thresholds(listed=least)).answer(question) for least in (0.9, 0.2)
    )
    assert strict.total
    assert lax.total
    assert strict.total < lax.total
    assert 0.2 <= lax.confidence < 0.9 <= strict.confidence


def test_what_is_pointed_at_is_sure_and_what_is_not_found_is_not(written: Assistant) -> None:
    """An item by its number rests on no likeness; a refusal covers nothing."""
    assert written.answer("附件1第2项由谁负责？").confidence == 1
    assert written.answer("量子计算机由谁采购？").confidence == 0
    assert written.answer("你好").confidence == 0
    assert written.answer("机场集团牵头的任务有哪些？").confidence == 1
