"""How many there are of what one sentence gives by name, where no number is printed: 完成A平台、B平台、C平台的投用."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.language.counting import counts
from assistant.language.listed_things import counts_things, listed_things
from assistant.language.series import side_by_side
from assistant.questions.asking import FIGURES
from assistant.questions.question import Question
from assistant.wording.findings import Draft, Statement
from index.library import Library

_MEASURE = re.compile("(?:几|多少)([个家项种条类位名所座户款件批处支])")


def with_inline_count(draft: Draft, question: Question, library: Library) -> Draft | None:
    """An answer in which one sentence gives by name what the question counts, with how many they are before it; None
    where none does, or where a number of them is printed."""
    own = question.text[question.opening :]
    forms = [form for thing in listed_things(own) for form in thing.forms]
    if not forms or not counts_things(own) or draft.tasks:
        return None
    quoted = [
        ("".join(one.span.of(library.document(one.document_id).text).split()), statement)
        for statement in draft.statements
        for one in statement.evidence
    ]
    given = [(names, statement) for quote, statement in quoted if (names := side_by_side(quote, forms))]
    if len(given) != 1:
        return None
    ((names, telling),) = given
    number, quotes = len(names), [quote for quote, _ in quoted]
    printed = [match for quote in quotes for match in counts(number).finditer(quote)]
    if any(match.string.startswith(tuple(forms), match.end()) for match in printed):
        return None
    measure = _MEASURE.search(own)
    total = f"共{number}{measure[1] if measure else '项'}：" if question.language == "zh" else f"{number} in total:"
    told = (telling,) if question.asks <= FIGURES else draft.statements
    return replace(draft, statements=(Statement(total), *told), status="answered", missing=(), beside=())
