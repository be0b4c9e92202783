"""What is worked out once for a collection is worked out for that one, and every caller gets it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import cast

from assistant.matching.library_cache import KeptWith
from index.library import Library


class Collection:
    """Stands for an opened collection: it can be referred to weakly, and no more is asked of it here."""


class Interrupted:
    """A key at whose every look-up somebody else does something, as another thread may."""

    def __init__(self, meanwhile: Callable[[], object]) -> None:
        self._meanwhile = meanwhile

    def __hash__(self) -> int:
        self._meanwhile()
        return 1


def test_what_another_thread_clears_away_is_still_had() -> None:
    """However few are kept, nobody misses what was just made, or what was there a moment ago."""
    library = cast(Library, Collection())
    kept = KeptWith[object, str](lambda _, key: type(key).__name__, most=1)
    others = count()
    key = Interrupted(lambda: kept(library, next(others)))
    assert [kept(library, key) for _ in range(3)] == ["Interrupted"] * 3


def test_what_is_kept_is_made_once_for_each_collection() -> None:
    """And made again when more keys than are kept came between."""
    made: list[tuple[object, str]] = []
    one, other = cast(Library, Collection()), cast(Library, Collection())

    def make(library: Library, key: str) -> str:
        made.append((library, key))
        return key.upper()

    kept = KeptWith(make, most=2)
    assert [kept(one, "a"), kept(one, "a"), kept(other, "a"), kept(one, "b")] == ["A", "A", "A", "B"]
    assert made == [(one, "a"), (other, "a"), (one, "b")]
    assert [kept(one, "c"), kept(one, "a")] == ["C", "A"]
    assert made[3:] == [(one, "c"), (one, "a")]
