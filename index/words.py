"""The shipped model's words: how it segments text, what a word weighs and where it lies in the bilingual space."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tokenizers.normalizers import Sequence as InTurn

from index.embed import SHIPPED, mapped_weights, static_files
from index.errors import ModelUnavailable
from index.growing import Growing
from index.types import Vectors

WordIds = NDArray[np.int32]
FIRST_MARK = "\ue000"
"""From this token on, the model's rows are no words: they stand for what is in none."""
UNRELATED = 0.3
"""Cosines of unrelated words of the shipped model lie below this (99th percentile of pairs of common nouns: .25)."""
# Characters that the model's tokenizer folds one by one, whatever stands beside them: no marks that join what is before
# them, no signs that fold into a line's end.
_FOLDED_ALONE = re.compile("[\\t\\n -~×·\u2010-\u2027\u3000-\u3029\u3400-\u9fff\uff01-\uff60]*")
# Multiplications in a product that OpenBLAS still leaves to the thread that asks for it: 64 x 64 x 64.
_SMALL_PRODUCT = 1 << 18
# From so many texts on they are taken for the openings of a whole collection, which come with question after question.
_MANY = 2000


@dataclass(frozen=True, eq=False)
class Words:
    """The words of a text as rows of the model in this space, each once, ascending."""

    ids: WordIds
    space: WordSpace

    @cached_property
    def length(self) -> float:
        """The length of the sum of their vectors."""
        return float(np.linalg.norm(self.space.rows(self.ids)[0].sum(axis=0)))


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
        # Folding a text is half of cutting it; most texts are folded here by a table instead, and cut without it.
        self._cutter = Tokenizer.from_file(str(files[0]))
        self._cutter.no_padding()
        self._cutter.no_truncation()
        self._cutter.normalizer = InTurn([])
        self._folds = _folds(self._tokenizer)
        # As a plain array: a memmap makes a memmap of every piece that is taken from it.
        whole = np.asarray(mapped_weights(files[1]))
        self._rows: NDArray[np.generic] = whole[: self._tokenizer.token_to_id(FIRST_MARK) or len(whole)]
        # Rows that were asked for, in single precision, which takes longer to make than to look up. Memory that nobody
        # wrote to is none: with every word of the model it would be 45 MB.
        self._known: Vectors = np.zeros(self._rows.shape, np.float32)
        self._lengths = np.full(len(self._rows), -1, np.float32)
        # A word that the model does not know is rare, so it weighs as much as the model's rarest tenth.
        sample = np.linalg.norm(np.asarray(self._rows[::97], np.float32), axis=1)
        self._rare = float(np.float32(np.quantile(sample, 0.9)))
        self._vector = lru_cache(maxsize=4096)(self._looked_up)
        self._weight = lru_cache(maxsize=16_384)(self._weighed)
        # A question is cut at several steps, as a whole and in its runs.
        self._segments = lru_cache(maxsize=1024)(self._segmented)
        self._ids_of_term = lru_cache(maxsize=1024)(self._ids)

    def segment(self, text: str) -> list[str]:
        """The words of `text`, as written there, by longest match in the model's vocabulary; what the model does not
        know stays as a word of its own."""
        return list(self._segments(text))

    def _segmented(self, text: str) -> tuple[str, ...]:
        words: list[str] = []
        done = 0
        encoding = self._tokenizer.encode(text, add_special_tokens=False)
        for token, (start, end) in zip(encoding.ids, encoding.offsets, strict=True):
            if end <= start or token >= len(self._rows) or not text[start:end].strip():
                continue
            words += [unknown for unknown in (text[done:start],) if unknown.strip()]
            words.append(text[start:end])
            done = end
        return (*words, *(unknown for unknown in (text[done:],) if unknown.strip()))

    def words(self, text: str) -> Words:
        """The words of `text`, each once."""
        ids = np.sort(self._ids(text))
        first = np.ones(len(ids), np.bool_)
        np.not_equal(ids[1:], ids[:-1], out=first[1:])  # not `unique`, which takes three times as long
        return Words(ids[first], self)

    def bags(self, texts: Sequence[str]) -> tuple[WordIds, NDArray[np.float32], list[int]]:
        """The known words of some short texts end to end, as often as they have them, their weights, and how many words
        each text has."""
        ids = [self._ids_of_term(text) for text in texts]
        words = np.concatenate(ids) if ids else np.zeros(0, np.int32)
        return words, self._lengths_of(words), [len(each) for each in ids]

    def directions(self, ids: WordIds) -> Vectors:
        """The unit vectors of words, shape (len(ids), dimension)."""
        rows, lengths = self.rows(ids)
        rows /= np.where(lengths > 0, lengths, 1)[:, None]
        return rows

    def rows(self, ids: WordIds) -> tuple[Vectors, NDArray[np.float32]]:
        """The model's rows, float32, shape (len(ids), dimension), and their lengths."""
        lengths = self._lengths_of(ids)
        return self._known[ids], lengths

    def _lengths_of(self, ids: WordIds) -> NDArray[np.float32]:
        """The lengths of the model's rows, which are known afterwards."""
        lengths = self._lengths[ids]
        unknown = lengths < 0
        if unknown.any():
            fresh = ids[unknown]
            rows = self._known[fresh] = np.asarray(self._rows[fresh], np.float32)
            # Last: what has a length is there for the other threads.
            self._lengths[fresh] = np.linalg.norm(rows, axis=1)
            lengths = self._lengths[ids]
        return lengths

    def products(self, ids: WordIds, vectors: Vectors) -> tuple[Vectors, NDArray[np.float32]]:
        """The products of the model's rows and these vectors, shape (len(ids), len(vectors)), and the rows' lengths.

        A few rows at a time: a larger product is shared out among threads by the library below NumPy, and waiting for
        them takes longer than the product (16 ms instead of 0.2 on a busy machine)."""
        lengths = self._lengths_of(ids)
        products = np.empty((len(ids), len(vectors)), np.float32)
        at_once = max(1, _SMALL_PRODUCT // (vectors.size or 1))
        for at in range(0, len(ids), at_once):
            np.matmul(self._known[ids[at : at + at_once]], vectors.T, out=products[at : at + at_once])
        return products, lengths

    def __len__(self) -> int:
        """How many words the model knows."""
        return len(self._rows)

    def vectors(self, words: Sequence[str]) -> Vectors:
        """Unit vectors, shape (len(words), dimension); zero for a word without known tokens."""
        return _unit(self._summed(words))

    def weight(self, word: str) -> float:
        """How much a word tells of a text, above 0."""
        return self._weight(word)

    def _weighed(self, word: str) -> float:
        return float(np.linalg.norm(self._summed([word]), axis=1)[0]) or self._rare

    def _summed(self, words: Sequence[str]) -> Vectors:
        summed = np.zeros((len(words), self._rows.shape[1]), np.float32)
        for row, word in enumerate(words):
            summed[row] = self._vector(word)
        return summed

    def _looked_up(self, word: str) -> Vectors:
        """The sum of a word's rows, shape (dimension,)."""
        return np.asarray(self.rows(self._ids(word))[0].sum(axis=0), np.float32)

    def _ids(self, text: str) -> WordIds:
        """The rows of the words of `text`, in its order; row 0 stands for words that the model does not know."""
        tokenizer = self._tokenizer
        if _FOLDED_ALONE.fullmatch(text):
            text, tokenizer = text.translate(self._folds), self._cutter
        # "Fast" is without the places of the tokens, which take a third of the time.
        tokens = tokenizer.encode_batch_fast([text], add_special_tokens=False)[0].ids
        ids = np.asarray(tokens, np.int32)
        return ids[(ids > 0) & (ids < len(self._rows))]


def _folds(tokenizer: Tokenizer) -> dict[int, str]:
    """What the tokenizer folds each character of _FOLDED_ALONE to, where that is another one."""
    characters = [*"".join(_FOLDED_ALONE.findall("".join(map(chr, range(1 << 16)))))]
    characters.remove("\n")
    # All at once, a character a line.
    folded = (
        tokenizer.normalizer.normalize_str("\n".join(characters)).split("\n") if tokenizer.normalizer else characters
    )
    return {ord(one): other for one, other in zip(characters, folded, strict=True) if one != other}


class Nearness:
    """How near texts come to each word of a topic; every word of the texts is compared once."""

    def __init__(
        self,
        space: WordSpace,
        words: Vectors,
        senses: Vectors | None = None,
        of: Sequence[int] = (),
        worth: Sequence[float] = (),
    ) -> None:
        """`words` are unit vectors, shape (number of words, dimension). `senses`, shape (len(of), dimension), are
        further ones, each of the word whose row `of` tells: what is near to one is as near to the word, times its
        `worth`."""
        self._space = space
        self._count = len(words)
        self._compared = words if senses is None else np.concatenate([words, senses])
        # Each word with its senses behind it, where there are any.
        order = np.argsort([*range(len(words)), *of], kind="stable")
        self._order = order if len(of) else None
        self._worth = np.asarray([*np.ones(len(words)), *worth], np.float32)[order]
        self._firsts = np.flatnonzero(order < len(words))
        self._place = np.full(len(space), -1, np.int32)
        self._products = Growing(np.zeros((0, len(words)), np.float32))
        # Most words have nothing to do with the topic: where the others have their relations, -1 for most.
        self._relation = Growing(np.zeros(0, np.int32))
        self._relations = Growing(np.zeros((0, len(words)), np.float32))

    def closest(self, texts: Sequence[Words]) -> Vectors:
        """For every text and every word of the topic, how closely the text's closest word is related to it: its cosine
        on a scale from 0 (UNRELATED and less) to 1.

        Shape (len(texts), number of words); 0 for a text without words. This is ColBERT's MaxSim before its sum.
        """
        ids, lengths = _end_to_end(texts)
        return self._closest(self._places(ids), lengths)

    def sums(self, texts: Sequence[Words]) -> Vectors:
        """For every text and every word of the topic, the product of the sum of the text's word vectors and the topic's
        word, shape (len(texts), number of words). By a text's length it is the cosine with its weighted mean word."""
        ids, lengths = _end_to_end(texts)
        return self._sums(self._places(ids), lengths)

    def closest_and_sums(self, texts: Sequence[Words]) -> tuple[Vectors, Vectors]:
        """The `closest` and the `sums` of texts, whose words are looked up once for both."""
        ids, lengths = _end_to_end(texts)
        places = self._places(ids)
        return self._closest(places, lengths), self._sums(places, lengths)

    def _closest(self, places: NDArray[np.int32], lengths: NDArray[np.int64]) -> Vectors:
        found = np.zeros((len(lengths), self._count), np.float32)
        relation = self._relation.rows[places]
        related = (relation >= 0).nonzero()[0]
        if len(related):
            rows = np.repeat(np.arange(len(lengths)), lengths)[related]
            starts = np.concatenate([[0], np.flatnonzero(rows[1:] != rows[:-1]) + 1])
            found[rows[starts]] = np.maximum.reduceat(self._relations.rows[relation[related]], starts)
        return found

    def _sums(self, places: NDArray[np.int32], lengths: NDArray[np.int64]) -> Vectors:
        found = np.zeros((len(lengths), self._count), np.float32)
        if len(places):
            starts = np.cumsum(lengths) - lengths
            found[lengths > 0] = np.add.reduceat(self._products.rows[places], starts[lengths > 0])
        return found

    def _places(self, ids: WordIds) -> NDArray[np.int32]:
        """Where the words stand in the tables, which hold all of them afterwards."""
        places = self._place[ids]
        unseen = (places < 0).nonzero()[0]
        if len(unseen):
            words = ids[unseen]
            # Each once; not `unique`, which sorts.
            self._place[words] = unseen
            fresh = words[self._place[words] == unseen]
            products, lengths = self._space.products(fresh, self._compared)
            self._place[fresh] = np.arange(len(self._products), len(self._products) + len(fresh))
            self._products.add(products[:, : self._count])
            self._relate(products, lengths)
            places = self._place[ids]
        return places

    def _relate(self, products: Vectors, lengths: NDArray[np.float32]) -> None:
        """Keeps how closely the words of these products and lengths are related to the topic's words."""
        related = np.flatnonzero(np.any(products > UNRELATED * lengths[:, None], axis=1))
        cosines = products[related] / lengths[related, None]
        relations: Vectors = np.minimum((cosines - UNRELATED) / (1 - UNRELATED), 1)
        np.maximum(relations, 0, out=relations)  # sooner than `clip`
        # Once for each word, not for each of the many texts that have it.
        if self._order is not None:
            relations = np.maximum.reduceat(relations.take(self._order, axis=1) * self._worth, self._firsts, axis=1)
        relation = np.full(len(products), -1, np.int32)
        relation[related] = np.arange(len(self._relations), len(self._relations) + len(related))
        self._relation.add(relation)
        self._relations.add(relations)


def _end_to_end(texts: Sequence[Words]) -> tuple[WordIds, NDArray[np.int64]]:
    """The words of all texts, and how many each text has."""
    if len(texts) >= _MANY:
        return _kept_end_to_end(tuple(texts))
    ids = np.concatenate([text.ids for text in texts]) if texts else np.zeros(0, np.int32)
    return ids, np.asarray([len(text.ids) for text in texts], np.int64)


@lru_cache(maxsize=2)
def _kept_end_to_end(texts: tuple[Words, ...]) -> tuple[WordIds, NDArray[np.int64]]:
    return np.concatenate([text.ids for text in texts]), np.asarray([len(text.ids) for text in texts], np.int64)


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1), np.float32)


def stands_alone(text: str, words: str) -> bool:
    """Whether `text` has `words` so that none of its words, as the shipped model cuts them, goes beyond them."""
    start = text.find(words)
    at = 0
    for word in shipped_words().segment(text):
        at = text.index(word, at)
        for place in (start, start + len(words)):
            if at < place < at + len(word):
                return False
        at += len(word)
    return start >= 0


@cache
def shipped_words() -> WordSpace:
    """The word space of the shipped model, read once."""
    return WordSpace()
