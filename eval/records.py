"""Task records against hand-made annotations: `zhengwen eval --records DIR --documents SOURCES`.

## The format
DIR holds one JSON Lines file a document, named `<document id>.jsonl`. Its first line names the document, every
further line is one statement, in the order of the text:

    {"document": "local/plan.txt", "split": "dev"}
    {"quote": "2．建设进口展示中心。（责任单位：▲市商务局、商城集团，2021年6月底前）",
     "notation": "bracket, marked lead",
     "units": [{"name": "市商务局", "role": "lead"}, {"name": "商城集团", "role": "participating"}],
     "deadline": {"text": "2021年6月底前", "from": null, "to": "2021-06-30"},
     "targets": []}

`document`  the file, relative to SOURCES (the folder the document is read from).
`split`     "dev" or "test", a whole document at a time, so that nothing of a test document was ever tuned on.
`quote`     the statement word for word, white space apart: the sentences that say the task *and* the words that say
            who is responsible; of a table, the row's cells one after the other. Where a paragraph holds several
            brackets, each is a statement of its own and owns the sentences since the bracket before. The same quote
            a second time means its next occurrence in the document.
`notation`  a free label for the way responsibility is written, such as "column", "bracket, no lead", "A负责，B配合";
            results are broken down by it.
`units`     every responsible unit as printed, marks such as ▲ left out, "同上" and "以下均由…负责" written out as the
            units they stand for, generic ones (各镇人民政府, 有关部门) kept. Role "lead" only where the document says
            or marks so, for a sole unit, or where it says that the first one listed leads; else "participating", also
            for units that are jointly responsible without a lead.
`deadline`  the one that governs, null where none is stated. `from` and `to` are the first and last day, inclusive,
            null where the words give no bound on that side ("2020年底前" has no `from`, "持续推进" has neither).
`targets`   quantities to be reached, {"text", "value", "unit"}: the number in plain units (1.2万家 is 12000 家). Leave
            the key out where they were not annotated; an empty list says that there are none.

A statement is any place where a task has an owner, in prose, a bracket, a list of duties or a table row. A power to
punish (由A责令改正) is none, nor is a call to everybody (各地要高度重视) that names neither a role nor a day. A
document without one is annotated by its first line alone and counts false records.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter, ValidationError

from corpus.types import Span
from eval.cases import comparable, explanation
from eval.errors import GoldError
from eval.judgement import QuoteFinder

Split = Literal["dev", "test"]


@dataclass(frozen=True, slots=True)
class AnnotatedUnit:
    """A responsible unit as printed."""

    name: str
    role: Literal["lead", "participating"]


@dataclass(frozen=True, slots=True)
class AnnotatedDeadline:
    """The words, and the first and last day that they name."""

    text: str
    start: Annotated[date | None, Field(alias="from")]
    end: Annotated[date | None, Field(alias="to")]


@dataclass(frozen=True, slots=True)
class AnnotatedTarget:
    """A quantity to be reached, in plain units."""

    text: str
    value: float | None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One line of an annotation file; see the module's description."""

    quote: str
    notation: str
    units: tuple[AnnotatedUnit, ...]
    deadline: AnnotatedDeadline | None = None
    targets: tuple[AnnotatedTarget, ...] | None = None


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """The first line of an annotation file: the document's path under SOURCES, and its split."""

    document: str
    split: Split


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotation file; `lines` has the line number of each statement."""

    path: Path
    document: str
    split: Split
    statements: tuple[Statement, ...]
    lines: tuple[int, ...]


def read_annotations(folder: Path) -> tuple[Annotation, ...]:
    """Every `*.jsonl` of the folder, by name. Raises GoldError with each mistake of form by line."""
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        raise GoldError(folder, ["holds no *.jsonl: one annotation file a document is expected"])
    return tuple(map(_read_annotation, files))


def _read_annotation(path: Path) -> Annotation:
    header: AnnotatedDocument | None = None
    statements: list[Statement] = []
    lines: list[int] = []
    problems: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            if header is None:
                header = TypeAdapter(AnnotatedDocument).validate_python(row)
            else:
                statements.append(TypeAdapter(Statement).validate_python(row))
                lines.append(number)
        except json.JSONDecodeError as error:
            problems.append(f"line {number}: not JSON at character {error.pos + 1}: {error.msg}")
        except ValidationError as error:
            problems += [f"line {number}: {explanation(item['loc'], item['msg'])}" for item in error.errors()]
        if header is None and problems:
            problems.append('the first line names the document: {"document": "folder/file.txt", "split": "dev"}')
            break
    if header is None or problems:
        raise GoldError(path, problems or ["is empty"])
    return Annotation(path, header.document, header.split, tuple(statements), tuple(lines))


def statement_spans(annotation: Annotation, text: str) -> tuple[Span, ...]:
    """Where each statement stands; the same quote again is its next occurrence. Raises GoldError for one that does
    not stand in the text."""
    quotes = QuoteFinder({annotation.document: text}.__getitem__)
    places: dict[str, Iterator[Span]] = {}
    spans: list[Span] = []
    problems: list[str] = []
    for statement, line in zip(annotation.statements, annotation.lines, strict=True):
        waiting = places.setdefault(
            comparable(statement.quote), iter(quotes.spans(annotation.document, statement.quote))
        )
        span = next(waiting, None)
        if span is None:
            problems.append(
                f"line {line}: the quote does not stand (this often) in {annotation.document}: {statement.quote[:40]!r}"
            )
        else:
            spans.append(span)
    if problems:
        raise GoldError(annotation.path, problems)
    return tuple(spans)
