"""Task records of whole documents: which sentences a statement owns, rules stated once, tables, lists of duties."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.reading import read_document
from corpus.types import TaskRecord

HEAD = """义乌市人民政府办公室关于印发改革任务的通知

义政办发〔2021〕10号

各镇人民政府，各街道办事处，市政府各部门：

现将改革任务印发给你们，请认真贯彻执行。

义乌市人民政府办公室

2021年2月23日

"""


def records(folder: Path, body: str, ending: str = "txt") -> tuple[TaskRecord, ...]:
    """The records of a notice with this body, read from a file."""
    path = folder / f"notice.{ending}"
    path.write_text(HEAD + body if ending == "txt" else body, "utf-8")
    return read_document(path).records


def brief(record: TaskRecord) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Task, leads and participants."""
    return record.task, record.lead_units, record.participating_units


def test_each_bracket_owns_the_sentences_before_it(tmp_path: Path) -> None:
    """Two brackets in one paragraph are two records; the item's number belongs to both."""
    found = records(
        tmp_path,
        "一、主要任务\n\n（一）优化流程。推进并联审批。（市住建局牵头，市水利局配合）压减审批时间。（市行政审批局负责）\n",
    )
    assert [brief(record) for record in found] == [
        ("优化流程。推进并联审批。", ("市住建局",), ("市水利局",)),
        ("压减审批时间。", ("市行政审批局",), ()),
    ]
    assert [record.number for record in found] == ["（一）", "（一）"]
    assert found[0].section == ("一、主要任务",)


def test_a_bracket_under_a_heading_owns_the_text_under_it(tmp_path: Path) -> None:
    """The heading stands in the record's path or task, and all paragraphs since it belong to the task."""
    found = records(
        tmp_path,
        "一、主要任务\n\n（一）搭建平台\n\n建设全市统一的场景库，面向企业征集需求，定期发布清单。\n\n"
        "完善服务机制，组织开展供需对接活动，提供全流程服务。（市发展改革委负责）\n",
    )
    (record,) = found
    assert record.lead_units == ("市发展改革委",)
    assert "建设全市统一的场景库" in record.task
    assert record.task.endswith("提供全流程服务。")
    assert record.number == "（一）"


def test_labelled_lines_below_an_item(tmp_path: Path) -> None:
    """牵头单位 and 责任单位 on lines of their own, with a person that is no unit, and a deadline."""
    found = records(
        tmp_path,
        "1．地区生产总值增长6%以上。\n\n分管市领导：林某某\n\n牵头单位：市发展改革委\n\n责任单位：各镇街，市级各部门\n\n"
        "完成时限：2021年12月\n\n2．建成政务服务中心。\n\n部门分工：市行政审批局牵头，市财政局配合。\n",
    )
    first, second = found
    assert brief(first) == ("地区生产总值增长6%以上。", ("市发展改革委",), ("各镇街", "市级各部门"))
    assert first.deadline is not None
    assert first.deadline.end == date(2021, 12, 31)
    assert brief(second) == ("建成政务服务中心。", ("市行政审批局",), ("市财政局",))


@pytest.mark.parametrize(
    "line",
    [
        "——责任单位：市商务局〔牵头〕、市财政局",
        "【牵头单位：市商务局，配合单位：市财政局】",
        "牵头领导：张三 牵头单位：市商务局 责任单位：市财政局",
        "责任单位：▲市商务局、市财政局；完成时间：2021年12月。",
        "（责任单位：▲市商务局、市财政局",
        "（责任单位：▲市商务局、市财政局）（完成时限：2021年12月）",
        "责任单位：1.▲市商务局 2.市财政局",
    ],
)
def test_labels_in_every_dress(tmp_path: Path, line: str) -> None:
    """Dashes, other brackets, several labels in one line: the task keeps none of it."""
    (record,) = records(tmp_path, f"1．推进通关改革，压减时间。\n\n{line}\n")
    assert brief(record) == ("推进通关改革，压减时间。", ("市商务局",), ("市财政局",))


