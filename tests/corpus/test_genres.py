"""Outline and metadata of other genres than notices: questions and answers, replies, minutes, decrees, annexes."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.readers import read_bytes
from corpus.reading import understand
from corpus.types import Metadata, Reading, Section


def read(text: str, name: str = "paper.txt") -> Reading:
    """A text as it is understood."""
    return understand(read_bytes(text.encode(), Path(name)))


def metadata(text: str, name: str = "paper.txt") -> Metadata:
    """What a text says of itself."""
    return read(text, name).document.metadata


def headings(reading: Reading) -> list[str]:
    """The headings, indented by their level."""
    return ["  " * (section.level - 1) + section.path[-1] for section in reading.sections[1:]]


def holding(reading: Reading, words: str) -> Section:
    """The innermost section that holds the words."""
    at = reading.document.text.index(words)
    return max(
        (section for section in reading.sections if section.span.start <= at < section.span.end),
        key=lambda section: section.level,
    )


@pytest.mark.parametrize("mark", ["问：", "问{}：", "Q{}："])
def test_questions_head_their_answers(mark: str) -> None:
    """All that stands between two questions belongs to the first."""
    first, second = mark.format(1), mark.format(2)
    text = (
        f"气价政策问答\n\n{first}阶梯气价分几档？\n答：分三档。\n\n各档按年计算。\n\n"
        f"{second}何时执行？\n答：自2025年9月1日起执行。\n"
    )
    found = read(text)
    assert headings(found) == [f"{first}阶梯气价分几档？", f"{second}何时执行？"]
    assert holding(found, "各档按年计算").path[-1] == f"{first}阶梯气价分几档？"


def test_a_question_in_a_sentence_is_no_heading() -> None:
    """问 with neither a question nor an answer behind it heads nothing."""
    assert headings(read("工作通报\n\n问：计于民，是本次走访的做法，各单位认真组织实施。\n\n各地按要求落实。\n")) == []


def test_the_paragraph_behind_a_list_belongs_to_what_the_list_stands_in() -> None:
    """Items of one paragraph each are over with it; what follows the last one is no part of it."""
    text = (
        "对第0173号建议的答复\n\n一、关于护学巴士的建议\n\n主要做法是：\n"
        "1.票价实行一票制；家庭困难学生免费乘坐，运营亏损由市区两级财政按比例分担。\n"
        "2.每车配备照管员；低年级学生须由家长或者其委托的成年人到站点接领。\n"
        "3.车辆限速行驶；车载视频保存不少于30天，由运营单位负责保管备查。\n\n"
        "下一步，2025年秋季学期扩大到24所学校。\n\n二、关于护学岗\n\n已安排落实。\n"
    )
    found = read(text)
    assert holding(found, "下一步").path == ("一、关于护学巴士的建议",)
    assert holding(found, "车载视频").path[-1].startswith("3.车辆限速行驶")


def test_who_is_responsible_for_the_last_item_stays_with_it() -> None:
    """A line that says who does an item goes on with the item."""
    items = "".join(f"{number}.建设平台{number}。面向全市企业提供服务，实现数据互通。\n" for number in (1, 2, 3))
    found = read(f"工作方案\n\n一、重点任务\n\n{items}责任单位：市商务局\n\n二、组织实施\n\n加强领导。\n")
    assert holding(found, "责任单位").path[-1] == "3.建设平台3"


def test_numbers_in_two_parts_head_paragraphs_before_a_wide_gap() -> None:
    """1.1 编制目的　… in a plan for emergencies: the words before the gap are the heading, 1.1 its number."""
    text = (
        "应急预案\n\n1 总则\n1.1 编制目的　提高赤潮灾害监测预警和应急处置能力，减轻影响。\n"
        "1.2 适用范围　适用于本市管辖海域内发生的赤潮灾害的应对。\n2 附则\n"
        "2.1 解释　本预案由市海洋发展局负责解释。\n"
    )
    found = read(text)
    assert headings(found)[:3] == ["1 总则", "  1.1 编制目的", "  1.2 适用范围"]
    assert [record.number for record in found.records] == ["2.1"]


def test_annexes_in_english_and_remarks_in_their_titles() -> None:
    """Annex 1: … opens a section; the unit of an annex's figures is part of its title."""
    text = (
        "合作计划\n\n一、总体目标\n\n全年新增外资企业120家。\n\n附件1　资金安排表（单位：万元）\n\n共安排600万元。\n\n"
        "Annex 2: Contacts\n\nInvestment Service Centre.\n"
    )
    assert headings(read(text))[1:] == ["附件1资金安排表（单位：万元）", "Annex 2: Contacts"]


