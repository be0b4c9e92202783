"""How many units rows are to have, and which row has most of them."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.questions.unit_counts import UnitCount, unit_count
from tests.assistant.conftest import Converse, Over

LEDGER = """汀洲市口岸服务改进任务清单

序号	任务	责任单位	完成时间
1	推行船舶预约进港	▲市港口局、▲市海事局、▲市口岸办、市交通局	2026年3月
2	公布口岸收费目录	▲市口岸办、市发展改革委、市财政局、市市场监管局、市商务局、市港口局	2026年4月
3	建设冷藏箱堆场	▲市港投集团、▲市港口局	2026年9月
4	开通夜间查验	市海关	2026年5月
"""


@pytest.fixture(scope="module")
def tingzhou(over: Over) -> Assistant:
    """Answers over the ledger above."""
    return over({"tingzhou-port.txt": LEDGER})


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("参与单位超过5家的有哪些", UnitCount("part", 6, None)),
        ("责任单位不少于4家的有几项", UnitCount("any", 4, None)),
        ("哪些任务由三家以上单位牵头", UnitCount("lead", 3, None)),
        ("涉及7个以上部门的任务", UnitCount("any", 7, None)),
        ("牵头单位不到3家的", UnitCount("lead", 1, 2)),
        ("参与单位有三家的任务", UnitCount("part", 3, 3)),
        ("方案里牵头单位有两家的", UnitCount("lead", 2, 2)),
        ("牵头单位有两家并列的是哪几条", UnitCount("lead", 2, 2)),
        ("三个单位共同牵头的任务有吗", UnitCount("lead", 3, 3)),
        ("参与单位不止一家的", UnitCount("part", 2, None)),
        ("Which tasks have two lead units?", UnitCount("lead", 2, 2)),
        ("tasks led by two departments", UnitCount("lead", 2, 2)),
        ("tasks with more than four units", UnitCount("any", 5, None)),
        ("items that have three or more lead units", UnitCount("lead", 3, None)),
        ("tasks with at most two participating departments", UnitCount("part", 1, 2)),
    ],
)
def test_bounds(text: str, bound: UnitCount) -> None:
    """A bound counts itself in 以上, and not in 超过; whose number it is, is told by the words around it."""
    found = unit_count(text)
    assert found is not None
    assert found[0] == bound


@pytest.mark.parametrize("text", ["支持5家以上企业的政策", "由几家单位牵头", "是哪两家牵头", "培育10家以上企业的任务"])
def test_other_numbers_are_none_of_units(text: str) -> None:
    """Companies that are aimed at are no units, and who asks for a number gives none."""
    assert unit_count(text) is None


@pytest.mark.parametrize(
    ("question", "words", "others"),
    [
        ("参与单位超过4家的有哪些？", ["共1项", "收费目录"], ["堆场", "夜间"]),
        ("三家以上牵头的任务有哪些？", ["共1项", "预约进港", "牵头单位不少于3家"], ["堆场", "夜间"]),
        ("Which tasks have more than three units?", ["预约进港", "收费目录"], ["堆场", "夜间"]),
        ("牵头单位最多的是哪一项？", ["预约进港", "3家牵头单位"], ["收费目录"]),
        ("汀洲清单里牵头单位有两家的是哪几项？", ["共1项", "堆场"], ["预约", "收费", "夜间"]),
        ("由两家以上单位并列牵头的有几项？", ["共2项", "预约进港", "堆场"], ["收费", "夜间"]),
        ("牵头单位不止一家的任务有哪些？", ["共2项", "预约进港", "堆场"], ["收费", "夜间"]),
        ("各单位牵头任务数排个名", ["市口岸办：牵头2项", "市港口局：牵头2项"], ["堆场"]),
        ("把任务按牵头单位分组", ["市口岸办：牵头2项", "市海关"], ["堆场"]),
        ("每个部门的任务数量排序", ["市口岸办", "市海关"], ["堆场"]),
        ("口岸服务改进任务清单里牵头单位有哪些", ["市口岸办：牵头2项", "市港口局：牵头2项"], ["堆场"]),
        ("哪些单位带▲？", ["市口岸办：牵头2项", "市港口局：牵头2项"], ["堆场"]),
        ("带▲的单位有哪些？", ["市口岸办：牵头2项", "市港口局：牵头2项"], ["堆场"]),
        ("冷藏箱堆场的责任单位有几家？", ["2家", "市港投集团"], ["预约"]),
    ],
)
def test_rows_by_their_units(question: str, words: list[str], others: list[str], tingzhou: Assistant) -> None:
    """The rows that have so many units, and no other."""
    answer = tingzhou.answer(question)
    assert answer.status == "answered", answer.answer
    assert all(word in answer.answer for word in words), answer.answer
    assert not any(word in answer.answer for word in others), answer.answer


def test_of_two_places_of_a_thing_the_one_that_states_all_comes_first(over: Over) -> None:
    """Who asks when and how many is told by the task that says both, and then where else it stands."""
    plan = (
        "汀浦市中欧班列行动方案\n\n"
        "1.做大回程班列，到2027年在枢纽城市设立集货点80个以上。（责任单位：▲市口岸办、市商务局）\n"
        "2.在枢纽城市设立若干集货点，解决短驳运输问题。（责任单位：▲市港投集团；完成时间：2026年6月）\n"
    )
    answer = over({"tingpu-rail.txt": plan}).answer("集货点要在什么时候设立多少个？")
    assert answer.status == "answered", answer.answer
    assert answer.answer.index("80个以上") < answer.answer.index("2026年6月"), answer.answer


@pytest.mark.parametrize(
    ("turns", "standalone"),
    [
        (["夜间查验由谁负责？", "哪些任务是两家以上牵头的？"], "哪些任务是两家以上牵头的？"),
        (["夜间查验由谁负责？", "三家以上牵头的任务有哪些？"], "三家以上牵头的任务有哪些？"),
        (
            ["三家以上牵头的任务有哪些？", "Which tasks have more than four units?"],
            "Which tasks have more than four units?",
        ),
    ],
)
def test_tasks_of_a_kind_are_asked_for_anew(
    turns: list[str], standalone: str, tingzhou: Assistant, converse: Converse
) -> None:
    """One task has no tasks that several lead, and a row cannot meet two bounds that exclude each other."""
    assert converse(tingzhou, turns)[-1].standalone_question == standalone
