"""Who speaks: heading and speaker above the speech, below it, or one speaker for the whole document."""

from __future__ import annotations

from pathlib import Path

from corpus.outline import outline
from corpus.readers import read_bytes
from corpus.split import passages
from corpus.types import Document, Section

FIRST = 2 * (
    "自贸区获批以来，专班围绕目标，全力推进第一个“百日攻坚”，取得五项突破，多项改革举措走在全省前列，"
    "企业和群众的获得感不断增强，发展活力持续释放。"
)
SECOND = 2 * (
    "投资自由化，是自贸区建设最为基础、最为重要的制度性安排之一，要紧扣产业发展全链条，进行制度创新和改革突破，"
    "打造优良营商环境，服务好各类市场主体。"
)


def read(text: str) -> tuple[Document, tuple[Section, ...]]:
    """The document and its outline."""
    document = read_bytes(text.encode("utf-8"), Path("digest.txt"))
    return document, outline(document)


def spoken(text: str) -> dict[str, tuple[str, str]]:
    """For the beginning of every speech, its heading and its speaker."""
    document, sections = read(text)
    return {
        begin: (passage.section[-1] if passage.section else "", passage.speaker or "")
        for passage in passages(document, sections, ())
        for begin in (FIRST[:5], SECOND[:5])
        if begin in passage.text
    }


def test_a_heading_and_speaker_below_belong_to_the_speech_above() -> None:
    """A digest that prints them after each speech, its own title last of all."""
    text = (
        f"{FIRST}\n\n贸易自由顶层设计\n副市长 葛巧棣\n\n{SECOND}\n\n投资自由顶层设计\n市委常委 朱有清\n\n"
        "实干巧干闯新路 改革创新促发展\n——推进大会发言摘登\n"
    )
    assert spoken(text) == {
        FIRST[:5]: ("贸易自由顶层设计", "葛巧棣（副市长）"),
        SECOND[:5]: ("投资自由顶层设计", "朱有清（市委常委）"),
    }
    document, _ = read(text)
    assert document.metadata.title == "实干巧干闯新路改革创新促发展——推进大会发言摘登"


def test_a_heading_and_speaker_above_belong_to_the_speech_below() -> None:
    """The usual form, with the title first."""
    text = (
        f"推进大会发言摘登\n\n贸易自由顶层设计\n副市长 葛巧棣\n\n{FIRST}\n\n"
        f"投资自由顶层设计\n市委常委 朱有清\n\n{SECOND}\n"
    )
    assert spoken(text) == {
        FIRST[:5]: ("贸易自由顶层设计", "葛巧棣（副市长）"),
        SECOND[:5]: ("投资自由顶层设计", "朱有清（市委常委）"),
    }


def test_sections_inside_a_speech_know_its_speaker() -> None:
    """Numbered parts of a speech nest below its heading."""
    text = (
        f"{FIRST}\n\n一、第一阶段成效\n\n{SECOND}\n\n贸易自由顶层设计\n副市长 葛巧棣\n\n{FIRST}\n\n"
        f"二、下一步打算\n\n{SECOND}\n\n"
        "投资自由顶层设计\n市委常委 朱有清\n"
    )
    found = {section.path: section.speaker for section in read(text)[1]}
    assert found["贸易自由顶层设计", "一、第一阶段成效"] == "葛巧棣（副市长）"
    assert found["投资自由顶层设计", "二、下一步打算"] == "朱有清（市委常委）"


def test_what_is_said_before_the_numbered_parts_is_kept() -> None:
    """The opening of a speech whose heading follows is a passage of its own, under its speaker."""
    document, sections = read(
        f"{FIRST}\n\n一、第一阶段成效\n\n{SECOND}\n\n贸易自由顶层设计\n副市长 葛巧棣\n\n{SECOND}\n\n"
        f"一、下一步打算\n\n{FIRST}\n\n投资自由顶层设计\n市委常委 朱有清\n"
    )
    opening = [passage for passage in passages(document, sections, ()) if len(passage.section) == 1]
    assert [(passage.text[:5], passage.speaker) for passage in opening if len(passage.text) > 100] == [
        (FIRST[:5], "葛巧棣（副市长）"),
        (SECOND[:5], "朱有清（市委常委）"),
    ]


def test_the_speaker_of_a_whole_report_is_the_documents() -> None:
    """A work report names its speaker once below the title; its sections stay the first level."""
    text = f"政府工作报告\n\n市长　王 建国\n\n各位代表：\n\n{FIRST}\n\n一、工作回顾\n\n{SECOND}\n"
    sections = read(text)[1]
    assert [section.path for section in sections] == [(), ("一、工作回顾",)]
    assert {section.speaker for section in sections} == {"王建国（市长）"}


def test_a_list_of_names_is_no_digest() -> None:
    """Posts and names below one another, with nothing said, are a list."""
    text = "领导小组成员名单\n\n组长 王建国\n\n副组长 李明\n\n市商务局局长 张伟\n\n市财政局局长 刘芳\n"
    assert {section.speaker for section in read(text)[1]} == {None}
