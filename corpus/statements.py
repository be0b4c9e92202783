"""Statements of responsibility at the end of a task: brackets （责任单位：A、B）, （A牵头，B配合）, and labelled lines.

Offsets count in the reading view. A statement owns the sentences before it: those since the statement before, in the
same numbered item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus.numbering import numbering
from corpus.responsibility import Roles, read_bracket, read_deadline_label, read_labelled, read_names
from corpus.role_labels import RoleLabel, label_at, role_labels
from corpus.unit_shapes import list_shaped_units


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

    @classmethod
    def at(cls, text: str, start: int, end: int) -> Item:
        """The item whose first paragraph is `text[start:end]`, with its numbering told apart."""
        line = text[start : start + 16]
        opening = numbering(line)
        if opening is None:
            return cls(start, end, None)
        printed = opening.printed.rstrip("、．. ")
        number = (start, start + len(printed)) if line.startswith(printed) else None
        return cls(start + opening.length, end, number)


_OPENING = re.compile(r"[（(【\[〔]")
_CLOSING = "）)】]〕"
# Only brackets with one of these are read.
_TRIGGER = re.compile(r"牵头|负责|责任|配合|落实|实施|主办|承办|[局委部厅办署院府所团关行镇街]|单位|地区")
_UNITS = r"[^，,。；;：:\n的]{2,80}?"
_ROLES_ALONE = re.compile(
    rf"(?<=[。；;\n])由?(?P<units>{_UNITS})(?:共同|联合|分别|具体|总)?(?:牵头|负责|主办|承办)(?:负责|落实|组织|实施|推进|办理)*"
    rf"(?:[，,]{_UNITS}(?:按照?职责(?:分工)?|积极|协同|共同)*(?:配合|参加|参与|协办|协助|落实|负责)(?:实施|落实)?)*"
    r"(?:[，,](?:力争|确保|于|在)?[^，,。；;：:\n]{0,12}(?:前|底|末|内|\d日)(?:之?前)?(?:全面|全部|基本)?(?:完成|办结|落实|到位|见效|建成|实现)?)?"
    r"(?=[。；;\n]|$)"
)
_DASH = re.compile(r"[—–]{1,2}(?P<words>[^—–\n。；（(]{3,80})(?=[。；]?(?:\n|$))")
_LINE = re.compile(r"[^\n。]*")
_CLAUSE = re.compile(r"[^\n。；;]*")
_BETWEEN_LINES = re.compile(r"[\n。 ]*")
_DUE_CLAUSE = re.compile(
    r"[；;][^，。；;\n]{0,14}(?:前|底|末|内|日)(?:全面|全部|基本)?(?:完成|办结|落实|到位)(?=[。；;\n]|$)"
)
_BETWEEN_CLAUSES = re.compile(r"[\n。；; ]*")
# 工作措施：… between unit and deadline, and how many such lines are passed over.
_OTHER_LINE = re.compile(r"[\u4e00-\u9fff]{2,8}[:：][^\n]*\n+")
_MOST_OTHERS = 3
# …滞后2个月，责任单位为县交通运输局: who is to blame, and no task.
_FAULT = re.compile(r"滞后|迟缓|缓慢|仅(?:完成|为)|未(?:按|完成|达)|逾期|超期|不到位|不力")
_FAULT_REACH = 60
_BEFORE_LABEL = "。；;！？\n —–-·●▲◆*☆"


@dataclass(frozen=True, slots=True)
class _Owner:
    """A place that may say who is responsible: [start, end), the words in it, and whether they are lines of labels."""

    start: int
    end: int
    words: tuple[int, int]
    labelled: bool = False
    names: bool = False


def bracket_statements(text: str, item: Item, issued: date | None = None) -> Iterator[Statement]:
    """The brackets and labelled lines of an item that say who is responsible, each with the words before it."""
    begin, number = item.start, item.number
    position = item.start
    while position < item.end:
        opening = _OPENING.search(text, position, item.end)
        stop = opening.start() if opening else item.end
        owner = (
            _labelled(text, position, stop, item.end)
            or _role_sentence(text, max(position, begin), stop, issued)
            or (_dashed(text, max(position, begin), stop, issued) if number else None)
        )
        if owner is None and opening and (framed := label_at(text, opening.start(), item.end)):
            owner = _label_lines(text, framed, item.end)
        elif owner is None and opening:
            owner = _bracketed(text, opening.start(), item.end)
        elif owner is None:
            return
        roles = _roles(text, owner, issued) if owner else None
        if owner is None or roles is None:
            position = owner.end if owner and owner.labelled else opening.end() if opening else item.end
            continue
        end = _labels_after(text, owner.end, item.end, roles, issued)
        statement = _statement(text, begin, (owner.start, end), roles, number)
        if statement.task[0] < statement.task[1]:
            yield statement
        begin = position = end
        following = Item.at(text, _skipped(text, begin, item.end), item.end)
        if following.number:  # …负责）（十四）建设…: the next item in the same paragraph
            begin, number = following.start, following.number


def _roles(text: str, owner: _Owner, issued: date | None) -> Roles | None:
    if owner.names:
        return read_names(text, *owner.words, issued)
    return (read_labelled if owner.labelled else read_bracket)(text, *owner.words, issued)


def _labels_after(text: str, start: int, end: int, roles: Roles, issued: date | None) -> int:
    """Reads brackets 【配合单位：…】【完成时限：…】 right after the one with the units; where the statement ends."""
    while _OPENING.match(text, start) and label_at(text, start + 1, end):
        owner = _bracketed(text, start, end)
        if owner is None:
            break
        named = read_labelled(text, *owner.words, issued)
        found = [] if named else read_deadline_label(text, *owner.words, issued)
        if not named and not found:
            break
        roles.units += named.units if named else []
        roles.deadlines += named.deadlines if named else found
        start = owner.end
    return start


def _statement(
    text: str, begin: int, owner: tuple[int, int], roles: Roles, number: tuple[int, int] | None
) -> Statement:
    start, end = _skipped(text, begin, owner[0]), owner[0]
    while end > start and text[end - 1] in " \n—–-·●▲◆*☆，,":
        end -= 1
    return Statement((start, end), (min(start, owner[0]), owner[1]), roles, number)


def _skipped(text: str, start: int, end: int) -> int:
    while start < end and text[start] in " \n。；;，,":
        start += 1
    return start


def _bracketed(text: str, opening: int, end: int) -> _Owner | None:
    """The bracket that opens here, if it may speak of responsibility.

    It may close with another kind, （…); one that opens with a label and never closes goes to the end of its line.
    """
    depth = 0
    for position in range(opening, min(end, opening + 700)):
        if _OPENING.match(text[position]):
            depth += 1
        elif text[position] in _CLOSING:
            depth -= 1
            if depth == 0:
                found = _TRIGGER.search(text, opening, position) or label_at(text, opening + 1, position)
                return _Owner(opening, position + 1, (opening + 1, position)) if found else None
    if label_at(text, opening + 1, end):
        stop = _LINE.match(text, opening, end).end()  # type: ignore[union-attr]
        return _Owner(opening, stop, (opening + 1, stop))
    return None


def _labelled(text: str, start: int, end: int, limit: int) -> _Owner | None:
    """Lines such as 责任单位：A、B that begin before `end`: from the first on, with those that follow directly."""
    for label in role_labels(text, start, end):
        if label.plain and _FAULT.search(text, max(start, label.start - _FAULT_REACH), label.start):
            continue
        if not label.start or text[label.start - 1] in _BEFORE_LABEL or label.plain:
            return _label_lines(text, label, limit)
    return None


def _role_sentence(text: str, start: int, end: int, issued: date | None) -> _Owner | None:
    """A sentence of nothing but roles after those that say the task: …。市商务局牵头，市财政局参加，6月底前完成。"""
    for sentence in _ROLES_ALONE.finditer(text, start, end):
        before = text[start : sentence.start()].strip(" \n。；;")
        if before and list_shaped_units(sentence["units"]) and read_bracket(text, *sentence.span(), issued):
            return _Owner(sentence.start(), sentence.end(), sentence.span())
    return None


def _dashed(text: str, start: int, end: int, issued: date | None) -> _Owner | None:
    """Names after a dash that close a numbered line: 3.实施节水灌溉4万亩——市农业农村局，市水利局，10月."""
    for dash in _DASH.finditer(text, start, end):
        if text[start : dash.start()].strip() and read_names(text, *dash.span("words"), issued):
            return _Owner(dash.start(), dash.end("words"), dash.span("words"), names=True)
    return None


def _past_others(text: str, start: int, limit: int) -> int:
    """Where the line of the deadline begins, beyond a few lines with labels of another kind; else `start`."""
    ahead = start
    for _ in range(_MOST_OTHERS):
        other = None if label_at(text, ahead, limit) else _OTHER_LINE.match(text, ahead, limit)
        if other is None:
            break
        ahead = other.end()
    label = label_at(text, ahead, limit)
    return ahead if label and label.role == "deadline" else start


def _label_lines(text: str, label: RoleLabel, limit: int) -> _Owner:
    """The label with its value, and those that follow directly; one without a colon ends with its clause."""
    line, between = (_CLAUSE, _BETWEEN_CLAUSES) if label.plain else (_LINE, _BETWEEN_LINES)
    stop = begin = label.start
    while begin < limit and (begin == stop or label_at(text, begin, limit)):
        stop = line.match(text, begin, limit).end()  # type: ignore[union-attr]
        if label.plain and (due := _DUE_CLAUSE.match(text, stop, limit)):
            stop = due.end()
        begin = between.match(text, stop, limit).end()  # type: ignore[union-attr]
        begin = _past_others(text, begin, limit)
    return _Owner(label.start, stop, (label.start, stop), labelled=True)
