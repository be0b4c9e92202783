"""The section tree: all forms of numbering, run-in headings, attachments, lists, and what closes the body."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.numbering import numbering, numeral
from corpus.outline import outline
from corpus.readers import read_bytes
from corpus.types import Document, Section


def document(text: str, name: str = "plan.txt") -> Document:
    """A text as it is read from a file."""
    return read_bytes(text.encode("utf-8"), Path(name))


def sections(text: str) -> tuple[Section, ...]:
    """The outline of a text, without its root."""
    return outline(document(text))[1:]


def shape(text: str) -> list[str]:
    """The headings, indented by their level."""
    return ["  " * (section.level - 1) + section.path[-1] for section in sections(text)]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("第一编 总则", "编", 1),
        ("第二十三章 附则", "章", 23),
        ("第三节　监督", "节", 3),
        ("第一百零五条 本办法", "条", 105),
        ("第十二条之一 申请人", "条", 12),
        ("第三條 適用範圍", "条", 3),
        ("第二部分 重点任务", "部分", 2),
        ("十一、组织实施", "一、", 11),
        ("（十）加强领导", "（一）", 10),
        ("(三)加强领导", "（一）", 3),
        ("㈡加强领导", "（一）", 2),
        ("12. 建设平台", "1.", 12),
        ("3．建设平台", "1.", 3),
        ("4、建设平台", "1.", 4),
        ("2 线下产业集聚平台", "1 ", 2),
        ("1.2 适用范围", "1.1", 2),
        ("（5）申请表", "（1）", 5),
        ("⑶申请表", "（1）", 3),
        ("7）申请表", "1）", 7),
        ("③ 申请表", "①", 3),
        ("附件2", "附件", 2),
        ("附件：", "附件", 0),
        ("附表1 指标", "附件", 1),
        ("专栏3 重大工程", "专栏", 3),
    ],
)
def test_numbering_is_recognised_in_all_its_forms(text: str, kind: str, value: int) -> None:
    """In every bracket, width and script that offices use."""
    found = numbering(text)
    assert found is not None
    assert (found.kind, found.value) == (kind, value)


@pytest.mark.parametrize(
    "text",
    [
        "2.5亿元资金",
        "第三条例的规定",
        "一带一路建设",
        "2021年目标",
        "第一章程",
        "附近地区",
        "三是加强领导",
        "十四五规划",
        "第五条、第六条的规定",
    ],
)
def test_words_that_begin_like_numbering_are_none(text: str) -> None:
    """A quantity, a year, 一带一路 or a reference to an article opens no section."""
    assert numbering(text) is None


@pytest.mark.parametrize(
    ("text", "value"), [("二十一", 21), ("十", 10), ("一百零三", 103), ("15", 15), ("⑳", 20), ("㈢", 3)]
)
def test_numerals_have_their_value(text: str, value: int) -> None:
    """Chinese, Arabic, circled and bracketed."""
    assert numeral(text) == value


def test_sections_nest_as_the_numbering_says() -> None:
    """一、 over （一） over 1.; items counted through the whole text stay below the heading they stand under."""
    text = (
        "一、总体要求\n\n坚持稳中求进，推动高质量发展，制定以下措施。\n\n二、重点任务\n\n（一）建设平台\n\n"
        "1. 建设线上平台。整合资源，推动数据互联互通。\n\n2. 建设线下园区。完善配套，吸引企业集聚发展。\n\n"
        "（二）培育主体\n\n"
        "3. 引进龙头企业。实施招商计划，引进一批企业。\n\n4. 培育中小企业。完善服务体系，培育一批企业。\n\n"
        "三、保障措施\n\n加强领导，落实责任。\n"
    )
    assert shape(text) == [
        "一、总体要求",
        "二、重点任务",
        "  （一）建设平台",
        "    1. 建设线上平台",
        "    2. 建设线下园区",
        "  （二）培育主体",
        "    3. 引进龙头企业",
        "    4. 培育中小企业",
        "三、保障措施",
    ]


def test_the_heading_of_a_run_in_paragraph_is_its_first_sentence() -> None:
    """The heading's span covers those words only; the section covers the paragraph."""
    text = (
        "一、保障措施\n\n（一）强化组织领导。成立领导小组，统筹推进。\n\n（二）强化考核评价。建立评价机制，定期通报。\n"
    )
    found = sections(text)[1]
    assert found.path == ("一、保障措施", "（一）强化组织领导")
    assert found.number == "（一）"
    assert found.heading is not None
    assert found.heading.of(text) == "（一）强化组织领导"
    assert found.span.of(text) == "（一）强化组织领导。成立领导小组，统筹推进。"


