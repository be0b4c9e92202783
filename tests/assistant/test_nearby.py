"""A follow-up is most often answered beside what was cited before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from assistant import Assistant
from assistant.matching.nearby import just_said, nearness_to
from assistant.questions.question import Question
from assistant.questions.relative_years import years_on
from corpus.types import Span
from tests.assistant.conftest import Converse

Over = Callable[[Mapping[str, str]], Assistant]

LAKE = """云渡县湖区渔业转产补偿办法
云渡县人民政府
第一条 为保护云渡湖，制定本办法。
第二条 网箱拆除的，每平方米补偿38元；围网拆除的，每亩补偿2600元。
第三条 渔船一律收购，木质渔船每艘1.2万元，钢质渔船每艘5.6万元。
第四条 Ⅱ级预警期间每2小时报送一次水情，Ⅲ级预警期间每日18时前报送一次水情。
第五条 2023年退养面积8000亩，2024年退养面积1.1万亩，2025年退养面积9500亩。
"""
OTHER = """青禾市船舶交易管理规定
青禾市交通运输局
第一条 钢质船舶交易的，手续费为成交价的2%。
第二条 全市现有钢质渔船620艘，木质渔船90艘。钢质渔船平均船龄11年。
"""


@pytest.fixture(scope="module")
def lake(over: Over) -> Assistant:
    """The rules of an invented county and of another place that speak of boats, too."""
    return over({"yundu-lake.txt": LAKE, "qinghe-ships.txt": OTHER})


@pytest.mark.parametrize(
    ("before", "follow_up", "words"),
    [
        ("云渡县收购木质渔船每艘多少钱？", "钢质的呢？", "5.6万元"),
        ("How much is paid for a wooden fishing boat in Yundu county (云渡县)?", "And for steel ones?", "5.6万元"),
        ("云渡县Ⅱ级预警期间多久报一次水情？", "三级呢？", "每日18时前"),
        ("云渡县2023年退养面积多少？", "两年后呢？", "9500亩"),
        ("云渡县网箱拆除的每平方米补偿多少？", "围网的呢", "2600元"),
        ("云渡县2024年退养面积多少？", "那前一年呢", "8000亩"),
    ],
)
def test_the_other_one_is_told_where_the_first_was(
    before: str, follow_up: str, words: str, lake: Assistant, converse: Converse
) -> None:
    """Another kind, another grade, another year of the same."""
    answer = converse(lake, [before, follow_up])[-1]
    assert answer.status == "answered", (answer.standalone_question, answer.answer)
    assert words in answer.answer, (answer.standalone_question, answer.answer)
    assert {citation.document_id for citation in answer.citations} == {"yundu-lake"}


FUND = """清浦市扶持制造业若干政策

1.统筹扶持制造业的专项资金管理。清浦市每年对扶持制造业的专项资金开展绩效评价。（责任单位：市审计局）
2.加大投入。清浦市财政每年安排3亿元专项资金，扶持制造业。（责任单位：市财政局、市金融办）
3.建设公共服务平台。对公共服务平台给予补贴。（责任单位：市科技局）
"""


@pytest.mark.parametrize(
    ("before", "follow_up"),
    [
        ("清浦市扶持制造业的专项资金每年多少亿元？", "这件事哪些部门负责？"),
        (
            "清浦市扶持制造业的专项资金每年多少亿元？",
            "And which bureaus are responsible for that?",
        ),
    ],
)
def test_what_only_points_back_is_asked_of_what_was_told(
    before: str, follow_up: str, over: Over, converse: Converse
) -> None:
    """Who is responsible for that: of the task that holds what was cited, not of one with more of the words."""
    answer = converse(over({"qingpu.txt": FUND}), [before, follow_up])[-1]
    assert "市财政局" in answer.answer, (answer.standalone_question, answer.answer)
    assert "市金融办" in answer.answer
    assert "市审计局" not in answer.answer


def test_what_an_answer_of_many_places_says_is_pointed_at_by_none() -> None:
    """A question of its own words, and one after a list, point at no single span."""
    back = Question(text="“专项资金”由谁负责", language="zh", asks=frozenset(), topic="专项资金")
    one = (("a", Span(10, 20)),)
    assert just_said(replace(back, last_cited=one), "a", [Span(15, 40)])
    assert not just_said(replace(back, last_cited=one), "b", [Span(15, 40)])
    assert not just_said(replace(back, last_cited=one), "a", [Span(30, 40)])
    assert not just_said(replace(back, last_cited=one * 3), "a", [Span(15, 40)])
    assert not just_said(replace(back, last_cited=one, text="专项资金由谁负责"), "a", [Span(15, 40)])
    assert not just_said(replace(back, last_cited=one, topic="专项资金 数据支撑"), "a", [Span(15, 40)])


def test_nearness_falls_with_distance_and_is_none_elsewhere() -> None:
    """One inside of what was cited, a half after 300 characters, nothing in another document."""
    places = [("a", Span(100, 200))]
    assert nearness_to(places, "a", Span(150, 160)) == 1.0
    assert nearness_to(places, "a", Span(500, 600)) == 0.5
    assert nearness_to(places, "b", Span(150, 160)) == 0.0
    assert nearness_to([], "a", Span(150, 160)) == 0.0


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("and two years later?", "2026年新建多少所？"),
        ("What about the previous year?", "2023年新建多少所？"),
        ("一年后呢", "2025年新建多少所？"),
        ("两年前呢？", "2022年新建多少所？"),
        ("次年", "2025年新建多少所？"),
        ("后年谁负责", None),
        ("two years later who leads it?", None),
    ],
)
def test_a_year_is_counted_from_the_one_before(text: str, alone: str | None) -> None:
    """Only where nothing else is said."""
    assert years_on(text, "2024年新建多少所？") == alone
