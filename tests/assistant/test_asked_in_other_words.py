"""The same question in other words: who said it, what a short form stands for, in whose column a unit is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from assistant import Assistant
from assistant.language.counting import counted
from assistant.questions.asking import Ask, what_is_asked
from assistant.questions.question import Question
from corpus.units import UnitDirectory


@pytest.mark.parametrize(
    "text",
    [
        "会上谈到第五航权的是哪位",
        "这话出自谁口",
        "打这个比方的是哪位领导",
        "哪位 leader 在会上 mention 了第五航权？",
        "谁代表市政府作的报告",
        "会上 report 这项进展的 leader 是谁？",
        "放话不要污染项目的是哪位市领导？",
    ],
)
def test_whose_words_it_is_may_be_asked_far_apart(text: str, reads: Callable[[str], Question]) -> None:
    """The word for somebody and the word for speaking tell it, wherever they stand."""
    assert reads(text).asks == {Ask.SPEAKER}


@pytest.mark.parametrize(
    "text", ["哪位领导负责免税牌照", "组长是谁", "谁提供担保", "哪位市领导联系这条产业链", "这件事谁说了算"]
)
def test_who_has_an_office_is_no_speaker(text: str, reads: Callable[[str], Question]) -> None:
    """A post, a task or 提供 makes nobody a speaker."""
    assert Ask.SPEAKER not in reads(text).asks


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("会上谈“非禁即入、承诺即入”这个思路的是哪位", "朱有清"),
        ("讲话里号召“甘当孺子牛”、还说到三个日子的是哪位领导", "陈小忠"),
        ("“最大的基本盘”，这话 from 哪一位？", "葛巧棣"),
    ],
)
def test_words_that_are_quoted_tell_who_said_them(question: str, speaker: str, bundled: Assistant) -> None:
    """A sentence with the very words goes before one that speaks of the rest."""
    answer = bundled.answer(question)
    assert answer.status == "answered"
    assert speaker in answer.answer


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("其余如何处理", Ask.CONTENT),
        ("文件里用的简称“综试区”，全名叫什么？", Ask.DEFINITION),
        ("没按时干完的单位会怎么处理", Ask.PENALTY),
        ("哪家拖后腿的话会有什么 penalty", Ask.PENALTY),
        ("三个流域各是哪些电站", Ask.LIST),
        ("四大 innovation 分别是 which areas", Ask.LIST),
        ("进口额下降的有谁", Ask.LIST),
        ("是依据哪两份文件制定的", Ask.BASIS),
    ],
)
def test_what_is_asked_is_heard_in_other_words(text: str, ask: Ask) -> None:
    """And nothing else is: no place in 如何处理, no unit in 下降的有谁."""
    assert what_is_asked(text).asks == {ask}


def test_the_number_of_what_a_plan_rests_on_is_not_its_own(bundled: Assistant) -> None:
    """依据的…批复，文号 asks for the number of the reply; a date asked besides is that of the plan."""
    answer = bundled.answer("综试区方案依据的国务院批复，文号是多少？")
    assert "国函〔2018〕93号" in answer.answer
    assert "浙政函" not in answer.answer
    both = bundled.answer("综试区方案是依据什么文件制定的，什么时候印发的").answer
    assert "国函〔2018〕93号" in both
    assert "2018年12月28日" in both


def test_names_of_annexes_are_asked_for_as_such(bundled: Assistant) -> None:
    """带了两个附件，名字各是什么 asks for the two titles, and 三大平台，把名称列一下 for no title."""
    assert "争取事项清单" in bundled.answer("进口示范区那个方案带了两个附件，名字各是什么？").answer
    platforms = bundled.answer("综试区方案要建设三大平台，把名称列一下").answer
    assert "线下产业集聚平台" in platforms
    assert "全称" not in platforms


@pytest.mark.parametrize(
    ("text", "role", "period"),
    [
        ("牵头单位含商务局的有哪些事项", "lead", None),
        ("哪些任务的责任单位里带商务局", "any", None),
        ("商务局是责任单位之一的任务有哪些", "any", None),
        ("商务局做牵头单位的任务有哪些（只算牵头，配合的别列）", "lead", None),
        ("附件2中完成时限写到2021年6月的举措列一下", None, (date(2021, 6, 1), date(2021, 6, 30))),
        ("附件2中2021年11月（含）以前要完成的举措都有哪些", None, (None, date(2021, 11, 30))),
        ("附件1的清单，时限是2021年6月的逐条列给我", None, (date(2021, 6, 1), date(2021, 6, 30))),
    ],
)
def test_rows_are_bound_by_the_words_of_their_columns(
    text: str, role: str | None, period: tuple[date | None, date] | None, bundled: Assistant
) -> None:
    """What stands in a column bounds the rows and names no topic; 写到 a month means that month."""
    question = bundled.understand(text)
    assert Ask.LIST in question.asks
    assert [unit.role for unit in question.units] == ([role] if role else [])
    assert (question.period and (question.period.start, question.period.end)) == period
    assert len(question.topic) <= 3


def test_one_alone_or_another_alone_is_either_of_them(bundled: Assistant) -> None:
    """只写了A一家或者B一家: rows that the one or the other has for itself."""
    answer = bundled.answer("附件里责任单位只写了人民银行一家或者税务局一家的有哪几条？")
    assert answer.status == "answered"
    assert "税收政策" in answer.answer
    assert "本外币合一银行结算账户" in answer.answer


def test_a_list_of_units_is_no_place() -> None:
    """责任单位含市商务局 names the bureau of the city, and no place 单位含."""
    named = UnitDirectory(["市商务局", "市财政局"], context="某市").mentions("责任单位含市商务局的条款")
    assert [one.names for one in named] == [("市商务局",)]


def test_an_english_number_may_count_chinese_things() -> None:
    """four“创新” are four."""
    assert counted("方案讲的 four“创新”") == 4
    assert counted("是哪家 for 创新") is None
