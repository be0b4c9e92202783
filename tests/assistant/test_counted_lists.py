"""Lists and counts whose items stand under an item of another list, under headings called as the question calls them,
or side by side in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from assistant.language.series import side_by_side
from assistant.types import Turn
from tests.assistant.conftest import opened

DOCUMENTS = Path(__file__).parent / "counted"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Answers over opinions on training centres and a plan for tea, written for these tests."""
    return Assistant(opened(DOCUMENTS, tmp_path_factory.mktemp("counted")))


@pytest.mark.parametrize(
    ("question", "words", "others"),
    [
        ("临潭整治体育培训机构，出现哪几种情况要关停？", ["共4项", "危险房屋", "虐待学员", "卷款"], ["收费标准"]),
        ("临潭哪些体育培训机构要限期整改？", ["共3项", "收费标准", "意外伤害险", "消防"], ["卷款"]),
        ("临潭规范整治体育培训机构的主要内容有哪几项？", ["共4项", "整治的重点", "予以关停"], ["卷款"]),
    ],
)
def test_the_list_under_the_item_that_is_named(
    question: str, words: list[str], others: list[str], assistant: Assistant
) -> None:
    """Who asks for one of several ways of treatment gets its list, and not the list of the ways."""
    answer = assistant.answer(question)
    assert answer.status == "answered", answer.answer
    assert all(word in answer.answer for word in words), answer.answer
    assert not any(word in answer.answer for word in others), answer.answer


def test_an_item_that_announces_others_is_told_with_them(assistant: Assistant) -> None:
    """4.…还应当具备： is not all of the fourth condition, and what it announces is no fifth one."""
    answer = assistant.answer("临潭体育培训机构符合哪些条件的予以保留？")
    assert all(word in answer.answer for word in ("共4项", "水质检测报告", "救生员")), answer.answer


@pytest.mark.parametrize(
    "question", ["临潭茶产业方案的主要任务一共分几个行动？", "临潭茶产业提升的主要任务有哪几大“行动”"]
)
def test_what_is_called_as_the_question_calls_it_is_counted(question: str, assistant: Assistant) -> None:
    """The three actions under 主要任务, and not the six tasks under them."""
    answer = assistant.answer(question)
    assert "共3项" in answer.answer, answer.answer
    assert all(word in answer.answer for word in ("茶园改造", "加工升级", "品牌培育")), answer.answer
    assert "低产茶园" not in answer.answer


def test_all_tasks_are_listed_where_tasks_are_asked_for(assistant: Assistant) -> None:
    """任务 are what stands under the actions."""
    answer = assistant.answer("临潭茶产业方案的主要任务有哪些任务？")
    assert answer.total == 6, answer.answer


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("临潭整治体育培训机构的通知，文号和日期", ["临政办发〔2023〕27号", "2023年4月18日"]),
        ("临潭体育培训机构那份通知，落款是哪天，真正印出来又是哪天", ["2023年4月18日", "2023年4月21日"]),
        ("What are the document number and date of the 临潭 notice on 体育培训机构?", ["27号", "18 April 2023"]),
        ("Give me the issuer and date of the 临潭 notice on 体育培训机构", ["临潭市人民政府办公室", "18 April 2023"]),
    ],
)
def test_the_date_beside_a_number_is_that_of_issue(question: str, words: list[str], assistant: Assistant) -> None:
    """文号和日期: a paper says both of itself; printed is another day."""
    answer = assistant.answer(question)
    assert answer.status == "answered", answer.answer
    assert all(word in answer.answer for word in words), answer.answer


def test_the_day_on_a_web_site_is_not_called_that_of_printing(assistant: Assistant) -> None:
    """发布日期：2018年… over a paper of 2005 says when a web site put it up."""
    answer = assistant.answer("临潭转发渔船管理意见的函是哪天印发的？")
    assert "2005年6月3日" in answer.answer
    assert "发布日期是2018年11月20日" in answer.answer
    assert "印发日期是2018" not in answer.answer


