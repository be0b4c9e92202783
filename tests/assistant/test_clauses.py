"""Several things asked at once: each is answered or named as missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.questions.asking import Ask
from assistant.questions.clauses import asking_parts
from assistant.questions.question import Question
from index.build import ingest
from index.library import Library
from tests.assistant.conftest import Over


def parts_of(text: str, reads: Callable[[str], Question]) -> list[frozenset[Ask]]:
    return [part.asks for part in asking_parts(reads(text), reads)]


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("冷链物流中心建在哪里，补贴多少钱？", [{Ask.PLACE}, {Ask.BUDGET}]),
        ("拿一等奖的是哪项成果，奖金发了多少？", [{Ask.CONTENT}, {Ask.BUDGET}]),
        ("冷库设在哪儿 什么时候建成", [{Ask.PLACE}, {Ask.DEADLINE}]),
        ("Where will the cold store be, and how much money does it get?", [{Ask.PLACE}, {Ask.BUDGET}]),
        ("Who chairs the leading group and where does its office sit?", [{Ask.PERSON}, {Ask.PLACE}]),
    ],
)
def test_different_things_are_asked_apart(text: str, asks: list[set[Ask]], reads: Callable[[str], Question]) -> None:
    """A sentence that holds the one rarely holds the other."""
    assert parts_of(text, reads) == [frozenset(one) for one in asks]


@pytest.mark.parametrize(
    "text",
    [
        "冷链物流中心谁牵头，哪些单位配合，什么时候建成？",
        "这份文件是谁发的，文号是多少，什么时候印发的？",
        "请问，冷链物流中心什么时候建成？",
        "农业局牵头的任务有哪些，都列出来",
        "“一季度，开工；二季度，完工”说的是什么？",
        "前几年，冷链物流中心补贴多少钱？",
        "那十几个点，补贴多少钱？",
        "哪个厅牵头，哪一天完成？",
        "推荐函寄到哪个单位，最迟哪天寄出？",
    ],
)
def test_what_belongs_together_is_one_question(text: str, reads: Callable[[str], Question]) -> None:
    """The fields of a task, those of a document, a polite opening, a quotation."""
    assert asking_parts(reads(text), reads) == ()


def test_a_later_part_is_asked_about_what_the_first_one_names(reads: Callable[[str], Question]) -> None:
    """ "奖金发了多少" alone could be any prize."""
    _, later = asking_parts(reads("冷链物流中心建在哪里，补贴多少钱？"), reads)
    assert "冷链物流中心" in later.topic + later.inherited


def test_a_part_that_is_not_stated_is_named_beside_what_is(bundled: Assistant) -> None:
    """Who leads is stated, what it costs is not."""
    answer = bundled.answer("义乌综合保税区扩区由谁牵头，一共要花多少钱？")
    assert answer.status == "partial"
    assert "集聚区" in answer.answer
    assert answer.missing == ("budget",)
    assert answer.citations


def test_both_parts_are_answered_where_both_are_stated(bundled: Assistant) -> None:
    """The speaker from one speech, the lead unit from the plan's row."""
    answer = bundled.answer("跨境电商综试区方案的文号是多少，免税牌照由谁牵头？")
    assert answer.status == "answered"
    assert "浙政函〔2018〕183号" in answer.answer
    assert "商城集团" in answer.answer


def test_a_sentence_that_holds_both_answers_both(written: Assistant) -> None:
    """Nothing is said to be missing that the quote of the other part gives."""
    whole = written.answer("航空枢纽方案的文号是多少，什么时候印发的？")
    assert whole.status == "answered"
    assert not whole.missing


