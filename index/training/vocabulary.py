"""Which words the model knows, pruned by use, and where each one's senses come from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from index.english import singular, words
from index.glossary import FOLDER
from index.training.dictionary import is_chinese, senses_by_word
from index.training.frequency import english_ranks
from index.training.sources import captions

# The teacher's vocabulary covers everyday and news English; a word beyond it must be met this often elsewhere.
LEAST_ENGLISH = 3
# Ranks of words that the teacher's vocabulary does not list as a whole: as rare as its rarest.
UNRANKED = 40_000
# Zipf's law: the word of rank r makes up about this much / r of running English.
ZIPF = 0.08
# Longest match cuts a form that is not listed into its stem and one of these, which say nothing.
ENDINGS = ("d", "ed", "er", "ers", "es", "ing", "ly", "r", "s")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words of both languages, each with its share of running text (0 < share < 1)."""

    chinese: tuple[str, ...]
    english: tuple[str, ...]
    shares: Mapping[str, float]

    @property
    def words(self) -> tuple[str, ...]:
        """All tokens: Chinese words, English words, English endings."""
        return self.chinese + self.english + ENDINGS


def policy_senses() -> dict[str, tuple[str, ...]]:
    """Chinese terms of index/glossary.tsv with their English, as further headwords."""
    senses: dict[str, tuple[str, ...]] = {}
    for line in (FOLDER / "glossary.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            chinese, english = line.split("\t")
            for term in chinese.split("; "):
                if is_chinese(term):
                    senses[term] = (*senses.get(term, ()), *english.split("; "))
    return senses


def all_senses() -> dict[str, tuple[str, ...]]:
    """Headwords with their senses; what the glossary says comes before what the dictionary says."""
    known = {word: senses for word, senses in senses_by_word().items() if is_chinese(word)}
    for term, senses in policy_senses().items():
        known[term] = tuple(dict.fromkeys((*senses, *known.get(term, ()))))[:8]
    return known


def english_words(senses: Mapping[str, tuple[str, ...]], sources: Path) -> list[str]:
    """English words, the most useful ones first: common in English, or often met in what Chinese words mean.

    The glossary's words come before all others, in both spellings.
    """
    met = Counter(word for each in senses.values() for sense in each for word in _spelled(sense))
    for english, _ in captions(sources):
        met.update(set(_spelled(english)))
    glossary = {
        word for each in policy_senses().values() for sense in each for word in (*_spelled(sense), *words(sense))
    }
    glossary |= {singular(word) for word in glossary}
    ranks = english_ranks()
    known = set(ranks) | glossary | {word for word, count in met.items() if count >= LEAST_ENGLISH}
    wanted = {word for word in known if len(word) > 1} - set(ENDINGS)
    return sorted(
        wanted, key=lambda word: (word not in glossary, ranks.get(word, UNRANKED) / sqrt(1 + met[word]), word)
    )


def _spelled(text: str) -> list[str]:
    return re.findall("[a-z]+", text.lower())


def vocabulary(counts: Mapping[str, int], sources: Path, chinese: int, english: int) -> Vocabulary:
    """The `chinese` most used headwords, the glossary's and all single characters that are ever used among them, and
    the `english` most useful English words."""
    senses = all_senses()
    glossary = policy_senses()
    total = sum(counts.values())
    single = {word for word in senses if len(word) == 1 and counts.get(word)}
    ranked = sorted(senses, key=lambda word: (-(word in glossary or word in single), -counts.get(word, 0), word))
    kept_chinese = tuple(sorted(ranked[:chinese]))
    kept_english = tuple(sorted(english_words(senses, sources)[:english]))
    ranks = english_ranks()
    shares = {word: (counts.get(word, 0) + 0.5) / total for word in kept_chinese}
    return Vocabulary(
        kept_chinese, kept_english, shares | {word: ZIPF / ranks.get(word, UNRANKED) for word in kept_english}
    )
