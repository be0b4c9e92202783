"""Where the words of a topic are written in texts: whole, by their pairs of characters, or as what they shorten."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import chain
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.growing import Growing
from index.pieces import Groups, Pieces
from index.terms import folded

Forms = tuple[tuple[str, float], ...]
"""How a word may be written, in folded text without white space, each with what it is worth, 0 < worth <= 1."""
Shares = NDArray[np.float64]

# What all pairs of characters of a word are worth beside the word itself.
IN_PIECES = 0.9
# 综试区 for 综合试验区: the characters of a name in order, with few between them.
ABBREVIATION = 0.8
_LONGEST_ABBREVIATION = 5
_NUMERALS = {"i": "一", "ii": "二", "iii": "三", "iv": "四", "v": "五"}
_ROMAN = re.compile("(?<![a-z])(?:i{1,3}|i?v)(?=级)")
MANY = 2000
"""From so many texts on they are taken for the whole of a collection, which is worth an index of its own."""
_BETWEEN = 2  # Han characters that may stand between two of an abbreviation


class Written:
    """How well each of some words is found in texts as it is written; a text is looked through once."""

    def __init__(self, words: Sequence[Forms]) -> None:
        self._words = words
        self._forms = _all_forms(tuple(words))
        self._row: dict[str, int] = {}
        self._found = Growing(np.zeros((0, len(words))))

    def shares(self, texts: Sequence[str]) -> Shares:
        """For every text and every word what the best of its forms is worth there, 0 where none is found; shape
        (len(texts), number of words)."""
        fresh = unseen(texts, self._row)
        if fresh:
            self._row |= {text: row for row, text in enumerate(fresh, len(self._found))}
            self._found.add(self._looked_for(fresh))
        return self._found.rows[[self._row[text] for text in texts]]

    def _looked_for(self, texts: list[str]) -> Shares:
        if len(texts) < MANY:
            return self._forms.shares([plain(text) for text in texts])
        # The openings of all documents come with question after question.
        columns = [_kept(tuple(texts)).shares(forms) for forms in self._words]
        return np.stack(columns, axis=1) if columns else np.zeros((len(texts), 0))


def unseen(texts: Sequence[str], seen: Collection[str]) -> list[str]:
    """Those of `texts` that are not among the `seen` ones, each once; all of them, where they are MANY and most are
    new: the same ones come again as a whole."""
    every = dict.fromkeys(texts)
    fresh = [text for text in every if text not in seen]
    return list(every) if len(fresh) >= MANY else fresh


class _AllForms:
    """All forms of all words, which are looked for in a few texts at once."""

    def __init__(self, words: Sequence[Forms]) -> None:
        self._words = len(words)
        forms = [(word, form, worth) for word, each in enumerate(words) for form, worth in each if form]
        self._forms = [form for _, form, _ in forms]
        self._worth = np.asarray([worth for _, _, worth in forms])
        # The first form of each word that has any.
        self._having = np.asarray(list(dict.fromkeys(word for word, _, _ in forms)), np.intp)
        self._starts = np.searchsorted([word for word, _, _ in forms], self._having)
        self._numbers = [place for place, form in enumerate(self._forms) if form[0].isdigit()]
        self._pieced = [place for place, form in enumerate(self._forms) if _has_pieces(form)]
        self._shortened = [place for place in self._pieced if len(self._forms[place]) <= _LONGEST_ABBREVIATION]
        pairs = [_pairs(self._forms[place]) for place in self._pieced]
        characters = [list(dict.fromkeys(self._forms[place])) for place in self._shortened]
        self._pieces = Pieces(chain(self._forms, *pairs, *characters))
        column = self._pieces.column
        self._whole = np.asarray([column[form] for form in self._forms], np.intp)
        self._pairs = Groups([[column[pair] for pair in each] for each in pairs])
        self._characters = Groups([[column[character] for character in each] for each in characters])

    def shares(self, texts: Sequence[str]) -> Shares:
        best = np.zeros((len(texts), self._words))
        if not self._forms:
            return best
        standing = self._pieces.standing(texts)
        share = standing.take(self._whole, axis=1).astype(np.float64)
        for place in self._numbers:
            for row in share[:, place].nonzero()[0].tolist():
                share[row, place] = not _inside_a_number(self._forms[place], texts[row])
        if self._pieced:
            in_pieces = IN_PIECES * self._pairs.counts(standing) / self._pairs.sizes
            share[:, self._pieced] = np.maximum(share[:, self._pieced], in_pieces)
        if self._shortened:
            candidates = self._characters.counts(standing) == self._characters.sizes
            candidates &= share[:, self._shortened] < ABBREVIATION
            for row, at in np.argwhere(candidates).tolist():
                place = self._shortened[at]
                if _shortens(self._forms[place], texts[row]):
                    share[row, place] = ABBREVIATION
        best[:, self._having] = np.maximum.reduceat(self._worth * share, self._starts, axis=1)
        return best


@lru_cache(maxsize=16)  # a part of a question is looked at from several sides
def _all_forms(words: tuple[Forms, ...]) -> _AllForms:
    return _AllForms(words)


class _ManyTexts:
    """Folded texts end to end with an index of all pairs of characters, for texts that come with many questions: each
    form is looked for by itself."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        joined = "\n".join(texts)
        characters = np.frombuffer(f"{joined}\n".encode("utf-32-le"), np.uint32)
        # Nearly all text is of characters of two bytes: two of them are half as large, and sooner in order.
        self._bits = 16 if int(characters.max()) < 1 << 16 else 32
        self._number: np.dtype[np.unsignedinteger[Any]] = np.dtype(np.uint32 if self._bits == 16 else np.uint64)
        characters = characters.astype(self._number)
        pairs = characters[:-1] << self._number.type(self._bits) | characters[1:]
        rows = np.repeat(np.arange(len(texts), dtype=np.int32), [len(text) + 1 for text in texts])[: len(pairs)]
        order = np.argsort(pairs, kind="stable")
        self._pairs, self._rows = pairs[order], rows[order]

    def shares(self, forms: Forms) -> Shares:
        """What the best of the forms is worth in each text."""
        best = np.zeros(len(self._texts))
        for form, worth in forms:
            if form:
                np.maximum(best, worth * self._share(form), out=best)
        return best

    def _share(self, form: str) -> Shares:
        """1 where a form stands as it is, else how much of it does."""
        share = np.zeros(len(self._texts))
        whole = self._having(form)
        if whole is not None:
            share[whole] = 1.0
            if form[0].isdigit():
                for row in np.flatnonzero(whole).tolist():
                    share[row] = not _inside_a_number(form, self._texts[row])
        if _has_pieces(form):
            pairs = _pairs(form)
            held = [having for pair in pairs if (having := self._having(pair)) is not None]
            if held:
                np.maximum(share, IN_PIECES * np.sum(held, axis=0) / len(pairs), out=share)
            if len(form) <= _LONGEST_ABBREVIATION:
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


def _has_pieces(form: str) -> bool:
    """Whether a form may stand in pieces, too."""
    return len(form) > 2 and not form.isascii()


def _pairs(form: str) -> list[str]:
    return [form[at : at + 2] for at in range(len(form) - 1)]


def _kept(texts: tuple[str, ...]) -> _ManyTexts:
    # After a change all threads want the same index at once: one makes it, and the others wait.
    with _MAKING:
        return _made(texts)


_MAKING = Lock()


@lru_cache(maxsize=2)
def _made(texts: tuple[str, ...]) -> _ManyTexts:
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


@lru_cache(maxsize=16_384)  # the same sentences and headings come with question after question
def plain(text: str) -> str:
    """`text` as it is compared: folded, without white space, Ⅱ级 written 二级."""
    text = "".join(folded(text).split())
    return _ROMAN.sub(_in_chinese, text) if "i级" in text or "v级" in text else text


def _in_chinese(match: re.Match[str]) -> str:
    return _NUMERALS[match.group()]
