"""Printed lines, and which of them go on with the line before, across line and page breaks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.characters import BLANKS, CHINESE_NUMERALS, HAN, INVISIBLE, same_width, width

LONGEST_FRAGMENT = 1000
"""A text of more characters is a document: what is found in it is kept, because several steps need it."""

_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
_PAGE_NUMBER = re.compile(
    r"(?:[-—–－一~·]{1,3}\s*\d{1,4}\s*[-—–－一~·]{1,3}|第\s*\d{1,4}\s*页(?:[，,/ ]?\s*共\s*\d{1,4}\s*页)?)"
)
_STRUCTURAL = re.compile(
    rf"第[{CHINESE_NUMERALS}\d]{{1,5}}[编編章节節条條款篇]|[{CHINESE_NUMERALS}]{{1,3}}[、．.]|[（(](?:[{CHINESE_NUMERALS}]{{1,3}}|\d{{1,2}})[)）]"
    rf"|\d{{1,3}}\s*(?:[、．]|\.(?!\d)|[{INVISIBLE}])"
    r"|\d{1,2}[)）]|[①-⑳㈠-㈩⑴-⒇]|附\s*[件表录錄]\s*[\d" + CHINESE_NUMERALS + r"]{0,3}(?:\s|[：:.、]|$)|附[：:]"
    r"|抄\s*送|主\s*送|联系人[：:]|[—–―-]{2}|[-•●○◆■□▪▲★※·]\s*[" + HAN + r"]|[（(]此件"
)
# 梁言顺　　中央宣传部副部长: a wide gap inside a line parts the columns of a list; such lines are whole. So is a line
# that a label opens (成文日期：).
_COLUMNS = re.compile(r"[^\s][\u3000\u00a0 ]{2,}[^\s]")
_LABEL = re.compile(rf"[{HAN}](?:[{HAN}\u3000\u00a0 ]{{0,8}}[{HAN}])?：")
_BARE_NUMBER = re.compile(rf"\d{{1,2}}[{BLANKS}{INVISIBLE}]+[{HAN}]")
# 市委副书记 陈小忠: who speaks stands on a line of its own.
SPEAKER = re.compile(
    rf"(?P<post>[{HAN}（）()、·{BLANKS}]{{0,40}}"
    rf"(?:书记|市长|区长|县长|省长|州长|镇长|主席|主任|局长|厅长|部长|司长|处长|科长|院长|校长|行长|会长|委员|常委|秘书长|主委"
    rf"|董事长|总经理|经理|总裁|院士|教授|研究员|代表|检察长|理事长|专员|参事|调研员|巡视员|组长|负责人|发言人|队长|社长|台长|关长|所长|站长))"
    rf"[{BLANKS}]+(?P<name>[{HAN}](?:[{BLANKS}]?[{HAN}·]){{1,3}})"
)
_ORPHAN = re.compile(rf"[{HAN}][，、。；）]|[，。；、！？：）》”’]")
_TERMINAL = re.compile(r"[。！？!?；;：:…][”’」』）)》〉\]】]*$")
_INDENT = re.compile(r"(?:\u3000|\u00a0{2}|[ \u2002\u2003]{2}|\t)")
_ITEM = re.compile(
    rf"\d{{1,3}}\s*[、．.]|[（(]\d{{1,2}}[)）]|[{CHINESE_NUMERALS}]{{1,3}}、|[（(][{CHINESE_NUMERALS}]{{1,3}}[)）]"
)


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
        """Whether tabs or a frame of bars make this a row of a table."""
        return "\t" in self.text or self.text[0] in "|｜"


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


def paragraphs(text: str) -> tuple[tuple[Line, ...], ...]:
    """The printed lines of `text`, those that continue one another together."""
    return _kept_paragraphs(text) if len(text) > LONGEST_FRAGMENT else _paragraphs(text)


@lru_cache(maxsize=4)
def _kept_paragraphs(text: str) -> tuple[tuple[Line, ...], ...]:
    return _paragraphs(text)


def _paragraphs(text: str) -> tuple[tuple[Line, ...], ...]:
    printed = lines(text)
    joins = _Joins(printed)
    found: list[list[Line]] = []
    for position, line in enumerate(printed):
        if position and joins.continues(position):
            found[-1].append(line)
        else:
            found.append([line])
    return tuple(map(tuple, found))


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
        self._widths = [0 if line.is_row else width(line.text) for line in printed]
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
        if line.name or before.name or _COLUMNS.search(before.text) or _COLUMNS.search(line.text):
            return False
        if _LABEL.match(line.text) and (self._ends[position - 1] or _LABEL.match(before.text)):
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
        near = sorted(width for width in self._widths[low:high] if width)
        return self._column_of(near, self._ends[low:high]) or self._usual

    def _column_of(self, widths: list[int], ends: list[bool]) -> int | None:
        """The middle of ascending `widths` if most lie near it and many of the lines do not end a sentence."""
        if len(widths) < 6 or not 16 <= (middle := widths[len(widths) // 2]) <= self.WIDEST_COLUMN:
            return None
        if sum(1 for width in widths if width > 1.25 * middle) > 0.15 * len(widths):
            return None  # nothing can be printed beyond a margin
        near = sum(1 for width in widths if 0.8 * middle <= width <= 1.2 * middle)
        return middle if near >= 0.55 * len(widths) and ends.count(False) >= 0.4 * len(ends) else None

    def _was_cut(self, text: str) -> bool:
        if len(text) < 12 or text[-1] in "）)】" or not re.search("[，。；]", text):
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
    return bool(_ITEM.match(text)) and width(text) < 0.9 * column and not re.search("[，。；]", text)
