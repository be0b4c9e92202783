"""Numbers that a question already knows."""

from __future__ import annotations

import pytest

from assistant.language.counting import counted, counted_in_chinese, counts, numeral


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("六大体系是什么", 6),
        ("哪四方面", 4),
        ("推动8件事", 8),
        ("12项任务", 12),
        ("两条主线是什么", 2),
        ("the six systems", 6),
        ("what are the two lists", 2),
        ("有哪些", None),
        ("第三项", None),
        ("2021年", None),
        ("100个", None),
    ],
)
def test_how_many_a_question_says_there_are(question: str, number: int | None) -> None:
    """Cardinal numbers before a measure word; an ordinal, a year and a large figure are something else."""
    assert counted(question) == number


@pytest.mark.parametrize(("word", "value"), [("六", 6), ("两", 2), ("10", 10), ("Three", 3), ("dozen", None)])
def test_numerals(word: str, value: int | None) -> None:
    """In Chinese, English and digits."""
    assert numeral(word) == value


@pytest.mark.parametrize("text", ["建设三大平台", "3 项任务", "这三方面"])
def test_texts_that_announce_a_number(text: str) -> None:
    """In characters and in digits."""
    assert counts(3).search(text)


@pytest.mark.parametrize("text", ["第三项", "13项", "四大创新", "三月"])
def test_texts_that_announce_another_number_or_none(text: str) -> None:
    """13 is not 3, and the third is one."""
    assert not counts(3).search(text)


@pytest.mark.parametrize(
    ("question", "form"),
    [
        ("Which four platforms will it build?", "平台"),
        ("the three innovation measures of the plan", "创新"),
        ("the 12 pilot cities", "城市"),
    ],
)
def test_what_an_english_question_counts(question: str, form: str) -> None:
    """The words between the number and the next word that names nothing."""
    assert form in counted_in_chinese(question)


@pytest.mark.parametrize("question", ["in which three ways", "the main tasks", "哪三项", "two of them"])
def test_what_anything_may_be_counted_as_says_nothing(question: str) -> None:
    """Neither does a question that counts nothing, or counts in Chinese."""
    assert counted_in_chinese(question) == ()
