"""Questions about a ledger as a whole that no bound on rows says: which task has most units, which units never lead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

LedgerKind = Literal["most", "most_helping", "most_leading", "never_lead", "only_lead"]

_TASK = "(?:任务|事项|工作|举措|措施)"
_UNIT = "(?:单位|部门|机构)"
_HELPING = "参与|参加|配合|协办|联办|协助"
_WAYS: tuple[tuple[LedgerKind, str], ...] = (
    (
        "most_helping",
        rf"哪(?:一|个|些)?(?:项|条|件)?{_TASK}?的?(?:{_HELPING})的?{_UNIT}(?:数量?|个数)?最多"
        rf"|(?:{_HELPING})的?{_UNIT}(?:数量?)?最多的(?:是|{_TASK}是?)(?:哪(?:一|个|些)?(?:项|条|件|个)?|什么)?{_TASK}?"
        r"|(?<![a-z])which (?:task|item|measure|matter)s? (?:has|have|lists?) the most "
        r"(?:participating|supporting) (?:units|departments|agencies|bodies)(?![a-z])",
    ),
    (
        "most_leading",
        rf"哪(?:一|个|些)?(?:项|条|件)?{_TASK}?的?(?:牵头|主办)的?{_UNIT}(?:数量?|个数)?最多"
        rf"|(?:牵头|主办)的?{_UNIT}(?:数量?)?最多的(?:是|{_TASK}是?)(?:哪(?:一|个|些)?(?:项|条|件)|什么{_TASK}){_TASK}?"
        r"|(?<![a-z])which (?:task|item|measure|matter)s? (?:has|have|lists?) the most lead(?:ing)? "
        r"(?:units|departments|agencies|bodies)(?![a-z])",
    ),
    (
        "most",
        rf"哪(?:一|个|些)?(?:项|条|件)?{_TASK}?的?(?:涉及|牵涉|责任|需要|动用)?的?{_UNIT}(?:数量?|个数)?最多"
        rf"|(?:涉及|牵涉|责任)的?{_UNIT}(?:数量?)?最多的(?:是|{_TASK}是?)(?:哪(?:一|个|些)?(?:项|条|件|个)?|什么)?{_TASK}?"
        r"|(?<![a-z])which (?:task|item|measure|matter)s? (?:has|have|involves?|lists?|names?) the most "
        r"(?:units|departments|agencies|bodies)(?![a-z])",
    ),
    (
        "never_lead",
        rf"(?:哪些|哪几[个家]|什么){_UNIT}(?:都|是)?(?:从来?不|没有?|未|从未|从没|一项也?[不没])(?:单独|独自)?牵头(?:过|任何)?(?:一项)?{_TASK}?"
        rf"|(?:哪些|哪几[个家]|什么){_UNIT}(?:都|是)?(?:只|仅)(?:是|有|做)?(?:{_HELPING})(?:[，,、]?(?:而)?(?:不|没有?|未)牵头)?"
        rf"|(?:从来?不|从未|从没|没有?|未|只{_HELPING[:2]}不)牵头(?:过)?(?:任何)?{_TASK}?的{_UNIT}(?:都|一共|共)?(?:有|是)(?:哪些|哪几[个家]|谁|什么)"
        r"|(?<![a-z])which (?:units|departments|agencies|bodies) (?:never lead|do not lead|lead no|lead nothing"
        r"|only (?:take part|participate|support))(?![a-z])"
        r"(?: (?:anything|any task|any tasks|tasks|task|in tasks))?",
    ),
    (
        "only_lead",
        rf"(?:哪些|哪几[个家]|什么){_UNIT}(?:都|是)?(?:只|仅)牵头[，,、]?(?:而)?(?:不|没有?|未|从不)(?:{_HELPING})"
        r"|(?<![a-z])which (?:units|departments|agencies|bodies) only lead(?![a-z])",
    ),
)
_PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _WAYS)


@dataclass(frozen=True, slots=True)
class LedgerAsked:
    """What is asked of all rows, and what the question says beside it: which rows are meant."""

    kind: LedgerKind
    rest: str


def ledger_asked(text: str) -> LedgerAsked | None:
    """What a question asks of a ledger as a whole; None where it asks for nothing of the kind."""
    for kind, pattern in _PATTERNS:
        match = pattern.search(text)
        if match is not None:
            return LedgerAsked(kind, f"{text[: match.start()]} {text[match.end() :]}".strip(" ，,。？?！!"))
    return None
