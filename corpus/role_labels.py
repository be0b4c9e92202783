"""The labels that say who is responsible and by when: 责任单位：, 牵头单位为, 完成时限　.

A label with a colon counts wherever it stands. Without one (牵头单位　市商务局, 牵头单位为市商务局, 主责单位市商务局)
it counts only at the beginning of a clause, and only where what follows is a unit or a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from heapq import merge
from itertools import chain

from corpus.calendar_terms import calendar_terms
from corpus.english_labels import LABEL as ENGLISH_LABEL
from corpus.english_labels import chinese_label
from corpus.unit_shapes import list_shaped_units


class Role(Enum):
    """What a unit does for a task."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    SUPPORT = "support"


# A label may stand in brackets of its own: 【责任单位】市商务局【完成时限】6月底.
_COLON_LABEL = re.compile(
    r"(?P<framed>[【\[〔])?(?P<label>(?:[省市县区]级?|主要|第一|具体|直接|共同|总|各|项目|工作|任务|问题|措施|整改|办理|销号|汇报人/)*"
    r"(?:责任|牵头|组长|负责|配合|参加|参与|协办|协同|协助|主办|承办|主管|主责|实施|落实|指导|支持|督办|督导|考核|承担|执行|会办|联办|协作|联动|分管|包抓|包保)"
    r"[\u4e00-\u9fff（）()、/]{0,8}?(?:单位|部门|处室|科室|股室|主体|机构|领导|人)(?:及[\u4e00-\u9fff]{1,6})?"
    r"|(?:部门|单位|责任|任务|职责)分工"
    r"|(?<=[；;，, ])(?:副组长|成员|组成)单位"  # behind 组长单位：…；
    r"|(?:(?<![\u4e00-\u9fff])|(?<=[局委办厅部府会关院司心团道镇乡区县市所队处]))"
    r"(?:牵头|主办|主责|责任|配合|协办|协同|协助|会办|联办|参与|参加|协作|联动)(?=\s*[:：])"
    r"|(?<!申报|受理|报名|公示|办公|发布|咨询|会议|活动|举办|培训)(?:计划|预计|要求)?(?:(?:完成|办结|实施|建成|达成|起止|推进|整改|销号|落实|办理|验收|交付|竣工|投用)+|分阶段|阶段性|各阶段|分年度)?(?:时限|期限|时间节点|时间|节点|进度(?:安排)?)(?:要求)?"
    r"|(?:完成|办结|截止)(?:日期|时间))"
    r"(?(framed)[】\]〕]\s*[:：]?|\s*(?:[:：]|(?=▲)))"
)
# Without a colon fewer words are labels: who hosts an event (主办单位　市商务局) has no task by that.
_OWNER_NAME = r"(?:第一|主要|总)?(?:责任|牵头|主责|负责)(?:单位|部门|处室|科室|股室|主体)"
_OTHER_NAME = (
    r"(?:配合|参加|参与|协办|协同|协助|会办|联办|协作|落实)(?:单位|部门|处室|科室|股室)"
    r"|(?:计划|要求)?(?:完成|办结|整改|建成|销号|落实|办理)+(?:时限|期限|时间节点|时间|节点|日期)(?:要求)?|时限(?:要求)?"
)
_PLAIN_LABEL = re.compile(
    rf"(?:(?<=[，,。；;：:（(【〔\[\n \u3000|｜·—])|^)(?P<label>{_OWNER_NAME}|{_OTHER_NAME})(?P<link>为|是|[ \u3000]+|)"
)
NAME = re.compile(rf"{_OWNER_NAME}|主办单位|承办单位|督办单位|{_OTHER_NAME}|责任人|责任领导|牵头领导|联系人")
"""What a label is called, as a pattern; blanks beside one part it from its neighbours."""

_ANY_DAY = date(2000, 1, 1)  # whether words name a day does not hang on the year
_END_OF_VALUE = re.compile(r"[，,。；;\n）)】〕｜|]")
_LONGEST_VALUE = 120
_LONGEST_LABEL, _WINDOW = 80, 400
_NO_DATE = re.compile(
    r"(?:到|至|于|在)?(?:每|长期|持续|常态|全年|立行|立即|即知|即时|会后|年内|\d+个?(?:工作日|日|天|月))"
)
# 责任主体为第一责任单位: what a column's name means, and nobody who is responsible.
_DEFINED = re.compile(rf"(?:{_OWNER_NAME}|{_OTHER_NAME})$|按(?:照|职责|分工)")
_DEADLINE_LABEL = re.compile(r"时限|期限|时间|节点|进度|日期")
_PERSON_LABEL = re.compile(r"领导|人$")
_LEAD_LABEL = re.compile(r"牵头|(?<!副)组长单位|主办|主责|第一责任|主要责任|总责")
_OVERSEER = re.compile("督办|督导|督查|监督|考核|验收|销号")
_SUPPORT_LABEL = re.compile(r"副组长|配合|参加|参与|协办|协同|协助|指导|支持|会办|联办|协作|联动|成员|组成|督办|督导")


