"""What is counted or measured must be what the question names: a report's heading over several things, its opening and
the nearest figure of money do not make it so."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.assistant.conftest import Over

REPORT = """芦津市2024年国民经济和社会发展统计公报

2024年，面对复杂严峻的外部环境，全市上下坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，扎实推动高质量发展，
经济运行总体平稳、稳中有进，民生保障有力有效，社会大局和谐稳定，外贸进出口总额增长6.2%。初步核算，全市地区生产总值
1204.6亿元，按不变价格计算，比上年增长5.1%。其中，第一产业增加值96.3亿元，增长3.2%；第二产业增加值488.1亿元，增长5.7%；
第三产业增加值620.2亿元，增长5.0%。居民消费价格比上年上涨0.3%，工业生产者出厂价格下降1.1%，城镇登记失业率为2.6%。
年末常住人口211.4万人，城镇化率61.8%。全年城镇新增就业2.4万人，帮扶困难人员就业3120人。一般公共预算收入86.2亿元，增长4.1%，
其中税收收入61.7亿元；一般公共预算支出188.9亿元，增长3.3%，其中民生支出占比78.5%。固定资产投资增长4.6%。
一、交通、邮电和旅游
全年邮政行业业务收入31.4亿元，增长9.2%。接待过夜游客812万人次，增长7.5%。
二、科技、教育和卫生
年末医疗卫生机构1320个。执业医师7210人，注册护士9050人。
三、农业
芦津白茶年产量从1.2万吨增加到2.6万吨，综合产值超过90亿元。
四、民生
社区食堂每餐补助4元，年满80周岁的每餐补助6元。非普惠托育机构平均收费为每月2980元。
对换发专用号牌的车辆免收停车费。
"""

PLAN = """芦津市邮路建设实施方案

1. 购置邮路货车18辆。（责任单位：市交通运输局、市邮政分公司，2025年10月底前）
2. 建立冷链溯源体系，应用区块链技术实现全程追溯。（责任单位：市市场监管局、芦津商贸集团，2025年12月底前）
"""


@pytest.fixture(scope="module")
def papers(over: Over) -> Assistant:
    """Answers over the report and the plan above."""
    return over({"report.txt": REPORT, "plan.txt": PLAN})


@pytest.mark.parametrize(
    "question",
    [
        "芦津2024年旅游总收入有多少",
        "芦津2024年小学在校生有多少人",
        "芦津白茶2024年出口了多少吨",
        "芦津2024年接待境外游客多少人次",
        "芦津托育机构的老师平均一个月挣多少",
        "芦津的车换专用号牌，一块要交几块工本费",
    ],
)
def test_a_figure_of_something_else_is_none(papers: Assistant, question: str) -> None:
    """Postal revenue stands under a heading that names tourism, and exports open the report."""
    answer = papers.answer(question)
    assert answer.status == "not_found", answer.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("芦津2024年邮政业务收入有多少", "31.4亿元"),
        ("芦津2024年注册护士有多少人", "9050人"),
        ("芦津白茶年产量增加到多少吨", "2.6万吨"),
        ("芦津非普惠托育机构一个月收多少钱", "2980元"),
    ],
)
def test_a_figure_that_is_named_is_told(papers: Assistant, question: str, told: str) -> None:
    """What is named in the clause of the figure answers."""
    answer = papers.answer(question)
    assert answer.status == "answered", answer.answer
    assert told in answer.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("芦津打算买多少辆邮路货车，由哪家厂供货", "18辆"),
        ("芦津的冷链溯源体系哪家单位负责建，技术来自哪个公司", "市市场监管局"),
        ("芦津老人在社区食堂吃饭，每餐补几块，最贵能收老人几块", "4元"),
    ],
)
def test_of_two_things_asked_the_unstated_one_is_said_to_be(papers: Assistant, question: str, told: str) -> None:
    """Who is responsible neither supplies nor invents, and a grant is no charge."""
    answer = papers.answer(question)
    assert answer.status == "partial", answer.answer
    assert told in answer.answer
