"""Which of some short pieces of text stand in which texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

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
        characters = {one: code for code, one in enumerate(dict.fromkeys("".join(self.column)), start=1)}
        self._codes = np.zeros(max(map(ord, characters), default=0) + 2, np.int32)
        """The code of each character that is in a piece; 0 for the others, and for all beyond the last one."""
        self._codes[list(map(ord, characters))] = list(characters.values())
        self._many = len(characters) + 1
        self._longer = [piece for piece in self.column if len(piece) > 2]
        inside = [[piece[at : at + 2] for at in range(len(piece) - 1)] for piece in self._longer]
        numbers = {piece: number for number, piece in enumerate(self.column, start=1)}
        for pair in chain.from_iterable(inside):
            numbers.setdefault(pair, len(numbers) + 1)
        self._numbers = len(numbers) + 1
        """The pieces are numbered in order from 1 on, and after them the pairs of characters that are in longer ones; 0
        is nothing that is looked for."""
        self._single = np.asarray([0, *(numbers.get(one, 0) for one in characters)], np.intp)
        """The number of the character of each code."""
        self._pair = np.zeros(self._many * self._many, np.int32)
        """The number of each pair of codes."""
        pairs = [piece for piece in numbers if len(piece) == 2]
        codes = self._codes[np.frombuffer("".join(pairs).encode("utf-32-le", "surrogatepass"), np.uint32)]
        self._pair[codes[::2] * self._many + codes[1::2]] = [numbers[pair] for pair in pairs]
        # Where both its ends stand a longer piece is worth a search of its own.
        self._begins = np.asarray([numbers[each[0]] for each in inside], np.intp)
        self._ends = np.asarray([numbers[each[-1]] for each in inside], np.intp)

    def standing(self, texts: Sequence[str]) -> Standing:
        """Which of the texts have which of the pieces."""
        held = np.zeros((len(texts), self._numbers), np.bool_)
        found = held[:, 1 : len(self.column) + 1]
        if not texts:
            return found
        joined = "\n".join(texts)
        points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
        codes = self._codes.take(points, mode="clip")
        rows = np.repeat(np.arange(len(texts)), np.fromiter(map(len, texts), np.intp, len(texts)) + 1)
        places = codes.nonzero()[0]
        held[rows[places], self._single[codes[places]]] = True
        pairs = self._pair.take(codes[:-1] * self._many + codes[1:])
        places = pairs.nonzero()[0]
        held[rows[places], pairs[places]] = True
        if self._longer:
            both = held.take(self._begins, axis=1) & held.take(self._ends, axis=1)
            for row, at in zip(*(places.tolist() for places in both.nonzero()), strict=True):
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
        return np.add.reduceat(table.take(self._columns, axis=1), self._starts, axis=1, dtype=np.intp)
