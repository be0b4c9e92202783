"""Headline indicators: what a report tells of a year, as it was or as it is to be, by whatever word it is asked for."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.language.indicators import INDICATORS, indicators_asked, left_over
from assistant.types import Turn
from tests.assistant.conftest import Over

HARBIN = """2025年哈尔滨市政府工作报告

一、2024年工作回顾
过去一年，全市上下攻坚克难。全市地区生产总值达到6016亿元、增长4.3%，规上工业增加值、固定资产投资、社会消费品零售总额分别增长5.2%、-1.4%和3.9%，一般公共预算收入增长6.1%。城镇新增就业9.8万人，城镇调查失业率5.6%。
五常市稻米产业壮大，地区生产总值突破350亿元。

二、2025年工作安排
今年全市经济社会发展的主要预期目标是：地区生产总值增长5.5%左右，规上工业增加值增长6%，固定资产投资增长4%；居民消费价格涨幅2%左右，城镇调查失业率控制在5.5%以内。
到2027年，地区生产总值突破7000亿元。
"""

DALIAN = """2025年大连市政府工作报告

一、2024年工作回顾
过去一年，全市地区生产总值增长5.1%，进出口总额增长2.2%。

二、2025年工作安排
今年主要预期目标是：地区生产总值增长6%，一般公共预算收入增长3%。
"""


@pytest.fixture(scope="module")
def reports(over: Over) -> Assistant:
    """The reports of two cities."""
    return over({"harbin.txt": HARBIN, "dalian.txt": DALIAN})


@pytest.mark.parametrize(
    ("question", "figure", "other"),
    [
        ("哈尔滨今年经济增长目标是多少", "增长5.5%左右", "增长4.3%"),
        ("哈尔滨今年GDP打算增长多少？", "增长5.5%左右", "增长4.3%"),
        ("哈尔滨去年经济增速是多少", "增长4.3%", "5.5%左右"),
        ("What GDP growth is Harbin aiming for this year?", "增长5.5%左右", "增长4.3%"),
        ("How much did Harbin's economy grow last year?", "增长4.3%", "5.5%左右"),
        ("哈尔滨去年社零增长了多少", "和3.9%", "5.5%左右"),
        ("哈尔滨今年的投资增速目标是多少", "固定资产投资增长4%", "-1.4%"),
        ("哈尔滨一般公共预算收入去年增长多少", "一般公共预算收入增长6.1%", "增长3%"),
        ("哈尔滨今年物价涨幅控制在多少", "涨幅2%左右", "4.3%"),
        ("哈尔滨失业率要控制在多少", "控制在5.5%以内", "失业率5.6%"),
        ("大连今年财政收入预计增长多少", "一般公共预算收入增长3%", "6.1%"),
        ("大连去年外贸做得怎么样", "进出口总额增长2.2%", "增长3%"),
        ("哈尔滨2027年GDP目标是多少", "7000亿元", "5.5%左右"),
    ],
)
def test_the_figure_of_the_year_and_the_place(question: str, figure: str, other: str, reports: Assistant) -> None:
    """What was reached is not what is aimed at, nor what another city tells."""
    answer = reports.answer(question)
    assert answer.status == "answered"
    assert figure in answer.answer
    assert other not in answer.answer


def test_both_where_neither_is_asked_for(reports: Assistant) -> None:
    """哈尔滨GDP: what it was and what it is to be, each in its own words; of a county nothing."""
    said = reports.answer("哈尔滨GDP增长多少？").answer
    assert said.index("增长4.3%") < said.index("5.5%左右")
    assert "五常" not in said


def test_several_at_once(reports: Assistant) -> None:
    """Two indicators of one sentence are told once, for the year that is asked for."""
    answer = reports.answer("哈尔滨GDP和财政收入去年各是多少")
    assert "增长4.3%" in answer.answer
    assert "收入增长6.1%" in answer.answer
    assert "5.5%左右" not in answer.answer
    assert len(answer.citations) == 1


@pytest.mark.parametrize(
    "question",
    ["大连2020年GDP增长多少", "大连2026年GDP增长目标是多少", "大连金州区GDP增长多少", "大连2024年CPI是多少"],
)
def test_what_is_told_of_no_such_year_or_place(question: str, reports: Assistant) -> None:
    """Neither another year nor the whole city stands in for what is asked."""
    assert reports.answer(question).status == "not_found"


@pytest.mark.parametrize("then", ["大连呢？", "那大连的呢", "换成大连", "大连怎么样？"])
def test_the_same_of_another_place(then: str, reports: Assistant) -> None:
    """A turn that only names a place asks the same of it, and nothing else where it is not told there."""
    first = reports.answer("哈尔滨今年经济增长目标是多少")
    after = reports.answer(then, turns=(Turn("哈尔滨今年经济增长目标是多少", first),))
    assert "增长6%" in after.answer
    assert "5.5%" not in after.answer
    jobs = reports.answer("哈尔滨去年新增多少城镇就业")
    assert "9.8万人" in jobs.answer
    assert reports.answer(then, turns=(Turn("哈尔滨去年新增多少城镇就业", jobs),)).status == "not_found"


def test_words_beside_an_indicator_make_it_another_figure() -> None:
    """海洋经济 is no whole economy; a city's own growth is."""
    assert [one.name for one in indicators_asked("大连GDP和失业率")] == ["地区生产总值", "城镇调查失业率"]
    assert left_over("大连海洋经济增长目标是多少", ["大连"]) == "海洋"
    assert left_over("大连给自己定的经济增速目标", ["大连"]) == ""
    assert left_over("What is Inner Mongolia's growth target for retail sales?", []) == ""
    assert left_over("How many robots does Harbin plan?", []) != ""


