"""Printed pages: columns, running heads, page numbers, tables over several pages."""

from __future__ import annotations

from pathlib import Path

from corpus.readers import read_file
from corpus.reading import read_document

PLAN = Path(__file__).parent.parent / "plan"


def test_two_columns_are_read_one_after_the_other() -> None:
    """The left column first; the sentence that goes on at the top of the right one is whole; no line is lost."""
    reading = read_document(PLAN / "report.pdf")
    said = "".join("".join(passage.text.split()) for passage in reading.passages if passage.page == 1)
    written = "".join((PLAN / "report.txt").read_text(encoding="utf-8").split())
    headings = "".join("".join(section.path[-1].split()) for section in reading.sections[1:])
    assert "年底前组织一次综合应急演练，检验各部门协同处置能力，并向社会公布" in said
    assert sorted(set(written) - set(said) - set(headings)) == []
    assert [section.path[-1] for section in reading.sections[1:]] == [
        "一、工作进展",
        "（一）设施建设提速",
        "（二）航线运行平稳",
        "二、存在问题",
        "三、下一步安排",
    ]


def test_running_heads_and_page_numbers_are_left_out() -> None:
    """What is printed on top of every page is said nowhere in the text, nor are the numbers at its foot."""
    text = read_file(PLAN / "report.pdf").text
    assert "简报" not in text
    assert not any(line.strip().isdecimal() for line in text.splitlines() if "\t" not in line)


def test_a_table_over_three_pages_is_one() -> None:
    """Fifty rows under one header; every cell knows the page that it is printed on."""
    reading = read_document(PLAN / "report.pdf")
    (table,) = reading.tables
    assert [row[0].text for row in table.rows] == [str(number) for number in range(1, 51)]
    pages = [block.page for block in reading.document.blocks if block.cell and block.cell.column == 0]
    assert pages == sorted(page for page in pages if page)
    assert {2, 3, 4} == set(pages)
