"""Who asks how much is told an amount that stands in words, too, and no number of something else instead."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.language.figure_kinds import has_kind
from assistant.language.values_in_words import tells_in_words
from tests.assistant.conftest import Over

PAPERS = {
    "danlu.txt": "关于设立澹麓临空服务区的批复\n\n澹麓市人民政府：\n你市请示收悉。现批复如下：\n"
    "一、原则同意设立澹麓临空服务区，规划面积14.2平方公里。\n"
    "二、服务区管理机构由澹麓市人民政府管理。不增加行政编制，所需人员由你市内部调剂解决。\n"
    "三、省财政自2031年起连续三年每年安排2600万元支持服务区基础设施建设。\n",
    "yunpu.txt": "云浦市会展业扶持办法\n\n第四条 对国际性展会给予场地补助，每个展会补助40万元。\n"
    "第五条 消费促销类展销会、人才招聘会不在支持范围。\n"
    "第六条 对世界500强企业来云浦设立的独立研发机构，依据投资强度，“一事一议”给予扶持。\n"
    "第七条 有多家场馆运营机构的，按照展览面积比例予以分配补助。\n"
    "第八条 培训名额中可安排少量外地学员，具体比例由市商务局研究确定。\n",
}


@pytest.fixture
def papers(over: Over) -> Assistant:
    """A reply and a set of measures."""
    return over(PAPERS)


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("澹麓临空服务区增加多少行政编制？", "不增加行政编制", "14.2"),
        ("云浦人才招聘会能拿到多少补助？", "不在支持范围", "40万元"),
        ("云浦对500强企业来设研发机构给多少钱？", "一事一议", "40万元"),
        ("云浦多家场馆运营机构的补助怎么分？", "面积比例予以分配", "40万元"),
        ("云浦培训名额里外地学员占多少比例？", "由市商务局研究确定", "40万元"),
        ("澹麓临空服务区规划面积多大？", "14.2平方公里", "编制"),
        ("云浦国际性展会补助多少？", "40万元", "不在支持范围"),
    ],
)
def test_an_amount_in_words_answers_how_much(papers: Assistant, question: str, told: str, other: str) -> None:
    """Where a number is what is asked for, it is told as before."""
    answer = papers.answer(question)
    assert answer.status == "answered"
    assert told in answer.answer
    assert other not in answer.answer.split("另一处")[0]


def test_words_for_amounts() -> None:
    """A duty or a rule that fixes nothing is no amount."""
    assert tells_in_words("所需资金据实列支")
    assert tells_in_words("敏感海域面积标准减半执行")
    assert tells_in_words("具体标准另行制定")
    assert not tells_in_words("不断增加投入，按照规定办理")
    assert not tells_in_words("加大支持力度")
    assert has_kind("不予补助", "money")
    assert not has_kind("规划面积14平方公里", "money")
