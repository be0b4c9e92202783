"""What is worked out once for a collection, and forgotten with it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from index.library import Library

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class KeptWith(Generic[Key, Value]):
    """`make(library, key)`, worked out once for each key while the library is in use, `most` of them at a time.

    A cache of the whole process would hold on to every generation that was ever asked; no value may hold the library.
    """

    def __init__(self, make: Callable[[Library, Key], Value], most: int) -> None:
        self._make, self._most = make, most
        self._kept: WeakKeyDictionary[Library, dict[Key, Value]] = WeakKeyDictionary()

    def __call__(self, library: Library, key: Key) -> Value:
        kept = self._kept.setdefault(library, {})
        try:
            return kept[key]
        except KeyError:
            made = self._make(library, key)
        if len(kept) >= self._most:
            kept.clear()
        kept[key] = made
        # Not what stands there now: another thread may have cleared it away.
        return made
