"""Web pages: the document is found in the layouts that sites use, and only the document."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.outline import outline
from corpus.readers import read_bytes
from corpus.tables import tables
from corpus.types import BlockKind, Document

FIRST = "为进一步优化营商环境，激发市场活力，经市政府同意，现将有关事项通知如下，请认真贯彻执行。"
SECOND = "各部门要加强协同配合，细化工作举措，明确责任分工，按时完成各项任务，定期报送进展情况。"
BODY = f"<p>{FIRST}</p><p>一、工作要求</p><p>{SECOND}</p><p>某市人民政府办公室</p><p>2021年3月1日</p>"
EXPECTED = [FIRST, "一、工作要求", SECOND, "某市人民政府办公室", "2021年3月1日"]
MENU = "".join(f"<li><a href='/{n}'>栏目导航第{n}项</a></li>" for n in range(30))
FOOTER = "<div class=footer>主办单位：某市人民政府办公室 <a href=/map>网站地图</a> 备案号：某ICP备00000000号</div>"


def read(page: str) -> Document:
    """A page as it is read."""
    return read_bytes(page.encode("utf-8"), Path("page.html"))


def lines(document: Document) -> list[str]:
    """The blocks of a document."""
    return [block.span.of(document.text) for block in document.blocks]


@pytest.mark.parametrize(
    "layout",
    [
        f"<div id=nav><ul>{MENU}</ul></div><div class=article><div id=zoom>{BODY}</div></div>{FOOTER}",
        f"<ul>{MENU}</ul><div class=main><div class=left>{BODY}</div><div><ul>{MENU}</ul></div></div>{FOOTER}",
        f"<table><tr><td><ul>{MENU}</ul></td></tr></table><table><tr><td><table><tr><td>{BODY}</td></tr>"
        f"</table></td></tr></table>{FOOTER}",
        f"<nav><ul>{MENU}</ul></nav><article>{BODY}</article><footer>版权所有，未经许可，不得转载。</footer>",
        f"<header><ul>{MENU}</ul></header><main><section><div class=TRS_Editor>{BODY}</div></section></main>{FOOTER}",
        BODY,
        f"<div>{BODY.replace('<p>', '').replace('</p>', '<br/>')}</div>",
        f"<div>{BODY.replace('<p>', '<div><span>　　').replace('</p>', '</span></div>')}</div>",
    ],
    ids=["named content", "columns", "layout tables", "html5", "editor", "bare", "line breaks", "divisions"],
)
def test_the_document_is_found_in_every_layout(layout: str) -> None:
    """Navigation, side columns and footers are left out; title, signature and date inside stay."""
    assert lines(read(f"<html><head><title>通知</title></head><body>{layout}</body></html>")) == EXPECTED


def test_a_table_with_more_words_than_the_text_is_not_taken_for_the_document() -> None:
    """The paragraphs above and below a long table are part of the document that holds it."""
    rows = "".join(
        f"<tr><td>{n}</td><td>建设第{n}个平台，完善服务功能，提升保障能力。</td><td>商务局</td></tr>"
        for n in range(1, 60)
    )
    document = read(
        f"<html><body><div class=content><p>{FIRST}</p><table><tr><td>序号</td><td>任务</td><td>单位</td></tr>{rows}"
        f"</table><p>{SECOND}</p></div></body></html>"
    )
    assert lines(document)[0] == FIRST
    assert lines(document)[-1] == SECOND
    (table,) = tables(document, outline(document))
    assert len(table.rows) == 59


def test_a_table_inside_a_cell_is_part_of_that_cell() -> None:
    """Its words are not lost and make no rows of their own."""
    document = read(
        "<html><body><table><tr><td>任务</td><td>单位</td></tr><tr><td>建设平台</td><td><table><tr><td>商务局</td>"
        "<td>财政局</td></tr></table></td></tr></table></body></html>"
    )
    (table,) = tables(document, outline(document))
    assert [[cell.text for cell in row] for row in (table.header, *table.rows)] == [
        ["任务", "单位"],
        ["建设平台", "商务局\u3000财政局"],
    ]


def test_a_table_of_one_column_is_text() -> None:
    """A frame drawn around paragraphs with a table."""
    document = read(
        f"<html><body><table border=1><tr><td><p>{FIRST}</p><p>{SECOND}</p></td></tr></table></body></html>"
    )
    assert lines(document) == [FIRST, SECOND]
    assert {block.kind for block in document.blocks} == {BlockKind.PARAGRAPH}


def test_a_paragraph_keeps_its_words_together() -> None:
    """Spans, links and emphasis inside it part nothing; line ends of the source are no line ends."""
    document = read(
        "<html><body><div><p>为加强<b>组织</b>领导，<a href=x>各单位</a>要\n"
        "      落实<span>责</span><span>任</span>。</p></div></body></html>"
    )
    assert "".join(lines(document)[0].split()) == "为加强组织领导，各单位要落实责任。"


@pytest.mark.parametrize("value", ["0", "-3", "x", "99999999", "2.5", ""])
def test_a_senseless_rowspan_counts_as_one(value: str) -> None:
    """As in browsers; a huge one reaches no further than the table."""
    document = read(
        f"<html><body><table><tr><td rowspan='{value}'>甲</td><td>乙</td></tr>"
        "<tr><td>丙</td><td>丁</td></tr></table></body></html>"
    )
    assert len(tables(document, outline(document))[0].rows) == 2
