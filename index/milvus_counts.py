"""How many entries and documents hold a term: the statistics of BM25, kept for all entries of a Milvus index.

A row counts for one dimension of the sparse vectors. It is changed in place, and keeps the value that it had in the
generation before, so that readers of that one are not disturbed and a change that was never named can be undone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from index.milvus_tables import ROW, Field, Row, Server, Table, batches

_ALL = -1  # counts entries and documents themselves
_TERMS = -2  # adds their lengths up
_FIELDS = ("generation", "entries", "documents", "entries_before", "documents_before")
_AT_ONCE = 50_000


@dataclass(frozen=True, slots=True)
class Counts:
    """How many entries and how many documents."""

    entries: int = 0
    documents: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.entries + other.entries, self.documents + other.documents)


class Tally:
    """Counts that are being gathered before they are written."""

    def __init__(self) -> None:
        self._entries: dict[int, int] = defaultdict(int)
        self._documents: dict[int, int] = defaultdict(int)

    def entry(self, dimensions: Collection[int], terms: int, sign: int = 1) -> None:
        """One entry of so many terms, which are of these dimensions; gone where `sign` is -1."""
        _count(self._entries, dimensions, terms, sign)

    def document(self, dimensions: Collection[int], terms: int, sign: int = 1) -> None:
        """One document of so many terms, which are of these dimensions; gone where `sign` is -1."""
        _count(self._documents, dimensions, terms, sign)

    def changes(self) -> dict[int, Counts]:
        """What is to be added, by dimension."""
        return {
            each: Counts(self._entries.get(each, 0), self._documents.get(each, 0))
            for each in sorted(self._entries.keys() | self._documents.keys())
        }


class CountTable:
    """The counts as one generation has them."""

    def __init__(self, server: Server, name: str, generation: int) -> None:
        self.table = Table(server, name)
        self._generation = generation
        self._known: dict[int, Counts] = {}

    def create(self) -> None:
        """Makes the table; Milvus takes none without vectors."""
        self.table.create([*(Field(name, "integer") for name in _FIELDS), Field("unused", "dense", 2)], numbered=False)

    def refresh(self) -> None:
        """Reads anew how many entries and documents there are, and forgets all other counts."""
        found = self._read([_ALL, _TERMS], current=True)
        self._known = {}
        self.all, self.terms = found[_ALL], found[_TERMS]

    def of(self, dimensions: Collection[int]) -> dict[int, Counts]:
        """The counts of these dimensions, 0 for those that nothing has."""
        unknown = sorted(set(dimensions) - self._known.keys())
        if unknown:
            self._known |= self._read(unknown)
        return {each: self._known[each] for each in dimensions}

    def add(self, tally: Tally) -> None:
        """Changes the counts of this generation; those of the one before stay beside them."""
        changes = tally.changes()
        for some in batches(list(changes), _AT_ONCE):
            present = {row[ROW]: row for row in self.table.get(some, [ROW, *_FIELDS], current=True)}
            rows = []
            for each in some:
                row = present.get(each)
                now = Counts(row["entries"], row["documents"]) if row else Counts()
                begun = row is not None and row["generation"] == self._generation
                before = _before(row) if row and begun else now
                rows.append(_row(each, self._generation, now + changes[each], before))
            self.table.upsert(rows)
        self.refresh()

    def undo(self) -> None:
        """Undoes what later generations counted that were never named."""
        begun = list(self.table.select(f"generation > {self._generation}", [ROW, *_FIELDS]))
        self.table.upsert([_row(row[ROW], self._generation, _before(row), _before(row)) for row in begun])
        self.refresh()

    def _read(self, dimensions: list[int], current: bool = False) -> dict[int, Counts]:
        found = dict.fromkeys(dimensions, Counts())
        for row in self.table.get(dimensions, [ROW, *_FIELDS], current):
            later = row["generation"] > self._generation
            found[row[ROW]] = _before(row) if later else Counts(row["entries"], row["documents"])
        return found


def _count(counts: dict[int, int], dimensions: Collection[int], terms: int, sign: int) -> None:
    counts[_ALL] += sign
    counts[_TERMS] += sign * terms
    for each in dimensions:
        counts[each] += sign


def _before(row: Row) -> Counts:
    return Counts(row["entries_before"], row["documents_before"])


def _row(dimension: int, generation: int, now: Counts, before: Counts) -> Row:
    return {
        ROW: dimension,
        "generation": generation,
        "entries": now.entries,
        "documents": now.documents,
        "entries_before": before.entries,
        "documents_before": before.documents,
        "unused": [0.0, 0.0],
    }
