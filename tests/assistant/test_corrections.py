"""What a turn takes back, goes back to or adds to is asked of what it names."""

from __future__ import annotations

import time

import pytest

from assistant import Assistant
from assistant.questions.corrections import Correction, correction
from assistant.questions.leaning import leans_back, pronoun
from tests.assistant.conftest import Converse
from tests.assistant.ledger_rows import rows
from tests.assistant.test_ledger_answers import tasks_of


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("不是商务局，是财政局", "商务局", "财政局"),
        ("不是免税牌照，我问的是综保区扩区", "免税牌照", "综保区扩区"),
        ("说错了，是财政局", "", "财政局"),
        ("不对，财政局", "", "财政局"),
        ("不好意思，我要问综保区扩区", "", "综保区扩区"),
        ("我说的是2018年那个", "", "2018年那个"),
        ("no, I mean the annex", "", "the annex"),
    ],
)
def test_what_is_meant_instead_is_told_from_what_was_named(text: str, old: str, new: str) -> None:
    """With and without what was wrong."""
    assert correction(text) == Correction(old, new)


@pytest.mark.parametrize("text", ["谁牵头？", "那财政局呢", "不是牵头单位的有哪些", "Who leads it?", ""])
def test_other_turns_correct_nothing(text: str) -> None:
    """Though 不是 may stand in them."""
    assert correction(text) is None


@pytest.mark.parametrize("text", ["说错了，" * 250, "不是" * 500, "no, " * 250, "那个" * 500, "好的" * 500])
def test_a_long_row_of_such_words_takes_no_time(text: str) -> None:
    """Nothing is tried again and again."""
    began = time.process_time()
    correction(text)
    leans_back(text)
    assert time.process_time() - began < 0.5


@pytest.mark.parametrize("turn", ["不是税务局，是商务局", "说错了，是商务局", "不对，商务局", "我问的是商务局牵头的"])
def test_rows_of_the_unit_that_was_meant(turn: str, bundled: Assistant, converse: Converse) -> None:
    """All of them, in the part that was asked for."""
    answer = converse(bundled, ["税务局牵头的任务有哪些？", turn])[-1]
    assert tasks_of(answer) == tasks_of(bundled.answer("商务局牵头的任务有哪些？"))
    assert tasks_of(answer) >= {row.task for row in rows() if "商务局" in row.leads}


@pytest.mark.parametrize("turn", ["那它参与的呢？", "参与的呢", "它参与的任务呢？"])
def test_rows_of_the_same_unit_in_another_part(turn: str, bundled: Assistant, converse: Converse) -> None:
    """And never the rows of all units."""
    answer = converse(bundled, ["商务局牵头的任务有哪些？", turn])[-1]
    assert tasks_of(answer) == {row.task for row in rows() if "商务局" in row.participants}


@pytest.mark.parametrize("turn", ["说错了，是综保区扩区", "不是免税牌照，我问的是综保区扩区", "我说的是综保区扩区"])
def test_the_task_that_was_meant(turn: str, bundled: Assistant, converse: Converse) -> None:
    """Is asked what was asked of the other one."""
    answer = converse(bundled, ["免税牌照由谁牵头？", turn])[-1]
    assert "扩区" in answer.answer
    assert "免税" not in answer.answer


@pytest.mark.parametrize("turn", ["时间呢？", "by when?", "完成时限呢", "截止时间？"])
def test_a_bare_word_for_the_time_asks_when(turn: str, bundled: Assistant, converse: Converse) -> None:
    """Of the task before."""
    answer = converse(bundled, ["研究供应链金融产品由谁牵头？", turn])[-1]
    assert "2021年6月" in answer.answer


@pytest.mark.parametrize(
    "turn", ["回到免税牌照，什么时候完成？", "前面那个免税牌照，什么时候完成", "刚才的免税牌照什么时候完成"]
)
def test_going_back_drops_what_came_between(turn: str, bundled: Assistant, converse: Converse) -> None:
    """那个 before a name is no pronoun."""
    answer = converse(bundled, ["免税牌照由谁牵头？", "综保区扩区呢？", turn])[-1]
    assert "扩区" not in answer.standalone_question
    assert "2021年6月" in answer.answer


def test_whom_to_call_is_asked_of_the_paper_and_changes_no_subject(bundled: Assistant, converse: Converse) -> None:
    """What is asked after it is asked of the task."""
    answers = converse(bundled, ["研究供应链金融产品由谁牵头？", "联系电话呢？", "什么时候完成？"])
    assert "2021年6月" in answers[-1].answer


def test_what_is_not_said_is_not_answered_with_what_was_spoken_of(bundled: Assistant, converse: Converse) -> None:
    """A new question that stands by itself is not found, as it is alone."""
    answers = converse(bundled, ["综保区扩区由谁牵头？", "What is the capital of France?"])
    assert answers[-1].status == "not_found"


@pytest.mark.parametrize(
    "text",
    [
        "珠海横琴那个先囤港澳大牌的仓库，落到哪家头上？",
        "What must an individual seller do before it may open a settlement account?",
        "在国内其他综保区设立分拨仓由谁牵头？",
    ],
)
def test_a_question_that_names_its_own_thing_means_that(text: str) -> None:
    """那个, it and 其他 in it point at nothing before it."""
    assert pronoun(text) is None
