"""What a paper sets out for its subject as a whole, and rows asked for once more within a list."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.assistant.conftest import Over

PLAN = """云岫市人民政府关于印发云岫市银发旅居试验区实施方案的通知

根据上级部署，为推进云岫市银发旅居试验区（以下简称试验区）建设，制定本方案。

一、总体要求
（一）基本原则。
坚持市场主导。发挥企业作用。坚持安全优先。守住底线。
（二）发展目标。
到2027年，建成旅居社区12个，接待旅居老人8万人次。
二、重点任务
1. 联动嘉陵宁州等客源城市，开通旅居专列，到2026年目标开行60列。（责任单位：▲市文旅局、云岫车站）
2. 建设康养驿站，2025年9月底前完成。（责任单位：▲市民政局、市卫健委）
3. 开展适老化改造，2025年12月底前完成。（责任单位：▲市住建局、市民政局）
4. 出台旅居服务标准，2025年9月底前完成。（责任单位：▲市市场监管局、市文旅局）
三、保障措施
（一）加强领导。成立工作专班。
（二）加强宣传。办好推介活动。
"""
OTHER = """云岫市冷链物流三年行动计划

一、工作目标
到2026年，冷库容量达到40万立方米。
二、行动任务
1. 建设冷链园，招引企业20家，2025年6月底前完成。（责任单位：▲市商务局）
"""


@pytest.fixture(scope="module")
def city(over: Over) -> Assistant:
    """Answers over a plan for a zone and another one of the same city."""
    return over({"zone.txt": PLAN, "cold.txt": OTHER})


@pytest.mark.parametrize(
    "question",
    [
        "试验区的目标是什么？",
        "银发旅居试验区定了什么目标",
        "银发旅居试验区的主要目标有哪些",
        "What are the goals of the 银发旅居试验区?",
    ],
)
def test_the_aims_of_a_subject_stand_under_the_heading_for_them(question: str, city: Assistant) -> None:
    """Not in the sentence of a task that has the word, and not in the other plan."""
    answer = city.answer(question)
    assert answer.status == "answered"
    assert "旅居社区12个" in answer.answer
    assert "60列" not in answer.answer
    assert "冷库" not in answer.answer


def test_each_plan_has_its_own_aims(city: Assistant) -> None:
    """The subject tells which paper is meant."""
    answer = city.answer("冷链物流的目标是什么").answer
    assert "40万立方米" in answer
    assert "旅居" not in answer


def test_principles_and_safeguards_have_headings_too(city: Assistant) -> None:
    """基本原则 is a heading by itself."""
    assert "坚持安全优先" in city.answer("试验区建设的基本原则是什么").answer
    assert "加强宣传" in city.answer("试验区的保障措施有哪些").answer


def test_the_aim_of_one_task_is_not_that_of_the_paper(city: Assistant) -> None:
    """More than the subject is named."""
    assert "旅居社区12个" not in city.answer("旅居专列的目标是什么").answer


@pytest.mark.parametrize("question", ["嘉陵宁州在哪个任务里提到", "嘉陵、宁州出现在哪项任务中？"])
def test_which_task_names_a_place(question: str, city: Assistant) -> None:
    """提到 asks for no speaker."""
    answer = city.answer(question)
    assert answer.status == "answered"
    assert [task.lead_units for task in answer.tasks] == [("市文旅局",)]


def test_rows_are_asked_for_once_more_within_a_list(city: Assistant) -> None:
    """Which of them are one unit's, and which is the last: the list stays whole."""
    answer = city.answer("试验区2025年到期的任务有几项，哪些是市民政局的").answer
    assert "共3项" in answer
    assert "其中共2项" in answer
    last = city.answer("银发旅居试验区方案里市民政局的任务有哪些，最晚哪个").answer
    assert "共2项" in last
    assert "其中" in last


def test_who_leads_most_on_a_list_of_matters(over: Over) -> None:
    """What kind of matters the list has may stand before 事项."""
    plan = """柳溪县开放清单

附件 争取事项清单

| 序号 | 争取事项 | 责任单位 | 完成时间 |
| --- | --- | --- | --- |
| 1 | 争取设立口岸 | ▲商务局、海关 | 2025年6月 |
| 2 | 争取开放试点 | ▲商务局 | 2025年7月 |
| 3 | 争取扩大航权 | ▲机场公司、商务局 | 2025年9月 |
"""
    answer = over({"list.md": plan}).answer("哪家单位牵头的争取事项最多").answer
    assert "最多的是商务局" in answer


def test_figures_of_grades_tell_how_many_grades_there_are(over: Over) -> None:
    """多少家，分几档 is told by a sentence with a number for each grade."""
    text = """柳溪县企业梯队办法

第一条 实施雏鹰培育计划，到2026年培育年产值10亿元以上企业3家、5亿元以上企业8家、1亿元以上企业30家。
"""
    answer = over({"ladder.txt": text}).answer("柳溪县雏鹰企业要培育多少家，分几档")
    assert answer.status == "answered"
    assert "30家" in answer.answer
