"""Files damaged at random: every one is read or named, none ends in another error or takes long.

`python -m pytest tests/corpus/readers/test_fuzz.py --hypothesis-profile=long` runs for about an hour.
"""

from __future__ import annotations

import io
import time
import zipfile
from contextlib import suppress
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import ReadError
from corpus.readers import read_bytes
from corpus.reading import understand

PLAN = Path(__file__).parent.parent / "plan"
LONGEST = 10.0
"""Seconds of processor time that any of these small files may take."""

# Where to cut, how much to take out, what to put there: applied one after the other.
EDITS = st.lists(
    st.tuples(
        st.floats(0, 1), st.integers(0, 400), st.binary(max_size=12) | st.sampled_from([b"<", b"&x;", b"\0", b"]]>"])
    ),
    min_size=1,
    max_size=8,
)


def damaged(content: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    """The bytes after all edits."""
    for share, length, put in edits:
        at = int(share * len(content))
        content = content[:at] + put + content[at + length :]
    return content


@cache
def workbook() -> bytes:
    """A small workbook with merged cells."""
    book = openpyxl.Workbook()
    for row in (["任务清单"], ["序号", "任务", "单位"], [1, "建设平台", "商务局"], [2, "培育主体", "财政局"]):
        book.active.append(row)
    book.active.merge_cells("A1:C1")
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def repacked(content: bytes, member: str, edits: list[tuple[float, int, bytes]]) -> bytes:
    """A container in which one member is damaged and the rest is sound."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, damaged(data, edits) if name == member else data)
    return target.getvalue()


def check(content: bytes, path: Path) -> None:
    """Reads and understands it, or is told why not."""
    begun = time.process_time()
    with suppress(ReadError):
        reading = understand(read_bytes(content, path))
        for passage in reading.passages:
            assert passage.span.end <= len(reading.document.text)
    assert time.process_time() - begun < LONGEST


# Less than the usual hundred: each of them opens a file.
FUZZ = settings(
    max_examples=settings().max_examples * 2 // 5,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.mark.parametrize("name", ["plan.txt", "plan.html", "plan.docx", "plan.pdf"])
@FUZZ
@given(edits=EDITS)
def test_a_damaged_file_is_read_or_named(name: str, edits: list[tuple[float, int, bytes]]) -> None:
    """Bytes lost, changed and put in anywhere."""
    check(damaged((PLAN / name).read_bytes(), edits), Path(name))


@pytest.mark.parametrize(
    "member", ["word/document.xml", "word/styles.xml", "word/numbering.xml", "[Content_Types].xml"]
)
@FUZZ
@given(edits=EDITS)
def test_a_word_file_with_a_damaged_part_is_read_or_named(member: str, edits: list[tuple[float, int, bytes]]) -> None:
    """The container is sound, what it holds is not."""
    check(repacked((PLAN / "plan.docx").read_bytes(), member, edits), Path("plan.docx"))


@pytest.mark.parametrize(
    "member", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml"]
)
@FUZZ
@given(edits=EDITS)
def test_a_workbook_with_a_damaged_part_is_read_or_named(member: str, edits: list[tuple[float, int, bytes]]) -> None:
    """The same for sheets."""
    check(repacked(workbook(), member, edits), Path("list.xlsx"))


@pytest.mark.parametrize("ending", [".txt", ".md", ".html", ".docx", ".xlsx", ".pdf", ".png"])
@FUZZ
@given(content=st.binary(max_size=300))
def test_random_bytes_are_read_or_named(ending: str, content: bytes) -> None:
    """Under every ending."""
    check(content, Path(f"any{ending}"))


# What official documents are made of, to be put in orders that none of them has.
LINES = st.sampled_from(
    (
        "某市人民政府文件",
        "某政办发〔2024〕18号",
        "某市人民政府关于印发《低空物流行动方案》的通知",
        "各县区人民政府，市直各部门：",
        "一、总体要求",
        "（一）指导思想。",
        "1.建设平台。到2025年，建成平台3个。（责任单位：市商务局牵头，市财政局配合）",
        "（1）甲；（2）乙",
        "①核心指标",
        "第一章 总则",
        "第二条 本办法适用于本市。",
        "附件",
        "附件1：",
        "附件：1.任务清单",
        "2.进度表",
        "名词解释",
        "2023年工作回顾",
        "市商务局　　市财政局",
        "某市人民政府办公室",
        "2024年3月1日",
        "二〇二四年三月一日",
        "抄送：市委办公室。",
        "某市人民政府办公室 2024年3月2日印发",
        "（此件公开发布）",
        "（二〇二四年三月一日市政府第5次常务会议通过）",
        "张伟（市长）",
        "——2025年1月15日在某市人民代表大会上",
        "来源：某市日报",
        "序号\t任务\t责任单位\t完成时间",
        "1\t建设平台\t市商务局\t2024年9月",
        "2\t\t同上\t持续推进",
        "序号  任务  单位",
        "1    建平台    商务局",
        "序号",
        "任务",
        "---",
        "责任分工：市商务局牵头。",
        "发文字号：某政发〔2024〕1号",
        "成文日期：2024年13月45日",
        "— 3 —",
        "第 2 页 共 9 页",
        "面对复杂严峻的外部环境，全市上下迎难而上，较好完成了全年目标任务。",
        "《",
        "》",
        "（",
        "）",
        "　　",
        "。",
        "2",
        "十",
        "第",
        "|序号|任务|",
        "|---|---|",
    )
)


@FUZZ
@given(lines=st.lists(LINES, max_size=40), ends=st.lists(st.sampled_from(["\n", "\n\n", "", "\f", " "]), min_size=1))
def test_lines_of_documents_in_any_order_are_read_or_named(lines: list[str], ends: list[str]) -> None:
    """Titles below signatures, tables inside lists, brackets that do not close: as text and as a page."""
    text = "".join(line + ends[number % len(ends)] for number, line in enumerate(lines))
    check(text.encode(), Path("any.txt"))
    check(f"<html><body>{''.join(f'<p>{line}</p>' for line in lines)}</body></html>".encode(), Path("any.html"))


@FUZZ
@given(text=st.text(max_size=400))
def test_any_text_is_read_or_named(text: str) -> None:
    """Every character that exists, as text and as Markdown."""
    for name in ("any.txt", "any.md"):
        check(text.encode("utf-8", "surrogatepass"), Path(name))
