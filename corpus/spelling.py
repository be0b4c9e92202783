"""Which word of a vocabulary a misspelled English word means."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

ALIKE = 0.86
"""Share of common letters (Ratcliff and Obershelp's) from which on one word is taken for another."""
SHORTEST = 5
"""Letters of a word that can be told to be misspelled."""


class Spelling:
    """The words that may be meant. Safe to share between threads."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        known = sorted({word for word in vocabulary if len(word) >= SHORTEST})
        letters = tuple((word, _letters(word)) for word in known)
        # Questions use the same few hundred words again and again.
        self._mended = lru_cache(maxsize=4096)(lambda word: _mended(word, letters))

    def mended(self, word: str) -> str:
        """The word that `word` is a misspelling of, else `word` itself."""
        return self._mended(word)


def _mended(word: str, vocabulary: tuple[tuple[str, int], ...]) -> str:
    if len(word) < SHORTEST:
        return word
    letters = _letters(word)
    # A letter that only one of two words has cannot be common to them: by that alone most are told apart.
    near = [
        known
        for known, own in vocabulary
        if (letters ^ own).bit_count() <= (1 - ALIKE) * (len(word) + len(known)) + 1e-9
    ]
    return next(iter(get_close_matches(word, near, 1, ALIKE)), word)


def _letters(word: str) -> int:
    """The letters of a lower-case word as a set of bits."""
    return sum(1 << ord(letter) - ord("a") for letter in set(word) if "a" <= letter <= "z")
