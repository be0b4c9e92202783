"""Who does what by when, as a script can read it: units in brackets behind an item, rows under heads that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from eval.computed.source import Source
from eval.computed.tables import tables

BRACKET = re.compile(r"（((?:责任|牵头|主办|配合|协办|参与)(?:单位|部门)：[^（）]*(?:（[^（）]*）[^（）]*)*)）[。；]?$")
LABEL = re.compile(r"(责任|牵头|主办|配合|协办|参与|完成)(单位|部门|时限|时间)：([^；;。]*)")
HEADING = re.compile(r"^(?:（[一二三四五六七八九十]+）|\d+[．.、]|[（(]\d+[）)])[ 　]*([^。，；]{8,30})。")
UNITS = re.compile(r"[、，,]")
NO_UNIT = re.compile(r"\d{4}年|月底|长期|持续|常态|同上|^[—/-]?$")
TIME = re.compile(r"\d年|\d月|年底|季度|月底|长期|持续|工作日")
ROLES = {"责任": "owner", "牵头": "lead", "主办": "lead", "配合": "help", "协办": "help", "参与": "help"}
COLUMNS = {
    "owner": re.compile(r"责任(?:单位|部门)"),
    "lead": re.compile(r"(?:牵头|主办)(?:单位|部门)"),
    "help": re.compile(r"(?:配合|协办|参与|协同)(?:单位|部门)"),
    "due": re.compile(r"(?:完成|整改)(?:时限|时间)"),
    "task": re.compile(r"(?:重点|工作|主要)?任务(?:名称|内容)?|改革举措|争取事项|整改事项|问题|举措"),
}


@dataclass(frozen=True, slots=True)
class Statement:
    """A task with its units in printed order and its deadline as printed ("" where the statement gives none).

    `owners` are units without a role; `marked` are those with ▲. `quote` is the whole statement; it gives a time
    somewhere where `timed`.
    """

    task: str
    owners: tuple[str, ...]
    leads: tuple[str, ...]
    helps: tuple[str, ...]
    marked: tuple[str, ...]
    due: str
    quote: str

    @property
    def timed(self) -> bool:
        """Whether anything in the statement could be taken for its deadline."""
        return bool(TIME.search(self.quote))

    @property
    def units(self) -> tuple[str, ...]:
        """All of them, each once."""
        return tuple(dict.fromkeys((*self.leads, *self.owners, *self.helps)))


def statements(source: Source) -> Iterator[Statement]:
    """Those of the text, then those of its tables."""
    for line in source.prose:
        bracket, heading = BRACKET.search(line), HEADING.match(line)
        if bracket and heading and line.count("单位：") <= 2:
            values = {"owner": "", "lead": "", "help": "", "due": ""}
            for label, of, value in LABEL.findall(bracket[1]):
                values["due" if of in ("时限", "时间") else ROLES.get(label, "owner")] = value.strip()
            yield _statement(heading[1], values, line)
    for head, *rows in tables(source):
        columns = {role: at for role, shape in COLUMNS.items() for at, name in enumerate(head) if shape.fullmatch(name)}
        if "task" in columns and columns.keys() & {"owner", "lead"}:
            for row in rows:
                values = {role: row[at] for role, at in columns.items() if role != "task"}
                if row[columns["task"]] and "同上" not in row:
                    yield _statement(row[columns["task"]], values, "".join(row))


def _statement(task: str, values: dict[str, str], quote: str) -> Statement:
    units = {role: _units(values.get(role, "")) for role in ("owner", "lead", "help")}
    marked = tuple(
        one.strip("▲ ") for role in units for one in UNITS.split(values.get(role, "")) if one.strip().startswith("▲")
    )
    return Statement(task, units["owner"], units["lead"], units["help"], marked, values.get("due", ""), quote)


def _units(printed: str) -> tuple[str, ...]:
    return tuple(one.strip("▲ 　") for one in UNITS.split(printed) if not NO_UNIT.search(one.strip()))
