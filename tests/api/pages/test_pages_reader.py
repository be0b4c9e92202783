"""The reader: a document's own words, arranged for reading, with every offset where it belongs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import corpus
from tests.api.pages.canned_server import DOCUMENT, ledger_text
from tests.api.pages.conftest import OpenPage

pytestmark = pytest.mark.browser
BUNDLED = sorted((Path(corpus.__file__).parent / "documents").glob("*.txt"))
ARRANGED = """async ([text, headings]) => {
  const { blocksOf, joint } = await import("/static/paragraphs.js");
  return blocksOf(text, new Map(headings)).map(block => block.kind === "table"
    ? { table: block.rows.map(row => row.map(({ start, end }) => [start, end])) }
    : {
        kind: block.kind, lead: block.lead,
        spans: block.segments.map(({ start, end }) => [start, end]),
        text: block.segments.map((each, place) =>
          (place ? joint(text, block.segments[place - 1], each) : "") + text.slice(each.start, each.end)).join(""),
      });
}"""


def marked(page: Page) -> str:
    """The highlighted words, white space apart."""
    return "".join("".join(page.locator("mark").all_text_contents()).split())


def test_the_cited_span_is_highlighted_in_view_and_announced(canned: str, open_page: OpenPage) -> None:
    """Offsets count code points: a character outside the basic plane before the span does not move the highlight."""
    text, _ = ledger_text(60)
    start = text.index("坚持陆海统筹")
    page = open_page(f"{canned}/documents/{DOCUMENT}#c={start}-{start + 12}")
    expect(page.locator("mark")).to_have_text(text[start : start + 12])
    expect(page.locator("mark")).to_be_in_viewport()
    expect(page.locator("#cited")).to_be_focused()
    expect(page.get_by_role("status")).to_contain_text("坚持陆海统筹")


def test_another_citation_moves_the_highlight(canned: str, open_page: OpenPage) -> None:
    """A task beside the text leads to its row, also the last of a long table, without a new page."""
    text, records = ledger_text(60)
    page = open_page(f"{canned}/documents/{DOCUMENT}#c=0-4")
    expect(page.locator("mark")).to_have_text(text[0:4])
    page.get_by_role("complementary", name="任务").get_by_role("link").last.click()
    expect(page.locator("mark").first).to_be_in_viewport()
    span = records[-1]["spans"]["statement"][0]
    assert marked(page) == "".join(text[span["start"] : span["end"]].split())


def test_the_raw_text_is_one_click_away(canned: str, open_page: OpenPage) -> None:
    """The raw view shows the canonical text character for character, with the same highlight."""
    text, _ = ledger_text(60)
    page = open_page(f"{canned}/documents/{DOCUMENT}#c=30-60")
    expect(page.locator("mark").first).to_be_visible()
    page.get_by_role("button", name="原始文本").click()
    assert page.locator("#text").text_content() == text
    expect(page.locator("mark")).to_have_text(re.compile(re.escape(text[30:60].strip())[:40]))


def test_the_outline_leads_to_its_sections(canned: str, open_page: OpenPage) -> None:
    """A heading of the outline scrolls to the heading in the text."""
    page = open_page(f"{canned}/documents/{DOCUMENT}", height=500)
    page.get_by_role("navigation", name="目录").get_by_role("link", name="附件1").click()
    expect(page.get_by_role("heading", name="附件1")).to_be_in_viewport()
    expect(page.locator("#outline [aria-current]")).to_have_text("附件1")


def test_a_link_past_the_end_says_so(canned: str, open_page: OpenPage) -> None:
    """A citation of an older state of the document is not shown somewhere else instead."""
    page = open_page(f"{canned}/documents/{DOCUMENT}#c=900000-900010")
    expect(page.get_by_text("文件可能已更新").first).to_be_visible()
    expect(page.locator("mark")).to_have_count(0)


def test_an_unknown_document_says_what_to_do(canned: str, open_page: OpenPage) -> None:
    """The server's own sentence is shown, not an empty page."""
    page = open_page(f"{canned}/documents/no-such-document")
    expect(page.get_by_role("alert")).to_have_text("没有编号为此的文件，请从文件列表打开。")


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_arranging_loses_nothing(canned: str, open_page: OpenPage, path: Path) -> None:
    """Every character that is not white space is shown exactly once and in order, however the lines are joined."""
    page = open_page(f"{canned}/documents/{DOCUMENT}")
    text = path.read_text("utf-8")
    # Offsets of the page are UTF-16 units; so are those of this encoding, two bytes each.
    units = text.encode("utf-16-le")
    shown = ""
    for block in page.evaluate(ARRANGED, [text, []]):
        for start, end in block.get("spans") or [span for row in block["table"] for span in row]:
            shown += units[2 * start : 2 * end].decode("utf-16-le")
    assert "".join(shown.split()) == "".join(text.split())


def test_wrapped_lines_become_paragraphs(canned: str, open_page: OpenPage) -> None:
    """Lines that only the paper's edge ended are joined, headings and short lines stand alone."""
    page = open_page(f"{canned}/documents/{DOCUMENT}")
    text = "\n\n".join(
        [
            "滨海市人民政府",
            "一、总体要求",
            "（一）指导思想。坚持陆海统筹、城乡联动、区域协同，全面落",
            "实上级决策部署，聚焦新动能、新优势培育，以建设三大平台、",
            "构建六大体系为重点。",
            "（二）基本原则。坚持市场主导，更好发挥政府作用，各部门密",
            "切配合。",
        ]
    )
    assert [block["text"] for block in page.evaluate(ARRANGED, [text, []])] == [
        "滨海市人民政府",
        "一、总体要求",
        "（一）指导思想。坚持陆海统筹、城乡联动、区域协同，全面落实上级决策部署，聚焦新动能、新优势培育，"
        "以建设三大平台、构建六大体系为重点。",
        "（二）基本原则。坚持市场主导，更好发挥政府作用，各部门密切配合。",
    ]


def test_headings_within_a_line_and_over_two(canned: str, open_page: OpenPage) -> None:
    """A heading that shares its line with text is the paragraph's lead, one that was wrapped is one heading."""
    page = open_page(f"{canned}/documents/{DOCUMENT}")
    first, second = "一、实施大宗品类拓展行动，建设全牌照口岸", "大宗市场"
    third = "（一）总体目标。到2025年建成区域航运枢纽。"
    text = f"{first}\n{second}\n{third}"
    lead = len(first) + len(second) + 2
    headings = [[0, {"level": 1, "end": lead - 1}], [lead, {"level": 2, "end": lead + 8}]]
    heading, paragraph = page.evaluate(ARRANGED, [text, headings])
    assert (heading["kind"], heading["text"]) == ("heading", first + second)
    assert (paragraph["kind"], paragraph["text"], text[lead : paragraph["lead"]]) == ("paragraph", third, third[:8])
