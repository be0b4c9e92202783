"""The units of a collection by their English names, and which of them the words of a question mean."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from corpus.spelling import Spelling
from corpus.unit_names import english_forms, places, split_level
from corpus.unit_shapes import is_generic
from corpus.unit_words import (
    ANY_KIND,
    FILLER,
    KINDS,
    LEVELS,
    OF_ANY_FIELD,
    level_before,
    of_level,
    spelled,
    tokens,
    words_of,
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
# A name right before "customs", which no word that opens a question is.
_OF_A_PLACE = re.compile(
    r"(?<![A-Za-z'’])(?!(?:The|Which|What|Does|Do|Did|Is|Are|Was|Has|Have|Must|Should|Can|Will|For|By|And|Or|Of|If|Local"
    r"|Municipal|City|Provincial|District|County|Chinese|China)\s)[A-Z][a-z]+(?:['’][a-z]+)?"
    r"(?: (?:City|County|District))?\s+$"
)


class EnglishUnits:
    """The units of a collection as English calls them."""

    def __init__(self, names: Sequence[str]) -> None:
        """`names` are the collection's, in its order, in which answers give them."""
        self._names = names
        self._called: dict[frozenset[str], list[str]] = defaultdict(list)
        self._whatever_kind: dict[frozenset[str], set[str]] = defaultdict(set)
        """What an office is for, in English, to the kinds of offices (商务局, 商务厅) that are for it."""
        self._for: dict[frozenset[str], set[str]] = defaultdict(set)
        """The same of all units: words without a kind of office name one only where no other is for that."""
        self._places = {english.lower().replace("'", " ") for english in places().values()}
        self._place_of: dict[str, frozenset[str]] = {}
        self._level_of: dict[str, str] = {}
        for name in names:
            self._level_of[name], kind = split_level(name)
            self._place_of[name] = self._places_in(name) or frozenset({name} if "海关" in name else ())
            for form in english_forms(name) or _english_of_branch(name):
                called = words_of(form) - self._places
                self._called[called].append(name)
                office = called & KINDS and not is_generic(name) and not name.endswith(("公司", "集团"))
                if office and not called - KINDS <= OF_ANY_FIELD:
                    self._whatever_kind[called - KINDS].add(kind)
                self._for[called - KINDS - {"state"}].add(kind)
        self._words = frozenset(chain.from_iterable(self._called))
        self._spelling = Spelling(self._words)

    def resolve(self, phrase: str) -> tuple[str, ...]:
        """The names that an English phrase means."""
        return self._resolve(tokens(phrase))

    def mentions(self, question: str) -> Iterator[tuple[tuple[str, ...], int, int, bool]]:
        """The names that English words of a question mean, where they begin and end, and whether they are spelled as
        an English name on record; longer names win over shorter ones inside them."""
        parts = list(re.finditer(r"[A-Za-z]+", question))
        position, end = 0, 0
        while position < len(parts):
            while end < len(parts) and self._in_a_name(_said(parts[end])):
                end += 1
            for size in range(min(10, end - position), 0, -1):
                window = parts[position : position + size]
                between = question[window[0].start() : window[-1].end()]
                name = tokens(between) if "IT" in between else [_said(part) for part in window]
                outside = name[0] in FILLER or name[-1] in FILLER or name[-1] in self._places
                if outside or not between.isascii() or re.search("[.?!;]", between):
                    continue
                if any(one in KINDS and after in ("and", "or") for one, after in itertools.pairwise(name)):
                    continue  # the Construction Bureau and the Urban Management Bureau are two
                if size == 1 and (len(name[0]) < 3 or _common_word(name[0], parts, position)):
                    continue
                if name[0] == "customs" and _OF_A_PLACE.search(question[: window[0].start()]):
                    continue  # Ji'an customs is that of Ji'an, whatever customs houses the collection has
                names = self._resolve(name, level_before(question[: window[0].start()]))
                if names:
                    exact = frozenset(name) - FILLER - self._places in self._called
                    if not exact and size == 1:
                        continue
                    exact = exact or all(
                        word in FILLER | KINDS | self._places or self._spelling.mended(word) == word for word in name
                    )
                    yield names, _with_level(parts, position, question), window[-1].end(), exact
                    position += size - 1
                    break
            position += 1
            end = max(end, position)

    def _resolve(self, name: Sequence[str], level: str | None = None) -> tuple[str, ...]:
        """The units of this English name: of its place, and of the level of government that stands in or before it."""
        named = frozenset(name) & self._places
        said = frozenset(name) - FILLER - named
        level = next((LEVELS[word] for word in name if word in LEVELS), level)
        national = level == "国" or not {"state", "national"}.isdisjoint(name)
        found = of_level(self._of(said, national), self._level_of, level) if said else ()
        return tuple(one for one in found if not (named and self._place_of[one] and named - self._place_of[one]))

    def _of(self, said: frozenset[str], national: bool = False) -> tuple[str, ...]:
        """The units of this English name, whatever the place; then with another word for office, then respelled."""
        if said <= KINDS:
            return ()
        of_state = tuple(self._called.get(said | {"state"}, ()))
        found = tuple(dict.fromkeys((of_state if national else ()) or self._called.get(said, ())))
        meant = self._whatever_kind.get(said - KINDS, set()) if said & KINDS else set()
        if found:
            fields = {kind[:1] for kind in (split_level(name)[1] for name in found)}
            meant = {kind for kind in meant if kind[:1] in fields} if said & ANY_KIND else set()
            return tuple(one for one in self._names if one in found or split_level(one)[1] in meant)
        # The same words are said of offices whose fields begin alike: 文化和旅游局, 文广旅体局.
        if not said & KINDS and len(said) > 1 and len(only := self._for.get(said, set())) == 1:
            meant = only
        if len({kind[:1] for kind in meant}) == 1:
            return tuple(name for name in self._names if split_level(name)[1] in meant)
        mended = frozenset(self._spelling.mended(word) for word in said)
        return of_state if mended == said else self._of(mended, national)

    def _in_a_name(self, word: str) -> bool:
        """Whether a word may be part of an English name of a unit."""
        if word in FILLER or word in KINDS or word in self._places or word in self._words:
            return True
        return self._spelling.mended(word) != word

    def _places_in(self, name: str) -> frozenset[str]:
        """The places in a unit's Chinese and English names, in English."""
        words = {word for form in english_forms(name) for word in tokens(form)}
        words.update(english.lower() for chinese, english in places().items() if chinese in name)
        return frozenset(words & self._places)


def _said(part: re.Match[str]) -> str:
    """A word as names of units spell it; IT in capitals is no "it"."""
    return "information" if part.group() == "IT" else spelled(part.group())


def _english_of_branch(name: str) -> tuple[str, ...]:
    """What English calls the customs house, the bank's branch or the committee of a zone, of a place whose name it does
    not know."""
    if "海关" in name:
        return english_forms("海关")
    if name.endswith(("管委会", "管理委员会")):
        return tuple(f"{zone}{kind} Committee" for zone in ("Zone ", "") for kind in ("Management", "Administrative"))
    return english_forms("人民银行") if name.startswith(("人民银行", "中国人民银行", "人行")) else ()


def _with_level(parts: Sequence[re.Match[str]], position: int, question: str) -> int:
    """Where a name begins with the level of government that stands right before it: State Council."""
    start = parts[position].start()
    for before in reversed(parts[:position]):
        if before.group().lower() not in LEVELS or question[before.end() : start].strip():
            break
        start = before.start()
    return start


def _common_word(word: str, parts: Sequence[re.Match[str]], position: int) -> bool:
    following = parts[position + 1].group().lower() if position + 1 < len(parts) else ""
    return (word == "customs" and following in _NO_OFFICE) or word in _COMMON_WORDS
