"""Tables that grow by rows."""

from __future__ import annotations

from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

Number = TypeVar("Number", bound=np.generic)


class Growing(Generic[Number]):
    """A table to which rows are added, in time that on average depends on what is added alone."""

    def __init__(self, empty: NDArray[Number]) -> None:
        """`empty` is the table without a row."""
        self._held = empty
        self._count = 0

    def __len__(self) -> int:
        return self._count

    @property
    def rows(self) -> NDArray[Number]:
        """All rows, in the order in which they were added."""
        return self._held[: self._count]

    def add(self, rows: NDArray[Number]) -> None:
        """Adds rows behind the others."""
        count = self._count + len(rows)
        if count > len(self._held):
            wider = np.empty((max(count, 2 * len(self._held)), *self._held.shape[1:]), self._held.dtype)
            wider[: self._count] = self.rows
            self._held = wider
        self._held[self._count : count] = rows
        self._count = count
