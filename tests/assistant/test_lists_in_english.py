"""Lists that are asked for in English: of which place, and of how many things."""

from __future__ import annotations

from datetime import date

import pytest

from assistant import Assistant
from tests.assistant.conftest import Over

_PLAN = """洛阳市推进低空物流实施方案

一、总体要求
坚持安全有序。

二、主要创新举措
（一）监管方式创新。建立一体化监管平台，实行一次申报。
（二）金融服务创新。鼓励银行开发航空物流贷款。
（三）统计方法创新。探索以样本企业推算总体。

三、重点平台
（一）打造飞行服务平台。提供航线查询。
（二）建设货运交易平台。撮合供需。
（三）搭建信用评价平台。每年公布名单。

四、重点任务
1. 建设低空物流园区。（责任单位：市商务局、市自然资源局）
2. 培育低空物流企业。（责任单位：市商务局、市财政局）
"""
_ELSEWHERE = """扬州市支持低空物流若干措施

一、支持低空物流航线。对新开航线给予补助。（责任单位：市教育局、市商务局）
二、支持低空物流人才培养。（责任单位：市教育局）
"""


@pytest.fixture(scope="module")
def two_cities(over: Over) -> Assistant:
    """A plan of 洛阳, and measures of 扬州 on the same subject."""
    return over({"luoyang.txt": _PLAN, "yangzhou.txt": _ELSEWHERE})


@pytest.mark.parametrize(
    "question",
    [
        "Which tasks does the Luoyang Education Bureau (市教育局) have in low-altitude logistics?",
        "洛阳市教育局有哪些任务？",
    ],
)
def test_a_list_for_one_city_holds_no_rows_of_another(question: str, two_cities: Assistant) -> None:
    """The education bureau has tasks in 扬州 alone, which are not those of 洛阳."""
    answer = two_cities.answer(question)
    assert answer.status == "not_found", answer.answer


def test_the_rows_of_the_city_that_is_named_are_listed(two_cities: Assistant) -> None:
    """Those of 扬州 are found for 扬州."""
    answer = two_cities.answer("Which tasks does the Yangzhou Education Bureau (市教育局) have?")
    assert answer.total == 2, answer.answer


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("Name the three innovation measures in Luoyang's low-altitude plan.", ("监管方式", "金融服务", "统计方法")),
        ("Which three platforms will Luoyang build for low-altitude logistics?", ("飞行服务", "货运交易", "信用评价")),
    ],
)
def test_as_many_things_of_the_kind_that_is_counted(
    question: str, items: tuple[str, ...], two_cities: Assistant
) -> None:
    """Two groups of headings are three; the words after the number tell which is meant."""
    answer = two_cities.answer(question)
    assert answer.status == "answered", answer.answer
    assert all(item in answer.answer for item in items), answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Which tasks have Yiwu Customs as the only responsible unit?",
        "Which tasks are handled by Yiwu Customs as the only body?",
        "Which items list Yiwu Customs as sole responsible body?",
    ],
)
def test_the_only_unit_is_the_only_one(question: str, bundled: Assistant) -> None:
    """Not every task that names it."""
    answer = bundled.answer(question)
    assert answer.tasks
    assert all(task.units == ("义乌海关",) for task in answer.tasks)


def test_what_is_not_due_until_a_month_is_due_in_it(bundled: Assistant) -> None:
    """Not everything that is due by then."""
    answer = bundled.answer("Which tasks are not due until December 2021?")
    ends = {task.deadline.end for task in answer.tasks if task.deadline}
    assert ends == {date(2021, 12, 31)}
    until = bundled.answer("Which tasks are due until December 2021?")
    assert len(until.tasks) > len(answer.tasks)
