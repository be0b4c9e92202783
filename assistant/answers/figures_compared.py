"""Which of two figures that were asked to be compared is the higher one, and by how much: from their own words.

Only figures that are printed under one name (地区生产总值增长6%, 地区生产总值增长7%) and in one unit are set against
each other; all else stands side by side and is left to who reads it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answers.figures_told import Measured, tells_apart, told
from assistant.language.figure_names_alike import same_name
from assistant.language.figures_of_names import listed_figures
from assistant.language.indicators import indicators_asked
from assistant.language.rankings import asks_order
from assistant.language.units_alike import same_unit
from assistant.language.years import spoken_years
from assistant.matching.dimensions import DIMENSIONS
from assistant.matching.relevance import Candidate, Relevance
from assistant.questions.asking import FIGURES, Ask
from assistant.questions.question import Question
from assistant.wording.findings import Draft, Evidence, Statement
from corpus.localities import localities
from corpus.quantities import Quantity, find_quantities
from index.library import Library

SPOKEN = 0.5
"""A figure is the one that was asked for when its name speaks of this share of what was asked of both."""

_BREAKS = re.compile(r"[，,；;。：:、！？?（）()“”|\n]")
_TIME = (
    r"(?:(?:到|至)?(?:19|20)\d\d年(?:度|底|末)?|[今去明本当全上]年|年度|[上下]半年|\d{1,2}(?:至|-|—)\d{1,2}月"
    "|(?:前|第)?[一二三四]季度|年[底末内初]|累计|预计|计划|力争|争取|确保|实现)"
)
_OPENS = re.compile(rf"^(?:{_TIME}|[的内])+")
_WHOSE = re.compile(r"^(?:全[市省县区州国]|我[市省县区州]|本[市省县区州])")
_ENDS = re.compile(
    "(?:的|目标|为|是|至|到|达到?|约|实现|完成|共|合计|预计|力争|计划|[定设]为|(?:稳定|控制|保持|稳|定)?在)+$"
)
# Several figures in the order of their names, or a change on another basis: the name is not what stands before it.
_UNCLEAR = re.compile("分别|依次|同比|环比|比上年|上年|去年|以上|以下|其中")
_GROWN = re.compile("[、，,](?:同比|比上年|较上年|比去年|按可比价格?|可比|名义|实际)*增长$")
_FURTHER = re.compile("[^、，,]")
_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
_A_YEAR = re.compile(r"(?:19|20)\d\d")
_SENTENCES = re.compile("[。；;]")
_LITTLE = 0.01
_ITSELF = "="
"""The name of a figure that stands right behind the thing compared: 出口158.2亿元."""
_CHANGES = re.compile("增长|增速|增幅|下降|上升|提高|降低|减少|增加")
_ASKS_CHANGE = re.compile(
    "(?<!新)增(?!加值)|降|涨|跌|快|慢|升"
    "|(?<![a-z])(?:grow[a-z]*|fast[a-z]*|slow[a-z]*|increas[a-z]*|decreas[a-z]*|fell|falls?|rose|rises?)(?![a-z])",
    re.IGNORECASE,
)
_AIM = re.compile("目标|(?<![a-z])(?:targets?|aims?|goals?)(?![a-z])", re.IGNORECASE)
_GROWS = re.compile("(?:增长|增加|完成|达到?)+$")
# A year and that it is aimed at say nothing of what is counted.
_UNTELLING = re.compile(r"(?:19|20)\d\d年?|\d+|年|目标|预期|预计|targets?|goals?|aims?|figures?|rates?", re.IGNORECASE)
_BARE = re.compile(r"[：:]\s*(?P<name>[^：:，。；（）\d]{2,20}?)(?:为| )(?P<number>\d[\d,]*(?:\.\d+)?)[。.]?$")


@dataclass(frozen=True, slots=True)
class _Figure:
    name: str
    quantity: Quantity
    years: frozenset[str]
    evidence: tuple[Evidence, ...]


def figures_compared(
    question: Question, things: Sequence[str], parts: Sequence[Question], drafts: Sequence[Draft], library: Library
) -> Statement | None:
    """Which of two things has the higher figure, and by how much where both are exact; None where that was not asked,
    or the answers do not give each a single figure of the same name and unit."""
    if len(drafts) != 2 or Ask.DEADLINE in question.asks or not parts[0].asks & FIGURES:
        return None
    if not tells_apart(things, question.text):
        return None
    if not asks_order(question.text[question.opening :]) or any(
        draft.status == "not_found" or draft.tasks for draft in drafts
    ):
        return None
    aim = bool(_AIM.search(question.text[question.opening :]))
    one, other = (
        _meant(question, part, thing, things, _figures(draft, thing, library, aim=aim), library)
        for part, thing, draft in zip(parts, things, drafts, strict=True)
    )
    years_compared = any(_A_YEAR.search(thing) for thing in things)
    if one is None or other is None or not _comparable(one, other):
        return None
    zh = question.language == "zh"
    if not years_compared and one.years and other.years and not one.years & other.years:
        return _of_other_years(one, other, things, zh)
    of = "" if one.name == _ITSELF else one.name
    return told(
        Measured(things[0], one.quantity, one.evidence), Measured(things[1], other.quantity, other.evidence), of, zh=zh
    )


def _meant(
    question: Question,
    part: Question,
    thing: str,
    things: Sequence[str],
    figures: dict[str, _Figure],
    library: Library,
) -> _Figure | None:
    """The figure of an answer that is asked for of a thing; None where no name says it, or two say it as well."""
    asked = question.text
    for name in things:
        asked = asked.replace(name, " ")  # 进出口总额增速 may be the name of what has a score
    spoken = {
        figure.name: _spoken(question, part, thing, figure, library)
        for figure in figures.values()
        if _of_kind(asked if len(figures) == 1 else question.text, figure)
    }
    most = max(spoken.values(), default=0.0)
    named = [name for name, share in spoken.items() if share == most]
    return figures[named[0]] if most >= SPOKEN and len(named) == 1 else None


def _figures(draft: Draft, thing: str, library: Library, *, aim: bool) -> dict[str, _Figure]:
    """The figures of an answer by the names that stand right before them; one name with two figures is left out. What
    is aimed at is told in other sentences than what was reached."""
    found: dict[str, _Figure] = {}
    twice: set[str] = set()
    aimed = [statement for statement in draft.statements if _AIM.search(statement.text)] if aim else []
    for statement in aimed or draft.statements:
        if not statement.evidence:
            continue
        quantities = [one for one in find_quantities(statement.text) if one.upper is None and not one.qualifies]
        listed = {one.start: name for name, one in listed_figures(statement.text, quantities)}
        last: tuple[str, Quantity] | None = None
        for quantity in quantities:
            name = _name(listed.get(quantity.start) or statement.text[: quantity.start], thing)
            grown = _GROWN.search(statement.text[: quantity.start])
            if grown and last and not _FURTHER.search(statement.text[last[1].end : grown.start()]):
                name = f"{last[0]}增长"  # 地区生产总值1402.5亿元、同比增长5.6%
            last = (name, quantity)
            if (len(name) < 2 and name != _ITSELF) or _UNCLEAR.search(name):
                continue
            if name in found and found[name].quantity.value != quantity.value:
                twice.add(name)
            years = frozenset(_YEAR.findall(_SENTENCES.split(statement.text[: quantity.start])[-1]))
            years = years or _years_of(statement.evidence[0], library)
            found.setdefault(name, _Figure(name, quantity, years, statement.evidence))
        if bare := _BARE.search(statement.text):  # a cell whose head says no unit: 解决率为93.8
            number = Quantity(bare["number"], bare.start("number"), bare.end("number"), _value(bare["number"]), None)
            found.setdefault(bare["name"], _Figure(bare["name"], number, frozenset(), statement.evidence))
    return {name: figure for name, figure in found.items() if name not in twice}


def _name(before: str, thing: str) -> str:
    """What a figure is of, as it is printed right before it, without whose it is and when."""
    clause = _BREAKS.split(before)[-1].strip()
    if _ENDS.sub("", _WHOSE.sub("", _OPENS.sub("", clause))) == thing:
        return _ITSELF
    stripped = ""
    while clause != stripped:
        stripped = clause
        for place in (thing, thing.rstrip("市省县区州")):
            clause = clause.removeprefix(place) if place else clause
        clause = _WHOSE.sub("", _OPENS.sub("", re.sub("^[市省县区州](?=[全地])", "", clause)))
    return same_name(_ENDS.sub("", clause).strip())


def _years_of(quote: Evidence, library: Library) -> frozenset[str]:
    """The years that the part of a paper speaks of in which a quote stands: reports say 今年."""
    return spoken_years("", "", library.document(quote.document_id), quote.span.start)


def _of_kind(asked: str, figure: _Figure) -> bool:
    """Whether a figure is a change where a change is asked for, and a size where a size is; what is aimed at may be
    either."""
    change = bool(_CHANGES.search(figure.name)) or (figure.name == _ITSELF and figure.quantity.unit in ("%", "％"))
    if _ASKS_CHANGE.search(asked):
        return change
    return not change or bool(_AIM.search(asked))


def _value(number: str) -> float:
    return float(number.replace(",", ""))


def _comparable(one: _Figure, other: _Figure) -> bool:
    """Whether two figures are printed under one name and in one unit, and stand in different places."""
    return one.name == other.name and same_unit(one.quantity, other.quantity) and one.evidence != other.evidence


def _spoken(question: Question, part: Question, thing: str, figure: _Figure, library: Library) -> float:
    """How well the name of a figure says what was asked of both things: more than 1 where it stands in the question as
    it is printed (the more of it the better), else the share of the words asked for of which it speaks."""
    if figure.name == _ITSELF:
        return 1.0
    core = _GROWS.sub("", figure.name)
    if len(core) > 1 and core in question.text:
        return float(len(core))
    indicators = indicators_asked(question.text)
    if len(indicators) == 1 and indicators[0].written.fullmatch(core):
        return float(len(core))  # 经济增长 is asked for, 地区生产总值 is printed
    asked = Relevance(part.topic, library)
    telling = [
        term.weight
        * (
            term.word not in DIMENSIONS
            and not _UNTELLING.fullmatch(term.word)
            and term.word.lower() not in thing.lower()
            and not localities(term.word)
        )
        for term in asked.terms
    ]
    total = sum(telling)
    full, bare = (
        sum(weight * match for weight, match in zip(telling, asked.matches(Candidate(name)), strict=True))
        for name in (figure.name, core)
    )
    # Of two that grow (一般公共预算收入增长) what grows decides.
    return (full + _LITTLE * bare) / total if total else 0.0


def _of_other_years(one: _Figure, other: _Figure, things: Sequence[str], zh: bool) -> Statement:
    """That two figures are of different years: 今年 of two reports need not be one year."""
    first, second = ("、".join(sorted(figure.years)) for figure in (one, other))
    text = (
        f"两处说的不是同一年（{things[0]}为{first}年，{things[1]}为{second}年），不作比较。"
        if zh
        else f"The two are of different years ({things[0]}: {first}, {things[1]}: {second}) and are not compared."
    )
    return Statement(text)
