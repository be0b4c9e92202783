"""A paragraph under its topic sentence, one of a numbered series, 明年 counted from the document's own year."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.answers.topic_sentences import is_called
from assistant.language.announcements import begins_paragraph
from tests.assistant.conftest import Converse, Over

REPORT = """泊州市2025年政府工作报告

一、2024年工作回顾

一年来，全市经济稳中有进。

二、2025年工作安排

今年是“十四五”规划收官之年。全市经济社会发展的主要预期目标是：地区生产总值增长5%左右。

　　开展街面秩序三项整治。一是整治车辆违停。新增停车泊位1900个。二是整治占道经营。设置便民疏导点14处，引导流动摊贩入市。三是整治噪声扰民。

（一）推动产业升级。

　　推进“三进两退”改革。实施制造业进园区行动，全年入园企业60家。开展人才进企业活动，选派科技特派员120名。推动数据进车间，建成智能车间30个。有序退出散乱污企业，整治提升45家。加快退出低效用地，盘活存量土地2300亩。

　　深入打造“四好”码头。统筹沿江岸线资源，完成岸线清退12公里。推行船舶岸电全覆盖，新建岸电设施28套。

三、空间布局

（一）“两带”。沿江产业带以装备制造、港口物流为主，打造千亿级产业走廊。环湖生态带以文旅、康养为主，打造休闲目的地。

（二）“多点”。依托各乡镇特色资源，建设产业强镇。
"""
CONFERENCE = """泊州市优化口岸服务新闻发布会实录

时间：2024年7月9日

　　市商务局局长 冉可立：到今年年底，退税商店由52家增加到150家。明年年底，退税商店达到260家。去年，全市办理退税3.1亿元。
"""


@pytest.fixture(scope="module")
def assistant(over: Over) -> Assistant:
    return over({"bozhou-report.txt": REPORT, "bozhou-conference.txt": CONFERENCE})


@pytest.mark.parametrize(
    "question", ["泊州的“三进两退”改革具体指什么？", "泊州怎么推进“三进两退”改革？", "“三进两退”改革有哪些举措"]
)
def test_the_paragraph_under_a_topic_sentence_answers(assistant: Assistant, question: str) -> None:
    """推进“三进两退”改革。 says nothing of it; the sentences after it do, to the end of the paragraph."""
    answer = assistant.answer(question)
    assert answer.status == "answered"
    assert all(words in answer.answer for words in ("60家", "120名", "30个", "45家", "2300亩"))
    assert "岸电" not in answer.answer


def test_a_heading_that_is_a_name_answers_with_its_part(assistant: Assistant) -> None:
    """What stands under （一）“两带” is what 两带 are."""
    answer = assistant.answer("泊州空间布局里的“两带”是哪两带？")
    assert "沿江产业带" in answer.answer
    assert "环湖生态带" in answer.answer
    assert "产业强镇" not in answer.answer
    assert is_called("（一）“两带”。", "两带是哪两带")
    assert not is_called("（一）“两带”。", "“两带多点”是什么")


def test_one_of_a_series_is_asked_on(assistant: Assistant, converse: Converse) -> None:
    """第二项 is 二是… of the answer before, with what is said of it."""
    *_, answer = converse(assistant, ["泊州开展街面秩序哪三项整治？", "第二项具体怎么做的"])
    assert answer.status == "answered"
    assert "整治占道经营" in answer.answer
    assert "便民疏导点14处" in answer.answer
    assert "噪声" not in answer.answer


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("泊州2025年底退税商店要达到多少家？", "260家", "150家"),
        ("泊州2024年底退税商店增加到多少家？", "150家", "260家"),
        ("泊州2023年办理退税多少？", "3.1亿元", "260家"),
    ],
)
def test_next_year_counts_from_the_year_of_the_document(
    assistant: Assistant, question: str, told: str, not_told: str
) -> None:
    """明年年底 in what was said in 2024 is the end of 2025."""
    answer = assistant.answer(question)
    assert answer.status == "answered"
    assert told in answer.answer
    assert not_told not in answer.answer


def test_where_a_paragraph_begins() -> None:
    """An indented line or one after a long one begins a paragraph; where print broke a line, none does."""
    assert begins_paragraph("甲。\n　　乙。", 5)
    assert begins_paragraph("甲" * 60 + "。\n乙。", 62)
    assert not begins_paragraph("图。我们将主动\n融入联动发展。\n布局云仓。", 15)


def test_a_formula_that_closes_its_paragraph_is_told_before_it(over: Over) -> None:
    """…，构建“1+2+N”产业体系。 names what the sentences before it in its paragraph told."""
    text = """沂岭市2025年政府工作报告

一、2025年工作安排

　　加快建设交通强市。新改建农村公路260公里。

　　培育现代产业。做强轴承支柱产业，打造千亿级基地。壮大食品、纺织两个优势产业，发展若干特色产业，构建“1+2+N”现代化产业体系。
"""
    answer = over({"yiling.txt": text}).answer("沂岭“1+2+N”现代化产业体系里的1和2分别是什么？")
    assert answer.status == "answered"
    assert "轴承" in answer.answer
    assert "食品、纺织" in answer.answer
    assert "农村公路" not in answer.answer