def test_an_item_without_a_heading_is_known_by_its_first_clause() -> None:
    """A task of one long sentence has no heading of its own."""
    text = (
        "（一）实施市场建设行动\n\n1. 2021 年建成全国首个综合保税区内的进口市场，创新数字监管，"
        "布局跨境电商等多业态融合场景，"
        "打造服务千亿贸易的特色平台。（责任单位：商务局）\n\n2. 力推海外创牌。支持主体利用产能，培育品牌。"
        "（责任单位：商务局）\n"
    )
    assert shape(text)[1:] == ["  1. 2021年建成全国首个综合保税区内的进口市场", "  2. 力推海外创牌"]


def test_items_of_a_list_are_no_sections() -> None:
    """Conditions that end in semicolons, and short items, belong to the paragraph above them."""
    text = (
        "第五条 申请人应当具备下列条件：\n\n（一）具有独立法人资格；\n\n（二）有固定的办公场所；\n\n"
        "（三）没有不良记录。\n\n"
        "第六条 申请时应当提交：\n\n1. 申请表\n\n2. 承诺书\n\n第七条 本办法自发布之日起施行。\n"
    )
    assert shape(text) == ["第五条", "第六条", "第七条"]


def test_chapters_hold_articles() -> None:
    """第X章 over 第X条; the article's number is its heading."""
    text = "第一章　总则\n\n第一条　为规范管理，制定本办法。\n\n第二章　附则\n\n第二条　本办法由市商务局负责解释。\n"
    assert shape(text) == ["第一章　总则", "  第一条", "第二章　附则", "  第二条"]


def test_an_attachment_is_named_by_the_title_below_it() -> None:
    """附件N is a section of its own after the signature; the list of attachments above it is not."""
    text = (
        "一、工作要求\n\n各单位要认真落实，按时报送。\n\n附件：1. 任务清单\n2. 责任清单\n\n义乌市商务局\n\n"
        "2021年3月1日\n\n"
        "附件 1\n\n任务清单\n\n序号\t任务\t单位\n1\t建设平台\t商务局\n\n附件2\n\n责任 清单\n\n序号\t责任\t单位\n"
        "1\t统筹协调\t商务局\n"
    )
    assert shape(text) == ["一、工作要求", "附件1 任务清单", "附件2 责任清单"]
    assert sections(text)[0].span.of(text).endswith("按时报送。")


def test_the_body_ends_before_the_distribution_list() -> None:
    """抄送 and the printing note are the document's, not the last section's; so is the clause on entry into force."""
    text = (
        "一、加强领导\n\n各单位要加强领导，落实责任。\n\n本办法自2021年1月1日起施行，有效期三年。\n\n"
        "抄送：市委办公室，市人大常委会办公室。\n\n"
        "义乌市人民政府办公室 2021年1月5日印发\n"
    )
    (section,) = sections(text)
    assert section.span.of(text) == "一、加强领导\n\n各单位要加强领导，落实责任。"


def test_bare_numbers_count_only_in_order() -> None:
    """１ 平台。 opens a section when it counts on from the one before; 22 个城市 never does."""
    text = (
        "（一）建设三大平台。\n\n１ 线上综合服务平台。加强整体设计，建设平台。\n\n２ 线下产业集聚平台。"
        "加快推进园区建设。\n\n"
        "（二）复制推广经验。\n\n22 个城市的经验要复制推广，扩大试点成效。\n"
    )
    assert shape(text) == ["（一）建设三大平台", "  1 线上综合服务平台", "  2 线下产业集聚平台", "（二）复制推广经验"]


def test_headings_of_the_format_need_no_number() -> None:
    """<h2> and bold or centred lines of a page open sections; figures' captions do not."""
    page = (
        "<html><body><div><h1>工作方案</h1><h2>背景</h2><p>近年来，外贸快速发展，规模不断扩大。</p>"
        "<h3>现状</h3><p>目前，全市有企业三百家，从业人员上万名。</p><h2>措施</h2><p><b>加强领导</b></p>"
        "<p>各单位要高度重视，落实责任。</p><p align=center>图1 组织架构</p></div></body></html>"
    )
    found = outline(document(page, "page.html"))[1:]
    assert [section.path[-1] for section in found] == ["背景", "现状", "措施", "加强领导"]
    assert [section.level for section in found] == [1, 2, 1, 2]


