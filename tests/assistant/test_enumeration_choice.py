"""Enumerations inside texts, by what announces them: whole, and no other one of the same document."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answers.enumerations import series_of
from index.build import ingest
from index.library import Library

DOCUMENTS = Path(__file__).parent / "enumerations"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A city's report and its rules on shops, written for these tests."""
    folder = tmp_path_factory.mktemp("enumerations")
    report = ingest([DOCUMENTS], folder)
    assert not report.failed, report.failed
    return Library.open(folder)


@pytest.fixture(scope="module")
def assistant(library: Library) -> Assistant:
    """Answers over both."""
    return Assistant(library)


@pytest.mark.parametrize(
    ("question", "words", "others"),
    [
        ("洛阳2025年巩固汉服产业领先地位要重点抓好哪三件事？", ["汉服产业园", "汉服大赛", "妆造师"], ["城市宣传"]),
        ("洛阳的4件市级民生实事都有啥，列全", ["老旧小区", "社区食堂", "公办学位", "电梯"], ["汉服"]),
        ("洛阳市政府自身建设讲了哪三个“坚守”？", ["为民初心", "法治底线", "清廉本色"], ["汉服"]),
        ("洛阳汉服体验店碰到哪些情形要责令整改（不是摘牌）？", ["公示服装租金", "消毒"], ["弄虚作假", "拒不整改"]),
        ("洛阳汉服体验店有哪些情形会被摘牌？", ["弄虚作假", "安全事故", "拒不整改"], ["服装租金"]),
        ("洛阳汉服体验店申请开办补贴，申请材料有哪些？", ["开办补贴申请表", "营业执照", "租赁合同"], ["不良记录"]),
        ("洛阳汉服体验店申请评级奖励，申请材料有哪些？", ["评级奖励申请表", "经营报表"], ["租赁合同", "五十平方米"]),
        ("洛阳办法里的“汉服体验店”是指什么？", ["提供汉服租赁"], ["公示服装租金"]),
        ("许昌假发产业提质计划一共有几大行动？分别是什么？", ["共3项", "设计能力", "品牌", "渠道"], ["假发设计大赛"]),
        ("Which three actions does the 许昌 wig industry plan set out?", ["设计能力", "品牌", "渠道"], ["组织领导"]),
        ("许昌假发产业提质三年行动计划的保障措施有哪几条？", ["组织领导", "资金保障", "督导"], ["市商务局"]),
        ("许昌假发产业计划的基本原则有哪几条？", ["共3项", "市场主导", "分类施策", "质量优先"], ["500亿元"]),
        ("新乡公共浴室管理办法一共有几章？", ["共4项", "总则", "卫生要求", "监督检查", "附则"], ["茶具"]),
        ("洛阳政府工作报告说今年要重点抓好哪三件事？", ["汉服产业园", "汉服大赛", "妆造师"], ["没有符合"]),
        ("许昌的假发质量抽检重点查哪些内容？", ["共4项", "原料来源", "染料", "检验记录"], ["专项资金"]),
        ("开封夜市的规定里，从业人员方面有哪几条？", ["健康证明", "摊位号牌", "每年培训"], ["盲道", "美食节"]),
    ],
)  # fmt: skip
def test_a_list_is_what_was_announced_and_nothing_else(
    question: str, words: list[str], others: list[str], assistant: Assistant
) -> None:
    """Known by its number, by the sentence, the heading or the article that announces it."""
    answer = assistant.answer(question)
    assert answer.status == "answered", answer.answer
    for word in words:
        assert word in answer.answer, answer.answer
    for other in others:
        assert other not in answer.answer, answer.answer


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("河南省消费促进典型做法通报表扬的名单里，洛阳上榜的有哪几项？", ["汉服文化", "直播基地", "街区外摆"]),
        ("消费促进典型做法里洛阳一共占了几项？", ["共3项", "直播基地"]),
        ("How many of the commended 消费促进典型做法 came from Zhengzhou?", ["1 item", "汽车消费券"]),
    ],
)
def test_a_list_is_asked_for_the_items_of_one_place(question: str, words: list[str], assistant: Assistant) -> None:
    """A list of many cities, not the city's own documents: only the items that name it, and their number."""
    answer = assistant.answer(question)
    assert answer.status == "answered", answer.answer
    for word in words:
        assert word in answer.answer, answer.answer
    for other in ("宋韵", "假发", "民生实事"):
        assert other not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "洛阳市的行动计划提了哪五大行动？",
        "Which five actions does Luoyang's plan set out?",
        "许昌假发产业计划的七大工程是哪些？",
    ],
)
def test_another_number_of_things_or_those_of_another_place_are_no_answer(question: str, assistant: Assistant) -> None:
    """The plan that has actions has three of them, and is another city's."""
    answer = assistant.answer(question)
    assert "品牌培育提升行动" not in answer.answer, answer.answer


def test_every_item_is_verbatim_and_ends_where_the_next_begins(library: Library) -> None:
    """The span of an item is its words; the last of a run inside a paragraph ends with its sentence."""
    document = library.document("report")
    runs = {series.label: series for series in series_of(document, library.sections("report"))}
    run = runs["重点抓好三件事："]
    assert [document.text[item.span.start : item.span.end] for item in run.items] == [item.text for item in run.items]
    assert run.items[-1].text == "三是培养汉服妆造师，全年培训1000人。"
    assert len(runs["在完成省级实事基础上，全力办好4件市级民生实事。"].items) == 4
