"""Nothing that can be typed raises, hangs or leaks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import Assistant
from assistant.types import answer_json
from index.patience import patience

HOSTILE = [
    "？",
    "。。。！！！",
    "   ",
    "😀😀😀",
    "第五航权😀由谁牵头？👍",
    "'; DROP TABLE documents; --",
    "SELECT * FROM task_records WHERE lead = '机场集团'",
    "<script>alert(1)</script>",
    "<b>第五航权</b>由谁牵头？",
    "{{7*7}} ${jndi:ldap://x} %s %n",
    "../../etc/passwd",
    "\x00\x01\x02",
    "附件99第99项",
    "附件1第0项",
    "第0个",
    "2021年13月45日前完成的任务",
    "99999年底前完成的任务有哪些？",
    "“““”””《《》》",
    "[1][2][3]",
    "(" * 500,
    "AND OR NOT + - && || ! ( ) { } ^ ~ * ? : \\ /",
    "title:第五航权 AND lead:*",
    "\u202e第五航权\u200b由谁牵头\ufeff？",
    "𠀀𠀁𠮷",
    "e\u0301" * 50,
]


@pytest.mark.parametrize("question", HOSTILE)
def test_nothing_that_is_typed_raises(question: str, written: Assistant) -> None:
    """Mark-up, queries, control characters and impossible dates are text."""
    answer = written.answer(question)
    assert answer.question == question
    assert answer_json(answer)["answer"]


@settings(max_examples=80, deadline=None)
@given(question=st.text(min_size=1, max_size=60))
def test_no_text_raises(question: str, written: Assistant) -> None:
    """Any code points, lone surrogates apart, which no request can carry."""
    assert written.answer(question).answer


@pytest.mark.parametrize(
    "unit",
    [
        "第五航权由谁牵头，什么时候完成？",
        "机场集团牵头的任务有哪些？",
        "who leads the fifth freedom rights and by when? ",
    ],
)
def test_two_thousand_characters_are_answered(unit: str, written: Assistant) -> None:
    """The longest question that is let in."""
    question = (unit * 200)[:2000]
    with patience(60):  # no measure of speed: a pattern that runs away takes longer than anybody waits
        answer = written.answer(question)
    assert answer.question == question


@pytest.mark.parametrize(
    "wrapped",
    ["<b>第五航权</b>由谁牵头？", "第五航权😀由谁牵头？👍", "【第五航权】由谁牵头？？？！！", "“第五航权”由谁牵头"],
)
def test_decoration_does_not_hide_a_question(wrapped: str, written: Assistant) -> None:
    """The facts are found all the same."""
    answer = written.answer(wrapped)
    assert answer.status == "answered"
    assert "口岸办" in answer.answer


def test_mark_up_in_a_question_is_not_repeated_as_an_answer(written: Assistant) -> None:
    """What is asked stands in `question`; the answer cites documents only."""
    answer = written.answer("<img src=x onerror=alert(1)>")
    assert answer.status == "not_found"
    assert not answer.citations
