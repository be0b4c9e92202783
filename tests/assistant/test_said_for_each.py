"""Figures of two things in one question, names with empty characters, codes, what a speaker says he will speak of."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant
from assistant.language.preliminaries import leads_up
from assistant.questions.parallel_clauses import parallel_clauses
from assistant.wording.conditions import as_written

DIGEST = """临港新片区建设情况汇报

临港新片区实施范围31.5平方公里，是核心起步区，实行封闭管理。拓展协同区为老城区88平方公里，是核心起步区的外延，布局办公、生活等配套。

招商专班围绕“上半年干了什么、下半年怎么干”两个方面作简要汇报。上半年引进项目21个。下半年招商专班将组建三支小分队驻点招商，每月举办一次推介会。

推动保税备货（1210）、直邮进口（9610）等模式落地，支持企业扩大进口。
"""


@pytest.fixture(scope="module")
def assistant(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    """Over one short report."""
    return over({"临港": DIGEST})


@pytest.mark.parametrize(
    "question", ["临港新片区核心起步区面积多大，拓展协同区多大？", "核心起步区面积多大，拓展协同区面积多大？"]
)
def test_the_figure_of_one_is_not_that_of_the_other(assistant: Assistant, question: str) -> None:
    """A sentence that names both has the area of one of them only."""
    told = assistant.answer(question).answer
    assert "31.5平方公里" in told
    assert "88平方公里" in told


@pytest.mark.parametrize("question", ["核心功能区面积多大？", "核心功能区和辐射带动区面积各多大？"])
def test_a_name_in_one_piece_is_not_its_words_in_another(bundled: Assistant, question: str) -> None:
    """联动发展区 with its 120 square kilometres is 核心功能的外延区 and not the 核心功能区."""
    told = bundled.answer(question).answer.split("另一处")[0]
    assert "26.2平方公里" in told
    assert "120平方公里" not in told


def test_the_end_of_a_name_belongs_to_it() -> None:
    """区 stands in both clauses before what is asked, and is part of either name."""
    first, second = parallel_clauses("核心起步区面积多大，拓展协同区面积多大？")
    assert (first.thing, second.thing) == ("核心起步区", "拓展协同区")


@pytest.mark.parametrize("question", ["1210是什么意思？", "9610是什么？", "9610指什么"])
def test_a_code_is_asked_for_as_a_word(assistant: Assistant, question: str) -> None:
    """A number of four digits counts no list."""
    assert "（1210）、直邮进口（9610）" in assistant.answer(question).answer


@pytest.mark.parametrize(
    ("text", "announces"),
    [
        ("招商专班围绕“上半年干了什么、下半年怎么干”两个方面作简要汇报。", True),
        ("主要汇报三大方面内容：", True),
        ("下半年招商专班将组建三支小分队驻点招商，每月向领导小组汇报一次。", False),
    ],
)
def test_what_will_be_spoken_of_is_not_what_is_said_of_it(text: str, announces: bool) -> None:
    """The sentence that announces a report has all words of a question and answers nothing."""
    assert leads_up(text) is announces


@pytest.mark.parametrize(
    ("topic", "text", "told"),
    [
        ("朱 清分管", "朱有清分管什么", "朱有清分管"),
        ("第二 百日攻坚 跑", "第二个百日攻坚要怎么跑", "第二个百日攻坚 跑"),
        ("宝石加工", "宝石加工属于哪项任务", "宝石加工"),
        ("licence fee", "what is the licence fee", "licence fee"),
    ],
)
def test_what_was_looked_for_is_told_as_it_was_asked(topic: str, text: str, told: str) -> None:
    """One character between two words of a topic stood in the question."""
    assert as_written(topic, text) == told
