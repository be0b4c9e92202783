"""The units of a collection, and which of them people's words mean, in Chinese and in English."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.characters import HAN
from corpus.english_units import EnglishUnits
from corpus.starting import quick
from corpus.unit_names import (
    DISTRICT_GOVERNMENT,
    PLACE,
    ZONE,
    english_forms,
    english_name,
    kinds,
    places,
    same_unit,
    shortened,
    split_level,
    unit_key,
)
from corpus.unit_shapes import KIND_OF_GOVERNMENT, UnitMention, find_units, has_unit_shape, is_generic, list_units

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

_ROLE = re.compile("(?:牵头|责任|配合|参与|主办|协办|联办|承办|主管|成员)(?:单位|部门)$")
# What says before a name that it stands in a list: 责任单位含.
_LISTS = re.compile("[位门方里中]?(?:[含带写列填]|包[含括])[有着了明]?$")
# Characters before 省 or 市 that belong to the sentence, not to a place: 只由省商务厅.
_NO_NAME = "[只由是对向和与请在从归给让把被为叫的了各及跟同或仅但需应须将里上中内这那某本列出查看找问想要]"
# Two characters before 海关 that are its place and no words of the question.
_PLACE_LIKE = re.compile(
    r"(?:(?![由和与请问向归是及对让跟同给为的在从到该本各被将要并或、说了解其中里内些哪])[\u4e00-\u9fff]){2}"
)
_NO_OFFICE_ZH = re.compile(r"特殊|监管(?!局)|申报|清关|通关|制度|数据|编码|手续|总署")


# What people call an office by its field: 税务部门, 商务主管部门, 税务系统.
_OF_A_FIELD = ("主管部门", "部门", "系统")
_OFFICE = re.compile("[\u4e00-\u9fff]{2,6}[局委厅]")
# 哪些有关部门 asks for the units and names none.
_ASKED = re.compile(r"(?:哪些|哪几个|哪个|什么|多少个?|几个|which|what|how many|any)\s*(?:the\s)?$", re.I)
# 联办部门有哪些 asks who has that part.
_ASKED_AFTER = re.compile("(?:都|分别|各|又|主要)?(?:有|是|包括|含|为)?(?:哪|谁|什么|几|多少)")


@dataclass(frozen=True, slots=True)
class NamedUnits:
    """Units that a question names at [start, end): the collection's `names`; `exact` unless a typo was assumed."""

    names: tuple[str, ...]
    start: int
    end: int
    exact: bool = True


