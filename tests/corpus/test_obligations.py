"""What offices must do as minutes, replies and rules say it: 责成A…, A要…, A委托B于…前, A在10个工作日内…."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.readers import read_bytes
from corpus.reading import understand
from corpus.types import TaskRecord

_HEAD = "岚汀市人民政府\n市长办公会议纪要\n〔2025〕3号\n2025年3月2日\n会议议定：\n"


def records(text: str) -> tuple[TaskRecord, ...]:
    """The records of minutes with this text."""
    return understand(read_bytes((_HEAD + text).encode(), Path("minutes.txt"))).records


def owners(text: str) -> list[tuple[str, ...]]:
    """The units of each record, those that lead first."""
    return [record.lead_units + record.participating_units for record in records(text)]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("责成市金融办会同人民银行岚汀市分行，研究推出贷款产品。", ("市金融办", "人民银行岚汀市分行")),
        ("（二）责成市自然资源局、市城管局对管线迁改提出意见，6月5日前报市政府办公室。", ("市自然资源局", "市城管局")),
        ("（三）交由市司法局研究提出修改意见。", ("市司法局",)),
        ("会议要求，市公安局、市城管局要加强节假日秩序维护。", ("市公安局", "市城管局")),
        ("（一）岚汀海关要优化出口货物退货监管，压缩通关时间。", ("岚汀海关",)),
        ("市商务局委托会计师事务所于10月31日前完成专项审计。", ("市商务局",)),
        ("市商务局组织专家于2025年8月10日前完成评审。", ("市商务局",)),
        ("（一）北渠县要在7月31日前提交专项整改报告。", ("北渠县",)),
        ("会议强调，澄湖区、南屿县要加快大厦建设，9月底前投用。", ("澄湖区", "南屿县")),
        ("市政府督查室要对滞后事项实行周调度。", ("市政府督查室",)),
        ("市商务局牵头组织赴境外招商，市外办、市财政局做好保障。", ("市商务局", "市外办", "市财政局")),
        ("甲方负责建设陆港二期，2025年12月底前建成。", ("甲方",)),
    ],
)
def test_who_must_do_something_is_its_owner(text: str, units: tuple[str, ...]) -> None:
    """The word before a unit and whom it commissions are no parts of its name; no day need be named."""
    assert owners(text) == [units]


def test_what_no_office_by_its_name_must_do_is_no_task() -> None:
    """Companies, schools and 各部门 must do much; reports and what is built are no duties."""
    assert not owners("企业要加强自律，学校要做好宣传，各级各部门要高度重视，监管部门要依法查处。")
    assert not owners("市文化中心要建成投用。")
    assert not owners("岚汀港集团要全力突围，力争营收达到1200亿元。")
    assert not owners("各区要加强宣传，园区要完善配套，全市要统筹推进，你市要切实负起责任。")


@pytest.mark.parametrize(
    ("text", "units", "time"),
    [
        ("市财政局在公示期满后15个工作日内将资金拨付到企业。", ("市财政局",), "公示期满后15个工作日内"),
        ("市商务局应当在5个工作日内予以答复。", ("市商务局",), "5个工作日内"),
        (
            "县（市、区）商务主管部门会同财政部门于10个工作日内完成初审。",
            ("县（市、区）商务主管部门", "财政部门"),
            None,
        ),
        ("各县（市、区）于次年1月20日前报送自评报告。", ("各县（市、区）",), "次年1月20日前"),
    ],
)
def test_a_span_of_time_is_a_deadline(text: str, units: tuple[str, ...], time: str | None) -> None:
    """What a unit must do within days of something is a task, due in the words that are printed."""
    (record,) = records(text)
    assert record.lead_units + record.participating_units == units
    assert (record.deadline.text if record.deadline else None) == time


def test_the_case_in_which_something_is_due_belongs_to_the_task() -> None:
    """对结果有异议的，市商务局应当在5个工作日内答复: without the first clause nobody knows what is answered."""
    (record,) = records("企业对结果有异议的，市商务局应当在5个工作日内答复。")
    assert record.task.startswith("企业对结果有异议的")


@pytest.mark.parametrize(("opening", "closing"), [("［", "］"), ("〖", "〗"), ("｛", "｝")])
def test_brackets_of_every_form_name_owners(opening: str, closing: str) -> None:
    """［市民政厅牵头，…］ at the end of a task is what （市民政厅牵头，…） is."""
    text = f"（一）扩大助餐服务。支持开设老年餐专区。{opening}市民政局牵头，市财政局、市商务局配合{closing}\n"
    (record,) = records(text)
    assert record.lead_units == ("市民政局",)
    assert record.participating_units == ("市财政局", "市商务局")


def test_a_year_or_month_behind_a_number_leaves_the_number() -> None:
    """4.2025年6月底前 and 1.3月底前 open with a number and a time, not with a decimal figure."""
    first, second = records("1.3月底前由市商务局制定方案。\n2.2025年6月30日前由市商务局会同市财政局完成编制。\n")
    assert (first.number, second.number) == ("1", "2")
    assert first.deadline is not None
    assert str(first.deadline.end) == "2025-03-31"