@pytest.mark.parametrize(
    "rule",
    [
        "1．推进改革。（责任单位：市商务局、市财政局，排在第一位的为牵头单位，下同）\n",
        "各项任务责任单位中排名第一的为牵头单位。\n\n1．推进改革。（责任单位：市商务局、市财政局）\n",
        "注：列首位的单位为牵头单位。\n\n1．推进改革。（责任单位：市商务局、市财政局）\n",
    ],
)
def test_the_first_listed_leads_where_the_document_says_so(tmp_path: Path, rule: str) -> None:
    """The rule holds for what follows, the record names it as the basis; a sole unit stays sole."""
    found = records(
        tmp_path, f"{rule}\n2．简化流程。（责任单位：市税务局、市公安局）\n\n3．开展试点。（责任单位：市民政局）\n"
    )
    assert [record.lead_units for record in found] == [("市商务局",), ("市税务局",), ("市民政局",)]
    assert [record.lead_basis for record in found] == ["first_listed", "first_listed", "sole"]
    assert [record.participating_units for record in found] == [("市财政局",), ("市公安局",), ()]


def test_without_a_rule_nobody_leads(tmp_path: Path) -> None:
    """Several units without a lead are jointly responsible."""
    (record,) = records(tmp_path, "1．推进改革。（责任单位：市商务局、市财政局）\n")
    assert (record.lead_units, record.participating_units) == ((), ("市商务局", "市财政局"))
    assert record.lead_basis is None


def test_units_that_are_responsible_everywhere_are_added(tmp_path: Path) -> None:
    """以下均需…落实，不再列出: the units take part from there on, and their span is the rule's."""
    body = "1．推进改革。（市商务局、市税务局负责。以下均需各镇街落实，不再列出）\n\n2．简化流程。（市公安局负责）\n"
    first, second = records(tmp_path, body)
    assert first.participating_units == ("市商务局", "市税务局", "各镇街")
    assert (second.lead_units, second.participating_units) == (("市公安局",), ("各镇街",))
    assert second.spans["participating_units"][0].of(HEAD + body) == "各镇街"


def test_a_lead_for_all_that_name_none(tmp_path: Path) -> None:
    """以下任务均由A牵头 gives A to every task without a lead of its own."""
    found = records(
        tmp_path,
        "以下任务均由市商务局牵头。\n\n1．推进改革。（责任单位：市财政局、市税务局）\n\n2．简化流程。（市公安局牵头，市司法局配合）\n",
    )
    assert [record.lead_units for record in found] == [("市商务局",), ("市公安局",)]


def test_the_year_of_a_plan_made_ahead_of_it(tmp_path: Path) -> None:
    """A plan for 2022 that was issued in 2021 means the months of 2022."""
    path = tmp_path / "plan.txt"
    head = HEAD.replace("印发改革任务的通知", "印发2022年改革工作要点的通知")
    path.write_text(head + "1．推进改革，9月底前完成。（市商务局负责）\n", "utf-8")
    (record,) = read_document(path).records
    assert record.deadline is not None
    assert record.deadline.end == date(2022, 9, 30)


def test_the_same_units_as_before(tmp_path: Path) -> None:
    """同上 stands for the units of the statement before."""
    found = records(tmp_path, "1．推进改革。（责任单位：▲市商务局、市财政局）\n\n2．简化流程。（责任单位：同上）\n")
    assert [record.lead_units for record in found] == [("市商务局",), ("市商务局",)]
    assert found[1].participating_units == ("市财政局",)


def test_sentences_that_name_an_owner(tmp_path: Path) -> None:
    """由A牵头、B实施; A会同B; A负责; a matter that is A's; the office that A hosts."""
    found = records(
        tmp_path,
        "六、保障措施\n\n（一）完善制度。由市商务局牵头、市财政局具体实施，制定支持政策；市税务局会同市财政局研究税收办法。\n\n"
        "（二）强化管理。市公安局负责维护会场秩序。日常工作由市民政局负责。具体办法由市医保局另行制定。\n\n"
        "（三）加强领导。成立工作领导小组，办公室设在市商务局，局长兼任办公室主任，承担日常工作。\n",
    )
    assert [brief(record) for record in found] == [
        ("制定支持政策", ("市商务局",), ("市财政局",)),
        ("研究税收办法", ("市税务局",), ("市财政局",)),
        ("维护会场秩序", ("市公安局",), ()),
        ("日常工作由市民政局负责", ("市民政局",), ()),
        ("具体办法由市医保局另行制定", ("市医保局",), ()),
        ("承担日常工作", ("市商务局",), ()),
    ]
    assert found[0].section == ("六、保障措施", "（一）完善制度")


