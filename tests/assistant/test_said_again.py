"""The answer before once more, in the same or in the other language; what a turn names, asked by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant
from assistant.matching.jurisdictions import of_another_locality
from assistant.questions.said_again import asks_again, language_wanted
from assistant.types import Turn

PLAN = """临港市海外仓建设方案

临政办发〔2031〕12号

一、建设公共海外仓。2031年建成公共海外仓20个。（责任单位：▲市商务局、临港海关）
二、做大中亚班列。梳理沿线国家主要商品，2032年在枢纽国家设立海外集货仓45个以上，回程比率达30%以上。（责任单位：▲陆港集团、市商务局）
三、争取设立保税展示中心。（责任单位：▲商城集团）

临港市人民政府办公室
2031年2月1日
"""


@pytest.fixture(scope="module")
def assistant(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    """Over one plan."""
    return over({"plan": PLAN})


def told(assistant: Assistant, *questions: str) -> list[str]:
    """The answers to the turns of one conversation."""
    turns: list[Turn] = []
    for question in questions:
        turns.append(Turn(question, assistant.answer(question, turns=turns)))
    return [turn.answer.answer for turn in turns]


@pytest.mark.parametrize(
    "again", ["用英文再说一遍", "in English please", "Can you say that again in English?", "英文呢"]
)
def test_the_answer_is_given_again_in_english(assistant: Assistant, again: str) -> None:
    """With the same lead unit, in the other language."""
    first, second = told(assistant, "2031年公共海外仓谁牵头？", again)
    assert "市商务局" in first
    assert "lead" in second
    assert "商务局" in second


def test_the_answer_is_given_again_in_chinese_and_talk_goes_on(assistant: Assistant) -> None:
    """What was said again is no turn of its own: the next one goes on from the question."""
    english = assistant.answer("Who leads the public overseas warehouses?").answer
    first, again, after = told(
        assistant, "Who leads the public overseas warehouses?", "用中文再说一遍", "参与单位是谁？"
    )
    assert first == english
    assert "牵头" in again
    assert "临港海关" in after


@pytest.mark.parametrize("text", ["再说一遍", "没听清", "say that again", "what did you say?"])
def test_once_more_is_the_same(assistant: Assistant, text: str) -> None:
    """Word for word."""
    first, second = told(assistant, "陆港集团牵头哪些任务？", text)
    assert first == second


def test_nothing_can_be_said_again_where_nothing_was(assistant: Assistant) -> None:
    """Alone it is talk, and no document answers it."""
    assert assistant.answer("用中文再说一遍").status == "not_found"


@pytest.mark.parametrize(
    "text",
    ["用英文填写的申请表交给谁", "英文版材料要不要公证", "which courses are taught in English?", "再建一次要多少钱"],
)
def test_questions_are_not_taken_for_that(text: str) -> None:
    """A language that a paper speaks of is something asked."""
    assert not asks_again(text)
    assert language_wanted(text) is None


def test_what_a_turn_names_is_not_told_the_figure_of_another(assistant: Assistant) -> None:
    """45 or nothing, and not the 20 of what was spoken of."""
    _, second = told(assistant, "公共海外仓2031年建成多少个？", "海外集货仓呢？")
    assert "20个" not in second


def test_the_figure_of_another_city_is_not_told(over: Callable[[Mapping[str, str]], Assistant]) -> None:
    """The talk is of one city, whose report does not state it; a turn that names the other city is told."""
    report = "{city}市2031年政府工作报告\n\n去年，{told}。\n\n{city}市人民政府\n2031年1月18日\n"
    first = report.format(city="青岛", told="全市地区生产总值增长6.1%，完成2100亿元。新增就业9万人")
    other = report.format(city="嘉兴", told="全市社会消费品零售总额增长7.5%，完成860亿元。新增就业5万人")
    reports = over({"qd": first, "jx": other})
    of_one, not_of_other = told(reports, "青岛市去年地区生产总值是多少？", "全市社会消费品零售总额呢？")
    assert "2100亿元" in of_one
    assert "860亿元" not in not_of_other
    assert of_another_locality("社会消费品零售总额呢", {"qd"}, {"jx"}, reports._library)
    assert not of_another_locality("嘉兴的社会消费品零售总额呢", {"qd"}, {"jx"}, reports._library)
    assert not of_another_locality("社会消费品零售总额呢", {"qd"}, {"qd"}, reports._library)
    assert "860亿元" in told(reports, "青岛市去年地区生产总值是多少？", "嘉兴市社会消费品零售总额呢？")[1]
