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

_CLAUSES = re.compile("[，。；;：:！？!?\n]")
_BETWEEN = re.compile(r"\s*(?:[、和及与，,]|以及)\s*")
_NAMES = re.compile("、|和|及|与|以及")
_TAIL = re.compile(
    "(?:分别|依次|各)?(?:同比|比上年|较上年)?(?P<does>增长|下降|提高|降低|减少|增加|上升|上涨|下跌)?"
    "(?:为|是|达到?|有|完成|实现|到|至|约|超过?|突破)*$"
)
_LABEL = re.compile(r"\s*[（(]([^（）()]{1,12})[）)]")


def figures_of_names(names: Sequence[str], text: str) -> tuple[Quantity, ...]:
    """The figure of each name, in their order, all of one unit; empty where the text does not tell one for each."""
    quantities = [one for one in find_quantities(text) if one.upper is None and not one.qualifies]
    for way in (_respectively, _labelled, _by_clauses):
        told = way(names, text, quantities)
        if len(told) == len(names) and len({one.unit for one in told}) == 1:
            spans = {(one.start, one.end) for one in told}
            if len(spans) == len(names):
                return tuple(told)
    return ()


def listed_figures(text: str, quantities: Sequence[Quantity]) -> list[tuple[str, Quantity]]:
    """The figures that stand in the order of their names, each with its own (甲、乙分别增长4%、5%: 甲增长, 乙增长)."""
    told = []
    for run in _runs(text, quantities):
        listed = _NAMES.split(_CLAUSES.split(text[: run[0].start])[-1])
        if len(listed) != len(run):
            continue
        last = _TAIL.search(listed[-1])
        tail = last["does"] if last else ""
        listed[-1] = listed[-1][: last.start()] if last else listed[-1]
        told += [(f"{name.strip()}{tail}", one) for name, one in zip(listed, run, strict=True)]
    return told


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


def _by_clauses(names: Sequence[str], text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The figures of the clauses that have a name and no other figure."""
    bounds = [0, *(mark.start() for mark in _CLAUSES.finditer(text)), len(text)]
    told = []
    for name in names:
        inside = [
            [one for one in quantities if start <= one.start < end]
            for start, end in pairwise(bounds)
            if name in text[start:end]
            and not any(name in other and other in text[start:end] for other in set(names) - {name})
        ]
        if len(inside) != 1 or len(inside[0]) != 1:
            return []
        told.append(inside[0][0])
    return told


def _named(name: str, item: str) -> bool:
    return name in item or (len(item) > 1 and item in name)
