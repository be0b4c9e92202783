"""What others said beside the one that a question names (桑怀瑾不赞成什么): it is not told of that one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.wording.findings import Draft, Statement

_SAYS = re.compile(
    "^(?P<who>[\u4e00-\u9fff（）()]{2,20}?)(?:在[^，。]{2,10}时)?(?:还|也|又|则|最后|书面发言)?"
    "(?:介绍|说(?!明)|表示|指出|强调|提出|反映|通报|认为|建议|要求|提醒|透露|解释|补充)(?:[，：:了]|道)"
)
_PRONOUN = re.compile("^[他她][\u4e00-\u9fff]")
LEAST_NAME = 2


def without_words_of_others(draft: Draft, text: str) -> Draft:
    """The draft without what somebody else said, where the question names one of those who speak in it."""
    if draft.status != "answered" or len(draft.statements) < LEAST_NAME:
        return draft
    kept = tuple(_said_by(draft.statements, text))
    return replace(draft, statements=kept) if 0 < len(kept) < len(draft.statements) else draft


def _said_by(statements: Sequence[Statement], text: str) -> Iterator[Statement]:
    """The statements from where somebody begins to speak who is named, to where another one does; all that begin with
    no speaker before anybody is known to speak."""
    says = [_SAYS.match(one.text) for one in statements]
    named = any(found and _is_named(found["who"], text) for found in says)
    speaking: str | None = None
    for one, found in zip(statements, says, strict=True):
        if found and not _PRONOUN.match(one.text):
            speaking = found["who"]
        if not named or (speaking is not None and _is_named(speaking, text)) or not one.evidence:
            yield one


def _is_named(speaker: str, text: str) -> bool:
    """Whether a question names somebody, whose post may stand before his name."""
    return any(speaker[-length:] in text for length in (3, 4, 2) if len(speaker) >= length)
