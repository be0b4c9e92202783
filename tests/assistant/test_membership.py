"""Questions about lists of people get everybody that they ask for, and nobody else."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant
from assistant.types import Answer

DOCUMENTS = {
    "council": """澜江市人民政府办公室关于成立澜江市低空经济发展委员会的通知
澜政办发〔2024〕9号
各区人民政府，市政府各部门：
　　市政府决定成立低空经济发展委员会。组成人员名单如下：
　　主　任：沈　白　　市委副书记、市长
　　副主任：鲁一鸣　　市政府副市长
　　韩维舟　　市政府秘书长
　　秘书长：苏　黎　　市交通运输局局长
　　委　员：冯月琴　　市财政局副局长
　　罗大川　　市公安局副局长
　　白若溪　　市应急管理局副局长
　　委员会办公室设在市交通运输局。办公室主任由市交通运输局局长苏黎担任，副主任由市发展改革委、市公安局有关负责同志担任。
澜江市人民政府办公室
2024年3月5日
""",
    "minutes": """澜江市人民政府防汛工作专题会议纪要
〔2024〕3号
2024年4月2日，副市长鲁一鸣主持召开防汛工作专题会议。现将会议议定事项纪要如下：
一、会议明确，市水利局于2024年5月底前完成险工险段整治。
出席：鲁一鸣、何止、郑小满、丁少游
列席：万里、乔木
请假：市行政审批局局长高远（由副局长凌云代为参会）
记录：市政府办公室综合科　沙鸥
""",
}


@pytest.fixture(scope="module")
def people(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over({f"{name}.txt": text for name, text in DOCUMENTS.items()})


EVERYBODY = (
    *("沈白", "鲁一鸣", "韩维舟", "苏黎", "冯月琴", "罗大川", "白若溪"),
    *("何止", "郑小满", "丁少游", "万里", "乔木", "高远", "凌云", "沙鸥"),
)


def named(answer: Answer) -> set[str]:
    return {name for name in EVERYBODY if name in answer.answer}


@pytest.mark.parametrize(
    ("question", "people_named"),
    [
        ("低空经济委员会的主任是谁？", "沈白"),
        ("低空经济发展委员会有哪几位副主任？", "鲁一鸣 韩维舟"),
        ("Who are the vice chairs of the low-altitude economy committee?", "鲁一鸣 韩维舟"),
        ("低空经济委员会里财政局派的是谁？", "冯月琴"),
        ("公安局在低空经济委员会的代表是哪位？", "罗大川"),
        ("低空经济委员会的委员有哪些人？", "冯月琴 罗大川 白若溪"),
        ("低空经济发展委员会由哪些人组成？", "沈白 鲁一鸣 韩维舟 苏黎 冯月琴 罗大川 白若溪"),
        ("2024年成立的低空经济委员会，副主任都有谁？", "鲁一鸣 韩维舟"),
        ("低空经济委员会不算主任、副主任，还有几位？", "苏黎 冯月琴 罗大川 白若溪"),
        ("低空经济委员会主任和副主任不算，成员有哪几位？", "苏黎 冯月琴 罗大川 白若溪"),
        ("苏黎在低空经济委员会担任什么职务？", "苏黎"),
        ("防汛那个会，谁请假了？", "高远"),
        ("防汛专题会除了鲁一鸣还有谁出席？", "何止 郑小满 丁少游"),
        ("防汛那次会谁做的记录？", "沙鸥"),
        ("Who sat in on the flood control meeting?", "万里 乔木"),
    ],
)
def test_just_the_people_asked_for_are_given(question: str, people_named: str, people: Assistant) -> None:
    """Each with a quote that names them."""
    answer = people.answer(question)
    assert answer.status == "answered"
    assert named(answer) == set(people_named.split())
    quotes = "".join("".join(citation.quote.split()) for citation in answer.citations)
    assert all(name in quotes for name in named(answer))


@pytest.mark.parametrize("question", ["低空经济发展委员会一共多少名成员？", "低空经济发展委员会有多少人？"])
def test_the_number_of_members_is_told_by_role(question: str, people: Assistant) -> None:
    """All seven are listed."""
    answer = people.answer(question)
    assert "共7位（主任1位、副主任2位、秘书长1位、委员3位）" in answer.answer
    assert len(answer.citations) == 7


@pytest.mark.parametrize("question", ["低空经济委员会的顾问是谁？", "低空经济委员会里税务局派了谁？"])
def test_nobody_is_made_up_for_a_role_or_a_unit_without_people(question: str, people: Assistant) -> None:
    """Neither the chair nor somebody of another unit is given instead."""
    assert not named(people.answer(question))


def test_who_heads_the_office_is_not_who_heads_the_body(people: Assistant) -> None:
    """Both are told by the sentence on the office."""
    answer = people.answer("低空经济发展委员会办公室主任是谁，副主任呢？")
    assert "苏黎" in answer.answer, answer.answer
    assert "市发展改革委" in answer.answer, answer.answer
    assert "鲁一鸣" not in answer.answer, answer.answer


def test_the_members_of_one_group(over: Callable[[Mapping[str, str]], Assistant]) -> None:
    """Experts are not the members for the departments, in English either."""
    text = """汐川市人民政府办公室关于成立汐川市古籍保护委员会的通知
各区人民政府：
　　市政府决定成立古籍保护委员会。组成人员名单如下：
　　主　任：贺　澜　　副市长
　　委　员：
　　（一）部门委员
　　陶　谦　　市文化局副局长
　　卢　荻　　市财政局副局长
　　（二）专家委员
　　段　砚　　教授、汐川大学图书馆馆长
　　岑　简　　研究员、市博物馆原馆长
　　毕　帛　　编审、汐川古籍社社长
汐川市人民政府办公室
2024年6月3日
"""
    experts = over({"books.txt": text})
    for question in (
        "古籍保护委员会的专家委员有几位？",
        "How many expert members does Xichuan's ancient books protection committee have?",
    ):
        answer = experts.answer(question)
        assert all(name in answer.answer for name in ("段砚", "岑简", "毕帛")), answer.answer
        assert "陶谦" not in answer.answer, answer.answer


def test_tasks_are_still_tasks(people: Assistant) -> None:
    """A question about who does the work is not one about the list of members."""
    answer = people.answer("险工险段整治由谁负责，什么时候完成？")
    assert "市水利局" in answer.answer
    assert "2024年5月底前" in answer.answer