@dataclass(frozen=True, slots=True)
class RoleLabel:
    """A label at [start, end) of a text, with the signs that belong to it: its value begins at `end`.

    `plain` says that it stands without a colon.
    """

    name: str
    start: int
    end: int
    plain: bool = False

    @property
    def role(self) -> Role | str:
        """The role that it gives, or "deadline" or "person"."""
        return label_role(self.name)


def label_role(label: str) -> Role | str:
    """The role that a label or a column's name gives, or "deadline" or "person"."""
    if _DEADLINE_LABEL.search(label):
        return "deadline"
    if _PERSON_LABEL.search(label):
        return "person"
    if _LEAD_LABEL.search(label):
        return Role.LEAD
    return Role.SUPPORT if _SUPPORT_LABEL.search(label) else Role.RESPONSIBLE


def oversees(label: str) -> bool:
    """Whether a label names who watches over a task or accepts it, and does none of it: 督导单位, 验收单位."""
    return _OVERSEER.search(label) is not None


def is_unit_label(label: str) -> bool:
    """Whether a column or label of this name holds units or people who are responsible."""
    match = _COLON_LABEL.fullmatch(label.strip() + "：")
    return match is not None and label_role(label) != "deadline"


def role_labels(text: str, start: int, end: int) -> Iterator[RoleLabel]:
    """The labels in `text[start:end]`, in order, none inside another."""
    position = start
    for begin in range(start, end, _WINDOW):  # whoever wants the first label alone does not pay for all of a long text
        stop = min(end, begin + _WINDOW)
        for marked in chain(_marked(text, max(begin, position), stop, end), [None]):
            if marked and marked.start < position:
                continue
            reach = marked.start if marked else min(end, stop + _LONGEST_LABEL)
            for match in _PLAIN_LABEL.finditer(text, max(begin, position), reach):
                if position <= match.start() < stop and (plain := _plain(text, match, end)):
                    yield plain
                    position = plain.end
            if marked:
                yield marked
                position = marked.end


def _marked(text: str, start: int, stop: int, end: int) -> Iterator[RoleLabel]:
    """The labels with a colon that begin before `stop`, Chinese and English ones in the order of the text."""
    reach = min(end, stop + _LONGEST_LABEL)
    chinese = (RoleLabel(match["label"], *match.span()) for match in _COLON_LABEL.finditer(text, start, reach))
    english = (
        RoleLabel(chinese_label(match["label"]), *match.span()) for match in ENGLISH_LABEL.finditer(text, start, reach)
    )
    return (label for label in merge(chinese, english, key=lambda label: label.start) if label.start < stop)


def label_at(text: str, start: int, end: int) -> RoleLabel | None:
    """The label that begins at `start`, if one does."""
    if colon := _COLON_LABEL.match(text, start, end):
        return RoleLabel(colon["label"], *colon.span())
    if english := ENGLISH_LABEL.match(text, start, end):
        return RoleLabel(chinese_label(english["label"]), *english.span())
    match = _PLAIN_LABEL.match(text, start, end)
    return _plain(text, match, end) if match else None


def _plain(text: str, match: re.Match[str], end: int) -> RoleLabel | None:
    """The label without a colon, where what follows is its value."""
    stop = min(end, match.end() + _LONGEST_VALUE)
    if closing := _END_OF_VALUE.search(text, match.end(), stop):
        stop = closing.start()
    if following := re.compile(rf"[ \u3000]+(?:{NAME.pattern})").search(text, match.end(), stop):
        stop = following.start()
    value = text[match.end() : stop].strip(" \u3000▲")
    if label_role(match["label"]) != "deadline":
        fits = bool(list_shaped_units(value)) and not _DEFINED.match(value)
    else:
        term = next(calendar_terms(value[:24], _ANY_DAY), None)
        fits = bool(match["link"]) and (bool(_NO_DATE.match(value)) or (term is not None and term.start <= 1))
    return RoleLabel(match["label"], match.start(), match.end(), plain=True) if fits else None
