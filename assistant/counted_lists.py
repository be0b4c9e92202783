"""Lists for questions that count things: which list has them, and whether a sentence gives their number already."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers.enumeration_choice import chosen_enumeration
from assistant.answers.outline_answers import Enumeration
from assistant.answers.rows_named import rows_named
from assistant.language.answering_clauses import without_owners
from assistant.language.counting import counted, counts, says_how_many
from assistant.language.listed_things import counts_things, listed_things
from assistant.language.series import side_by_side
from assistant.matching.retrieval import Retrieval
from assistant.questions.asking import Ask
from assistant.questions.question import Question
from assistant.wording.findings import Draft
from index.library import Library

# What stands between things that are given by name.
_BESIDE = re.compile("[、+＋；;/]|[”》][“《]")
LEAST_KNOWN = 3
"""Fewer things than these may be given in any sentence."""


def only_counts(question: Question) -> bool:
    """Whether a question counts things that a list may give, and asks for nothing else."""
    return question.asks in ({Ask.QUANTITY}, {Ask.COUNT}) and counts_things(question.text)


def gives_number(question: Question, read: Draft, library: Library) -> bool:
    """Whether what was read gives a number of what the question counts, or it names nothing that it counts."""
    forms = [form for thing in listed_things(question.text[question.opening :]) for form in thing.forms]
    quotes = (one for statement in read.statements for one in statement.evidence)
    said = ("".join(one.span.of(library.document(one.document_id).text).split()) for one in quotes)
    return not forms or any(says_how_many(quote, forms) or side_by_side(quote, forms) for quote in said)


def counted_list(found: Retrieval, library: Library) -> Enumeration | None:
    """The list of the things that the question counts; None where no list has them."""
    question = replace(found.question, asks=frozenset({Ask.COUNT}))
    return rows_named(question, found.relevance, found.passages, library) or chosen_enumeration(
        question, found.relevance, found.passages, found.sentences, library
    )


def is_part_of(listed: Enumeration, read: Draft) -> bool:
    """Whether what was read is an item of the list, or announces it."""
    spans = [*(item.span for item in listed.items), *([listed.label_span] if listed.label_span else [])]
    quotes = [one for statement in read.statements for one in statement.evidence]
    return any(
        quote.document_id == listed.document_id and span.start <= quote.span.start < span.end
        for quote in quotes
        for span in spans
    )


def says_fewer(question: Question, read: Draft, library: Library) -> bool:
    """Whether a question says how many things it lists (哪四种贸易方式), and what was read neither counts so many nor
    gives half as many by name."""
    known = counted(question.text[question.opening :])
    if question.asks != {Ask.LIST} or known is None or known < LEAST_KNOWN:
        return False
    quotes = {one for statement in read.statements for one in statement.evidence}
    said = [one.span.of(library.document(one.document_id).text) for one in quotes]
    if any(counts(known).search("".join(quote.split())) for quote in said):
        return False
    named = max((len(_BESIDE.findall(without_owners(quote))) + 1 for quote in said), default=0)
    return 2 * max(len(said), named) < known
