"""Passages: long sections cut between sentences, short paragraphs together, never across a section."""

from __future__ import annotations

from pathlib import Path

from corpus.readers import read_bytes
from corpus.reading import understand
from corpus.split import LONGEST_PASSAGE
from corpus.types import Passage


def passages(text: str) -> tuple[Passage, ...]:
    """The passages of a text."""
    return understand(read_bytes(text.encode("utf-8"), Path("file.txt"))).passages


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    """Every piece ends where a sentence does, none is longer than a passage may be, and nothing is lost."""
    sentences = [f"第{number}项工作要明确责任单位，细化完成时限，按季度通报进展情况。" for number in range(40)]
    text = "一、重点任务\n\n" + "".join(sentences) + "\n"
    found = passages(text)
    assert len(found) > 3
    for passage in found:
        assert len(passage.text) <= LONGEST_PASSAGE
        assert passage.text.endswith("。")
        assert passage.section == ("一、重点任务",)
        assert passage.span.of(text).split() == passage.text.split()
    assert "".join("".join(passage.text for passage in found).split()) == "".join(text.split())


def test_a_quotation_keeps_its_closing_mark() -> None:
    """A sentence that ends inside quotation marks ends after them."""
    text = (
        "".join(
            f"会议强调“坚持问题导向，推动第{number}项任务落地见效。”各单位要对照清单逐项落实。" for number in range(30)
        )
        + "\n"
    )
    assert all(not passage.text.startswith("”") for passage in passages(text))


def test_only_a_single_sentence_may_be_longer() -> None:
    """An enumeration of 900 characters without a full stop stays whole."""
    text = "责任单位包括" + "、".join(f"第{number}工作组" for number in range(150)) + "。\n"
    (passage,) = passages(text)
    assert len(passage.text) > LONGEST_PASSAGE


def test_short_paragraphs_of_a_section_stand_together() -> None:
    """A heading is never parted from the paragraph below it, and list items share a passage."""
    text = (
        "一、申报条件\n\n申报单位应当具备下列条件：\n\n（一）具有独立法人资格；\n\n（二）信用良好。\n\n"
        "二、申报程序\n\n网上填报。\n"
    )
    first, second = passages(text)
    assert first.text == "一、申报条件\n申报单位应当具备下列条件：\n（一）具有独立法人资格；\n（二）信用良好。"
    assert second.text == "二、申报程序\n网上填报。"


def test_a_heading_above_sub_sections_is_no_passage() -> None:
    """It would be found before what it heads; it stands in the path of each."""
    found = passages(
        "一、重点任务\n\n（一）建设平台。完善功能，提升服务水平。\n\n（二）培育主体。加大招引，壮大企业队伍。\n"
    )
    assert [passage.section[-1] for passage in found] == ["（一）建设平台", "（二）培育主体"]
    assert {passage.section[0] for passage in found} == {"一、重点任务"}


def test_every_row_is_a_passage_and_says_which() -> None:
    """The header is one too, without a row."""
    found = passages("附件1\n\n任务清单\n\n序号\t任务\t单位\n1\t建设平台\t商务局\n2\t培育主体\t财政局\n")
    rows = [(passage.text, passage.cell.row) for passage in found if passage.cell]
    assert rows == [("1\t建设平台\t商务局", 0), ("2\t培育主体\t财政局", 1)]
    assert found[0].text == "序号\t任务\t单位"


def test_passages_are_numbered_in_text_order() -> None:
    """Ids carry the document's and sort as the text does."""
    found = passages("一、甲\n\n做好第一项工作。\n\n二、乙\n\n做好第二项工作。\n")
    assert [passage.id for passage in found] == ["file#0000", "file#0001"]
    assert [passage.span.start for passage in found] == sorted(passage.span.start for passage in found)


def test_a_numbered_sentence_that_stands_alone_is_a_passage() -> None:
    """In a reply the numbered sentences are all that is said; a mere heading above others is no passage."""
    text = (
        "关于设立园区的批复\n\n东岭县人民政府：\n\n一、同意设立示范园区，规划面积8.6平方公里。\n\n"
        "二、请你县于2024年12月底前完成规划编制。\n\n三、工作要求\n\n（一）加强领导。各单位要压实责任，按月报送进展。\n"
    )
    found = [passage.text for passage in passages(text)]
    assert "一、同意设立示范园区，规划面积8.6平方公里。" in found
    assert "二、请你县于2024年12月底前完成规划编制。" in found
    assert "三、工作要求" not in found
