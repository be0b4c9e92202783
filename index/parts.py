"""The entries of an index in a few files each: numbers, documents, ids and vectors side by side."""

from __future__ import annotations

import mmap
import shutil
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from os import SEEK_END
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import numpy as np
from numpy.typing import NDArray

from index.dense import DenseIndex, Rows, write
from index.types import Vectors

LARGEST = 1_000_000
"""Entries of a part: while it is written, their numbers, ids, and vectors of a byte a component are in memory."""

_AT_ONCE = 20_000  # entries that are taken from a part at once


@dataclass(frozen=True, slots=True)
class Entries:
    """Entries side by side: their numbers, rising, the numbers of their documents, their ids, and their vectors."""

    numbers: Rows
    documents: Rows
    ids: Sequence[str]
    vectors: Vectors


class Gathered:
    """Entries that come one group after another, to be written as a part; their vectors wait in a file."""

    def __init__(self, folder: Path, dimension: int, vectors: IO[bytes]) -> None:
        self.folder = folder
        self.written = False
        self._dimension = dimension
        self._numbers, self._documents, self._ends = array("q"), array("q"), array("q")
        self._ids = bytearray()
        self._vectors = vectors

    def __len__(self) -> int:
        """How many entries there are."""
        return len(self._numbers)

    @property
    def shape(self) -> tuple[int, int]:
        """Of all vectors."""
        return len(self), self._dimension

    def __getitem__(self, rows: slice) -> Vectors:
        """The vectors of rows that follow each other."""
        start, stop, _ = rows.indices(len(self))
        bytes_of_one = 4 * self._dimension
        self._vectors.seek(start * bytes_of_one)
        read = self._vectors.read((stop - start) * bytes_of_one)
        return np.frombuffer(read, np.float32).reshape(-1, self._dimension)

    def add(self, some: Entries) -> None:
        """Takes more entries, whose numbers are higher than all before."""
        self._numbers.extend(some.numbers.tolist())
        self._documents.extend(some.documents.tolist())
        for name in some.ids:
            self._ids += name.encode()
            self._ends.append(len(self._ids))
        self._vectors.seek(0, SEEK_END)
        self._vectors.write(np.ascontiguousarray(some.vectors, np.float32).data)

    def all(self) -> Iterator[Entries]:
        """The entries again, some at a time."""
        for start in range(0, len(self), _AT_ONCE):
            rows = slice(start, start + _AT_ONCE)
            begin = self._ends[start - 1] if start else 0
            ids = []
            for end in self._ends[rows]:
                ids.append(self._ids[begin:end].decode())
                begin = end
            yield Entries(
                np.asarray(self._numbers[rows], np.int64), np.asarray(self._documents[rows], np.int64), ids, self[rows]
            )

    def write(self) -> None:
        """Writes the part, for Part to open."""
        np.save(self.folder / "numbers.npy", np.asarray(self._numbers, np.int64))
        np.save(self.folder / "documents.npy", np.asarray(self._documents, np.int64))
        np.save(self.folder / "id_ends.npy", np.asarray(self._ends, np.int64))
        (self.folder / "ids.bin").write_bytes(self._ids)
        write(self.folder / "vectors.faiss", self)
        self.written = True


@contextmanager
def gathered(folder: Path, dimension: int) -> Iterator[Gathered]:
    """Gathers entries for a part in `folder`, which must not exist; it is gone afterwards unless they were written."""
    folder.mkdir(parents=True)
    # Of a file without a name nothing is left, whatever the process dies of.
    with TemporaryFile(dir=folder) as vectors:
        found = Gathered(folder, dimension, vectors)
        try:
            yield found
        finally:
            if not found.written:
                shutil.rmtree(folder)


class Part:
    """Entries that were written together, mapped into memory."""

    def __init__(self, folder: Path) -> None:
        """Opens what `Gathered.write` wrote."""
        self.folder = folder
        # As plain arrays: a memmap makes a memmap of every piece that is taken from it.
        self.numbers: Rows = np.asarray(np.load(folder / "numbers.npy", mmap_mode="r"))
        self.documents: Rows = np.asarray(np.load(folder / "documents.npy", mmap_mode="r"))
        self._ends: Rows = np.asarray(np.load(folder / "id_ends.npy", mmap_mode="r"))
        with (folder / "ids.bin").open("rb") as file:  # slices of a map are bytes, those of an array are not
            self._ids = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if len(self.numbers) else b""

    @cached_property
    def dense(self) -> DenseIndex:
        """The vectors, one for each number, opened when first searched."""
        return DenseIndex(self.folder / "vectors.faiss")

    def ids(self, rows: Rows) -> list[str]:
        """The ids of the entries in these rows."""
        ends = self._ends[rows].tolist()
        starts = np.where(rows > 0, self._ends[rows - 1], 0).tolist()
        return [self._ids[start:end].decode() for start, end in zip(starts, ends, strict=True)]

    def some(self, chosen: Rows) -> Iterator[Entries]:
        """The entries of these rows, some at a time."""
        for start in range(0, len(chosen), _AT_ONCE):
            rows = chosen[start : start + _AT_ONCE]
            yield Entries(self.numbers[rows], self.documents[rows], self.ids(rows), self.dense.vectors(rows))


def write_joined(parts: Sequence[Part], fresh: Gathered, alive: NDArray[np.bool_]) -> list[str]:
    """Writes `fresh` together with the last parts that are not larger; the names of all parts then.

    So there are few parts, and no entry is written more often than the logarithm of their number. `alive` tells for
    each document number whether its entries are still wanted.
    """
    kept, older = list(parts), list[tuple[Part, Rows]]()
    size = len(fresh)
    while kept:
        chosen = np.flatnonzero(alive[kept[-1].documents])
        if not size or len(chosen) > size or len(chosen) + size > LARGEST:
            break
        older.insert(0, (kept.pop(), chosen))
        size += len(chosen)
    names = [part.folder.name for part in kept]
    if not older:
        if size:
            fresh.write()
        return [*names, *([fresh.folder.name] if size else [])]
    with gathered(fresh.folder.with_name(f"{fresh.folder.name}-joined"), fresh.shape[1]) as joined:
        for part, chosen in older:
            for some in part.some(chosen):
                joined.add(some)
        for some in fresh.all():
            joined.add(some)
        joined.write()
    return [*names, joined.folder.name]
