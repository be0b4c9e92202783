"""Lists that sentences gave in part: what stands beside them in the enumeration that they are items of."""

from __future__ import annotations

import re

from assistant.answers.enumerations import Series, series_of
from assistant.answers.outline_answers import Enumeration
from assistant.language.cases import asks_case, lists_cases
from assistant.questions.asking import Ask
from assistant.questions.question import Question
from assistant.wording.findings import Draft, Evidence
from index.library import Library

_HOW_MANY = re.compile("(?<![这那前后])几(?:个|项|条|件|点|类|种|方面|大块)")
LEAST_TOLD, LEAST_COUNTED = 2, 3
"""So many items of one enumeration among the sentences of an answer, and the others are asked for, too; so many where
only their number is asked for."""
MOST_ITEMS = 15
LONGEST_NUMBER = 6
"""Characters of the number that an item opens with."""


def completed(question: Question, draft: Draft, library: Library) -> Enumeration | None:
    """The enumeration of which most sentences of an answer to a question for a list or a count are items; None where
    they are no items of one, or the answer gives them all already."""
    if not question.asks & {Ask.LIST, Ask.COUNT} or draft.tasks:
        return None
    # What is rendered in English rests on the same quotes once more.
    told = list({one.span: one for statement in draft.statements for one in statement.evidence}.values())
    documents = {evidence.document_id for evidence in told}
    least = LEAST_TOLD if Ask.LIST in question.asks else LEAST_COUNTED
    if len(told) < least or len(documents) != 1:
        return None
    (document_id,) = documents
    every = series_of(library.document(document_id), library.sections(document_id))
    held = [(sum(_is_item(evidence, one) for evidence in told), one) for one in every if len(one.items) <= MOST_ITEMS]
    most, series = max(held, key=lambda pair: (pair[0], -len(pair[1].items)), default=(0, None))
    if series is None or most < least or 2 * most < len(told):
        return None
    if asks_case(question.text[question.opening :]) and not lists_cases(series.label):
        return None  # the duties of a headquarters are no cases in which it takes over
    announced = any(evidence.span == series.label_span for evidence in told)
    if (
        most >= len(series.items)
        and not announced
        and not (Ask.COUNT in question.asks or _HOW_MANY.search(question.text))
    ):
        return None
    return Enumeration(
        document_id, series.section, series.items, min(1.0, draft.confidence), series.label, series.label_span
    )


def _is_item(evidence: Evidence, series: Series) -> bool:
    """Whether what is quoted opens an item of an enumeration, its number apart, or announces cases that are (有下列行为
    之一的)."""
    announcing = series.label_span
    if announcing and announcing.start <= evidence.span.start < announcing.end and lists_cases(series.label):
        return True
    return any(0 <= evidence.span.start - item.span.start <= LONGEST_NUMBER for item in series.items)
