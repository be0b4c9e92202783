"""What is worked out for a question and serves its parts, too: kept while one question is answered, and no longer.

A question that asks several things is answered as a whole and then part by part, and most words of a part are words of
the whole, looked for in the same texts.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

MOST = 8
"""So many values of each kind are kept, the last ones: a question has seldom more than three."""

# For each kind of value those that are kept, each with the places of its keys.
_Kept = dict[object, list[tuple[dict[Any, int], Any]]]
_KEPT: ContextVar[_Kept | None] = ContextVar("kept while answering", default=None)


@contextmanager
def answering() -> Iterator[None]:
    """Keeps meanwhile, for this thread, what each KeptForParts makes. Also a decorator of what answers."""
    token = _KEPT.set({})
    try:
        yield
    finally:
        _KEPT.reset(token)


class KeptForParts(Generic[Key, Value]):
    """`make(keys)` for different keys in order, which does as well for some of them as for all."""

    def __init__(self, make: Callable[[Sequence[Key]], Value]) -> None:
        self._make = make

    def __call__(self, keys: Sequence[Key]) -> tuple[Value, list[int]]:
        """What was made for these keys and perhaps for others, and for each of these its place among all. Outside of
        `answering` it is always made anew."""
        every = _KEPT.get()
        kept = every.setdefault(self, []) if every is not None else []
        for places, value in kept:
            if all(key in places for key in keys):
                return value, [places[key] for key in keys]
        places = {key: place for place, key in enumerate(dict.fromkeys(keys))}
        value = self._make(list(places))
        kept.append((places, value))
        del kept[:-MOST]
        return value, [places[key] for key in keys]
