"""Items of a paper by their numbers, where the question names the paper and no place in it: 临溪方案第7项由谁负责."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers.outline_parts import content_in_full
from assistant.answers.task_fields import answer_items
from assistant.matching.heads import heads_of
from assistant.matching.retrieval import Retrieval
from assistant.matching.selecting import numbered
from assistant.questions.asking import RECORD_FIELDS, Ask
from assistant.questions.items_numbered import numbers_pointed_at, of_a_table
from assistant.questions.question import ItemReference, Question
from assistant.wording.findings import Draft
from corpus.normalise import fold
from corpus.numerals import number as numeral
from index.library import Library

MOST_OF_A_NUMBER = 3
"""Rows of one paper with one number; where more have it, the number does not tell which is meant."""

_NUMERAL = re.compile(r"\d{1,3}|[一二三四五六七八九十百]{1,5}")
_FOR_ITEMS = re.compile("议定|决定|交办|督办|事项|任务|清单")
_KINDS_OF_ITEMS = "议定事项 决定事项 交办事项 督办事项 重点任务 工作任务 整改事项 会议 内容"
"""What the items of a paper are called beside 第三项, which need not stand at its head."""
_WHAT_IT_SAYS = frozenset({Ask.CONTENT, Ask.DEFINITION, Ask.LIST})


def numbered_items(found: Retrieval, library: Library) -> Draft | None:
    """What is asked of the rows that have the numbers in the one paper that the rest of the question names; None where
    it points at no number, names more than a paper, or no row or too many have it."""
    question = found.question
    own = question.text[question.opening :]
    numbers = numbers_pointed_at(own)
    fields = question.asks & RECORD_FIELDS or (question.about_tasks and question.asks <= _WHAT_IT_SAYS)
    if not (numbers and fields) or question.items or question.units:
        return None
    terms = found.relevance.terms
    heads = heads_of(question.document_ids or found.document_ids, library)
    meant = [
        name
        for name in heads
        if library.records([name]) and not found.relevance.within(f"{heads[name]} {_KINDS_OF_ITEMS}").terms
    ]
    if not (terms or question.document_ids) or len(meant) != 1:
        return None
    records = list(library.records(meant))
    tables = [record for record in records if record.cell is not None]
    if question.body:
        records = [record for record in records if record.cell is None]
    elif tables and of_a_table(own):
        records = tables
    kept = {record.id for record in records}
    items = tuple(ItemReference(one, question.places, question.body) for one in numbers)
    for item in items:
        if not 0 < len(numbered(records, item)) <= MOST_OF_A_NUMBER:
            return _part_of_number(question, item.number, meant[0], library) if len(items) == 1 else None
    return answer_items(replace(question, items=items, document_ids=frozenset(meant)), library, kept)


def _part_of_number(question: Question, wanted: int, document_id: str, library: Library) -> Draft | None:
    """The one part with a number under a heading for items (二、议定事项), in full; None where none or several are."""
    outline = library.sections(document_id)
    told = [
        one
        for one in outline
        if one.number and one.parent is not None and outline[one.parent].path and _is_number(one.number, wanted)
        if _FOR_ITEMS.search(outline[one.parent].path[-1])
    ]
    return content_in_full(question, told[0], library.document(document_id)) if len(told) == 1 else None


def _is_number(printed: str, wanted: int) -> bool:
    found = _NUMERAL.search(fold(printed))
    return found is not None and numeral(found.group()) == wanted
