"""A unit of one city is not that of another, whatever papers the collection holds beside."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant


def plan(city: str, tasks: list[str]) -> str:
    """A plan of a city with a task a line."""
    lines = "\n".join(f"{number}．{task}" for number, task in enumerate(tasks, start=1))
    head = f"{city}人民政府关于印发{city}数字化实施方案的通知\n各县区人民政府：\n二、主要任务\n"
    return f"{head}{lines}\n{city}人民政府\n2024年4月18日\n"


@pytest.fixture(scope="module")
def two_cities(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    ours = [
        "培训数字工匠1200人。（牵头单位：市人力资源和社会保障局；配合单位：市教育局；完成时限：2025年底前）",
        "开展网络攻防演练。（牵头单位：市委网信办；配合单位：市公安局；完成时限：2025年6月底前）",
    ]
    theirs = [
        "引进高层次人才50名。（牵头单位：市人力资源和社会保障局；配合单位：市科技局；完成时限：2024年底前）",
        "上线数据专区。（牵头单位：市大数据发展管理局；配合单位：市财政局；完成时限：2024年9月底前）",
    ]
    return over({"ours.txt": plan("柘溪市", ours), "theirs.txt": plan("蓼城市", theirs)})


@pytest.mark.parametrize(
    ("question", "tasks"),
    [
        ("柘溪市人社局牵头的任务有几项？", ["培训数字工匠"]),
        ("蓼城市人社局牵头的任务有几项？", ["引进高层次人才"]),
        ("柘溪网信办要干啥", ["网络攻防演练"]),
        ("人社局牵头的任务有哪些？", ["培训数字工匠", "引进高层次人才"]),
    ],
)
def test_the_tasks_of_a_unit_are_those_of_its_place(question: str, tasks: list[str], two_cities: Assistant) -> None:
    """市人社局 stands in both plans; the place before its name in the question tells which is meant."""
    answer = two_cities.answer(question)
    assert answer.total == len(tasks)
    assert all(any(task in record.task for record in answer.tasks) for task in tasks)


def test_a_unit_that_a_place_has_no_task_for_is_said_to_have_none(two_cities: Assistant) -> None:
    """What the plan says of other things is no answer, nor is the other city's task."""
    answer = two_cities.answer("柘溪大数据局负责什么")
    assert answer.status == "not_found"
    assert "数据专区" not in answer.answer


def test_the_mark_of_a_footnote_is_no_citation(over: Callable[[Mapping[str, str]], Assistant]) -> None:
    """地区生产总值[2]1862.4亿元 is given without the mark; a figure per head is not that of all."""
    text = (
        "柘溪市2024年国民经济和社会发展统计公报[1]\n柘溪市统计局\n2025年3月21日\n一、综合\n"
        "全年全市实现地区生产总值[2]1862.4亿元，比上年增长5.6%。全年人均地区生产总值59464元，比上年增长6.0%。\n"
    )
    answer = over({"communique.txt": text}).answer("柘溪2024年GDP是多少")
    assert "地区生产总值1862.4亿元" in answer.answer
    assert "59464" not in answer.answer


def test_what_somebody_says_of_a_thing_is_no_question_for_its_tasks(
    over: Callable[[Mapping[str, str]], Assistant],
) -> None:
    """国办说的“…” names a body and a thing that a title holds; it asks what the thing is."""
    text = (
        "国务院办公厅关于推进政务新媒体健康有序发展的意见\n各省、自治区、直辖市人民政府：\n一、总体要求\n"
        "本意见所称政务新媒体，是指各级行政机关在微博、微信等平台上开设的政务账号。\n国务院办公厅\n2018年12月7日\n"
    )
    answer = over({"opinion.txt": text}).answer("国办说的“政务新媒体”包括什么？")
    assert answer.status == "answered"
    assert "微博" in answer.answer
