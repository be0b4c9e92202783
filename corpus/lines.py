"""Printed lines, and which of them go on with the line before, across line and page breaks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from corpus.characters import BLANKS, CHINESE_NUMERALS, HAN, INVISIBLE, same_width, width
from corpus.numbering import POINT

LONGEST_FRAGMENT = 200
"""A text of more characters is a document: what is found in it is kept, because several steps need it."""

_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
_PAGE_NUMBER = re.compile(
    r"(?:[-—–－一~·]{1,3}\s*\d{1,4}\s*[-—–－一~·]{1,3}|第\s*\d{1,4}\s*页(?:[，,/ ]?\s*共\s*\d{1,4}\s*页)?)"
)
_STRUCTURAL = re.compile(
    rf"第[{CHINESE_NUMERALS}\d]{{1,5}}[编編章节節条條款篇]|[{CHINESE_NUMERALS}]{{1,3}}[、．.]|[（(](?:[{CHINESE_NUMERALS}]{{1,3}}|\d{{1,2}})[)）]"
    rf"|\d{{1,3}}\s*(?:[、．]|{POINT}|[{INVISIBLE}])"
    r"|\d{1,2}[)）]|[①-⑳㈠-㈩⑴-⒇]|附\s*[件表录錄]\s*[\d" + CHINESE_NUMERALS + r"]{0,3}(?:\s|[：:.、]|$)|附[：:]"
    r"|抄\s*送|主\s*送|联系人[：:]|[—–―-]{2}|[-•●○◆■□▪▲★※·]\s*[" + HAN + r"]|[（(]此件"
)
# 梁言顺　　中央宣传部副部长, 沅口县　420　460: gaps inside a line part the columns of a list; such lines are whole. So
# is a line that a label opens (成文日期：).
_COLUMNS = re.compile(r"[^\s][\u3000\u00a0 ]{2,}[^\s]|[^\s]\u3000-?\d[\d.,]*[%％]?(?:\u3000|$)")
_LABEL = re.compile(rf"[{HAN}](?:[{HAN}\u3000\u00a0 ]{{0,8}}[{HAN}])?：")
_BARE_NUMBER = re.compile(rf"\d{{1,2}}[{BLANKS}{INVISIBLE}]+[{HAN}]")
POSTS = (
    "书记|市长|区长|县长|省长|州长|镇长|主席|主任|局长|厅长|部长|司长|处长|科长|院长|校长|行长|会长|委员|常委|秘书长|主委"
    "|董事长|总经理|经理|总裁|院士|教授|研究员|代表|检察长|理事长|专员|参事|调研员|巡视员|组长|负责人|发言人|队长|社长|台长"
    "|关长|所长|站长"
)
"""The last word of what somebody is, as a pattern."""
# 市委副书记 陈小忠: who speaks stands on a line of its own.
SPEAKER = re.compile(
    rf"(?P<post>[{HAN}（）()、·{BLANKS}]{{0,40}}(?:{POSTS}))"
    rf"[{BLANKS}]+(?P<name>[{HAN}](?:[{BLANKS}]?[{HAN}·]){{1,3}})"
)
_ORPHAN = re.compile(rf"[{HAN}][，、。；）]|[，。；、！？：）》”’]")
_TERMINAL = re.compile(r"[。！？!?；;：:…][”’」』）)》〉\]】]*$")
NUMBER_HEADERS = frozenset({"序号", "编号", "序", "No.", "NO."})
"""What the first cell of a header says in a table whose cells stand one a line."""
MOST_COLUMNS = 12
"""Columns of a table whose cells stand one a line; official tables have up to nine."""
_INDENT = re.compile(r"(?:\u3000|\u00a0{2}|[ \u2002\u2003]{2}|\t)")
# The bracket in which a paragraph of a plan ends.
_DUTIES = re.compile("[（(](?:责任|牵头|主办|主管|配合|完成|落实)")
# What never stands inside brackets: a bracket left open by mistake must not swallow what follows.
_OUTER = re.compile(
    rf"第[{CHINESE_NUMERALS}\d]{{1,5}}[编編章节節条條]|[{CHINESE_NUMERALS}]{{1,3}}、|[（(][{CHINESE_NUMERALS}]{{1,3}}[)）]|附\s*件"
)
_ITEM = re.compile(
    rf"\d{{1,3}}\s*[、．.]|[（(]\d{{1,2}}[)）]|[{CHINESE_NUMERALS}]{{1,3}}、|[（(][{CHINESE_NUMERALS}]{{1,3}}[)）]"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line without the blanks at its ends: `text` is its folded width, `start` its source offset.

    `indent` is the columns of blank before it where that is more than one character, else 0; `name` is where a name
    begins in a line that says who speaks, 0 in any other. `tabs` are those before it: empty cells where it is a row.
    """

    text: str
    start: int
    indent: int
    after_blank: bool
    name: int = 0
    tabs: int = 0

    @property
    def end(self) -> int:
        """The source offset after its last character."""
        return self.start + len(self.text)

    @property
    def is_row(self) -> bool:
        """Whether tabs, a frame of bars, or bars between cells make this a row of a table."""
        return "\t" in self.text or self.text[0] in "|｜" or self.text.count("|") + self.text.count("｜") > 1


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
        lead = text[match.start() : start]
        indent = width(lead) if _INDENT.match(lead) else 0
        found.append(Line(stripped, start, indent, gap, name, lead.count("\t")))
        previous_end = match.end()
    return found


