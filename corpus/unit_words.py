"""The English words that names of units are made of, and which of them say the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

FILLER = frozenset(
    (
        *("of", "and", "for", "the", "a", "an", "s", "to", "unit", "units", "municipal", "city"),
        *("provincial", "province", "county", "district", "state", "national"),
    )
)
LEVELS = {"municipal": "市", "city": "市", "provincial": "省", "province": "省", "county": "县", "district": "区"}
LEVELS |= {"state": "国", "national": "国"}
"""The English words for a level of government, and its character."""
KINDS = frozenset(
    (
        *("bureau", "office", "department", "commission", "committee", "administration", "authority", "agency"),
        "board",
    )
)
"""Kinds of offices; people call any of them any of these."""
ANY_KIND = frozenset(("department", "authority", "agency", "regulator"))
"""Kinds of offices that people say of one whose name has another, whatever its level."""
OF_ANY_FIELD = frozenset(("regulation", "inspection", "government", "law", "comprehensive"))
"""Words that alone name no office's field: a drug supervision bureau is no Supervision Office."""
_SAME = {
    # The kinds in the plural, and what else they are called.
    **{"bureaus": "bureau", "bureaux": "bureau", "offices": "office", "departments": "department"},
    **{"commissions": "commission", "committees": "committee", "authorities": "authority", "agencies": "agency"},
    **{"administrations": "administration", "regulators": "authority", "regulator": "authority", "dept": "department"},
    # The field that an office has, as an adjective, in another spelling or by its other usual word.
    **{"transportation": "transport", "traffic": "transport"},
    **{
        "environmental": "environment",
        "ecological": "ecology",
        "agricultural": "agriculture",
        "farming": "agriculture",
    },
    **{"cultural": "culture", "tourist": "tourism", "travel": "tourism", "sport": "sports", "tv": "television"},
    **{"broadcasting": "radio", "broadcast": "radio", "economic": "economy", "industrial": "industry"},
    **{"informatization": "information", "informatisation": "information", "educational": "education"},
    **{"scientific": "science", "technological": "technology", "sci": "science", "tech": "technology"},
    **{"judicial": "justice", "statistical": "statistics", "taxation": "tax", "commercial": "commerce"},
    **{"meteorology": "meteorological", "weather": "meteorological", "fisheries": "fishery", "ocean": "marine"},
    **{"oceanic": "marine", "forest": "forestry", "woodland": "forestry", "post": "postal"},
    **{"healthcare": "health", "medical": "health", "insurance": "security", "labor": "labour"},
    **{"supervision": "regulation", "supervisory": "regulation", "regulatory": "regulation", "oversight": "regulation"},
    **{"petitions": "petition", "complaints": "petition", "propaganda": "publicity", "visits": "calls"},
    **{"planned": "planning", "building": "construction", "roads": "road", "ports": "port", "veteran": "veterans"},
    **{"organisation": "organization", "organisational": "organization", "organizational": "organization"},
    **{"revitalisation": "revitalization", "ageing": "aging", "defence": "defense", "centre": "center"},
    **{"services": "service", "affair": "affairs", "resource": "resources", "reserve": "reserves"},
    **{"firefighting": "fire", "brigade": "detachment", "squad": "detachment", "corps": "detachment"},
    **{"unions": "union", "cooperatives": "cooperative", "womens": "women"},
}
_OF_STATE = re.compile(r"(?:State|National) (?!Council|Grid)")
_BEFORE = re.compile(
    r"(?<![A-Za-z])(?P<level>municipal|city|provincial|province|county|district|state|national)"
    r"(?:['’]s)?(?:[- ]level)?\s+$",
    re.IGNORECASE,
)


@lru_cache(maxsize=16384)
def spelled(word: str) -> str:
    """The word, lower-case, that stands for all that say the same in the name of an office."""
    word = word.lower()
    return _SAME.get(word, word)


def tokens(text: str) -> list[str]:
    """The words of an English name, each as `spelled`; IT in capitals is two."""
    text = re.sub(r"(?<![A-Za-z])IT(?![A-Za-z])", "information technology", text)
    return [spelled(word) for word in re.findall(r"[a-z]+", text.lower().replace("'s", " s"))]


def words_of(text: str) -> frozenset[str]:
    """What tells a unit from others in an English name of it: state, where it is an office of the whole country."""
    said = frozenset(tokens(text)) - FILLER
    return said | {"state"} if _OF_STATE.match(text) else said


def level_before(text: str) -> str | None:
    """The character of the level of government that `text` ends with; else None: 市 of "the city's "."""
    before = _BEFORE.search(text)
    return LEVELS[before["level"].lower()] if before else None


def of_level(names: Iterable[str], level_of: dict[str, str], level: str | None) -> tuple[str, ...]:
    """The names of this level of government, and those that say no level, except that a province's offices say theirs;
    all, where none is of this level."""
    names = tuple(names)
    if level is None:
        return names
    exact = tuple(name for name in names if level_of[name][-1:] == level)
    if not exact or level == "省":
        return exact or names
    return tuple(name for name in names if level_of[name][-1:] in ("", level))
