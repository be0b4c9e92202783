"""Tables that survive in plain text as lines of cells parted by tabs, bars or wide gaps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.lines import Line
from corpus.types import Span

_BAR_RULE = re.compile(r"[|｜+\s]*[-:—=─┼+|｜\s]{3,}[|｜+\s]*")
_GAP = re.compile(r"(?: {2,}|\u3000{2,}| *\u3000 +| +\u3000 *)")
_NUMBER = re.compile(r"\d{1,4}")


@dataclass(frozen=True, slots=True)
class Group:
    """Either one paragraph (`cells` is None) or one row; `starts_table` marks a row that cannot belong to the last."""

    span: Span
    cells: tuple[Span, ...] | None = None
    starts_table: bool = False


def table_rows(paragraphs: Iterable[tuple[Line, ...]]) -> Iterator[Group]:
    """The paragraphs again, those that are rows of a table cut into cells.

    Two neighbouring lines at least make a table. A line with tabs is a row; a line with bars is one when the bars
    frame it; a line with wide gaps is one when its neighbours have as many cells and one of them is a header or
    numbered.
    """
    pending: list[tuple[Line, tuple[Span, ...], str]] = []
    for lines in paragraphs:
        line = lines[0]
        if pending and pending[-1][2] == "bar" and _BAR_RULE.fullmatch(line.text):
            continue
        cut = _cells(line) if len(lines) == 1 else None
        if cut and pending and pending[-1][2] != cut[1]:
            yield from _finished(pending)
            pending = []
        if cut:
            pending.append((line, *cut))
            continue
        yield from _finished(pending)
        pending = []
        yield Group(Span(line.start, lines[-1].end))
    yield from _finished(pending)


def _cells(line: Line) -> tuple[tuple[Span, ...], str] | None:
    """The cells of a line and what parts them, or None for a line of prose."""
    text = line.text
    if "\t" in text:
        return _between(line, re.finditer("\t", text)), "tab"
    bars = list(re.finditer("[|｜]", text))
    if len(bars) >= 3 or (len(bars) == 2 and text[0] in "|｜"):
        cells = _between(line, bars)
        return cells[text[0] in "|｜" : len(cells) - (text[-1] in "|｜")], "bar"
    gaps = list(_GAP.finditer(text))
    if len(gaps) >= 2 and not re.search("[。；]", text):
        return _between(line, gaps), "gap"
    return None


def _between(line: Line, separators: Iterable[re.Match[str]]) -> tuple[Span, ...]:
    """What stands between separators, each piece without the white space at its ends."""
    edges = [0, *(edge for separator in separators for edge in separator.span()), len(line.text)]
    found = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        raw = line.text[start:end]
        begin = line.start + start + len(raw) - len(raw.lstrip())
        found.append(Span(begin, begin + len(raw.strip())))
    return tuple(found)


def _finished(pending: list[tuple[Line, tuple[Span, ...], str]]) -> Iterator[Group]:
    """The rows of one table, or the paragraphs that only looked like it."""
    if pending and (pending[0][2] != "gap" or _is_aligned(pending)):
        width = max(len(cells) for _, cells, _ in pending)
        previous = 0
        for position, (line, cells, _) in enumerate(pending):
            starts = position > 0 and abs(len(cells) - previous) > max(1, width // 2)
            yield Group(Span(line.start, line.end), cells, starts)
            previous = len(cells)
        return
    for line, _, _ in pending:
        yield Group(Span(line.start, line.end))


def _is_aligned(pending: list[tuple[Line, tuple[Span, ...], str]]) -> bool:
    if len(pending) < 2:
        return False
    counts = [len(cells) for _, cells, _ in pending]
    usual = max(set(counts), key=counts.count)
    numbered = sum(1 for line, _, _ in pending if _NUMBER.match(line.text))
    return usual >= 3 and counts.count(usual) >= 0.7 * len(counts) and (numbered >= len(pending) - 1)
