"""Who is responsible where no word for a role says so, and what stands beside such sentences."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from corpus.reading import read_document
from corpus.types import TaskRecord

HEAD = """临溪市人民政府办公室关于印发冷链物流发展实施方案的通知

临政办发〔2021〕5号

各县（市、区）人民政府，市直有关部门：

"""


def records(folder: Path, body: str, head: str = HEAD) -> tuple[TaskRecord, ...]:
    """The records of a notice with this body."""
    path = folder / "notice.txt"
    path.write_text(head + body, "utf-8")
    return read_document(path).records


def brief(record: TaskRecord) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Task, leads and participants."""
    return record.task, record.lead_units, record.participating_units


@pytest.mark.parametrize(
    ("sentence", "task", "units", "words", "end"),
    [
        (
            "请各责任单位于2021年4月30日前（以邮戳为准），将实施细则报市商务局备案。",
            "2021年4月30日前（以邮戳为准），将实施细则报市商务局备案",
            ("各责任单位",),
            "2021年4月30日前",
            date(2021, 4, 30),
        ),
        ("市商务局要于6月底前出台细则。", "6月底前出台细则", ("市商务局",), "6月底前", date(2021, 6, 30)),
        (
            "市市场监管局、市农业农村局应当自受理之日起20日内作出决定。",
            "自受理之日起20日内作出决定",
            ("市市场监管局", "市农业农村局"),
            "自受理之日起20日内",
            None,
        ),
        (
            "各县（市、区）人民政府应于每年12月10日前报送情况。",
            "每年12月10日前报送情况",
            ("各县（市、区）人民政府",),
            "每年12月10日前",
            None,
        ),
    ],
)
def test_who_does_what_by_a_named_day(
    tmp_path: Path, sentence: str, task: str, units: tuple[str, ...], words: str, end: date | None
) -> None:
    """A unit and a day make a task, whatever the verb is."""
    (found,) = records(tmp_path, f"一、工作要求\n\n（一）按时报送。{sentence}\n")
    assert found.task.strip("。") == task
    assert found.units == units
    assert found.deadline is not None
    assert (found.deadline.text, found.deadline.end) == (words, end)


@pytest.mark.parametrize(
    ("sentence", "leads", "others"),
    [
        ("对跨区域的案件，由市公安局依据《冷链管理条例》等有关规定处理。", ("市公安局",), ()),
        ("符合条件的企业，由登记管理机关换发证书。", ("登记管理机关",), ()),
        ("具体办法由市商务局商市财政局另行制定。", ("市商务局",), ("市财政局",)),
        ("第三季度，由市商务局根据申报情况对项目进行审查。", ("市商务局",), ()),
        ("汇总材料由市发展改革委上报。", ("市发展改革委",), ()),
    ],
)
def test_matters_that_a_unit_handles(
    tmp_path: Path, sentence: str, leads: tuple[str, ...], others: tuple[str, ...]
) -> None:
    """由A处理, 由A商B制定, 由A根据…进行审查: the sentence is the task."""
    (found,) = records(tmp_path, f"一、工作程序\n\n（一）办理。{sentence}\n")
    assert brief(found) == (sentence.rstrip("。"), leads, others)


def test_a_year_before_the_subject_is_the_deadline(tmp_path: Path) -> None:
    """2022年市商务局会同…: the year is no part of the unit's name."""
    (found,) = records(tmp_path, "一、安排\n\n（一）规划。2022年市商务局会同市水利局编制冷链布局方案。\n")
    assert brief(found) == ("编制冷链布局方案", ("市商务局",), ("市水利局",))
    assert found.deadline is not None
    assert found.deadline.end == date(2022, 12, 31)


def test_a_matter_that_one_unit_handles_before_the_duty_of_another(tmp_path: Path) -> None:
    """由A组织实施，B负责… are two tasks."""
    found = records(
        tmp_path, "一、分工\n\n（一）水利。饮水工程由市水利局组织实施，市财政局负责落实资金，各乡镇负责征地拆迁。\n"
    )
    assert [brief(record) for record in found] == [
        ("饮水工程由市水利局组织实施", ("市水利局",), ()),
        ("落实资金", ("市财政局",), ()),
        ("征地拆迁", ("各乡镇",), ()),
    ]


def test_bare_names_at_the_end_of_a_numbered_line(tmp_path: Path) -> None:
    """The line needs no stop before the bracket; after a noun for units the names only explain it."""
    found = records(
        tmp_path,
        "一、重点任务\n\n（一）健全投入机制（市财政局、市发展改革委，2021年内）\n\n（二）落实主管部门（市商务局、市水利局）\n\n"
        "材料请送办公地点（市商务局）\n",
    )
    assert [record.units for record in found] == [("市财政局", "市发展改革委")]
    assert found[0].task == "健全投入机制"
    assert found[0].deadline is not None
    assert found[0].deadline.end == date(2021, 12, 31)


def test_a_day_inside_an_item_that_a_bracket_owns(tmp_path: Path) -> None:
    """The bracket says whose the task is; a sentence of it that names others and a day is no second task."""
    (found,) = records(
        tmp_path,
        "一、任务\n\n1．开展排查。各县（区）要于2021年4月底前完成首轮排查，全面建立台账。（市应急管理局牵头，市商务局配合）\n",
    )
    assert found.lead_units == ("市应急管理局",)
    assert found.deadline is not None
    assert found.deadline.end == date(2021, 4, 30)


