"""A task that shares little with a question answers nothing of it."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.assistant.conftest import Over


@pytest.mark.parametrize("question", ["地铁三号线什么时候通车？", "跨江缆车哪年开通？"])
def test_a_task_answers_only_with_half_of_the_topic(question: str, written: Assistant) -> None:
    """The plan opens (开通) freight lines; of an underground or a cable car it has no word, so that their opening is
    not told by that of the lines."""
    assert written.answer(question).status == "not_found"


def test_a_plan_with_one_task_is_led_by_who_does_it(over: Over) -> None:
    """Asked for by its title alone; of several tasks none is the plan's."""
    plan = over({"baomi.txt": "保密方案\n\n一、由市密码局牵头，2023年9月底前完成绝密工程。\n"})
    assert "市密码局" in plan.answer("保密方案由谁牵头？").answer
