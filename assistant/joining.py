"""One answer out of those of all the parts of a question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers.aggregates import told_together
from assistant.language.particulars import asks_particular
from assistant.questions.asking import FIGURES
from assistant.questions.question import OPEN_ASKS, Question
from assistant.types import Language, Status
from assistant.wording.findings import Draft, Statement

_ITEM = re.compile(r"\s*\d+\. ")


def joined(drafts: Sequence[Draft], questions: Sequence[Question], *, every: bool = False) -> Draft | None:
    """One answer out of those of the parts, in their order, with what was not found named.

    None where nothing was found, or, unless `every` part is to be told, where the part that found nothing asks for
    nothing in particular.
    """
    found = [draft for draft in drafts if draft.status != "not_found"]
    if not found:
        return None
    missing: list[str] = []
    for draft, question in zip(drafts, questions, strict=True):
        open_to_all = question.asks <= OPEN_ASKS - FIGURES and not particular(question)
        if draft.status == "not_found" and open_to_all and not every:
            return None
        missing += draft.missing or (sorted(question.asks) if draft.status == "not_found" else ())
    statements = _without_repetition([statement for draft in drafts for statement in draft.statements])
    tasks = tuple({task.id: task for draft in found for task in draft.tasks}.values())
    whole: Status = "answered" if all(draft.status == "answered" for draft in drafts) else "partial"
    return Draft(
        whole,
        statements,
        tuple(dict.fromkeys(missing)),
        tasks,
        confidence=min(draft.confidence for draft in found),
    )


def particular(question: Question) -> bool:
    """Whether a part of a question, open as its kind may be, asks for one thing in particular: 由哪家厂供货."""
    return asks_particular(question.text[question.opening :])


def _without_repetition(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements but for those that are made twice, and those whose values another one gives with more."""
    made = tuple(dict.fromkeys(statements))
    return tuple(
        one
        for one in made
        if not one.values
        or not any(set(one.values) < set(other.values) and set(one.evidence) <= set(other.evidence) for other in made)
    )


def rows_apart(drafts: Sequence[Draft], question: Question, *, summed: bool) -> Draft | None:
    """One answer out of the lists of rows that several clauses ask for, with how many there are in all where they are
    `summed`; None where no clause has any, or one found other things than rows."""
    listed = [draft for draft in drafts if draft.total is not None]
    if not listed or any(draft.total is None and draft.status != "not_found" for draft in drafts):
        return None
    statements = list(drafts[0].statements)
    for draft in drafts[1:]:
        opening, *rest = draft.statements
        statements += [replace(opening, text=f"\n{opening.text}"), *rest]
    tasks = tuple({task.id: task for draft in drafts for task in draft.tasks}.values())
    if summed:
        statements.append(told_together([draft.tasks for draft in drafts], question.language))
    missing = tuple(dict.fromkeys(one for draft in drafts for one in draft.missing))
    whole: Status = "partial" if missing else "answered"
    confidence = min(draft.confidence for draft in listed)
    looked = {draft.coverage for draft in listed}
    coverage = looked.pop() if len(looked) == 1 else None
    return Draft(whole, tuple(statements), missing, tasks, len(tasks), coverage, confidence=confidence)


def some_within(whole: Draft, some: Draft, called: str, language: Language) -> Draft | None:
    """A list with which of its items are those of another one, `called` so; None where one is no list, or some are no
    items of it."""
    items, others = _items(whole), _items(some)
    numbers = [
        next((at for at, item in enumerate(items, start=1) if _same_place(item, other)), None) for other in others
    ]
    if not len(items) > len(others) > 0 or None in numbers:
        return None
    placed = ("、" if language == "zh" else ", ").join(map(str, sorted(filter(None, numbers))))
    number = len(others)
    text = (
        f"\n其中{called}的共{number}项：第{placed}项。"
        if language == "zh"
        else f"\nOf these {number} ({called}): no. {placed}."
    )
    evidence = tuple(one for item in others for one in item.evidence)
    return replace(whole, statements=(*whole.statements, Statement(text, evidence)))


def _items(draft: Draft) -> list[Statement]:
    """The items of a list: what stands after the line that says how many there are."""
    return [one for one in draft.statements if _ITEM.match(one.text) and one.evidence]


def _same_place(one: Statement, other: Statement) -> bool:
    return any(
        mine.document_id == its.document_id and mine.span.overlaps(its.span)
        for mine in one.evidence[:1]
        for its in other.evidence[:1]
    )
