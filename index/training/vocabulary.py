"""Which words the model knows, pruned by use, and where each one's senses come from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from index.glossary import FOLDER, singular, words
from index.training.dictionary import is_chinese, senses_by_word
from index.training.frequency import english_ranks
from index.training.sources import captions

# The teacher's vocabulary covers everyday and news English; a word beyond it must be met this often elsewhere.
LEAST_ENGLISH = 3
# Ranks of words that the teacher's vocabulary does not list as a whole: as rare as its rarest.
UNRANKED = 40_000
# Zipf's law: the word of rank r makes up about this much / r of running English.
ZIPF = 0.08


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words of both languages, each with its share of running text (0 < share < 1), Chinese ones first."""

    chinese: tuple[str, ...]
    english: tuple[str, ...]
    shares: Mapping[str, float]

    @property
    def words(self) -> tuple[str, ...]:
        return self.chinese + self.english


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


def english_words(senses: Mapping[str, tuple[str, ...]], sources: Path) -> dict[str, int]:
    """English words worth a vector, with their rank by use."""
    ranks = english_ranks()
    met = Counter(word for each in senses.values() for sense in each for word in re.findall("[a-z]{2,}", sense.lower()))
    for english, _ in captions(sources):
        met.update(set(re.findall("[a-z]{2,}", english.lower())))
    glossary = {word for each in policy_senses().values() for sense in each for word in words(sense) if len(word) > 1}
    glossary |= {singular(word) for word in glossary}
    wanted = set(ranks) | glossary | {word for word, count in met.items() if count >= LEAST_ENGLISH}
    return {word: ranks.get(word, UNRANKED) for word in wanted}


def vocabulary(counts: Mapping[str, int], sources: Path, chinese: int, english: int) -> Vocabulary:
    """The `chinese` most used headwords, with all single characters that are ever used, and the most used English."""
    senses = all_senses()
    glossary = policy_senses()
    total = sum(counts.values())
    single = {word for word in senses if len(word) == 1 and counts.get(word)}
    ranked = sorted(senses, key=lambda word: (-(word in glossary or word in single), -counts.get(word, 0), word))
    ranks = english_words(senses, sources)
    in_glossary = {word for each in glossary.values() for sense in each for word in words(sense)}
    foreign = sorted(ranks, key=lambda word: (word not in in_glossary, ranks[word], word))
    kept_chinese, kept_english = tuple(sorted(ranked[:chinese])), tuple(sorted(foreign[:english]))
    shares = {word: (counts.get(word, 0) + 0.5) / total for word in kept_chinese}
    return Vocabulary(kept_chinese, kept_english, shares | {word: ZIPF / ranks[word] for word in kept_english})
