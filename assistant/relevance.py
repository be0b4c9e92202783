"""How well pieces of text answer to a topic, word by word and as a whole.

Every word of the topic is looked for in the candidate: as it is written, then by its characters, then by meaning
(the closest word of the candidate in the shipped model's bilingual space; the late interaction of ColBERT, Khattab
and Zaharia 2020, on static word vectors). A word weighs what the model gives it, roughly its information content,
times its rarity in the collection.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, compress, groupby

import numpy as np
from numpy.typing import NDArray

from assistant.lay_words import is_empty, phrases
from assistant.written import Shares, Written, plain, unseen
from index.glossary import rendered_phrases
from index.library import Library
from index.types import Vectors
from index.words import Nearness, Words, WordSpace, shipped_words

# What a word is worth that is found only by meaning, in a heading, in the sentence before, in the document's title.
MEANING, HEADING, BEFORE, TITLE = 0.75, 0.5, 0.15, 0.8
# A rendering from the dictionary is a guess among several; found in a text, it is a good one.
LEAST_RENDERING = 0.75
# A single character says less than a word: 货 is in 货运, 售货 and 货币.
SINGLE = 0.5
# The weightiest word decides a topic of which it is this much, another one where it is as much as the second; below
# the third a candidate has nothing near it.
STRANGE, STRANGE_BESIDE, NEAR = 0.25, 0.35, 0.3
# A word of the topic is unmet where nothing in or around a text is this near to it.
UNMET = 0.35
# What a word of the topic before is worth in a follow-up that has words of its own.
INHERITED = 0.4
# From here on a candidate holds a word rather than one that is near it in meaning.
HELD = 0.8
# A word that the collection never uses may be a paraphrase of one that it does.
UNUSED = 0.7
# Characters of the longest name that is looked for in a row of single characters: 900 of them cost a second otherwise.
LONGEST_PIECE = 12
# How the views are mixed: rounded from a listwise logistic fit on the development questions of both gold sets; each
# view alone puts the evidence first less often.
COVERAGE, WHOLE, FOUND = 0.5, 0.1, 0.2

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[A-Za-z]+(?:[0-9][A-Za-z0-9]*)|[\u3007\u3400-\u9fff]+")
_BEFORE_VERBS = frozenset("新再多另还先要会能可没去来给把被让想")
_AFTER_VERBS = frozenset("了过着掉完")
_LATIN = re.compile("[A-Za-z]")
_ROMAN_GRADE = re.compile("(?<![A-Za-z])(?:I{1,3}|I?V)级")
# Not a piece of a name with digits in it (C2M, FP16).
_ENGLISH = re.compile(
    r"(?<![A-Za-z])(?<![A-Za-z][0-9])(?<![A-Za-z][0-9]{2})[A-Za-z][A-Za-z.'’\-]*(?:[ ,/&]+[A-Za-z][A-Za-z.'’\-]*)*"
    r"(?![A-Za-z0-9])"
)


_NUMERALS = {
    word: ((chinese, 1.0), (digit, 1.0))
    for word, chinese, digit in zip(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
        "两三四五六七八九十",
        ["2", "3", "4", "5", "6", "7", "8", "9", "10"],
        strict=True,
    )
}

Columns = NDArray[np.intp]


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
    """Whether the word can only mean what it says: Chinese, whose official words are among the forms, or an English
    name."""


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
        space = shipped_words()
        self._library = library
        self.terms = _terms(topic, space, library) if terms is None else terms
        known = {term.word for term in self.terms}
        self.terms += tuple(
            replace(term, weight=INHERITED * term.weight)
            for term in (_terms(inherited, space, library) if inherited else ())
            if term.word not in known
        )
        self._look_at(_LookedThrough(self.terms, space), range(len(self.terms)))

    def _look_at(self, looked: _LookedThrough, columns: Sequence[int] | Columns) -> None:
        """Takes its terms to be these `columns` of what is looked through."""
        self._looked, self._columns = looked, np.asarray(columns, np.intp)
        self._weights = np.asarray([term.weight for term in self.terms], np.float32)
        length = float(np.linalg.norm(self._weights @ looked.vectors[self._columns])) if self.terms else 0.0
        self._whole = self._weights / (length or 1.0)
        self._within: dict[str, Relevance] = {}

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

    def telling(self, candidates: Sequence[Candidate], described: str, strict: bool) -> Relevance:
        """This without single characters, without words that tell the document (they stand in `described`, its
        opening) and, unless `strict`, without words that no candidate holds.

        In a list bounded by units or dates, such words are ways of speaking ("露了面") rather than a topic.
        """
        held = self._matches(candidates)
        telling = self.within(described).terms if described else self.terms
        return self._of_terms(
            [
                len(term.word) > 1
                and term in telling
                and (strict or bool(len(candidates) and held[:, column].max() >= HELD))
                for column, term in enumerate(self.terms)
            ]
        )

    def scores(self, candidates: Sequence[Candidate]) -> list[Score]:
        """One score a candidate, in their order."""
        if not self.terms or not candidates:
            return [Score(0.0, 0.0)] * len(candidates)
        whole = np.clip(self._looked.cosines([one.text for one in candidates], self._columns, self._whole), 0, 1)
        return [
            Score(share, cosine, candidate.found)
            for share, cosine, candidate in zip(self.shares(candidates), whole.tolist(), candidates, strict=True)
        ]

    def shares(self, candidates: Sequence[Candidate]) -> list[float]:
        """The `coverage` of one score a candidate, in their order."""
        return self._covered(self._matches(candidates)) if self.terms and candidates else [0.0] * len(candidates)

    def shares_of(self, texts: Sequence[str]) -> list[float]:
        """The `shares` of candidates that are these texts and nothing else."""
        return self._covered(self._spoken(texts)) if self.terms and texts else [0.0] * len(texts)

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
        return [float(match) for match in self._matches([candidate])[0]]

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


class _LookedThrough:
    """How well each of some terms is found in texts; a text is looked through once for all parts of a topic."""

    def __init__(self, terms: Sequence[Term], space: WordSpace) -> None:
        self._space = space
        self.vectors: Vectors = space.vectors([term.word for term in terms])
        self._nearness = Nearness(space, self.vectors)
        self._written = Written([term.forms for term in terms])
        self._row: dict[str, int] = {}
        self._spoken: Shares = np.zeros((0, len(terms)))
        self._summed: dict[str, Vectors] = {}

    def written(self, texts: Sequence[str]) -> Shares:
        """How well each term is found as it is written, shape (len(texts), number of terms)."""
        return self._written.shares(texts)

    def spoken(self, texts: Sequence[str]) -> Shares:
        """How well each term is found as it is written or by a word that is near it in meaning, same shape."""
        fresh = unseen(texts, self._row)
        if fresh:
            self._row |= {text: row for row, text in enumerate(fresh, len(self._spoken))}
            closest = self._nearness.closest([_words(text, self._space) for text in fresh])
            self._spoken = np.concatenate([self._spoken, np.maximum(MEANING * closest, self._written.shares(fresh))])
        return self._spoken[[self._row[text] for text in texts]]

    def cosines(self, texts: Sequence[str], columns: Columns, whole: Vectors) -> Vectors:
        """The cosine of each text's weighted mean word and of the terms in these `columns`, each by its share in
        `whole`, shape (len(texts),)."""
        fresh = [text for text in dict.fromkeys(texts) if text not in self._summed]
        if fresh:
            found = [_words(text, self._space) for text in fresh]
            lengths = np.asarray([text.length or 1.0 for text in found], np.float32)
            self._summed |= dict(zip(fresh, self._nearness.sums(found) / lengths[:, None], strict=True))
        means = np.stack([self._summed[text] for text in texts])
        cosines: Vectors = np.einsum("ij,j->i", means[:, columns], whole)
        return cosines


def _terms(topic: str, space: WordSpace, library: Library) -> tuple[Term, ...]:
    topic = _ROMAN_GRADE.sub(lambda grade: plain(grade.group()), topic)
    terms = [term for match in _ENGLISH.finditer(topic) for term in _english_terms(match.group(), space, library)]
    chinese = _ENGLISH.sub(lambda match: " " * len(match.group()), topic)
    for phrase in phrases(chinese):
        word = chinese[phrase.start : phrase.end]
        terms.append(_term(word, ((plain(word), 1.0), *phrase.words), space, library, named=True))
        chinese = chinese[: phrase.start] + " " * len(word) + chinese[phrase.end :]
    for match in _WORD.finditer(chinese):
        run = match.group()
        words = (
            [run] if run.isascii() else _joined_singles(_recut(_bare(space.segment(run), library), library), library)
        )
        terms += [
            _term(word, ((plain(word), 1.0),), space, library, named=True) for word in words if not is_empty(word)
        ]
    return tuple({term.word: term for term in reversed(terms)}.values())[::-1]


def _term(word: str, forms: tuple[tuple[str, float], ...], space: WordSpace, library: Library, *, named: bool) -> Term:
    """A word weighs what it tells in general times what it tells here: its rarity, that of its most frequent form."""
    rarity = min(library.rarity(form) for form, _ in forms)
    telling = UNUSED if rarity == 1.0 else 0.25 + 0.75 * rarity
    single = max(len(form) for form, _ in forms) == 1 and not word.isascii()
    weight = space.weight(word) * telling * (SINGLE if single else 1.0)
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


def _joined_singles(words: Sequence[str], library: Library) -> list[str]:
    """Words with neighbouring single characters put together: names that no dictionary has (义新欧, 综试区).

    What the collection never uses as a whole is cut where it uses the pieces (年芦岭 is 芦岭 after a 年)."""
    joined: list[str] = []
    for single, run in groupby(words, key=lambda word: len(word) == 1):
        together = list(run)
        joined += _in_used_pieces("".join(together), library) if single else together
    return joined


def _bare(words: Sequence[str], library: Library) -> list[str]:
    """Words without 了 and the like at their end where the collection never uses them so: 涨了 is 涨."""
    return [
        word[0] if len(word) == 2 and word[1] in _AFTER_VERBS and library.rarity(word) == 1.0 else word
        for word in words
    ]


def _in_used_pieces(run: str, library: Library) -> list[str]:
    """A run of characters in the fewest pieces that the collection uses; as it is where it uses the whole or none. What
    the talk puts beside a verb (新借, 涨了) is no part of a name."""
    if len(run) == 2 and (run[0] in _BEFORE_VERBS or run[1] in _AFTER_VERBS) and library.rarity(run) == 1.0:
        return list(run)
    if len(run) < 3 or library.rarity(run) < 1.0:
        return [run]
    best: list[tuple[int, list[str]]] = [(0, [])]  # for each prefix the characters outside of pieces, and its cut
    for end in range(1, len(run) + 1):
        outside, cut = best[end - 1]
        options = [(outside + 1, [*cut, run[end - 1]])]
        for start in range(max(0, end - LONGEST_PIECE), end - 1):
            if library.rarity(run[start:end]) < 1.0:
                outside, cut = best[start]
                options.append((outside, [*cut, run[start:end]]))
        best.append(min(options, key=lambda option: (option[0], len(option[1]))))
    outside, cut = best[-1]
    return cut if outside < len(run) else [run]


def _english_terms(text: str, space: WordSpace, library: Library) -> list[Term]:
    """The words of English text, each with its Chinese renderings; a phrase that is rendered as a whole is one term."""
    terms = []
    for phrase, known in rendered_phrases(text):
        word = known[0][0] if known and " " in phrase else phrase
        renderings = ((plain(term), LEAST_RENDERING + (1 - LEAST_RENDERING) * weight) for term, weight in known)
        forms = ((plain(phrase), 1.0), *renderings)
        named = _is_named(phrase, text)
        terms.append(_term(word, forms + _NUMERALS.get(phrase, ()), space, library, named=named))
    return terms


def _is_named(phrase: str, text: str) -> bool:
    """Whether a text has an English phrase as whole words, and writes it with a capital wherever it does."""
    lower, at, whole = text.lower(), -1, False
    while (at := lower.find(phrase, at + 1)) >= 0:
        if not text[at].isupper():
            return False
        before, after = lower[at - 1 : at], lower[at + len(phrase) : at + len(phrase) + 1]
        whole = whole or not (_LATIN.match(before) or _LATIN.match(after))
    return whole


@lru_cache(maxsize=30_000)
def _words(text: str, space: WordSpace) -> Words:
    return space.words(text)
