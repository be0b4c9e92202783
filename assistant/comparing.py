"""Questions that compare two things: each is asked for by itself, and both answers are given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asking import Ask, in_words
from assistant.compose import date_words, task_words
from assistant.findings import Draft, Statement, evidence_of_record
from assistant.question import OPPOSED, Question

_BETWEEN = re.compile(
    r"\s*(?:和|与|跟|同|以及|相比于?|比起?|、|(?<![A-Za-z])vs\.?|(?<![A-Za-z])versus(?![A-Za-z])|(?<![A-Za-z])and(?![A-Za-z])|(?<![A-Za-z])or(?![A-Za-z])|(?<![A-Za-z])than(?![A-Za-z])|还是)\s*",
    re.IGNORECASE,
)


def compared_parts(question: Question) -> tuple[str, ...]:
    """The questions that a comparison consists of, one for each thing compared; empty where it is none."""
    if Ask.COMPARISON not in question.asks:
        return ()
    quoted = re.findall("“([^“”]+)”", question.text)
    opposed = OPPOSED.split(re.split("[，,。？?；;：:]", question.bare.strip())[0])
    if len(quoted) < 2 and len(opposed) == 2:
        quoted = opposed
    things = quoted if len(quoted) >= 2 else _BETWEEN.split(re.split("[，,。？?；;：:]", question.bare.strip())[0])
    things = [thing.strip(" ，,。？?：:的") for thing in things]
    things = [thing for thing in things if len(thing) >= 2]
    if len(things) < 2:
        return ()
    tail = _asking_tail(question)
    return tuple(f"“{thing}”{'' if question.language == 'zh' else ' '}{tail}" for thing in things[:3])


def _asking_tail(question: Question) -> str:
    zh = question.language == "zh"
    # "What are A and B?" asks for the members of each.
    asks = {Ask.LIST if ask is Ask.DEFINITION else ask for ask in question.asks}
    asked = in_words(asks, zh)
    return ("，" if zh else " and ").join(asked) + ("？" if zh else "?") if asked else ""


def merged(drafts: Sequence[Draft], question: Question) -> Draft:
    """One draft with the statements of all; not_found only when every part is."""
    given = [draft for draft in drafts if draft.status != "not_found"]
    if not given:
        return replace(drafts[0], missing=drafts[0].missing)
    if len(given) == len(drafts) and len({draft.statements for draft in drafts}) == 1:
        return drafts[0]  # one sentence says both
    statements: list[Statement] = []
    for number, draft in enumerate(drafts, start=1):
        for position, statement in enumerate(draft.statements):
            mark = f"（{number}）" if question.language == "zh" else f"({number}) "
            statements.append(replace(statement, text=f"{mark}{statement.text}") if position == 0 else statement)
    order = _earlier(given, question)
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
    text = (
        f"{task_words(early, 24)}（{when}）早于{task_words(late, 24)}（{then}）。"
        if zh
        else f"{task_words(early, 24)} ({when}) is due before {task_words(late, 24)} ({then})."
    )
    return Statement(text, evidence, values)
