"""Gold cases: what is asked, and what a right answer says, does not say and cites.

One JSON object a line, in the format of the bundled sets in `eval/gold`; a user's own sets have the same.
"""

from __future__ import annotations

import difflib
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from eval.errors import GoldError

if TYPE_CHECKING:
    from pydantic import TypeAdapter

CaseType = Literal[
    "who",
    "when",
    "who_when",
    "number",
    "list",
    "count",
    "definition",
    "measure",
    "compare",
    "speaker",
    "metadata",
    "multi_turn",
    "partial",
    "not_found",
]
CaseLanguage = Literal["zh", "en", "mix"]
CaseStatus = Literal["answered", "partial", "not_found"]
Split = Literal["dev", "test"]

CASE_TYPES: tuple[CaseType, ...] = get_args(CaseType)
CASE_LANGUAGES: tuple[CaseLanguage, ...] = get_args(CaseLanguage)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that a right answer rests on: `quote` stands in document `doc` word for word, white space apart."""

    doc: str
    quote: str


@dataclass(frozen=True, slots=True)
class Case:
    """One conversation whose last turn is scored.

    The answer's text must hold at least one string of every group of `must` and none of `must_not`, both compared
    by `comparable`. `sets` optionally names the complete set of a record field ("lead_units",
    "participating_units") over the tasks of the answer. `line` is where the case stands in its file, from 1.
    `reworded` tells whether the question avoids the words of the text, None where nobody said. `unreviewed` marks a
    candidate that nobody has checked yet.
    """

    id: str
    type: CaseType
    lang: CaseLanguage
    turns: tuple[str, ...]
    status: CaseStatus
    must: tuple[tuple[str, ...], ...] = ()
    must_not: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    split: Split | None = None
    sets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reworded: bool | None = None
    unreviewed: bool = False
    line: int = 0

    @property
    def question(self) -> str:
        """The turn that is scored."""
        return self.turns[-1]

    @property
    def answerable(self) -> bool:
        """Whether the documents state at least part of what is asked."""
        return self.status != "not_found"


def comparable(text: str) -> str:
    """The form in which answers and gold strings are compared: NFKC, no white space, lower case."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).lower()


@cache
def _case_schema() -> TypeAdapter[Case]:
    from pydantic import TypeAdapter

    return TypeAdapter(Case)


def parse_cases(path: Path) -> tuple[Case, ...]:
    """The cases of a gold file in file order; blank lines are skipped.

    Raises GoldError with every mistake of form by line: not JSON, a missing, misspelt or mistyped field, an id used
    twice, a case that contradicts itself (see `contradictions`).
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise GoldError(path, [f"cannot be read: {error.strerror}"]) from error
    except UnicodeDecodeError as error:
        raise GoldError(path, [f"not UTF-8 at byte {error.start}: save the file as UTF-8"]) from error
    cases: list[Case] = []
    problems: list[str] = []
    first_line: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        case, mistakes = _parse_line(line, number)
        problems += [f"line {number}: {mistake}" for mistake in mistakes]
        if case is None:
            continue
        if case.id in first_line:
            problems.append(f"line {number}: id {case.id!r} is already used on line {first_line[case.id]}")
        first_line.setdefault(case.id, number)
        problems += [f"line {number} ({case.id}): {mistake}" for mistake in contradictions(case)]
        cases.append(case)
    if not cases and not problems:
        problems = ["holds no case: one JSON object a line is expected"]
    if problems:
        raise GoldError(path, problems)
    return tuple(cases)


def _parse_line(line: str, number: int) -> tuple[Case | None, list[str]]:
    from pydantic import ValidationError

    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        return None, [f"not JSON at character {error.pos + 1}: {error.msg}"]
    if not isinstance(row, dict):
        return None, ["not a JSON object: write {...} on one line"]
    known = [item.name for item in fields(Case) if item.name != "line"]
    # A field may be added for one's own notes, but a slip of the pen must not silently switch a check off.
    slips = [
        f"unknown field {name!r}: did you mean {close[0]!r}?"
        for name in row
        if name not in known and (close := difflib.get_close_matches(name.lower().replace("-", "_"), known, 1, 0.85))
    ]
    try:
        case = _case_schema().validate_python({**row, "line": number}, strict=False)
    except ValidationError as error:
        return None, slips + [explanation(item["loc"], item["msg"]) for item in error.errors()]
    return (None, slips) if slips else (case, [])


def explanation(location: Iterable[int | str], message: str) -> str:
    """A validation error as a person reads it: the field's place, then what is wrong."""
    place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in location).lstrip(".")
    return f"{place}: {message[:1].lower()}{message[1:]}"


def contradictions(case: Case) -> list[str]:
    """What makes a case impossible to meet, or meaningless, whatever the documents say."""
    found: list[str] = []
    if not case.id.strip():
        found.append("the id is empty")
    if not case.turns or not all(turn.strip() for turn in case.turns):
        found.append("turns: needs at least one question, and none may be empty")
    if case.type == "multi_turn" and len(case.turns) < 2:
        found.append("type multi_turn needs at least two turns")
    if case.type in ("not_found", "partial") and case.status != case.type:
        found.append(f"type {case.type} needs status {case.type}, not {case.status}")
    if not case.answerable and case.evidence:
        found.append("status not_found cites nothing: take the evidence out or change the status")
    if case.answerable and not case.evidence:
        found.append("needs evidence: quote what the answer rests on")
    if case.answerable and not case.must:
        found.append("needs at least one must group: what has to stand in the answer")
    banned = [comparable(text) for text in case.must_not]
    if not all(banned):
        found.append("must_not: an empty string occurs in every answer")
    for position, group in enumerate(case.must):
        if not group or not all(comparable(text) for text in group):
            found.append(f"must[{position}]: needs at least one string, and none may be empty")
        elif all(any(bad and bad in comparable(text) for bad in banned) for text in group):
            found.append(f"must[{position}]: whatever satisfies {list(group)} also holds a string of must_not")
    return found


def case_json(case: Case) -> dict[str, Any]:
    """The case as one object of a gold file; optional fields are left out where they are empty."""
    row: dict[str, Any] = {
        "id": case.id,
        "type": case.type,
        "lang": case.lang,
        "turns": list(case.turns),
        "must": [list(group) for group in case.must],
        "must_not": list(case.must_not),
        "status": case.status,
        "evidence": [{"doc": item.doc, "quote": item.quote} for item in case.evidence],
    }
    if case.split:
        row["split"] = case.split
    if case.sets:
        row["sets"] = {name: list(values) for name, values in case.sets.items()}
    if case.reworded is not None:
        row["reworded"] = case.reworded
    if case.unreviewed:
        row["unreviewed"] = True
    return row


def write_cases(cases: Sequence[Case], path: Path) -> None:
    """Write a gold file, one case a line."""
    path.write_text("".join(json.dumps(case_json(case), ensure_ascii=False) + "\n" for case in cases), encoding="utf-8")
