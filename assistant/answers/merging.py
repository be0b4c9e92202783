"""The answers about several things as one, each under the name of its thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.language.time_between import time_between
from assistant.questions.asking import Ask
from assistant.questions.question import Question
from assistant.wording.compose import date_words, task_words
from assistant.wording.findings import Draft, Statement, evidence_of_record


def merged(
    drafts: Sequence[Draft], things: Sequence[str], question: Question, compared: Statement | None = None
) -> Draft:
    """One draft with the statements of all, each under the name of its thing, and after them how their figures stand to
    each other (`compared`); not_found only when every part is."""
    given = [draft for draft in drafts if draft.status != "not_found"]
    if not given:
        return replace(drafts[0], missing=drafts[0].missing)
    statements: list[Statement] = []
    for number, (thing, draft) in enumerate(zip(things, drafts, strict=True), start=1):
        for position, statement in enumerate(draft.statements):
            mark = f"（{number}）{thing}：" if question.language == "zh" else f"({number}) {thing}: "
            if number > 1 and drafts[number - 2].total is not None:
                mark = f"\n{mark}"  # what is said of the next begins below the rows of the one before
            statements.append(replace(statement, text=f"{mark}{statement.text}") if position == 0 else statement)
    order = compared or _earlier(given, question)
    if order is not None:
        statements.append(order)
    whole = all(draft.status == "answered" for draft in drafts)
    tasks = tuple({task.id: task for draft in given for task in draft.tasks}.values())
    named = (
        name for draft in drafts for name in draft.missing or (("content",) if draft.status == "not_found" else ())
    )
    missing = tuple(dict.fromkeys(named))
    return Draft(
        "answered" if whole else "partial",
        tuple(statements),
        missing,
        tasks,
        confidence=min(draft.confidence for draft in given),
    )


def _earlier(drafts: Sequence[Draft], question: Question) -> Statement | None:
    """Which of two tasks is due first; None unless both are dated and it was asked."""
    if Ask.DEADLINE not in question.asks or len(drafts) != 2:
        return None
    dated = [next((task for task in draft.tasks if task.deadline and task.deadline.end), None) for draft in drafts]
    first, second = dated
    if first is None or second is None or first.deadline is None or second.deadline is None:
        return None
    evidence = (*evidence_of_record(first), *evidence_of_record(second))
    values = (first.deadline.text, second.deadline.text)
    zh = question.language == "zh"
    if first.deadline.end == second.deadline.end:
        return Statement("两项的完成时间相同。" if zh else "Both are due at the same time.", evidence, values)
    ends = sorted((first, second), key=lambda task: str(task.deadline and task.deadline.end))
    early, late = ends
    if early.deadline is None or late.deadline is None:
        return None
    when, then = date_words(early.deadline, question.language), date_words(late.deadline, question.language)
    between = time_between(early.deadline, late.deadline, zh=zh)
    apart = f"，相差{between}" if between else ""
    text = (
        f"{task_words(early, 24)}（{when}）早于{task_words(late, 24)}（{then}）{apart}。"
        if zh
        else f"{task_words(early, 24)} ({when}) is due before {task_words(late, 24)} ({then})"
        f"{f', {between} earlier' if between else ''}."
    )
    return Statement(text, evidence, values)
