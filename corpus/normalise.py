"""A reading view of the canonical text, with a map back to source offsets; and folding for comparison.

Offices publish text that was broken into printed lines and pages, in full-width digits, with blanks between
characters. People and rules read the view; citations quote the source. Every character of the view is one
character of the source (a break or a joining blank stands for the white space it replaces), so the map is a list
of runs.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from corpus.characters import BLANKS, CHINESE_NUMERALS, HAN, INVISIBLE
from corpus.lines import LONGEST_FRAGMENT, Line, paragraphs
from corpus.role_labels import NAME
from corpus.types import Span
from corpus.unit_shapes import has_unit_shape

if TYPE_CHECKING:
    from opencc import OpenCC

_BLANK = re.compile(rf"[{BLANKS}]")
_GAP = re.compile(rf"[{INVISIBLE}{BLANKS}]+")
_CHINESE = re.compile(rf"[{HAN}\u3001-\u301f\u2018-\u201d\u2014\u2026\uff01-\uff65]")
_QUANTITY = frozenset("0123456789%+▲△★☆")
_CHAPTER = re.compile(rf"第[{CHINESE_NUMERALS}\d]{{1,5}}[编編章节節条條篇]")
# 1 总则, 1.1 编制目的, 任务1 梳理事项: numbers that nothing but the blank behind them marks as such.
_BARE_NUMBER = re.compile(
    rf"\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}|(?:任务|事项|议题|举措|措施)(?:\d{{1,2}}|[{CHINESE_NUMERALS}]{{1,3}})"
)
_HAN_PAIR = re.compile(rf"[{HAN}]{{2}}")
_JOINED_WITH_BLANK = re.compile(r"[A-Za-z0-9,;.)%&][A-Za-z(&]|[A-Za-z,;][0-9(]")

_LABEL_AFTER = re.compile(rf"(?:{NAME.pattern})(?=\s*[:：]|[{BLANKS}])")
_LABEL_BEFORE = re.compile(rf"(?:^|[{BLANKS}，,。；;（(、])(?:{NAME.pattern})$")
_NAME_WORDS = rf"(?P<name>(?:[{HAN}“”]|[（(][^（()）]{{1,20}}[)）]){{3,30}})"
_NAME_BEFORE = re.compile(rf"(?:^|[{BLANKS}\t，,。；;、：:（(】\]|｜]){_NAME_WORDS}$")
_NAME_AFTER = re.compile(rf"{_NAME_WORDS}(?=$|[{BLANKS}\t，,。；;、）)【\[|｜])")
# 市公安局 交警支队: a part of the unit before it, unless it says whose it is (市局 县公安分局).
_BODY = re.compile(r".*(?:科|股|支队|大队|中队|处|所|室|办公厅|(?<!公安)(?<!税务)(?<!资源)(?<!环境)(?<!监管)分局)")
_NOTE = re.compile(r"[（(][^（()）]{1,6}[)）]$")  # 县财政局（牵头） 县农业农村局
_LEVEL = re.compile(r"[省市县区州镇乡]|国家|各")


@dataclass(frozen=True, slots=True)
class ReadingView:
    """The tidy text of `source_length` characters of source, and where each of its characters stands.

    Run i covers `text[view_starts[i]:view_starts[i + 1]]` and begins at `source_starts[i]` in the source; within a
    run both advance together. Both lists rise strictly.
    """

    text: str
    view_starts: tuple[int, ...]
    source_starts: tuple[int, ...]
    source_length: int

    def source(self, start: int, end: int) -> Span:
        """The source span of view offsets; white space that the view dropped at its ends is not part of it."""
        if start >= end:
            at = self._source_of(start) if start < len(self.text) else self.source_length
            return Span(at, at)
        return Span(self._source_of(start), self._source_of(end - 1) + 1)

    def view(self, start: int, end: int) -> Span:
        """The view offsets that show the source characters from `start` to `end`."""
        first = self._view_of(start)
        return Span(first, max(first, self._view_of(end)))

    def shown(self, span: Span) -> str:
        """The reading view of a source span, without white space at its ends."""
        return self.view(span.start, span.end).of(self.text).strip()

    def _source_of(self, offset: int) -> int:
        run = bisect_right(self.view_starts, offset) - 1
        return self.source_starts[run] + offset - self.view_starts[run] if run >= 0 else 0

    def _view_of(self, offset: int) -> int:
        run = bisect_right(self.source_starts, offset) - 1
        if run < 0:
            return 0
        after = self.view_starts[run + 1] if run + 1 < len(self.view_starts) else len(self.text)
        return min(self.view_starts[run] + offset - self.source_starts[run], after)


def reading_view(text: str) -> ReadingView:
    """The view of a whole document or of any part of it; that of a document is kept for those who ask next.

    Dropped: line and page breaks inside sentences, empty lines, page numbers, blanks between Chinese characters and
    around digits among them, invisible characters. Full-width letters and digits become ordinary ones. Paragraphs,
    headings and table rows end in a line break.
    """
    return _kept_view(text) if len(text) > LONGEST_FRAGMENT else _view(text)


@lru_cache(maxsize=16)
def _kept_view(text: str) -> ReadingView:
    return _view(text)


def _view(text: str) -> ReadingView:
    shown: list[str] = []
    view_starts: list[int] = []
    source_starts: list[int] = []
    length = 0

    def add(piece: str, source: int) -> None:
        nonlocal length
        if not piece:
            return
        if not source_starts or source_starts[-1] + length - view_starts[-1] != source:
            view_starts.append(length)
            source_starts.append(source)
        shown.append(piece)
        length += len(piece)

    previous: Line | None = None
    for group in paragraphs(text):
        for position, line in enumerate(group):
            if previous is not None:
                joint = "\n" if position == 0 else _joint(previous.text[-1], line.text[0])
                add(joint, previous.end)
            begin = 0
            for gap in _GAP.finditer(line.text):
                bare_number = position == 0 and gap.start() <= 11 and _BARE_NUMBER.fullmatch(line.text, 0, gap.start())
                kept = 1 if gap.end() == line.name or bare_number else _kept_of_gap(line.text, *gap.span())
                add(line.text[begin : gap.start()], line.start + begin)
                if kept:
                    add("\u3000" if "\u3000" in gap.group() else " ", line.start + gap.start())
                begin = gap.end()
            add(line.text[begin:], line.start + begin)
            previous = line
    return ReadingView("".join(shown), tuple(view_starts), tuple(source_starts), len(text))


def fold(text: str) -> str:
    """`text` for comparing and searching only: NFKC, lower case, simplified characters, no white space."""
    plain = "".join(unicodedata.normalize("NFKC", text).lower().split())
    return plain if plain.isascii() else str(_to_simplified().convert(plain))


def simplified(text: str) -> str:
    """`text` in simplified characters, character for character: every offset stays what it was."""
    return "".join(map(_simplified_character, text)) if _TRADITIONAL.search(text) else text


# One of these is in every text of some length that is written in traditional characters.
_TRADITIONAL = re.compile("[個們為會國對於應實與這發動務責負辦單頭]")


@cache
def _simplified_character(character: str) -> str:
    plain = str(_to_simplified().convert(character)) if character > "\u2e7f" else character
    return plain if len(plain) == 1 else character


@cache
def _to_simplified() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("t2s")


def _kept_of_gap(text: str, start: int, end: int) -> int:
    """How many characters of a gap inside a line are shown: none in 公 共 服 务 and 到 2025 年, one among words."""
    if not start or not _BLANK.search(text, start, end):
        return 0
    before, after = text[start - 1], text[end] if end < len(text) else " "
    if not (_CHINESE.match(before) and (after in _QUANTITY or _CHINESE.match(after))) and not (
        before in _QUANTITY and _CHINESE.match(after)
    ):
        return 1
    if _CHAPTER.fullmatch(text, 0, start):
        return 1
    if _parts_names(text, start, end):
        return 1
    # 商务部　　财政部, 黄　卫　　科技部: a wide gap between words, or after a name set wide, parts them.
    wide = end - start > 1 or "\u3000" in text[start:end]
    named = _HAN_PAIR.fullmatch(text[start - 2 : start]) or (end - start > 1 and text[start - 2] in "\u3000\u00a0 ")
    return int(wide and bool(named and _HAN_PAIR.match(text, end)))


def _parts_names(text: str, start: int, end: int) -> bool:
    """Whether a blank parts a label of responsibility from what is beside it, or two units: 市财政局 市税务局."""
    if _LABEL_AFTER.match(text, end) or _LABEL_BEFORE.search(text, max(0, start - 12), start):
        return True
    left, right = _NAME_BEFORE.search(text, max(0, start - 40), start), _NAME_AFTER.match(text, end)
    if left is None or right is None or (_BODY.fullmatch(right["name"]) and not _LEVEL.match(right["name"])):
        return False
    return all(has_unit_shape(_NOTE.sub("", side["name"])) for side in (left, right))


def _joint(before: str, after: str) -> str:
    return " " if _JOINED_WITH_BLANK.fullmatch(before + after) else ""
