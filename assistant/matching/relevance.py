"""How well pieces of text answer to a topic, word by word and as a whole.

Every word of the topic is looked for in the candidate: as it is written, then by its characters, then by meaning
(the closest word of the candidate in the shipped model's bilingual space; the late interaction of ColBERT, Khattab
and Zaharia 2020, on static word vectors). terms.py says what the words of a topic are and what each of them weighs.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, compress

import numpy as np
from numpy.typing import NDArray

from assistant.language.occurrences import Forms, Shares, Written, unseen
from assistant.matching.terms import Term, terms_of
from index.growing import Growing
from index.library import Library
from index.types import Vectors
from index.while_answering import KeptForParts
from index.words import Nearness, Words, WordSpace, shipped_words

# What a word is worth that is found only by meaning, in a heading, in the sentence before, in the document's title.
MEANING, HEADING, BEFORE, TITLE = 0.75, 0.5, 0.15, 0.8
# What a word is worth that is near another sense than the first, times the root of the weight that this sense has: of
# 3,321 development questions two more are right than with one worth for all, and two than with the weight itself.
SENSE = 0.9
# The weightiest word decides a topic of which it is this much, another one where it is as much as the second; below
# the third a candidate has nothing near it.
STRANGE, STRANGE_BESIDE, NEAR = 0.25, 0.35, 0.3
# A word of the topic is unmet where nothing in or around a text is this near to it.
UNMET = 0.35
# From here on a candidate holds a word rather than one that is near it in meaning.
HELD = 0.8
# How the views are mixed: rounded from a listwise logistic fit on the development questions of both gold sets; each
# view alone puts the evidence first less often.
COVERAGE, WHOLE, FOUND = 0.5, 0.1, 0.2

Columns = NDArray[np.intp]
_Sought = tuple[str, Forms, tuple[tuple[str, float], ...]]
"""What of a term decides how well it is found: its word, forms and senses."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text to be judged, with the headings and the title it stands under and what comes before it (all may be
    empty), the score by which search found it or its passage, and
    the document it is of."""

    text: str
    headings: str = ""
    title: str = ""
    before: str = ""
    found: float = 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """How a candidate answers to the topic: `coverage` is the weighted share of the topic's words it speaks of (1:
    every word as written), `whole` the cosine of topic and text, `found` the score of search (0..2), `total` their
    mix, 0..1."""

    coverage: float
    whole: float
    found: float = 0.0

    @property
    def total(self) -> float:
        """The mix by which candidates are ranked."""
        return COVERAGE * self.coverage + WHOLE * self.whole + FOUND * self.found


class Relevance:
    """The scorer for one topic; build it once a question."""

    def __init__(self, topic: str, library: Library, *, inherited: str = "", near_official: bool = False) -> None:
        """`inherited` is the topic of the turn before, whose words count for less beside those of `topic`; where
        `near_official`, everyday words are met by what is near to their official words."""
        self._library = library
        self.terms = terms_of(topic, library, inherited, near_official=near_official)
        self._look_at(*_looked_through([_sought(term) for term in self.terms]))

    def _look_at(self, looked: _LookedThrough, columns: Sequence[int] | Columns) -> None:
        """Takes its terms to be these `columns` of what is looked through."""
        self._looked, self._columns = looked, np.asarray(columns, np.intp)
        self._weights = np.asarray([term.weight for term in self.terms], np.float32)
        self._within: dict[str, Relevance] = {}
        self.__dict__.pop("_whole", None)

    @cached_property
    def _whole(self) -> Vectors:
        """The share of each term in the topic as a whole."""
        length = float(np.linalg.norm(self._weights @ self._looked.vectors[self._columns])) if self.terms else 0.0
        return self._weights / np.float32(length or 1.0)

    def _of_terms(self, kept: Sequence[bool]) -> Relevance:
        """This with some of its terms alone; no text is looked through again for them."""
        part = copy(self)
        part.terms = tuple(compress(self.terms, kept))
        part._look_at(self._looked, self._columns[np.asarray(kept, np.bool_)])
        return part

    def strange(self, candidate: Candidate) -> bool:
        """Whether the topic's weightiest Chinese word or name, or one that is a third of the topic beside it (居住证 in
        居住证有效几年), is one that the collection never uses, neither itself nor an official word for it, and to which
        the candidate has nothing near: the question is about something else (咖啡豆, 马德里, GDP)."""
        total = float(self._weights.sum())
        named = [position for position, term in enumerate(self.terms) if term.named]
        weightiest = max(named, key=lambda position: self.terms[position].weight, default=None)
        unused = [
            position
            for position in named
            if not self.terms[position].used
            and self.terms[position].weight >= (STRANGE if position == weightiest else STRANGE_BESIDE) * total
        ]
        matches = self.matches(candidate) if unused else []
        return any(matches[position] < NEAR for position in unused)

    def of(self, topic: str) -> Relevance:
        """A scorer for another topic over the same collection."""
        return Relevance(topic, self._library)

    def heard(self) -> Relevance:
        """This without words that the collection never uses, where the others are at least half of the topic: in
        "保税加工布置了哪些任务" 布置 is a way of speaking."""
        used = [term.used for term in self.terms]
        if 2 * sum(term.weight for term in compress(self.terms, used)) < float(self._weights.sum()):
            return self
        return self._of_terms(used)

    def without(self, words: frozenset[str]) -> Relevance:
        """This without terms that are among `words` or rendered by them; all of it where nothing would be left."""
        kept = [not words & {term.word, *(form for form, _ in term.forms)} for term in self.terms]
        return self._of_terms(kept) if any(kept) and not all(kept) else self

    def within(self, opening: str) -> Relevance:
        """This without the words that tell the document, which stand in its `opening`."""
        if opening not in self._within:
            held = self._looked.written([opening])[0][self._columns]
            self._within[opening] = self._of_terms([share < HELD for share in held.tolist()])
        return self._within[opening]

    def telling(self, candidates: Sequence[Candidate], described: str, told: Callable[[str], bool]) -> Relevance:
        """This without single characters, without words that tell the document (they stand in `described`, its
        opening) and without words that no candidate holds, but for those that are a topic as they are `told`.

        In a list bounded by units or dates, such words are ways of speaking ("露了面") rather than a topic.
        """
        held = self._matches(candidates)
        telling = self.within(described).terms if described else self.terms
        return self._of_terms(
            [
                len(term.word) > 1
                and term in telling
                and (told(term.word) or bool(len(candidates) and held[:, column].max() >= HELD))
                for column, term in enumerate(self.terms)
            ]
        )

    def look_through(self, candidates: Sequence[Candidate], openings: Sequence[str] = ()) -> None:
        """Looks at once through what will be judged one by one, and through the `openings` of documents: many short
        looks take longer than one."""
        self._looked.written([*openings, *chain.from_iterable(_texts_of(one) for one in candidates)])
        self._looked.spoken([one.text for one in candidates])

    def scores(self, candidates: Sequence[Candidate]) -> list[Score]:
        """One score a candidate, in their order."""
        if not self.terms or not candidates:
            return [Score(0.0, 0.0)] * len(candidates)
        wholes = self._wholes(candidates)
        return [
            Score(share, cosine, candidate.found)
            for share, cosine, candidate in zip(self.shares(candidates), wholes, candidates, strict=True)
        ]

    def totals(self, candidates: Sequence[Candidate]) -> list[float]:
        """The `total` of one score a candidate, in their order, without making the scores."""
        if not self.terms or not candidates:
            return [0.0] * len(candidates)
        wholes = self._wholes(candidates)
        return [
            COVERAGE * share + WHOLE * cosine + FOUND * candidate.found
            for share, cosine, candidate in zip(self.shares(candidates), wholes, candidates, strict=True)
        ]

    def _wholes(self, candidates: Sequence[Candidate]) -> list[float]:
        """The `whole` of one score a candidate."""
        texts = [one.text for one in candidates]
        self._looked.look_through(texts)
        wholes: list[float] = np.clip(self._looked.cosines(texts, self._columns, self._whole), 0, 1).tolist()
        return wholes

    def shares(self, candidates: Sequence[Candidate]) -> list[float]:
        """The `coverage` of one score a candidate, in their order."""
        return self._covered(self._matches(candidates)) if self.terms and candidates else [0.0] * len(candidates)

    def shares_of(self, texts: Sequence[str]) -> list[float]:
        """The `shares` of candidates that are these texts and nothing else."""
        return self._covered(self._spoken(texts)) if self.terms and texts else [0.0] * len(texts)

    def bounds_of(self, texts: Sequence[str]) -> tuple[list[float], list[float]]:
        """What `shares_of` these texts are at least and at most, as far as it is told without their words' meanings."""
        if not (self.terms and texts):
            return [0.0] * len(texts), [0.0] * len(texts)
        written = np.asarray(self._looked.written(texts)[:, self._columns], np.float32)
        return self._covered(written), self._covered(np.maximum(written, np.float32(MEANING)))

    def _covered(self, matches: Vectors) -> list[float]:
        shares: list[float] = (np.einsum("ij,j->i", matches, self._weights) / float(self._weights.sum())).tolist()
        return shares

    def _spoken(self, texts: Sequence[str]) -> Vectors:
        return np.asarray(self._looked.spoken(texts)[:, self._columns], np.float32)

    def score(self, candidate: Candidate) -> Score:
        """The score of one candidate."""
        return self.scores([candidate])[0]

    def unmet(self, candidate: Candidate) -> tuple[float, float]:
        """The shares of the topic to which a candidate has nothing near: in words that the collection uses, and in
        words that it never does and that can only mean what they say."""
        total = float(self._weights.sum())
        lacking = [term for term, met in zip(self.terms, self.matches(candidate), strict=True) if met < UNMET]
        used = sum(term.weight for term in lacking if term.used)
        unknown = sum(term.weight for term in lacking if term.named and not term.used)
        return (used / total, unknown / total) if total else (0.0, 0.0)

    def matches(self, candidate: Candidate) -> list[float]:
        """For every term, how well it was found: 1 as written in the text, 0 not at all."""
        return self.matches_of([candidate])[0]

    def matches_of(self, candidates: Sequence[Candidate]) -> list[list[float]]:
        """The `matches` of several candidates, all looked through at once."""
        found: list[list[float]] = self._matches(candidates).tolist()
        return found

    def _matches(self, candidates: Sequence[Candidate]) -> Vectors:
        texts = [candidate.text for candidate in candidates]
        beside = [
            (HEADING, [candidate.headings for candidate in candidates]),
            (BEFORE, [candidate.before for candidate in candidates]),
            (TITLE, [candidate.title for candidate in candidates]),
        ]
        beside = [(worth, parts) for worth, parts in beside if any(parts)]
        if not beside:
            return self._spoken(texts)
        # All at once: many short looks take longer than one.
        written = self._looked.written([*texts, *chain.from_iterable(parts for _, parts in beside)])
        matches = self._looked.spoken(texts)
        for place, (worth, _) in enumerate(beside, start=1):
            matches = np.maximum(matches, worth * written[place * len(texts) : (place + 1) * len(texts)])
        return np.asarray(matches[:, self._columns], np.float32)


