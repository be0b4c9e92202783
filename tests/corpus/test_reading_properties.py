"""What holds of every document, whatever it says: offsets, nesting, completeness."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.normalise import fold, reading_view
from corpus.readers import read_bytes
from corpus.reading import understand
from corpus.types import Reading

LINES = st.sampled_from(
    [
        *(
            "义乌市人民政府文件",
            "义政发〔2021〕1号",
            "义乌市人民政府关于印发工作方案的通知",
            "各镇人民政府：",
            "义乌市人民政府",
        ),
        *(
            "2021年2月23日",
            "（此件公开发布）",
            "附件 1",
            "任务清单",
            "附件：1. 任务清单",
            "2. 责任清单",
            "抄送：市委办公室。",
        ),
        *(
            "第一章 总则",
            "第二章 任务",
            "第一条 为规范管理，制定本办法。",
            "第二条 本办法适用于全市。",
            "一、总体要求",
            "二、任务",
        ),
        *(
            "（一）强化领导。成立工作专班，统筹推进各项工作。",
            "（二）加强保障。",
            "1. 建设平台，完善功能。（责任单位：▲商务局、财政局）",
        ),
        *(
            "2. 培育主体，形成优势。",
            "（1）申请表；",
            "（2）承诺书。",
            "① 第一项",
            "——坚持创新。",
            "落实责任，按时完成，到 2025 年",
        ),
        *(
            "实现目标。",
            "序号\t事项\t责任单位\t完成时间",
            "1\t建设平台\t商务局\t2021年6月",
            "2\t培育主体\t财政局",
            "3\t\t\t",
        ),
        *(
            "副市长 葛巧棣",
            "贸易自由顶层设计",
            "",
            "\f",
            "— 3 —",
            "　　各单位要认真落实。",
            "本办法自发布之日起施行。",
            "| 甲 | 乙 | 丙 |",
        ),
    ]
) | st.text("一二三、（）1.附件章条：。；\t 　年月日责任单位▲", max_size=40)
DOCUMENTS = st.lists(LINES, min_size=1, max_size=40).map("\n".join).filter(lambda text: bool(text.strip()))


def read(text: str) -> Reading:
    """The text as a document that is understood."""
    return understand(read_bytes(text.encode("utf-8"), Path("any.txt")))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(DOCUMENTS)
def test_whatever_is_extracted_stands_in_the_text(text: str) -> None:
    """Spans of sections, cells, passages and metadata lie in the document and say what they claim."""
    reading = read(text)
    document = reading.document
    view = reading_view(document.text)
    for section in reading.sections:
        assert section.span.end <= len(document.text)
        if section.heading:
            assert section.span.start <= section.heading.start
            assert section.heading.end <= section.span.end
    for table in reading.tables:
        width = len(table.rows[0]) if table.rows else len(table.header)
        assert all(len(row) == width for row in table.rows)
        assert len(table.header) in (0, width)
        for row in table.rows:
            for cell in row:
                assert cell.text == view.shown(cell.span)
    for passage in reading.passages:
        assert passage.span.end <= len(document.text)
        assert passage.text.strip()
        if passage.cell is None and "\t" not in passage.text:
            assert view.shown(passage.span) == passage.text.strip()
    for name, span in document.metadata.spans.items():
        assert span.of(document.text).strip(), name


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(DOCUMENTS)
def test_the_outline_is_a_tree_in_text_order(text: str) -> None:
    """Every section lies in its parent, carries its path on, and siblings do not overlap."""
    sections = read(text).sections
    assert sections[0].path == ()
    assert sections[0].parent is None
    assert sections[0].level == 0
    for one, other in pairwise(sections):
        assert one.span.start <= other.span.start
    last_child: dict[int, int] = {}
    for section in sections[1:]:
        assert section.parent is not None
        parent = sections[section.parent]
        assert section.path[:-1] == parent.path
        assert section.level == len(section.path)
        assert parent.span.start <= section.span.start
        assert section.span.end <= parent.span.end
        assert last_child.get(section.parent, 0) <= section.span.start
        last_child[section.parent] = section.span.end


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(DOCUMENTS)
def test_passages_leave_nothing_out(text: str) -> None:
    """All words are in a passage, or are a heading in the path of those below it, or a header printed again."""
    reading = read(text)
    headers = {fold(cell.text) for table in reading.tables for cell in table.header}
    covered = bytearray(len(reading.document.text))
    for passage in reading.passages:
        covered[passage.span.start : passage.span.end] = b"\1" * (passage.span.end - passage.span.start)
    for section in reading.sections:
        if section.heading:
            end = section.heading.end + 2
            covered[section.heading.start : end] = b"\1" * (min(end, len(covered)) - section.heading.start)
    for block in reading.document.blocks:
        if block.cell and fold(block.span.of(reading.document.text)) in headers:
            continue
        missing = [at for at in range(block.span.start, block.span.end) if not covered[at]]
        assert not "".join(reading.document.text[at] for at in missing).strip(" \n\t\u3000。：；，,:;|-—\f")
