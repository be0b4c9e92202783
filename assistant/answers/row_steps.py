"""The row of a table of steps that an asker's own amount falls into: 120万元 is 第二档, and what that step gives.

Support, charges and grades come in steps (10万元至50万元, 200万元以上), each a row. All are worded alike; only the
amount tells which one is meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.answers.row_columns import row_in_words, whole_of
from assistant.answers.table_cells import DOCUMENTS, Named, every_table_named
from assistant.answers.table_enumerations import caption
from assistant.language.amounts import amounts_given, bounds, ends_at, within_bounds
from assistant.matching.heads import head_of
from assistant.matching.relevance import Candidate, Relevance
from assistant.questions.asking import METADATA_FIELDS, Ask
from assistant.questions.question import Question
from assistant.wording.findings import Draft, Evidence, Statement
from corpus.types import CellPosition
from index.library import Library

LEAST_STEPS = 2
MOSTLY = 0.6
"""A column of steps has bounds in so many of its cells."""
SPOKEN_OF = 0.5
"""What stands above and in a table speaks of this share of what a question says beside its amount."""
OWN = 0.5
"""So much of what a question says beside the title stands in and above the table itself."""

_OTHERS = METADATA_FIELDS | {Ask.SPEAKER, Ask.COMPARISON, Ask.LEAD, Ask.PARTICIPANTS}
_AMOUNT = re.compile(r"\d|[万亿千百]|(?:平方)?米|公里|[元吨亩人家户台辆架次%]+$")


@dataclass(frozen=True, slots=True)
class _Steps:
    """A table with the column of its steps; `rows` are those that admit the amount that is given."""

    document_id: str
    named: Named
    rows: tuple[int, ...]
    fit: float


def answer_step(
    question: Question, relevance: Callable[[], Relevance], proposed: Callable[[], Sequence[str]], library: Library
) -> Draft | None:
    """The step that the amount in a question falls into, or that it falls into none with all of them; None where the
    question gives no amount, or no table of steps that speaks of it is of such amounts."""
    given = amounts_given(question.text)
    if not given or question.asks & _OTHERS or question.demands or question.period:
        return None
    words = relevance()
    about = words.without(frozenset(term.word for term in words.terms if _AMOUNT.search(term.word)))
    if not about.terms:
        return None
    names = sorted(question.document_ids - {""}) or list(dict.fromkeys(proposed()))[:DOCUMENTS]
    found = [one for name in names for one in _steps(name, given, about, library)]
    best = max(found, key=lambda one: one.fit, default=None)
    if best is None or best.fit < SPOKEN_OF:
        return None
    return _told(best, question)


def _steps(
    document_id: str, given: Sequence[tuple[float, str]], about: Relevance, library: Library
) -> Iterator[_Steps]:
    """The tables of a document with a column of steps of the amount that is given."""
    document = library.document(document_id)
    for named in every_table_named(library, document_id):
        table = named.table
        for column in range(len(table.header)):
            cells = ["".join(row[column].text.split()) for row in table.rows]
            for value, unit in given:
                stepped = [bounds(cell, unit) for cell in cells]
                if sum(map(bool, stepped)) < max(LEAST_STEPS, MOSTLY * len(cells)):
                    continue
                rows = tuple(row for row, cell in enumerate(cells) if within_bounds(cell, value, unit))
                if len(rows) > 1:  # 50万元 ends one step and begins the next
                    rows = tuple(row for row in rows if not ends_at(cells[row], value, unit)) or rows
                above = caption(document.text, table.header[0].span.start).of(document.text)
                told = " ".join((*table.section, above, *(cell.text for cell in table.header)))
                own = about.within(f"{document.metadata.title} {document.metadata.issuer or ''}")
                if own.terms and own.score(Candidate(told)).coverage < OWN:
                    continue  # another kind of support in the same paper
                fit = about.score(Candidate(told, title=head_of(document))).coverage
                yield _Steps(document_id, named, rows, fit)


def _told(steps: _Steps, question: Question) -> Draft:
    """The rows that admit the amount; all of them where none does."""
    zh = question.language == "zh"
    table = steps.named.table
    rows = steps.rows or tuple(range(len(table.rows)))
    statements = []
    for row in rows:
        text = row_in_words(table.header, table.rows[row], steps.named.at, range(len(table.header)))
        evidence = (
            Evidence(
                steps.document_id,
                whole_of(table.rows[row]),
                table.section,
                cell=CellPosition(table.index, row, 0),
            ),
            Evidence(steps.document_id, whole_of(table.header), table.section),
        )
        statements.append(Statement(f"{text}。" if zh else f"The document states: “{text}”.", evidence))
    if steps.rows:
        return Draft("answered", tuple(statements))
    none = (
        "所问的数额不在表中任何一档之内，表中各档为："
        if zh
        else "The amount falls into none of the steps of the table:"
    )
    return Draft("answered", (Statement(none), *statements))