def _texts_of(candidate: Candidate) -> tuple[str, str, str, str]:
    return candidate.text, candidate.headings, candidate.before, candidate.title


def _sought(term: Term) -> _Sought:
    return term.word, term.forms, term.senses


class _LookedThrough:
    """How well each of some terms is found in texts; a text is looked through once for all parts of a topic."""

    def __init__(self, terms: Sequence[_Sought], space: WordSpace) -> None:
        self._space, self._terms = space, terms
        self._written = Written([forms for _, forms, _ in terms])
        self._row: dict[str, int] = {}
        self._spoken = Growing(np.zeros((0, len(terms))))
        self._mean_row: dict[str, int] = {}
        self._means = Growing(np.zeros((0, len(terms)), np.float32))

    @cached_property
    def vectors(self) -> Vectors:
        """The unit vector of each term, shape (number of terms, dimension)."""
        return self._space.vectors([word for word, _, _ in self._terms])

    @cached_property
    def _nearness(self) -> Nearness:
        of = [place for place, (_, _, each) in enumerate(self._terms) for _ in each]
        senses = [sense for _, _, each in self._terms for sense in each]
        worth = [SENSE * math.sqrt(weight) for _, weight in senses]
        return Nearness(self._space, self.vectors, self._space.vectors([sense for sense, _ in senses]), of, worth)

    def written(self, texts: Sequence[str]) -> Shares:
        """How well each term is found as it is written, shape (len(texts), number of terms)."""
        return self._written.shares(texts)

    def look_through(self, texts: Sequence[str]) -> None:
        """Looks through texts of which both is asked for, how they are `spoken` and their `cosines`."""
        fresh = unseen(texts, self._row.keys() | self._mean_row.keys())
        if fresh:
            found = [_words(text, self._space) for text in fresh]
            closest, sums = self._nearness.closest_and_sums(found)
            self._keep_spoken(fresh, closest)
            self._keep_means(fresh, found, sums)

    def spoken(self, texts: Sequence[str]) -> Shares:
        """How well each term is found as it is written or by a word that is near it in meaning, same shape."""
        fresh = unseen(texts, self._row)
        if fresh:
            self._keep_spoken(fresh, self._nearness.closest([_words(text, self._space) for text in fresh]))
        return self._spoken.rows[[self._row[text] for text in texts]]

    def _keep_spoken(self, texts: Sequence[str], closest: Vectors) -> None:
        self._row |= {text: row for row, text in enumerate(texts, len(self._spoken))}
        self._spoken.add(np.maximum(MEANING * closest, self._written.shares(texts)))

    def cosines(self, texts: Sequence[str], columns: Columns, whole: Vectors) -> Vectors:
        """The cosine of each text's weighted mean word and of the terms in these `columns`, each by its share in
        `whole`, shape (len(texts),)."""
        fresh = unseen(texts, self._mean_row)
        if fresh:
            found = [_words(text, self._space) for text in fresh]
            self._keep_means(fresh, found, self._nearness.sums(found))
        means = self._means.rows[[self._mean_row[text] for text in texts]]
        cosines: Vectors = np.einsum("ij,j->i", means[:, columns], whole)
        return cosines

    def _keep_means(self, texts: Sequence[str], words: Sequence[Words], sums: Vectors) -> None:
        lengths = np.asarray([text.length or 1.0 for text in words], np.float32)
        self._mean_row |= {text: row for row, text in enumerate(texts, len(self._means))}
        self._means.add(sums / lengths[:, None])


_looked_through = KeptForParts[_Sought, _LookedThrough](lambda sought: _LookedThrough(sought, shipped_words()))
"""How well words are found in texts."""


def together(topics: Sequence[tuple[str, str, bool]], library: Library) -> None:
    """Has the texts looked through once for all of some topics, each with the one that it has inherited, and whether
    it is `near_official` in places, while one question is answered."""
    terms = chain.from_iterable(
        terms_of(topic, library, inherited, near_official=near)
        for topic, inherited, near_official in topics
        for near in sorted({False, near_official})
    )
    _looked_through([_sought(term) for term in terms])


@lru_cache(maxsize=30_000)
def _words(text: str, space: WordSpace) -> Words:
    return space.words(text)
