"""Who does what by when in minutes, rectification lists, ledgers and division lists: notations of offices."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.reading import read_document
from corpus.types import TaskRecord

_HEAD = "柳汀市2025年重点工作责任分解\n\n柳政发〔2025〕6号\n\n柳汀市人民政府\n\n2025年2月10日\n\n"


def _records(folder: Path, text: str) -> tuple[TaskRecord, ...]:
    path = folder / "plan.txt"
    path.write_text(_HEAD + text, "utf-8")
    return read_document(path).records


def _rows(folder: Path, *rows: str) -> tuple[TaskRecord, ...]:
    cells = (
        "".join(f"<{tag}>{text}</{tag}>" for text in row.split("|"))
        for tag, row in zip(("th", *["td"] * len(rows)), rows, strict=False)
    )
    table = "".join(f"<tr>{row}</tr>" for row in cells)
    path = folder / "plan.html"
    path.write_text(f"<html><body><h1>柳汀市2025年督办台账</h1><table>{table}</table></body></html>", "utf-8")
    return read_document(path).records


def _said(record: TaskRecord) -> tuple[tuple[str, ...], tuple[str, ...], str | None]:
    return record.lead_units, record.participating_units, record.deadline.text if record.deadline else None


def test_the_task_stands_before_a_sentence_of_nothing_but_owners(tmp_path: Path) -> None:
    """由A牵头负责，B配合，8月底前投入使用: what they do is said in the sentences before, and so is the number."""
    found = _records(
        tmp_path,
        "一、民生\n1.新建县第三幼儿园，增加学位540个。由县教育局牵头负责，县住建局配合，2025年8月25日前投入使用。\n"
        "2.改造农村危房126户。由县住建局负总责，各乡镇人民政府具体负责，县民政局协助，10月底前竣工验收。\n"
        "3.原则同意管线迁改费用按比例承担。具体由县城管局统筹协调。\n",
    )
    assert [(record.number, *_said(record)) for record in found] == [
        ("1", ("县教育局",), ("县住建局",), "2025年8月25日前"),
        ("2", ("县住建局",), ("各乡镇人民政府", "县民政局"), "10月底前"),
        ("3", ("县城管局",), (), None),
    ]
    assert [record.task[:6] for record in found] == ["新建县第三幼", "改造农村危房", "原则同意管线"]


@pytest.mark.parametrize(
    ("sentence", "units", "deadline"),
    [
        ("会议议定：一是加快落实。二是各区政府要在5月15日前完成摸底。", ("各区政府",), "5月15日前"),
        (
            "国网柳汀供电公司、柳汀水务集团要主动对接，收到申请后15日内完成踏勘。",
            ("国网柳汀供电公司", "柳汀水务集团"),
            None,
        ),
        ("开展考核，由市委督查室、市政府督查室每半年通报一次。", ("市委督查室", "市政府督查室"), None),
        ("会议强调，市城管局要于每月25日前将进展报市住建局汇总。", ("市城管局",), None),
    ],
)
def test_duties_in_minutes(tmp_path: Path, sentence: str, units: tuple[str, ...], deadline: str | None) -> None:
    """Points counted 一是, 二是; companies that must within days; what units do every half year or month."""
    [record] = _records(tmp_path, f"一、事项\n{sentence}\n")
    assert record.units == units
    assert deadline is None or (record.deadline and record.deadline.text == deadline)


def test_labels_of_a_rectification_list(tmp_path: Path) -> None:
    """整改责任单位 and 整改时限 are labels, who supervises does none of it, and a field of times is told whole."""
    [record] = _records(
        tmp_path,
        "一、问题清单\n1.清溪河断面水质反弹。\n整改责任单位：市住建局（牵头）、市水利局\n整改时限：立行立改，2025年12月底前完成\n督导单位：市委督查室\n整改责任人：柳青\n",
    )
    assert _said(record) == (("市住建局",), ("市水利局",), "立行立改，2025年12月底前完成")
    [record] = _records(
        tmp_path,
        "一、清单\n1.更新供水管网22公里。责任单位：县水利局、县城投公司；分阶段时限：4月底前完成招标，6月底前开工。\n",
    )
    assert record.units == ("县水利局", "县城投公司")


@pytest.mark.parametrize("words", ["立行立改，长期坚持", "春节前集中整治，长期坚持", "已完成，持续巩固"])
def test_a_field_of_times_keeps_all_it_says(tmp_path: Path, words: str) -> None:
    """A time beside what goes on after it, or beside what was done, is told with it."""
    [record] = _records(tmp_path, f"一、任务\n1.开展欠薪治理。\n责任单位：县人社局\n完成时限：{words}\n")
    assert record.deadline
    assert record.deadline.text == words


def test_times_and_units_told_one_for_each_item(tmp_path: Path) -> None:
    """以上三项…分别于5月、8月、9月底前完成: a time for each; 分别由A、B牵头: a unit for each."""
    found = _records(
        tmp_path,
        "一、活动\n1.举办消费季活动。\n2.组织摄影大赛。\n3.发布消费地图。\n"
        "以上三项任务由市文旅局牵头，团市委协同，分别于5月、8月、9月底前完成。\n"
        "二、建设\n4.改造运河老街。\n5.开通夜游航线。\n以上任务分别由市住建局、市交通运输局牵头。\n",
    )
    assert [_said(record) for record in found] == [
        (("市文旅局",), ("团市委",), "5月"),
        (("市文旅局",), ("团市委",), "8月"),
        (("市文旅局",), ("团市委",), "9月底前"),
        (("市住建局",), (), None),
        (("市交通运输局",), (), None),
    ]


def test_who_answers_for_it_beside_who_carries_it_out(tmp_path: Path) -> None:
    """责任主体 beside 落实单位, and 主办 beside 协办: the first leads; a remark on the columns is no task."""
    found = _rows(
        tmp_path,
        "序号|攻坚内容|责任主体|落实单位|序时进度",
        "1|推行企业开办一件事|区市场监管局|区税务局、区人社局|6月底前",
        "2|清理隐性壁垒|区发展改革局|各行业主管部门|每季度末",
    )
    assert [_said(record)[:2] for record in found] == [
        (("区市场监管局",), ("区税务局", "区人社局")),
        (("区发展改革局",), ("各行业主管部门",)),
    ]
    assert not _records(tmp_path, "一、说明\n备注：责任主体为第一责任单位，落实单位按分工抓好落实。\n")
    [record, _] = _rows(
        tmp_path,
        "共性问题|整改举措|主办|协办|完成节点",
        "把关不严|修订负面清单|市生态环境局|市行政审批局|8月底",
        "数据造假|开展双随机检查|市市场监管局|市公安局|10月",
    )
    assert _said(record) == (("市生态环境局",), ("市行政审批局",), "8月底")


def test_a_project_in_several_rows_is_named_in_each(tmp_path: Path) -> None:
    """The column of projects belongs to the task though one of them has two rows; a column of classes does not."""
    found = _rows(
        tmp_path,
        "类别|督办事项|具体要求|主办单位|完成节点",
        "交通|柳汀大桥加固|恢复双向通车|市交通运输局|6月20日",
        "交通|污水厂提标|日处理能力提高到6万吨|市水务集团|9月底",
        "交通|污水厂提标|中控系统联调|市水务集团|10月15日",
        "民生|冷链物流园|建成冷库3万立方米|市商务局|9月底",
    )
    assert [record.task for record in found][1:3] == ["污水厂提标：日处理能力提高到6万吨", "污水厂提标：中控系统联调"]
