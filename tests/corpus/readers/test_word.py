"""Word documents: what Word prints is in the text, what it does not print is not."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from corpus.outline import outline
from corpus.readers import read_bytes
from corpus.readers.word_numbering import WordNumbering
from corpus.tables import tables
from corpus.types import BlockKind, Document


def read(document: Any) -> Document:
    """A document of python-docx as it is read from its file."""
    target = io.BytesIO()
    document.save(target)
    return read_bytes(target.getvalue(), Path("file.docx"))


def lines(document: Document) -> list[str]:
    """The blocks of a document."""
    return [block.span.of(document.text) for block in document.blocks]


def numbered(document: Any, levels: list[tuple[str, str]]) -> str:
    """Adds a list definition of (form, text) for each level; the id that paragraphs refer to."""
    numbering = document.part.numbering_part.element
    abstract = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(levels)
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{abstract}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    return "77"


def add_item(document: Any, text: str, list_id: str, depth: int) -> None:
    """A paragraph of a list."""
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>')
    )


def test_numbers_that_word_generates_are_in_the_text() -> None:
    """一、 （一） 1. are printed though nobody typed them; a deeper level starts again below the next heading."""
    document = docx.Document()
    own = numbered(document, [("chineseCountingThousand", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3．")])
    for text, depth in (
        ("总体要求", 0),
        ("重点任务", 0),
        ("建设平台", 1),
        ("线上平台", 2),
        ("线下园区", 2),
        ("培育主体", 1),
        ("引进企业", 2),
    ):
        add_item(document, text, own, depth)
        document.add_paragraph("各部门要加强协同配合，按时完成任务。")
    read_document = read(document)
    assert lines(read_document)[::2] == [
        *(
            "一、总体要求",
            "二、重点任务",
            "（一）建设平台",
            "1．线上平台",
            "2．线下园区",
            "（二）培育主体",
            "1．引进企业",
        ),
    ]
    assert [section.level for section in outline(read_document)[1:]] == [1, 1, 2, 3, 3, 2, 3]


@pytest.mark.parametrize(
    ("form", "third", "twelfth"),
    [
        ("decimal", "3", "12"),
        ("chineseCounting", "三", "十二"),
        ("chineseLegalSimplified", "叁", "拾贰"),
        ("upperRoman", "III", "XII"),
        ("lowerLetter", "c", "l"),
        ("decimalEnclosedCircle", "③", "⑫"),
        ("decimalZero", "03", "12"),
        ("unknown", "3", "12"),
    ],
)
def test_a_number_is_written_in_its_form(form: str, third: str, twelfth: str) -> None:
    """In every form that Chinese documents use; one that is not known is written in figures."""
    root = parse_xml(
        f'<w:numbering {nsdecls("w")}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1">'
        '<w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    numbering = WordNumbering.of(root)
    labels = [numbering.label("1", 0) for _ in range(12)]
    assert (labels[2], labels[11]) == (third, twelfth)


def test_heading_styles_make_the_outline() -> None:
    """Levels come from the styles; the title style is the title."""
    document = docx.Document()
    document.add_paragraph("某市促进外贸发展办法", style="Title")
    for text, style in (("背景", "Heading 1"), ("现状", "Heading 2"), ("措施", "Heading 1")):
        document.add_paragraph(text, style=style)
        document.add_paragraph("各部门要加强协同配合，按时完成任务。")
    read_document = read(document)
    assert read_document.metadata.title == "某市促进外贸发展办法"
    assert [section.path for section in outline(read_document)[1:]] == [("背景",), ("背景", "现状"), ("措施",)]


def test_merged_cells_of_a_table_keep_their_reach() -> None:
    """Merged down and across, and a table inside a cell is that cell's text."""
    document = docx.Document()
    table = document.add_table(rows=4, cols=3)
    for row, texts in enumerate(
        (("序号", "任务", "单位"), ("1", "建设平台", "商务局"), ("2", "培育主体", ""), ("备注", "", ""))
    ):
        for cell, text in zip(table.rows[row].cells, texts, strict=True):
            cell.text = text
    table.cell(1, 2).merge(table.cell(2, 2))
    table.cell(3, 0).merge(table.cell(3, 2))
    found = read(document)
    (read_table,) = tables(found, outline(found))
    assert [[cell.text for cell in row] for row in read_table.rows] == [
        ["1", "建设平台", "商务局"],
        ["2", "培育主体", "商务局"],
        ["备注", "备注", "备注"],
    ]
    assert read_table.rows[0][2].span == read_table.rows[1][2].span


