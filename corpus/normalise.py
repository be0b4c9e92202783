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

from corpus.types import Span

if TYPE_CHECKING:
    from opencc import OpenCC

# A text of more characters is a document, whose view several steps of its reading need.
SHORTEST_KEPT = 1000

HAN = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af"
CHINESE_NUMERALS = "〇零一二三四五六七八九十百"

# Full-width letters, digits and signs of quantity, and the look-alikes that PDF files carry instead of characters.
# Punctuation stays as printed. Every entry is one character for one, or the map back would break.
_WIDTH = {
    code: folded
    for block in (range(0xFF01, 0xFF5F), range(0x2E80, 0x2FE0), range(0xF900, 0xFB00), (0x00A0, *range(0x2000, 0x200B)))
    for code in block
    if (folded := unicodedata.normalize("NFKC", chr(code))) != chr(code)
    and len(folded) == 1
    and (folded.isalnum() or folded in "%+=/ ")
}
_WIDE = re.compile("[" + "".join(map(chr, sorted(_WIDTH))) + "]")

_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
_BLANKS = " \u3000"
# Zero-width characters, and those of private fonts that no reader can show (but not the rare Han of GB18030 there).
_INVISIBLE = "\u200b-\u200f\u2060\ufeff\u00ad\ue000-\ue814\ue865-\uf8ff"
_BLANK = re.compile(rf"[{_BLANKS}]")
_GAP = re.compile(rf"[{_INVISIBLE}{_BLANKS}]+")
_CHINESE = re.compile(rf"[{HAN}\u3001-\u301f\u2018-\u201d\u2014\u2026\uff01-\uff65]")
_QUANTITY = frozenset("0123456789%+▲△★☆")
_CHAPTER = re.compile(rf"第[{CHINESE_NUMERALS}\d]{{1,5}}[编章节条篇]")
_HAN_PAIR = re.compile(rf"[{HAN}]{{2}}")
_JOINED_WITH_BLANK = re.compile(r"[A-Za-z0-9,;.)%&][A-Za-z(&]|[A-Za-z,;][0-9(]")

