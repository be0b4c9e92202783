"""A list, and what is asked of each of its items: 反馈了几个问题？分别由谁牵头; 有哪些项目，各投资多少."""

from __future__ import annotations

import re

_EACH = re.compile(
    r"^(?P<list>.*?(?:哪[些几]|几|多少|什么|(?<![a-z])(?:which|what|how many|list)(?![a-z])).*?)"
    r"[，,；;？?。]\s*(?:以及|并且?|又|and )?"
    r"(?P<asked>(?:各自?|分别|都|每[个项条件])[^，,；;？?。]{2,16}|[^，,；;？?。]{2,8}(?:各自?|分别)(?:是|为|由|有)[^，,；;？?。]{1,8}"
    r"|[^,;?.]{4,40}(?: of)? (?:each|respectively)[^,;?.]{0,20})[？?。]?$",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"谁|哪|多少|几|何时|什么|怎么|(?<![a-z])(?:who|when|which|what|how much|how many)(?![a-z])", re.IGNORECASE
)


def asked_of_each(text: str) -> tuple[str, str] | None:
    """The question for a list, and what is asked of each item; None where a question has no such clause at its end."""
    found = _EACH.search(text.strip())
    return (found["list"], found["asked"]) if found and _ASKS.search(found["asked"]) else None
