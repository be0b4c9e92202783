"""Which of two things comes first and how long lies between them, where the answer about each gives a single day,
month or period."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.language.time_between import time_between
from assistant.questions.question import Question
from assistant.wording.findings import Draft, Statement
from corpus.dates import find_deadlines
from corpus.types import Deadline

LONGEST_SPAN = 31
"""Days of a month: of longer periods it is not said how long lies between them."""
_ASKS = re.compile(
    r"[早晚迟]|谁?先|靠[前后]|相?差(?:了|有)?(?:几|多少)个?(?:年|月|天|日|星期|周)|相?差多久|隔(?:了|着)?(?:多久|几)"
    r"|(?<![a-z])(?:earlier|later|sooner|first|last|before|after)(?![a-z])",
    re.IGNORECASE,
)


def days_compared(question: Question, things: Sequence[str], drafts: Sequence[Draft]) -> Statement | None:
    """Which of two things is the earlier one, by the words of the documents; None where that was not asked, or the
    answers do not give each a single date, or the two overlap."""
    if len(drafts) != 2 or not _ASKS.search(question.text[question.opening :]):
        return None
    if any(draft.status == "not_found" or draft.tasks for draft in drafts):
        return None
    dated = [found for draft in drafts if (found := _date(draft)) is not None]
    if len(dated) != len(drafts):
        return None
    zh = question.language == "zh"
    (one, said), (other, told) = dated
    evidence, values = (*said.evidence, *told.evidence), (one.text, other.text)
    if (one.start, one.end) == (other.start, other.end):
        same = (
            f"{things[0]}与{things[1]}的时间相同（{one.text}）。" if zh else f"Both are at the same time ({one.text})."
        )
        return Statement(same, evidence, values)
    pairs = sorted(zip(things, (one, other), strict=True), key=lambda pair: str(pair[1].end))
    (early, first), (late, second) = pairs
    if first.end is None or second.end is None or (second.start is not None and first.end >= second.start):
        return None
    between = time_between(first, second, zh=zh) if _short(first) and _short(second) else ""
    if zh:
        apart = f"，相差{between}" if between else ""
        return Statement(f"{early}（{first.text}）早于{late}（{second.text}）{apart}。", evidence, values)
    apart = f", by {between}" if between else ""
    return Statement(f"{early} ({first.text}) comes before {late} ({second.text}){apart}.", evidence, values)


def _date(draft: Draft) -> tuple[Deadline, Statement] | None:
    """The one date that the statements of an answer give."""
    found = [
        (one, statement)
        for statement in draft.statements
        if statement.evidence
        for one in find_deadlines(statement.text)
        if one.kind == "date" and one.end is not None
    ]
    return found[0] if len({(one.start, one.end) for one, _ in found}) == 1 else None


def _short(deadline: Deadline) -> bool:
    if deadline.start is None or deadline.end is None:
        return True
    return (deadline.end - deadline.start).days < LONGEST_SPAN
