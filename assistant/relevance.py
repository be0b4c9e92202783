"""How well pieces of text answer to a topic, word by word and as a whole.

Every word of the topic is looked for in the candidate: as it is written, then by its characters, then by meaning
(the closest word of the candidate in the shipped model's bilingual space; the late interaction of ColBERT, Khattab
and Zaharia 2020, on static word vectors). A word weighs what the model gives it, roughly its information content,
times its rarity in the collection.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from assistant.lay_words import is_empty, phrases
from assistant.written import Written, plain
from index.glossary import rendered_phrases
from index.library import Library
from index.types import Vectors
from index.words import UNRELATED, Nearness, Words, WordSpace, shipped_words

# What a word is worth that is found only by meaning, in a heading, in the sentence before, in the document's title.
MEANING, HEADING, BEFORE, TITLE = 0.75, 0.5, 0.15, 0.8
# A rendering from the dictionary is a guess among several; found in a text, it is a good one.
LEAST_RENDERING = 0.75
# A single character says less than a word: 货 is in 货运, 售货 and 货币.
SINGLE = 0.5
# A word that is this much of a topic decides it; below this match a candidate has nothing near it.
STRANGE, NEAR = 0.25, 0.3
# What a word of the topic before is worth in a follow-up that has words of its own.
INHERITED = 0.4
# From here on a candidate holds a word rather than one that is near it in meaning.
HELD = 0.8
# A word that the collection never uses may be a paraphrase of one that it does.
UNUSED = 0.7
# How the views are mixed: rounded from a listwise logistic fit on the development questions of both gold sets; each
# view alone puts the evidence first less often.
COVERAGE, WHOLE, FOUND = 0.5, 0.1, 0.2

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[A-Za-z]+(?:[0-9][A-Za-z0-9]*)|[\u3007\u3400-\u9fff]+")
_ENGLISH = re.compile(r"[A-Za-z][A-Za-z.'’\-]*(?:[ ,/]+[A-Za-z][A-Za-z.'’\-]*)*(?![0-9])")


_NUMERALS = {
    word: ((chinese, 1.0), (digit, 1.0))
    for word, chinese, digit in zip(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
        "两三四五六七八九十",
        ["2", "3", "4", "5", "6", "7", "8", "9", "10"],
        strict=True,
    )
}


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
class Term:
    """A word of the topic: the folded forms by which it may be found, each with its worth, and its weight."""

    word: str
    forms: tuple[tuple[str, float], ...]
    weight: float
    used: bool = True
    """Whether the collection has the word in any of its forms."""
    named: bool = True
    """Whether the word can only mean what it says: Chinese without an official word for it, or an English name."""


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

    def __init__(
        self, topic: str, library: Library, terms: tuple[Term, ...] | None = None, inherited: str = ""
    ) -> None:
        """`inherited` is a topic from the turn before, whose words count by half beside those of `topic`."""
        self._space = shipped_words()
        self._library = library
        self.terms = _terms(topic, self._space, library) if terms is None else terms
        known = {term.word for term in self.terms}
        self.terms += tuple(
            replace(term, weight=INHERITED * term.weight)
            for term in (_terms(inherited, self._space, library) if inherited else ())
            if term.word not in known
        )
        self._weights = np.asarray([term.weight for term in self.terms], np.float32)
        self._vectors: Vectors = self._space.vectors([term.word for term in self.terms])
        whole = self._weights @ self._vectors if self.terms else np.zeros(self._vectors.shape[-1:], np.float32)
        self._nearness = Nearness(self._space, self._vectors, whole / (float(np.linalg.norm(whole)) or 1.0))
        self._within: dict[str, Relevance] = {}
        self._written = Written([term.forms for term in self.terms])

    def strange(self, candidate: Candidate) -> bool:
        """Whether the topic's weightiest Chinese word or name is one that the collection never uses and to which
        the candidate has nothing near: the question is about something else (咖啡豆, 马德里, GDP)."""
        named = [(term.weight, position) for position, term in enumerate(self.terms) if term.named]
        if not named:
            return False
        weight, position = max(named)
        share = weight / float(self._weights.sum())
        return not self.terms[position].used and share >= STRANGE and self.matches(candidate)[position] < NEAR

    def of(self, topic: str) -> Relevance:
        """A scorer for another topic over the same collection."""
        return Relevance(topic, self._library)

    def heard(self) -> Relevance:
        """This without words that the collection never uses, where the others are at least half of the topic: in
        "保税加工布置了哪些任务" 布置 is a way of speaking."""
        used = tuple(term for term in self.terms if term.used)
        if 2 * sum(term.weight for term in used) < float(self._weights.sum()):
            return self
        return Relevance("", self._library, used)

    def without(self, words: frozenset[str]) -> Relevance:
        """This without terms that are among `words` or rendered by them; all of it where nothing would be left."""
        kept = tuple(term for term in self.terms if not words & {term.word, *(form for form, _ in term.forms)})
        return Relevance("", self._library, kept) if kept and len(kept) < len(self.terms) else self

    def within(self, opening: str) -> Relevance:
        """This without the words that tell the document, which stand in its `opening`."""
        if opening not in self._within:
            held = self._written.shares([opening])[0]
            kept = tuple(term for term, share in zip(self.terms, held, strict=True) if share < HELD)
            self._within[opening] = Relevance("", self._library, kept)
        return self._within[opening]

    def telling(self, candidates: Sequence[Candidate], described: str, strict: bool) -> Relevance:
        """This without single characters, without words that tell the document (they stand in `described`, its
        opening) and, unless `strict`, without words that no candidate holds.

        In a list bounded by units or dates, such words are ways of speaking ("露了面") rather than a topic.
        """
        held = self._matches(candidates, [_words(candidate.text, self._space) for candidate in candidates])
        telling = self.within(described).terms if described else self.terms
        kept = [
            term
            for column, term in enumerate(self.terms)
            if len(term.word) > 1
            and term in telling
            and (strict or (len(candidates) and held[:, column].max() >= HELD))
        ]
        return Relevance("", self._library, tuple(kept))

    def scores(self, candidates: Sequence[Candidate]) -> list[Score]:
        """One score a candidate, in their order."""
        if not self.terms or not candidates:
            return [Score(0.0, 0.0)] * len(candidates)
        texts = [_words(candidate.text, self._space) for candidate in candidates]
        matches = self._matches(candidates, texts)
        coverage = np.einsum("ij,j->i", matches, self._weights) / float(self._weights.sum())
        whole = np.clip(self._nearness.wholes(texts), 0, 1)
        return [
            Score(float(share), float(cosine), candidate.found)
            for share, cosine, candidate in zip(coverage, whole, candidates, strict=True)
        ]

    def score(self, candidate: Candidate) -> Score:
        """The score of one candidate."""
        return self.scores([candidate])[0]

    def matches(self, candidate: Candidate) -> list[float]:
        """For every term, how well it was found: 1 as written in the text, 0 not at all."""
        return [float(match) for match in self._matches([candidate], [_words(candidate.text, self._space)])[0]]

    def _matches(self, candidates: Sequence[Candidate], texts: Sequence[Words]) -> Vectors:
        closest = self._nearness.closest(texts)
        matches = MEANING * np.clip((closest - UNRELATED) / (1 - UNRELATED), 0, 1)
        for worth, parts in (
            (1.0, [candidate.text for candidate in candidates]),
            (HEADING, [candidate.headings for candidate in candidates]),
            (BEFORE, [candidate.before for candidate in candidates]),
            (TITLE, [candidate.title for candidate in candidates]),
        ):
            matches = np.maximum(matches, worth * self._written.shares(parts))
        return np.asarray(matches, np.float32)


def _terms(topic: str, space: WordSpace, library: Library) -> tuple[Term, ...]:
    terms = [term for match in _ENGLISH.finditer(topic) for term in _english_terms(match.group(), space, library)]
    chinese = _ENGLISH.sub(lambda match: " " * len(match.group()), topic)
    for phrase in phrases(chinese):
        word = chinese[phrase.start : phrase.end]
        terms.append(_term(word, ((plain(word), 1.0), *phrase.words), space, library, named=False))
        chinese = chinese[: phrase.start] + " " * len(word) + chinese[phrase.end :]
    for match in _WORD.finditer(chinese):
        run = match.group()
        words = [run] if run.isascii() else _joined_singles(_recut(space.segment(run), library))
        terms += [
            _term(word, ((plain(word), 1.0),), space, library, named=True) for word in words if not is_empty(word)
        ]
    return tuple({term.word: term for term in reversed(terms)}.values())[::-1]


def _term(word: str, forms: tuple[tuple[str, float], ...], space: WordSpace, library: Library, *, named: bool) -> Term:
    """A word weighs what it tells in general times what it tells here: its rarity, that of its most frequent form."""
    rarity = min(library.rarity(form) for form, _ in forms)
    telling = UNUSED if rarity == 1.0 else 0.25 + 0.75 * rarity
    single = max(len(form) for form, _ in forms) == 1 and not word.isascii()
    weight = float(space.weights([word])[0]) * telling * (SINGLE if single else 1.0)
    return Term(word, forms, weight, used=rarity < 1.0, named=named)


def _recut(words: Sequence[str], library: Library) -> list[str]:
    """Words with a wrong cut mended: where the collection never uses a word (区划) but uses the one before it with its
    first character (核心区), that character belongs to the word before."""
    mended: list[str] = []
    for word in words:
        if mended and len(word) == 2 and len(mended[-1]) > 1 and library.rarity(word) == 1.0:
            longer = mended[-1] + word[0]
            if library.rarity(longer) < 1.0:
                mended[-1], word = longer, word[1:]
        mended.append(word)
    return mended


def _joined_singles(words: Sequence[str]) -> list[str]:
    """Words with neighbouring single characters put together: names that no dictionary has (义新欧, 综试区)."""
    joined: list[str] = []
    open_run = False
    for word in words:
        if len(word) == 1 and open_run:
            joined[-1] += word
        else:
            joined.append(word)
        open_run = len(word) == 1
    return joined


def _english_terms(text: str, space: WordSpace, library: Library) -> list[Term]:
    """The words of English text, each with its Chinese renderings; a phrase that is rendered as a whole is one term."""
    terms = []
    for phrase, known in rendered_phrases(text):
        word = known[0][0] if known and " " in phrase else phrase
        renderings = ((plain(term), LEAST_RENDERING + (1 - LEAST_RENDERING) * weight) for term, weight in known)
        forms = ((plain(phrase), 1.0), *renderings)
        named = bool(re.search(rf"(?<![A-Za-z]){re.escape(phrase)}(?![A-Za-z])", text, re.I)) and all(
            part[0].isupper() for part in re.findall(re.escape(phrase), text, re.I)
        )
        terms.append(_term(word, forms + _NUMERALS.get(phrase, ()), space, library, named=named))
    return terms


@lru_cache(maxsize=50_000)
def _words(text: str, space: WordSpace) -> Words:
    return space.words(text)
