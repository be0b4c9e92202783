"""Which names mean the same unit, in Chinese and in English, and which units a question speaks of.

What is known by name comes from unit_aliases.toml; the rest are rules on how offices shorten names: a level of
government or a place in front (市, 义乌市), 委员会 and 委, 管理委员会 and 管委会, 和 left out, initials (发改委).
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache
from importlib.resources import files

from corpus.characters import HAN
from corpus.normalise import simplified
from corpus.unit_shapes import UnitMention, find_units, has_unit_shape, is_generic, list_units

__all__ = [
    "NamedUnits",
    "UnitDirectory",
    "UnitMention",
    "english_forms",
    "english_name",
    "find_units",
    "has_unit_shape",
    "is_generic",
    "list_units",
    "same_unit",
    "split_level",
    "unit_key",
]

_LEVELS = {"国家": "国", "全国": "国", "国务院": "国", "中央": "国", "中国": "", "省": "省", "自治区": "区", "市": "市"}
_LEVELS |= {"州": "州", "盟": "盟", "县": "县", "区": "区", "旗": "旗"}
_LEVEL = re.compile(
    r"(?P<level>国家|全国|国务院|中央|中国|自治区|省(?!际)|市(?![场政民容])|州|盟|县|区(?!域)|旗)(?=..)"
)
_PLACE = re.compile(r"(?P<place>[\u4e00-\u9fff]{2,4}?(?:自治区|自治州|[省市县区州盟旗]))(?=.{2})")
_ENGLISH_LEVELS = {"市": "Municipal", "省": "Provincial", "县": "County", "区": "District", "国": "National"}
_ENGLISH_KINDS = {"局": "Bureau", "委": "Commission", "办": "Office"}
_SHORTENED = (
    *(("管理委员会", "管委会"), ("委员会", "委"), ("人民政府", "政府"), ("监督管理", "监管")),
    *(("和", ""), ("与", ""), ("（集团）", "")),
)
# 崂山区 stands for 崂山区政府 in a question; 市 and 省 alone do not.
_DISTRICT_GOVERNMENT = re.compile(r"(?P<place>[\u4e00-\u9fff]{2,4}[市县区州旗])(?:人民)?政府")
_ZONE = re.compile(r"(?<=[区园城港岛])管委(?:会)?$")

_FILLER = frozenset(
    (
        *("of", "and", "for", "the", "a", "an", "s", "to", "unit", "units", "yiwu", "municipal", "city"),
        *("provincial", "province", "county", "district", "state", "national"),
    )
)
# Kinds of offices; people call any of them any of these.
_KINDS = frozenset(
    (
        *("bureau", "office", "department", "commission", "committee", "administration", "authority", "agency"),
        "board",
    )
)
# What follows "customs" where no customs office is meant.
_NO_OFFICE = frozenset(
    (
        *("clearance", "duty", "duties", "supervision", "declaration", "declarations", "procedure", "procedures"),
        *("special", "union", "broker", "data", "code", "territory", "regime", "inspection"),
    )
)
# Abbreviations and short names that are common words too: "most", "safe"; alone they name nobody.
_COMMON_WORDS = frozenset(("court", "police", "most", "sat", "safe", "mem", "mot", "cas", "cac", "trade", "treasury"))
_NO_OFFICE_ZH = re.compile(r"特殊|监管(?!局)|申报|清关|通关|制度|数据|编码|手续|总署")


@dataclass(frozen=True, slots=True)
class _Kind:
    """An entry of the alias file."""

    name: str
    forms: tuple[str, ...]
    english: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedUnits:
    """Units that a question names at [start, end): the collection's `names`; `exact` unless a typo was assumed."""

    names: tuple[str, ...]
    start: int
    end: int
    exact: bool = True


@cache
def _kinds() -> dict[str, _Kind]:
    """Every Chinese form to its entry."""
    entries = tomllib.loads(files("corpus").joinpath("unit_aliases.toml").read_text("utf-8"))["unit"]
    kinds = [_Kind(entry["name"], tuple(entry["forms"]), tuple(entry["english"])) for entry in entries]
    return {_shortened(form): kind for kind in kinds for form in (*kind.forms, kind.name)}


def _shortened(name: str) -> str:
    for full, short in _SHORTENED:
        name = name.replace(full, short)
    return name


@lru_cache(maxsize=16384)
def split_level(name: str) -> tuple[str, str]:
    """The level of government or the place in front of a name, and the name's kind in its canonical form.

    Either may be empty or the name itself: ("市", "发展改革委") for 市发改委, ("", "商城集团"), ("崂山区", "政府").
    """
    plain = _shortened(re.sub(r"[\s“”\"]", "", simplified(name)).removeprefix("中华人民共和国"))
    kinds = _kinds()
    if plain[:1] in _LEVELS and (kind := kinds.get(plain[1:])):
        return _LEVELS[plain[0]], kind.name
    level = _LEVEL.match(plain)
    if level and (kind := kinds.get(plain[level.end() :])):
        return _LEVELS[level["level"]], kind.name
    if kind := kinds.get(plain):
        return "", kind.name
    for place in _places(plain):
        rest = plain[len(place) :]
        below = _LEVEL.match(rest)
        rest = rest[below.end() :] if below and rest[below.end() :] in kinds else rest
        if rest in kinds or rest in ("政府", "管委会", "党委", "委"):
            return place, kinds[rest].name if rest in kinds else rest
    if level and has_unit_shape(plain[level.end() :]):
        return _LEVELS[level["level"]], plain[level.end() :]
    return "", _ZONE.sub("", plain)


