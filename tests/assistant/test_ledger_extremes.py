"""What is asked of a ledger as a whole: the task with most units, the units that never lead, the last day of an
annex."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant
from assistant.questions.ledger_asked import ledger_asked

PLAN = """禾川市外贸提质行动方案

为推动外贸提质，制定本方案。

附件1
重点任务清单
序号\t任务\t责任单位\t完成时间
1\t培育跨境电商园区\t▲市商务局、市财政局、市税务局\t2026年6月
2\t拓展国际货运航线\t▲市交通运输局、市口岸办\t2026年9月
3\t建设外贸综合服务中心\t▲市商务局、市贸促会\t2026年3月

附件2
改革事项清单
序号\t事项\t责任单位\t完成时间
1\t推行退税无纸化\t▲市税务局、市商务局\t2025年12月
2\t简化展品通关\t▲禾川海关\t2026年12月
"""


@pytest.fixture(scope="module")
def assistant(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over({"hechuan-plan-2025.txt": PLAN})


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("哪项任务参与单位最多？", ("培育跨境电商园区", "2家参与单位"), ("拓展国际货运航线",)),
        ("哪项任务涉及的单位最多？", ("培育跨境电商园区", "3家单位"), ("简化展品通关",)),
        ("附件2里参与单位最多的任务是哪项？", ("推行退税无纸化",), ("培育跨境电商园区",)),
        ("Which task has the most participating units?", ("培育跨境电商园区",), ("拓展国际货运航线",)),
        ("从不牵头的单位有哪些？", ("市财政局", "市口岸办", "市贸促会", "共3家"), ("市税务局", "禾川海关")),
        ("哪些单位只参与不牵头？", ("市财政局", "市口岸办", "市贸促会"), ("市商务局",)),
        ("附件1里哪些单位没有牵头任务？", ("市税务局", "市财政局"), ("市交通运输局",)),
        ("Which units never lead?", ("市财政局", "3 units"), ("禾川海关",)),
        ("哪些单位只牵头不参与？", ("市交通运输局", "禾川海关", "共2家"), ("市税务局",)),
        ("附件1最晚到什么时候？", ("拓展国际货运航线", "2026年9月"), ("2026年12月",)),
        ("附件1和附件2最晚到什么时候？", ("简化展品通关", "2026年12月"), ("2026年9月",)),
        ("市商务局是否参与培育跨境电商园区？", ("市商务局",), ("没有写到",)),
        ("市口岸办有没有份参加培育跨境电商园区？", ("没有写到市口岸办",), ()),
    ],
)
def test_what_is_asked_of_all_rows(
    assistant: Assistant, question: str, told: tuple[str, ...], untold: tuple[str, ...]
) -> None:
    """All rows of the places that are named are looked at, and only these."""
    answer = assistant.answer(question).answer
    assert all(words in answer for words in told)
    assert not any(words in answer for words in untold)


@pytest.mark.parametrize(
    "question", ["哪个单位牵头的任务最多？", "哪些单位参与培育跨境电商园区？", "谁牵头简化展品通关？"]
)
def test_what_rows_say_one_by_one(question: str) -> None:
    """These are asked of units or of one task."""
    assert ledger_asked(question) is None


def test_a_topic_beside_the_paper_is_no_whole_ledger(assistant: Assistant) -> None:
    """Who only takes part in one task is not told by all of them."""
    answer = assistant.answer("《禾川市外贸提质行动方案》里哪些单位只参与拓展国际货运航线？").answer
    assert "市财政局" not in answer
