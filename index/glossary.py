"""Chinese renderings of the English words of a question, so that words alone can already find Chinese text.

Three sources, read once: `glossary.tsv` (policy terms and the names of units) and `glossary_general.tsv` (everyday
words of all fields of government), written for this project and speaking together; and `cedict_renderings.tsv`, an
extract of CC-CEDICT (CC BY-SA 4.0) that speaks only where both are silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain, product
from pathlib import Path

from index.english import joined_or_parted, uninflected, words

Rendering = tuple[str, float]
Phrase = tuple[str, ...]

FOLDER = Path(__file__).parent
# A second term for the same English is a worse guess than the first, but often the one that the office chose.
FURTHER_TERM = 0.7
# A dictionary word is a guess among many; a glossary term is what offices write.
DICTIONARY = 0.6
# Shorter Chinese terms are parts of other words too often to be rendered by themselves.
LONG_TERM = 4

# Words that hold a question together and name nothing that could be found.
_SILENT_WORDS = """
    a about above all already also although am an and any anybody anyone anything anyway are as at be because been being
    between both but by came can come comes coming could couldn't did didn't do does doesn't doing don't done during
    each eg either else etc every everybody everyone everything few for from gave get gets give given gives go goes
    going gone had hadn't has hasn't have haven't having he her here hers him himself his how however i i'm i've ie if
    in instead into is isn't it its itself just let like list many may me might mine more most much must my myself name
    named neither no nobody nor not of off oh ok on one ones only or other others our ours ourselves out own per please
    rather really same say says shall she should show so some somebody someone something still such tell than that the
    their theirs them themselves then there these they they're thing things this those though through to too towards up
    upon us use used using very want wanted wants was wasn't we we're we've went were weren't what when where whether
    which while who whoever whom whose why will with within without won't would wouldn't yes yet you your yours yourself
"""
SILENT = frozenset(_SILENT_WORDS.split())


_TOKEN = re.compile("[A-Za-z][A-Za-z0-9]*(?:['’][A-Za-z]+)?")
_POSSESSIVE = re.compile("['’]s?$")
_BETWEEN_WORDS = re.compile("[ -]|, ?| ?& ?")


class GlossaryError(ValueError):
    """A glossary file cannot be read; the message names file, line and what is wrong."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """English phrases (lower-case words) with their Chinese renderings, best first, 0 < weight <= 1."""

    phrases: Mapping[Phrase, tuple[Rendering, ...]]
    vocabulary: frozenset[str] = field(init=False, repr=False)
    """All words of the phrases."""
    _longest: Mapping[str, int] = field(init=False, repr=False)
    """By their first words, how many words the longest phrases have."""

    def __post_init__(self) -> None:
        longest: dict[str, int] = {}
        for phrase in self.phrases:
            longest[phrase[0]] = max(longest.get(phrase[0], 0), len(phrase))
        object.__setattr__(self, "vocabulary", frozenset(chain.from_iterable(self.phrases)))
        object.__setattr__(self, "_longest", longest)

    def look_up(self, phrase: Phrase) -> tuple[Rendering, ...]:
        """Renderings of a phrase or of the phrase it is an inflected form of; empty where there is none."""
        if found := self.phrases.get(phrase):
            return found
        bases = []
        for word in phrase:
            known = [form for form in uninflected(word) if form in self.vocabulary]
            if not known:
                return ()
            bases.append(known)
        return next((found for form in product(*bases) if (found := self.phrases.get(form))), ())

    def longest_from(self, word: str) -> int:
        """How many words the longest phrase has that begins with a word or with what it may be a form of; 0 where none
        does."""
        return max((self._longest.get(form, 0) for form in uninflected(word)), default=0)


def read_glossary(lines: Iterable[str], source: str) -> Glossary:
    """Rows of `chinese<TAB>english`, each side with variants separated by "; "; raises GlossaryError.

    A Chinese variant may end in `=WEIGHT`; blank lines and lines that start with # are left out.
    """
    phrases: dict[Phrase, list[Rendering]] = {}
    for number, line in enumerate(lines, start=1):
        if line.isspace() or line.startswith("#"):
            continue
        chinese, _, english = line.rstrip("\n").partition("\t")
        if not chinese or not english or "\t" in english:
            raise GlossaryError(
                f"{source}, line {number}: expected two columns, Chinese<TAB>English, not {line.strip()!r}"
            )
        try:
            terms = [_weighted(variant, place) for place, variant in enumerate(chinese.split("; "))]
        except ValueError as error:
            raise GlossaryError(f"{source}, line {number}: {error}") from error
        for variant in english.split("; "):
            phrases.setdefault(tuple(words(variant)), []).extend(terms)
    phrases.pop((), None)
    return Glossary({phrase: _heavier(each) for phrase, each in phrases.items()})


def _weighted(variant: str, place: int) -> Rendering:
    term, _, written = variant.partition("=")
    weight = float(written) if written else (FURTHER_TERM if place else 1.0)
    if not 0 < weight <= 1:
        raise ValueError(f"the weight of {term} is {weight}, not in 0..1")
    return term, weight


def _heavier(terms: Iterable[Rendering]) -> tuple[Rendering, ...]:
    """Each term once, with the greatest of its weights; the heaviest first, equals in the order given."""
    terms = tuple(terms)
    if len(terms) < 2:
        return terms
    greatest: dict[str, float] = {}
    for term, weight in terms:
        greatest[term] = max(greatest.get(term, 0.0), weight)
    return tuple(sorted(greatest.items(), key=_lightest_last))


def _lightest_last(rendering: Rendering) -> float:
    return -rendering[1]


def _read(path: Path) -> Glossary:
    return read_glossary(_lines(path), path.name)


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines(keepends=True)
    except OSError as error:
        raise GlossaryError(f"{path} cannot be read ({error.strerror}); reinstall the package") from error


@cache
def policy_terms() -> Glossary:
    """The project's own terms."""
    return _read(FOLDER / "glossary.tsv")


