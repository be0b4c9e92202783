"""Regular expressions of many alternatives that are tried only where one of them can begin.

At every place of a text Python's engine tries one alternative after the other, all hundred of them where none begins.
One look at the character there tells that: what is asked is told in half of the time.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any

# What the standard library parses patterns with, which no release since 3.11 has changed and none promises.
_PARSER = importlib.import_module("re._parser")
_CLASSES = {
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
}
_WITHOUT_WIDTH = ("ASSERT", "ASSERT_NOT", "AT")
_WHOLE_SCRIPT = f"{0x4E00:08x}-"
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


class _AnywhereError(Exception):
    """A pattern may begin with any character, or with nothing."""


def quick(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """`pattern` compiled: it finds the very same, and `led` is what it is looked for by."""
    return re.compile(led(pattern, flags), flags)


def led(pattern: str, flags: int = 0) -> str:
    """`pattern` behind a look at whether one of the characters stands there that it may begin with; as it is where it
    may begin with any, or be empty."""
    return _led(pattern, _beginnings(pattern, flags), flags)


def led_in_turn(ways: Iterable[str], flags: int = 0) -> str:
    """These alternatives in their order, `led` as far as nothing between them may begin with any character of Chinese:
    one such way among a hundred would be tried everywhere together with all of them."""
    found = ((way, _beginnings(way, flags)) for way in ways)
    led_runs = []
    for broad, run in groupby(found, key=lambda one: _is_broad(one[1])):
        some, begins = zip(*run, strict=True)
        led_runs.append(_led("|".join(some), frozenset() if broad else frozenset().union(*begins), flags))
    return "|".join(led_runs)


def _is_broad(begins: frozenset[str]) -> bool:
    return not begins or any(_WHOLE_SCRIPT in piece for piece in begins)


def _led(pattern: str, begins: frozenset[str], flags: int) -> str:
    ends = "\n" if flags & re.VERBOSE else ""  # or a remark at the end would take the bracket in
    return f"(?=[{''.join(sorted(begins))}])(?:{pattern}{ends})" if begins else pattern


def _beginnings(pattern: str, flags: int) -> frozenset[str]:
    """What a pattern may begin with, as pieces of a set of characters; empty where that may be anything or nothing."""
    try:
        begins, empty = _begins(_PARSER.parse(pattern, flags))
    except _AnywhereError:
        return frozenset()
    return frozenset() if empty else begins


def _begins(items: Iterable[tuple[Any, Any]]) -> tuple[frozenset[str], bool]:
    """What a sequence may begin with, as pieces of a set of characters, and whether it may be empty."""
    found: frozenset[str] = frozenset()
    for operation, given in items:
        some, empty = _of_one(str(operation), given)
        found |= some
        if not empty:
            return found, False
    return found, True


def _of_one(operation: str, given: Any) -> tuple[frozenset[str], bool]:
    if operation == "LITERAL":
        return frozenset({_escaped(given)}), False
    if operation == "IN":
        return frozenset(map(_in_set, given)), False
    if operation == "BRANCH":
        ways = [_begins(way) for way in given[1]]
        return frozenset().union(*(some for some, _ in ways)), any(empty for _, empty in ways)
    if operation == "SUBPATTERN" and not given[1]:  # without flags that are added: with fewer it begins with no more
        return _begins(given[3])
    if operation in _REPEATS:
        some, empty = _begins(given[2])
        return some, empty or given[0] == 0
    if operation in _WITHOUT_WIDTH:
        return frozenset(), True
    raise _AnywhereError


def _in_set(part: tuple[Any, Any]) -> str:
    operation, given = str(part[0]), part[1]
    if operation == "LITERAL":
        return _escaped(given)
    if operation == "RANGE":
        return f"{_escaped(given[0])}-{_escaped(given[1])}"
    if operation == "CATEGORY" and str(given) in _CLASSES:
        return _CLASSES[str(given)]
    raise _AnywhereError


def _escaped(code: int) -> str:
    return f"\\U{code:08x}"
