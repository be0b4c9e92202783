"""How what the two legs find becomes one list: fusion, and a second look at the best candidates' words."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import attrgetter
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from index import bm25
from index.entries import embedded_text
from index.growing import Growing
from index.pieces import Pieces
from index.terms import folded, terms
from index.types import Entry, Hit, Query
from index.while_answering import KeptForParts
from index.words import Nearness, Words, shipped_words

Values = NDArray[np.float64]

FUSION_DEPTH = 100
"""How many candidates each leg gives: the right passage is among the first 50 for 99.3% of questions on notices."""
FUSION_DENSE = 2.5
"""What a cosine counts when candidates are chosen, at most: where no text has a word of the question (`unmet`). With a
fixed weight the list is worse than words alone where these find the text (CMRC2018 hit@1 .962 to .974)."""
FUSION_CITED = 0.1
"""What it counts then, for each power of e, how many other documents cite a hit's own."""
RERANK_DEPTH = 50
"""How many of the candidates are looked at again."""

SCALE, SCALE_UNMET = 3.6, 2.0
"""The score of a candidate that has all features in full, where a sentence holds the whole question, and what is added
where none holds any of it. `assistant.matching.thresholds` was fitted to scores on this scale."""

EXPANSION_WEIGHT = 0.4
"""What a certain rendering counts beside a word of the question itself. There are several for one foreign word, most of
them wrong: at 1 they drown the Chinese words of a mixed question (hit@1 .74 against .80)."""

_SHORT = 40  # characters

# What asks, and names nothing that could stand in an answer.
_ASKING = re.compile(
    "请问|什么时候|什么|为何|为什么|怎么样?|怎样|怎么办|如何|哪[些个里儿几年一位种家座两项]?|谁|多[少久长大高远重]|几|吗|呢"
    "|是否|何[时地人处种]?|可以|应该?|能否"
)
_SENTENCE = re.compile(r"[^。!?;\n]+[。!?;\n]*")
_RUN, _LATIN_RUN = re.compile(r"\w+"), re.compile(r"\w+", re.ASCII)
_ID, _SCORE = attrgetter("id"), attrgetter("score")


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature of a candidate counts for, the lexical one counting 1.

    `dense` and `meaning` are what they count where one sentence holds the whole question, and up to `unmet` and
    `unmet_meaning` are added as the best candidate's sentence holds less of it: words that are not there cannot decide.
    Softmax regression gives about these values on questions of every kind, but for `unmet`, `unmet_meaning` and
    `meaning`, which were chosen among three dozen by the development sets and the answers to the gold sets' development
    questions together, and `cited`, which was chosen by which article of law a piece of news cites.
    """

    dense: float = 0.2
    unmet: float = 2.3
    sentence: float = 1.2
    characters: float = 0.5
    run: float = 0.7
    meaning: float = 0.5
    unmet_meaning: float = 1.0
    cited: float = 0.2


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """How candidates meet the question, a value for each of them: the lexical score as a share of the best one, the
    cosine, how much of the question's words one sentence holds (with its title and headings), how much of its
    characters the whole holds, and how much of it the longest piece is that stands there as it is, and how near its
    words come to the question's in meaning. All these but the cosine are in 0..1. `cited` grows with how many documents
    cite the candidate's own, as the logarithm of one more."""

    lexical: Values
    dense: Values
    sentence: Values
    characters: Values
    run: Values
    meaning: Values
    cited: Values


def term_weights(query: Query) -> dict[str, float]:
    """The query's terms, each with the weight its matches count by."""
    return dict(_weighted(query))


def fuse(hits: Sequence[Hit]) -> list[Hit]:
    """The hits, best first: the lexical score as a share of the best one, plus the cosine, which counts the more the
    less words alone find."""
    scores = fused([hit.lexical for hit in hits], [hit.dense or 0.0 for hit in hits])
    # Not `replace`, which took a fifth of a search.
    return best_first(
        Hit(hit.id, score, hit.lexical, hit.dense) for hit, score in zip(hits, scores.tolist(), strict=True)
    )


