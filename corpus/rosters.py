"""Lists of people: the members of a leading group or a committee with their posts, who attended a meeting, who was
away.

Offices print them in a few notations: a line for a role (副组长：李四　市政府秘书长) with further members on the lines
below, names with posts in brackets, names alone joined by 、 (出席：…), posts before names (市长张三), and
tables with a column 姓名.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.characters import BLANKS, HAN
from corpus.lines import Line, paragraphs
from corpus.types import Cell, Document, Section, Span, Table

ROLES = (
    *("第一召集人", "总召集人", "副召集人", "召集人", "第一组长", "常务副组长", "执行副组长", "副组长", "组长"),
    *(
        "副主任委员",
        "主任委员",
        "常务副主任",
        "副主任",
        "主任",
        "副主席",
        "主席",
        "副会长",
        "会长",
        "副理事长",
        "理事长",
    ),
    *("副总指挥长", "总指挥长", "副总指挥", "总指挥", "副指挥长", "指挥长", "副指挥", "指挥"),
    *("副秘书长", "秘书长", "顾问", "委员", "成员单位", "成员", "组员", "联络员"),
    *("新闻发布人", "发布人", "发布嘉宾"),
    *("主持人", "主持", "出席人员", "出席领导", "出席", "参会人员", "与会人员", "参加人员", "参加单位", "参加"),
    *("列席人员", "列席单位", "列席", "缺席人员", "缺席", "请假人员", "请假", "记录人", "记录"),
)
"""What somebody is in a list, longest first where one begins with another."""

_BLANK = rf"[{BLANKS}\u00a0\t]"
_ROLE = re.compile(
    "(?P<role>" + "|".join(f"{_BLANK}*".join(role) for role in ROLES) + rf"){_BLANK}*[：:]{_BLANK}*(?P<rest>.*)",
    re.DOTALL,
)
_GROUP = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[)）、]\s*(?P<group>[^，。；：]{2,30})")
# A post ends in one of these; what follows it without a blank is a name (副市长张三).
_POST_END = (
    "长|主任|书记|主席|总理|委员|代表|院士|教授|研究员|经理|总裁|董事|负责人|助理|司令|政委|专员|参事|调研员"
    "|巡视员|人员|干部|同志"
)
_UNIT_END = re.compile("(?:[部局委办院署厅会社行校系司处科室县区市]|集团|公司|中心|大学|单位)$")
_POST = re.compile(f"{_POST_END}|教师|编审|成员|顾问|{_UNIT_END.pattern}")
_NAME = re.compile(rf"[{HAN}]{{2,4}}|[{HAN}]{{1,6}}·[{HAN}·]{{1,10}}")
_BRACKETED = re.compile(
    rf"(?P<name>[{HAN}·]{{2,12}}){_BLANK}*[（(](?P<post>[^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*)[）)]"
)
_POST_FIRST = re.compile(
    rf"(?P<post>[{HAN}（）()、]{{0,30}}(?:{_POST_END}|[部局委办院署厅会行司处科室区县市]))(?P<name>[{HAN}]{{2,3}})"
)
_ENDING = re.compile(r"(?:等(?:同志|人|领导)?|同志)?[。.；;，,]?$")
_REMARK = re.compile(r"[（(][^（）()]*[）)]$")
LONGEST_UNIT = 20
"""Characters of a unit's name that stands in a list instead of a person's."""
_HEADING = 60
"""A longer line before a list is a sentence and names no list."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a list at `span`: `name` and `post` as printed without blanks (`post` may be empty), `role` one of
    ROLES or the cell of a table, `group` the sub-heading the name stands under, or empty."""

    name: str
    post: str
    role: str
    group: str
    span: Span


@dataclass(frozen=True, slots=True)
class Roster:
    """A list of members in text order, never empty; `heading` is what is printed above it, `section` its path."""

    heading: str
    section: tuple[str, ...]
    members: tuple[Member, ...]


def rosters(document: Document, sections: Sequence[Section], tables: Sequence[Table]) -> tuple[Roster, ...]:
    """The lists of members of a document, in text order; lists in tables last."""
    found = [*_printed(document.text, sections), *filter(None, map(_tabulated, tables))]
    return tuple(found)


def _printed(text: str, sections: Sequence[Section]) -> Iterator[Roster]:
    members: list[Member] = []
    role = group = above = before = ""
    for paragraph in paragraphs(text):
        words = "".join(line.text for line in paragraph)
        started = _ROLE.match(words)
        grouped = _GROUP.fullmatch(words)
        if started and (people := _people(started["rest"], paragraph, started.start("rest"))) is not None:
            if not members:
                above = before
            role = re.sub(_BLANK, "", started["role"])
            group = ""
            members += [Member(name, post, role, group, span) for name, post, span in people]
        elif role and grouped:
            group = _REMARK.sub("", grouped["group"]).strip()
        elif role and (one := _with_post(words)):
            members.append(Member(*one, role, group, Span(paragraph[0].start, paragraph[-1].end)))
        else:
            yield from _closed(members, above, sections)
            members, role, group = [], "", ""
        before = words if len(words) <= _HEADING else ""
    yield from _closed(members, above, sections)


def _closed(members: list[Member], above: str, sections: Sequence[Section]) -> Iterator[Roster]:
    if members:
        first = members[0].span.start
        path = max((one.path for one in sections if one.span.start <= first < one.span.end), key=len, default=())
        yield Roster(" ".join(dict.fromkeys((*path, above))), path, tuple(members))


def _people(rest: str, paragraph: Sequence[Line], start: int) -> list[tuple[str, str, Span]] | None:
    """Who stands after the colon of a role, each with the span; [] where they follow on the lines below, None where
    what follows is no list of names."""
    whole = Span(paragraph[0].start, paragraph[-1].end)
    if not rest.strip():
        return []
    if (alone := _with_post(rest)) is not None:
        return [(*alone, whole)]
    parts = [part for part in re.split("[、，,；;]", _ENDING.sub("", rest.strip())) if part.strip()]
    people = [_member(_ENDING.sub("", part.strip())) for part in parts]
    named = [one for one in people if one is not None]
    return [(*one, whole) for one in named] if named and len(named) == len(people) else None


def _member(text: str) -> tuple[str, str] | None:
    """Name and post of an item of a list; the post may be missing. A remark in brackets (因公出差) is left out."""
    if (one := _with_post(text)) is not None:
        return one
    text = _REMARK.sub("", text)
    if (one := _with_post(text)) is not None:
        return one
    bare = re.sub(_BLANK, "", text)
    if _NAME.fullmatch(bare) or (len(bare) <= LONGEST_UNIT and _UNIT_END.search(bare)):
        return bare, ""
    if glued := _POST_FIRST.fullmatch(bare):
        return glued["name"], glued["post"]
    return None


def _with_post(text: str) -> tuple[str, str] | None:
    """Name and post where both are printed apart: 黄　卫　　科技部副部长, 张三（市长）, 市长　张三."""
    text = text.strip(f"{BLANKS}\u00a0\t。；;，")
    if (
        (bracketed := _BRACKETED.fullmatch(text))
        and _NAME.fullmatch(bracketed["name"])
        and _POST.search(bracketed["post"])
    ):
        return bracketed["name"], bracketed["post"]
    words = re.split(f"{_BLANK}+", text)
    if len(words) < 2 or any(mark in text for mark in "。；：:"):
        return None
    taken = 2 if len(words) > 2 and len(words[0]) == len(words[1]) == 1 else 1
    name, post = "".join(words[:taken]), "".join(words[taken:])
    if _NAME.fullmatch(name) and _POST.search(post) and not re.fullmatch(rf".*(?:{_POST_END})", name):
        return name, post
    name, post = words[-1], "".join(words[:-1])
    return (name, post) if _NAME.fullmatch(name) and re.search(rf"(?:{_POST_END}|[局办科室处部])$", post) else None


def _tabulated(table: Table) -> Roster | None:
    """The roster that a table with a column 姓名 is, if it has one and tells what its people are."""
    titles = ["".join(cell.text.split()) for cell in table.header]
    names = [column for column, title in enumerate(titles) if title == "姓名"]
    posts = [column for column, title in enumerate(titles) if re.search("单位|职务|职称|部门", title)]
    roles = [
        column for column, title in enumerate(titles) if re.search("组内|领导小组|担任|分工|身份|类别|角色", title)
    ]
    if not names or not (posts or roles):
        return None
    members = [
        Member(name, _joined(row, [one for one in posts if one not in roles]), _joined(row, roles), "", _span(row))
        for row in table.rows
        if (name := _joined(row, names))
    ]
    return Roster(" ".join(table.section), table.section, tuple(members)) if members else None


def _joined(row: Sequence[Cell], columns: Sequence[int]) -> str:
    return "".join(dict.fromkeys("".join(row[column].text.split()) for column in columns))


def _span(row: Sequence[Cell]) -> Span:
    return Span(min(cell.span.start for cell in row), max(cell.span.end for cell in row))
