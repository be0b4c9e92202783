"""By how much a figure rose or fell, asked beside it and told in whatever words; what each of several lots is."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.language.changes import Change, change_asked, tells_change, tells_each
from assistant.language.years import without_own_case
from assistant.questions.asking import Ask, what_is_asked
from tests.assistant.conftest import Over

REPORT = """埔川市2025年上半年经济运行情况通报

一、外资外贸
上半年实际使用外资3160万美元，完成年度任务的42.1%，低于去年同期870万美元。全市新设外资企业46家。

二、消费
发放购车消费券600万元，分3月、6月两批，每批分别为200万元、400万元。

三、文旅
接待入境游客5.2万人次，增长61.3%。在园幼儿3.1万人，下降7.4%。

四、问责
责令槐溪县县长许知白向市政府写出书面检查。
"""


@pytest.fixture(scope="module")
def assistant(over: Over) -> Assistant:
    return over({"report": REPORT})


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("埔川2025年上半年实际使用外资是多少美元，同比减少多少？", "answered"),
        ("埔川2025年上半年实际使用外资是多少美元，同比增长多少？", "partial"),
        ("埔川2025年上半年实际使用外资是多少美元，环比变化多少？", "partial"),
        ("埔川发放购车消费券安排在哪些月份发、总共几次、每次金额是多少？", "answered"),
        ("埔川接待入境游客多少人次，增幅多少？", "answered"),
        ("埔川新设外资企业多少家，通报里给的数是多少？", "answered"),
        ("槐溪县县长是谁，书面检查交到哪里？", "answered"),
    ],
)
def test_the_second_figure(assistant: Assistant, question: str, status: str) -> None:
    assert assistant.answer(question).status == status


RULES = """埔川市鼓励设立外资研发中心办法

第一条　为鼓励外资研发中心发展，制定本办法。本办法自2023年5月1日起施行。

第二条　对外资研发中心，按上一年度研发经费给予补助：
（一）研发经费2000万元以上、不足5000万元的，按8%给予补助，最高不超过350万元；
（二）研发经费5000万元以上的，按10%给予补助，最高不超过1000万元。
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("埔川的外资研发中心，上年研发支出3000万元，补助比例和封顶金额是多少？", "350万元"),
        ("埔川的外资研发中心今年研发支出六千万元，能补多少？", "1000万元"),
    ],
)
def test_the_year_of_the_askers_own_figure_bounds_nothing(over: Over, question: str, said: str) -> None:
    answer = over({"rules": RULES}).answer(question)

    assert answer.status == "answered"
    assert said in answer.answer


def test_a_year_that_is_asked_for_stays() -> None:
    assert without_own_case("去年补助了多少家企业3000万元") == "去年补助了多少家企业3000万元"
    assert "去年" not in without_own_case("去年研发花了3000万，能补多少")


def test_points_and_ceilings_ask_for_figures() -> None:
    assert what_is_asked("能按几个点补").asks == {Ask.QUANTITY}
    assert what_is_asked("2024年新增专项债券的目标额度").asks == {Ask.QUANTITY}


def test_what_fell_beside_it_is_another_thing(assistant: Assistant) -> None:
    answer = assistant.answer("埔川接待了多少入境游客，同比降幅多少？")

    assert answer.status == "partial"
    assert "在园幼儿" not in answer.answer


@pytest.mark.parametrize(
    ("asked", "text", "told"),
    [
        ("同比减少多少", "低于去年同期870万美元", True),
        ("降幅多大", "水泥\t612\t-8.3", True),
        ("下降多少", "同比增长-2.1%", True),
        ("增长多少", "比上年下降2.1%", False),
        ("涨了多少", "高于上年3.2万吨", True),
        ("变化多少", "下降3.4%", True),
    ],
)
def test_tells_change(asked: str, text: str, told: bool) -> None:
    change: Change | None = change_asked(asked)

    assert change is not None
    assert tells_change(text, change) is told


def test_each() -> None:
    assert tells_each("每批分别为200万元", "每次")
    assert not tells_each("每人200元", "每次")
    assert change_asked("金额是多少") is None
