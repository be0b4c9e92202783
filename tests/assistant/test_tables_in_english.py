"""Rows that an English question bounds, calls by a level or sets side by side; numbers of what English counts without a
classifier."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant
from assistant.comparing import compared_parts
from assistant.language.english_counts import number_of_counted
from assistant.questions.levels import levels_written
from assistant.questions.question import Question

CIRCULAR = """# 汐原市2025年第一季度政务热线办理情况通报

汐政热办〔2025〕3号

各区人民政府、市政府各部门：现将有关情况通报如下。全市承接工单18000件，举办接线开放日4场，专题培训12场。

## 一、部门排名

| 位次 | 单位 | 工单量（件） | 解决率（%） | 奖励（万元） |
| --- | --- | --- | --- | --- |
| 1 | 市城市管理局 | 4200 | 92.5 | 250 |
| 2 | 市住房城乡建设局 | 3100 | 88.1 | 120 |
| 3 | 市教育局 | 900 | 85.4 | 60 |

## 二、分级响应

| 级别 | 启动条件 | 决定机关 | 巡查频次 |
| --- | --- | --- | --- |
| Ⅱ级 | 停水3万户以上 | 市政府 | 每日3次 |
| Ⅲ级 | 停水5000户以上 | 市水务局 | 每日1次 |
"""


@pytest.fixture(scope="module")
def circular(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over({"circular.md": CIRCULAR})


@pytest.mark.parametrize(
    ("question", "given", "not_given"),
    [
        ("Which units in Xiyuan got a reward of more than 1 million yuan?", ["250", "120"], ["60万"]),
        ("汐原哪些单位奖励超过0.02亿元？", ["250"], ["120", "60万"]),
        ("Which units in Xiyuan have a resolution rate no lower than 88 percent?", ["92.5", "88.1"], ["85.4"]),
        ("List the bureaus in Xiyuan with more than 3,000 work orders.", ["4200", "3100"], ["900件"]),
        (
            "What were the resolution rates of the Housing and Construction Bureau and the Urban Management Bureau"
            " of Xiyuan in the first quarter?",
            ["88.1", "92.5"],
            ["85.4"],
        ),
        ("Who decides on a Level II response in Xiyuan?", ["市政府"], ["市水务局"]),
        (
            "How often are there patrols under a Level II response compared with a Level III response in Xiyuan?",
            ["每日3次", "每日1次"],
            [],
        ),
    ],
)
def test_rows_are_found_in_english(question: str, given: list[str], not_given: list[str], circular: Assistant) -> None:
    """As they are in Chinese, whatever the unit of the bound and whatever else "and" joins in the question."""
    answer = circular.answer(question)
    assert answer.status == "answered"
    assert [words for words in given if words not in answer.answer] == []
    assert [words for words in not_given if words in answer.answer] == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a Level I response compared with a Level III response", "a Ⅰ级 response compared with a Ⅲ级 response"),
        ("levels II and IV", "Ⅱ级 and Ⅳ级"),
        ("level 2 alerts", "二级 alerts"),
        ("class III medical devices", "三类 medical devices"),
        ("category 1 firms, category 2 firms", "一类 firms, 二类 firms"),
        ("At what level I should apply", "At what level I should apply"),
        ("level 10 winds, level 1.5, a level 3% lower", "level 10 winds, level 1.5, a level 3% lower"),
    ],
)
def test_levels_are_written_as_documents_do(text: str, written: str) -> None:
    """A number after a level is no other number, and I after one is not somebody."""
    assert levels_written(text) == written


def test_and_inside_the_name_of_a_unit_joins_nothing(
    reads: Callable[[str], Question],
) -> None:
    """Several figures asked of two names are asked of each; where both are is said of both."""
    parts = compared_parts(reads("What are the budgets of Aville and Bville?"))
    assert [one.thing for one in parts] == ["Aville", "Bville"]
    parts = compared_parts(reads("How do the fees for cars differ from those for lorries in Huaxi?"))
    assert all("Huaxi" in one.question for one in parts)
    assert not compared_parts(reads("What are the aims of the plan and the notice?"))


def test_what_english_counts_has_its_number_beside_it() -> None:
    """Before or after the noun, with a classifier; a number of something else, or far away, is none of it."""
    pattern = number_of_counted("How many training sessions did the office hold?")
    assert pattern is not None
    assert all(pattern.search(text) for text in ("专题培训12场", "12场专题培训"))
    assert not any(pattern.search(text) for text in ("培训经费12万元", "培训人员，发放手册12份"))
    assert number_of_counted("When was the training held?") is None
    assert number_of_counted("What did it cost, and how many training sessions were held?") is None
