"""A question as a value: units with their roles, period, items, places, topic."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from assistant.questions.asking import Ask
from assistant.questions.question import Question, asks_for_records
from assistant.questions.understanding import language_of

Reads = Callable[[str], Question]


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("机场集团牵头的任务有哪些？", "lead"),
        ("由机场集团牵头的任务有哪些？", "lead"),
        ("Which tasks does 机场集团 lead?", "lead"),
        ("tasks led by 机场集团", "lead"),
        ("机场集团参与的任务有哪些？", "participant"),
        ("机场集团配合哪些任务？", "participant"),
        ("Which tasks does 机场集团 take part in?", "participant"),
        ("机场集团单独负责的任务有哪些？", "sole"),
        ("机场集团有哪些任务？", "any"),
    ],
)
def test_the_words_around_a_unit_give_its_role(question: str, role: str, reads: Reads) -> None:
    """In both languages, before and after its name."""
    (bound,) = reads(question).units
    assert bound.names == ("机场集团",)
    assert bound.role == role


def test_units_joined_by_and_share_a_role_and_by_or_are_one_bound(reads: Reads) -> None:
    """A和B: both must hold; A或B: either may."""
    both = reads("商务局和机场集团一起牵头的任务有哪些？").units
    assert [bound.role for bound in both] == ["lead", "lead"]
    (either,) = reads("口岸办或者财政局牵头的任务有哪些？").units
    assert {"口岸办", "财政局"} <= set(either.names)
    assert "机场集团" not in either.names
    assert either.role == "lead"


@pytest.mark.parametrize(
    ("question", "start", "end"),
    [
        ("2024年9月底前完成的任务", None, date(2024, 9, 30)),
        ("2024年底前完成的任务", None, date(2024, 12, 31)),
        ("年底前完成的任务", None, date(2024, 12, 31)),
        ("第三季度完成的任务", date(2024, 7, 1), date(2024, 9, 30)),
        ("2024年9月完成的任务", date(2024, 9, 1), date(2024, 9, 30)),
        ("tasks due by September 2024", None, date(2024, 9, 30)),
        ("tasks due by the end of 2024", None, date(2024, 12, 31)),
    ],
)
def test_periods_are_intervals(question: str, start: date | None, end: date, reads: Reads) -> None:
    """The last day counts; a year that is left out is that of the collection's tasks."""
    period = reads(question).period
    assert period is not None
    assert period.start == start
    assert period.end == end


@pytest.mark.parametrize(
    ("question", "number", "annex", "body"),
    [
        ("附件1第4项由谁负责？", 4, "附件1", False),
        ("附件二第三项", 3, "附件2", False),
        ("annex 1, item 2: who leads?", 2, "附件1", False),
        ("正文第3项什么时候完成？", 3, "", True),
    ],
)
def test_items_are_pointed_at_by_place_and_number(
    question: str, number: int, annex: str, body: bool, reads: Reads
) -> None:
    """In Chinese numerals, digits and English."""
    (item,) = reads(question).items
    assert item.number == number
    assert item.body is body
    assert [place.section[0][:3] for place in item.places] == ([annex] if annex else [])


def test_two_items_of_two_places_stay_apart(reads: Reads) -> None:
    """Each number belongs to the place before it."""
    first, second = reads("比较附件1第2项和附件2第3项的完成时间").items
    assert (first.number, first.places[0].section[0][:3]) == (2, "附件1")
    assert (second.number, second.places[0].section[0][:3]) == (3, "附件2")


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("第五航权由谁牵头？", "第五航权"),
        ("请问一下，第五航权什么时候完成呢？", "第五航权"),
        ("“带你到中国”由谁牵头？", "带你到中国"),
        ("机场集团牵头的任务有哪些？", ""),
        ("附件1有几项？", ""),
        ("Who leads the cargo terminal?", "cargo terminal"),
    ],
)
def test_the_topic_is_what_is_left(question: str, topic: str, reads: Reads) -> None:
    """Without asking words, bounds and politeness; a list bounded by units or places may have none."""
    assert reads(question).topic == topic


@pytest.mark.parametrize(
    ("question", "records"),
    [
        ("机场集团牵头的任务有哪些？", True),
        ("附件1有几项？", True),
        ("2024年9月底前完成的任务有哪些？", True),
        ("机场集团要做什么？", True),
        ("What does 机场集团 lead?", True),
        ("第五航权由谁牵头？", False),
        ("什么是冷链食品？", False),
        ("追溯管理的四项原则是什么？", False),
        ("全货机航线达到多少条？", False),
    ],
)
def test_lists_of_records_are_told_from_other_questions(question: str, records: bool, reads: Reads) -> None:
    """Only those are answered with every row."""
    assert asks_for_records(reads(question)) is records


def test_question_words_inside_quotations_and_titles_ask_nothing(reads: Reads) -> None:
    """What is quoted is topic."""
    understood = reads("“谁来牵头”是哪份文件里说的？")
    assert Ask.LEAD not in understood.asks
    assert "谁来牵头" in understood.topic


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Who leads 第五航权?", "en"),
        ("第五航权 who leads?", "en"),
        ("RCEP 由谁牵头", "zh"),
        ("GDP", "en"),
        ("？", "zh"),
        ("“open sky” 是什么意思", "zh"),
    ],
)
def test_grammar_decides_the_language(text: str, language: str) -> None:
    """Names and quotations of the other language do not."""
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("银行新推的贷款产品叫什么名字？", Ask.LIST),
        ("这份方案叫什么名字？", Ask.TITLE),
        ("那份复函的全称叫什么？", Ask.TITLE),
    ],
)
def test_what_things_are_called_is_no_title(text: str, asks: Ask, reads: Reads) -> None:
    """Only of a paper is its title asked."""
    assert asks in reads(text).asks