@cache
def general_terms() -> Glossary:
    """The project's renderings of everyday words, by all the words that offices use for a thing."""
    return _read(FOLDER / "glossary_general.tsv")


@cache
def dictionary_terms() -> Glossary:
    """Single words and short phrases of CC-CEDICT, place names among them."""
    return _read(FOLDER / "cedict_renderings.tsv")


@cache
def english_terms() -> Mapping[str, str]:
    """The project's policy terms of four characters or more with what they are called in English: the first Chinese
    and the first English variant of each row, the only pair that is sure to render one another."""
    terms: dict[str, str] = {}
    for line in _lines(FOLDER / "glossary.tsv"):
        if line.strip() and not line.startswith("#"):
            chinese, _, english = line.rstrip("\n").partition("\t")
            term = chinese.split("; ")[0].partition("=")[0]
            if len(term) >= LONG_TERM and not re.search("[A-Za-z0-9]", term):
                terms.setdefault(term, english.split("; ")[0])
    return terms


def renderings(text: str) -> list[Rendering]:
    """Chinese terms, with weights 0 < w <= 1, for the English words and phrases of a question; best guesses first.

    The longest phrase wins and a policy term beats a dictionary word; words that only hold a sentence together give
    nothing. Text without English gives [].
    """
    return list(_heavier(rendering for _, terms in rendered_phrases(text) for rendering in terms))


@lru_cache(maxsize=1024)  # a question is looked at from many sides
def rendered_phrases(text: str) -> tuple[tuple[str, tuple[Rendering, ...]], ...]:
    """The English words and phrases of a text in order, each with its Chinese renderings (none where it has none).

    Words that only hold a sentence together are left out, unless a phrase needs them.
    """
    return tuple(_rendered_phrases(text))


def _rendered_phrases(text: str) -> Iterator[tuple[str, tuple[Rendering, ...]]]:
    question = words(text)
    if not question:
        return  # a Chinese question does not wait for the glossaries to be read
    at = 0
    while at < len(question):
        for length in range(min(_longest_from(question[at]), len(question) - at), 0, -1):
            phrase = tuple(question[at : at + length])
            if length == 1 and phrase[0] in SILENT:
                break
            terms = _terms_of(phrase)
            if length == 1 and not terms and any(form in SILENT for form in uninflected(phrase[0])):
                break  # giving
            if terms or length == 1:
                yield " ".join(phrase), terms
                at += length - 1
                break
        at += 1


def phrases_in(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the English phrases of two words or more that the project's glossaries render as a whole, in order,
    the longest from each place on: pay out, people in need."""
    tokens = list(_TOKEN.finditer(text))
    if len(tokens) < 2:
        return  # a Chinese question does not wait for the glossaries to be read
    spelled = [words(token.group()) for token in tokens]
    joined = [
        len(one) == 1 and _BETWEEN_WORDS.fullmatch(text, before.end(), after.start()) is not None
        for one, before, after in zip(spelled[1:], tokens, tokens[1:], strict=False)
    ]
    at = 0
    while at < len(tokens):
        longest = _longest_from(spelled[at][0]) if len(spelled[at]) == 1 else 1
        together = 1
        while together < longest and at + together < len(tokens) and joined[at + together - 1]:
            together += 1
        while together > 1 and not _own_terms(tuple(each[0] for each in spelled[at : at + together])):
            together -= 1
        if together > 1:
            last = tokens[at + together - 1]
            yield tokens[at].start(), last.start() + len(_POSSESSIVE.sub("", last.group()))
        at += together


@lru_cache(maxsize=16_384)
def _longest_from(word: str) -> int:
    """No phrase of more words that begins with this one has renderings; of two words written as one there may be."""
    return max(2, *(one.longest_from(word) for one in (policy_terms(), general_terms(), dictionary_terms())))


@lru_cache(maxsize=16_384)
def _terms_of(phrase: Phrase) -> tuple[Rendering, ...]:
    if terms := _own_terms(phrase):
        return terms
    if not SILENT & set(phrase):
        for other in joined_or_parted(phrase):
            if terms := _own_terms(other):
                return terms
    return tuple((term, DICTIONARY * weight) for term, weight in dictionary_terms().look_up(phrase))


@lru_cache(maxsize=16_384)
def _own_terms(phrase: Phrase) -> tuple[Rendering, ...]:
    return _heavier(policy_terms().look_up(phrase) + general_terms().look_up(phrase))
