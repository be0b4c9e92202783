"""Everyday words of a question and the official words that documents write for them; words that say nothing at all.

People ask who is graded (打分) and what it costs (花钱); documents write 考核 and 资金. `lay_words.tsv` is a thesaurus
written for this project over what governments of all levels deal with; `empty_words.txt` lists question talk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from unicodedata import is_normalized

from index.terms import folded
from index.words import shipped_words

OfficialWord = tuple[str, float]
Thesaurus = Mapping[str, tuple[OfficialWord, ...]]

THESAURUS = Path(__file__).parent / "lay_words.tsv"
EMPTY_WORDS = Path(__file__).parent / "empty_words.txt"
# An official word for an everyday one is a good guess, yet less than the word itself.
USUAL_WEIGHT = 0.85


class LayWordsError(ValueError):
    """A word list cannot be read; the message names file, line and what is wrong."""


@dataclass(frozen=True, slots=True)
class LayPhrase:
    """An everyday word at `text[start:end]` of a question with its official words, best first, 0 < weight <= 1."""

    start: int
    end: int
    words: tuple[OfficialWord, ...]


def official_words(word: str) -> tuple[OfficialWord, ...]:
    """What documents write for an everyday word, best first, each with its weight, 0 < weight <= 1; () where nothing is
    known. Width, case, traditional characters and white space do not matter."""
    return _thesaurus().get("".join(folded(word).split()), ())


def phrases(text: str) -> Iterator[LayPhrase]:
    """The everyday words of a question from left to right, without overlaps; of several at one place the longest.

    Nothing is found that begins or ends inside a word: neither 罚 in 处罚 nor 报数字 in 申报数字化.
    """
    thesaurus, longest = _thesaurus(), _longest()
    plain = "".join(map(_folded_character, text))
    inside = _inside_words(plain)
    at = 0
    while at < len(plain):
        for end in range(min(at + longest, len(plain)), at, -1):
            words = thesaurus.get(plain[at:end])
            if words and inside.isdisjoint((at, end)):
                yield LayPhrase(at, end, words)
                at = end - 1
                break
        at += 1


def is_empty(word: str) -> bool:
    """Whether a word is mere question talk (打算, 说法, 情况): it names nothing that could be looked for."""
    return "".join(folded(word).split()) in _empty_words()


def read_thesaurus(lines: Iterable[str], source: str) -> Thesaurus:
    """Rows of `everyday<TAB>official; official=WEIGHT`; raises LayWordsError.

    Blank lines and lines that start with # are left out; a word without a weight gets USUAL_WEIGHT.
    """
    rows = [
        (number, line.rstrip("\n")) for number, line in enumerate(lines, start=1) if line[:1] not in ("#", "\n", "")
    ]
    plain = _is_plain("\n".join(line for _, line in rows))
    # Everyday words come in groups that share their official words.
    official_words_of = cache(partial(_official_words, plain=plain))
    thesaurus: dict[str, tuple[OfficialWord, ...]] = {}
    for number, line in rows:
        if not line.strip():
            continue
        everyday, tab, official = line.partition("\t")
        try:
            if not tab:
                raise ValueError(f"expected two columns, everyday word<TAB>official words, not {line.strip()!r}")
            if everyday in thesaurus:
                raise ValueError(f"{everyday} has a row already: put all its official words there")
            _check(everyday, plain=plain)
            words = official_words_of(official)
            if any(word == everyday for word, _ in words):
                raise ValueError(f"{everyday} stands for itself")
        except ValueError as error:
            raise LayWordsError(f"{source}, line {number}: {error}") from error
        thesaurus[everyday] = words
    return thesaurus


def _official_words(column: str, *, plain: bool) -> tuple[OfficialWord, ...]:
    weights: dict[str, float] = {}
    for written in column.split("; "):
        word, equals, number = written.partition("=")
        _check(word, plain=plain)
        weight = float(number) if equals else USUAL_WEIGHT
        if not 0 < weight <= 1:
            raise ValueError(f"the weight of {word} is {weight}, not in 0..1")
        if word in weights:
            raise ValueError(f"the official word {word} is listed twice")
        weights[word] = weight
    return tuple(weights.items())


def _is_plain(text: str) -> bool:
    """Whether folding changes nothing in a text. To look once at each character that it has takes a twentieth of the
    time of folding a large list word for word."""
    characters = "".join(sorted(set(text)))
    return is_normalized("NFKC", text) and folded(characters) == characters


def _check(word: str, *, plain: bool) -> None:
    if word.split() != [word] or not (plain or folded(word) == word):
        raise ValueError(
            f"{word!r} must be a word in simplified characters, lower case and half width, without white space"
        )


def _folded_character(character: str) -> str:
    plain = folded(character)
    return plain if len(plain) == 1 else character


def _inside_words(plain: str) -> set[int]:
    """The places of a text where a cut would go through a word."""
    inside: set[int] = set()
    at = 0
    for word in shipped_words().segment(plain):
        at = plain.index(word, at)
        inside.update(range(at + 1, at + len(word)))
        at += len(word)
    return inside


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise LayWordsError(f"{path} cannot be read ({error.strerror}); reinstall the package") from error


@cache
def _thesaurus() -> Thesaurus:
    return read_thesaurus(_lines(THESAURUS), THESAURUS.name)


@cache
def _longest() -> int:
    return max(map(len, _thesaurus()))


@cache
def _empty_words() -> frozenset[str]:
    return frozenset(word for line in _lines(EMPTY_WORDS) for word in line.partition("#")[0].split())
