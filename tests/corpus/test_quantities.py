"""Quantities: number, unit, comparison, range, what is counted; and which of them a task is to reach."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.dates import find_deadlines
from corpus.quantities import find_quantities, find_targets


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "comparison", "measures"),
    [
        ("到2025年争取实现进口额100亿元以上", "100亿元以上", 1e10, "元", ">=", "进口额"),
        ("到2025年培育海外OEM品牌100个以上", "100个以上", 100, "个", ">=", "海外OEM品牌"),
        ("带动进口超100亿元", "超100亿元", 1e10, "元", ">", "进口"),
        ("回程比率达30%以上", "30%以上", 30, "%", ">=", "回程比率"),
        ("引进1.2万家企业", "1.2万家", 12000, "家", "=", "企业"),
        ("实现营业收入突破1.5万亿元", "突破1.5万亿元", 1.5e12, "元", ">", "营业收入"),
        ("形成200项左右重大创新成果", "200项左右", 200, "项", "~", "重大创新成果"),
        ("农村卫生户厕覆盖率不低于80%", "不低于80%", 80, "%", ">=", "农村卫生户厕覆盖率"),
        ("单位能耗控制在0.5吨标准煤以下", "0.5吨标准煤以下", 0.5, "吨标准煤", "<=", "单位能耗控制在"),
        ("每家最高补贴100万元", "100万元", 1e6, "元", "=", "每家最高补贴"),
        ("落地系列国家（地区）馆100个", "100个", 100, "个", "=", "系列国家（地区）馆"),
        ("建设100家以上智能工厂（数字化车间、智能制造场景）", "100家以上", 100, "家", ">=", "智能工厂"),
        ("实现转口贸易100亿以上", "100亿以上", 1e10, None, ">=", "转口贸易"),
        ("形成千亿进口规模产业", "千亿", 1e11, None, "=", "进口规模产业"),
        ("算力总规模达到12EFLOPS", "12EFLOPS", 12, "EFLOPS", "=", "算力总规模"),
        ("服务企业1,200家次", "1,200家", 1200, "家", "=", "企业"),
    ],
)
def test_one_quantity(
    text: str, words: str, value: float, unit: str | None, comparison: str, measures: str | None
) -> None:
    """Its words, its value in plain units, how it compares, and the noun that it counts."""
    (found,) = find_quantities(text)
    assert (found.text, found.value, found.unit, found.comparison) == (words, value, unit, comparison)
    assert found.measures == measures
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "2021年6月30日",
        "义政办发〔2021〕10号",
        "第3条第2款",
        "汽车4S店",
        "开展1210新零售业务",
        "5G基站",
        "前10位",
        "两条主线",
        "3个工作日",
        "五个方面",
        "7×24小时预约通关",
        "纸质一式2份",
    ],
)
def test_numbers_that_are_no_quantities(text: str) -> None:
    """Dates, document numbers, ordinals, names with digits, small Chinese numerals, working days, copies."""
    assert find_quantities(text) == []


def test_a_range_has_an_upper_end() -> None:
    """2—3家 and 8%—10% give both ends."""
    houses, growth = find_quantities("建设2—3家省实验室，年均增长8%—10%")
    assert (houses.value, houses.upper, houses.unit) == (2, 3, "家")
    assert (growth.value, growth.upper, growth.unit) == (8, 10, "%")


def test_a_series_shares_its_comparison_and_takes_its_nouns_in_turn() -> None:
    """甲、乙、丙分别超过30%、20%和10%."""
    found = find_quantities("甲、乙、丙分别超过30%、20%和10%")
    assert [(item.measures, item.value, item.comparison) for item in found] == [
        ("甲", 30, ">"),
        ("乙", 20, ">"),
        ("丙", 10, ">"),
    ]


def test_a_threshold_only_qualifies_what_the_next_number_counts() -> None:
    """年进口100亿元以上企业2家: the target is two companies."""
    text = "到2025年培育年进口100亿元以上企业2家、50亿元以上企业5家"
    assert [item.qualifies for item in find_quantities(text)] == [True, False, True, False]
    targets = find_targets(text, find_deadlines(text, date(2021, 2, 23)))
    assert [(target.value, target.unit, target.by) for target in targets] == [
        (2, "家", date(2025, 12, 31)),
        (5, "家", date(2025, 12, 31)),
    ]
    assert targets[0].measures == "年进口100亿元以上企业"


@pytest.mark.parametrize(
    "text",
    [
        "对新认定的市级产业集聚区，最高给予300万元的一次性奖励。",
        "年营业收入达到2000万元以上的企业，给予五年100%房租补贴。",
        "对主营业务收入首次突破1000亿元、500亿元的企业予以表彰。",
        "目前已建成基地12个。",
        "打造百亿企业。",
    ],
)
def test_what_is_granted_required_or_reached_is_no_target(text: str) -> None:
    """Sums paid out, conditions for them, the present state and mere names are not to be reached."""
    assert find_targets(text, []) == []


def test_a_sum_that_is_lent_is_a_target() -> None:
    """新发放贷款 is an amount to be reached, unlike a subsidy that is paid out."""
    targets = find_targets("对10类群体新发放创业担保贷款不低于80亿元，支持不低于4万人创业。", [])
    assert [(target.value, target.unit) for target in targets] == [(10, "类"), (8e9, "元"), (40000, "人")]


def test_each_target_takes_the_year_before_it() -> None:
    """Two goals with two years in one sentence."""
    text = "到2022年建设基地5个，到2025年建设基地20个。"
    targets = find_targets(text, find_deadlines(text, date(2021, 2, 23)))
    assert [(target.value, target.by) for target in targets] == [(5, date(2022, 12, 31)), (20, date(2025, 12, 31))]


@settings(deadline=None)
@given(st.integers(1, 10**6), st.sampled_from(["家", "个", "亿元", "%"]), st.sampled_from(["以上", "左右", ""]))
def test_any_number_is_read_back(number: int, unit: str, bound: str) -> None:
    """The value is the number times what 亿 stands for, whatever its size."""
    (found,) = find_quantities(f"培育企业{number}{unit}{bound}")
    assert found.value == number * (10**8 if unit == "亿元" else 1)
    assert found.text == f"{number}{unit}{bound}"
