"""The shipped model's words: how it segments text, what a word weighs and where it lies in the bilingual space."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.embed import SHIPPED, mapped_weights, static_files
from index.errors import ModelUnavailable
from index.types import Vectors

WordIds = NDArray[np.int32]


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

    def ids(self, text: str) -> WordIds:
        """The words of `text` as rows of the model, each once, ascending."""
        return np.unique(np.asarray(self._tokenizer.encode(text, add_special_tokens=False).ids, np.int32))

    def vectors(self, words: Sequence[str]) -> Vectors:
        """Unit vectors, shape (len(words), dimension); zero for a word without known tokens."""
        return _unit(self._summed(words))

    def weights(self, words: Sequence[str]) -> NDArray[np.float32]:
        """How much each word tells of a text, shape (len(words),); positive."""
        lengths = np.linalg.norm(self._summed(words), axis=1)
        return np.asarray(np.where(lengths > 0, lengths, self._rare), np.float32)

    def closest(self, vectors: Vectors, texts: Sequence[WordIds]) -> Vectors:
        """For every text and every one of the unit `vectors`, the cosine of the text's closest word.

        Shape (len(texts), len(vectors)); 0 for a text without words. This is ColBERT's MaxSim before its sum.
        """
        if not texts or not len(vectors):
            return np.zeros((len(texts), len(vectors)), np.float32)
        words, place = np.unique(np.concatenate(texts), return_inverse=True)
        cosines = _unit(np.asarray(self._rows[words], np.float32)) @ vectors.T
        found = np.zeros((len(texts), len(vectors)), np.float32)
        start = 0
        for row, ids in enumerate(texts):
            if len(ids):
                found[row] = cosines[place[start : start + len(ids)]].max(axis=0)
            start += len(ids)
        return found

    def meanings(self, texts: Sequence[WordIds]) -> Vectors:
        """One unit vector a text: the weighted mean of its words, shape (len(texts), dimension)."""
        summed = np.zeros((len(texts), self._rows.shape[1]), np.float32)
        for row, ids in enumerate(texts):
            if len(ids):
                summed[row] = np.asarray(self._rows[ids], np.float32).sum(axis=0)
        return _unit(summed)

    def _summed(self, words: Sequence[str]) -> Vectors:
        encodings = self._tokenizer.encode_batch_fast(list(words), add_special_tokens=False)
        summed = np.zeros((len(words), self._rows.shape[1]), np.float32)
        for row, encoding in enumerate(encodings):
            summed[row] = np.asarray(self._rows[encoding.ids], np.float32).sum(axis=0)
        return summed


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1), np.float32)


@cache
def shipped_words() -> WordSpace:
    """The word space of the shipped model, read once."""
    return WordSpace()