def test_bold_lines_of_markdown_are_headings() -> None:
    """A short line that is bold throughout heads what follows; a bold sentence does not."""
    found = read("# 申报指南\n\n**支持方向**\n\n支持软件外包。\n\n**逾期不予受理。**\n", "guide.md")
    assert headings(found) == ["支持方向"]


def test_minutes_have_the_title_of_their_meeting() -> None:
    """会议纪要 at the head is a letterhead where the meeting's own title follows."""
    head = "会 议 纪 要\n\n〔2025〕18号\n\n禾川县人民政府办公室　　　　　　2025年8月19日\n\n"
    found = metadata(f"{head}县政府第56次常务会议纪要\n\n8月15日，县长主持召开会议，议定事项如下。\n")
    assert (found.title, found.number) == ("县政府第56次常务会议纪要", "〔2025〕18号")


def test_a_number_of_an_issue_may_have_a_remark() -> None:
    """第4期　（2025年第一次例会） is the number of the minutes."""
    found = metadata("澹州市外资企业圆桌会会议纪要\n\n第4期　　（2025年第一次例会）\n\n会议听取了情况汇报。\n")
    assert found.number == "第4期"


def test_a_decree_is_named_in_the_note_below_the_title() -> None:
    """The note that says with which decree something was published says its number and issuer."""
    note = "（2025年3月20日梅岭市人民政府令第41号公布　自2025年5月1日起施行）"
    found = metadata(f"梅岭市电动自行车停放管理办法\n{note}\n\n第一条　为了规范停放行为，制定本办法。\n")
    assert (found.number, found.issuers) == ("梅岭市人民政府令第41号", ("梅岭市人民政府",))


def test_who_stands_below_the_title_issued_it() -> None:
    """A body on a line of its own below the title, where nobody signs."""
    found = metadata(
        "《白鹭市城市更新条例（草案）》起草说明\n\n白鹭市住房和城乡建设局\n\n现将起草情况说明如下：\n\n一、必要性\n\n更新63个。\n"
    )
    assert found.issuers == ("白鹭市住房和城乡建设局",)


def test_one_signs_for_several_that_the_title_names() -> None:
    """市商务局等四部门 is a signature; who they are the title says."""
    found = read(
        "栎港市商务局　栎港市税务局　栎港海关\n关于做好离境退税工作的通知\n\n各区人民政府：\n\n现将有关事项通知如下。\n"
        "一、资金保障。市级财政安排2270万元。\n\n栎港市商务局等三部门\n2025年3月12日\n"
    )
    assert found.document.metadata.issuers == ("栎港市商务局", "栎港市税务局", "栎港海关")
    assert "等三部门" not in found.sections[-1].span.of(found.document.text)


def test_the_way_to_a_page_is_no_title_and_labels_end_each_other() -> None:
    """当前位置：… above a copied page, and several labels on one line, some of which say nothing of the document."""
    found = metadata(
        "当前位置：首页 > 政务公开 > 通知公告\n\n关于招募应急志愿服务队的公告\n\n"
        "发布时间：2025-04-11 15:20　　来源：市应急管理局　　浏览次数：356　　字号：大\n\n"
        "现面向社会公开招募志愿服务队。\n"
    )
    assert (found.title, found.source) == ("关于招募应急志愿服务队的公告", "市应急管理局")
    assert str(found.published) == "2025-04-11"


def test_a_single_annex_is_called_by_its_own_title() -> None:
    """A file that holds only an annex."""
    found = metadata("附件2\n\n城市更新项目责任清单\n\n本清单所列项目由各区组织实施，按月调度。\n")
    assert (found.title, found.named_by_file) == ("城市更新项目责任清单", False)


def test_kindergartens_are_recipients() -> None:
    """Who a notice is sent to may be any kind of body after 各 and the like."""
    found = metadata(
        "关于开学工作的通知\n\n各乡镇中心学校，县直各学校，幼儿园：\n\n现将有关事项通知如下，请遵照执行。\n"
    )
    assert found.recipients == "各乡镇中心学校，县直各学校，幼儿园"


def test_the_only_main_heading_of_a_page_is_its_title() -> None:
    """A page's own heading counts before the name of its window."""
    head = "<html><head><title>外贸情况</title></head>"
    body = "<body><h1>2025年上半年全市外贸情况</h1><p>全市进出口214亿元，同比增长。</p></body></html>"
    assert metadata(head + body, "page.html").title == "2025年上半年全市外贸情况"


def test_the_first_heading_is_the_title_where_nothing_else_is() -> None:
    """A page or a text in English whose title has no word for its kind."""
    assert metadata("# Port Measures 2025\n\nClearance takes 20 hours.\n", "port.md").title == "Port Measures 2025"
