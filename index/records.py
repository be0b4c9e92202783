"""The task records of one generation, and where those of a document, a unit or a time stand among them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from functools import cached_property
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from corpus.types import TaskRecord


class Records:
    """Task records by document and then in text order. Nothing here changes; each index is made when first asked."""

    def __init__(self, every: tuple[TaskRecord, ...]) -> None:
        """`every` is in order of documents."""
        self.every = every

    @cached_property
    def by_id(self) -> dict[str, TaskRecord]:
        """Each record by its id."""
        return {record.id: record for record in self.every}

    @cached_property
    def by_document(self) -> dict[str, tuple[TaskRecord, ...]]:
        """The records of each document that has any."""
        return {name: tuple(records) for name, records in groupby(self.every, lambda record: record.document_id)}

    @property
    def units(self) -> Collection[str]:
        """Every unit that a record names, each once."""
        return self._naming.keys()

    def naming(self, units: Collection[str]) -> tuple[TaskRecord, ...]:
        """The records that name one of these units, in whatever role."""
        return self._at(sorted({place for unit in units for place in self._naming.get(unit, ())}))

    def due(self, first: date | None, last: date | None) -> tuple[TaskRecord, ...]:
        """The records whose deadline ends on one of these days, both included; None is an open side."""
        places, days = self._due
        start = np.searchsorted(days, first.toordinal()) if first else 0
        end = np.searchsorted(days, last.toordinal(), side="right") if last else len(days)
        return self._at(np.sort(places[start:end]).tolist())

    def saying(self, words: str) -> tuple[TaskRecord, ...]:
        """The records that have these words, as they are written, in their task or in one of their headings."""
        joined, starts = self._texts
        found: list[int] = []
        at = joined.find(words)
        while at >= 0:
            found.append(at)
            at = joined.find(words, at + 1)
        return self._at(np.unique(np.searchsorted(starts, found, side="right") - 1).tolist())

    def _at(self, places: Sequence[int]) -> tuple[TaskRecord, ...]:
        return tuple([self.every[place] for place in places])

    @cached_property
    def _texts(self) -> tuple[str, NDArray[np.int64]]:
        """The tasks and headings of all records end to end, and where those of each begin."""
        texts = ["\n".join((record.task, *record.section)) for record in self.every]
        ends = np.cumsum([len(text) + 1 for text in texts], dtype=np.int64)
        return "\n".join(texts), np.concatenate([np.zeros(1, np.int64), ends[:-1]])

    @cached_property
    def _naming(self) -> dict[str, list[int]]:
        naming: dict[str, list[int]] = defaultdict(list)
        for place, record in enumerate(self.every):
            for unit in record.units:
                naming[unit].append(place)
        return dict(naming)

    @cached_property
    def _due(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The places of the records whose deadline has a last day, the earliest first, and those days."""
        dated = [
            (record.deadline.end.toordinal(), place)
            for place, record in enumerate(self.every)
            if record.deadline and record.deadline.end
        ]
        held = np.asarray(sorted(dated), np.int64).reshape(-1, 2)
        return held[:, 1], held[:, 0]