def fused(lexical: Sequence[float | None], dense: Sequence[float]) -> Values:
    """The scores by which `fuse` sorts candidates of these lexical scores and cosines."""
    return shares(lexical) + FUSION_DENSE * unmet(lexical) * np.asarray(dense)


def best_of(scores: Values, limit: int) -> list[int]:
    """The places of the `limit` best scores, in no order, and of all that are as good as the last of them."""
    if len(scores) <= limit:
        return list(range(len(scores)))
    least = np.partition(scores, len(scores) - limit)[len(scores) - limit]
    places: list[int] = (scores >= least).nonzero()[0].tolist()
    return places


def unmet(lexical: Iterable[float | None]) -> float:
    """How little words alone find, 0..1: 1 where no candidate holds a word of the question, 0 where one holds all of
    them; told by the candidates' lexical scores.

    The fourth power tells best which leg to trust; with the third or the fifth the list is as good within a point.
    """
    return (1.0 - min(1.0, max((each or 0.0 for each in lexical), default=0.0))) ** 4


def rerank(
    query: Query, hits: Sequence[Hit], entries: Mapping[str, Entry], cited: Mapping[str, int] = MappingProxyType({})
) -> list[Hit]:
    """The hits, the best RERANK_DEPTH sorted anew by their scores and by how their words meet the question's.

    `cited` says how many other documents cite a document, by its id: of many that use the same words, the one that the
    others rest on is more likely meant.
    """
    hits = cited_first(hits, entries, cited)
    hits, others = hits[:RERANK_DEPTH], hits[RERANK_DEPTH:]
    sorted_anew = weighed(hits, features(query, hits, entries, cited), Weights())
    return [*sorted_anew, *_below(sorted_anew, others)]


def cited_first(hits: Sequence[Hit], entries: Mapping[str, Entry], cited: Mapping[str, int]) -> list[Hit]:
    """The hits, best first by their scores and by how often their documents are cited."""
    if not cited:
        return list(hits)
    fame = (_fame(entries[hit.id], cited) for hit in hits)
    return best_first(
        replace(hit, score=hit.score + FUSION_CITED * each) if each else hit
        for hit, each in zip(hits, fame, strict=True)
    )


def repeats_last(hits: Sequence[Hit], entries: Mapping[str, Entry], enough: int) -> list[Hit]:
    """The hits in their order, those last whose words a better one has already: a notice that is passed on from office
    to office would fill the list. Short entries agree by chance and stay where they are. Of hits that are no repeats
    there are only `enough`, where there are so many."""
    seen: set[str] = set()
    fresh: list[Hit] = []
    repeats: list[Hit] = []
    for hit in hits:
        if len(fresh) == enough:
            return fresh
        body = _bare(entries[hit.id].text)
        (repeats if body in seen else fresh).append(hit)
        if len(body) >= _SHORT:
            seen.add(body)
    return [*fresh, *_below(fresh, repeats)]


def _below(first: Sequence[Hit], others: Iterable[Hit]) -> Iterator[Hit]:
    """The others with no better score than the last of the first ones has."""
    lowest = first[-1].score if first else 0.0
    return (replace(hit, score=lowest) if hit.score > lowest else hit for hit in others)


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    return "".join(folded(text).split())


