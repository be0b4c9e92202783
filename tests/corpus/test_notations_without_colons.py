"""Who does what where no colon and no bracket says so: blanks, 为, owners named once for several items, requests."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from corpus.normalise import reading_view
from corpus.reading import read_document
from corpus.types import TaskRecord

_HEAD = "禾溪市2025年口岸工作任务分解方案\n\n禾政办发〔2025〕8号\n\n禾溪市人民政府办公室\n\n2025年2月11日\n\n"


def records(folder: Path, text: str, head: str = _HEAD) -> tuple[TaskRecord, ...]:
    """The records of a plan of February 2025 with this text."""
    path = folder / "plan.txt"
    path.write_text(head + text, "utf-8")
    return read_document(path).records


@pytest.mark.parametrize(
    "labels",
    [
        "\n牵头单位　市商务局\n配合单位　禾溪海关　市财政局\n完成时限　6月底前\n",
        "\n牵头单位 市商务局\n配合单位 禾溪海关 市财政局\n完成时限 6月底前\n",
        "\n牵头单位　市商务局　　配合单位　禾溪海关、市财政局　　完成时限　6月底前\n",
        "牵头单位为市商务局，配合单位为禾溪海关、市财政局，完成时限为6月底前。\n",
        " 牵头单位：市商务局 配合单位：禾溪海关 市财政局 完成时间：6月底前\n",
        "（牵头：市商务局｜配合：禾溪海关、市财政局｜时限：6月底前）\n",
        "（牵头单位/配合单位/完成时限：市商务局/禾溪海关、市财政局/6月底前）\n",
        "主责单位市商务局，协办单位禾溪海关、市财政局，6月底前完成。\n",
        "市商务局主办，禾溪海关、市财政局会办，6月底前办结。\n",
    ],
)
def test_labels_need_no_colon(tmp_path: Path, labels: str) -> None:
    """Blanks, 为, bars and strokes part label and value as a colon does, and the words before them are the task."""
    mark = "，" if labels[0] in "主市" else "。" if labels[0] not in " （\n" else ""
    [record] = records(tmp_path, f"1.推广进口货物提前申报{mark}{labels}")
    assert record.task.startswith("推广进口货物提前申报")
    assert record.lead_units == ("市商务局",)
    assert record.participating_units == ("禾溪海关", "市财政局")
    assert record.deadline is not None
    assert record.deadline.end == date(2025, 6, 30)


@pytest.mark.parametrize(
    "sentence",
    [
        "1.各责任单位要按时报送，责任单位不得拖延。",
        "1.通报批评的责任单位为上述情形中负有管理职责的一方。",
        "1.快速路征地进度滞后2个月，责任单位为市交通运输局；水库加固停工37天。",
        "主办：禾溪市人民政府　承办：禾溪市大数据中心",
    ],
)
def test_the_same_words_without_an_owner_assign_nothing(tmp_path: Path, sentence: str) -> None:
    """A rule about responsible units, who is to blame, and who runs a site are no tasks."""
    assert records(tmp_path, sentence + "\n") == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("责任单位：市财政局 市税务局", ("市财政局", "市税务局")),
        ("责任单位：司法局 公安分局 社会事务局", ("司法局", "公安分局", "社会事务局")),
        ("责任单位：市公安局 交警支队", ("市公安局交警支队",)),
        ("责任单位：县财政局（牵头） 县农业农村局", ("县财政局", "县农业农村局")),
        ("责任单位：1.市大数据局 2.市财政局 3.市委网信办", ("市大数据局", "市财政局", "市委网信办")),
        ("责任单位：（1）市政务服务局；（2）市公安局", ("市政务服务局", "市公安局")),
    ],
)
def test_a_blank_parts_two_units_and_no_name(tmp_path: Path, text: str, names: tuple[str, ...]) -> None:
    """Names parted by a blank alone are two units, a part of one (交警支队) is none, numbers are no part of a name."""
    [record] = records(tmp_path, f"1.开展专项检查。\n{text}\n")
    assert {*record.lead_units, *record.participating_units} == set(names)


def test_blanks_inside_words_still_go(tmp_path: Path) -> None:
    """Characters set wide are one word: only whole names and labels keep the blank beside them."""
    assert reading_view("公 共 服 务 局 市 财 政 局").text == "公共服务局市财政局"
    assert reading_view("推动 市场监管局 开展工作").text == "推动市场监管局开展工作"


def test_a_sentence_below_a_list_owns_its_items(tmp_path: Path) -> None:
    """以上任务由A牵头，B配合 holds for the items above it up to the heading; what an item says itself stays."""
    found = records(
        tmp_path,
        "一、拓展市场\n1.组织企业参加境外展会40场以上。\n2.新增出口信用保险企业300家，9月底前完成。\n"
        "3.举办对接会6场。（责任单位：市贸促会）\n以上任务由市商务局牵头，市财政局配合，11月底前完成。\n"
        "二、培育主体\n4.建成公共海外仓3个。\n上述工作由市发展改革委负责。\n",
    )
    assert [(record.number, record.lead_units, record.participating_units) for record in found] == [
        ("1", ("市商务局",), ("市财政局",)),
        ("2", ("市商务局",), ("市财政局",)),
        ("3", ("市贸促会",), ()),
        ("4", ("市发展改革委",), ()),
    ]
    assert [record.deadline and record.deadline.text for record in found] == ["11月底前", "9月底前", None, None]


def test_a_line_with_units_owns_the_items_below_it(tmp_path: Path) -> None:
    """Lines such as 区教育局： above numbered items name who does them, where a document has several."""
    text = "区教育局：\n1.新增公办学位1200个，9月1日前投用。\n2.改造学校食堂8所。\n区民政局：\n3.新建社区食堂5家。\n"
    found = records(tmp_path, text)
    assert [(record.task, record.lead_units) for record in found] == [
        ("新增公办学位1200个，9月1日前投用。", ("区教育局",)),
        ("改造学校食堂8所。", ("区教育局",)),
        ("新建社区食堂5家。", ("区民政局",)),
    ]


def test_a_reply_to_one_unit_gives_it_no_tasks(tmp_path: Path) -> None:
    """The unit that a letter speaks to stands above numbered items, too, and owns none of them."""
    text = "市教育局：\n1.原则同意你局报来的建设方案。\n2.项目总投资控制在1200万元以内。\n"
    assert records(tmp_path, text, "关于学校建设方案的批复\n\n") == ()


def test_requests_of_minutes_are_tasks(tmp_path: Path) -> None:
    """请A6月底前…，请B加快… are two tasks; 会后10个工作日内 is when who hands in does so; a vague wish is none."""
    found = records(
        tmp_path,
        "一、请市机场公司6月底前完成施工图审查，请市住房城乡建设局加快办理施工许可。\n"
        "二、会后10个工作日内，市机场公司将整改方案报指挥部办公室。\n三、请各单位认真贯彻执行。\n",
    )
    assert [(record.lead_units, record.deadline and record.deadline.text) for record in found] == [
        (("市机场公司",), "6月底前"),
        (("市住房城乡建设局",), None),
        (("市机场公司",), "会后10个工作日内"),
    ]
    assert found[1].task == "加快办理施工许可"


def test_a_sentence_that_only_completes_has_the_task_before_it(tmp_path: Path) -> None:
    """由A会同B于4月15日前完成 says nothing of what: that stands in the sentence before."""
    [record] = records(tmp_path, "任务1 开通企业服务专线\n由市商务局会同市投资促进局于2025年4月15日前完成。\n")
    assert record.task.startswith("开通企业服务专线")
    assert record.lead_units == ("市商务局",)
    assert record.participating_units == ("市投资促进局",)


def test_names_after_a_dash_close_an_item(tmp_path: Path) -> None:
    """…——A，B，10月 at the end of a numbered line is who does it and by when."""
    [record] = records(tmp_path, "3.实施高效节水灌溉4万亩——市农业农村局，市水利局，10月\n")
    assert record.task == "实施高效节水灌溉4万亩"
    assert record.participating_units == ("市农业农村局", "市水利局")
    assert record.deadline is not None
    assert record.deadline.end == date(2025, 10, 31)


def test_a_table_copied_cell_by_cell_begins_below_its_title(tmp_path: Path) -> None:
    """序号 on a line of its own is the first cell of a header, never the end of the title above it."""
    cells = "序号 任务 主办单位 协办单位 办结时限 1 改造仓库 区应急管理局 区财政局 5月31日 2 修订预案 区水利局 无 4月底"
    first, second = records(tmp_path, "\n".join(cells.split()) + "\n", "沙浦区2025年防汛准备工作任务表\n\n")
    assert (first.task, first.lead_units, first.participating_units) == ("改造仓库", ("区应急管理局",), ("区财政局",))
    assert (second.lead_units, second.participating_units) == (("区水利局",), ())


def test_a_sentence_below_a_list_tells_items_by_their_numbers(tmp_path: Path) -> None:
    """第1至3项由A牵头，…；第4项由B牵头: each item has the owner that its number is given."""
    found = records(
        tmp_path,
        "1.发放消费券3000万元。\n2.举办汽车博览会2场。\n3.打造夜间街区4条。\n4.培育老字号企业10家。\n"
        "第1至3项由市商务局牵头，市财政局配合；第4项由市市场监管局牵头，10月底前完成。\n",
    )
    assert [(record.number, record.lead_units, record.participating_units) for record in found] == [
        *((number, ("市商务局",), ("市财政局",)) for number in "123"),
        ("4", ("市市场监管局",), ()),
    ]
    assert [record.deadline and record.deadline.text for record in found] == [None, None, None, "10月底前"]


def test_brackets_beside_each_other_are_one_statement(tmp_path: Path) -> None:
    """【牵头单位：A】【配合单位：B】【时限：C】 says as much as one bracket with all three."""
    [record] = records(
        tmp_path, "（一）摸清底数。逐户建立台账。【牵头单位：市城管局】【配合单位：市商务局】【时限：4月15日前】\n"
    )
    assert (record.lead_units, record.participating_units) == (("市城管局",), ("市商务局",))
    assert record.deadline is not None
    assert record.deadline.end == date(2025, 4, 15)


def test_lines_of_units_and_duties_are_tasks_where_they_are_announced(tmp_path: Path) -> None:
    """市水利局：排查隐患 is a task after 任务安排如下：; elsewhere it is what somebody said."""
    lines = "市水利局（牵头）、市应急管理局：排查水库隐患，5月底前完成。\n市教育局：开展防溺水宣传。\n"
    found = records(tmp_path, "重点任务安排如下：\n" + lines)
    assert [(record.lead_units, record.participating_units) for record in found] == [
        (("市水利局",), ("市应急管理局",)),
        (("市教育局",), ()),
    ]
    assert records(tmp_path, "会上各单位作了发言：\n" + lines) == ()


def test_points_of_a_list_are_items_of_their_own(tmp_path: Path) -> None:
    """A point with names and a day in its bracket is a task; names alone explain; labels below it belong to it."""
    path = tmp_path / "plan.md"
    path.write_text(
        "# 清溪开发区2025年招商任务\n\n- **建设招商项目库**（投资促进局，3月底前）\n"
        "- **举办对接会6场**（投资促进局牵头）\n"
        "- **走访企业**（经济发展局）\n\n**任务1** 编制指南\n\n- **牵头部门**：行政审批局\n- **完成时限**：5月底\n",
        "utf-8",
    )
    found = read_document(path).records
    assert [(record.task, record.lead_units) for record in found] == [
        ("建设招商项目库", ("投资促进局",)),
        ("举办对接会6场", ("投资促进局",)),
        ("编制指南", ("行政审批局",)),
    ]
    assert found[2].deadline is not None
