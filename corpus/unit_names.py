"""Which names mean the same unit, in Chinese and in English.

What is known by name comes from unit_aliases.toml; the rest are rules on how offices shorten names: a level of
government or a place in front (市, 义乌市), 委员会 and 委, 管理委员会 and 管委会, 和 left out.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from corpus.normalise import simplified
from corpus.unit_shapes import has_unit_shape

_LEVELS = {"国家": "国", "全国": "国", "国务院": "国", "中央": "国", "中国": "", "省": "省", "自治区": "区", "市": "市"}
_LEVELS |= {"州": "州", "盟": "盟", "县": "县", "区": "区", "旗": "旗"}
_LEVEL = re.compile(
    r"(?P<level>国家|全国|国务院|中央|中国|自治区|省(?!际)|市(?![场政民容])|州|盟|县|区(?!域)|旗)(?=..)"
)
PLACE = re.compile(r"(?P<place>[\u4e00-\u9fff]{2,4}?(?:自治区|自治州|[省市县区州盟旗]))(?=.{2})")
_ENGLISH_LEVELS = {"市": "Municipal", "省": "Provincial", "县": "County", "区": "District", "国": "National"}
_ENGLISH_PLACES = {"市": "Municipal", "省": "Provincial", "县": "County", "区": "District", "州": "Prefecture"}
_ENGLISH_PLACES |= {"盟": "League", "旗": "Banner"}
_ENGLISH_KINDS = {"局": "Bureau", "委": "Commission", "办": "Office"}
_SHORTENED = (
    *(("管理委员会", "管委会"), ("委员会", "委"), ("人民政府", "政府"), ("监督管理", "监管")),
    *(("和", ""), ("与", ""), ("（集团）", "")),
)
# 崂山区 stands for 崂山区政府 in a question; 市 and 省 alone do not.
DISTRICT_GOVERNMENT = re.compile(r"(?P<place>[\u4e00-\u9fff]{2,4}[市县区州旗])(?:人民)?政府")
ZONE = re.compile(r"(?<=[区园城港岛])管委(?:会)?$")


@dataclass(frozen=True, slots=True)
class Kind:
    """An entry of the alias file."""

    name: str
    forms: tuple[str, ...]
    english: tuple[str, ...]


@cache
def _aliases() -> dict[str, Any]:
    return tomllib.loads(files("corpus").joinpath("unit_aliases.toml").read_text("utf-8"))


@cache
def kinds() -> dict[str, Kind]:
    """Every Chinese form to its entry."""
    entries = [
        Kind(entry["name"], tuple(entry["forms"]), tuple(entry["english"])) for entry in _aliases()["units"]["list"]
    ]
    return {shortened(form): entry for entry in entries for form in (*entry.forms, entry.name)}


def places() -> dict[str, str]:
    """Places that stand in units' names, Chinese to English."""
    return dict(_aliases()["places"])


def shortened(name: str) -> str:
    """The name with 委员会 as 委, 管理委员会 as 管委会, 和 left out."""
    for full, short in _SHORTENED:
        name = name.replace(full, short)
    return name


# 市商务局（市公平贸易局）: one office that has two names.
_SECOND_NAME = re.compile(r"(?<=[局委办厅部院])[（(][^（）()]{2,14}[局委办厅部署院][)）]$")


@lru_cache(maxsize=16384)
def split_level(name: str) -> tuple[str, str]:
    """The level of government or the place in front of a name, and the name's kind in its canonical form.

    Either may be empty or the name itself: ("市", "发展改革委") for 市发改委, ("", "商城集团"), ("崂山区", "政府").
    """
    plain = shortened(re.sub(r"[\s“”\"]", "", simplified(name)).removeprefix("中华人民共和国"))
    plain = _SECOND_NAME.sub("", plain)
    known = kinds()
    if plain[:1] in _LEVELS and (kind := known.get(plain[1:])):
        return _LEVELS[plain[0]], kind.name
    level = _LEVEL.match(plain)
    if level and (kind := known.get(plain[level.end() :])):
        return _LEVELS[level["level"]], kind.name
    if kind := known.get(plain):
        return "", kind.name
    for place in _places(plain):
        rest = plain[len(place) :]
        below = _LEVEL.match(rest)
        rest = rest[below.end() :] if below and rest[below.end() :] in known else rest
        if rest in known or rest in ("政府", "管委会", "党委", "委"):
            return place, known[rest].name if rest in known else rest
    if level and has_unit_shape(plain[level.end() :]):
        return _LEVELS[level["level"]], plain[level.end() :]
    return "", ZONE.sub("", plain)


def _places(name: str) -> Iterator[str]:
    for size in range(3, 8):
        if PLACE.fullmatch(name[:size], 0, size) or (PLACE.match(name) and name[size - 1 : size] in "省市县区州盟旗"):
            yield name[:size]


def unit_key(name: str) -> str:
    """One key for all names of a unit at one level: 市发改委 and 市发展和改革委员会 have the same, 省发改委 another."""
    level, kind = split_level(name)
    return level + kind


@lru_cache(maxsize=65536)
def same_unit(one: str, other: str) -> bool:
    """Whether two names can mean the same unit: the same kind, and levels or places that do not contradict."""
    (level, kind), (other_level, other_kind) = split_level(one), split_level(other)
    if ZONE.sub("", kind) != ZONE.sub("", other_kind):
        return False
    if not level or not other_level or level == other_level:
        return True
    return len(level) != len(other_level) and level[-1] == other_level[-1]


def english_name(name: str) -> str | None:
    """What the unit is called in English, None where nobody has said."""
    level, kind = split_level(name)
    forms = english_forms(name)
    place = places().get(level[:-1])
    if len(level) > 1 and place:
        of_place = f"{place} {_ENGLISH_PLACES[level[-1]]}"
        return f"{of_place} Government" if kind == "政府" else f"{of_place} {forms[0]}" if forms else None
    if not forms or len(level) > 1:
        return None
    usual = _ENGLISH_KINDS.get(name[-1])  # 发改局 is a bureau, 发改委 a commission
    chosen = next((form for form in forms if usual and form.endswith(usual)), forms[0])
    prefix = _ENGLISH_LEVELS.get(level, "") if shortened(name) not in kinds() else ""
    return chosen if chosen.startswith(prefix) else f"{prefix} {chosen}"


def english_forms(name: str) -> tuple[str, ...]:
    """All English names on record for the unit."""
    entry = kinds().get(shortened(split_level(name)[1]))
    return entry.english if entry else ()
