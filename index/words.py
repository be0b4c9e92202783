"""The shipped model's words: how it segments text, what a word weighs and where it lies in the bilingual space."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.embed import SHIPPED, mapped_weights, static_files
from index.errors import ModelUnavailable
from index.types import Vectors

WordIds = NDArray[np.int32]
UNRELATED = 0.3
"""Cosines of unrelated words of the shipped model lie below this (99th percentile of pairs of common nouns: .25)."""
# Multiplications in a product that OpenBLAS still leaves to the thread that asks for it: 64 x 64 x 64.
_SMALL_PRODUCT = 1 << 18


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a text as rows of the model, each once, ascending, and the length of the sum of their vectors."""

    ids: WordIds
    length: float


class WordSpace:
    """Words of Chinese and English text with unit vectors and weights; safe to share between threads.

    The model's rows carry the word's weight as their length (roughly its information content) and its meaning as
    their direction.
    """

    def __init__(self, folder: Path = SHIPPED) -> None:
        """Raises ModelUnavailable when `folder` holds no StaticEmbedding model."""
        files = static_files(folder)
        if files is None:
            raise ModelUnavailable(str(folder), "it is no folder of a StaticEmbedding model")
        self._tokenizer = Tokenizer.from_file(str(files[0]))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._rows: NDArray[np.generic] = mapped_weights(files[1])
        # A word that the model does not know is rare, so it weighs as much as the model's rarest tenth.
        sample = np.linalg.norm(np.asarray(self._rows[::97], np.float32), axis=1)
        self._rare = float(np.quantile(sample, 0.9))
        self._vector = lru_cache(maxsize=4096)(self._looked_up)

    def segment(self, text: str) -> list[str]:
        """The words of `text`, as written there, by longest match in the model's vocabulary; what the model does not
        know stays as a word of its own."""
        words: list[str] = []
        done = 0
        for start, end in self._tokenizer.encode(text, add_special_tokens=False).offsets:
            if end <= start:
                continue
            words += [unknown for unknown in (text[done:start],) if unknown.strip()]
            words.append(text[start:end])
            done = end
        return [*words, *(unknown for unknown in (text[done:],) if unknown.strip())]

    def words(self, text: str) -> Words:
        """The words of `text`, each once."""
        ids = np.unique(np.asarray(self._tokenizer.encode(text, add_special_tokens=False).ids, np.int32))
        return Words(ids, float(np.linalg.norm(self.rows(ids).sum(axis=0))))

    def bag(self, text: str) -> tuple[Vectors, NDArray[np.float32]]:
        """The known words of `text`, as often as it has them: unit vectors, shape (words, dimension), and weights."""
        ids = [token for token in self._tokenizer.encode(text, add_special_tokens=False).ids if token]
        rows = self.rows(np.asarray(ids, np.int32))
        return _unit(rows), np.asarray(np.linalg.norm(rows, axis=1), np.float32)

    def rows(self, ids: WordIds) -> Vectors:
        """The model's rows, float32, shape (len(ids), dimension)."""
        return np.asarray(self._rows[ids], np.float32)

    def __len__(self) -> int:
        """How many words the model knows."""
        return len(self._rows)

    def vectors(self, words: Sequence[str]) -> Vectors:
        """Unit vectors, shape (len(words), dimension); zero for a word without known tokens."""
        return _unit(self._summed(words))

    def weights(self, words: Sequence[str]) -> NDArray[np.float32]:
        """How much each word tells of a text, shape (len(words),); positive."""
        lengths = np.linalg.norm(self._summed(words), axis=1)
        return np.asarray(np.where(lengths > 0, lengths, self._rare), np.float32)

    def _summed(self, words: Sequence[str]) -> Vectors:
        summed = np.zeros((len(words), self._rows.shape[1]), np.float32)
        for row, word in enumerate(words):
            summed[row] = self._vector(word)
        return summed

    def _looked_up(self, word: str) -> Vectors:
        """The sum of a word's rows, shape (dimension,)."""
        ids = self._tokenizer.encode(word, add_special_tokens=False).ids
        return np.asarray(self.rows(np.asarray(ids, np.int32)).sum(axis=0), np.float32)


class Nearness:
    """How near texts come to a topic: to each of its words, and to its meaning as a whole. Every word of the texts is
    compared once."""

    def __init__(self, space: WordSpace, words: Vectors, whole: Vectors) -> None:
        """`words` are unit vectors, shape (number of words, dimension), `whole` is one unit vector."""
        self._space = space
        self._compared = np.vstack([words, whole])
        self._place = np.full(len(space), -1, np.int32)
        self._table: Vectors = np.zeros((0, len(self._compared)), np.float32)

    def closest(self, texts: Sequence[Words]) -> Vectors:
        """For every text and every word of the topic, the cosine of the text's closest word.

        Shape (len(texts), number of words); 0 for a text without words. This is ColBERT's MaxSim before its sum.
        """
        return self._folded(np.maximum, texts)[:, :-1]

    def wholes(self, texts: Sequence[Words]) -> Vectors:
        """The cosine of the topic and the weighted mean of a text's words, shape (len(texts),)."""
        lengths = np.asarray([text.length or 1.0 for text in texts], np.float32)
        return np.asarray(self._folded(np.add, texts)[:, -1] / lengths, np.float32)

    def _folded(self, how: np.ufunc, texts: Sequence[Words]) -> Vectors:
        """One row a text: `how` over the rows of its words."""
        found = np.zeros((len(texts), len(self._compared)), np.float32)
        held = [row for row, text in enumerate(texts) if len(text.ids)]
        if held:
            ids = [texts[row].ids for row in held]
            starts = np.cumsum([0, *map(len, ids[:-1])])
            found[held] = how.reduceat(self._rows(np.concatenate(ids)), starts)
        return found

    def _rows(self, ids: WordIds) -> Vectors:
        new = np.zeros(len(self._place), np.bool_)
        new[ids] = True
        new[self._place >= 0] = False
        fresh = np.flatnonzero(new)
        if len(fresh):
            rows = self._space.rows(fresh.astype(np.int32))
            lengths = np.linalg.norm(rows, axis=1, keepdims=True)
            compared = _products(rows, self._compared)
            # A word's nearness to a word is a cosine; in the whole it counts by its weight, which is its length.
            compared[:, :-1] /= np.where(lengths > 0, lengths, 1)
            self._place[fresh] = np.arange(len(self._table), len(self._table) + len(fresh))
            self._table = np.concatenate([self._table, compared])
        return np.asarray(self._table[self._place[ids]], np.float32)


def _products(rows: Vectors, vectors: Vectors) -> Vectors:
    """`rows @ vectors.T`, a few rows at a time: a larger product is shared out among threads by the library below
    NumPy, and waiting for them takes longer than the product (16 ms instead of 0.2 on a busy machine)."""
    at_once = max(1, _SMALL_PRODUCT // (vectors.size or 1))
    pieces = [rows[at : at + at_once] @ vectors.T for at in range(0, len(rows), at_once)]
    return np.concatenate(pieces) if pieces else np.zeros((0, len(vectors)), np.float32)


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1), np.float32)


@cache
def shipped_words() -> WordSpace:
    """The word space of the shipped model, read once."""
    return WordSpace()
