"""A question that was copied, quoted, numbered or sent twice asks what it asks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import Assistant
from assistant.questions.as_typed import laid_out

ASKED = "免税牌照的申报由谁牵头？"


@pytest.mark.parametrize(
    "typed",
    [
        "免 税 牌 照 的 申 报 由 谁 牵 头 ？",
        "免税牌照 的申报由谁牵头？",
        "免税牌\n照的申报由谁牵头？",
        "免税牌照的申报\n由谁牵头？",
        f"“{ASKED}”",
        f'"{ASKED}"',
        f"1. {ASKED}",
        f"（2）{ASKED}",
        f"- {ASKED}",
        f"③{ASKED}",
        f"问：{ASKED}",
        f"问题3：{ASKED}",
        f"{ASKED}{ASKED}",
        f"{ASKED}\n{ASKED}",
        f"{ASKED}我再问一遍：{ASKED}",
    ],
)
def test_what_was_copied_with_a_question_is_no_part_of_it(typed: str) -> None:
    """Spaces and breaks inside words, the mark of a list, quotation marks around it, the question once more."""
    assert laid_out(typed).replace(" ", "") == ASKED


@pytest.mark.parametrize(
    "text",
    [
        "免税牌照谁牵头 什么时候完成",
        "“非禁即入”",
        "“核心区”和“外延区”",
        "1.5亿元以上的项目奖多少",
        "2021.6前完成的有哪些",
        "the plan of 2018: who leads",
        "谁牵头？谁配合？",
        "",
    ],
)
def test_what_only_looks_like_that_stays(text: str) -> None:
    """A space for a comma, a name in quotation marks, a number with a point, two questions that are alike."""
    assert laid_out(text) == text


def test_lines_that_each_ask_stay_apart() -> None:
    """A break between two questions is a comma and not nothing."""
    assert laid_out("免税牌照谁牵头\n什么时候完成") == "免税牌照谁牵头，什么时候完成"


@given(st.text(alphabet='免税谁，？“”" \n1.a问：', max_size=60))
def test_it_is_done_in_one_go(text: str) -> None:
    """What was laid out once has no more to be taken off, but for marks inside marks, and nothing is added."""
    once = laid_out(text)
    assert len(once) <= len(text) + text.count("\n")
    assert len(laid_out(once)) <= len(once)


@pytest.mark.parametrize(
    "way",
    [
        "免 税 牌 照 由 谁 牵 头",
        "“免税牌照由谁牵头？”",
        "1. 免税牌照由谁牵头？",
        "免税牌照由谁牵头？免税牌照由谁牵头？",
        "免税牌照到底由谁牵头啊？",
        "《义乌市人民政府办公室关于印发义乌市加快进口贸易促进创新示范区建设实施方案的通知》里，免税牌照由谁牵头？",
        "免税牌照由谁牵头（《义乌市人民政府办公室关于印发义乌市加快进口贸易促进创新示范区建设实施方案的通知》）",
    ],
)
def test_the_answer_is_the_same(way: str, bundled: Assistant) -> None:
    """However it was typed."""
    expected = bundled.answer("免税牌照由谁牵头？")
    answer = bundled.answer(way)
    assert answer.answer == expected.answer
    assert [one.quote for one in answer.citations] == [one.quote for one in expected.citations]