@pytest.mark.parametrize(
    ("question", "named", "others"),
    [
        ("青石码头安全整治领导小组里有哪几位院士？", ["阮知白", "顾怀谷"], ["褚云停", "鲍时雨"]),
        ("青石码头安全整治领导小组名单里，头衔写着教授的有谁", ["褚云停"], ["阮知白", "柯仲平"]),
        ("青石码头安全整治领导小组成员里哪些人是大学校长？", ["阮知白"], ["褚云停", "顾怀谷"]),
        ("青石码头安全整治领导小组里市海事局派的是谁？", ["蓝小楼"], ["鲍时雨"]),
    ],
)
def test_people_are_picked_by_their_titles_and_units(
    question: str, named: list[str], others: list[str], assistant: Assistant
) -> None:
    """Those whose post has the title, all of them and nobody else; 副校长 is no 校长."""
    answer = assistant.answer(question)
    assert all(name in answer.answer for name in named), answer.answer
    assert not any(name in answer.answer for name in others), answer.answer


@pytest.mark.parametrize(
    ("first", "then", "words", "others"),
    [
        ("青石码头火灾，董事长兼党委书记受了什么处分？", "那总经理呢？", "撤职", ["降级", "记过", "警告"]),
        ("青石码头火灾，副市长受了什么处分？", "那交通运输局局长呢", "记过", ["降级", "撤职", "警告处分"]),
        ("青石码头修复分三年一共补助多少？", "最后一年给多少", "第三年补助10万元", []),
        ("青石码头修复补助多少？", "那海事局呢，派的是谁", "蓝小楼", ["鲍时雨"]),
    ],
)
def test_a_follow_up_names_another_of_the_kind(
    first: str, then: str, words: str, others: list[str], assistant: Assistant
) -> None:
    """Another post in place of the post, one of the years spoken of; what is said of other posts is no answer."""
    before = assistant.answer(first)
    answer = assistant.answer(then, turns=(Turn(first, before),))
    assert words in answer.answer, answer
    assert not any(word in answer.answer for word in others), answer.answer


def test_who_printed_a_paper_is_told_with_the_day(assistant: Assistant) -> None:
    """The office that had a notice printed stands in the line with the day."""
    answer = assistant.answer("临潭体育培训机构那份通知是谁负责印发出来的，哪天")
    assert "2023年4月21日（临潭市人民政府办公室印发）" in answer.answer


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("临潭茶产业方案下一步要上线几个平台？", ["共3个", "鲜叶交易撮合平台"]),
        ("How many platforms will Lintan's (临潭) tea plan put online?", ["3 in total", "鲜叶交易撮合平台"]),
        ("临潭体育培训机构整治的通知抄送了几个区的政府", ["共5个", "冶力关"]),
    ],
)
def test_what_a_sentence_gives_by_name_is_counted(question: str, words: list[str], assistant: Assistant) -> None:
    """No number is printed: three platforms and five districts stand side by side."""
    answer = assistant.answer(question)
    assert answer.status == "answered", answer.answer
    assert all(word in answer.answer for word in words), answer.answer


@pytest.mark.parametrize(
    ("text", "forms", "number"),
    [
        ("完成登记平台、办理平台和注销平台的投用。", ["平台"], 3),
        ("抄送：省委，杭州、宁波、丽水市人民政府。", ["政府"], 3),
        ("推出货款平台、创业平台等平台。", ["平台"], 0),  # there are others
        ("分行业、分区域开展12场企业对接活动，服务企业不少于500家", ["企业"], 0),
        ("建设登记平台、办理平台，关停旧平台、老平台。", ["平台"], 0),  # which of the two rows is not said
    ],
)
def test_only_a_whole_row_of_names_is_counted(text: str, forms: list[str], number: int) -> None:
    """Names that all end as the things are called, in one clause alone, with nothing left open by 等."""
    assert len(side_by_side(text, forms)) == number
