"""Records that speak of the same task: a body item and the annex row that repeats it, in one document or in several.

Two records are linked when the shorter task is largely contained in the longer one: of its character pairs, each
weighted by how rare it is among all tasks, a fixed share occurs in the other. Items of one list or table are
different tasks however alike they sound, so they are never linked.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import log

from corpus.characters import HAN
from corpus.types import TaskRecord
from corpus.units import same_unit

# On the import plan the weakest pair that a reader calls the same task holds .38, the strongest other one .33.
SHARE_WITHIN_DOCUMENT = 0.36
# Offices copy one another's wording, so across documents more has to agree.
SHARE_ACROSS_DOCUMENTS = 0.55
# Character pairs that so few tasks have single out a task; at least this many must be shared.
RARE_SHARED = 3

_WORD = re.compile(rf"[{HAN}]+|[A-Za-z0-9]+")


def link_records(records: Iterable[TaskRecord]) -> tuple[TaskRecord, ...]:
    """The records with `linked` filled in, best first; the relation is symmetric and never reflexive."""
    held = tuple(records)
    pairs = [_pairs(record.task) for record in held]
    counts = Counter(pair for found in pairs for pair in found)
    weight = {pair: log(len(held) / count) + 0.2 for pair, count in counts.items()}
    few = max(6, len(held) // 1000)
    totals = [sum(weight[pair] for pair in found) for found in pairs]
    holders: dict[str, list[int]] = defaultdict(list)
    linked: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for later, found in enumerate(pairs):
        rare = [pair for pair in found if counts[pair] <= few]
        shared = Counter(earlier for pair in rare for earlier in holders[pair])
        for earlier, number in shared.items():
            if number < RARE_SHARED or _siblings(held[earlier], held[later]):
                continue
            common = sum(weight[pair] for pair in found & pairs[earlier])
            share = common / min(totals[earlier], totals[later])
            within = held[earlier].document_id == held[later].document_id
            if share >= (SHARE_WITHIN_DOCUMENT if within else SHARE_ACROSS_DOCUMENTS):
                linked[earlier].append((-share, later))
                linked[later].append((-share, earlier))
        for pair in rare:
            holders[pair].append(later)
    return tuple(
        replace(record, linked=tuple(held[other].id for _, other in sorted(linked[position])))
        for position, record in enumerate(held)
    )


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two records of one task agree and differ in: names of fields of `TaskRecord`.

    A field that only one of them states is in neither. Units are compared as units, not as spellings.
    """

    agrees: tuple[str, ...]
    differs: tuple[str, ...]


def compare(one: TaskRecord, other: TaskRecord) -> Comparison:
    """How two records that speak of one task relate, field by field."""
    agreement = {
        "lead_units": _same_units(one.lead_units, other.lead_units),
        "participating_units": _same_units(one.participating_units, other.participating_units),
        "deadline": _same_days(one, other),
        "targets": _same_values(one, other),
    }
    return Comparison(
        tuple(name for name, same in agreement.items() if same),
        tuple(name for name, same in agreement.items() if same is False),
    )


def _same_units(one: tuple[str, ...], other: tuple[str, ...]) -> bool | None:
    if not one or not other:
        return None
    return all(any(same_unit(a, b) for b in other) for a in one) and all(
        any(same_unit(a, b) for a in one) for b in other
    )


def _same_days(one: TaskRecord, other: TaskRecord) -> bool | None:
    if one.deadline is None or other.deadline is None:
        return None
    if one.deadline.end or other.deadline.end:
        return one.deadline.end == other.deadline.end
    return one.deadline.text == other.deadline.text


def _same_values(one: TaskRecord, other: TaskRecord) -> bool | None:
    if not one.targets or not other.targets:
        return None
    return {(found.value, found.unit) for found in one.targets} == {
        (found.value, found.unit) for found in other.targets
    }


def _pairs(task: str) -> frozenset[str]:
    """Pairs of neighbouring Chinese characters, and Latin words."""
    found: set[str] = set()
    for word in _WORD.findall(task):
        found.update([word] if word.isascii() else (word[at : at + 2] for at in range(len(word) - 1)))
    return frozenset(found)


def _siblings(one: TaskRecord, other: TaskRecord) -> bool:
    """Whether both are items of the same list or rows of the same table."""
    return one.document_id == other.document_id and one.section == other.section