def test_several_owners_in_one_sentence(tmp_path: Path) -> None:
    """Each owner has the words up to the next one; a second owner of the same matter takes part."""
    found = records(
        tmp_path,
        "（一）加强保障。市公安局负责维护秩序，市交通局负责运输保障。由市商务局牵头，市财政局负责落实资金，推进改革。\n",
    )
    assert [brief(record) for record in found] == [
        ("维护秩序", ("市公安局",), ()),
        ("运输保障", ("市交通局",), ()),
        ("落实资金，推进改革", ("市商务局",), ("市财政局",)),
    ]


def test_lists_of_duties(tmp_path: Path) -> None:
    """（3）公安部负责…, and A：… under a heading that speaks of duties."""
    found = records(
        tmp_path,
        "三、职责分工\n\n（1）教育部负责制定学校防控方案。\n\n（2）卫生健康委牵头，教育部配合，做好疫情监测。\n\n"
        "（3）财政部：落实经费保障，加强资金监管。\n",
    )
    assert [brief(record) for record in found] == [
        ("制定学校防控方案", ("教育部",), ()),
        ("做好疫情监测", ("卫生健康委",), ("教育部",)),
        ("落实经费保障，加强资金监管。", ("财政部",), ()),
    ]
    assert [record.number for record in found] == ["（1）", "（2）", "（3）"]


def test_lists_of_duties_of_headings_and_dashes(tmp_path: Path) -> None:
    """A unit with its number and a colon may be a heading of its own; dashes do as well."""
    found = records(
        tmp_path,
        "2 组织体系\n\n2.1 成员单位职责\n\n（1）市公安局：维护现场秩序，疏导交通。\n\n（2）市财政局：安排处置经费。\n\n"
        "2.2 联动单位职责\n\n市气象局——发布天气预警；\n市水利局——监测河道水位，指导抢险。\n",
    )
    assert [brief(record)[:2] for record in found] == [
        ("维护现场秩序，疏导交通。", ("市公安局",)),
        ("安排处置经费。", ("市财政局",)),
        ("发布天气预警", ("市气象局",)),
        ("监测河道水位，指导抢险。", ("市水利局",)),
    ]


def test_lists_ordered_by_unit(tmp_path: Path) -> None:
    """A heading names the unit, the items below are its tasks; an item's own bracket goes first."""
    found = records(
        tmp_path,
        "一、市商务局牵头事项（2项）\n\n1．建设冷链物流中心，完善配套设施。\n\n2．推进跨境电商综试区建设。（市海关办负责）\n\n"
        "二、由市财政局负责的任务\n\n1．落实资金保障，加强绩效管理。\n\n"
        "三、成员单位职责\n\n（一）市公安局\n\n维护会场秩序，加强交通疏导。\n\n（二）市卫健局\n\n做好医疗保障，加强应急值守。\n",
    )
    assert [brief(record) for record in found] == [
        ("建设冷链物流中心，完善配套设施。", ("市商务局",), ()),
        ("推进跨境电商综试区建设。", ("市海关办",), ()),
        ("落实资金保障，加强绩效管理。", ("市财政局",), ()),
        ("维护会场秩序，加强交通疏导。", ("市公安局",), ()),
        ("做好医疗保障，加强应急值守。", ("市卫健局",), ()),
    ]
    assert [record.lead_basis for record in found] == ["stated", "sole", "sole", "sole", "sole"]


def test_unit_headings_outside_a_list_of_duties_assign_nothing(tmp_path: Path) -> None:
    """A section about an office is not its duty."""
    body = (
        "一、机构概况\n\n（一）市委办公室\n\n成立于一九四九年，设有十个处室。\n\n（二）市商务局\n\n成立于二〇〇九年。\n"
    )
    assert records(tmp_path, body.replace("改革任务", "机构")) == ()


def test_the_next_item_in_the_same_paragraph_has_its_own_number(tmp_path: Path) -> None:
    """Text that lost its line breaks: …负责）3.开展试点…."""
    found = records(tmp_path, "2.简化办理流程，压减时间。（市公安局负责）3.开展试点，总结经验。（市民政局负责）\n")
    assert [(record.number, *brief(record)[:2]) for record in found] == [
        ("2", "简化办理流程，压减时间。", ("市公安局",)),
        ("3", "开展试点，总结经验。", ("市民政局",)),
    ]


def test_words_beside_the_units_are_no_units(tmp_path: Path) -> None:
    """下同, 等 and 无 stand in lists of units and name nobody."""
    found = records(
        tmp_path, "1．推进改革。（责任单位：市商务局、市财政局等，下同）\n\n2．完善制度。（责任单位：无）\n"
    )
    assert [record.units for record in found] == [("市商务局", "市财政局")]