def test_the_year_of_a_workbook_is_in_its_caption(tmp_path: Path) -> None:
    """The first line names the year that the months of the column are in."""
    book = Workbook()
    sheet = book.active
    sheet.append(["东山县2023年重点任务分解表", None, None, None])
    sheet.append(["序号", "任务", "责任单位", "完成时限"])
    sheet.append([1, "新建农村公路120公里", "县交通运输局", "12月20日前"])
    sheet.append([2, "招引亿元以上项目20个", "县商务局", "一季度"])
    sheet.merge_cells("A1:D1")
    book.save(tmp_path / "rows.xlsx")
    found = read_document(tmp_path / "rows.xlsx").records
    assert [record.deadline and record.deadline.end for record in found] == [date(2023, 12, 20), date(2023, 3, 31)]


def test_units_that_take_part_inside_the_duty(tmp_path: Path) -> None:
    """A牵头…，B、C参与，3个月内完成: what follows still belongs to the task."""
    (found,) = records(
        tmp_path, "一、保障\n\n（一）制度。市商务局牵头制定细则，市财政局、市税务局参与，3个月内完成。\n"
    )
    assert (found.lead_units, found.participating_units) == (("市商务局",), ("市财政局", "市税务局"))
    assert found.deadline is not None
    assert found.deadline.text == "3个月内"


def test_organisation_is_a_duty_and_no_person(tmp_path: Path) -> None:
    """负责…的组织领导 is a duty; 负总责 is 负责."""
    found = records(
        tmp_path,
        "一、保障\n\n（一）领导。市人民政府负责本市冷链工作的组织领导。以上工作由市商务局负总责，各县区政府具体落实。\n",
    )
    assert [record.lead_units for record in found] == [("市人民政府",), ("市商务局",)]
    assert found[1].participating_units == ("各县区政府",)


def test_a_bureau_of_commerce_is_not_consulted(tmp_path: Path) -> None:
    """区商务局会同区文旅局: the 商 of its name is no 商 between units."""
    (found,) = records(tmp_path, "一、任务\n\n1．举办推介会不少于10场。（区商务局会同区文旅局，每月1次）\n")
    assert brief(found) == ("举办推介会不少于10场。", ("区商务局",), ("区文旅局",))
    assert found.deadline is not None
    assert (found.deadline.text, found.deadline.kind) == ("每月1次", "recurring")


def test_units_that_all_tasks_concern(tmp_path: Path) -> None:
    """均涉及…，不再做分工，下同 adds the units from there on."""
    found = records(
        tmp_path,
        "一、任务\n\n（一）建设市场。（责任单位：市商务局、市数据局。具体任务均涉及相关县（市）人民政府，不再做分工，下同。）\n\n"
        "（二）优化服务。（责任单位：市市场监管局）\n",
    )
    assert [record.units[-1] for record in found] == ["相关县（市）人民政府"] * 2


def test_dates_in_the_text_beside_the_deadline_of_the_bracket(tmp_path: Path) -> None:
    """The bracket's governs; the steps that the text dates are kept as milestones."""
    (found,) = records(
        tmp_path, "一、任务\n\n1．规范收费，每年2月底前公布清单，2021年9月底前建成平台。（市财政局，持续推进）\n"
    )
    assert found.deadline is not None
    assert (found.deadline.text, found.deadline.kind) == ("持续推进", "open")
    assert [(step.text, step.end) for step in found.milestones] == [
        ("持续推进", None),
        ("每年2月底前", None),
        ("2021年9月底前", date(2021, 9, 30)),
    ]


@pytest.mark.parametrize(
    ("title", "number", "end"),
    [
        ("临溪市冷链行动方案（2022—2024年）", "", date(2022, 12, 31)),
        ("临溪市冷链实施方案", "临政发〔2020〕3号", date(2020, 12, 31)),
    ],
)
def test_the_year_of_a_plan_without_a_date_of_issue(tmp_path: Path, title: str, number: str, end: date) -> None:
    """A plan for several years counts from the first of them; else the document's number tells the year."""
    (found,) = records(tmp_path, "一、任务\n\n1．建成冷库。（市商务局，年底前）\n", f"{title}\n\n{number}\n\n")
    assert found.deadline is not None
    assert found.deadline.end == end


@pytest.mark.parametrize(
    "sentence",
    [
        "市发展改革委会同市水利局上报的《冷链布局方案》已经市政府批准，所涉问题一并解决。",
        "市发展改革委会同有关部门研究提出：项目可在可行性研究中论证。",
        "市委宣传部会同市财政局、市文化和旅游局、市税务局等有关部门拟定的规定已经同意，现印发给你们。",
    ],
)
def test_reports_of_what_was_done_are_no_tasks(tmp_path: Path, sentence: str) -> None:
    """What several units submitted, proposed or drafted lies behind them."""
    assert records(tmp_path, f"一、情况\n\n（一）进展。{sentence}\n") == ()


def test_a_list_of_partners_goes_on_after_a_name_with_and(tmp_path: Path) -> None:
    """文化和旅游局 is one unit, and those after it belong to the list."""
    (found,) = records(
        tmp_path, "一、安排\n\n（一）活动。市委宣传部会同市财政局、市文化和旅游局、市税务局和市体育局举办冷链博览会。\n"
    )
    assert brief(found) == (
        "举办冷链博览会",
        ("市委宣传部",),
        ("市财政局", "市文化和旅游局", "市税务局", "市体育局"),
    )


def test_a_part_of_the_host_that_carries_the_office(tmp_path: Path) -> None:
    """办公室设在A，由A的一个处承担工作: the part is responsible."""
    (found,) = records(
        tmp_path, "一、组织\n\n（一）机构。冷链领导小组办公室设在市商务局，由市商务局物流处承担办公室工作。\n"
    )
    assert found.units == ("市商务局物流处",)
