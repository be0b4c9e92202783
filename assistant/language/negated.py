"""What an asker says that was not done (没经过合法性审核的文件能上会吗), and texts that speak of its not being done;
whether something may be done, and texts that allow or forbid it."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.language.lay_words import phrases

# 有没有 and 能不能 deny nothing.
_NOT_DONE = re.compile(
    "(?:(?<!有)没有?(?![有没])|(?<!尚)未(?![来成必]))(?P<what>[\u4e00-\u9fff]{2,12}?)"
    "(?=的(?!话)|的话|了|[，。？?]|能|可以?|会|要|就|怎|咋|还|$)"
)
_ASKS_LEAVE = re.compile(
    "能不能|能否|可不可以|可否|是否可以|(?:能|可以)[^，。？?]{1,20}吗"
    "|(?<![a-z])(?:may|can|is it (?:allowed|permitted))(?![a-z])",
    re.IGNORECASE,
)
_GIVES_LEAVE = re.compile("不得|不能|不可|不准|不予|禁止|严禁|可以|允许|方可|方能|准予")
_MOST_BETWEEN = 6
"""Characters that stand between the negation and what was not done: 未严格履行审核职责."""


@lru_cache(maxsize=256)
def not_done(question: str) -> re.Pattern[str] | None:
    """What says in documents that what the question says was not done is not done; None where it says nothing so."""
    found = _NOT_DONE.search(question)
    if found is None:
        return None
    what = found["what"]
    words = {what[at : at + 2] for at in range(len(what) - 1)}
    words |= {word for phrase in phrases(what) for word, _ in phrase.words if len(word) > 1}
    done = "|".join(map(re.escape, sorted(words)))
    return re.compile(rf"(?:未|没有|不(?!断|仅|但|同|少))[^，。；：、]{{0,{_MOST_BETWEEN}}}(?:{done})")


def asks_leave(question: str) -> bool:
    """Whether a question asks whether something may be done."""
    return bool(_ASKS_LEAVE.search(question))


def gives_leave(text: str) -> bool:
    """Whether a text allows or forbids something."""
    return bool(_GIVES_LEAVE.search(text))