@pytest.mark.parametrize(
    "sentence",
    [
        "企业主要负责人要对产品质量负责。",
        "各单位要明确专人负责，层层落实责任。",
        "项目由龙头企业牵头实施。",
        "坚持党委领导、政府主导，实行省负总责、市县抓落实的机制。",
        "支持高新区牵头组织关键技术攻关。",
        "发挥市委科技委员会牵头抓总作用，加强统筹。",
        "市商务局会同市财政局提出了办理意见。",
        "项目牵头单位名称应当与公章一致。",
        "国务院实行总理负责制，总理领导国务院的工作。",
        "市局负责商贸工作的同志参加会议。",
        "加强部门之间的配合，形成工作合力。",
        "有关材料（市商务局、市财政局版）已经寄出。",
        "违反本办法的，由市商务局责令改正，给予警告。",
        "各有关部门已于2021年6月底前完成自查。",
        "企业应当于每年6月底前公示报告。",
        "审批事项由部门负责同志确定的人员办理。",
        "今后五年，群众办事由市内跑变为网上办理。",
    ],
)
def test_sentences_that_assign_nothing(tmp_path: Path, sentence: str) -> None:
    """Persons, principles, reports of what was done, and owners that are no unit make no record."""
    assert records(tmp_path, f"一、总体要求\n\n（一）工作原则。{sentence}\n") == ()


TABLE = """<html><body><h1>重点任务清单</h1><p>注：责任单位中排在第一位的为牵头单位。</p><table>
<tr><th>序号</th><th>任务类别</th><th>工作任务</th><th>责任单位</th><th>完成时限</th><th>备注</th></tr>
<tr><td>1</td><td rowspan="2">平台建设</td><td>建设政务平台</td><td rowspan="2">市数据局、市财政局</td>
<td>2021年6月</td><td></td></tr>
<tr><td>2</td><td>整合业务系统</td><td>2021年底前</td><td>分步实施</td></tr>
<tr><td colspan="6">二、流程再造</td></tr>
<tr><td>3</td><td>审批改革</td><td>推行并联审批</td><td>同上</td><td>同上</td><td></td></tr>
<tr><td>4</td><td>审批改革</td><td>取消证明事项</td><td>市司法局</td><td>持续推进</td><td></td></tr>
<tr><td>5</td><td>审批改革</td><td>公布清单</td><td></td><td>2021年9月</td><td></td></tr>
</table></body></html>"""


def test_a_table_with_merged_cells_and_a_rule(tmp_path: Path) -> None:
    """Merged units hold for every row they cover, 同上 repeats the row above, a merged row is no task, and a row
    without units is no record."""
    found = records(tmp_path, TABLE, "html")
    assert [brief(record) for record in found] == [
        ("建设政务平台", ("市数据局",), ("市财政局",)),
        ("整合业务系统", ("市数据局",), ("市财政局",)),
        ("推行并联审批", ("市数据局",), ("市财政局",)),
        ("取消证明事项", ("市司法局",), ()),
    ]
    assert [record.number for record in found] == ["1", "2", "3", "4"]
    assert [record.lead_basis for record in found] == ["first_listed", "first_listed", "first_listed", "sole"]
    ends = [record.deadline and (record.deadline.end, record.deadline.kind) for record in found]
    assert ends == [
        (date(2021, 6, 30), "date"),
        (date(2021, 12, 31), "date"),
        (date(2021, 12, 31), "date"),
        (None, "open"),
    ]


def test_columns_by_role(tmp_path: Path) -> None:
    """牵头单位 and 配合单位 in columns of their own; a name and its measure make one task."""
    found = records(
        tmp_path,
        "<html><body><table><tr><th>项目名称</th><th>建设内容</th><th>牵头单位</th><th>配合单位</th><th>责任人</th></tr>"
        "<tr><td>冷链物流中心</td><td>新建冷库3座</td><td>市商务局</td><td>市发改委、各镇街</td><td>张三</td></tr>"
        "<tr><td>进口展贸中心</td><td>改造展厅</td><td>商城集团</td><td></td><td>李四</td></tr></table></body></html>",
        "html",
    )
    assert [brief(record) for record in found] == [
        ("冷链物流中心：新建冷库3座", ("市商务局",), ("市发改委", "各镇街")),
        ("进口展贸中心：改造展厅", ("商城集团",), ()),
    ]
    assert [record.lead_basis for record in found] == ["stated", "stated"]
    assert [(target.value, target.unit) for target in found[0].targets] == [(3, "座")]


