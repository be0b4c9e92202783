"""The figure of a kind of something is not told by that of another kind, of its pair, or of those that are new."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.language.figures_of_others import asks_all, of_another_currency, of_the_pair, value_named
from tests.assistant.conftest import Over

REPORT = """汶岭市2024年经济运行情况通报

一、金融运行平稳。绿色金融平台上线，普惠小微贷款余额达到386亿元、增长15%。年末本外币存款余额1204亿元，增长8.1%。
二、就业总体稳定。年末城镇登记失业率为2.7%。全年新增高新技术企业46家。
三、口岸作用增强。汶岭机场货邮和旅客吞吐量分别达到3.2万吨、148万人次。汶岭港集装箱吞吐量26.4万标箱，增长12.8%。
四、贸易稳中有进。进出口总额326亿元，增长8.4%。新能源汽车产量8.6万辆，增长46.2%。
五、就业形态多样。全市外卖骑手、网约车司机、快递员等新就业形态劳动者约16.8万人。公交企业运营成本由财政部门核定。
"""


@pytest.fixture(scope="module")
def report(over: Over) -> Assistant:
    """Answers over the report above."""
    return over({"report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("汶岭2024年普惠小微贷款余额多少", "386亿元"),
        ("汶岭2024年末本外币存款余额有多少", "1204亿元"),
        ("汶岭2024年新增高新技术企业多少家", "46家"),
        ("汶岭港集装箱吞吐量增长多少", "12.8%"),
        ("汶岭市城镇登记失业率是多少", "2.7%"),
    ],
)
def test_a_figure_is_told_as_it_is_named(report: Assistant, question: str, told: str) -> None:
    """In the words of the question, wherever it stands."""
    answer = report.answer(question)
    assert answer.status == "answered", answer.answer
    assert told in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "汶岭2024年绿色贷款余额多少",
        "汶岭2024年末外币存款余额有多少",
        "汶岭市城镇调查失业率是多少",
        "汶岭高新技术企业一共多少家",
        "汶岭机场旅客吞吐量增长多少",
        "汶岭2024年新能源汽车出口多少辆",
        "汶岭全市外卖骑手一共多少人",
    ],
)
def test_a_figure_of_something_else_is_not_told(report: Assistant, question: str) -> None:
    """As near as the words are."""
    answer = report.answer(question)
    assert answer.status == "not_found", answer.answer


def test_what_is_asked_is_read_before_the_question_word() -> None:
    """Its name, whether it is of all there are, and whether it is one half of a pair."""
    assert value_named("汶岭2024年绿色贷款余额一共是多少") == "绿色贷款余额"
    assert value_named("给港方作查验区的那块土地面积是多少") == "土地面积"
    assert not value_named("汶岭打算筹措多少资金")
    assert asks_all("高新技术企业一共多少家")
    assert not asks_all("一共新增多少家")
    assert of_the_pair("年末外币存款余额多少", "本外币存款余额1204亿元")
    assert not of_the_pair("出口多少", "出口12亿元，进出口20亿元")
    assert of_another_currency("旅游收入多少万美元", "旅游收入43.7亿元")
    assert not of_another_currency("实际使用外资多少亿美元", "实际使用外资2.37亿美元")


def test_what_is_the_case_is_not_told_by_an_aim(over: Over) -> None:
    """实际是多少 asks for what was reached."""
    assistant = over({"a.txt": "临沐市2024年政府工作报告\n\n2024年主要预期目标是：城镇调查失业率控制在5%以内。\n"})
    assert assistant.answer("临沐市2024年城镇调查失业率实际是多少").status == "not_found"
    assert "5%" in assistant.answer("临沐市2024年城镇调查失业率的目标是多少").answer
