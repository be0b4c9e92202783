"""The dense leg: unit vectors in FAISS, exact search by inner product."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.types import Vectors

if TYPE_CHECKING:
    import faiss

Rows = NDArray[np.int64]


class DenseIndex:
    """Unit vectors by row, in one file that is mapped into memory and never changes."""

    def __init__(self, path: Path) -> None:
        """Opens the file that `write` wrote."""
        import faiss

        self._faiss = faiss
        self._index: faiss.Index = faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC)

    def __len__(self) -> int:
        """How many vectors there are."""
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        """The length of every vector."""
        return int(self._index.d)

    def search(self, query: Vectors, limit: int, allowed: NDArray[np.bool_] | None) -> tuple[Rows, Vectors]:
        """The rows nearest to one vector, nearest first, and their cosines; `allowed` says for each row whether it
        may be found."""
        limit = min(limit, len(self))
        if limit < 1:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        parameters = None
        if allowed is not None:
            bits = np.packbits(allowed, bitorder="little")
            selector = self._faiss.IDSelectorBitmap(len(allowed), self._faiss.swig_ptr(bits))
            parameters = self._faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]
        cosines, rows = self._index.search(query.reshape(1, -1), limit, params=parameters)
        found = rows[0] >= 0
        return rows[0][found], cosines[0][found]

    def vectors(self, rows: Rows) -> Vectors:
        """The vectors of these rows, float32, shape (len(rows), dimension)."""
        return np.asarray(self._index.reconstruct_batch(rows), np.float32)


def write(path: Path, vectors: Vectors) -> None:
    """Writes unit vectors, float32, shape (rows, dimension), for DenseIndex to open."""
    import faiss

    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(np.ascontiguousarray(vectors))
    faiss.write_index(index, str(path))
