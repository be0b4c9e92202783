"""Any mixture of languages, scripts and widths reaches the same rows; the answer speaks the question's language."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.types import Language, Turn
from corpus.units import english_name


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("第五航权由谁牵头？", "zh"),
        ("Who leads the fifth freedom rights?", "en"),
        ("第五航权 who leads it, and by when?", "en"),
        ("RCEP 示范区由谁牵头？", "zh"),
        ("请问 deadline 是什么时候？", "zh"),
        ("第五航權由誰牽頭？", "zh"),
        ("航材", "zh"),
        ("cargo", "en"),
    ],
)
def test_the_answer_has_the_language_of_the_question(question: str, language: Language, written: Assistant) -> None:
    """Terms of the other language do not decide, grammar does."""
    assert written.answer(question).language == language


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_caller_may_set_the_language(language: Language, written: Assistant) -> None:
    """The facts stay the same."""
    answer = written.answer("第五航权由谁牵头，什么时候完成？", language=language)
    assert answer.language == language
    assert ("2024年12月" if language == "zh" else "December 2024") in answer.answer
    assert "口岸办" in answer.answer


@pytest.mark.parametrize("question", ["竣工要到哪个月？", "哪个月能用上？"])
def test_the_callers_language_holds_where_a_question_is_read_as_a_follow_up(question: str, written: Assistant) -> None:
    """What finds nothing by itself is asked of what was spoken of; the answer is still in the language asked for."""
    first = "国际邮件互换局由谁负责？"
    turns = (Turn(first, written.answer(first)),)
    answer = written.answer(question, turns=turns, language="en")
    assert answer.standalone_question.startswith("“")
    assert answer.language == "en"
    assert "due: June 2025" in answer.answer


def test_a_thing_that_was_not_spoken_of_is_not_what_was_spoken_of(written: Assistant) -> None:
    """The day of a bureau is not given for an office building that stands nowhere."""
    first = "国际邮件互换局由谁负责？"
    turns = (Turn(first, written.answer(first)),)
    assert written.answer("办公楼的完工时间安排在哪个月？", turns=turns).status == "not_found"


@pytest.mark.parametrize(
    "question",
    [
        "国际邮件互换局由谁负责，什么时候完成？",
        "國際郵件互換局由誰負責，什麼時候完成？",
        "国 际 邮 件 互 换 局 由谁负责,什么时候完成?",
        "Who is responsible for the international mail exchange office, and by when?",
        "国际邮件互换局 who is responsible and by when?",
        "who is responsible for 国际邮件互换局, 什么时候完成",
    ],
)
def test_one_row_in_every_language_and_script(question: str, written: Assistant) -> None:
    """The same task, its unit and its date."""
    answer = written.answer(question)
    assert answer.status == "answered"
    assert [task.task for task in answer.tasks] == ["争取设立国际邮件互换局"]
    assert "邮政管理局" in answer.answer
    assert answer.citations[0].quote.endswith("2025年6月")


def test_units_are_named_in_english_with_their_own_name(bundled: Assistant) -> None:
    """Mall Group (商城集团): the English name where one is known, the printed name always."""
    answer = bundled.answer("Which units take part in item 4 of annex 1?")
    for unit in ("财政局", "商务局", "义乌海关", "税务局", "文广旅体局", "机场公司"):
        english = english_name(unit)
        assert english
        assert f"{english} ({unit})" in answer.answer


@pytest.mark.parametrize(
    ("english", "chinese"), [("Mall Group", "商城集团"), ("Yiwu Customs", "义乌海关"), ("Tax Bureau", "税务局")]
)
def test_a_unit_may_be_asked_for_by_its_english_name(english: str, chinese: str, bundled: Assistant) -> None:
    """The same complete list."""
    asked = bundled.answer(f"Which tasks in annex 2 does {english} lead?")
    assert {task.id for task in asked.tasks} == {
        task.id for task in bundled.answer(f"附件2中{chinese}牵头的事项有哪些？").tasks
    }
    assert asked.total


@pytest.mark.parametrize(
    "question",
    ["2024年9月底前完成的事项有几项？", "２０２４年９月底前完成的事项有几项？", "2024年9月底前完成的事項有幾項？"],
)
def test_full_width_digits_and_traditional_characters_count_alike(question: str, written: Assistant) -> None:
    """Eight tasks are due by then, the list of contacts that every unit owes among them."""
    assert written.answer(question).total == 8


def test_an_english_answer_gives_dates_in_english_and_the_original(written: Assistant) -> None:
    """The quote is the authority, so the document's own words follow."""
    answer = written.answer("When is the international mail exchange office due?")
    assert "June 2025 (2025年6月)" in answer.answer
