"""Responsibility told by bare labels, matters that minutes number in words, rankings, groups of fields of work."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from corpus.numbering import numbering
from corpus.reading import read_document
from corpus.types import TaskRecord


def records(folder: Path, text: str, ending: str = "txt") -> tuple[TaskRecord, ...]:
    """The records of a document with this text."""
    path = folder / f"paper.{ending}"
    path.write_text(text, "utf-8")
    return read_document(path).records


def test_bare_labels_in_a_bracket_give_the_roles(tmp_path: Path) -> None:
    """〔牵头：A；配合：B、C；时限：D〕 names who leads, who takes part and by when; its own label ends each of them."""
    [record] = records(
        tmp_path,
        "# 白渚市2025年会展工作要点\n\n1. **办好轴承展。** 9月18日至21日举行，专业观众不少于4万人次。"
        "〔牵头：市工业和信息化局；配合：市商务局、横塘区政府；时限：7月底前完成招展〕\n",
        "md",
    )
    assert record.lead_units == ("市工业和信息化局",)
    assert record.lead_basis == "stated"
    assert record.participating_units == ("市商务局", "横塘区政府")
    assert record.deadline is not None
    assert record.deadline.end == date(2025, 7, 31)


def test_another_label_in_the_bracket_is_no_unit_and_no_deadline(tmp_path: Path) -> None:
    """申报时间 says when people apply: neither who takes part nor when the task is due."""
    [record] = records(
        tmp_path,
        "白渚市2025年会展工作要点\n\n10.落实办展补贴。单个展会最高100万元。"
        "〔牵头：市商务局；配合：市财政局；申报时间：展会结束后60日内〕\n",
    )
    assert (record.lead_units, record.participating_units) == (("市商务局",), ("市财政局",))
    assert record.deadline is None


@pytest.mark.parametrize("mark", ["【事项{}】", "议题{}："])
def test_matters_of_minutes_are_numbered(tmp_path: Path, mark: str) -> None:
    """【事项一】 and 议题一： open an item of its own, below a heading that is no part of it."""
    first, second = records(
        tmp_path,
        "白渚市企业圆桌会会议纪要\n\n时间：2025年3月27日\n\n四、议定事项\n\n"
        + mark.format("一")
        + "建立用电绿色通道。责任单位：市行政审批局；协助单位：市商务局；办结时限：2025年4月底。\n"
        + mark.format("二")
        + "编制投资指引。责任单位：市商务局；协助单位：市外办；办结时限：7月底。\n",
    )
    assert first.task == "建立用电绿色通道。"
    assert first.participating_units == ("市商务局",)
    assert (second.number or "").strip("：") == mark.format("二").strip("：")
    assert second.task == "编制投资指引。"
    assert second.deadline is not None
    assert second.deadline.end == date(2025, 7, 31), "the year is the meeting's"


def test_a_year_since_which_something_is_owed_dates_nothing_else(tmp_path: Path) -> None:
    """对2023年以来应兑未兑的资金…11月底前拨付: due in the document's year, not in 2023."""
    [record] = records(
        tmp_path,
        "白渚市企业圆桌会会议纪要\n\n时间：2025年3月27日\n\n【事项七】对2023年以来应兑未兑的资金分两批拨付，"
        "11月底前拨付完毕。责任单位：市财政局；协助单位：市商务局。\n",
    )
    assert record.deadline is not None
    assert record.deadline.end == date(2025, 11, 30)


def test_a_ranking_assigns_nothing(tmp_path: Path) -> None:
    """A table of units with their places and scores holds no task; one with what is to be mended does."""
    found = records(
        tmp_path,
        "# 白渚区2025年一季度热线通报\n\n"
        "| 位次 | 单位 | 工单量（件） | 解决率（%） |\n|---|---|---|---|\n"
        "| 1 | 区人力资源社会保障局 | 1720 | 95.2 |\n| 2 | 区城市管理局 | 2988 | 76.7 |\n\n"
        "整改清单如下。\n\n"
        "| 序号 | 整改事项 | 责任单位 | 整改时限 |\n|---|---|---|---|\n"
        "| 1 | 小区电梯恢复运行 | 东桁街道 | 4月30日 |\n| 2 | 停车泊位普查和施划 | 区城市管理局 | 7月15日 |\n",
        "md",
    )
    assert [record.lead_units for record in found] == [("东桁街道",), ("区城市管理局",)]


def test_partners_named_by_their_fields_are_all_partners(tmp_path: Path) -> None:
    """公安、民政、税务等部门 are three who take part; the duty begins after them."""
    [record] = records(tmp_path, "住房保障办法\n\n市住建局会同公安、民政、税务等部门10个工作日内完成联审。\n")
    assert record.lead_units == ("市住建局",)
    assert record.participating_units == ("公安", "民政", "税务")
    assert record.task == "10个工作日内完成联审"


def test_a_partner_ends_where_its_verb_begins(tmp_path: Path) -> None:
    """关 in 关闭 is no customs house (海关)."""
    [record] = records(tmp_path, "应急预案\n\n由市文化广电旅游局会同属地政府关闭浴场。\n")
    assert record.participating_units == ("属地政府",)


def test_words_that_begin_like_a_numbered_matter_are_none() -> None:
    """任务 before its number alone opens an item; a sentence that speaks of tasks does not."""
    assert numbering("任务分工如下：") is None
    assert numbering("问题3个：") is None
    found = numbering("举措3：推行承诺制")
    assert found is not None
    assert (found.kind, found.value) == ("事项", 3)
