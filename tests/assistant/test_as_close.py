"""Where two sentences answer a question as well as each other, both are given, and it is said so."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.types import Turn
from tests.assistant.conftest import Over

EAST = """东溪区冷链物流扶持办法

第一条 为支持冷链物流发展，制定本办法。
第二条 对企业新购置冷藏车的，每辆给予3万元补助。
第三条 对冷库用电给予每度0.1元补助。
第四条 本办法自2024年3月1日起施行。
"""
WEST = """西原区农产品流通扶持办法

第一条 为搞活农产品流通，制定本办法。
第二条 对合作社新购置冷藏车的，每辆给予5万元补助。
第三条 对新建产地仓的，每座给予20万元补助。
第四条 本办法自2024年6月1日起施行。
"""


@pytest.fixture(scope="module")
def districts(over: Over) -> Assistant:
    """Two districts of an invented city that pay different sums for the same thing."""
    return over({"dongxi.txt": EAST, "xiyuan.txt": WEST})


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("新购置冷藏车每辆补助多少？", "另一处与所问同样接近："),
        ("How much is the subsidy for a newly bought refrigerated truck (冷藏车)?", "Stated elsewhere, and as close"),
    ],
)
def test_two_sentences_that_answer_alike_are_both_given(question: str, said: str, districts: Assistant) -> None:
    """The question does not say which district: both sums come, the second after words that say what it is, each with
    its own quote."""
    answer = districts.answer(question)
    first, between, second = answer.answer.partition(said)
    assert between
    assert {"3万元" in first, "5万元" in first} == {True, False}
    assert {"3万元" in second, "5万元" in second} == {True, False}
    assert {citation.document_id for citation in answer.citations} == {"dongxi", "xiyuan"}
    assert answer.answer.count("The Chinese that is quoted is the authority.") == said.isascii()


def test_a_question_that_says_which_is_given_one(districts: Assistant) -> None:
    """The district is named: the other one's sum is none of its answer."""
    answer = districts.answer("西原区新购置冷藏车每辆补助多少？")
    assert "5万元" in answer.answer
    assert "3万元" not in answer.answer


def test_a_conversation_stays_with_its_document(districts: Assistant) -> None:
    """After a question about one district the other one's rule is not told beside."""
    first = districts.answer("东溪区冷链物流扶持办法给冷库用电补多少？")
    turn = Turn(question="东溪区冷链物流扶持办法给冷库用电补多少？", answer=first)
    answer = districts.answer("那新购置冷藏车呢？", turns=[turn])
    assert "3万元" in answer.answer
    assert "5万元" not in answer.answer


def test_of_a_question_in_parts_nothing_is_told_beside(districts: Assistant) -> None:
    """What answers one part is enough to read: what else may be meant is left out."""
    answer = districts.answer("新购置冷藏车每辆补助多少，新建产地仓每座补助多少？")
    assert "20万元" in answer.answer
    assert "同样接近" not in answer.answer


def test_what_names_less_of_the_question_is_no_rival(over: Over) -> None:
    """The clause on motorcycles has all words of the question on cars but the cars."""
    plates = over(
        {
            "paizhao.txt": "应急救援专用号牌管理办法\n\n第一条 专用号牌分为汽车号牌和摩托车号牌两种。\n"
            "第二条 专用号牌为白底黑字，其中：汽车号牌字符共8位，依次为省份简称、代号和四位序号；"
            "摩托车号牌字符共7位，依次为省份简称、三位序号和代号。\n第三条 本办法自2024年5月1日起施行。\n"
        }
    )
    answer = plates.answer("应急救援专用汽车号牌一共几位字符？").answer
    assert "8位" in answer
    assert "7位" not in answer
