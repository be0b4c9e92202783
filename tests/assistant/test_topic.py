"""What is left of a question when the words that only carry it are taken away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import Assistant
from assistant.questions.topic import topic_words, without_marks


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("请问免税牌照的申请", ["免税牌照", "申请"]),
        ("关于中小企业", ["中小企业"]),
        ("我想了解一下冷链食品", ["冷链食品"]),
        ("tell me about the cargo terminal please", ["cargo", "terminal"]),
        ("the city's airport", ["city", "airport"]),
        ("请问", []),
        ("要挂到网上吗", ["挂到网上"]),
        ("打的钱", ["打的钱"]),
        ("种粮和应对方案", ["种粮", "应对方案"]),
        ("都有谁", []),
        ("交不交材料", ["交材料"]),
        ("能不能办", ["办"]),
        ("what is it", []),
        ("who pays out the 桐浦 funds", ["pays", "out", "桐浦", "funds"]),
        ("support for people in need", ["support", "people", "in", "need"]),
        ("the enforcement agency's officers", ["enforcement", "agency", "officers"]),
        ("tasks of the implementation plan", ["tasks", "implementation"]),
        ("up to 20 beds", ["20", "beds"]),
        # what is left of a short form, what somebody means to do, in which measure, of each one
        ("trains can not run empty", ["trains", "run", "empty"]),
        ("what was built so far where they sat in", ["built"]),
        ("the county hopes to cut the wait", ["county", "cut", "wait"]),
        ("the plate, in length and height?", ["plate"]),
        ("beds reached in total, for each", ["beds", "reached"]),
    ],
)
def test_empty_words_are_taken_away(text: str, words: list[str]) -> None:
    """In both languages; a character inside a word stays, and so does one inside an everyday word."""
    assert topic_words(text) == words


def test_marks_are_blanks() -> None:
    """One blank for every run of them."""
    assert without_marks("“免税”，（牌照）？！") == "免税 牌照"


@given(text=st.text(alphabet=st.sampled_from("免税牌照的了请问一下里中上关于 abc the of,，。？2021"), max_size=60))
def test_topic_words_are_pieces_of_the_text(text: str) -> None:
    """In its order, without white space, nothing added."""
    at = 0
    for word in topic_words(text):
        at = text.index(word, at) + len(word)
        assert word.strip() == word != ""


def test_a_decimal_number_is_one_word() -> None:
    """2.31 is not 2 and 31; a full stop at the end parts words."""
    assert "2.31%" in " ".join(topic_words("研发经费占比2.31%. 那个数"))
    assert topic_words("ends here. Exports grew") == topic_words("ends here Exports grew")


def test_polite_words_of_a_letter_name_nothing() -> None:
    """They frame a question that one office asks another."""
    assert "".join(topic_words("经办同志：拟了解孵化空间房租补贴，请告知。")) == "孵化空间房租补贴"


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("想成立一个进口集团", "成立进口集团"),
        ("地方电网建设这事上面怎么定的", "地方电网建设"),
        ("义乌准备搞一个保税仓，是谁来弄", "义乌搞保税仓弄"),
        ("建一座冷链仓库", "建冷链仓库"),
        ("解放思想", "解放思想"),
        ("一个窗口受理", "一个窗口受理"),
    ],
)
def test_a_wish_and_one_of_something_name_nothing(question: str, topic: str) -> None:
    """想 and 一个 go, 思想 and the name of a reform stay."""
    assert "".join(topic_words(question)) == topic


def test_a_project_for_the_people_is_no_task_word(bundled: Assistant) -> None:
    """事项 in 民生实事项目 belongs to two words."""
    assert bundled.understand("民生实事项目有哪些？").topic == "民生实事项目"
