"""Which of some short pieces of text stand in which texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Standing = NDArray[np.bool_]
"""For every text and every piece whether it stands there, shape (number of texts, number of pieces)."""


class Pieces:
    """Some pieces of text, none of them empty or with a line break, that are looked for in texts all at once: one look
    at each character of many texts costs less than a search for each of a hundred pieces."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self.column = {piece: column for column, piece in enumerate(dict.fromkeys(pieces))}
        """Which column of what `standing` gives is of which piece."""
        characters = {one: number for number, one in enumerate(dict.fromkeys("".join(self.column)), start=1)}
        self._codes = np.zeros(max(map(ord, characters), default=0) + 2, np.int32)
        """The number of each character that is in a piece; 0 for the others, and for all beyond the last one."""
        self._codes[list(map(ord, characters))] = list(characters.values())
        self._many = len(characters) + 1
        numbers = [[characters[one] for one in piece] for piece in self.column]
        pairs = {pair: 0 for piece in numbers for pair in pairwise(piece)}
        pairs = {pair: self._many + place for place, pair in enumerate(pairs)}
        self._pairs = np.zeros(self._many * self._many, np.int32)
        """The number of each pair of numbers of characters that is in a piece; 0 for the others."""
        self._pairs[[one * self._many + other for one, other in pairs]] = list(pairs.values())
        self._numbers = self._many + len(pairs)
        whole = {
            column: piece[0] if len(piece) == 1 else pairs[piece[0], piece[1]]
            for column, piece in enumerate(numbers)
            if len(piece) < 3
        }
        self._whole, self._of_whole = np.asarray(list(whole), np.intp), np.asarray(list(whole.values()), np.intp)
        self._longer = [piece for piece in self.column if len(piece) > 2]
        inside = [[pairs[pair] for pair in pairwise(piece)] for piece in numbers if len(piece) > 2]
        self._inside = Groups(inside)

    def standing(self, texts: Sequence[str]) -> Standing:
        """Which of the texts have which of the pieces."""
        found = np.zeros((len(texts), len(self.column)), np.bool_)
        if not texts:
            return found
        joined = "\n".join(texts)
        points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
        codes = self._codes[np.minimum(points, len(self._codes) - 1)]
        lengths = np.fromiter(map(len, texts), np.intp, len(texts)) + 1
        starts = np.cumsum(lengths) - lengths
        held = np.zeros((len(texts), self._numbers), np.bool_)
        for numbers in (codes, self._pairs[codes[:-1] * self._many + codes[1:]]):
            places = np.flatnonzero(numbers)
            held[np.searchsorted(starts, places, side="right") - 1, numbers[places]] = True
        found[:, self._whole] = held[:, self._of_whole]
        for row, at in np.argwhere(self._inside.counts(held) == self._inside.sizes).tolist():
            piece = self._longer[at]
            found[row, self.column[piece]] = piece in texts[row]
        return found


class Groups:
    """Columns of a table in groups, each with one column at least; a column may be in several, and often in one."""

    def __init__(self, groups: Sequence[Sequence[int]]) -> None:
        self.sizes = np.asarray([len(group) for group in groups], np.intp)
        """How many columns each group has."""
        self._columns = np.asarray([column for group in groups for column in group], np.intp)
        self._starts = np.cumsum(self.sizes) - self.sizes

    def counts(self, table: Standing) -> NDArray[np.intp]:
        """How many columns of each group are true in each row, shape (number of rows, number of groups)."""
        if not len(self.sizes):
            return np.zeros((len(table), 0), np.intp)
        return np.add.reduceat(table[:, self._columns], self._starts, axis=1, dtype=np.intp)
