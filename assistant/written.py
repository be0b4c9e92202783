"""Where the words of a topic are written in texts: whole, by their pairs of characters, or as what they shorten."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.terms import folded

Forms = tuple[tuple[str, float], ...]
"""How a word may be written, in folded text without white space, each with what it is worth, 0 < worth <= 1."""
Shares = NDArray[np.float64]

# What all pairs of characters of a word are worth beside the word itself.
IN_PIECES = 0.9
# 综试区 for 综合试验区: the characters of a name in order, with few between them.
ABBREVIATION = 0.8
_LONGEST_ABBREVIATION = 5
MANY = 2000
"""From so many texts on they are taken for the whole of a collection, which is worth an index of its own."""
_BETWEEN = 2  # Han characters that may stand between two of an abbreviation


class Written:
    """How well each of some words is found in texts as it is written; a text is looked through once."""

    def __init__(self, words: Sequence[Forms]) -> None:
        self._words = words
        self._row: dict[str, int] = {}
        self._found: Shares = np.zeros((0, len(words)))

    def shares(self, texts: Sequence[str]) -> Shares:
        """For every text and every word what the best of its forms is worth there, 0 where none is found; shape
        (len(texts), number of words)."""
        fresh = unseen(texts, self._row)
        if fresh:
            self._row |= {text: row for row, text in enumerate(fresh, len(self._found))}
            # The openings of all documents come with question after question.
            looked_through = _kept(tuple(fresh)) if len(fresh) >= MANY else _Texts([plain(text) for text in fresh])
            columns = [looked_through.shares(forms) for forms in self._words]
            self._found = np.concatenate([self._found, np.stack(columns, axis=1)]) if columns else self._found
        return self._found[[self._row[text] for text in texts]] if self._words else np.zeros((len(texts), 0))


def unseen(texts: Sequence[str], seen: Collection[str]) -> list[str]:
    """Those of `texts` that are not among the `seen` ones, each once; all of them, where they are MANY and most are
    new: the same ones come again as a whole."""
    every = dict.fromkeys(texts)
    fresh = [text for text in every if text not in seen]
    return list(every) if len(fresh) >= MANY else fresh


class _Texts:
    """Folded texts end to end, so that a word which none has is told at once."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._joined = "\n".join(texts)
        self._starts = np.cumsum([0, *(len(text) + 1 for text in texts)])[:-1]
        self._characters = frozenset(self._joined)
        self._held: dict[str, NDArray[np.bool_] | None] = {}

    def shares(self, forms: Forms) -> Shares:
        best = np.zeros(len(self._texts))
        for form, worth in forms:
            share = self._share(form)
            if share is not None:
                np.maximum(best, worth * share, out=best)
        return best

    def _share(self, form: str) -> Shares | None:
        """1 where a form stands as it is, else how much of it does; None where nothing of it stands anywhere."""
        if self._characters.isdisjoint(form):
            return None  # most forms: an English word is rendered in many ways
        share = None
        whole = self._having(form)
        if whole is not None:
            share = whole.astype(np.float64)
            if form[0].isdigit():
                for row in np.flatnonzero(whole).tolist():
                    share[row] = not _inside_a_number(form, self._texts[row])
        if len(form) > 2 and not form.isascii():
            pairs = [form[at : at + 2] for at in range(len(form) - 1)]
            held = [having for pair in pairs if (having := self._having(pair)) is not None]
            if held:
                share = np.zeros(len(self._texts)) if share is None else share
                np.maximum(share, IN_PIECES * np.sum(held, axis=0) / len(pairs), out=share)
            if len(form) <= _LONGEST_ABBREVIATION and self._characters.issuperset(form):
                share = np.zeros(len(self._texts)) if share is None else share
                self._shorten(form, share)
        return share

    def _shorten(self, form: str, share: Shares) -> None:
        """Raises the share of texts that have what the form may be short for."""
        candidates = share < ABBREVIATION
        for character in dict.fromkeys(form):
            having = self._having(character)
            if having is None:
                return
            candidates &= having
        for row in np.flatnonzero(candidates).tolist():
            if _shortens(form, self._texts[row]):
                share[row] = ABBREVIATION

    def _having(self, piece: str) -> NDArray[np.bool_] | None:
        """Which texts have a piece; None where none has."""
        if piece not in self._held:
            self._held[piece] = self._looked_for(piece)
        return self._held[piece]

    def _looked_for(self, piece: str) -> NDArray[np.bool_] | None:
        at = self._joined.find(piece)
        if at < 0:
            return None
        places = []
        while at >= 0:
            places.append(at)
            at = self._joined.find(piece, at + 1)
        having = np.zeros(len(self._texts), np.bool_)
        having[np.searchsorted(self._starts, places, side="right") - 1] = True
        return having


