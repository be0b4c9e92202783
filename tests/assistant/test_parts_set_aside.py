"""A part that is set aside is no condition: 除了牵头的还参与了哪些 asks for what the unit takes part in."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.questions.parts_set_aside import without_contrast
from tests.assistant.conftest import Over

PLAN = """清泉市人民政府办公室关于印发清泉市水源保护实施方案的通知
清政办发〔2022〕6号
各县（市、区）人民政府：
现将《清泉市水源保护实施方案》印发给你们。
清泉市人民政府办公室
2022年3月1日
清泉市水源保护实施方案
一、重点任务
1.划定取水口保护范围，设立界桩。（牵头单位：市水利局；配合单位：市生态环境局、市财政局；完成时限：2022年6月底前）
2.关停入河排污口。（牵头单位：市生态环境局；配合单位：市水利局；完成时限：2022年9月底前）
3.建设备用水源工程，举办节水家庭评选，推广节水器具。（牵头单位：市水利局；配合单位：市财政局；完成时限：2023年12月底前）
4.筹措保护资金。（牵头单位：市财政局；配合单位：市水利局；完成时限：2022年12月底前）
"""


@pytest.fixture(scope="module")
def plan(over: Over) -> Assistant:
    """Four tasks of three bureaus."""
    return over({"water.txt": PLAN})


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("市水利局除了牵头的还参与了哪些？", ["2", "4"]),
        ("市水利局除牵头的任务以外，还配合哪些任务？", ["2", "4"]),
        ("市财政局除了配合之外有没有自己牵头的任务？", ["4"]),
        ("Apart from the tasks it leads, what does the 市水利局 take part in?", ["2", "4"]),
    ],
)
def test_what_is_set_aside_bounds_no_rows(question: str, numbers: list[str], plan: Assistant) -> None:
    """The other part does."""
    assert [task.number for task in plan.answer(question).tasks] == numbers


@pytest.mark.parametrize(
    "question", ["除了市水利局，备用水源工程还有谁参与", "除夕值班由谁牵头", "除了牵头单位，方案还写了什么", "谁牵头？"]
)
def test_a_unit_that_is_set_aside_or_nothing_at_all_stays_as_it_is(question: str) -> None:
    """Only a part is taken off, and only where another part is asked for."""
    assert without_contrast(question) == question


@pytest.mark.parametrize("question", ["把所有牵头单位列一下", "方案里一共有几家牵头单位？", "List all the lead units."])
def test_all_lead_units_are_listed_each_with_its_number_of_tasks(question: str, plan: Assistant) -> None:
    """Nothing is named but the rows; a task that is named is asked for its own units."""
    lines = plan.answer(question).answer.splitlines()
    assert "3" in lines[0]
    assert "水利局" in lines[1]
    assert len(lines) == 4


def test_the_lead_units_of_one_task_are_those_of_its_row(plan: Assistant) -> None:
    """关停入河排污口 is one task, however its units are asked for."""
    answer = plan.answer("关停入河排污口的牵头单位有哪些")
    assert [task.number for task in answer.tasks] == ["2"]


def test_an_item_by_its_number_alone_is_found_wherever_it_stands(plan: Assistant, bundled: Assistant) -> None:
    """One collection has a single item 3, the other three of them, each told with its place."""
    assert [task.number for task in plan.answer("第3项谁牵头").tasks] == ["3"]
    answer = bundled.answer("第3项什么时候完成")
    assert all(place in answer.answer for place in ("正文第3项", "附件1第3项", "附件2第3项"))


def test_rows_and_the_last_day_among_them_are_both_told(plan: Assistant) -> None:
    """最晚哪个月 is asked of the rows that stand before it, all of which stay."""
    answer = plan.answer("市水利局有几个活？最晚哪个月？")
    assert answer.total == 4
    assert "其中完成时间最晚的是第3项（2023年12月底前）" in answer.answer
    answer = plan.answer("市水利局牵头的任务有哪些，最早的是什么时候？")
    assert answer.total == 2
    assert "其中完成时间最早的是第1项（2022年6月底前）" in answer.answer


def test_another_part_of_a_long_task_is_no_second_place_of_what_is_asked(bundled: Assistant) -> None:
    """The row on selling medicines is linked with an item that names pet supplies, too, and says nothing of them."""
    assert len(bundled.answer("宠物用品由谁来做").tasks) == 1
    assert len(bundled.answer("药品跨境电商试点由谁牵头").tasks) == 2


def test_two_tasks_that_both_hold_all_of_the_topic_are_both_given(bundled: Assistant) -> None:
    """Meat is imported by one and its prices are published by the other: nobody is left out by a hair."""
    leads = {unit for task in bundled.answer("肉类进口谁管").tasks for unit in task.lead_units}
    assert {"市场发展委", "商务局"} <= leads