def _places(name: str) -> Iterator[str]:
    for size in range(3, 8):
        if _PLACE.fullmatch(name[:size], 0, size) or (_PLACE.match(name) and name[size - 1 : size] in "省市县区州盟旗"):
            yield name[:size]


def unit_key(name: str) -> str:
    """One key for all names of a unit at one level: 市发改委 and 市发展和改革委员会 have the same, 省发改委 another."""
    level, kind = split_level(name)
    return level + kind


@lru_cache(maxsize=65536)
def same_unit(one: str, other: str) -> bool:
    """Whether two names can mean the same unit: the same kind, and levels or places that do not contradict."""
    (level, kind), (other_level, other_kind) = split_level(one), split_level(other)
    if _ZONE.sub("", kind) != _ZONE.sub("", other_kind):
        return False
    if not level or not other_level or level == other_level:
        return True
    return len(level) != len(other_level) and level[-1] == other_level[-1]


def english_name(name: str) -> str | None:
    """What the unit is called in English, None where nobody has said."""
    level, _ = split_level(name)
    forms = english_forms(name)
    if not forms or len(level) > 1:
        return None
    usual = _ENGLISH_KINDS.get(name[-1])  # 发改局 is a bureau, 发改委 a commission
    chosen = next((form for form in forms if usual and form.endswith(usual)), forms[0])
    prefix = _ENGLISH_LEVELS.get(level, "") if _shortened(name) not in _kinds() else ""
    return chosen if chosen.startswith(prefix) else f"{prefix} {chosen}"


def english_forms(name: str) -> tuple[str, ...]:
    """All English names on record for the unit."""
    entry = _kinds().get(_shortened(split_level(name)[1]))
    return entry.english if entry else ()


