"""What announces the items of a list, so that an item can be read with it: 有下列行为之一的，处二万元罚款：（一）….

The announcement ends with a colon at the end of a line, or it heads the list and says what comes of its cases; the
items are the lines below it that are numbered alike, or that semicolons join. A list may go on in further passages,
whose announcement is looked for in the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.characters import same_width
from corpus.numerals import number
from corpus.types import Span

LONGEST = 240
"""Characters of an announcement; what is longer is a paragraph of its own."""
LONGEST_LINE = 50
"""Characters of a printed line; a longer one is a paragraph."""
REACH = 2000
"""Characters before a passage in which the announcement of a list that goes on in it is looked for."""

_KINDS = (
    re.compile(r"[（(]([一二三四五六七八九十]{1,3})[)）]"),
    re.compile(r"([一二三四五六七八九十]{1,3})、"),
    re.compile(r"(\d{1,2})[.．、](?!\d)"),
    re.compile(r"[（(]?(\d{1,2})[)）]"),
    re.compile(r"([①②③④⑤⑥⑦⑧⑨⑩])"),
)
# What opens a whole document announces no list: whom it is addressed to, 现批复如下：, 特制定本方案：.
_OF_THE_DOCUMENT = re.compile(
    r"(?:^各|(?:部门|机构|单位|政府|委员会|办公室|[局厅委部院会]|公司|企业)[：:]$)"
    r"|(?:通知|批复|公告|通报|答复|函复|回复|报告|决定|通告|方案|意见|要点|事项|规定|办法|纪要|说明|措施|部署|安排|计划)如下[：:]$"
    r"|制定(?:本|如下|以下|实施)?[\u4e00-\u9fff]{0,6}[：:]$"
)
_ANNOUNCES = re.compile("下列|以下|之一|如下")
# What an announcement says follows for each item: 有下列情形之一的，…, 下列工程应当…; not 通过以下方式反馈：.
_OF_EACH = re.compile(
    "之一|(?:下列|以下|如下)[^，。；：]{0,6}(?:情形|行为|情况|条件|人员|项目|工程|对象|企业|单位|场所|区域|建筑物?|活动|标准|规定)"
)
# A numbered heading that says what comes of the cases below it: （三）对存在下列问题的社会团体要进行整改。
_HEADS_CASES = re.compile(
    r"(?:第[一二三四五六七八九十百]+条|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十\d]{1,3}[、.．])\s*"
    r"[^。；：:\n]{0,40}(?:下列|以下)[^。；：:\n]{0,8}(?:情形|行为|情况|问题|条件|要求|人员|对象|事项)(?:之一)?的[^。；：:\n]{2,40}[。：:]?"
)
# 有下列行为之一的，责令改正：; what comes of the case is said at once.
_COMES_OF_ONE = re.compile("之一的?[，,][^。：:]{2,}")
# A case and nothing that comes of it: no comma behind 的, and no duty.
_BARE_CASE = re.compile(
    r"(?![^；。]*的[，,])[^。：:]{2,160}(?<!目)的(?:[^，。；]{1,6}(?:企业|单位|人员|个人|项目|基金会|机构))?[；;。.]?"
)
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
# The first item of a list in running text, behind what announces it: 有下列情形之一的，不得享受：（一）篡改里程表的；
_INLINE = re.compile(r"(?P<said>[^。；]{6,240}?[：:])\s*[（(](?:一|1)[)）]")
_LATER_ITEM = re.compile(r"[（(](?:[二三四五六七八九十]{1,2}|[2-9])[)）]")
_LINE_BEGINS = re.compile(r"(?:^|\n)[ \t\u3000]*$")
_LINE = re.compile(r"[^\n]+")
_INDENTED = re.compile("[ \t]*\u3000\\s*|\\s{2,}")
_LAST_SENTENCE = re.compile(r"[^。！？\n]+[：:]\s*$")


@dataclass(frozen=True, slots=True)
class Announcement:
    """What announces a list: its words in the reading view, where they stand, how the items are numbered (the place in
    _KINDS; None: not at all) and the last number that was met."""

    text: str
    span: Span
    kind: int | None
    last: int


def says_of_each(announcing: str) -> bool:
    """Whether an announcement says something that holds for each item, so that an item says nothing without it."""
    return bool(_OF_EACH.search(announcing)) or heads_cases(announcing)


def heads_cases(line: str) -> bool:
    """Whether a line is a numbered heading that says what comes of the cases listed below it."""
    return bool(_HEADS_CASES.fullmatch(line))


def is_bare_case(item: str, announcing: str) -> bool:
    """Whether an item only names a case (6.未按规定参加年检的；): what comes of it stands in the announcement."""
    return bool(_COMES_OF_ONE.search(announcing) or _BARE_CASE.fullmatch(item))


def begins_line(document_text: str, start: int) -> bool:
    """Whether a line of the document begins at `start`, blanks left out."""
    return bool(_LINE_BEGINS.search(document_text, max(0, start - 12), start))


def begins_paragraph(text: str, start: int) -> bool:
    """Whether a paragraph of a document's `text` begins at `start`: a line that is indented, follows an empty one or
    one so long that lines are paragraphs; else the line may only be where print broke a sentence's paragraph."""
    if not begins_line(text, start):
        return False
    end = text.rfind("\n", 0, start)
    if end < 0 or _INDENTED.fullmatch(text, end + 1, start) or not text[max(0, end - 1) : end].strip():
        return True
    return end - text.rfind("\n", 0, end) > LONGEST_LINE


