"""The units that a question names, and the role that its words give them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from assistant.questions.task_requests import (
    EITHER,
    HELPS_AFTER,
    HELPS_BEFORE,
    LEADING,
    LEADS_AFTER,
    LEADS_BEFORE,
    OF_A_PLACE,
    without_place,
)
from corpus.starting import quick
from corpus.units import NamedUnits

Role = Literal["lead", "marked", "participant", "sole", "sole_lead", "any"]

_AND = re.compile(r"\s*(?:和|与|及|跟|同|、|,|and(?: the)?)\s*", re.IGNORECASE)

_NOT_LEADING = re.compile(r"不(?:是)?牵头|(?:not|without) (?:the )?lead", re.IGNORECASE)

_ENGLISH_NAME = re.compile(
    r"(?:[A-Z][\w'’-]* (?:(?:of|and|for|the) )*){0,6}"
    r"(?i:governments?|bureaus?|offices?|departments?|commissions?|committees?|administration|authority|agency|group|ministry"
    r"|cent(?:re|er))\s*[（(]\s*$"
)

_OR = re.compile(
    r"(?:一家|独家|单独|自己|独自)?(?:负责|承担)?的?\s*(?:或者?|还是)\s*"
    r"|(?: alone)?,?\s*or(?: else)?(?: (?:by|of|to|with|solely|only|exclusively|alone|the))*\s*",
    re.IGNORECASE,
)

_ALONE = quick(
    r"(?:只|仅|单)(?:由|归|靠)|(?:独自|独立|单独|独家|唯一|一家(?:单位|独)?(?!吗|么|人|$|[，。？?]))(?:负责|承担|办理?|完成"
    r"|牵头|责任)?|独办|单干|(?<![A-Za-z])alone(?![A-Za-z])|(?<![A-Za-z])on its own(?![A-Za-z])"
    r"|(?<![A-Za-z])(?:and|but|with) (?:nobody|no one|none|no other [a-z]+)(?: else)?(?![A-Za-z])"
    r"|(?<![A-Za-z])by itself(?![A-Za-z])|(?<![A-Za-z])sole(?:ly)?(?![A-Za-z])"
    r"|(?<![A-Za-z])single-?handed(?:ly)?(?![A-Za-z])"
    r"|(?<![A-Za-z])(?:as )?the (?:only|one and only) (?:responsible |lead |named )?"
    r"(?:unit|body|department|agency|office|party)(?: responsible| in charge| named)?(?![A-Za-z])"
    r"|(?<![A-Za-z])(?:and )?nobody else(?![A-Za-z])",
    re.IGNORECASE,
)

# "The sole responsibility of X", "left to X only": what says before an English name that the unit is alone.
_ALONE_BEFORE = re.compile(
    r"(?<![A-Za-z])(?:(?:sole|exclusive|only) (?:[a-z]+ )?(?:responsibility|task|duty|remit|job|business|charge)s? of"
    r"|(?:left|assigned|given|entrusted|allotted|fall(?:s|ing)?|rest(?:s|ing)?|belong(?:s|ing)?|down) "
    r"(?:solely|only|exclusively|entirely|alone) (?:to|on|with)"
    r"|(?:solely|exclusively|only) (?:by|to|with|under|on|for)"
    r"|(?:by|to|with|on) (?:only|no one (?:else )?(?:but|except)|nobody but)"
    r"|(?:only|solely) (?:responsible|named|listed)(?: unit)?(?: (?:is|are))?)(?: the)?"
    r"(?: (?:district|municipal|city|county|provincial))?\s*$",
    re.IGNORECASE,
)

# "Only X leads, the others help": alone among those that lead.
_OTHERS_HELP = re.compile(
    r"(?:别|其[他它余]|另外)的?(?:几?[家个]|单位|部门)?(?:的)?(?:都|均|只|仅|是|就|做|来)*(?:配合|参与|协助|协办)"
    r"|(?<![A-Za-z])(?:others?|the rest)(?: [a-z]+){0,3} (?:support|help|assist|participat|cooperat|tak)",
    re.IGNORECASE,
)

_LEADS_ANYWHERE = re.compile(
    rf"{LEADING}|(?<![A-Za-z])leads?(?![A-Za-z])|(?<![A-Za-z])leading(?![A-Za-z])|in the lead",
    re.IGNORECASE,
)

# Of the tasks of a unit it is asked who leads them; that is no part that the unit has.
_LEADING_AS_FIELD = re.compile(r"(?:任务|事项|工作)的?(?:牵头|领头)(?:情况|单位|部门|方)")

_LEAD_OR_ALONE = re.compile(
    r"(?:牵头|(?<![A-Za-z])leads?(?![A-Za-z])).{0,8}(?:或|还是|、|和|(?<![A-Za-z])or(?![A-Za-z])|(?<![A-Za-z])and(?![A-Za-z]))|(?:或|(?<![A-Za-z])or(?![A-Za-z])).{0,6}(?:牵头|(?<![A-Za-z])leads?(?![A-Za-z])|jointly)",
    re.IGNORECASE,
)
_ANY_BODY = re.compile(
    r"(?<![a-z])(?:which|what)(?: of the)? [^?,;]*"
    r"(?:departments?|units?|bod(?:y|ies)|agenc(?:y|ies)|ministr(?:y|ies)|offices?)",
    re.IGNORECASE,
)
_BODY_AFTER = re.compile(r"['’]?s? (?:departments?|units?|bod(?:y|ies)|agenc(?:y|ies)|ministr(?:y|ies))(?![a-z])")
# Under the State Council regulations, in the Commerce Bureau's circular: whose paper it is.
_UNDER = re.compile(r"(?<![a-z])(?:under|in|per|according to|pursuant to|by|from)(?: the)? ?$", re.IGNORECASE)
_PAPER_AFTER = re.compile(
    r"['’]?s? (?:(?:new|current|latest|interim|administrative|implementing|[12]\d{3}) )*"
    r"(?:regulations?|rules|circular|notice|decree|ordinance|provisions|opinions?|guidelines|letter|communique)(?![a-z])"
)
_WHICH_ONE = re.compile(r"(?:哪(?:[一几两三四]?[个家级]|些)?|什么|啥)(?:具体|专门)?的?$")
_ASKS_WHICH = re.compile(r"(?<![a-z])(?:which|what)(?: of the)?\s+$", re.IGNORECASE)


_FAR_IN_ENGLISH = 36
"""Letters in which "is the only responsible unit" stands behind a name."""


@dataclass(frozen=True, slots=True)
class UnitBound:
    """A unit the question names, by every name it has in the collection, and the role it is to have, or, `excluded`,
    must not have."""

    names: tuple[str, ...]
    role: Role
    words: str
    excluded: bool = False


# "including what it does alone": alone is one of the ways to lead, not a demand.
_COUNTED_IN = re.compile(
    r"(?:包括|包含|含|加上|算上|连同?)[^，。）)]{0,6}(?:独|单)|(?<![A-Za-z])includ(?:es?|ing)(?![A-Za-z])",
    re.IGNORECASE,
)


# What stands before a unit that is to have no such part: 不是商城集团牵头的, tasks not led by the Mall Group.
_NOT_THIS = re.compile(
    r"(?:但|而|且|却)?(?:都|均)?(?:(?<!是)不是|不由|不归|并非|而非|非|不含|不包括|不涉及|(?<!有)没有|除(?:了|去|开|掉)?)(?:由|归)?\s*$"
    r"|(?:(?<![a-z])(?:not|never|nor))(?: [a-z]+)? (?:(?:co-?)?led|headed|run|involv(?:e|ing|ed))(?: jointly)?"
    rf"(?: by)?(?: the)?{OF_A_PLACE}\s*$"
    r"|(?P<leads>(?<![a-z])(?:co-?)?(?:led|headed|run) by (?:any ?(?:one|body)?|some(?:one|body)|an?|units?|others?)"
    r"(?: [a-z]+){0,2} (?:other than|except(?: for)?|apart from|but|besides)(?: the)?\s*$)"
    r"|(?<![a-z])(?:without|excluding|except(?:ing)?(?: for)?|other than|apart from|besides)(?: those)?(?: led by)?"
    r"(?: the)?\s*$",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(r"\s*[之以]?外的?")
# 除了商城集团，还有谁 asks for other units, and 没有商城集团吗 whether it has part.
_OTHERS_TOO = re.compile(r"还有?|另外|其[他它]|吗|(?<![a-z])(?:who|else)(?![a-z])", re.IGNORECASE)


def unit_bounds(text: str, mentions: Sequence[NamedUnits]) -> tuple[UnitBound, ...]:
    """One bound for each mention of a unit in `text`, with the role that the words around it give it."""
    only = len({mention.names for mention in mentions}) == 1
    bounds = tuple(
        UnitBound(
            tuple(mention.names),
            "lead" if out and out["leads"] else _role(text, mention.start, mention.end, only),
            text[mention.start : mention.end],
            excluded=out is not None,
        )
        for mention, out in ((mention, _ruled_out(text, mention)) for mention in mentions)
    )
    for position, (before, mention) in enumerate(pairwise(mentions), start=1):
        if re.fullmatch(r"\s*[（(]\s*", text[before.end : mention.start]):
            # "the commerce bureau (区商务局)" names one unit, and the bracket says which.
            same = replace(bounds[position], role=bounds[position - 1].role)
            bounds = (*bounds[: position - 1], same, same, *bounds[position + 1 :])
    return _shared_roles(bounds, mentions, text)


def alternatives(text: str, mentions: Sequence[NamedUnits], bounds: tuple[UnitBound, ...]) -> tuple[UnitBound, ...]:
    """The bounds as conditions that all hold: units joined by "or" become one."""
    if len(bounds) > 1 and all(_OR.fullmatch(text[one.end : other.start]) for one, other in pairwise(mentions)):
        return either(bounds)
    return bounds


def named_twice(text: str, mentions: Sequence[NamedUnits]) -> tuple[tuple[int, int], ...]:
    """The words before a bracket that holds a unit's name, where they are its name in English, too: the Laoshan
    District Government （崂山区政府）."""
    return tuple(
        (match.start(), mention.start)
        for mention in mentions
        if (match := _ENGLISH_NAME.search(text[: mention.start])) is not None
    )


def exclusion_spans(text: str, mentions: Sequence[NamedUnits]) -> list[tuple[int, int]]:
    """The words around units that say that they are to have no part: 除…以外, not led by."""
    spans: list[tuple[int, int]] = []
    for mention in mentions:
        if (before := _ruled_out(text, mention)) is None:
            continue
        spans += without_place(before)
        if outside := _OUTSIDE.match(text, mention.end):
            spans.append(outside.span())
    return spans


def _ruled_out(text: str, mention: NamedUnits) -> re.Match[str] | None:
    """The words before a unit that say that it is to have no part; None where there are none."""
    return None if _OTHERS_TOO.search(text) else _NOT_THIS.search(text[: mention.start])


def has_role(text: str, mentions: Sequence[NamedUnits]) -> bool:
    """Whether the words next to some unit give it a role."""
    return any(_role(text, mention.start, mention.end, False) != "any" for mention in mentions)


def without_alone(text: str) -> str:
    """`text` with a blank for the words that say that a unit acts alone."""
    return _ALONE.sub(" ", text)


def _shared_roles(units: tuple[UnitBound, ...], mentions: Sequence[NamedUnits], text: str) -> tuple[UnitBound, ...]:
    """Units joined by "and" share the role that stands after the last of them, or before the first: A和B一起牵头,
    led by A and B."""
    shared = list(units)
    for position in range(1, len(units)):
        between = text[mentions[position - 1].end : mentions[position].start]
        led = (
            LEADS_BEFORE.search(text[: mentions[position - 1].start]) or shared[position - 1] is not units[position - 1]
        )
        if led and shared[position].role == "any" and _AND.fullmatch(between):
            shared[position] = replace(shared[position], role=shared[position - 1].role)
    for position in range(len(units) - 2, -1, -1):
        between = text[mentions[position].end : mentions[position + 1].start]
        if shared[position].role == "any" and _AND.fullmatch(between):
            shared[position] = replace(shared[position], role=shared[position + 1].role)
    return tuple(shared)


def either(units: Sequence[UnitBound]) -> tuple[UnitBound, ...]:
    """One bound for units of which one is enough; the strictest role said of one is meant of all."""
    roles = [bound.role for bound in units if bound.role != "any"]
    names = tuple(dict.fromkeys(name for bound in units for name in bound.names))
    said = dict.fromkeys(bound.words for bound in units)
    words = (" or " if all(map(str.isascii, said)) else "、").join(said)
    return (UnitBound(names, roles[0] if roles else "any", words),)


def _role(text: str, start: int, end: int, only: bool) -> Role:
    """The role that the words around a unit give it; `only` where no other unit is named, so that they may be apart."""
    if only and EITHER.search(text):
        return "any"
    if only and _NOT_LEADING.search(text):
        return "participant"
    around = text[max(0, start - 12) : end + (_FAR_IN_ENGLISH if text[start].isascii() else 24)]
    alone = _ALONE.search(around) or _ALONE_BEFORE.search(text[:start])
    if alone and not (_LEAD_OR_ALONE.search(text) or _COUNTED_IN.search(text)):
        return "sole_lead" if _OTHERS_HELP.search(text) else "sole"
    if "▲" in around:
        return "marked"
    if LEADS_AFTER.match(text, end) or LEADS_BEFORE.search(text[:start]) or alone:
        return "lead"
    if HELPS_AFTER.match(text, end) or HELPS_BEFORE.search(text[:start]):
        return "participant"
    if only and "▲" in text:
        return "marked"
    return "lead" if only and _LEADS_ANYWHERE.search(_LEADING_AS_FIELD.sub(" ", text[end:])) else "any"


def asked_for(text: str, mention: NamedUnits) -> bool:
    """Whether a mention is what the question wants to know: which State Council department, and not one unit of it;
    哪个办公室, 哪几个领导小组; or only says whose paper it is about."""
    if _WHICH_ONE.search(text[: mention.start]):
        return True
    if _UNDER.search(text[: mention.start]) and _PAPER_AFTER.match(text, mention.end):
        return True
    which = _ASKS_WHICH.search(text[: mention.start])
    body = _BODY_AFTER.match(text, mention.end)
    end = body.end() if body else mention.end
    return which is not None and _ANY_BODY.fullmatch(text, which.start(), end) is not None