def features(
    query: Query, hits: Sequence[Hit], entries: Mapping[str, Entry], cited: Mapping[str, int] = MappingProxyType({})
) -> Features:
    """What is weighed of the hits, in their order.

    How rare a term is, is told by the hits themselves: what all of them hold tells none apart.
    """
    texts = [_compared(entries[hit.id]) for hit in hits]
    weights, runs = _weighted(query), _runs(query)
    columns = {piece: column for column, piece in enumerate(_pieces(query))}
    standing = _Standing(*_looked_for(list(columns)), texts, len(weights))
    holding = standing.in_text.sum(axis=0)
    rarity = np.asarray(list(weights.values())) * _rarities(len(texts))[holding]
    single = np.asarray([len(term) == 1 for term in weights], np.bool_)
    characters, words = sum(rarity[single].tolist()), sum(rarity[~single].tolist())
    return Features(
        lexical=shares(hit.lexical for hit in hits),
        dense=np.asarray([hit.dense or 0.0 for hit in hits]),
        sentence=standing.best_sentence(np.where(single, 0.0, rarity)) / (words or 1.0),
        characters=_row_sums(standing.in_text, np.where(single, rarity, 0.0)) / (characters or 1.0),
        run=_longest_runs(runs, standing.pieces, columns, texts) / (len(runs.replace("\n", "")) or 1),
        meaning=np.asarray(_meanings(query, [text.words for text in texts])),
        cited=np.asarray([_fame(entries[hit.id], cited) for hit in hits] if cited else np.zeros(len(hits))),
    )