class UnitDirectory:
    """The names of units in a collection, and what people's words mean among them."""

    def __init__(self, names: Iterable[str], context: str = "") -> None:
        """`context` is text that names the collection's places (titles, issuers).

        With it, a unit of a place that neither it nor a unit mentions is nobody: 杭州市商务局 among papers of 义乌.
        """
        self.names = tuple(dict.fromkeys(names))
        self._where = "\n".join((context, *self.names))
        self._places_known = bool(context)
        self._of_kind: dict[str, list[str]] = defaultdict(list)
        self._typos: dict[str, set[str]] = defaultdict(set)
        self._english = EnglishUnits(self.names)
        for name in self.names:
            kind = split_level(name)[1]
            self._of_kind[ZONE.sub("", kind)].append(name)
            if len(name) >= 4:
                for at in range(len(name)):
                    self._typos[f"{name[:at]}\0{name[at + 1 :]}"].add(name)
        self._places = {name[:2] for name in self.names if re.match(rf"[{HAN}]{{2}}(?:海关|市|县|区)", name)}
        self._known = self._pattern()

    def resolve(self, phrase: str) -> tuple[str, ...]:
        """The names in the collection that `phrase` means, Chinese or English, in the collection's order."""
        words = phrase.strip(" 　,，。?？、\"“”'’")
        if self._elsewhere(words, 0, len(words)):
            return ()
        if words.isascii():
            return self._english.resolve(phrase)
        return self._resolve_chinese(words) or self._near(words)

    def mentions(self, question: str) -> list[NamedUnits]:
        """The units that `question` names, in its order; longer names win over shorter ones inside them."""
        in_english = (NamedUnits(*found) for found in self._english.mentions(question))
        found = [*self._chinese_mentions(question), *in_english]
        named = [
            unit
            for unit in found
            if not (_ASKED.search(question[: unit.start]) and _all_generic(unit.names))
            and not (_ROLE.fullmatch(question, unit.start, unit.end) and _ASKED_AFTER.match(question, unit.end))
        ]
        return sorted(named, key=lambda unit: unit.start)

    def _resolve_chinese(self, words: str) -> tuple[str, ...]:
        if words[:2] in self._places and not PLACE.match(words) and words not in self.names:
            local = self._resolve_chinese(words[2:]) if len(words) > 4 else ()
            if local:
                return local
        if words not in self.names and (form := next(filter(words.endswith, _OF_A_FIELD), None)):
            field = split_level(words)[1].removesuffix(form)
            called = [f"{field}{office}" for office in "局委厅"]
            offices = {*called, *(split_level(office)[1] for office in called)}
            return tuple(
                name
                for name in self.names
                if split_level(name)[1] in offices or any(_is_short_for(office, name) for office in offices)
            )
        kind = ZONE.sub("", split_level(words)[1])
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
        if len(words) < 4 or _ROLE.search(words):
            return ()  # 做牵头单位 says what a unit is and is no slip of 各牵头单位
        near: set[str] = set()
        for at in range(len(words)):
            near |= self._typos.get(f"{words[:at]}\0{words[at + 1 :]}", set())
        return tuple(near) if len(near) == 1 else ()

    def _pattern(self) -> re.Pattern[str]:
        """All Chinese words that may name a unit of the collection, the longest first."""
        words: set[str] = set(self.names)
        present = {split_level(name)[1] for name in self.names}
        ends = {(kind[0], kind[-1]) for kind in present if kind}
        for kind in set(kinds().values()):
            if kind.name in present:
                words.update(kind.forms)
                words.add(kind.name)
            else:  # 文旅局, where the collection has a 文广旅体局
                forms = (form for form in (kind.name, *kind.forms) if (form[0], form[-1]) in ends)
                words.update(form for form in forms if any(_is_short_for(form, one) for one in present))
        if any("海关" in name for name in self.names):
            words.add("海关")
        offices = [word for word in words if _OFFICE.fullmatch(word)]
        words.update(f"{office[:-1]}{form}" for office in offices for form in _OF_A_FIELD)
        for name in self.names:
            words.add(split_level(name)[1])
            words.add(ZONE.sub("", name))
            words.add(name[name[0] in "省市县区" :])  # 政府外事办公室, which is no 政府 behind 区
            if district := DISTRICT_GOVERNMENT.fullmatch(name):
                words.add(district["place"])
        usable = sorted((word for word in words if len(word) >= 2), key=len, reverse=True)
        names = "|".join(map(re.escape, usable)) or r"(?!)"
        return quick(
            rf"(?:国家|全国|(?:(?!{_NO_NAME})[\u4e00-\u9fff]){{2,3}}?(?<![务作项位])(?<![试开示保经贸园][验发范税济易])[省市县区]|[省市县]|(?<![验发范税易])区)?(?:{names})"
        )

    def _chinese_mentions(self, question: str) -> Iterator[NamedUnits]:
        taken: list[tuple[int, int]] = []
        for found in self._known.finditer(question):
            match = self._from_its_place(question, found)
            if match.group() == "海关" and _NO_OFFICE_ZH.match(question, match.end()):
                continue
            if match.group().endswith("政府") and question.startswith("工作报告", match.end()):
                continue  # what is asked is said in a report, and by no unit of the ledger
            if match.group().endswith("政府") and KIND_OF_GOVERNMENT.search(question[: match.end()]):
                continue
            if match.group().endswith("区") and re.search(r"[业型范设税]$", question[: match.start()]):
                continue
            if self._elsewhere(question, *match.span()):
                taken.append(match.span())
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
                    words = question[start:end]
                    names = self._near(words) if has_unit_shape(words) else ()
                    if names and not self._resolve_known(words):
                        taken.append((start, end))
                        yield NamedUnits(names, start, end, exact=False)

    def _from_its_place(self, question: str, match: re.Match[str]) -> re.Match[str]:
        """The match from where the name of a place begins that the collection knows: 乐清市应急管理局 in
        方面乐清市应急管理局, not a bureau of 面乐清市."""
        if not self._places_known:
            return match
        for start in range(match.start(), min(match.start() + 3, match.end() - 2)):
            later = self._known.match(question, start)
            if later is None or later.end() < match.end():
                continue
            place = split_level(later.group())[0]
            if later.group() in self.names or (len(place) > 2 and place[:-1] in self._where):
                return later
        for start in range(match.start() + 1, min(match.start() + 4, match.end() - 2)):
            later = self._known.match(question, start)
            if later and later.group() in self.names and _LISTS.search(question[match.start() : start]):
                return later  # 单位含市商务局: the bureau, and no place 单位含
        return match

    def _elsewhere(self, question: str, start: int, end: int) -> bool:
        """Whether the words name a unit of a place that the collection does not know: 杭州海关."""
        place = split_level(question[start:end])[0]
        if len(place) > 1:
            return self._places_known and place[:-1] not in self._where
        before = question[max(0, start - 2) : start]
        named = before in places() or (question[start:end] == "海关" and _PLACE_LIKE.fullmatch(before) is not None)
        return named and before not in self._where

    def _resolve_known(self, words: str) -> bool:
        """Whether the words name a unit that is known but not in the collection, so that no typo is assumed."""
        return shortened(words) in kinds()


def _all_generic(names: Iterable[str]) -> bool:
    return all(is_generic(name) for name in names)


def _governs(name: str, place: str) -> bool:
    """Whether the unit is the government of this county, district or city."""
    district = DISTRICT_GOVERNMENT.fullmatch(name)
    return district is not None and district["place"] == place


def _is_short_for(short: str, name: str) -> bool:
    """Whether `short` is made of characters of `name` in order, from its first to its last: 农发局, 市监局."""
    full = split_level(name)[1]
    if not 3 <= len(short) < len(full) or short[0] != full[0] or short[-1] != full[-1] or not has_unit_shape(short):
        return False
    rest = iter(full)
    return all(character in rest for character in short)
