"""What the model is taught: the lessons of the contrastive course, out of the training material and the glossary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from index.training.contrast import Lesson
from index.training.pairs import ASKING_CHINESE, ASKING_ENGLISH, Drawer, Pair
from index.training.passages import Ids, encode, read_windows
from index.training.sources import captions, rows

# Longer senses explain a word and would stand for it badly in a sentence.
LONGEST_RENDERING = 4  # English words
# A sense of more words than this is too broad to make them synonyms.
MOST_SHARING = 12
# Captions kept back, to see whether the two languages stay together.
CAPTIONS_KEPT_BACK = 2000


def read_lessons(
    tokenizer: Tokenizer, senses: Mapping[str, tuple[str, ...]], sources: Path, generator: np.random.Generator
) -> list[Lesson]:
    """Every lesson with its batch size and weight; all of them draw with `generator`."""
    ids = tokenizer.get_vocab()
    defined = [(ids[word], sense) for word, each in senses.items() if word in ids for sense in each]
    dictionary: list[Pair] = []
    renderings: dict[int, list[Ids]] = defaultdict(list)
    for (word, _), sense in zip(defined, encode(tokenizer, [sense for _, sense in defined]), strict=True):
        if len(sense):
            dictionary.append((np.array([word], dtype=np.int32), sense))
        if 0 < len(sense) <= LONGEST_RENDERING:
            renderings[word].append(sense)
    drawer = Drawer(
        generator=generator,
        windows=read_windows(tokenizer, sources),
        captions=caption_pairs(tokenizer, sources),
        dictionary=dictionary,
        statutes=statute_pairs(tokenizer, sources),
        renderings=renderings,
        synonyms=synonyms(defined),
        asking_chinese=encode(tokenizer, ASKING_CHINESE),
        asking_english=encode(tokenizer, ASKING_ENGLISH),
    )
    return [
        Lesson("clauses", drawer.clauses, size=384),
        Lesson("reworded", drawer.reworded, size=256),
        Lesson("translated", drawer.translated, size=384),
        Lesson("titled", drawer.titled, size=256, weight=0.5),
        Lesson("said twice", drawer.said_twice, size=256, weight=0.5),
        Lesson("defined", drawer.defined, size=384, weight=0.5),
        Lesson("asked", drawer.asked, size=96, weight=0.1),
    ]


def synonyms(defined: Iterable[tuple[int, str]]) -> dict[int, Ids]:
    """Word to the other words that have one of its senses, so that lay words stand where official ones do."""
    sharing: dict[str, set[int]] = defaultdict(set)
    for word, sense in defined:
        sharing[sense.removeprefix("to ").lower()].add(word)
    found: dict[int, set[int]] = defaultdict(set)
    for words in sharing.values():
        if 1 < len(words) <= MOST_SHARING:
            for word in words:
                found[word] |= words - {word}
    return {word: np.array(sorted(others), dtype=np.int32) for word, others in found.items()}


def caption_pairs(tokenizer: Tokenizer, sources: Path) -> list[Pair]:
    """English and Chinese captions of one picture, but for the first ones, which are kept back."""
    pairs = captions(sources)[CAPTIONS_KEPT_BACK:]
    both = zip(encode(tokenizer, [en for en, _ in pairs]), encode(tokenizer, [zh for _, zh in pairs]), strict=True)
    return [(english, chinese) for english, chinese in both if len(english) and len(chinese)]


def statute_pairs(tokenizer: Tokenizer, sources: Path) -> list[Pair]:
    """Laymen's questions, each with every statute that answers it."""
    asked = [(row["question"], text) for row in rows(sources, "statutes") for text in row["statutes"].values()]
    questions, texts = encode(tokenizer, [each for each, _ in asked]), encode(tokenizer, [text for _, text in asked])
    return [(question, text) for question, text in zip(questions, texts, strict=True) if len(question) and len(text)]
