"""What is asked of one task by words that stand in its time, by what it makes public, or by how long it takes."""

from __future__ import annotations

import pytest

from tests.assistant.conftest import Over

_PLAN = """榆溪县2025年夜间消费重点任务分解

榆溪县人民政府办公室

2025年3月12日

一、任务

1.更新供水管网22公里。责任单位：县水利局、县城投公司；分阶段时限：4月底前完成招标，6月底前开工，12月中旬前完工。

2.发布夜间消费地图。（县文旅局牵头，9月底前完成）

3.县市场监管局负责电梯监督检验，自受理之日起10个工作日内办结。

4.延长公交末班车时间。（县交通运输局，5月1日前）
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "供水管网什么时候招标、开工、完工，哪些单位负责？",
            ["4月底前完成招标，6月底前开工", "县水利局", "县城投公司"],
        ),
        ("夜间消费地图什么时候发布，哪个部门牵头？", ["9月底前", "县文旅局"]),
        ("电梯监督检验谁负责，要几天？", ["县市场监管局", "10个工作日内"]),
    ],
)
def test_all_that_is_asked_of_a_task_is_told(question: str, told: list[str], over: Over) -> None:
    """What is due when is found by the words of the time; what a task makes public is no paper; days are its time."""
    answer = over({"plan.txt": _PLAN}).answer(question)
    assert answer.status == "answered", answer.answer
    for words in told:
        assert words in answer.answer, answer.answer
    assert "3月12日" not in answer.answer


def test_a_paper_keeps_its_day_of_issue(over: Over) -> None:
    """The day of the paper is told where it is the paper that is asked about."""
    answer = over({"plan.txt": _PLAN}).answer("榆溪县夜间消费重点任务分解是什么时候发布的？")
    assert "2025年3月12日" in answer.answer


def test_one_character_in_common_is_no_task_of_a_unit(over: Over) -> None:
    """交 stands in 公交: the bus line is not told for what 各牵头单位 hand in."""
    answer = over({"plan.txt": _PLAN}).answer("各牵头单位什么时候要交实施方案？")
    assert "公交" not in answer.answer
