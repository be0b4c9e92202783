"""The figure of each of several names in one sentence: 甲、乙分别为1、2; 500万元（国家级）、100万元（省级）; 甲8家.

A figure is given only where the sentence leaves no choice: as many figures as names in one order, the name in brackets
behind its figure, or a clause that has the name and a single figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.quantities import Quantity, find_quantities

LEAST_THING, SPOKEN_OF = 4, 0.6
"""A name of so many characters behind its level is that of a sentence with this share of its pairs of characters."""
_CLAUSES = re.compile("[，。；;：:！？!?\n]")
_ITEMS = re.compile("[，。；;：:！？!?\n、]")
_BETWEEN = re.compile(r"\s*(?:[、和及与，,]|以及)\s*")
_NAMES = re.compile("、|和|及|与|以及")
_TAIL = re.compile(
    "(?:分别|依次|各)?(?:同比|比上年|较上年)?(?P<does>增长|下降|提高|降低|减少|增加|上升|上涨|下跌)?"
    "(?:一次性|最高|再|各)*(?:为|是|达到?|有|完成|实现|到|至|约|超过?|突破|给予|予以|奖励|补助|补贴|资助)*(?:建设单位|企业|最高|不超过|一次性)*$"
)
_OPENS = re.compile("(?:国家|[省市县区])级$|[一二三甲乙丙ABC][级类等档]$")
_IN_THIS_ORDER = re.compile(r"\s*(?:[^，。；、\d]{0,6})(?:分别|依次)")
_RISES_OR_FALLS = "增长|增加|上升|上涨|提高|提升|回升|扩大|下降|减少|降低|下滑|下跌|回落|收窄"
_FALLS = re.compile("下降|减少|降低|下滑|下跌|回落|收窄")
_CHANGED = re.compile(rf"(?:{_RISES_OR_FALLS})了?(?:约|近|超)?$")
_SINCE = "(?:同比|环比|比上年末?|较上年末?|比年初|较年初|比去年|较去年|上年)?(?:名义|实际|可比|净|分别)?"
_BY = rf"(?P<does>{_RISES_OR_FALLS})(?:了|约|近|超)?(?P<number>\d+(?:\.\d+)?) ?(?P<unit>[%％‰]|个?百分点)"
_CHANGE = re.compile(rf"[^，。；：、]{{0,24}}?、?{_SINCE}{_BY}")
_CHANGE_ALONE = re.compile(rf"[，,]\s*{_SINCE}{_BY}")
_LEVEL_AT_END = re.compile("(?P<level>国家|[省市区县])级?$")
_LEVEL_AT_START = re.compile("(?P<level>国家|[省市区县])级?(?=[\u4e00-\u9fff]{2})")
_LEVEL = re.compile("(?:国家|[省市县区])$")
_LABEL = re.compile(r"\s*[（(]([^（）()]{1,12})[）)]")


def figures_of_names(names: Sequence[str], text: str) -> tuple[Quantity, ...]:
    """The figure of each name, in their order, all of one unit; empty where the text does not tell one for each."""
    quantities = [one for one in find_quantities(text) if one.upper is None and not one.qualifies]
    for way in (_respectively, _labelled, _by_clauses, _by_items, _by_labels):
        told = way(names, text, quantities)
        if len(told) == len(names) and len({one.unit for one in told}) == 1:
            spans = {(one.start, one.end) for one in told}
            if len(spans) == len(names):
                return tuple(told)
    return ()


def listed_figures(text: str, quantities: Sequence[Quantity]) -> list[tuple[str, Quantity]]:
    """The figures that stand in the order of their names, each with its own (甲、乙分别增长4%、5%: 甲增长, 乙增长)."""
    told: list[tuple[str, Quantity]] = []
    for run in _runs(text, quantities):
        clauses = _CLAUSES.split(text[: run[0].start])
        listed = _NAMES.split(clauses[-1])
        if len(listed) > len(run):  # 智能家电和音像器材 may be one
            listed = clauses[-1].split("、")
        if len(listed) == 1 and len(clauses) > 1 and _IN_THIS_ORDER.match(clauses[-1]):
            # 达到1000万元、5000万元的，分别奖励10万元、40万元
            names = _NAMES.split(clauses[-2])
            told += zip(_of_levels(_levels(names)), run, strict=True) if len(names) == len(run) else ()
            continue
        if len(listed) != len(run):
            continue
        last = _TAIL.search(listed[-1])
        tail = (last["does"] or "") if last else ""
        listed[-1] = listed[-1][: last.start()] if last else listed[-1]
        listed = _of_levels(listed)
        told += [(f"{name.strip()}{tail}", one) for name, one in zip(listed, run, strict=True)]
    return told


def _of_levels(names: list[str]) -> list[str]:
    """Names that differ by their level alone, in full: 国家级中心, 省级中心, 市级中心 of 国家、省、市级中心."""
    levels = [_LEVEL_AT_END.search(name) for name in names[:-1]]
    last = _LEVEL_AT_START.match(names[-1])
    if last is None or not levels or not all(levels):
        return names
    thing = names[-1][last.end() :]
    return [f"{one['level']}级{thing}" for one in (*filter(None, levels), last)]


def _levels(names: list[str]) -> list[str]:
    """Names of levels in full: 国家级 and 省级 of 国家、省级中心."""
    return [f"{name}级" if _LEVEL.search(name) and "级" in names[-1] else name for name in names]


def _respectively(names: Sequence[str], text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The figures of a run of as many as the things that are listed right before it."""
    listed = listed_figures(text, quantities)
    at = [[one for item, one in listed if _named(name, item)] for name in names]
    return [mine[0] for mine in at] if all(len(mine) == 1 for mine in at) else []


