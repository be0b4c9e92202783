"""How far matters have come, figures of a part of the year, and rows that head others."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from assistant.language.parts_of_years import is_of_another_part, parts_asked, parts_named
from assistant.language.states import State, is_in, state_asked, state_printed
from tests.assistant.conftest import opened

DOCUMENTS = Path(__file__).parent / "states"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Answers over a list of problems, a circular on a quarter and a table of projects, written for these tests."""
    return Assistant(opened(DOCUMENTS, tmp_path_factory.mktemp("states")))


@pytest.mark.parametrize(
    ("question", "words", "others"),
    [
        ("岚汀市口岸督查反馈的问题哪些已经完成了？", ["共1项", "投诉"], ["收费", "船员"]),
        ("岚汀市口岸督查反馈的问题还有几个没完成？", ["共3项", "收费", "查验", "船员"], ["投诉"]),
        ("岚汀市口岸督查反馈的问题有哪些还没启动？", ["共1项", "船员"], ["收费"]),
        ("岚汀市由岚汀海关配合的问题哪些还在整改中？", ["共1项", "收费"], ["查验", "投诉"]),
        ("Which problems in Lanting (岚汀市) have not been started?", ["船员"], ["收费"]),
        ("浔岚县的新建项目有哪些？", ["共2项", "产业园", "康复楼"], ["管廊", "41800"]),
        ("浔岚县重点建设项目一共有几个？", ["共4项", "管廊", "产业园"], ["23600"]),
    ],
)
def test_rows_in_a_state_and_rows_of_a_group(
    question: str, words: list[str], others: list[str], assistant: Assistant
) -> None:
    """All rows that are meant and no other one; a row that heads others is none of them."""
    answer = assistant.answer(question)
    assert answer.status == "answered", answer.answer
    assert all(word in answer.answer for word in words), answer.answer
    assert not any(word in answer.answer for word in others), answer.answer


def test_no_matter_in_a_state(assistant: Assistant) -> None:
    """Nothing is overdue where no row says so; no row is told for it."""
    answer = assistant.answer("岚汀市口岸督查反馈的问题有哪些逾期了？")
    assert answer.status == "not_found", answer.answer


def test_figures_of_another_quarter_do_not_answer(assistant: Assistant) -> None:
    """二季度 tells nothing of the first quarter, under whatever name."""
    assert "86个" in assistant.answer("湖汀市二季度新签约项目多少个？").answer
    assert "53个" in assistant.answer("湖汀市第二季度开工项目多少个？").answer
    for question in ("湖汀市一季度新签约项目多少个？", "湖汀市上半年新签约项目多少个？"):
        answer = assistant.answer(question)
        assert answer.status == "not_found", answer.answer


def test_amounts_of_a_table_whose_rows_repeat_a_place(assistant: Assistant) -> None:
    """Rows are called by what is their own; the line above gives all amounts their unit, the last row their sum."""
    assert "270万元" in assistant.answer("柳湾市组团参展安排了多少钱？").answer
    assert "综合服务平台" in assistant.answer("柳湾市哪个项目安排的金额最多？").answer
    assert "2230万元" in assistant.answer("柳湾市2025年外经贸专项资金一共安排多少？").answer
    assert "2230" not in assistant.answer("云埭县一共安排了多少资金？").answer
    listed = assistant.answer("柳湾市云埭县有哪些项目？").answer
    assert all(word in listed for word in ("共2项", "海外营销中心", "组团参展")), listed


@pytest.mark.parametrize("verb", ["办", "举办", "举行"])
def test_when_an_occasion_is(verb: str, assistant: Assistant) -> None:
    """时间：… tells it, though it says nothing of holding."""
    assert "5月15日" in assistant.answer(f"岚葳市原产地规则培训什么时候{verb}？").answer


def test_what_is_to_be_done_by_a_day_is_no_question_for_the_day(assistant: Assistant) -> None:
    """什么 ends as a question with 么 does, and asks something else."""
    assert "原产地服务点" in assistant.answer("岚葳市2025年底前每个县要建成什么？").answer


def test_parts_of_years() -> None:
    """Quarters, halves and months by any name; what is reached by the end of one counts from the beginning."""
    assert parts_named("第一季度") == parts_named("Q1") == parts_named("1—3月") == {(1, 3)}
    assert parts_named("前三季度") == {(1, 9)}
    assert parts_named("上半年比一季度增长5%") == {(1, 6)}
    assert not parts_named("前两个季度以外，每季度召开一次") - {(1, 6)}
    assert not is_of_another_part(parts_asked("by the end of Q3"), "前三季度340件", "", "")
    assert is_of_another_part(parts_asked("一季度多少"), "共86个", "二季度，", "")
    assert not is_of_another_part(parts_asked("一季度多少"), "共86个", "", "")


def test_states() -> None:
    """What is asked for and what is printed."""
    assert state_asked("哪些没完成") is State.OPEN
    assert state_asked("哪些完成了") is State.DONE
    assert state_asked("完成了多少") is None
    assert state_printed("未完成") is State.OPEN
    assert state_printed("已销号") is State.DONE
    assert is_in(State.LATE, State.OPEN)
    assert not is_in(None, State.OPEN)