def test_every_row_has_names_to_look_for() -> None:
    """Three columns; no word stands for two indicators."""
    rows = [line for line in INDICATORS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    words = [word for row in rows for column in row.split("\t") for word in column.split("; ") if word]
    columns = [set(row.replace("\t", "; ").split("; ")) - {""} for row in rows]
    assert all(row.count("\t") == 2 for row in rows)
    assert len(words) > 100
    assert not [one for at, one in enumerate(columns) for other in columns[at + 1 :] if one & other]


@pytest.mark.parametrize(
    ("turns", "words"),
    [
        (["哈尔滨去年GDP增长多少", "大连呢", "哪个高"], ["增长4.3%", "增长5.1%"]),
        (["哈尔滨去年GDP增长多少", "大连呢", "两个比，哪个高？"], ["增长4.3%", "增长5.1%"]),
        (["哈尔滨去年GDP增长多少", "大连呢", "这两个相比，谁高？"], ["增长4.3%", "增长5.1%"]),
        (["哈尔滨今年GDP目标是多少", "和大连比呢"], ["5.5%左右", "增长6%"]),
        (["What is Harbin's GDP growth target?", "How does it compare with Dalian?"], ["5.5%左右", "增长6%"]),
        (["What is Harbin's GDP growth target?", "and Dalian's?", "which one is higher?"], ["5.5%左右", "增长6%"]),
    ],
)
def test_what_was_asked_of_both_before(turns: list[str], words: list[str], reports: Assistant) -> None:
    """Which is higher is asked of the two that were asked about, with the figures of both."""
    said: list[Turn] = []
    for text in turns:
        said.append(Turn(text, reports.answer(text, turns=said)))
    answer = said[-1].answer
    assert answer.status == "answered", answer.answer
    assert all(word in answer.answer for word in words)


def test_each_of_several_places(reports: Assistant) -> None:
    """Of two cities both are told, and that one does not say it."""
    answer = reports.answer("哈尔滨和大连去年社零增长多少")
    assert answer.status == "partial"
    assert "哈尔滨" in answer.answer
    assert "大连：文件未写明" in answer.answer
    both = reports.answer("What was GDP growth in Harbin and Dalian last year?")
    assert both.status == "answered"
    assert len({one.document_id for one in both.citations}) == 2


def test_who_does_it_is_not_told_by_a_sentence_that_names_nobody(over: Over) -> None:
    """总部 and 部署 are no units; nor does another city's paper answer what is asked on."""
    assistant = over(
        {
            "a.txt": "遂州市政府工作报告\n\n2024年引进总部项目12个，部署重点产业投资。",
            "b.txt": "临桂市招商方案\n\n引进总部项目由市投资促进局负责。",
        }
    )
    first = assistant.answer("遂州引进了多少总部项目")
    assert "12个" in first.answer
    after = assistant.answer("谁负责", turns=(Turn("遂州引进了多少总部项目", first),))
    assert after.status == "not_found", after.answer


def test_what_another_place_says_of_it(reports: Assistant) -> None:
    """大连怎么说 asks of the same thing there, and not for whatever Dalian says."""
    first = reports.answer("哈尔滨的稻米产业")
    after = reports.answer("大连怎么说", turns=(Turn("哈尔滨的稻米产业", first),))
    assert after.standalone_question == "大连的稻米产业"
    assert after.status == "not_found"
