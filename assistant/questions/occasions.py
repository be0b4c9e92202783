"""When an occasion is: 培训什么时候办 asks for the time of 培训, and no notice says 办 beside it (时间：5月15日)."""

from __future__ import annotations

import re
from collections.abc import Collection

from assistant.questions.asking import Ask

_HELD = re.compile(r"(?<=\S)\s+(?:举办|召开|举行|开办|办|开|进行)$")


def without_holding(topic: str, asks: Collection[Ask]) -> str:
    """The topic without the verb for holding what it names, where its time is asked for."""
    return _HELD.sub("", topic) if Ask.DEADLINE in asks else topic
