"""Forms: papers that hand over one matter in lines of a label and what it is (督办事项, 承办单位, 办结时限)."""

from __future__ import annotations

from assistant.matching.relevance import Relevance
from assistant.questions.question import Question
from corpus.table_shapes import transposed
from corpus.types import TaskRecord
from index.library import Library


def form_meant(question: Question, relevance: Relevance, library: Library) -> TaskRecord | None:
    """The matter of the one form of a paper, where the question names the paper, by title or number, and nothing
    besides: who has to do it is what the form is for."""
    named = question.document_ids - {""}  # filters that no document passes leave the name of none
    if len(named) != 1 or question.units or question.items or question.places:
        return None
    (name,) = named
    summary = library.summary(name)
    if relevance.within(f"{summary.title} {summary.number or ''}").terms:
        return None
    forms = [record for record in library.records([name]) if _is_of_form(record, library)]
    return forms[0] if len(forms) == 1 else None


def _is_of_form(record: TaskRecord, library: Library) -> bool:
    tables = (one for one in library.tables(record.document_id) if record.cell and one.index == record.cell.table)
    return any(turned is not None and len(turned.rows) == 1 for turned in map(transposed, tables))