_PAGE_NUMBER = re.compile(
    r"(?:[-—–－一~·]{1,3}\s*\d{1,4}\s*[-—–－一~·]{1,3}|第\s*\d{1,4}\s*页(?:[，,/ ]?\s*共\s*\d{1,4}\s*页)?)"
)
_STRUCTURAL = re.compile(
    rf"第[{CHINESE_NUMERALS}\d]{{1,5}}[编章节条款篇]|[{CHINESE_NUMERALS}]{{1,3}}[、．.]|[（(](?:[{CHINESE_NUMERALS}]{{1,3}}|\d{{1,2}})[)）]"
    rf"|\d{{1,3}}\s*(?:[、．]|\.(?!\d)|[{_INVISIBLE}])"
    r"|\d{1,2}[)）]|[①-⑳㈠-㈩⑴-⒇]|附\s*[件表录]\s*[\d" + CHINESE_NUMERALS + r"]{0,3}(?:\s|[：:.、]|$)|附[：:]"
    r"|抄\s*送|主\s*送|联系人[：:]|[—–―-]{2}|[-•●○◆■□▪▲★※·]\s*[" + HAN + r"]|[（(]此件"
)
_BARE_NUMBER = re.compile(rf"\d{{1,2}}[{_BLANKS}{_INVISIBLE}]+[{HAN}]")
# 市委副书记 陈小忠: who speaks stands on a line of its own.
SPEAKER = re.compile(
    rf"(?P<post>[{HAN}（）()、·{_BLANKS}]{{0,40}}"
    rf"(?:书记|市长|区长|县长|省长|州长|镇长|主席|主任|局长|厅长|部长|司长|处长|科长|院长|校长|行长|会长|委员|常委|秘书长|主委"
    rf"|董事长|总经理|经理|总裁|院士|教授|研究员|代表|检察长|理事长|专员|参事|调研员|巡视员|组长|负责人|发言人|队长|社长|台长|关长|所长|站长))"
    rf"[{_BLANKS}]+(?P<name>[{HAN}](?:[{_BLANKS}]?[{HAN}·]){{1,3}})"
)
_ORPHAN = re.compile(rf"[{HAN}]{{1,2}}[，、。；）]|[，。；、！？：）》”’]")
_TERMINAL = re.compile(r"[。！？!?；;：:…][”’」』）)》〉\]】]*$")
_INDENT = re.compile(r"(?:\u3000|\u00a0{2}|[ \u2002\u2003]{2}|\t)")
_ITEM = re.compile(
    rf"\d{{1,3}}\s*[、．.]|[（(]\d{{1,2}}[)）]|[{CHINESE_NUMERALS}]{{1,3}}、|[（(][{CHINESE_NUMERALS}]{{1,3}}[)）]"
)


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


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line without the blanks at its ends: `text` is its folded width, `start` its source offset.

    `name` is where a name begins in a line that says who speaks, 0 in any other.
    """

    text: str
    start: int
    indented: bool
    after_blank: bool
    name: int = 0

    @property
    def end(self) -> int:
        """The source offset after its last character."""
        return self.start + len(self.text)

    @property
    def is_row(self) -> bool:
        """Whether cells are separated by tabs, so that this is a row of a table."""
        return "\t" in self.text


def same_width(text: str) -> str:
    """`text` with full-width letters and digits as ordinary ones, character for character."""
    return text.translate(_WIDTH) if _WIDE.search(text) else text


def lines(text: str) -> list[Line]:
    """The printed lines of `text` that are not blank and not a page number alone."""
    found = []
    folded = same_width(text)
    previous_end = 0
    for match in _LINE.finditer(folded):
        raw = match.group()
        stripped = raw.strip(" \t\u3000\u00a0\u2002\u2003\u200b\ufeff")
        if not stripped or (len(stripped) < 20 and _PAGE_NUMBER.fullmatch(stripped)):
            continue
        start = match.start() + raw.index(stripped)
        gap = text.count("\n", previous_end, match.start()) > 1
        speaker = SPEAKER.fullmatch(stripped) if len(stripped) < 50 else None
        name = speaker.start("name") if speaker else 0
        found.append(Line(stripped, start, bool(_INDENT.match(text, match.start())), gap, name))
        previous_end = match.end()
    return found


def paragraphs(text: str) -> list[tuple[Line, ...]]:
    """The printed lines of `text`, those that continue one another together."""
    printed = lines(text)
    joins = _Joins(printed)
    found: list[list[Line]] = []
    for position, line in enumerate(printed):
        if position and joins.continues(position):
            found[-1].append(line)
        else:
            found.append([line])
    return [tuple(group) for group in found]


def reading_view(text: str) -> ReadingView:
    """The view of a whole document or of any part of it; that of a document is kept for those who ask next.

    Dropped: line and page breaks inside sentences, empty lines, page numbers, blanks between Chinese characters and
    around digits among them, invisible characters. Full-width letters and digits become ordinary ones. Paragraphs,
    headings and table rows end in a line break.
    """
    return _kept_view(text) if len(text) > SHORTEST_KEPT else _view(text)


@lru_cache(maxsize=4)
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
                bare_number = position == 0 and gap.start() <= 2 and line.text[: gap.start()].isdecimal()
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
    # 商务部　　财政部: a wide gap between words parts them.
    wide = end - start > 1 or "\u3000" in text[start:end]
    return int(wide and bool(_HAN_PAIR.fullmatch(text[start - 2 : start]) and _HAN_PAIR.match(text, end)))


def _joint(before: str, after: str) -> str:
    return " " if _JOINED_WITH_BLANK.fullmatch(before + after) else ""


def _width(text: str) -> int:
    """Columns that `text` takes in print: a Chinese character takes two."""
    return len(text) + sum(1 for character in text if character > "\u2e7f") if not text.isascii() else len(text)


class _Joins:
    """Decides which line continues the one before it.

    In text broken at the margin a line that fills its column and does not end a sentence goes on. In text that is
    not, only a sentence that was cut (it has a comma, no end, and others like it do end) goes on: a page break.
    """

    # Lines on either side whose middle width is taken for the column's: a newspaper changes columns.
    NEIGHBOURS = 12
    # Wider than any printed column of official text (45 characters); such lines are whole paragraphs.
    WIDEST_COLUMN = 96

    def __init__(self, printed: list[Line]) -> None:
        self._lines = printed
        self._widths = [0 if line.is_row else _width(line.text) for line in printed]
        self._ends = [bool(_TERMINAL.search(line.text[-6:])) for line in printed]
        self._double_spaced = sum(line.after_blank for line in printed) > 0.6 * len(printed)
        self._indents = sum(line.indented for line in printed) > 0.05 * len(printed)
        usual = sorted(width for width in self._widths if width)
        self._usual = self._column_of(usual, self._ends)
        self._ending_items: dict[str, bool] | None = None

    def continues(self, position: int) -> bool:
        """Whether line `position` goes on with the sentence or paragraph of the one before."""
        before, line = self._lines[position - 1], self._lines[position]
        if before.is_row or line.is_row or _STRUCTURAL.match(line.text):
            return False
        if line.name or before.name:
            return False
        if not self._ends[position - 1] and _ORPHAN.match(line.text):
            return True
        if self._indents and line.indented:
            return False
        ended = self._ends[position - 1]
        column = self._column(position - 1)
        if column is None:
            return not ended and not line.indented and self._was_cut(before.text)
        if ended:
            full = self._widths[position - 1] >= column - 1
            return full and not _BARE_NUMBER.match(line.text) and (self._double_spaced or not line.after_blank)
        return self._widths[position - 1] >= 0.75 * column and not _is_heading_line(before.text, column)

    def _column(self, position: int) -> int | None:
        """The width of the printed column around a line, or None where the text is not broken at a margin."""
        if self._usual and 0.85 * self._usual <= self._widths[position] <= 1.15 * self._usual:
            return self._usual
        low, high = max(0, position - self.NEIGHBOURS), position + self.NEIGHBOURS + 1
        return self._column_of(sorted(width for width in self._widths[low:high] if width), self._ends[low:high])

    def _column_of(self, widths: list[int], ends: list[bool]) -> int | None:
        """The middle of ascending `widths` if most lie near it and many of the lines do not end a sentence."""
        if len(widths) < 6 or not 16 <= (middle := widths[len(widths) // 2]) <= self.WIDEST_COLUMN:
            return None
        near = sum(1 for width in widths if 0.8 * middle <= width <= 1.2 * middle)
        return middle if near >= 0.55 * len(widths) and ends.count(False) >= 0.4 * len(ends) else None

    def _was_cut(self, text: str) -> bool:
        if len(text) < 12 or text[-1] in "）)】" or not re.search("[，。；：]", text):
            return False
        if "。" in text:
            return True
        item = _ITEM.match(text)
        return self._items_end(_kind(item.group())) if item else True

    def _items_end(self, kind: str) -> bool:
        """Whether most numbered lines of this kind end as sentences do, so that one that does not was cut."""
        if self._ending_items is None:
            counts: dict[str, list[int]] = {}
            for line, ends in zip(self._lines, self._ends, strict=True):
                if item := _ITEM.match(line.text):
                    seen = counts.setdefault(_kind(item.group()), [0, 0])
                    seen[0] += 1
                    seen[1] += ends or line.text[-1] in "）)"
            self._ending_items = {kind: ended > 0.6 * total for kind, (total, ended) in counts.items()}
        return self._ending_items.get(kind, False)


def _kind(numbering: str) -> str:
    """The numbering with its number left out: all of 1. 2. 3. are one kind."""
    return re.sub(rf"[{CHINESE_NUMERALS}]+", "一", re.sub(r"\d+", "1", numbering)).replace(" ", "")


def _is_heading_line(text: str, column: int) -> bool:
    """Whether a numbered line without an end, clearly shorter than its column, is a heading of its own."""
    return bool(_ITEM.match(text)) and _width(text) < 0.9 * column and not re.search("[，。；]", text)