def test_two_header_rows_and_names_on_lines_of_their_own(tmp_path: Path) -> None:
    """时间要求 is a deadline although 要求 is in its name; names on lines of their own in a cell are told apart."""
    found = records(
        tmp_path,
        "<html><body><h1>2021年任务清单</h1><table><tr><th rowspan=2>任务</th><th colspan=2>责任分工</th>"
        "<th rowspan=2>时间要求</th></tr><tr><th>牵头单位</th><th>参加单位</th></tr>"
        "<tr><td>建设平台</td><td>市数据局</td><td>市财政局<br>各镇街</td><td>年底前</td></tr>"
        "<tr><td>推进改革</td><td>市司法局</td><td>/</td><td>持续推进</td></tr></table></body></html>",
        "html",
    )
    assert [brief(record) for record in found] == [
        ("建设平台", ("市数据局",), ("市财政局", "各镇街")),
        ("推进改革", ("市司法局",), ()),
    ]
    assert [record.deadline and record.deadline.end for record in found] == [date(2021, 12, 31), None]


def test_tables_without_owners_give_no_records(tmp_path: Path) -> None:
    """单位 as a unit of measure, and a form to fill in, are no responsibility."""
    assert (
        records(
            tmp_path,
            "<html><body><table><tr><th>指标</th><th>单位</th><th>2025年</th></tr>"
            "<tr><td>进口额</td><td>亿元</td><td>100</td></tr>"
            "<tr><td>门店</td><td>家</td><td>50</td></tr></table>"
            "<table><tr><td>牵头单位名称</td><td></td></tr><tr><td>联系人</td><td></td></tr></table></body></html>",
            "html",
        )
        == ()
    )


def test_ids_follow_the_text_and_stay(tmp_path: Path) -> None:
    """Records are numbered in document order; reading again gives the same."""
    body = "1．推进改革。（市商务局负责）\n\n2．简化流程。（市公安局负责）\n"
    found = records(tmp_path, body)
    assert [record.id for record in found] == ["notice#r1", "notice#r2"]
    assert records(tmp_path, body) == found


def test_hard_wraps_and_mixed_brackets_inside_names(tmp_path: Path) -> None:
    """A unit's name broken by a page is whole in the record, and its span covers the break."""
    body = (
        "1. 发展高附加值保税加工业务，招引宝石加工、牛肉切片等项目，积极对接优质厂商。（责任单位：▲商\n\n"
        "城集团、集聚区管委会、商务局)\n\n2. 建设中心，依托大数据分析消费需求的趋势。(责任单位：▲商城集团、商务局)\n"
    )
    first, second = records(tmp_path, body)
    assert brief(first)[1:] == (("商城集团",), ("集聚区管委会", "商务局"))
    assert first.spans["lead_units"][0].of(HEAD + body) == "商\n\n城集团"
    assert brief(second)[1:] == (("商城集团",), ("商务局",))


def test_traditional_characters(tmp_path: Path) -> None:
    """The rules hold in traditional characters too, and every field stays as printed."""
    body = "1.實施清單管理，2022年10月底前編制清單20個。（市政府辦公室牽頭，市級各有關部門按職責分工負責）\n"
    (record,) = records(tmp_path, body)
    assert brief(record)[1:] == (("市政府辦公室",), ("市級各有關部門",))
    assert record.deadline is not None
    assert (record.deadline.text, record.deadline.end) == ("2022年10月底前", date(2022, 10, 31))
    assert [target.text for target in record.targets] == ["20個"]


def test_groups_at_the_end_of_a_sentence_take_part(tmp_path: Path) -> None:
    """…等有关部门和单位参加, …组成, 作为牵头单位."""
    found = records(
        tmp_path,
        "一、指挥体系\n\n（一）市公安局牵头制定应急预案，市民政局、市卫生局等有关部门和单位参加。\n\n"
        "（二）由市政府办公厅牵头，市公安局、市信息中心、研究室等单位组成，负责协调调度。\n\n"
        "（三）市发改局作为牵头单位，负责统筹协调和督促检查。\n",
    )
    assert [brief(record) for record in found] == [
        ("制定应急预案", ("市公安局",), ("市民政局", "市卫生局", "有关部门")),
        ("协调调度", ("市政府办公厅",), ("市公安局", "市信息中心", "研究室")),
        ("统筹协调和督促检查", ("市发改局",), ()),
    ]


