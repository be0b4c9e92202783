"""The vectors training starts from: what dictionary and teacher say each word means, no Chinese text needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.training.dictionary import senses_by_word
from index.training.teacher import DIMENSION, english_vectors
from index.training.vocabulary import ENDINGS, Vocabulary

# A word that makes up more than this share of running text is counted less (Arora et al. 2017, "A simple but
# tough-to-beat baseline for sentence embeddings"); 3e-4 and 3e-3 were no better on any development set.
RARE = 1e-3


def gloss_vectors(senses: Mapping[str, Sequence[str]], cache: Path) -> dict[str, NDArray[np.float32]]:
    """Each sense's sentence vector. The dictionary's are computed once, whatever the glossary adds."""
    dictionary = sorted({sense for each in senses_by_word().values() for sense in each})
    own = sorted({sense for each in senses.values() for sense in each} - set(dictionary))
    vectors = np.vstack([english_vectors(dictionary, cache, "glosses"), english_vectors(own, cache, "terms")])
    return dict(zip([*dictionary, *own], vectors, strict=True))


def meanings(vocabulary: Vocabulary, senses: Mapping[str, Sequence[str]], cache: Path) -> NDArray[np.float32]:
    """One row per word of the vocabulary, (words, 384): meaning times weight, the average word's meaning taken out.

    A Chinese word is the mean of its senses' sentence vectors, the n-th sense counting 1/n; an English word is its own
    sentence vector. The mean is taken per language, so that the two lie over one another.
    """
    encoded = gloss_vectors(senses, cache)
    chinese = np.zeros((len(vocabulary.chinese), DIMENSION), dtype=np.float32)
    for at, word in enumerate(vocabulary.chinese):
        ranks = 1 / np.arange(1, len(senses[word]) + 1, dtype=np.float32)
        chinese[at] = ranks @ np.array([encoded[sense] for sense in senses[word]]) / ranks.sum()
    english = english_vectors(vocabulary.english, cache, "english")
    return np.vstack(
        [
            weigh(chinese, np.array([vocabulary.shares[word] for word in vocabulary.chinese], dtype=np.float32)),
            weigh(english, np.array([vocabulary.shares[word] for word in vocabulary.english], dtype=np.float32)),
            np.zeros((len(ENDINGS), DIMENSION), dtype=np.float32),
        ]
    )


def weigh(vectors: NDArray[np.float32], shares: NDArray[np.float32]) -> NDArray[np.float32]:
    """Vectors less their mean over running text, each times RARE / (RARE + share)."""
    mean = shares @ vectors / shares.sum()
    return np.asarray((vectors - mean) * (RARE / (RARE + shares))[:, None], dtype=np.float32)