def test_two_regulations_in_one_notice_are_two_sections() -> None:
    """Each under its own title, with its own 一、; the notice's and a single regulation's title make no section."""
    body = "一、总则\n\n为规范管理，制定以下规定，请认真执行。\n\n二、附则\n\n自发布之日起施行，由有关部门解释。\n\n"
    notice = (
        "某市人民政府关于印发两个规定的通知\n\n各有关单位：\n\n现印发给你们，请认真执行。\n\n"
        "某市人民政府\n\n2021年3月1日\n\n"
    )
    assert shape(f"{notice}转制为企业的规定\n\n{body}支持企业发展的规定\n\n{body}") == [
        "转制为企业的规定",
        "  一、总则",
        "  二、附则",
        "支持企业发展的规定",
        "  一、总则",
        "  二、附则",
    ]
    assert shape(f"{notice}转制为企业的规定\n\n{body}") == ["一、总则", "二、附则"]


PROSE = "面对复杂严峻的外部环境，全市上下迎难而上、拼搏实干，较好完成了全年目标任务，经济运行稳中有进。"


def test_lines_in_ordinary_type_head_the_text_below_them() -> None:
    """A work report whose halves have no number: what is numbered below such a line belongs to it, and a list that
    begins anew under the next one does not mix with the first."""
    report = (
        f"各位代表：\n\n现在，我向大会报告工作，请予审议。\n\n2023年工作回顾\n\n{PROSE}\n\n"
        f"（一）经济发展更向好\n\n{PROSE}\n\n（二）城乡面貌更靓丽\n\n{PROSE}\n\n"
        f"2024年工作安排\n\n{PROSE}\n\n（一）聚力强工业\n\n{PROSE}\n\n（二）聚力抓开放\n\n{PROSE}\n\n"
        f"加强政府自身建设\n\n{PROSE}\n"
    )
    assert shape(report) == [
        "2023年工作回顾",
        "  （一）经济发展更向好",
        "  （二）城乡面貌更靓丽",
        "2024年工作安排",
        "  （一）聚力强工业",
        "  （二）聚力抓开放",
        "加强政府自身建设",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "联系人：张伟",
        "2024年3月1日",
        "市商务局　市财政局",
        "某市人民政府",
        "（续表）",
        "前言",
        "https://www.example.org/a",
        "12345",
    ],
)
def test_short_lines_of_other_kinds_are_no_headings(line: str) -> None:
    """Contacts, dates, names of bodies, remarks, addresses; and a preface holds nothing that is numbered."""
    text = f"某市促进办法\n\n{PROSE}\n\n{line}\n\n{PROSE}\n\n一、总体要求\n\n{PROSE}\n"
    assert "一、总体要求" in shape(text)
    assert line not in shape(text)


def test_a_line_that_breaks_off_is_no_heading() -> None:
    """The end of a sentence that a printer set apart stays in the text; so does a line above another short one."""
    broken = f"一、总体要求\n\n{PROSE}\n\n各单位要加强协作\n\n推进工作\n\n{PROSE}\n"
    assert shape(broken) == ["一、总体要求"]
    assert shape(f"一、总体要求\n\n按照市委的部署\n\n加快推进各项工作\n\n{PROSE}\n") == ["一、总体要求"]


def test_a_glossary_stands_behind_the_whole_document() -> None:
    """名词解释 and its kin explain the document, not the last section."""
    for title in ("名词解释", "附：名词解释", "《政府工作报告》有关用语说明", "名词术语注释"):
        text = (
            f"一、工作回顾\n\n{PROSE}\n\n二、工作安排\n\n（一）扩大内需\n\n{PROSE}\n\n{title}\n\n1.“两新”：设备更新。\n"
        )
        assert shape(text)[2:] == ["  （一）扩大内需", title, "  1.“两新”"], title


def test_an_enumeration_inside_a_paragraph_opens_no_section() -> None:
    """（1）甲；（2）乙 in one sentence is what an item says."""
    text = (
        "（一）保留的条件。\n\n法人还应具备：\n\n（1）有专职人员；（2）有固定的办公住所；（3）有十万元以上的资金。\n\n"
        f"（二）整改的条件。\n\n{PROSE}\n"
    )
    assert shape(text) == ["（一）保留的条件", "（二）整改的条件"]


def test_a_title_whose_second_line_could_end_one_is_whole() -> None:
    """The page names the title; its printed lines are no sections, though one of them ends in 制度."""
    lines = ("某市人民政府关于全面推行", "执法公示制度执法全过程记录制度", "重大执法决定法制审核制度的指导意见")
    page = (
        f"<html><head><meta name='ArticleTitle' content='{''.join(lines)}'></head><body>"
        + "".join(f"<p align=center>{line}</p>" for line in lines)
        + f"<p>各县区人民政府：</p><p>{PROSE}</p><p>一、总体要求</p><p>{PROSE}</p></body></html>"
    )
    found = document(page, "page.html")
    assert found.metadata.title == "".join(lines)
    assert "".join(found.metadata.spans["title"].of(found.text).split()) == "".join(lines)
    assert [section.path[-1] for section in outline(found)[1:]] == ["一、总体要求"]
