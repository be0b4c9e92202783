"""What English follow-ups name instead: the other kind of a thing, another speaker, another way, somebody's number."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.language.english_kinds import are_of_a_kind
from assistant.questions.another_one import another_one
from tests.assistant.conftest import Converse, Over

_RULES = """汐泊新区支持跨境电商若干措施

第一条　支持公共海外仓。自建的，按实际投资额的20%给予补助，单个最高不超过260万元；\
租赁的，按年租金的35%给予补助，单个每年最高不超过90万元。

第二条　支持信用保险。短期险按保费的45%给予补助；中长期险按保费的30%给予补助。

第三条　汇率避险项目由区金融局受理，截止日期为8月22日。

政策咨询：区商务局 祁清婉，0000-7715027；技术支持：0000-7715111。举报电话：0000-7715096。

汐泊新区管理委员会
2024年5月9日
"""

_MINUTES = """汐泊新区促进进口专题会议纪要

2024年6月3日，副主任林筠召开专题会议。

商务局局长韩维洲汇报了情况。他建议，尽快出台专项政策，把增长目标定为18%。

进口商会会长苏离反映，会员融资难；建议由银行和担保公司共同推出“进口贷”产品。
"""


@pytest.fixture(scope="module")
def bay(over: Over) -> Assistant:
    """Measures and minutes of a new area."""
    return over({"rules.txt": _RULES, "minutes.txt": _MINUTES})


@pytest.mark.parametrize(
    ("turns", "words", "others"),
    [
        (
            ["What is the subsidy in Xibo for a rented overseas warehouse?", "And for a self-built one?"],
            "260万元",
            "90万",
        ),
        (
            ["What is the subsidy in Xibo for a self-built overseas warehouse?", "What about rented ones?"],
            "90万元",
            "260",
        ),
        (
            ["What share of the premium does Xibo cover for short-term insurance?", "And medium and long-term?"],
            "30%",
            "45%",
        ),
        (
            [
                "What did Han Weizhou propose at the Xibo meeting?",
                "And what about the president of the importers' association?",
            ],
            "进口贷",
            "主持召开",
        ),
        (["Who is the contact for policy questions in Xibo?", "What's his number?"], "0000-7715027", "7715096"),
    ],
)
def test_what_is_named_instead(turns: list[str], words: str, others: str, bay: Assistant, converse: Converse) -> None:
    """It stands in the place of its like, and the answer is of it alone."""
    answer = converse(bay, turns)[-1].answer
    assert words in answer, answer
    assert others not in answer


def test_words_of_a_kind() -> None:
    """Words with the same end behind a hyphen, and opposites of trade; a word is no other one than itself."""
    assert are_of_a_kind("short-term", "medium-and-long-term")
    assert are_of_a_kind("exports", "imports")
    assert not are_of_a_kind("rented", "rented")
    assert not are_of_a_kind("rented", "exports")


def test_what_points_back_names_nothing() -> None:
    """The other one, the first one and a new question are left to those who know them."""
    assert another_one("What about the other one?", "What is paid for a rented warehouse?") is None
    assert another_one("And when is it due?", "What did Wang propose?") is None
    assert another_one("And Li Ming?", "What did Wang propose?") == "What did Li Ming propose?"


@pytest.mark.parametrize(
    "question", ["Whom should I phone in Xibo about currency hedging questions?", "汐泊汇率避险打哪个电话？"]
)
def test_who_is_to_be_asked_is_told_by_the_paper(question: str, bay: Assistant) -> None:
    """Where nobody is named for the very thing, all who are to be asked are given, and not where to complain."""
    answer = bay.answer(question).answer
    assert "0000-7715027" in answer
    assert "0000-7715096" not in answer


def test_a_paper_that_says_nothing_of_it_has_no_number_for_it(bay: Assistant) -> None:
    """Rice is no matter of this paper."""
    assert bay.answer("Whom should I phone in Xibo about rice seedlings?").status == "not_found"
