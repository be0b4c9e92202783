"""Statements of responsibility in prose: where a bracket, a label or a sentence says who does a task.

Offsets count in the reading view. A statement owns the sentences before it: those since the statement before, in the
same numbered item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.numbering import numbering
from corpus.responsibility import Role, Roles, read_bracket, read_labelled
from corpus.unit_shapes import UnitMention, has_unit_shape, list_units


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: the task's words, the whole statement, and who is named, all in view offsets.

    `number` is where the item's numbering stands, None where it has none.
    """

    task: tuple[int, int]
    whole: tuple[int, int]
    roles: Roles
    number: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A run of paragraphs that one statement at its end may own: a numbered item, or the text under a heading.

    `start` is after the numbering. `number` is where the numbering stands.
    """

    start: int
    end: int
    number: tuple[int, int] | None


_OPEN = re.compile(r"[（(【\[]")
_CLOSE = {"（": "）)", "(": ")）", "【": "】", "[": "]"}
_TRIGGER = re.compile(r"牵头|负责|责任|配合|落实|实施|主办|承办|[局委部厅办署院府]")
_LABEL_LINE = re.compile(
    r"(?:^|(?<=[。；;\n ]))(?=[\u4e00-\u9fff]{0,6}(?:责任|牵头|配合|参加|参与|协办|主办|承办|主责)"
    r"[\u4e00-\u9fff]{0,4}(?:单位|部门)[:：])"
)


def bracket_statements(text: str, item: Item) -> Iterator[Statement]:
    """The brackets and labels of an item that say who is responsible, each with the words before it."""
    begin = item.start
    position = item.start
    while position < item.end:
        opening = _OPEN.search(text, position, item.end)
        label = _LABEL_LINE.search(text, position, opening.start() if opening else item.end)
        if label:
            end = _line_end(text, label.end(), item.end)
            if roles := read_labelled(text, label.end(), end):
                yield _statement(text, item, begin, label.start(), (label.start(), end), roles)
                begin = end
                position = end
                continue
        if opening is None:
            return
        close = _closing(text, opening.start(), item.end)
        position = opening.end()
        if close is None or not _TRIGGER.search(text, opening.end(), close):
            continue
        if roles := read_bracket(text, opening.end(), close):
            yield _statement(text, item, begin, opening.start(), (opening.start(), close + 1), roles)
            begin = position = close + 1


def _statement(text: str, item: Item, begin: int, end: int, owner: tuple[int, int], roles: Roles) -> Statement:
    start = begin
    while start < end and text[start] in " \n。；;，,":
        start += 1
    while end > start and text[end - 1] in " \n":
        end -= 1
    return Statement((start, end), (min(start, owner[0]), owner[1]), roles, item.number)


def _closing(text: str, opening: int, end: int) -> int | None:
    """Where the bracket that opens at `opening` closes; （…) counts too. None where it does not close."""
    depth = 0
    for position in range(opening, min(end, opening + 700)):
        if text[position] in _CLOSE:
            depth += 1
        elif text[position] in "）)】]":
            depth -= 1
            if depth == 0:
                return position
    return None


def _line_end(text: str, start: int, end: int) -> int:
    found = re.compile(r"[。\n]").search(text, start, end)
    return found.start() if found else end


# Sentences.
_SENTENCE = re.compile(r"[^。！？\n；;]+")
_WORTH_READING = re.compile(r"负责|牵头|会同|办公室设在")
_ROLE_VERB = re.compile(r"(?P<lead>牵头)|(?P<duty>负责|负总责)|(?P<with>会同)")
_NOT_HERE = re.compile(r"人|者|同志|制|单位|部门|机构|的|任务|作用|抓总部门|下|地|精神|态度|搞|企业")
_ADVERBS = re.compile(
    r"(?:要|应当?|须|必须|可|将|具体|主要|统一|分别|共同|各自|统筹|全面|直接|依法|继续|切实|按(?:照)?(?:各自|职责|职能|工作)*(?:职责|分工|职能)*(?:分工)?|根据职责|归口|总|联合|组织|进一步)*$"
)
_BOUNDARY = re.compile(r"[，,：:“”（(、]?由|[，,：:]|(?<![\u4e00-\u9fff])由")
_ENUMERATION = re.compile(r"(?:[一二三四五六七八九十]+(?:是|要)|首先|其中|同时|此外|另外|另|原则上|具体|并)[，]?")
_DONE = re.compile(r"^[^，。]{0,16}(?:了|提出的|拟定的|制定的|起草的|过)|已|(?:研究)?提出(?:了)?(?:办理)?意见")
_HOST = re.compile(r"办公室设在(?P<host>[\u4e00-\u9fffA-Za-z（）()]{2,24}?)(?=[，,。；;]|$)")
_HOST_DUTY = re.compile(
    r"[，,；;]\s*(?:具体|主要|并|由其|由办公室|办公室)*(?P<duty>(?:承担|负责(?!人|同志))[^。；]{3,})"
)


def sentence_statements(text: str, start: int, end: int) -> Iterator[Statement]:
    """The sentences of `text[start:end]` in which a unit leads, is responsible, or acts together with others."""
    for sentence in _SENTENCE.finditer(text, start, end):
        if not _WORTH_READING.search(sentence.group()):
            continue
        found = _host(text, *sentence.span()) or _duty(text, *sentence.span())
        if found:
            yield found


def _host(text: str, start: int, end: int) -> Statement | None:
    """领导小组办公室设在市商务局，承担日常工作: the host carries what its office does."""
    host = _HOST.search(text, start, end)
    if host is None:
        return None
    duty = _HOST_DUTY.search(text, host.end(), end)
    if duty is None or not has_unit_shape(host["host"]):
        return None
    roles = Roles()
    roles.add(Role.RESPONSIBLE, [UnitMention(host["host"], *host.span("host"))])
    return Statement(duty.span("duty"), (start, end), roles)


def _duty(text: str, start: int, end: int) -> Statement | None:
    if opening := numbering(text[start : start + 12]):
        start += opening.length
    for verb in _ROLE_VERB.finditer(text, start, end):
        if _NOT_HERE.match(text, verb.end()):
            continue
        adverbs = _ADVERBS.search(text[start : verb.start()])
        stop = start + adverbs.start() if adverbs else verb.start()
        stop = stop if text[stop - 1 : stop] != "，" else stop - 1
        subject = _subject(text, start, stop)
        if subject is None:
            continue
        begin, units = subject
        roles = Roles()
        roles.add(Role.RESPONSIBLE if verb.lastgroup == "duty" else Role.LEAD, units)
        after = verb.end()
        if verb.lastgroup == "with":
            partners = _partners(text, after, end)
            if not partners:
                continue
            roles.add(Role.SUPPORT, partners)
            after = partners[-1].end
        after = _more_roles(text, after, end, roles)
        if _DONE.search(text[after:end]) or re.search("已$|曾$|正在$", text[start:begin]):
            continue
        duty = _trimmed(text, after, end)
        passive = text[begin - 1 : begin] == "由" or not re.search(r"[\u4e00-\u9fff]{3}", text[duty[0] : duty[1]])
        topic = text[start : begin - 1].strip("，,：: ") if passive else ""
        if len(duty) and duty[1] - duty[0] >= 3 and len(topic) < 3:
            return Statement(duty, (start, end), roles)
        if len(topic) >= 3 or duty[1] - duty[0] >= 3:
            return Statement(_trimmed(text, start, end), (start, end), roles)
    return None


def _subject(text: str, start: int, end: int) -> tuple[int, list[UnitMention]] | None:
    """The units that end at `end` and fill everything since a boundary; the farthest boundary that works."""
    boundaries = [start] + [match.end() for match in _BOUNDARY.finditer(text, start, end)]
    if opening := _ENUMERATION.match(text, start, end):
        boundaries.append(opening.end())
    for begin in sorted(boundaries):
        if 2 <= end - begin <= 160 and not re.search("[。]", text[begin:end]):
            units = list_units(text[begin:end], begin)
            covered = units and units[0].start - begin <= 2 and end - units[-1].end <= 8
            if covered and all(has_unit_shape(unit.name) for unit in units):
                return begin, units
    return None


def _partners(text: str, start: int, end: int) -> list[UnitMention]:
    """The units right after 会同: whole pieces, and of the last piece the shortest beginning that is a unit."""
    found: list[UnitMention] = []
    position = start
    for piece in re.compile(r"[^、和及]+[、和及]?|[和及]").finditer(text, start, min(end, start + 120)):
        words = piece.group().rstrip("、和及")
        if has_unit_shape(words.removesuffix("等")) and piece.group() != words:
            found += list_units(text[position : piece.end() - 1], position)
            position = piece.end()
            continue
        stop = next(
            (size for size in range(2, min(len(text[position:end]), 26) + 1) if _ends_unit(text, position, size)), 0
        )
        if stop:
            found += list_units(text[position : position + stop], position)
        break
    return found


def _ends_unit(text: str, start: int, size: int) -> bool:
    name = text[start : start + size].removesuffix("等")
    following = text[start + size : start + size + 2]
    return has_unit_shape(name) and not following.startswith(("门", "厅", "公室", "政府", "等", "位", "员会"))


_NEXT_CLAUSE = re.compile(
    r"[，,、；; ]*(?:由)?(?P<units>[^，,。；;：:]{2,80}?)(?:按照?职责分工|共同|分别|具体|积极|等)*"
    r"(?P<role>配合|参加|参与|协助|协同|负责实施|具体实施|实施|落实)(?=[，,。；;]|$)"
)


def _more_roles(text: str, start: int, end: int, roles: Roles) -> int:
    """Reads "，B、C配合" after the first role; returns where the rest begins."""
    while match := _NEXT_CLAUSE.match(text, start, end):
        units = list_units(match["units"], match.start("units"))
        if not units or not all(has_unit_shape(unit.name) for unit in units):
            break
        roles.add(Role.SUPPORT, units)
        start = match.end()
    return start


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " ，,、：:":
        start += 1
    while end > start and text[end - 1] in " ，,":
        end -= 1
    return start, end
