"""How often something is done, of whom leave is asked, what a building cost: in the words of people who do not know
the text, over a document that states some of it."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.assistant.conftest import Over

RULES = """柘川市人民政府工作规则

一、市政府实行全体会议和常务会议制度。市政府全体会议一般每半年召开一次，市政府常务会议一般每月召开两次。
二、市政府领导同志不能出席全体会议或常务会议的，向市长请假。
三、市政府成立青湖大桥建设领导小组，统筹推进项目建设。青湖大桥原估算总投资6.2亿元，调整后为7.4亿元。
四、政务号要做好信息发布。（一）推进公开。（二）加强互动。（三）优化服务。
五、2024年全市新引进项目312个，其中工业项目187个。
"""


@pytest.fixture(scope="module")
def rules(over: Over) -> Assistant:
    """Answers over the rules above."""
    return over({"rules.txt": RULES})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("市政府全体会议一年开几次会？", "每半年召开一次"),
        ("柘川市的领导开不了常务会，请假跟谁请", "向市长请假"),
        ("青湖大桥的造价原来估多少，后来又涨到多少", "7.4亿元"),
        ("柘川2024年招进来多少项目，里头工业的多少", "187个"),
    ],
)
def test_what_is_stated_is_found_in_plain_words(rules: Assistant, question: str, told: str) -> None:
    """几次会 is how often, 请假跟谁请 whom one asks, 造价 the investment, 招进来 what was brought in."""
    answer = rules.answer(question)
    assert answer.status == "answered"
    assert told in answer.answer


@pytest.mark.parametrize("question", ["青湖大桥建设领导小组一年要开几次会？", "政务号一天至少要发几条？"])
def test_how_often_is_not_told_by_what_is_counted_nearby(rules: Assistant, question: str) -> None:
    """Neither another body's meetings nor the three headings of a part say how often."""
    assert rules.answer(question).status == "not_found"
