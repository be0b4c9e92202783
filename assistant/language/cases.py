"""In which case something is so: how that is asked (什么情况下可以不拍), and how rules say it (对…的，可以不…).

A rule names its case first and what follows from it after a comma; what else the text says of the thing, what it is and
who does it, names no case.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ASKS = re.compile(
    r"(?:什么|哪些|哪几种|哪种|何种|啥|怎样的?|什么样的)(?:特殊)?(?:条件下|(?:情形|情况|场合)(?:之?下|里|时|才|就|可以?|不|要|能|会|得|算|属|免))"
    r"|(?:什么|啥)时候(?:才|就)?(?:可以?|能)(?:不|免)"
    r"|(?<![a-z])(?:under|in) (?:what|which) (?:circumstances?|cases?|conditions?|situations?)(?![a-z])",
    re.IGNORECASE,
)
# …的，…; …时，…; 如…，…; 除…外，…: the case, and what follows.
_CASE = re.compile(
    r"(?:的(?!话)|时|后|情形(?:之一)?|情况下?|条件|之一|[以之]?外)[，,：:]"
    r"|(?:^|[，。；])(?:如果?|若|凡|因|遇|当|一旦|经|对|除非|只有)[^，。；]{3,40}[，,]|(?:的)?除外|例外"
)
_DENIES = re.compile(r"不(?!同|断|仅|但|少于|低于|超过|足|等|良|到位)|免[于除予]?|除外|例外|无需|禁止|暂缓|取消|停止")
_LISTS_CASES = re.compile("情形|情况|条件|之一|除外|例外|(?:下列|以下)(?:行为|问题|内容|要求|标准)|的[，,：:]?$")


@lru_cache(maxsize=256)
def asks_case(question: str) -> bool:
    """Whether a question asks in which case something is so."""
    return bool(_ASKS.search(question))


def states_case(text: str, *, denied: bool) -> bool:
    """Whether a sentence says in which case something is so; with `denied`, that it is not."""
    found = _CASE.search(text)
    return found is not None and (not denied or bool(_DENIES.search(text, found.start())))


def lists_cases(label: str) -> bool:
    """Whether what announces a list says that its items are cases or conditions."""
    return bool(_LISTS_CASES.search(label))
