"""One answer out of those of all the parts of a question."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.language.particulars import asks_particular
from assistant.questions.asking import FIGURES
from assistant.questions.question import OPEN_ASKS, Question
from assistant.types import Status
from assistant.wording.findings import Draft, Statement


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