def weighed(hits: Sequence[Hit], found: Features, weights: Weights) -> list[Hit]:
    """The hits, best first by the weighted sum of their features."""
    # What one sentence holds, not what one text does: a passage may have a question's words strewn over it.
    lacking = (1.0 - max(found.sentence.tolist(), default=0.0)) ** 2
    dense = weights.dense + weights.unmet * lacking
    meaning = weights.meaning + weights.unmet_meaning * lacking
    # Whatever the weights are, a good candidate scores as high: what reads the scores was fitted to these sums.
    whole = 1.0 + dense + weights.sentence + weights.characters + weights.run + meaning
    share = (SCALE + SCALE_UNMET * lacking) / whole
    scores = (
        share
        * (
            found.lexical
            + dense * found.dense
            + weights.sentence * found.sentence
            + weights.characters * found.characters
            + weights.run * found.run
            + meaning * found.meaning
        )
        + weights.cited * found.cited
    )
    return best_first(
        Hit(hit.id, score, hit.lexical, hit.dense) for hit, score in zip(hits, scores.tolist(), strict=True)
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Text:
    """An entry as it is compared: its title and headings belong to each of its sentences."""

    context: str
    sentences: tuple[str, ...]
    whole: str
    latin: str
    """The runs of letters and digits without others that it has, of which Chinese text has few."""
    words: Words


@lru_cache(maxsize=4096)  # folding is most of the work, and the same passages come again
def _compared(entry: Entry) -> _Text:
    context, body = folded(f"{entry.title}\n{entry.headings}"), folded(entry.text)
    whole = f"{context}\n{body}"
    words = shipped_words().words(embedded_text(entry))
    return _Text(context, tuple(_SENTENCE.findall(body)), whole, " ".join(_LATIN_RUN.findall(whole)), words)


class _LookedFor:
    """Which of some terms stand where in texts; no term goes beyond a sentence, and a text is looked through once."""

    def __init__(self, terms: Sequence[str]) -> None:
        self._pieces = Pieces(terms)
        self._held = Growing(np.zeros((0, len(terms)), np.bool_))
        self._first: dict[_Text, int] = {}

    def standing(self, texts: Sequence[_Text]) -> tuple[NDArray[np.bool_], list[int]]:
        """Which of the terms stand in texts, and the row of each text's context; those of its sentences follow it."""
        fresh = [text for text in dict.fromkeys(texts) if text not in self._first]
        if fresh:
            row = len(self._held)
            for text in fresh:
                self._first[text] = row
                row += 1 + len(text.sentences)
            self._held.add(self._pieces.standing([one for text in fresh for one in (text.context, *text.sentences)]))
        return self._held.rows, [self._first[text] for text in texts]


_looked_for = KeptForParts(_LookedFor)
"""Which terms stand where in texts."""


class _Standing:
    """Which pieces stand where in texts, and among them which terms."""

    def __init__(self, looked: _LookedFor, columns: Sequence[int], texts: Sequence[_Text], terms: int) -> None:
        """`columns` are those of pieces, of which the first are so many `terms`."""
        held, first = looked.standing(texts)
        places, wanted = np.asarray(first, np.intp), np.asarray(columns, np.intp)
        lengths = np.asarray([len(text.sentences) for text in texts], np.intp)
        self._owners = np.repeat(np.arange(len(texts)), lengths)
        self._speaking = np.flatnonzero(lengths)
        starts = np.cumsum(lengths) - lengths
        self._starts = starts[self._speaking]
        rows = (places + 1 - starts)[self._owners] + np.arange(len(self._owners))
        self._above, self._below = (held.take(some, axis=0).take(wanted, axis=1) for some in (places, rows))
        self.pieces = self._above.copy()
        """Which texts have which pieces, shape (number of texts, number of pieces)."""
        if len(self._speaking):
            self.pieces[self._speaking] |= np.logical_or.reduceat(self._below, self._starts)
        self.in_text = self.pieces[:, :terms]
        """Which texts have which terms, shape (number of texts, number of terms)."""
        self._above, self._below = self._above[:, :terms], self._below[:, :terms]

    def best_sentence(self, values: Values) -> Values:
        """How much of the terms' values each text's best sentence has, with its title and headings."""
        best = np.zeros(len(self._above))
        if len(self._speaking):
            alone = _row_sums(self._below & ~self._above[self._owners], values)
            best[self._speaking] = np.maximum.reduceat(alone, self._starts)
        return _row_sums(self._above, values) + best


def _row_sums(table: NDArray[np.bool_], values: Values) -> Values:
    """For each row the sum of the values of its true columns, added one after the other: rows that are alike have the
    very same sum, however many others there are."""
    sums: Values = np.where(table.T, values[:, None], 0.0).sum(axis=0)
    return sums


def meanings(query: Query, entries: Iterable[Entry]) -> list[float]:
    """How near the words of each entry come to each word of the question, 0..1: the late interaction of ColBERT
    (Khattab and Zaharia 2020) on the shipped model's word vectors, a word counting by its weight there.

    One clause of a long passage is drowned in the mean of all words; here it is not: with vectors alone, the right one
    of 2,600 passages is among the first ten for 90 of 100 English questions, by the cosine of the whole for 78.
    """
    return _meanings(query, [_compared(entry).words for entry in entries])


def _meanings(query: Query, texts: Sequence[Words]) -> list[float]:
    words, weights = _meant(query)
    if not len(weights):
        return [0.0] * len(texts)
    nearness, columns = _nearness(words)
    near = nearness.closest(texts).take(columns, axis=1) @ weights / weights.sum()
    told: list[float] = np.minimum(near, 1.0).tolist()  # the sum of all weights may be rounded otherwise
    return told


@lru_cache(maxsize=16)  # a question is asked of passages and of task records
def _meant(query: Query) -> tuple[tuple[int, ...], NDArray[np.float32]]:
    """The words of a query and of its expansions, by their ids, and their weights."""
    texts = [_subject(query.text), *(term for term, _ in query.expansions)]
    weights = [1.0, *(EXPANSION_WEIGHT * weight for _, weight in query.expansions)]
    words, told, counts = shipped_words().bags(texts)
    return tuple(words.tolist()), np.repeat(np.asarray(weights, np.float32), counts) * told


def _nearness_of(words: Sequence[int]) -> Nearness:
    space = shipped_words()
    return Nearness(space, space.directions(np.asarray(words, np.int32)))


_nearness = KeptForParts(_nearness_of)
"""How near texts come to words, which are given by their ids."""


def compared_together(queries: Iterable[Query]) -> None:
    """Has texts compared once with the words of all of some queries, while one question is answered."""
    queries = list(queries)
    _nearness([word for query in queries for word in _meant(query)[0]])
    _looked_for([piece for query in queries for piece in _pieces(query)])


def _subject(question: str) -> str:
    """The folded question without the words that only ask; all of it where it has no others."""
    text = folded(question)
    subject = _ASKING.sub(" ", text)
    return subject if terms(subject) else text


@lru_cache(maxsize=16)
def _runs(query: Query) -> str:
    """The runs of letters and digits of a query, a line each."""
    return "\n".join(_RUN.findall(_subject(query.text)))


@lru_cache(maxsize=16)
def _pieces(query: Query) -> tuple[str, ...]:
    """What of a query is looked for in texts: its terms, and behind them all characters and pairs of its runs."""
    runs = _runs(query)
    further = (piece for piece in (*runs, *_pairs(runs)) if "\n" not in piece)
    return tuple(dict.fromkeys((*_weighted(query), *further)))


def _pairs(text: str) -> list[str]:
    return [text[at : at + 2] for at in range(len(text) - 1)]


@lru_cache(maxsize=16)
def _weighted(query: Query) -> Mapping[str, float]:
    weights = dict.fromkeys(terms(_subject(query.text)), 1.0)
    for expansion, weight in query.expansions:
        for term in terms(expansion):
            weights.setdefault(term, EXPANSION_WEIGHT * weight)
    return MappingProxyType(weights)


def _fame(entry: Entry, cited: Mapping[str, int]) -> float:
    return math.log1p(cited.get(entry.document_id, 0))


def shares(lexical: Iterable[float | None]) -> Values:
    """The lexical scores, the best one being 1; 0 where words found nothing."""
    found = np.asarray([each or 0.0 for each in lexical])
    return found / (max(found.tolist(), default=0.0) or 1.0)


@lru_cache(maxsize=256)
def _rarities(total: int) -> Values:
    """The rarity of what so many of `total` texts hold as the place in this tells, 0..total."""
    return np.asarray([bm25.rarity(held, total) for held in range(total + 1)])


def _longest_runs(runs: str, standing: NDArray[np.bool_], columns: Mapping[str, int], texts: Sequence[_Text]) -> Values:
    """For each text the length of the longest piece of the `runs`, which stand in lines, that stands there.

    `standing` says of their characters and pairs of characters, in these `columns`, in which texts they stand."""
    characters = [columns[one] for one in dict.fromkeys(runs) if one != "\n"]
    longest: Values = np.zeros(len(texts))
    longest[standing.take(np.asarray(characters, np.intp), axis=1).any(axis=1)] = 1
    pairs = _pairs(runs)
    paired = standing.take(np.asarray([columns.get(pair, 0) for pair in pairs], np.intp), axis=1)
    paired &= np.asarray(["\n" not in pair for pair in pairs], np.bool_)
    places = np.arange(len(pairs))
    # How many pairs stand in a text one after the other up to each.
    streaks = places - np.maximum.accumulate(np.where(paired, -1, places), axis=1)
    most = streaks.max(axis=1, initial=0)
    longest[most > 0] = 2
    # Where two pairs stand, their three characters need not stand together.
    ends = (streaks > 1) & ~np.append(paired[:, 1:], np.zeros((len(texts), 1), np.bool_), axis=1)
    for row, end in np.argwhere(ends).tolist():
        piece = runs[end - streaks[row, end] + 1 : end + 2]
        longest[row] = _longest_piece(piece, texts[row], int(longest[row]))
    return longest


def _longest_piece(run: str, text: _Text, best: int) -> int:
    """The length of the longest piece of a run that stands in `text`, where it is more than `best`, else that."""
    start, where = 0, text.latin if run.isascii() else text.whole
    for end in range(best + 1, len(run) + 1):
        # A piece that stands there is one longer than the best, any other gives way to the next of its length.
        if run[start:end] in where:
            best += 1
        else:
            start += 1
    return best


def best_first(hits: Iterable[Hit]) -> list[Hit]:
    """The hits by their scores; those of one score by their ids."""
    # Twice by one value: sooner than once by both.
    return sorted(sorted(hits, key=_ID), key=_SCORE, reverse=True)