def paragraphs(text: str) -> tuple[tuple[Line, ...], ...]:
    """The printed lines of `text`, those that continue one another together."""
    return _kept_paragraphs(text) if len(text) > LONGEST_FRAGMENT else _paragraphs(text)


@lru_cache(maxsize=16)
def _kept_paragraphs(text: str) -> tuple[tuple[Line, ...], ...]:
    return _paragraphs(text)


def _paragraphs(text: str) -> tuple[tuple[Line, ...], ...]:
    printed = lines(text)
    joins = _Joins(printed)
    found: list[list[Line]] = []
    open_brackets = 0
    for position, line in enumerate(printed):
        if position and joins.continues(position, first=len(found[-1]) == 1, inside_brackets=open_brackets > 0):
            found[-1].append(line)
        else:
            found.append([line])
            open_brackets = 0
        text = line.text
        open_brackets += text.count("（") + text.count("(") - text.count("）") - text.count(")")
    return tuple(map(tuple, found))


def _cell_lines(printed: list[Line]) -> frozenset[int]:
    """The positions of lines that are cells: those of rows with one cell a line below a header that begins with 序号.

    A row begins with its number, counted from 1, and has as many lines as the header; cells that were broken at a
    margin make a row longer, and its lines are left to be joined.
    """
    found: set[int] = set()
    for position, line in enumerate(printed):
        if line.text not in NUMBER_HEADERS:
            continue
        header = [one.text.strip(" .．、") for one in printed[position : position + MOST_COLUMNS + 1]]
        columns = header.index("1") if "1" in header else 0
        if columns < 2 or any(len(name) > 20 for name in header[:columns]):
            continue
        number, row, cells = 1, position + columns, set(range(position, position + columns))
        while True:
            wanted = str(number + 1)
            near = range(row + 1, min(row + 2 * columns, len(printed)))
            exact = row + columns
            following = [at for at in near if printed[at].text.strip(" .．、") == wanted]
            if exact in following or (not following and exact <= len(printed)):
                cells.update(range(row, exact))
            if not following:
                break
            number, row = number + 1, exact if exact in following else following[-1]
        if number > 1:
            found |= cells
    return frozenset(found)


