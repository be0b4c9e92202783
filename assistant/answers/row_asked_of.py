"""The cell of a row that a question names in full, by the words that people use for its column: why X is late, how much
Y cost, up to how much Z gets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from assistant.answers.row_names import plain_text, row_named
from assistant.answers.rows_meant import answer_rows_meant, is_field
from assistant.answers.table_cells import DOCUMENTS, TITLE, Named, every_table_named
from assistant.language.columns import columns_asked
from assistant.matching.heads import head_of
from assistant.matching.relevance import Relevance
from assistant.questions.asking import METADATA_FIELDS, Ask
from assistant.questions.question import LISTS, Question, RowsMeant
from assistant.wording.findings import Draft
from index.library import Library

LEAST_NAME = 3
"""A shorter name is that of a row only where the question names the paper."""

_OTHERS = METADATA_FIELDS | LISTS | {Ask.COMPARISON, Ask.SPEAKER, Ask.BASIS}


def answer_row_asked(question: Question, proposed: Callable[[], Sequence[str]], library: Library) -> Draft | None:
    """The cells that a question asks for of the one row that it names; None where it names none or several, says more
    than the row, the paper and a column, or asks for a field of a task, which the task's record tells. `proposed`
    gives the documents that search proposes, best first."""
    if question.inherited or question.demands or question.asks & _OTHERS or question.items:
        return None
    names = sorted(question.document_ids - {""})
    if question.document_ids and not names:
        return None
    text = plain_text(TITLE.sub(" ", question.text))
    found = [
        one
        for name in names or list(dict.fromkeys(proposed()))[:DOCUMENTS]
        for named in every_table_named(library, name)
        for one in _asked(text, named, name, bool(names), library)
    ]
    if len(found) != 1:
        return None
    return answer_rows_meant(replace(question, rows=found[0]), library)


def _asked(text: str, named: Named, document_id: str, whole: bool, library: Library) -> Iterator[RowsMeant]:
    """The row of a table that a plain text names, with the columns that it asks for."""
    row = row_named(text, named)
    if row is None or row[0] == named.sums:
        return
    at, rest = row
    written = len(text) - len(rest) + 1
    table = named.table
    left = _without_paper(rest, named, document_id, library)
    if written < LEAST_NAME and not whole and left == rest:
        return
    heads = [cell.text for cell in table.header]
    columns = columns_asked(left, heads, [cell.text.strip() for cell in table.rows[at]], named.at)
    tasks = any(one.cell and one.cell.table == table.index for one in library.records([document_id]))
    if not columns or (tasks and any(is_field(heads[column]) for column in columns)):
        return
    if any(not table.rows[at][column].text.strip() for column in columns):
        return  # what the row leaves empty may be told elsewhere
    yield RowsMeant(document_id, table.index, (at,), columns)


def _without_paper(rest: str, named: Named, document_id: str, library: Library) -> str:
    """What a question says beside a row, without the words before the row's name that only tell the paper."""
    before, gap, after = rest.partition(" ")
    if not (gap and before):
        return rest
    relevance = Relevance(before, library)
    above = f"{head_of(library.document(document_id))} {' '.join(named.table.section)} {named.above}"
    return after if relevance.terms and not relevance.within(plain_text(above)).terms else rest
