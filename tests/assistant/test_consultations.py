"""Until when comments on a draft may be sent and where: told by the announcement, not by what the draft says."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.language.extremes import extreme_asked, of_another_extreme
from assistant.matching.needs import tells_when
from tests.assistant.conftest import Over

DRAFT = """沛川市城市管理局关于《沛川市户外招牌管理办法（征求意见稿）》公开征求意见的公告

为规范户外招牌设置，我局起草了《沛川市户外招牌管理办法（征求意见稿）》，现向社会公开征求意见。社会各界可在2025年6月3日至7月2日期间通过以下方式反馈：

1.电子邮件：zhaopai@pc.example.cn；
2.信函：沛川市柳荫路8号市城市管理局法规科，邮编000310。

逾期不再受理。

沛川市城市管理局
2025年6月1日

关于《沛川市户外招牌管理办法（征求意见稿）》的起草说明

行业主管部门对招牌申请提出意见，应当在10个工作日内答复。
办法暂定自2025年10月1日起施行。
"""

REPLY = """沛川市教育局对市政协提案第8号的答复

您提出的关于增加托育园位的提案收悉，现答复如下：
一、2025年新增托育园位300个，由市教育局负责。
"""


@pytest.fixture(scope="module")
def draft(over: Over) -> Assistant:
    """The announcement of a draft with its explanation, and a reply to a proposal."""
    return over({"draft.txt": DRAFT, "reply.txt": REPLY})


@pytest.mark.parametrize(
    "question",
    [
        "户外招牌管理办法的意见什么时候截止，往哪儿寄",
        "招牌管理办法征求意见到什么时候为止？",
        "对户外招牌管理办法怎么提意见？",
        "沛川户外招牌的意见往哪儿寄",
        "When does the consultation on 户外招牌管理办法 end and how can I comment?",
    ],
)
def test_days_and_ways_are_those_of_the_announcement(question: str, draft: Assistant) -> None:
    """Who is asked for an opinion within ten days is somebody else, and the draft comes into force later."""
    answer = draft.answer(question)
    assert answer.status == "answered"
    for words in ("6月3日至7月2日", "zhaopai@pc.example.cn", "柳荫路8号", "逾期不再受理"):
        assert words in answer.answer
    assert "10个工作日" not in answer.answer
    assert "10月1日" not in answer.answer


def test_other_questions_on_opinions_are_not_about_sending_them(draft: Assistant) -> None:
    """The answer of a department to an application is none to the public."""
    assert "zhaopai" not in draft.answer("托育园位的提案意见怎么反馈？").answer
    assert "10个工作日" in draft.answer("主管部门对招牌申请提出意见后要几个工作日内答复？").answer


def test_how_long_without_is_no_year() -> None:
    """多久没更新 is told by a length of time, and neither by a day nor by a year."""
    asked = "政务账号多久没更新会被关停"
    assert tells_when(asked, "连续三个月未更新的予以关停")
    assert tells_when(asked, "2周未更新的，责令整改")
    assert not tells_when(asked, "到2022年，建成政务新媒体矩阵")
    assert not tells_when(asked, "2024年6月1日前完成")


def test_how_long_something_may_stay_is_no_due_date() -> None:
    """ "How long may goods stay" is told by a length of time, and not by the day by which something is done."""
    asked = "How long may goods for display stay outside the bonded zone?"
    assert tells_when(asked, "出区展示期限不超过6个月")
    assert not tells_when(asked, "2024年6月底前完成")


def test_what_fell_most_is_not_what_there_is_most_of() -> None:
    """Which one may stand behind: 投诉最多的是哪类."""
    asked = "投诉最多的是哪类问题"
    stated = extreme_asked(asked)
    assert stated is not None
    assert stated.search("居前五位的是：物业管理（12件）")
    assert stated.search("前三位分别是物业、停车、噪声")
    assert of_another_extreme("供暖类工单下降最多", asked)
    assert not of_another_extreme("供暖类工单下降最多", "哪类工单下降最多")
    assert extreme_asked("单个企业最多的是什么时候") is None