class _Joins:
    """Decides which line continues the one before it.

    In text broken at the margin a line that fills its column and does not end a sentence goes on. In text that is
    not, only a sentence that was cut (it has a comma, no end, and others like it do end) goes on: a page break.
    """

    # Lines on either side that show how wide the column is: a newspaper changes columns.
    NEIGHBOURS = 10
    # So many lines next to each other are taken to stand in the same column.
    STEP = 5
    # Wider than any printed column of official text (45 characters); such lines are whole paragraphs.
    WIDEST_COLUMN = 96
    NARROWEST_COLUMN = 16
    WIDEST_NEWSPAPER_COLUMN = 44

    def __init__(self, printed: list[Line]) -> None:
        self._lines = printed
        self._widths = [0 if line.is_row else width(line.text) + line.indent for line in printed]
        self._ends = [bool(_TERMINAL.search(line.text[-6:])) for line in printed]
        self._double_spaced = sum(line.after_blank for line in printed) > 0.6 * len(printed)
        self._indents = sum(line.indent > 0 for line in printed) > 0.05 * len(printed)
        self._beyond = [0, *accumulate(width > self.WIDEST_COLUMN for width in self._widths)]
        self._usual = self._column_of(0, len(printed))
        self._local: dict[int, int | None] = {}
        self._ending_items: dict[str, bool] | None = None
        self._heading_items: set[str] | None = None
        self._cells = _cell_lines(printed)

    def continues(self, position: int, *, first: bool, inside_brackets: bool) -> bool:
        """Whether line `position` goes on with the sentence or paragraph of the one before.

        `first` says that the line before begins its paragraph, `inside_brackets` that this paragraph has a bracket
        open.
        """
        before, line = self._lines[position - 1], self._lines[position]
        ended = self._ends[position - 1]
        if before.is_row or line.is_row or line.name or before.name:
            return False
        if position in self._cells or position - 1 in self._cells:
            return False
        if _COLUMNS.search(before.text) or _COLUMNS.search(line.text):
            return False
        column = self._column(position - 1)
        full = column is not None and self._widths[position - 1] >= 0.7 * column
        if inside_brackets and full and not _OUTER.match(line.text):
            return True  # （责任单位：  and on the next line  ▲商务局）
        if _STRUCTURAL.match(line.text):
            return False
        if full and _DUTIES.match(line.text):
            return True
        if _LABEL.match(line.text) and (ended or _LABEL.match(before.text)):
            return False
        if not ended and not line.indent and _ORPHAN.match(line.text):
            return True
        if self._indents and line.indent:
            return False
        if column is None:
            return not ended and not line.indent and self._was_cut(before.text)
        if ended:
            # The last character may be set into the margin, or what did not fit be a character and its mark.
            whole = self._widths[position - 1] >= column - 4
            return whole and not _BARE_NUMBER.match(line.text) and (self._double_spaced or not line.after_blank)
        if before.text.count("“") > before.text.count("”"):
            return full  # 首批“4+5+  and on the next line  4”行业清单
        if first and self._is_heading(before.text, self._widths[position - 1], column):
            return False
        return full if re.search("[，、；]", before.text) else self._widths[position - 1] >= 0.8 * column

    def _column(self, position: int) -> int | None:
        """The width of the printed column around a line, or None where the text is not broken at a margin."""
        if self._usual and 0.85 * self._usual <= self._widths[position] <= self._usual + 2:
            return self._usual
        near = position - position % self.STEP
        if near not in self._local:
            self._local[near] = self._column_of(near - self.NEIGHBOURS, near + self.STEP + self.NEIGHBOURS)
        return self._local[near] or self._usual

    def _column_of(self, low: int, high: int) -> int | None:
        """The right margin of lines `low` to `high`: where many end, few with a sentence, and hardly any beyond.

        Many is a fifth of them within two characters of each other; in text that is not broken widths lie anywhere.
        """
        window = slice(max(0, low), high)
        if self._beyond[min(high, len(self._lines))] - self._beyond[window.start] > 0.15 * (high - window.start):
            return None  # whole paragraphs: the usual case, settled without looking closer
        found = sorted(
            (width, ends) for width, ends in zip(self._widths[window], self._ends[window], strict=True) if width
        )
        if len(found) < 6:
            return None
        best = most = begin = 0
        for end, (margin, _) in enumerate(found):
            while found[begin][0] < margin - 4:
                begin += 1
            if end - begin >= most and self.NARROWEST_COLUMN <= margin <= self.WIDEST_COLUMN:
                best, most = end, end - begin + 1
        unfinished = sum(1 for _, ends in found[best - most + 1 : best + 1] if not ends)
        beyond = len(found) - 1 - best
        if most >= 0.2 * len(found) and beyond <= 0.12 * len(found) and unfinished >= 0.6 * most:
            return found[best][0]
        return self._newspaper_column(found)

    def _newspaper_column(self, found: list[tuple[int, bool]]) -> int | None:
        """The middle width of lines in a narrow column, where a few figures among the characters shift every margin."""
        middle = found[len(found) // 2][0]
        near = sum(1 for width, _ in found if 0.8 * middle <= width <= 1.2 * middle)
        beyond = sum(1 for width, _ in found if width > 1.25 * middle)
        unfinished = sum(1 for _, ends in found if not ends)
        narrow = self.NARROWEST_COLUMN <= middle <= self.WIDEST_NEWSPAPER_COLUMN
        steady = near >= 0.55 * len(found) and beyond <= 0.15 * len(found) and unfinished >= 0.4 * len(found)
        return middle if narrow and steady else None

    def _was_cut(self, text: str) -> bool:
        """Whether an unfinished line of unbroken text is the first half of a sentence."""
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

    def _is_heading(self, text: str, columns: int, column: int) -> bool:
        """Whether a numbered line without an end is a heading of its own and no first line of a paragraph.

        It is if it falls clearly short of its column, or a little short where others of its kind fall clearly short.
        """
        item = _ITEM.match(text)
        if not item or "。" in text:
            return False
        if self._heading_items is None:
            usual = self._usual or column
            self._heading_items = {
                _kind(found.group())
                for line, width, ends in zip(self._lines, self._widths, self._ends, strict=True)
                if not ends and width < 0.6 * usual and (found := _ITEM.match(line.text))
            }
        short = columns < 0.8 * column and not re.search("[，；]", text)
        return short or (columns <= column - 4 and _kind(item.group()) in self._heading_items)


def _kind(numbering: str) -> str:
    """The numbering with its number left out: all of 1. 2. 3. are one kind."""
    return re.sub(rf"[{CHINESE_NUMERALS}]+", "一", re.sub(r"\d+", "1", numbering)).replace(" ", "")