def test_what_hangs_on_something_unknown_is_not_answered(bundled: Assistant) -> None:
    """Of a hospital that no document knows, no area is given either, though other areas are stated."""
    answer = bundled.answer("义乌第九人民医院的新楼盖在哪条路上，占地多少平方公里？")
    assert answer.status == "not_found"
    assert not answer.citations


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Two cities' reports that speak of the same things, and a district's rules, written for these tests."""
    folder = tmp_path_factory.mktemp("parts")
    assert not ingest([Path(__file__).parent / "side_by_side"], folder).failed
    return Assistant(Library.open(folder))


@pytest.mark.parametrize(
    ("question", "given", "missing", "others"),
    [
        ("保定2024年要新增多少公办幼儿园学位，责任单位是哪个局？", "3900个", "responsible", ["综合执法局"]),
        ("保定2024年加装住宅电梯多少部，总投资有没有说？", "410部", "budget", ["1.7亿"]),
        ("保定2024年城镇新增就业目标是多少，最后实际完成了多少？", "4.6万", "quantity", []),
        ("专项检查由谁组织，每次给企业补贴多少钱？", "市场监管局", "budget", []),
        ("How often are special inspections (专项检查) held, and what does one cost?", "每两年", "budget", []),
    ],
)
def test_each_part_is_answered_of_the_thing_itself(
    question: str, given: str, missing: str, others: list[str], reports: Assistant
) -> None:
    """Another thing's cost, another city's figure, an aim for what was reached are no answers to the second part."""
    answer = reports.answer(question)
    assert answer.status == "partial", answer.answer
    assert given in answer.answer
    assert missing in answer.missing
    for other in others:
        assert other not in answer.answer


def test_a_second_part_may_stand_elsewhere_if_it_is_of_the_same_thing(reports: Assistant) -> None:
    """Two figures of one city in two sections."""
    answer = reports.answer("保定2023年接待游客多少万人次，2024年GDP增速目标是多少？")
    assert answer.status == "answered"
    assert "2310万" in answer.answer
    assert "5.8%" in answer.answer


_PLAN = """云岫县农村物流实施方案

一、重点任务
（一）购置新能源邮路货车24辆，投入资金480万元。
（二）建设联合实验室，每个给予50万元经费支持。
（三）邮政行业业务收入达到28.6亿元。
"""


@pytest.mark.parametrize(
    ("question", "given", "stranger"),
    [
        ("云岫县要购置多少辆新能源邮路货车，驾驶员培训多少场？", "24辆", "50万元"),
        ("How many postal trucks will Yunxiu County buy, and how many drivers will be trained?", "24辆", "28.6"),
    ],
)
def test_a_later_part_is_not_answered_by_what_speaks_of_none_of_its_words(
    question: str, given: str, stranger: str, over: Over
) -> None:
    """A figure of something else beside the first answer would be read as the second one."""
    answer = over({"plan.txt": _PLAN}).answer(question)
    assert answer.status == "partial", answer.answer
    assert given in answer.answer
    assert stranger not in answer.answer


_INSPECTION = """岚溪市重点项目督查通报

一、总体情况
截至6月底，督查共发现问题31个，其中已整改14个、正在整改17个。
二、线路开行
同意新开岚溪至河内定期班列，每周2列，首列于4月9日发出。
三、资金
老旧小区改造今年完成52个，惠及居民3.1万户。
"""


@pytest.mark.parametrize(
    ("question", "status", "given"),
    [
        ("岚溪督查一共发现问题多少个，搞定了几个？", "answered", "已整改14个"),
        ("岚溪新开哪条定期班列，头一趟几号走？", "answered", "4月9日"),
        ("岚溪今年改造老旧小区多少个，收物业费多少？", "partial", "52个"),
    ],
)
def test_what_one_sentence_tells_twice_is_not_said_to_be_missing(
    question: str, status: str, given: str, over: Over
) -> None:
    """Two figures in the measure that both parts ask for, and the day beside the name; a fee is another thing."""
    answer = over({"inspection.txt": _INSPECTION}).answer(question)
    assert answer.status == status, answer.answer
    assert given in answer.answer


@pytest.mark.parametrize(
    ("question", "status", "given"),
    [
        (
            "How many old estates does Lanxi renovate, and how much will each receive?",
            "partial",
            "52个",
        ),
        (
            "How many old estates does Lanxi renovate, and how much was paid for the design?",
            "partial",
            "52个",
        ),
        ("How many problems did the Lanxi inspection find, and how many have been fixed?", "answered", "已整改14个"),
    ],
)
def test_what_each_is_paid_is_not_told_by_how_many_there_are(
    question: str, status: str, given: str, over: Over
) -> None:
    """Asked in English, too, money of its own is said to be unstated, while a second count is told by its sentence."""
    answer = over({"岚溪督查.txt": _INSPECTION}).answer(question)
    assert answer.status == status, answer.answer
    assert given in answer.answer
