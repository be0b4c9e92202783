"""The entries of an index in a few files each: numbers, documents, ids and vectors side by side."""

from __future__ import annotations

import mmap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.dense import DenseIndex, Rows, write
from index.types import Vectors

_LARGEST_PART = 1_000_000  # entries: a part is in memory as a whole while it is written


@dataclass(frozen=True, slots=True)
class Entries:
    """Entries side by side: their numbers, rising, the numbers of their documents, their ids, and their vectors."""

    numbers: Rows
    documents: Rows
    ids: Sequence[str]
    vectors: Vectors

    def write(self, folder: Path) -> None:
        """Writes them into `folder`, which must not exist, for Part to open."""
        folder.mkdir(parents=True)
        encoded = [value.encode() for value in self.ids]
        np.save(folder / "numbers.npy", self.numbers)
        np.save(folder / "documents.npy", self.documents)
        np.save(folder / "id_ends.npy", np.cumsum([len(value) for value in encoded], dtype=np.int64))
        (folder / "ids.bin").write_bytes(b"".join(encoded))
        write(folder / "vectors.faiss", self.vectors)


class Part:
    """Entries that were written together, mapped into memory."""

    def __init__(self, folder: Path) -> None:
        """Opens what `Entries.write` wrote."""
        self.folder = folder
        self.numbers: Rows = np.load(folder / "numbers.npy", mmap_mode="r")
        self.documents: Rows = np.load(folder / "documents.npy", mmap_mode="r")
        self._ends: Rows = np.load(folder / "id_ends.npy", mmap_mode="r")
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

    def rows(self, chosen: Rows) -> Entries:
        """The entries of these rows."""
        return Entries(
            self.numbers[chosen],
            self.documents[chosen],
            self.ids(chosen),
            self.dense.vectors(chosen),
        )


def write_joined(parts: Sequence[Part], fresh: Entries, alive: NDArray[np.bool_], folder: Path) -> list[str]:
    """Writes `fresh` into `folder` together with the last parts that are not larger; the names of all parts then.

    So there are few parts, and no entry is written more often than the logarithm of their number. `alive` tells for
    each document number whether its entries are still wanted.
    """
    pieces = [fresh]
    kept = list(parts)
    while kept:
        chosen = np.flatnonzero(alive[kept[-1].documents])
        size = sum(len(piece.ids) for piece in pieces)
        if len(chosen) > size or len(chosen) + size > _LARGEST_PART:
            break
        pieces.insert(0, kept.pop().rows(chosen))
    joined = Entries(
        np.concatenate([piece.numbers for piece in pieces]),
        np.concatenate([piece.documents for piece in pieces]),
        [value for piece in pieces for value in piece.ids],
        np.concatenate([piece.vectors for piece in pieces]),
    )
    joined.write(folder)
    return [*(part.folder.name for part in kept), folder.name]
