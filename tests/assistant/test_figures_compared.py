"""Which of two compared figures is higher is said from their own words, and only where they are of one kind."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.assistant.conftest import Over

REPORTS = {
    "heyuan.txt": "禾源市人民政府工作报告\n\n（2031年1月15日）\n\n一、2030年工作回顾\n"
    "全市地区生产总值1402.5亿元、增长5.6%。"
    "接待游客2310万人次。\n\n二、2031年重点工作\n今年主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长4%，"
    "粮食产量稳定在50万吨以上。新改建农村公路320公里。进出口总额增长5.5%。\n",
    "jiping.txt": "济坪市人民政府工作报告\n\n（2031年1月18日）\n\n一、2030年工作回顾\n"
    "全市地区生产总值达到986.1亿元、增长7.2%。"
    "接待游客8120万人次。\n\n二、2031年重点工作\n今年主要预期目标是：地区生产总值增长7%左右，一般公共预算收入增长4%，"
    "粮食总产48万吨以上。新改建农村公路185公里。进出口总额增长5%以上。\n",
    "bulletin.txt": "苇河市2030年国民经济和社会发展统计公报\n\n苇河市统计局\n2031年3月18日\n\n一、对外经济\n"
    "全年货物进出口总额214.6亿元。其中，出口158.2亿元，增长1.4%；进口56.4亿元，增长9.8%。\n",
    "circular.txt": "栗川市2031年上半年项目督查通报\n\n一、各地进度\n各区县投资进度如下：\n\n"
    "| 位次 | 地区 | 完成投资（亿元） | 投资完成率（%） |\n| --- | --- | --- | --- |\n"
    "| 1 | 临渡区 | 18.4 | 41.8 |\n| 2 | 云坞县 | 15.7 | 36.5 |\n",
}


@pytest.fixture
def reports(over: Over) -> Assistant:
    """Two cities' reports, a bulletin and a circular with a table."""
    return over(REPORTS)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("禾源和济坪2031年地区生产总值增长目标哪个高？", "地区生产总值增长：济坪（7%左右）高于禾源（6%左右）"),
        (
            "禾源和济坪2030年地区生产总值谁高，相差多少？",
            "地区生产总值：禾源（1402.5亿元）高于济坪（986.1亿元），相差416.4亿元",
        ),
        ("禾源和济坪2030年接待游客哪个多？", "禾源（2310万人次）"),
        ("禾源和济坪2031年一般公共预算收入增长目标哪个高？", "禾源与济坪相同，都是4%"),
        ("禾源和济坪2031年经济增长目标哪个高？", "地区生产总值增长：济坪（7%左右）高于禾源（6%左右）"),
        ("Which set the higher 2031 GDP growth target, 禾源 or 济坪?", "济坪 (7%左右) is above 禾源 (6%左右)"),
        ("Which of 禾源 and 济坪 set the higher 2031 GDP growth target, and by how much?", "济坪 (7%左右) is above"),
        ("苇河2030年出口和进口哪个多？", "出口（158.2亿元）高于进口（56.4亿元），相差101.8亿元"),
        ("苇河2030年出口和进口哪个增长快？", "进口（增长9.8%）高于出口（增长1.4%），相差8.4个百分点"),
        ("临渡区和云坞县投资完成率差多少？", "投资完成率：临渡区（41.8%）高于云坞县（36.5%），相差5.3个百分点"),
    ],
)
def test_the_higher_of_two_figures_is_named(question: str, told: str, reports: Assistant) -> None:
    """With both figures as printed, and by how much they differ where both are exact."""
    answer = reports.answer(question)
    assert told in answer.answer, answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "禾源和济坪2031年粮食产量目标哪个高？",  # 产量 and 总产: not under one name
        "禾源和济坪2031年新改建农村公路各多少公里？",  # nothing is ranked
    ],
)
def test_figures_of_other_kinds_stand_side_by_side(question: str, reports: Assistant) -> None:
    """Nothing is said of which is higher where the figures have other names or nobody asked."""
    answer = reports.answer(question)
    assert "高于" not in answer.answer
    assert "多于" not in answer.answer


def test_a_bound_is_set_against_a_figure_only_as_written(reports: Assistant) -> None:
    """5%以上 may yet come to more than 5.5%."""
    answer = reports.answer("禾源和济坪2031年进出口总额增长目标哪个高？")
    assert "按所写的数字，进出口总额增长：禾源（5.5%）高于济坪（5%以上）" in answer.answer


REPORT = (
    "{place}市人民政府工作报告\n\n（{year}年1月16日）\n\n一、{before}年工作回顾\n全市地区生产总值增长5%。\n\n"
    "二、{year}年重点工作\n今年主要预期目标是：地区生产总值增长{growth}%左右。\n"
)


def test_figures_of_different_years_are_not_compared(over: Over) -> None:
    """今年 of two reports may be two years; that is said."""
    later = REPORT.format(place="青岛", year=2031, before=2030, growth=6)
    earlier = REPORT.format(place="柳州", year=2029, before=2028, growth=8)
    answer = over({"qingdao.txt": later, "liuzhou.txt": earlier}).answer("青岛和柳州今年经济增长目标哪个高？")
    assert "不是同一年（青岛为2031年，柳州为2029年）" in answer.answer
    assert "高于" not in answer.answer