class UnitDirectory:
    """The names of units in a collection, and what people's words mean among them."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(dict.fromkeys(names))
        self._of_kind: dict[str, list[str]] = defaultdict(list)
        self._english: dict[frozenset[str], list[str]] = defaultdict(list)
        self._loose_english: dict[frozenset[str], set[str]] = defaultdict(set)
        self._typos: dict[str, set[str]] = defaultdict(set)
        for name in self.names:
            kind = split_level(name)[1]
            self._of_kind[_ZONE.sub("", kind)].append(name)
            for form in english_forms(name):
                words = _words(form)
                self._english[words].append(name)
                self._loose_english[words - _KINDS].add(kind)
            if len(name) >= 4:
                for at in range(len(name)):
                    self._typos[f"{name[:at]}\0{name[at + 1 :]}"].add(name)
        self._vocabulary = sorted({word for words in self._english for word in words if len(word) >= 5})
        self._places = {name[:2] for name in self.names if re.match(rf"[{HAN}]{{2}}(?:海关|市|县|区)", name)}
        self._known = self._pattern()

    def resolve(self, phrase: str) -> tuple[str, ...]:
        """The names in the collection that `phrase` means, Chinese or English, in the collection's order."""
        words = phrase.strip(" 　,，。?？、\"“”'’")
        if words.isascii():
            return self._resolve_english(_tokens(words))
        return self._resolve_chinese(words) or self._near(words)

    def mentions(self, question: str) -> list[NamedUnits]:
        """The units that `question` names, in its order; longer names win over shorter ones inside them."""
        found = list(self._chinese_mentions(question))
        found += self._english_mentions(question)
        return sorted(found, key=lambda unit: unit.start)

    def _resolve_chinese(self, words: str) -> tuple[str, ...]:
        if words[:2] in self._places and not _PLACE.match(words) and words not in self.names:
            local = self._resolve_chinese(words[2:]) if len(words) > 4 else ()
            if local:
                return local
        kind = _ZONE.sub("", split_level(words)[1])
        same = tuple(name for name in self._of_kind.get(kind, ()) if same_unit(name, words))
        if same:
            return tuple(name for name in self.names if name in same)
        level, _ = split_level(words)
        if len(words) < 2:
            return ()
        if governed := tuple(name for name in self.names if _governs(name, words)):
            return governed
        if words in ("海关", "人民银行", "银行") or kind in ("海关", "人民银行"):
            return tuple(name for name in self.names if kind in name and name != "海关总署")
        return tuple(name for name in self.names if _is_short_for(words.removeprefix(level), name))

    def _near(self, words: str) -> tuple[str, ...]:
        """Names that differ from `words` in one character; only where that is unique."""
        if len(words) < 4:
            return ()
        near: set[str] = set()
        for at in range(len(words)):
            near |= self._typos.get(f"{words[:at]}\0{words[at + 1 :]}", set())
        return tuple(near) if len(near) == 1 else ()

    def _pattern(self) -> re.Pattern[str]:
        """All Chinese words that may name a unit of the collection, the longest first."""
        words: set[str] = set(self.names)
        present = {split_level(name)[1] for name in self.names}
        for kind in set(_kinds().values()):
            if kind.name in present:
                words.update(kind.forms)
                words.add(kind.name)
        if any("海关" in name for name in self.names):
            words.add("海关")
        for name in self.names:
            words.add(split_level(name)[1])
            words.add(_ZONE.sub("", name))
            if district := _DISTRICT_GOVERNMENT.fullmatch(name):
                words.add(district["place"])
        usable = sorted((word for word in words if len(word) >= 2), key=len, reverse=True)
        names = "|".join(map(re.escape, usable)) or r"(?!)"
        return re.compile(rf"(?:国家|全国|[\u4e00-\u9fff]{{2,3}}?[省市县区]|[省市县区])?(?:{names})")

    def _chinese_mentions(self, question: str) -> Iterator[NamedUnits]:
        taken: list[tuple[int, int]] = []
        for match in self._known.finditer(question):
            if match.group() == "海关" and _NO_OFFICE_ZH.match(question, match.end()):
                continue
            if match.group().endswith("区") and re.search(r"[业型范设税]$", question[: match.start()]):
                continue
            names = self._resolve_chinese(match.group())
            if names:
                taken.append(match.span())
                yield NamedUnits(names, *match.span())
        for run in re.finditer(rf"[{HAN}]{{4,}}", question):
            for size in range(min(len(run.group()), 12), 3, -1):
                for start in range(run.start(), run.end() - size + 1):
                    end = start + size
                    if any(start < b and a < end for a, b in taken):
                        continue
                    names = self._near(question[start:end])
                    if names and not self._resolve_known(question[start:end]):
                        taken.append((start, end))
                        yield NamedUnits(names, start, end, exact=False)

    def _resolve_known(self, words: str) -> bool:
        """Whether the words name a unit that is known but not in the collection, so that no typo is assumed."""
        return _shortened(words) in _kinds()

    def _resolve_english(self, tokens: list[str]) -> tuple[str, ...]:
        words = frozenset(tokens) - _FILLER
        if not words:
            return ()
        if found := self._english.get(words):
            return tuple(dict.fromkeys(found))
        kinds = self._loose_english.get(words - _KINDS, set()) if words & _KINDS or len(words) > 1 else set()
        if len(kinds) == 1:
            kind = next(iter(kinds))
            return tuple(name for name in self.names if split_level(name)[1] == kind)
        mended = frozenset(self._spelled(word) for word in words)
        return () if mended == words else self._resolve_english(list(mended))

    def _spelled(self, word: str) -> str:
        """The word of some unit's English name that `word` is a misspelling of, else `word`."""
        return next(iter(get_close_matches(word, self._vocabulary, 1, 0.86)), word) if len(word) >= 5 else word

    def _english_mentions(self, question: str) -> Iterator[NamedUnits]:
        tokens = list(re.finditer(r"[A-Za-z]+", question))
        position = 0
        while position < len(tokens):
            for size in range(min(10, len(tokens) - position), 0, -1):
                window = tokens[position : position + size]
                between = question[window[0].start() : window[-1].end()]
                words = [token.group().lower() for token in window]
                outside = words[0] in _FILLER - {"yiwu"} or words[-1] in _FILLER
                if outside or not between.isascii() or re.search("[.?!;]", between):
                    continue
                if size == 1 and (len(words[0]) < 3 or _common_word(words[0], tokens, position)):
                    continue
                names = self._resolve_english(words)
                if names:
                    exact = frozenset(words) - _FILLER in self._english
                    if not exact and size == 1:
                        continue
                    exact = exact or all(word in _FILLER | _KINDS or self._spelled(word) == word for word in words)
                    yield NamedUnits(names, window[0].start(), window[-1].end(), exact)
                    position += size - 1
                    break
            position += 1


def _common_word(word: str, tokens: list[re.Match[str]], position: int) -> bool:
    following = tokens[position + 1].group().lower() if position + 1 < len(tokens) else ""
    return (word == "customs" and following in _NO_OFFICE) or word in _COMMON_WORDS


def _governs(name: str, place: str) -> bool:
    """Whether the unit is the government of this county, district or city."""
    district = _DISTRICT_GOVERNMENT.fullmatch(name)
    return district is not None and district["place"] == place


def _is_short_for(short: str, name: str) -> bool:
    """Whether `short` is made of characters of `name` in order, from its first to its last: 农发局, 市监局."""
    full = split_level(name)[1]
    if not 3 <= len(short) < len(full) or short[0] != full[0] or short[-1] != full[-1] or not has_unit_shape(short):
        return False
    rest = iter(full)
    return all(character in rest for character in short)


def _tokens(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower().replace("'s", " s"))


def _words(text: str) -> frozenset[str]:
    return frozenset(_tokens(text)) - _FILLER
