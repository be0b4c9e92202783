"""The points of lists that nothing numbers: lines of their own below one that announces them (…符合下列条件：) or below
a heading (申报材料), as the bullets of web pages, of Word and of Markdown read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.frame import is_date_line, is_signature
from corpus.types import Span

Points = tuple[Span, tuple[Span, ...]]
"""The line that announces points, and each of them, as places of a text."""

_ANNOUNCES = re.compile(
    r"(?:以下|下列|如下|包括|包含|分别[是为]|主要[有是为]|条件|要求|材料|内容|情形|范围|职责|措施|对象|标准|方式|途径)[^：:，。\n]{0,12}[：:]$"
)
_NUMBERED = re.compile(
    r"[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[)）.．、]|是|　)|第[一二三四五六七八九十\d]|[①-⑳]"
)
_LINE = re.compile(r"[^\n]+")
_SHORTEST, _LONGEST = 4, 80
LEAST_HEADED = 3
"""So many lines below a heading that semicolons part are points; nothing else announces them."""


def points(text: str, *, headed: bool) -> Iterator[Points]:
    """The runs of at least two points of a text in the reading view, in order. One that is `headed` begins with its
    heading.

    All points of a run end alike, the last one apart: in a semicolon, in a full stop that is their only one, or in
    neither. Those right below a heading end in semicolons.
    """
    may_be_headed = headed and text.count("；\n") >= LEAST_HEADED - 1
    lines = [match.span() for match in _LINE.finditer(text)] if may_be_headed or "：\n" in text or ":\n" in text else []
    for position, (start, end) in enumerate(lines):
        announced = _ANNOUNCES.search(text, start, end) is not None
        if not announced and (position or not may_be_headed):
            continue
        run = _run(text, lines[position + 1 :])
        if not announced and (len(run) < LEAST_HEADED or _mark(text, run[0]) != "；"):
            continue
        if len(run) > 1 and _ends_alike(text, run[:-1]) and _ends_as(text, run):
            yield Span(start, end), tuple(run)


def _run(text: str, lines: Sequence[tuple[int, int]]) -> list[Span]:
    """The first of some lines, as far as they are points that end alike, and the one that closes them."""
    run: list[Span] = []
    for first, last in lines:
        point = text[first:last]
        if not _is_point(point) or (run and not _ends_alike(text, run)):
            break
        run.append(Span(first, last))
        if text[run[0].end - 1] == "；" and point[-1] != "；":
            break
    return run


def _is_point(line: str) -> bool:
    inner = line[:-1]
    return (
        _SHORTEST <= len(line) <= _LONGEST
        and not _NUMBERED.match(line)
        and "。" not in inner
        and line[-1] not in "：:，、"
        and not any(gap in line for gap in "\t|｜\u3000")
        and not is_signature(line)
        and not is_date_line(line)
    )


def _mark(text: str, point: Span) -> str:
    mark = text[point.end - 1]
    return mark if mark in "；;。" else ""


def _ends_alike(text: str, run: list[Span]) -> bool:
    return len({_mark(text, point) for point in run}) == 1


def _ends_as(text: str, run: list[Span]) -> bool:
    """Whether the last point may close the run: with the mark of the others, or with a full stop."""
    return _mark(text, run[-1]) in (_mark(text, run[0]), "。")
