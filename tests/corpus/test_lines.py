"""Text broken at a margin, wherever that is, reads as the text that was not."""

from __future__ import annotations

from functools import cache
from itertools import product
from pathlib import Path

import pytest

from corpus.catalogue import BUNDLED
from corpus.characters import width
from corpus.lines import lines
from corpus.normalise import reading_view
from corpus.outline import outline
from corpus.readers import read_bytes

HANGING = "，。；、）”！？：》"
"""Marks that printers set into the margin and never at the beginning of a line."""


@cache
def paragraphs() -> tuple[str, ...]:
    """The paragraphs and table rows of the bundled import plan, whose own text is not broken."""
    text = (BUNDLED / "yiwu-import-demo-zone-2021.txt").read_text(encoding="utf-8")
    return tuple(reading_view(text).text.split("\n"))


def broken(columns: int, indent: str, between: str) -> str:
    """The plan printed in lines of so many columns."""
    printed = []
    for paragraph in paragraphs():
        row, line = [], ""
        for character in paragraph if "\t" in paragraph else indent + paragraph:
            if width(line + character) > columns and character not in HANGING and "\t" not in paragraph:
                row.append(line)
                line = ""
            line += character
        printed.append("\n".join([*row, line]))
    return between.join(printed) + "\n"


def headings(text: str) -> list[str]:
    """The last headings of all sections."""
    return ["".join("".join(s.path).split()) for s in outline(read_bytes(text.encode("utf-8"), Path("plan.txt")))]


@pytest.mark.parametrize(
    ("columns", "indent", "between"), list(product((32, 40, 56, 64, 76), ("　　",), ("\n", "\n\n")))
)
def test_an_indented_text_reads_the_same_at_every_margin(columns: int, indent: str, between: str) -> None:
    """Paragraphs are put together again, down to the character, and so is the outline."""
    text = broken(columns, indent, between)
    assert reading_view(text).text.replace(" ", "").split("\n") == [p.replace(" ", "") for p in paragraphs()]
    assert headings(text) == headings("\n\n".join(paragraphs()))


@pytest.mark.parametrize(("columns", "between"), list(product((32, 40, 56, 64), ("\n", "\n\n"))))
def test_a_text_without_indents_has_the_same_outline(columns: int, between: str) -> None:
    """Where nothing sets off a paragraph, one that ends at the margin may run on, but no heading is lost or made."""
    text = broken(columns, "", between)
    found = {paragraph.replace(" ", "") for paragraph in reading_view(text).text.split("\n")}
    wanted = {paragraph.replace(" ", "") for paragraph in paragraphs()}
    assert len(wanted - found) <= 5
    assert headings(text) == headings("\n\n".join(paragraphs()))


def test_a_line_knows_where_it_stands() -> None:
    """Offsets lead to the words, without the blanks around them; page numbers are no lines."""
    text = "　　第一行 \n\n— 12 —\n 第二行\n"
    first, second = lines(text)
    assert (text[first.start : first.end], first.indent, first.after_blank) == ("第一行", 4, False)
    assert (text[second.start : second.end], second.indent, second.after_blank) == ("第二行", 0, True)


def test_a_bracket_that_is_open_goes_on() -> None:
    """A mark at the beginning of a line inside brackets begins no list; a heading does end a bracket left open."""
    body = "为加快建设综合服务平台，推动数据互联互通，提升服务能力，降低企业成本，完善服务体系。" * 3
    units = "（责任单位：市财政局、市商务局、市税务局、市海关、"
    pad = "高质量发展高标准建设高水平开放高效能治理"[: -(len(body) + len(units)) % 20]
    whole = pad + body + units + "▲市政府办公室）"
    wrapped = "\n".join(whole[start : start + 20] for start in range(0, len(whole), 20))
    assert "\n▲" in wrapped
    text = f"一、任务\n{wrapped}\n二、（未完保障\n{wrapped}\n三、措施\n{wrapped}\n"
    assert reading_view(text).text.split("\n") == ["一、任务", whole, "二、（未完保障", whole, "三、措施", whole]


def test_a_quotation_that_is_open_goes_on() -> None:
    """A line that a newspaper set short goes on where its quotation does: no sentence ends inside “4+5+4”."""
    body = "为加快建设综合服务平台，推动数据互联互通，提升服务能力，降低企业成本，完善服务体系。" * 4
    wrapped = "\n".join(body[start : start + 16] for start in range(0, len(body), 16))
    text = f"{wrapped}\n2月底前梳理完成首批“4+5+\n4”行业准入负面清单，争取突破三个以上。\n{wrapped}\n"
    assert "首批“4+5+4”行业准入负面清单" in reading_view(text).text