def _runs(text: str, quantities: Sequence[Quantity]) -> list[list[Quantity]]:
    """Figures with nothing between them but marks, two or more."""
    runs: list[list[Quantity]] = []
    for one, following in pairwise(quantities):
        if not _BETWEEN.fullmatch(text[one.end : following.start]):
            continue
        if runs and runs[-1][-1] is one:
            runs[-1].append(following)
        else:
            runs.append([one, following])
    return runs


def _labelled(names: Sequence[str], text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The figures whose names stand in brackets behind them."""
    labels = [(label[1], one) for one in quantities if (label := _LABEL.match(text, one.end))]
    told = []
    for name in names:
        within = max((len(label) for label, _ in labels if label in name), default=0)
        mine = [one for label, one in labels if label in name and len(label) == within]
        if len({one.value for one in mine}) != 1:
            return []
        told.append(mine[0])
    # 分别给予最高500万元（国家级）、100万元（省级）: what the first is, all are.
    shared = next((one.comparison for one in told if one.comparison != "="), "=")
    return [replace(one, comparison=shared) for one in told]


def changes_of_names(names: Sequence[str], text: str) -> tuple[Quantity, ...]:
    """By how much what each name names rose or fell, a fall below nought (下降4.2%); empty where the text does not tell
    it of each: a change stands in the clause of the name, or opens the one after it (出口241.3亿元，增长6.1%)."""
    bounds = [0, *(mark.start() for mark in _CLAUSES.finditer(text)), len(text)]
    clauses = [text[start:end] for start, end in pairwise(bounds)]
    told = []
    for name in names:
        at = [number for number, clause in enumerate(clauses) if _alone(name, names, clause)]
        if len(at) != 1:
            return ()
        own = clauses[at[0]]
        behind = own[own.index(name) + len(name) :]
        following = clauses[at[0] + 1] if at[0] + 1 < len(clauses) else ""
        found = _CHANGE.match(behind) or (_CHANGE_ALONE.match(following) if following[:1] in "，," else None)
        if found is None:
            return ()
        value = float(found["number"]) * (-1 if _FALLS.fullmatch(found["does"]) else 1)
        told.append(Quantity(f"{found['does']}{found['number']}{found['unit']}", 0, 0, value, found["unit"]))
    return tuple(told) if len({one.unit for one in told}) == 1 else ()


def _by_clauses(names: Sequence[str], text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The figures of the clauses that have a name and no other figure."""
    return _in_pieces(names, text, quantities, _CLAUSES)


def _by_items(names: Sequence[str], text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The figures of the items of one clause that have a name and no other figure: 技术专家4人、财务专家2人."""
    told = _in_pieces(names, text, quantities, _ITEMS)
    apart = told and _CLAUSES.search(text, min(one.end for one in told), max(one.start for one in told))
    return [] if apart else told


def _by_labels(names: Sequence[str], text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The figures right behind the words with which the names open: 国家级500万元、市级50万元 of 市级技术创新中心."""
    told = []
    for name in names:
        labelled = [(_ITEMS.split(text[: one.start])[-1], one) for one in quantities]
        mine = [
            one
            for label, one in labelled
            if len(opens := (_OPENS.search(label) or [""])[0]) > 1
            and name.startswith(opens)
            and _speaks_of(name[len(opens) :], text)
        ]
        if len(mine) != 1:
            return []
        told += mine
    return told


def _speaks_of(thing: str, text: str) -> bool:
    """Whether a text has most of what a name has behind its level: a 制造业创新中心 is no 技术创新中心."""
    pairs = {thing[at : at + 2] for at in range(len(thing) - 1)}
    return len(thing) < LEAST_THING or sum(pair in text for pair in pairs) >= SPOKEN_OF * len(pairs)


def _in_pieces(
    names: Sequence[str], text: str, quantities: Sequence[Quantity], marks: re.Pattern[str]
) -> list[Quantity]:
    bounds = [0, *(mark.start() for mark in marks.finditer(text)), len(text)]
    told = []
    for name in names:
        inside = [
            [one for one in quantities if start <= one.start < end]
            for start, end in pairwise(bounds)
            if name in text[start:end]
            and not any(name in other and other in text[start:end] for other in set(names) - {name})
        ]
        inside = [mine for mine in inside if mine]
        # 解决率86.9%，…，解决率比上季度提高2.1个百分点: how it changed is told beside what it is.
        plain = [mine for mine in inside if not _CHANGED.search(text[max(0, mine[0].start - 6) : mine[0].start])]
        inside = plain if len(inside) > 1 else inside
        if len(inside) != 1 or len(inside[0]) != 1:
            return []
        told.append(inside[0][0])
    return told


def _alone(name: str, names: Sequence[str], clause: str) -> bool:
    """Whether a clause has a name, and not only within a longer one."""
    return name in clause and not any(name in other and other in clause for other in set(names) - {name})


def _named(name: str, item: str) -> bool:
    return name in item or (len(item) > 1 and item in name)


def of_another_figure(name: str, asked: str, told: str) -> bool:
    """Whether a question asks for another figure of what has a `name` than those that are `told`: 汽车保有量 where a
    table tells the output."""
    if not re.search("[\u4e00-\u9fff]$", name):
        return False
    found = re.search(rf"{re.escape(name)}的?(?P<what>[\u4e00-\u9fff]{{1,3}}[量额率])", asked)
    return found is not None and found["what"] not in told and found["what"][-2:] not in told
