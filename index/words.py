"""The shipped model's words: how it segments text, what a word weighs and where it lies in the bilingual space."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.embed import SHIPPED, mapped_weights, static_files
from index.errors import ModelUnavailable
from index.types import Vectors


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
        self._unknown: int | None = json.loads(self._tokenizer.to_str())["model"].get("unk_token") and (
            self._tokenizer.token_to_id(json.loads(self._tokenizer.to_str())["model"]["unk_token"])
        )
        # A word that the model does not know is rare, so it weighs as much as its rarest tenth.
        lengths = np.linalg.norm(np.asarray(self._rows[::97], np.float32), axis=1)
        self._rare = float(np.quantile(lengths, 0.9))

    def segment(self, text: str) -> list[str]:
        """The words of `text`, as written there, by longest match in the model's vocabulary."""
        encoding = self._tokenizer.encode(text, add_special_tokens=False)
        return [text[start:end] for start, end in encoding.offsets if end > start]

    def vectors(self, words: Sequence[str]) -> Vectors:
        """Unit vectors, shape (len(words), dimension); zero for a word without known tokens."""
        summed = self._summed(words)
        lengths = np.linalg.norm(summed, axis=1, keepdims=True)
        return np.asarray(summed / np.where(lengths > 0, lengths, 1), np.float32)

    def weights(self, words: Sequence[str]) -> NDArray[np.float32]:
        """How much each word tells of a text, shape (len(words),); positive."""
        lengths = np.linalg.norm(self._summed(words), axis=1)
        return np.asarray(np.where(lengths > 0, lengths, self._rare), np.float32)

    def _summed(self, words: Sequence[str]) -> Vectors:
        summed = np.zeros((len(words), self._rows.shape[1]), np.float32)
        for row, encoding in enumerate(self._tokenizer.encode_batch_fast(list(words), add_special_tokens=False)):
            ids = [token for token in encoding.ids if token != self._unknown]
            if ids:
                summed[row] = np.asarray(self._rows[ids], np.float32).sum(axis=0)
        return summed


@cache
def shipped_words() -> WordSpace:
    """The word space of the shipped model, read once."""
    return WordSpace()
