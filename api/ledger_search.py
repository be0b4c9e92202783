"""The records of the ledger that are wanted, without a look at every one of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate
from threading import Lock
from weakref import WeakKeyDictionary

from api.ledger import Wanted, folded, words_of
from corpus.types import TaskRecord
from corpus.units import same_unit
from index.library import Library


def wanted_records(
    library: Library, wanted: Wanted, document_ids: Collection[str] | None = None
) -> Sequence[TaskRecord]:
    """The records of these documents (None: of all) that are wanted, by document and then in text order."""
    if wanted == Wanted():
        return library.records(document_ids)
    if document_ids is not None:
        return [record for record in library.records(document_ids) if wanted.matches(record)]
    named = [name for name in (wanted.lead, wanted.unit, wanted.participant) if name is not None]
    found: list[Sequence[TaskRecord]] = [
        library.tasks.naming([unit for unit in library.tasks.units if same_unit(name, unit)]) for name in named
    ]
    if wanted.due_before is not None or wanted.due_after is not None:
        found.append(library.tasks.due(wanted.due_after, wanted.due_before))
    if wanted.words:
        worded = _texts_of(library).having(wanted.words)
        if not found or len(worded) < min(map(len, found)):
            found, wanted = [[library.records()[row] for row in worded]], replace(wanted, words=())
    return [record for record in min(found, key=len, default=library.records()) if wanted.matches(record)]


class _Texts:
    """The words of all records of a generation end to end, so that looking for some of them is one look."""

    def __init__(self, records: Sequence[TaskRecord]) -> None:
        self._records = records

    @cached_property
    def _joined(self) -> tuple[str, list[int]]:
        texts = [words_of(record) for record in self._records]
        return "\n".join(texts), [0, *accumulate(len(text) + 1 for text in texts)]

    def having(self, words: Sequence[str]) -> list[int]:
        """The rows of the records in which every one of these words occurs."""
        rows = [self._rows(folded(word)) for word in words]
        return sorted(set(rows[0]).intersection(*rows[1:]))

    def _rows(self, word: str) -> list[int]:
        joined, starts = self._joined
        rows: list[int] = []
        at = joined.find(word)
        while at >= 0:
            rows.append(bisect_right(starts, at) - 1)
            at = joined.find(word, starts[rows[-1] + 1])
        return rows


_TEXTS: WeakKeyDictionary[Library, _Texts] = WeakKeyDictionary()
_LOCK = Lock()


def _texts_of(library: Library) -> _Texts:
    with _LOCK:
        if library not in _TEXTS:
            _TEXTS[library] = _Texts(library.records())
        return _TEXTS[library]
