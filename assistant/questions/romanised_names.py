"""Names of places and bodies as English questions write them: Linxi for 临溪, Shuangdao Bay for 双岛湾.

No dictionary has the names of a collection's own places. Those in its titles, issuers and units are known by their
pinyin (GB/T 16159, without tones); any other capitalised word that can be read as syllables is looked for in the
collection itself: characters that are read so and stand there side by side.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache, partial
from heapq import nsmallest
from itertools import pairwise
from typing import Protocol

from index.glossary import SILENT, dictionary_terms, general_terms, rendered_phrases
from index.terms import simplified


class Has(Protocol):
    """What a collection has."""

    def held(self, found: Collection[str]) -> frozenset[str]:
        """Which of these characters and pairs of characters any passage has."""

    def stands(self, name: str) -> bool:
        """Whether a passage has these characters, and not as pieces of other words."""

    def rarity(self, word: str) -> float:
        """How rare a word is, 1 where it is nowhere."""


MOST_SYLLABLES = 5
"""A longer word is no name of a place or a person in one word."""
_LONGEST_SYLLABLE = 6
_MOST_TOGETHER = 3
_MOST_LOOKED_AT = 6
"""Ways to write a name that are looked for as a whole."""
_MOST_WAYS = 100
"""Beginnings of a name that are gone on with, those of the commonest pairs: in a large collection nearly all characters
stand side by side somewhere."""

_NAME = re.compile(
    r"(?:^|[^\u4e00-\u9fff]|[省市州盟县区旗]|中国|关于|同意)"
    r"(?P<name>[\u4e00-\u9fff]{2,4}?)(?=省|市|州|盟|县|区|旗|镇|乡|街道|新区|港|湾|片区|开发区|试验区|示范区|集团|海关)"
)
# Any two or three characters of a title may be a name; these words never are.
_NO_NAME = re.compile("人民|政府|办公|关于|国家|国务|全省|全市|建设|发展|经济|工作|方案|通知|实施|综合|重点|各")
_CAPITALISED = r"(?<![A-Za-z'’])[A-Z][a-z]*(?:['’](?!s(?![a-z]))[a-z]+)?(?![A-Za-z]|['’](?!s(?![a-z]))[A-Za-z])"
_RUN = re.compile(rf"{_CAPITALISED}(?: {_CAPITALISED})*")
_LEAST_LETTERS = 3
# What kind of place a name is of is its last character in Chinese.
_KINDS = {
    **{"bay": "湾", "county": "县", "city": "市", "district": "区", "province": "省", "town": "镇", "township": "乡"},
    **{
        "village": "村",
        "river": "河江",
        "lake": "湖",
        "mountain": "山",
        "mountains": "山",
        "island": "岛",
        "port": "港",
    },
    **{
        "bridge": "桥",
        "road": "路",
        "street": "街路",
        "prefecture": "州",
        "banner": "旗",
        "league": "盟",
        "park": "园",
    },
    **{"reservoir": "水", "airport": "机", "railway": "铁", "station": "站", "strait": "海", "peninsula": "半"},
    **{"group": "集公", "university": "大", "sea": "海", "gorge": "峡", "pass": "关口", "valley": "谷", "plain": "平"},
}
# Those without which a name says nothing: 双岛湾, but 崂山.
_PART_OF_NAME = frozenset("湾岛湖山桥村镇港路街河江峡")
_KIND_AFTER = re.compile(r" (?P<kind>[A-Za-z]+)")
_VOWEL = re.compile("[aeiouv]")
# What holds Chinese sentences together and is in no name.
_IN_NO_NAME = frozenset("的了是和与及为以等或但而被把将也都就还很最更之其这那你我他们着过们吗呢吧")


class RomanisedNames:
    """The names of a collection by their pinyin; read when first asked for."""

    def __init__(self, texts: Iterable[str], collection: Has | None = None) -> None:
        """`texts` are the titles, issuers and units of the `collection`; without it no other names are known."""
        self._texts = tuple(texts)
        self._collection = collection

    def in_chinese(self, text: str) -> str:
        """`text` with every capitalised word that is the pinyin of a name of the collection replaced by that name, the
        kind of place with it where it belongs to the name (Bay)."""
        parts: list[str] = []
        done = 0
        for run in _RUN.finditer(text):
            words = run.group().split(" ")
            kind = _KIND_AFTER.match(text, run.end())
            found = self._named([*words, kind["kind"]] if kind else words, len(words))
            if found != words:
                parts += [text[done : run.start()], " ".join(found)]
                done = run.end()
        return "".join((*parts, text[done:]))

    def _named(self, words: Sequence[str], count: int) -> list[str]:
        """The first `count` words with names for the runs of them that are pinyin."""
        found: list[str] = []
        at = 0
        while at < count:
            for together in range(min(_MOST_TOGETHER, count - at), 0, -1):
                after = "".join(words[at + together : at + together + 1])
                name = self._name(tuple(words[at : at + together]), after.lower())
                if name is not None:
                    at += name[-1] in _KINDS.get(after.lower(), "") and len(name) > 2
                    break
            else:
                together, name = 1, words[at]
            found.append(name)
            at += together
        return found

    def _name(self, words: tuple[str, ...], after: str) -> str | None:
        letters = re.sub("['’]", "", "".join(words)).lower()
        if len(letters) <= _LEAST_LETTERS:
            return None
        if (whole := self._names.get(letters)) is not None:
            return whole
        if all(map(self._is_known, words)):
            return None
        return self._looked_up("'".join(word.lower() for word in words), after)

    def _is_known(self, word: str) -> bool:
        """Whether a word is an English one, or a name that the glossaries have and the collection uses."""
        if self._collection is None or word.lower() in SILENT:
            return True
        terms = {term for _, known in rendered_phrases(word) for term, _ in known}
        return bool(terms and self._collection.held({term[:2] for term in terms}))

    @cached_property
    def _looked_up(self) -> Callable[[str, str], str | None]:
        # A name is looked for anew in every question that has it.
        return lru_cache(maxsize=1024)(partial(_looked_up, self._collection))

    @cached_property
    def _names(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for text in self._texts:
            for match in _NAME.finditer(text):
                name = match["name"]
                if not _NO_NAME.search(name):
                    found.setdefault(_pinyin(name), name)
        return found


def _looked_up(collection: Has | None, word: str, after: str) -> str | None:
    """The likeliest name of a collection that is read as `word`, before a word that may say what kind of place it is;
    None where there is none."""
    if collection is None:
        return None
    found = [name for syllables in _read_as(word) for name in _written(syllables, collection)]
    letters = word.replace("'", "")
    # What is also a word of everyday language is hardly meant by its pinyin. The table is made for the first name that
    # is looked for, found or not: `prepare` looks for one, so that no question waits for it.
    everyday = _everyday()
    found = [name for name in found if letters in everyday.get(name, (letters,))]
    kinds = collection.held({name[-1] + kind for name in found for kind in _KINDS.get(after, "")})
    of_kind = [name + kind for name in found for kind in _KINDS.get(after, "") if name[-1] + kind in kinds]
    found = [*(name for name in of_kind if name[-1] in _PART_OF_NAME), *(name[:-1] for name in of_kind), *found]
    rarest = {name: _rarest(name, collection.rarity) for name in found}
    likely = [*dict.fromkeys(found[: len(of_kind)]), *sorted(rarest, key=lambda name: (-len(name), rarest[name]))]
    return next((name for name in likely[:_MOST_LOOKED_AT] if collection.stands(name)), None)


def _written(syllables: Sequence[str], collection: Has) -> list[str]:
    """Every way in which a collection may write these syllables: each pair of characters stands there."""
    readings = _characters()
    spelled = [[one for one in readings[each] if one not in _IN_NO_NAME] for each in syllables]
    used = collection.held({one for each in spelled for one in each})
    spelled = [[one for one in each if one in used] for each in spelled]
    pairs = collection.held({one + other for some, others in pairwise(spelled) for one in some for other in others})
    rarity = cache(collection.rarity)
    names = spelled[0]
    for some in spelled[1:]:
        names = [name + one for name in names for one in some if name[-1] + one in pairs]
        if len(names) > _MOST_WAYS:
            names = nsmallest(_MOST_WAYS, names, key=lambda name: _rarest(name, rarity))
    return names


def _rarest(name: str, rarity: Callable[[str], float]) -> float:
    """How rare the rarest pair of characters of a name is."""
    return max(rarity(one + other) for one, other in pairwise(name))


def _pinyin(name: str) -> str:
    # A third of a second, which a question without Latin names does not wait for.
    from pypinyin import Style, lazy_pinyin

    return "".join(lazy_pinyin(name, style=Style.NORMAL))


@cache
def _characters() -> dict[str, list[str]]:
    """The simplified characters of each syllable, by their first two readings."""
    from pypinyin.pinyin_dict import pinyin_dict

    found: dict[str, list[str]] = {}
    for code, readings in pinyin_dict.items():
        character = chr(code)
        if 0x4E00 <= code <= 0x9FFF and simplified(character) == character:
            for syllable in dict.fromkeys(map(_without_tone, readings.split(",")[:2])):
                found.setdefault(syllable, []).append(character)
    # 嗯 and 呣 are sounds, and of no name.
    return {syllable: characters for syllable, characters in found.items() if _VOWEL.search(syllable)}


def _without_tone(syllable: str) -> str:
    letters = unicodedata.normalize("NFD", syllable.replace("ü", "v"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _read_as(word: str) -> Iterator[tuple[str, ...]]:
    """The syllables, two to MOST_SYLLABLES, that a word may be read as; an apostrophe parts them."""
    ways: list[tuple[str, ...]] = [()]
    for part in re.split("['’]", word):
        ways = [(*before, *way) for before in ways for way in _syllables(part, MOST_SYLLABLES - len(before))]
    yield from (way for way in sorted(ways, key=len) if len(way) > 1)


def _syllables(letters: str, most: int) -> Iterator[tuple[str, ...]]:
    if not letters:
        yield ()
    for size in range(min(_LONGEST_SYLLABLE, len(letters)), 0, -1) if len(letters) <= most * _LONGEST_SYLLABLE else ():
        if letters[:size] in _characters():
            yield from ((letters[:size], *rest) for rest in _syllables(letters[size:], most - 1))


@cache
def _everyday() -> dict[str, frozenset[str]]:
    """Words that the glossaries have for English ones, with the words that these phrases begin with."""
    found: dict[str, set[str]] = {}
    for glossary in (general_terms(), dictionary_terms()):
        for phrase, terms in glossary.phrases.items():
            for term, _ in terms:
                found.setdefault(term, set()).add(phrase[0])
    return {term: frozenset(first) for term, first in found.items()}
