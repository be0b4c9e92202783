"""Wording: dates, units and places in the language's form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.questions.asking import Ask
from assistant.types import Language
from assistant.wording.compose import (
    date_words,
    nothing_found,
    record_statement,
    row_statement,
    task_words,
    unit_words,
    where_words,
)
from corpus.types import Deadline, LeadBasis, Span, TaskRecord

RECORD = TaskRecord(
    id="plan#1",
    document_id="plan",
    section=("附件1 争取事项清单",),
    number="4",
    task="争取免税牌照。",
    lead_units=("商城集团",),
    participating_units=("财政局", "义乌海关"),
    lead_basis="marked",
    deadline=Deadline("2021 年 6 月", date(2021, 6, 1), date(2021, 6, 30), Span(30, 38)),
    targets=(),
    spans={"statement": (Span(0, 40),)},
)
UNDATED = replace(
    RECORD, id="plan#2", section=("二、任务",), number="3.", deadline=None, participating_units=("财政局",)
)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2021, 6, 1), date(2021, 6, 30), "June 2021"),
        (date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        (date(2021, 7, 1), date(2021, 9, 30), "July 2021 to September 2021"),
        (date(2021, 1, 1), date(2021, 12, 31), "2021"),
        (date(2021, 1, 1), date(2025, 12, 31), "2021–2025"),
        (date(2021, 6, 5), date(2021, 6, 5), "5 June 2021"),
        (date(2021, 6, 5), date(2021, 6, 9), "5 June 2021 to 9 June 2021"),
        (None, date(2025, 12, 31), "by the end of 2025"),
        (None, date(2021, 9, 30), "by the end of September 2021"),
        (None, date(2021, 9, 15), "by 15 September 2021"),
        (date(2021, 9, 15), None, "from 15 September 2021"),
    ],
)
def test_dates_in_english_followed_by_the_original(start: date | None, end: date | None, words: str) -> None:
    """A month is a month, a bound is a bound, and the document's own words stand in brackets."""
    assert date_words(Deadline("原 文", start, end, Span(0, 3)), "en") == f"{words} (原文)"


def test_a_date_in_chinese_is_the_original_without_its_spaces() -> None:
    """2021 年 6 月 is printed that way by the layout, not by the language."""
    assert date_words(Deadline("2021 年 6 月", date(2021, 6, 1), date(2021, 6, 30), Span(0, 8)), "zh") == "2021年6月"


def test_words_that_name_no_day_stay_as_they_are() -> None:
    """长期坚持 is no date in English either."""
    assert date_words(Deadline("长期坚持", None, None, Span(0, 4), "open"), "en") == "长期坚持"


def test_units_in_both_languages() -> None:
    """The printed name is always there; the English one where it is known."""
    assert unit_words(["商城集团", "义乌海关"], "zh") == "商城集团、义乌海关"
    assert unit_words(["商城集团"], "en") == "Mall Group (商城集团)"
    assert unit_words(["商城集团", "无名之司"], "en") == "Mall Group (商城集团) and 无名之司"


@pytest.mark.parametrize(
    ("record", "zh", "en"),
    [
        (RECORD, "附件1第4项", "item 4 of 附件1"),
        (UNDATED, "正文第3项", "item 3 of the main text"),
        (replace(UNDATED, number=None), "正文", "the main text"),
    ],
)
def test_where_a_record_stands(record: TaskRecord, zh: str, en: str) -> None:
    """Annex and number, or the main text."""
    assert where_words(record, "zh") == zh
    assert where_words(record, "en") == en


def test_a_long_task_is_cut_at_a_clause() -> None:
    """Never inside one where there is a mark to cut at."""
    clause = "发展离岸贸易，建设离岸转手贸易平台"
    words = task_words(replace(RECORD, task="，".join([clause] * 5)), 40)
    assert words == f"“{clause}，{clause}……”"
    assert task_words(RECORD) == "“争取免税牌照”"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_record_statement_gives_every_asked_field_and_its_values(language: Language) -> None:
    """Lead with its mark, participants, date; the values are what must be in the quote."""
    statement = record_statement(RECORD, (Ask.LEAD, Ask.PARTICIPANTS, Ask.DEADLINE), language)
    assert {"商城集团", "财政局", "义乌海关", "2021 年 6 月"} <= set(statement.values)
    for words in ("争取免税牌照", "商城集团", "▲", "财政局", "义乌海关", "2021年6月"):
        assert words in statement.text
    assert statement.evidence


@pytest.mark.parametrize(("language", "words"), [("zh", "此处未写完成时间"), ("en", "a deadline is not stated there")])
def test_a_record_statement_says_which_field_its_place_lacks(language: Language, words: str) -> None:
    """Half a row is not passed off as a whole one."""
    assert words in record_statement(UNDATED, (Ask.LEAD, Ask.DEADLINE), language).text


def test_what_is_not_asked_is_not_said() -> None:
    """Asked for the date only, a statement names no units."""
    statement = record_statement(RECORD, (Ask.DEADLINE,), "zh")
    assert "商城集团" not in statement.text
    assert statement.values == ("2021 年 6 月",)


@pytest.mark.parametrize(
    ("basis", "words"), [("sole", "唯一责任单位"), ("first_listed", "首位"), ("stated", "牵头"), ("marked", "▲")]
)
def test_the_basis_of_a_lead_is_said(basis: LeadBasis, words: str) -> None:
    """A unit that leads because it is alone or listed first is not called marked."""
    record = replace(RECORD, lead_basis=basis, participating_units=())
    text = record_statement(record, (Ask.LEAD,), "zh").text
    assert words in text
    assert ("▲" in text) == (basis == "marked")


def test_no_lead_is_said_where_none_is_named() -> None:
    """Units that share a task are responsible, and nobody leads."""
    record = replace(RECORD, lead_units=(), lead_basis=None)
    statement = record_statement(record, (Ask.LEAD,), "zh")
    assert "未标明牵头单位" in statement.text
    assert "牵头，" not in statement.text
    assert "财政局" in statement.text


def test_a_row_has_number_task_units_and_date() -> None:
    """One line a row in both languages."""
    assert (
        row_statement(2, RECORD, "zh").text
        == "2. 争取免税牌照（牵头：▲商城集团；参与：财政局、义乌海关；完成时间：2021年6月）"
    )
    assert row_statement(2, RECORD, "en").text == (
        "2. 争取免税牌照 (lead: Mall Group (商城集团); participating: Finance Bureau (财政局) and "
        "Yiwu Customs (义乌海关); due: June 2021 (2021年6月))"
    )


@pytest.mark.parametrize(
    ("language", "words"), [("zh", ("量子计算机", "完成时间")), ("en", ("量子计算机", "deadline"))]
)
def test_not_found_says_what_was_looked_for(language: Language, words: tuple[str, ...]) -> None:
    """Topic and field, and no evidence."""
    statement = nothing_found("量子计算机", [Ask.DEADLINE], language)
    assert all(word in statement.text for word in words)
    assert not statement.evidence
