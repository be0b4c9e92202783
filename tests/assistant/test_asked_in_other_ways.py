"""The speech that a question writes out, the day of signature alone, who covers a cost, where papers are to be sent, in
which months, at which site."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.questions.asking import Ask, what_is_asked
from tests.assistant.conftest import Over

NOTICE = """泠州市教育局关于举办2025年青少年科技节的通知

泠教〔2025〕18号

各县（市、区）教育局：

一、第一阶段为作品征集阶段。2025年3—5月，由各县（市、区）教育局组织征集。
二、报名表和作品清单请于2025年5月20日前寄送泠州市青少年活动中心。
三、科技节举办经费由泠州市人民政府承担。
四、科技节开幕式于2025年6月1日举行，市级媒体直播。

泠州市教育局
2025年2月10日

泠州市教育局办公室　2025年2月14日印发
"""


@pytest.fixture(scope="module")
def lingzhou(over: Over) -> Assistant:
    """Answers over the notice above."""
    return over({"lingzhou-notice.txt": NOTICE})


@pytest.mark.parametrize(
    ("question", "words", "others"),
    [
        ("泠州科技节的通知是哪天签发的？", ["2025年2月10日"], ["2025年2月14日"]),
        ("泠州科技节的通知落款和印发各是哪天？", ["2025年2月10日", "2025年2月14日"], []),
        ("Who covers the full cost of the science festival in 泠州?", ["泠州市人民政府"], ["do not state"]),
        ("泠州科技节报名表和作品清单要寄给哪家单位？", ["泠州市青少年活动中心"], ["各县（市、区）教育局："]),
        ("泠州科技节作品征集在哪几个月？", ["3—5月"], ["6月1日"]),
    ],
)
def test_what_is_asked_in_other_ways(question: str, words: list[str], others: list[str], lingzhou: Assistant) -> None:
    """Each is told what it asks for, and nothing beside it."""
    answer = lingzhou.answer(question)
    assert answer.status == "answered", answer.answer
    assert all(word in answer.answer for word in words), answer.answer
    assert not any(word in answer.answer for word in others), answer.answer


def test_a_site_that_nothing_names(lingzhou: Assistant) -> None:
    """When the opening takes place says nothing of where."""
    assert lingzhou.answer("泠州科技节开幕式定在哪个体育馆？").status == "not_found"


def test_who_covers_and_how_much_are_two() -> None:
    """How much it costs is asked for where it is."""
    assert what_is_asked("Who covers the cost of the bid?").asks == {Ask.RESPONSIBLE}
    assert Ask.QUANTITY in what_is_asked("Who covers the cost of the bid and how much is it?").asks


def test_the_speech_whose_title_is_written_out(bundled: Assistant) -> None:
    """What else the question says of the meeting tells no speech."""
    answer = bundled.answer("义乌自贸区推进大会上，讲资金自由那部分的是谁？").answer
    assert "颜新香" in answer
    assert "陈小忠" not in answer


def test_so_many_things_are_no_rows_of_another_number(over: Over) -> None:
    """哪三大平台 are the three, whatever rows fall due by then."""
    plan = (
        "泠州市平台建设方案\n\n"
        "一、建设三大平台\n"
        "1.交易平台。完善交易功能。\n"
        "2.结算平台。接入银行系统。\n"
        "3.数据平台。汇集各类数据。\n\n"
        "二、工作任务\n"
        "1.2026年6月底前建成交易平台机房。（责任单位：▲市数据局、市财政局）\n"
        "2.2026年9月底前招引平台企业20家。（责任单位：▲市商务局）\n"
    )
    answer = over({"lingzhou-platforms.txt": plan}).answer("泠州2026年底前要建设哪三大平台？")
    assert answer.status == "answered", answer.answer
    assert all(word in answer.answer for word in ("交易平台", "结算平台", "数据平台")), answer.answer
    assert "20家" not in answer.answer, answer.answer