def test_a_deadline_in_a_bracket_of_its_own(tmp_path: Path) -> None:
    """Before or after the units, （完成时限：…） is the deadline of this task and not of the next."""
    first, second = records(
        tmp_path,
        "1．建设平台。（责任单位：市商务局）（完成时限：2021年12月）\n\n2．推进改革。（完成时限：2022年6月）（责任单位：市财政局）\n",
    )
    assert first.deadline is not None
    assert second.deadline is not None
    assert (first.task, first.deadline.end) == ("建设平台。", date(2021, 12, 31))
    assert second.deadline.end == date(2022, 6, 30)


_JUNK = st.sampled_from(
    [
        *"（）()【】“”▲、，。；：\n—",
        *(
            "责任单位：",
            "牵头",
            "配合",
            "负责",
            "会同",
            "由",
            "市商务局",
            "各镇街",
            "完成时限：",
            "2021年6月底前",
            "同上",
            "下同",
            "1．",
        ),
        *(
            "办公室设在",
            "以下均需",
            "落实，不再列出",
            "排在第一位的为牵头单位",
            "100家以上",
            "序号\t任务\t责任单位\n",
            "1\t建设\t市局\n",
        ),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_JUNK, max_size=40).map("".join))
def test_any_text_is_read_and_every_span_holds(tmp_path_factory: pytest.TempPathFactory, body: str) -> None:
    """Whatever stands together, nothing fails, every unit stands at its span, and a lead has its reason."""
    path = tmp_path_factory.mktemp("junk") / "junk.txt"
    path.write_text(HEAD + body, "utf-8")
    reading = read_document(path)
    for record in reading.records:
        assert record.units
        assert (record.lead_basis is None) == (not record.lead_units)
        assert len(set(record.units)) == len(record.units)
        for field in ("lead_units", "participating_units"):
            spans = record.spans.get(field, ())
            names = ["".join(span.of(reading.document.text).split()) for span in spans]
            assert names == ["".join(name.split()) for name in getattr(record, field)]


_UNITS = ("市商务局", "市财政局", "商城集团", "义乌海关", "各镇街", "市工业和信息化局")
_FORMS = (
    "（责任单位：▲{0}、{1}）",
    "（{0}牵头，{1}配合）",
    "（牵头单位：{0}；责任单位：{1}）",
    "（责任单位：{0}、{1}）",
    "（{0}、{1}按职责分工负责，2021年6月底前完成）",
)
_TASKS = (
    "建设冷链仓储中心",
    "到2025年培育品牌100个以上",
    "推行“一次备案、多次使用”",
    "完善 RCEP 合作机制",
    "年底前建成平台",
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(_TASKS), st.sampled_from(_FORMS), st.permutations(_UNITS), st.sampled_from(["", "\n\n"])
        ),
        min_size=1,
        max_size=6,
    )
)
def test_every_field_stands_at_its_span(
    tmp_path_factory: pytest.TempPathFactory, items: list[tuple[str, str, list[str], str]]
) -> None:
    """Whatever tasks, notations and line breaks are put together, each gives one record, and the text at every span is
    the field, white space apart."""
    lines = []
    for number, (task, form, units, gap) in enumerate(items, 1):
        words = f"{number}．{task}，加快形成工作合力，确保各项工作取得实效。" + form.format(*units)
        lines.append(words[:24] + gap + words[24:])
    text = HEAD + "一、主要任务\n\n" + "\n\n".join(lines) + "\n"
    path = tmp_path_factory.mktemp("any") / "plan.txt"
    path.write_text(text, "utf-8")
    reading = read_document(path)
    assert len(reading.records) == len(items)
    for record, (_, _, units, _) in zip(reading.records, items, strict=True):
        assert set(record.units) == set(units[:2])
        assert (record.lead_basis is None) == (not record.lead_units)
        for field, values in (
            ("task", (record.task,)),
            ("lead_units", record.lead_units),
            ("participating_units", record.participating_units),
            ("deadline", (record.deadline.text,) if record.deadline else ()),
            ("targets", tuple(target.text for target in record.targets)),
            ("number", (record.number or "",)),
        ):
            spans = record.spans.get(field, ())
            assert ["".join(span.of(reading.document.text).split()) for span in spans] == [
                "".join(value.split()) for value in values
            ]
