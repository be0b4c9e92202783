"""Everyday words of a question and the official words that documents write for them; words that say nothing at all.

People ask who is graded (打分) and what it costs (花钱); documents write 考核 and 资金. `lay_words.tsv` is a thesaurus
written for this project over what governments of all levels deal with; `empty_words.txt` lists question talk.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache, partial
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


# What may precede an everyday word and is taken for the beginning of another word (对 + 外企).
PREPOSITIONS = frozenset("对给把被向跟和与从在由让帮请按为")
_HAN = "[\u3400-\u9fff]"
# Between a verb and its object, or with the verb twice: 罚了款, 开过几次会, 贷不到款, 交不交税, 看看病.
_PARTED = re.compile(
    rf"(?P<verb>{_HAN})(?:[不没一]?(?P=verb))?(?:了|过|着|完|好|到)?(?:[得不](?:到|起|了|上|来|成|出|下))?"
    rf"(?:的|(?:多少|几|一|两)(?:[个次条家座场批种项套台辆间所趟笔份张户名位点]|[十百千]*[万亿])?)?(?P<object>{_HAN})"
)


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


@lru_cache(maxsize=1024)  # a question and its topic are looked through at several steps
def phrases(text: str) -> tuple[LayPhrase, ...]:
    """The everyday words of a question from left to right, without overlaps; of several at one place the longest.

    A verb and its object may be parted or doubled (罚了款, 打了多少钱, 交不交税, 看看病): such a phrase has the word as
    dictionaries write it first among its words, with weight 1. What is spoken with 儿 (娃儿) is found with it.
    Nothing is found that begins or ends inside a word: neither 罚 in 处罚 nor 报数字 in 申报数字化.
    """
    return tuple(_phrases(text))


def _phrases(text: str) -> Iterator[LayPhrase]:
    plain = "".join(map(_folded_character, text))
    cuts = _Cuts(plain)
    begins = _beginnings()
    at = 0
    while at < len(plain):
        if plain[at] not in begins:
            at += 1  # no everyday word begins so: the letters of English, for one
            continue
        found = _together(plain, at, cuts)
        parted = _parted(plain, at, cuts)
        if parted and (not found or parted.end > found.end):
            found = parted
        if found and _longer_within(plain, found, cuts):
            found = None  # 拖着不办 in 老是拖着不办, not 老是拖
        if found:
            if plain[found.end : found.end + 1] == "儿" and cuts.at(found.end) and cuts.at(found.end + 1):
                found = replace(found, end=found.end + 1)
            yield found
            at = found.end
        else:
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


class _Cuts:
    """Where a text may be cut without going through a word."""

    def __init__(self, plain: str) -> None:
        self._plain = plain

    @cached_property
    def _inside(self) -> dict[int, int]:
        """The places inside words, with where the word begins."""
        inside: dict[int, int] = {}
        at = 0
        for word in shipped_words().segment(self._plain):
            found = self._plain.find(word, at)
            if found < 0:
                continue  # the cutter folds a few letters (İ) that stay as they are here
            at = found
            inside |= dict.fromkeys(range(at + 1, at + len(word)), at)
            at += len(word)
        return inside

    def at(self, place: int) -> bool:
        """Whether no word goes across `place`."""
        return place not in self._inside

    def around(self, start: int, end: int) -> bool:
        """Whether `start` and `end` are such places, or would be if a preposition were not taken for the beginning of
        a word: 对 + 外企 is cut as 对外 + 企."""
        if self.at(start):
            return self.at(end)
        before = self._inside[start]
        if start - before != 1 or self._plain[before] not in PREPOSITIONS or not self.at(before):
            return False
        return _Cuts(self._plain[start:]).at(end - start)


def _together(plain: str, at: int, cuts: _Cuts) -> LayPhrase | None:
    """The longest everyday word that begins at `at`."""
    thesaurus = _thesaurus()
    for end in range(min(at + _longest().get(plain[at : at + 2], 1), len(plain)), at, -1):
        words = thesaurus.get(plain[at:end])
        if words and cuts.around(at, end):
            return LayPhrase(at, end, words)
    return None


def _longer_within(plain: str, found: LayPhrase, cuts: _Cuts) -> bool:
    """Whether a longer everyday word begins inside of one and goes beyond it."""
    others = (_together(plain, at, cuts) for at in range(found.start + 1, found.end))
    length = found.end - found.start
    return any(other and other.end > found.end and other.end - other.start > length for other in others)


def _parted(plain: str, at: int, cuts: _Cuts) -> LayPhrase | None:
    """An everyday word of verb and object that begins at `at` and is parted or has its verb doubled."""
    match = _PARTED.match(plain, at)
    if not match or match.end() - at < 3:
        return None
    word = match["verb"] + match["object"]
    words = _thesaurus().get(word)
    middle = match.start("object")
    whole = cuts.at(middle) or plain.startswith(word, middle - 1)
    if not words or not (whole and cuts.at(at) and cuts.at(match.end())):
        return None
    return LayPhrase(at, match.end(), ((word, 1.0), *words))


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise LayWordsError(f"{path} cannot be read ({error.strerror}); reinstall the package") from error


@cache
def _thesaurus() -> Thesaurus:
    return read_thesaurus(_lines(THESAURUS), THESAURUS.name)


@cache
def _beginnings() -> frozenset[str]:
    """The first characters of everyday words."""
    return frozenset(word[0] for word in _thesaurus())


@cache
def _longest() -> dict[str, int]:
    """How long the longest everyday word is that begins with each two characters."""
    longest: dict[str, int] = {}
    for word in _thesaurus():
        longest[word[:2]] = max(longest.get(word[:2], 0), len(word))
    return longest


@cache
def _empty_words() -> frozenset[str]:
    return frozenset(word for line in _lines(EMPTY_WORDS) for word in line.partition("#")[0].split())