class _ManyTexts(_Texts):
    """The same with an index of all pairs of characters: for texts that come with many questions."""

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__(texts)
        characters = np.frombuffer(f"{self._joined}\n".encode("utf-32-le"), np.uint32)
        # Nearly all text is of characters of two bytes: two of them are half as large, and sooner in order.
        self._bits = 16 if int(characters.max()) < 1 << 16 else 32
        self._number: np.dtype[np.unsignedinteger[Any]] = np.dtype(np.uint32 if self._bits == 16 else np.uint64)
        characters = characters.astype(self._number)
        pairs = characters[:-1] << self._number.type(self._bits) | characters[1:]
        rows = np.repeat(np.arange(len(texts), dtype=np.int32), [len(text) + 1 for text in texts])[: len(pairs)]
        order = np.argsort(pairs, kind="stable")
        self._pairs, self._rows = pairs[order], rows[order]

    def _having(self, piece: str) -> NDArray[np.bool_] | None:  # kept for many questions, it keeps none of their words
        return self._looked_for(piece)

    def _looked_for(self, piece: str) -> NDArray[np.bool_] | None:
        if max(map(ord, piece[:2])) >= 1 << self._bits:
            return None
        first, last = ord(piece[0]) << self._bits, (ord(piece[0]) << self._bits) + (1 << self._bits) - 1
        if len(piece) > 1:
            first = last = (ord(piece[0]) << self._bits) + ord(piece[1])
        start = np.searchsorted(self._pairs, self._number.type(first))
        end = np.searchsorted(self._pairs, self._number.type(last), side="right")
        if start == end:
            return None
        rows = np.unique(self._rows[start:end])
        if len(piece) > 2:
            rows = np.asarray([row for row in rows.tolist() if piece in self._texts[row]], np.int32)
        having = np.zeros(len(self._texts), np.bool_)
        having[rows] = True
        return having if len(rows) else None


def _kept(texts: tuple[str, ...]) -> _Texts:
    # After a change all threads want the same index at once: one makes it, and the others wait.
    with _MAKING:
        return _made(texts)


_MAKING = Lock()


@lru_cache(maxsize=2)
def _made(texts: tuple[str, ...]) -> _Texts:
    return _ManyTexts([plain(text) for text in texts])


def _shortens(form: str, text: str) -> bool:
    """Whether the characters of a form stand in `text` in order with at most two Han characters between any two."""
    ends = set()
    at = text.find(form[0])
    while at >= 0:
        ends.add(at)
        at = text.find(form[0], at + 1)
    for wanted in form[1:]:
        ends = {
            at
            for end in ends
            for at in range(end + 1, min(end + _BETWEEN + 2, len(text)))
            if text[at] == wanted and all("\u3400" <= between <= "\u9fff" for between in text[end + 1 : at])
        }
    return bool(ends)


def _inside_a_number(form: str, text: str) -> bool:
    """Whether a number occurs only inside longer ones (5 in 2015)."""
    return not re.search(rf"(?<![\d.]){re.escape(form)}(?!\d)", text)


def plain(text: str) -> str:
    """`text` as it is compared: folded, without white space."""
    return "".join(folded(text).split())
