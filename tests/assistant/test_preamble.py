"""What is said around a question is no part of it, and nothing that is asked about goes with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.questions.preamble import without_preamble

ASKED = "跨境电商综试区的工作谁来打分？"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("领导让我问一下，", ""),
        ("各位老师好，麻烦帮忙确认一个事情：", ""),
        ("科长催得紧，写督查材料要用，", ""),
        ("贵单位好，我司想咨询一下", ""),
        ("我是新来的，不太懂，", "越快越好，谢谢"),
        ("刚接到电话，人家问", "在线等"),
    ],
)
def test_who_asks_and_how_quickly_is_no_part_of_a_chinese_question(before: str, after: str) -> None:
    """Only the question is left, whatever stands before and after it."""
    assert without_preamble(before + ASKED + after) == ASKED


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Hi, quick question: ", ""),
        ("Dear Sir or Madam, we are a Portuguese wine company. ", " Thanks in advance!"),
        ("My boss wants to know: ", " Please quote the source."),
        ("Sorry if this is a silly question, but ", " Any pointers appreciated."),
        ("Could you please tell me ", ""),
        ("I have a question about the plan - ", ""),
    ],
)
def test_who_asks_and_how_quickly_is_no_part_of_an_english_question(before: str, after: str) -> None:
    """Only the question is left, whatever stands before and after it."""
    assert without_preamble(f"{before}who evaluates the pilot zone?{after}") == "who evaluates the pilot zone?"


@pytest.mark.parametrize(
    "question",
    [
        "主任、副主任分别是谁？",
        "领导小组办公室，设在哪个局？",
        "督查通报，谁起草？",
        "关于税务，有哪些任务？",
        "义乌要建免税店。谁牵头？",
        "The bonded zone is to grow. Who leads?",
        "联系电话，有吗",
        "谢谢",
        "你好",
        "再具体一点",
        "What is to be done by the customs, please?",
    ],
)
def test_what_is_asked_about_stays(question: str) -> None:
    """Posts, units, papers and places are kept, and so is a text that is nothing but talk."""
    assert without_preamble(question).rstrip("?") == question.replace(", please?", "?").rstrip("?")


@pytest.mark.parametrize("talk", ["急", "就是", "一下子", "问问", "-", " ,", "hi "])
def test_a_row_of_such_words_can_be_read_in_many_ways_and_is_read_once(talk: str) -> None:
    """Four hundred of them before something else come back at once; in every way they could be read, never."""
    text = talk * 400 + "Ω，谁牵头？"
    assert without_preamble(text).endswith("谁牵头？")


@given(st.text(max_size=60))
def test_something_is_always_left(text: str) -> None:
    """Any text keeps what it says: the result is a part of it and empty only where it was."""
    left = without_preamble(text)
    assert left.rstrip("?") in text or left == text
    assert bool(left.strip()) == bool(text.strip())
