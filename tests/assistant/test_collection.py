"""Questions about the collection list every document that is asked for, with its number and date."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant
from tests.assistant.conftest import Over

PLAN = "义乌市加快进口贸易促进创新示范区建设实施方案"
PILOT = "跨境电子商务综合试验区实施方案"
CONFERENCE = "发言摘登"


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        ("你这里收录了哪些文件？", [PLAN, PILOT, CONFERENCE]),
        ("How many documents do you have?", [PLAN, PILOT, CONFERENCE]),
        ("这些文件里哪个是省政府发的？", [PILOT]),
        ("2021年印发的文件有哪些？", [PLAN]),
        ("Which documents were issued in 2018?", [PILOT]),
        ("哪份文件讲了跨境电商综试区？", [PILOT]),
        ("收录的通知有哪几个？", [PLAN, PILOT]),
    ],
)
def test_just_the_documents_asked_for_are_listed(question: str, titles: list[str], bundled: Assistant) -> None:
    """By issuer, year, subject and kind; each with a quote of its title."""
    answer = bundled.answer(question)
    assert answer.status == "answered"
    assert [title for title in (PLAN, PILOT, CONFERENCE) if title in answer.answer] == titles
    assert re.search(rf"共{len(titles)}份|{len(titles)} in total", answer.answer)
    assert len(answer.citations) == len(titles)


def test_a_year_without_documents_has_none(bundled: Assistant) -> None:
    """And it is said how many documents were looked through."""
    answer = bundled.answer("2015年印发的文件有哪些？")
    assert answer.status == "not_found"
    assert "3份" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "申请免税牌照要提交哪些文件？",
        "这个方案是根据哪些文件制定的？",
        "商务局要制定哪些方案？",
        "原来哪份办法作废了？",
    ],
)
def test_papers_to_hand_in_and_papers_cited_are_not_the_collection(question: str, bundled: Assistant) -> None:
    """Those are asked of a text."""
    answer = bundled.answer(question).answer
    assert "共3份" not in answer
    assert "3份文件中没有这样的文件" not in answer


@pytest.mark.parametrize("question", ["你好，你能干什么？", "hello, what can you do?", "你会什么？"])
def test_what_the_assistant_can_do_gets_the_friendly_line(question: str, bundled: Assistant) -> None:
    """It is no question to the documents."""
    answer = bundled.answer(question)
    assert answer.status == "not_found"
    assert not answer.missing


def test_documents_that_mention_a_word_are_all_found(over: Callable[[Mapping[str, str]], Assistant]) -> None:
    """Wherever in a text the word stands, and in no other document."""
    texts = {
        "one.txt": "甲市人民政府关于产业发展的意见\n一、发展制造业。推动工厂改造。\n二、其他。探索低空经济应用。\n",
        "two.txt": "乙县人民政府关于旅游的通知\n一、发展旅游。低空经济与旅游融合。\n",
        "three.txt": "丙区人民政府关于教育的通知\n一、办好学校。改善校舍。\n",
    }
    answer = over(texts).answer("低空经济在哪几份文件里提到了？")
    assert "共2份" in answer.answer
    assert {citation.document_id for citation in answer.citations} == {"one", "two"}
    assert all("低空经济" in citation.quote for citation in answer.citations)


@pytest.mark.parametrize("number", [2, 7])
def test_a_question_that_says_no_document_is_told_of_each_or_asked_back(
    number: int, over: Callable[[Mapping[str, str]], Assistant]
) -> None:
    """One of several documents taken at random would be a wrong answer that looks right."""
    body = "各县区人民政府：\n一、发展旅游。\n"
    texts = {
        f"{place}.txt": f"{place}市人民政府关于发展旅游的通知\n{place}政发〔2024〕{at}号\n{body}"
        for at, place in enumerate("甲乙丙丁戊己庚"[:number], start=1)
    }
    answer = over(texts).answer("文号是多少？")
    if number == 2:
        assert "甲政发〔2024〕1号" in answer.answer
        assert "乙政发〔2024〕2号" in answer.answer
    else:
        assert answer.status == "not_found"
        assert "请说明" in answer.answer


@pytest.mark.parametrize("question", ["哪些城市提到了低空经济", "哪几个市写了低空经济"])
def test_which_places_speak_of_something_is_told_by_their_papers(question: str, over: Over) -> None:
    """Every paper that has the word, and no other."""
    papers = {
        "a.txt": "临江市2025年工作要点\n\n一、发展低空经济。由市发展改革委牵头。\n",
        "b.txt": "云岭市2025年工作要点\n\n一、稳定外贸。低空经济布局起降点20个。\n",
        "c.txt": "白石市2025年工作要点\n\n一、稳定外贸。由市商务局牵头。\n",
    }
    answer = over(papers).answer(question).answer
    assert "共2份" in answer
    assert "临江市" in answer
    assert "云岭市" in answer
    assert "白石市" not in answer
