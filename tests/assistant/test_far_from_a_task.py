"""A task that shares little with a question answers nothing of it."""

from __future__ import annotations

import pytest

from assistant import Assistant


@pytest.mark.parametrize("question", ["地铁三号线什么时候通车？", "跨江缆车哪年开通？"])
def test_a_task_answers_only_with_half_of_the_topic(question: str, written: Assistant) -> None:
    """The plan opens (开通) freight lines; of an underground or a cable car it has no word, so that their opening is
    not told by that of the lines."""
    assert written.answer(question).status == "not_found"