def inline_announcement(text: str) -> int:
    """How many characters at the beginning of a clause announce the list whose first item follows in it; 0 where none
    do, or where what they say holds for no single item."""
    found = _INLINE.match(text)
    return found.end("said") if found and says_of_each(found["said"]) else 0


def is_later_item(text: str) -> bool:
    """Whether a clause is the second or a later item of a list in running text."""
    return bool(_LATER_ITEM.match(text))


def opened(text: str, announcing: str, span: Span) -> Announcement | None:
    """The list whose first item a line is, after a line that announces it with a colon; None where it is none."""
    if len(announcing) > LONGEST or _OF_THE_DOCUMENT.search(announcing):
        return None
    kind, ordinal = _numbered(text)
    unnumbered = kind is None and text.endswith(("；", ";")) and _ANNOUNCES.search(announcing)
    if ordinal == 1 or unnumbered:
        return Announcement(announcing, span, kind, 1)
    return None


def going_on(lists: tuple[Announcement, ...], text: str, before: str) -> tuple[Announcement, ...]:
    """The lists that are still open, innermost last, where a line begins after a sentence `before`."""
    kind, ordinal = _numbered(text)
    while lists:
        last = lists[-1]
        if last.kind is None and kind is None and before.endswith(("；", ";")):
            return lists
        if kind is not None and last.kind == kind and last.last < ordinal:
            return (*lists[:-1], Announcement(last.text, last.span, kind, ordinal))
        lists = lists[:-1]
    return ()


def begun_before(document_text: str, start: int, text: str) -> tuple[Announcement, ...]:
    """The list that goes on with the item that begins a passage at `start`; empty where it is none, or where more than
    items stands between its announcement and the passage."""
    kind, ordinal = _numbered(text)
    if kind is None:
        return ()
    expected = ordinal
    for at, line in _lines_before(document_text, start):
        if expected == 1 and heads_cases(line):
            return (Announcement(line, Span(at, at + len(line)), kind, ordinal),)
        if expected == 1 and not line.endswith(("：", ":")):
            return ()
        if expected == 1:
            said = _LAST_SENTENCE.search(line)
            if said is None or len(said.group()) > LONGEST or _OF_THE_DOCUMENT.search(said.group().strip()):
                return ()
            begin = at + said.start()
            return (Announcement(said.group().strip(), Span(begin, begin + len(said.group().rstrip())), kind, ordinal),)
        other, before = _numbered(line)
        if other == kind and before == expected - 1:
            expected = before
        elif other == kind:
            return ()
    return ()


def _lines_before(document_text: str, end: int) -> Iterator[tuple[int, str]]:
    """The lines before `end`, the nearest first, each with where its words begin; of the same length as printed."""
    begin = max(0, end - REACH)
    for match in reversed(list(_LINE.finditer(document_text, begin, end))):
        words = match.group().strip()
        if words:
            yield match.start() + match.group().index(words[0]), same_width(words)


def _numbered(text: str) -> tuple[int | None, int]:
    """How a line is numbered, as a place in _KINDS, and its number; None and 0 where it is not."""
    for kind, pattern in enumerate(_KINDS):
        if found := pattern.match(text):
            written = found.group(1)
            return kind, _CIRCLED.index(written) + 1 if written in _CIRCLED else number(written) or 0
    return None, 0
