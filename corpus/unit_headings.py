"""Lists that are ordered by unit: a heading names who is responsible, the items below it are the tasks.

"二、市商务局牵头事项", "（一）由市财政局负责的任务", or, in a document about duties or with the number of tasks
behind it ("一、市商务局（3项）"), headings that are units' names and nothing else, at least two side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.normalise import ReadingView
from corpus.numbering import numbering
from corpus.responsibility import Roles
from corpus.role_labels import Role
from corpus.types import Section
from corpus.unit_shapes import list_shaped_units

_COUNT = r"(?:[（(]共?\d+[项条个][)）])?"
_STATED = re.compile(
    r"由?(?P<units>[^，。；：]{2,60}?)(?P<role>牵头|负责|承担)(?:的)?(?:推进|落实|实施|完成|办理)*(?:的)?"
    rf"(?:重点)?(?:任务|事项|工作|项目|措施|职责)*{_COUNT}"
)
_BARE = re.compile(rf"(?P<units>[^，。；：]{{2,60}}?)(?:主要|工作|重点)*(?:职责|任务|责任|分工)*(?:清单)?{_COUNT}")
_COUNTED = re.compile(r"[（(]共?\d+[项条个][)）]")
_ABOUT_DUTIES = re.compile(r"职责|分工|分解|责任清单|任务清单|任务表|台账")


def unit_headings(view: ReadingView, sections: Sequence[Section], title: str) -> Iterator[tuple[Section, Roles]]:
    """The sections whose heading says who is responsible for the items in them, with the units named there."""
    bare: dict[int | None, list[tuple[Section, Roles]]] = {}
    counted: set[int | None] = set()
    for section in sections:
        if section.heading is None:
            continue
        span = view.view(section.heading.start, section.heading.end)
        start, end = span.start, span.end
        if view.text[end : end + 1] not in ("", "\n"):
            continue  # the paragraph goes on: its sentences say who does what
        if opening := numbering(view.text[start:end]):
            start += opening.length
        if stated := _named(view.text, start, end, _STATED):
            yield section, stated
        elif named := _named(view.text, start, end, _BARE):
            about = " ".join((title, *section.path[:-1]))
            bare.setdefault(section.parent, []).append((section, named))
            if _ABOUT_DUTIES.search(about) or _COUNTED.search(view.text, start, end):
                counted.add(section.parent)
    for parent, siblings in bare.items():
        if len(siblings) > 1 and parent in counted:
            yield from siblings


def _named(text: str, start: int, end: int, form: re.Pattern[str]) -> Roles | None:
    match = form.fullmatch(text, start, end)
    if match is None:
        return None
    units = list_shaped_units(match["units"], match.start("units"))
    if not units:
        return None
    roles = Roles()
    lead = form is _STATED and match["role"] == "牵头"
    roles.add(Role.LEAD if lead else Role.RESPONSIBLE, units)
    return roles
