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


def test_labels_in_brackets_of_their_own(tmp_path: Path) -> None:
    """【责任单位】A、B【完成时限】6月底: the label is no unit."""
    first, second = records(
        tmp_path,
        "白渚市2025年口岸工作任务清单\n\n1.新增航线3条。【责任单位】市商务局、市财政局【完成时限】6月底\n"
        "2.建设冷链中心。【牵头单位】市财政局【配合单位】市商务局【完成时限】9月底\n",
    )
    assert (first.lead_units, first.participating_units) == ((), ("市商务局", "市财政局"))
    assert first.deadline is not None
    assert first.deadline.end == date(2025, 6, 30)
    assert (second.lead_units, second.participating_units) == (("市财政局",), ("市商务局",))


def test_bare_labels_in_a_row(tmp_path: Path) -> None:
    """责任：A 配合：B 时限：C on the line below a task."""
    [record] = records(
        tmp_path, "白渚市2025年口岸工作任务清单\n\n1.新增航线3条。\n责任：市商务局 配合：市财政局 时限：6月底\n"
    )
    assert (record.lead_units, record.participating_units) == (("市商务局",), ("市财政局",))


def test_what_stands_above_the_body_is_no_task(tmp_path: Path) -> None:
    """The first task of a list without numbers begins below title, number, recipients and date."""
    first, second = records(
        tmp_path,
        "白渚市人民政府办公室关于开展专项督查的通知\n\n白政办〔2025〕10号\n\n各区人民政府，市政府各部门：\n\n"
        "白渚市人民政府办公室\n2025年2月23日\n\n"
        "督查事项：新增航线3条\n承办单位：市商务局\n协办单位：市财政局\n办结时限：6月30日\n\n"
        "督查事项：建设冷链中心\n承办单位：市财政局\n办结时限：9月30日\n",
    )
    assert first.task == "督查事项：新增航线3条"
    assert first.milestones == ()
    assert second.task == "督查事项：建设冷链中心"


def test_headings_with_a_count_of_tasks_name_their_unit(tmp_path: Path) -> None:
    """一、市商务局（2项） is responsible for what is listed below it, in a document that speaks of no duties."""
    found = records(
        tmp_path,
        "白渚市2025年口岸开放要点\n\n一、市商务局（2项）\n1.新增航线3条。（6月底前）\n2.建设冷链中心2个。（9月底前）\n"
        "二、市财政局（1项）\n3.落实资金200万元。（5月底前）\n",
    )
    assert [record.lead_units for record in found] == [("市商务局",), ("市商务局",), ("市财政局",)]
    assert [record.deadline and record.deadline.text for record in found] == ["6月底前", "9月底前", "5月底前"]


def test_a_heading_dates_the_tasks_below_it(tmp_path: Path) -> None:
    """一、6月底前完成的任务: the items below are due then, unless they say another day."""
    found = records(
        tmp_path,
        "白渚市2025年口岸开放要点\n\n一、6月底前完成的任务\n1.新增航线3条。（市商务局）\n2.落实资金，5月底前到位。（市财政局）\n"
        "二、长期坚持的任务\n3.做好通关保障。（市口岸办）\n",
    )
    assert [record.deadline and record.deadline.text for record in found] == ["6月底前", "5月底前", None]


def test_a_unit_that_must_by_a_day_has_a_task(tmp_path: Path) -> None:
    """市商务局要抓紧…，6月底前报… is a task; what is to be built by a day, and a demand without a day, are none."""
    found = records(
        tmp_path,
        "白渚市人民政府专题会议纪要\n\n会议要求，市商务局要抓紧制定航线补贴办法，6月底前报市政府；市财政局要落实资金200万元，"
        "5月底前到位。冷链中心应于2025年6月30日前开工。各部门要高度重视。\n",
    )
    assert [(record.lead_units, record.task) for record in found] == [
        (("市商务局",), "抓紧制定航线补贴办法，6月底前报市政府"),
        (("市财政局",), "落实资金200万元，5月底前到位"),
    ]


def test_a_sentence_of_roles_alone_owns_what_stands_before_it(tmp_path: Path) -> None:
    """…。市商务局牵头，市财政局参加。 at the end of an item says whose it is; a duty of its own is another."""
    first, second, third = records(
        tmp_path,
        "白渚市2025年口岸开放要点\n\n一、重点任务\n（一）推进口岸扩大开放。新增航线3条，6月底前开通。市商务局牵头，市财政局、白渚海关参加。\n"
        "（二）建设冷链中心。由市财政局负责，9月底前完成。\n（三）做好保障。市口岸办负责通关时间监测。\n",
    )
    assert first.task == "推进口岸扩大开放。新增航线3条，6月底前开通。"
    assert (first.lead_units, first.participating_units) == (("市商务局",), ("市财政局", "白渚海关"))
    assert (second.task, second.lead_units) == ("建设冷链中心。", ("市财政局",))
    assert second.deadline is not None
    assert second.deadline.end == date(2025, 9, 30)
    assert (third.task, third.lead_units) == ("通关时间监测", ("市口岸办",))


def test_what_is_to_be_built_is_no_unit(tmp_path: Path) -> None:
    """建设冷链中心，由市财政局具体负责: the centre is built and takes no part; a unit ends where a dash begins."""
    first, second = records(
        tmp_path,
        "白渚市2025年口岸开放要点\n\n1.建设冷链中心，由市财政局具体负责，9月底前建成。\n2.新增航线3条——市商务局牵头，6月底前完成。\n",
    )
    assert (first.lead_units, first.participating_units) == (("市财政局",), ())
    assert first.task == "建设冷链中心，由市财政局具体负责，9月底前建成"
    assert second.lead_units == ("市商务局",)


def test_a_request_names_who_is_asked(tmp_path: Path) -> None:
    """请A牵头，会同B，于… is A's task."""
    [record] = records(
        tmp_path, "白渚市会议纪要\n\n请市商务局牵头，会同市财政局，于2025年6月15日前提出航线补贴方案。\n"
    )
    assert (record.lead_units, record.participating_units) == (("市商务局",), ("市财政局",))


def test_labels_of_another_kind_part_the_unit_from_its_deadline(tmp_path: Path) -> None:
    """责任人 and 工作措施 between 责任单位 and 完成时限 leave both of them with the task."""
    first, second = records(
        tmp_path,
        "白渚市2025年口岸开放任务清单\n\n一、新增航线3条\n责任单位：市商务局\n责任人：梁予安\n工作措施：制定补贴办法。\n完成时限：2025年6月底\n"
        "二、建设冷链中心\n责任单位：市财政局\n责任人：卜知\n工作措施：落实资金。\n完成时限：2025年9月底\n",
    )
    assert [record.deadline and record.deadline.end for record in (first, second)] == [
        date(2025, 6, 30),
        date(2025, 9, 30),
    ]


def test_a_column_of_partners_may_have_dashes(tmp_path: Path) -> None:
    """参与 is a column of units though most of its cells say that there is none."""
    first, second = records(
        tmp_path,
        "# 白渚市2025年口岸开放任务表\n\n| 任务 | 牵头 | 参与 | 时限 |\n|---|---|---|---|\n"
        "| 新增航线3条 | 市商务局 | 市财政局、白渚海关 | 6月 |\n| 建设冷链中心 | 市财政局 | — | 9月 |\n",
        "md",
    )
    assert first.participating_units == ("市财政局", "白渚海关")
    assert second.participating_units == ()