def test_text_boxes_are_read_once() -> None:
    """Word writes them twice, for new programs and for old ones."""
    document = docx.Document()
    paragraph = document.add_paragraph("正文第一段，说明有关情况。")
    box = f"<w:txbxContent {nsdecls('w')}><w:p><w:r><w:t>文本框内的说明文字。</w:t></w:r></w:p></w:txbxContent>"
    paragraph._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f"<mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )
    )
    assert lines(read(document)) == ["正文第一段，说明有关情况。", "文本框内的说明文字。"]


def test_deleted_and_hidden_parts_are_not_read() -> None:
    """Text that was deleted under track changes is not in the document; what was inserted is."""
    document = docx.Document()
    paragraph = document.add_paragraph("责任单位：")
    for tag, text in (("ins", "<w:t>商务局</w:t>"), ("del", "<w:delText>财政局</w:delText>")):
        paragraph._p.append(parse_xml(f'<w:{tag} {nsdecls("w")} w:id="1" w:author="a"><w:r>{text}</w:r></w:{tag}>'))
    document.sections[0].header.paragraphs[0].text = "页眉不是正文"
    assert lines(read(document)) == ["责任单位：商务局"]


def test_a_list_of_contents_is_left_out() -> None:
    """It says nothing that its headings do not."""
    document = docx.Document()
    document.add_paragraph("一、总体要求\t1", style=document.styles.add_style("toc 1", 1))
    document.add_paragraph("一、总体要求")
    document.add_paragraph("坚持稳中求进，提升质量，优化结构。")
    assert lines(read(document)) == ["一、总体要求", "坚持稳中求进，提升质量，优化结构。"]


def test_breaks_and_tabs_inside_a_paragraph_are_kept() -> None:
    """A line break is one, a page break none, a tab a wide blank."""
    document = docx.Document()
    run = document.add_paragraph("联系人：张伟").add_run()
    run.add_tab()
    run.add_text("电话：000")
    run.add_break()
    run.add_text("地址：某路1号")
    found = read(document)
    assert lines(found) == ["联系人：张伟\u3000电话：000\n地址：某路1号"]
    assert found.blocks[0].kind is BlockKind.PARAGRAPH


def test_footnotes_stand_at_the_end() -> None:
    """Each is a block of its own kind, after the body."""
    document = docx.Document()
    document.add_paragraph("落实“两重”建设。")
    package = document.part.package
    blob = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">'
        "<w:p><w:r><w:t>两重：国家重大战略实施和重点领域安全能力建设。</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        blob.encode(),
        package,
    )
    document.part.relate_to(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes")
    found = read(document)
    assert lines(found)[-1] == "两重：国家重大战略实施和重点领域安全能力建设。"
    assert found.blocks[-1].kind is BlockKind.FOOTNOTE


def test_bold_lines_are_headings_and_bold_words_are_not() -> None:
    """A short paragraph that is bold throughout heads what follows."""
    document = docx.Document()
    document.add_paragraph().add_run("加强组织领导").bold = True
    paragraph = document.add_paragraph("各单位要")
    paragraph.add_run("高度重视").bold = True
    paragraph.add_run("，落实责任。")
    found = read(document)
    assert [block.kind for block in found.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH]
