"""Numbers of papers as a question and a row print them: 枫督交〔2025〕12号."""

from __future__ import annotations

import re
from functools import lru_cache

_NUMBER = re.compile(r"[〔［\[（(【﹝]((?:19|20)\d\d)[〕］\]）)】﹞]\s*第?\s*(\d{1,4})\s*号")


def is_of_another_number(asked: str, row: str) -> bool:
    """Whether a row is of a paper with another number than the ones that a question names."""
    named = _numbers(asked)
    return bool(named) and (printed := _numbers(row)) != frozenset() and not named & printed


@lru_cache(maxsize=1024)
def _numbers(text: str) -> frozenset[tuple[str, int]]:
    return frozenset((year, int(number)) for year, number in _NUMBER.findall(text))
