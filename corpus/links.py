"""Records that speak of the same task: a body item and the annex row that repeats it, in one document or in several.

Two records are linked when the shorter task is largely contained in the longer one: of its character pairs, each
weighted by how rare it is among all tasks, a fixed share occurs in the other. Items of one list or table are
different tasks however alike they sound, so they are never linked.

Offices copy one another's wording, so that words alone say little across documents: the two documents must be tied
(one cites the other, or the same body issued both, or bodies of one place), and nothing may speak against it: units of
different places, or titles that name different years.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from corpus.characters import HAN
from corpus.normalise import fold
from corpus.types import TaskRecord
from corpus.unit_names import PLACE, split_level
from corpus.units import same_unit

# On the import plan the weakest pair that a reader calls the same task holds .38, the strongest other one .33.
SHARE_WITHIN_DOCUMENT = 0.36
# Of two documents by one body, or of which one cites the other.
SHARE_ACROSS_DOCUMENTS = 0.55
# Of two bodies of one place: a bureau's plan repeats the government's, and its neighbours' words as well.
SHARE_WITHIN_PLACE = 0.75
# Character pairs that so few tasks have single out a task; at least this many must be shared.
RARE_SHARED = 3

_WORD = re.compile(rf"[{HAN}]+|[A-Za-z0-9]+")


_YEARS = re.compile(r"(20\d\d)(?: ?年? ?[-—–―~～至到]+ ?(20\d\d))? ?年")
# A level of government and no place; 市场监管总局 is no such name.
_OF_NO_PLACE = re.compile(r"[本市省县区州盟旗乡镇](?!场|际|域)|自治区|自治州")
_BEFORE_PLACE = re.compile(r"^(?:中共|中国共产党)|印发(?!.*印发)|《")

Numbers = NDArray[np.int64]

# The least share of the shorter task that two records must have in common, None where they cannot be linked.
_Least = Callable[[TaskRecord, TaskRecord], float | None]


@dataclass(frozen=True)
class Origin:
    """What of a document tells whether another one may speak of its tasks.

    `cited` holds the titles and numbers (文号) of the documents that it names.
    """

    title: str
    number: str | None = None
    issuers: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()

    @cached_property
    def names(self) -> frozenset[str]:
        """What others may cite it by; a title of a few characters (工作方案) is nobody's."""
        return frozenset(_bare(name) for name in (self.title, self.number or "") if len(name) >= _SHORTEST_NAME)

    @cached_property
    def cites(self) -> frozenset[str]:
        """The documents that it names, in the form of `names`."""
        return frozenset(map(_bare, self.cited))

    @cached_property
    def bodies(self) -> frozenset[str]:
        """The issuers that are one body wherever they are named: not 市人民政府, of which every city has one."""
        return frozenset(fold(name) for name in self.issuers if not _OF_NO_PLACE.match(name))

    @cached_property
    def place(self) -> str:
        """Where its issuers are, else what its title begins with: 浙江省义乌市; "" where neither says so."""
        return next(filter(None, map(_place, (*self.issuers, self.title))), "")

    @cached_property
    def keys(self) -> frozenset[str]:
        """What it shares with every document that body or place ties it to."""
        return self.bodies | {place[-3:] for place in (self.place,) if place}

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that its title names; a plan for 2021—2023年 names three."""
        return frozenset(
            year
            for first, last in _YEARS.findall(self.title)
            for year in range(int(first), max(int(first), int(last or first)) + 1)
        )


# A document number such as 义政发〔2021〕1号 has ten characters, 国发〔2021〕1号 nine.
_SHORTEST_NAME = 9


def _bare(name: str) -> str:
    return re.sub(r"[《》〈〉“”\"'()\[\]〔〕【】]", "", fold(name))


def _place(name: str) -> str:
    for opening in (0, *(match.end() for match in _BEFORE_PLACE.finditer(name))):
        end = opening
        while found := PLACE.match(name, end):
            end = found.end()
        if end > opening:
            return name[opening:end]
    return ""


def link_records(records: Iterable[TaskRecord]) -> tuple[TaskRecord, ...]:
    """The records of one document with `linked` filled in, best first; symmetric and never reflexive."""

    def least(one: TaskRecord, other: TaskRecord) -> float | None:
        if one.section == other.section or (_is_provision(one) and _is_provision(other)):
            return None
        return SHARE_WITHIN_DOCUMENT

    return _linked(tuple(records), least, TaskPairs())


def _is_provision(record: TaskRecord) -> bool:
    """Whether a record is a sentence of running text or an article: what two of them have in common is what the whole
    paper is about, and nobody states one rule twice. Items and rows are numbered."""
    return record.cell is None and (record.number is None or record.number.endswith("条"))


def link_documents(
    records: Iterable[TaskRecord], origins: Mapping[str, Origin], pairs: TaskPairs | None = None
) -> tuple[TaskRecord, ...]:
    """The records with links to other documents' records added to those that they have, best first; symmetric.

    `origins` has an entry for each of their documents; `pairs` is kept by whoever links nearly the same records again.
    """
    held = tuple(records)
    ties: dict[tuple[str, str], float | None] = {}

    def least(one: TaskRecord, other: TaskRecord) -> float | None:
        key = (one.document_id, other.document_id)
        if one.document_id == other.document_id:
            return None
        if key not in ties:
            ties[key] = _tie(origins[one.document_id], origins[other.document_id])
        return None if ties[key] is None or _elsewhere(one, other) else ties[key]

    tied = _tied(origins)
    linked = iter(_linked([record for record in held if record.document_id in tied], least, pairs or TaskPairs()))
    return tuple(next(linked) if record.document_id in tied else record for record in held)


def _tied(origins: Mapping[str, Origin]) -> frozenset[str]:
    """The documents that something may tie to another one; the words of all others need not be compared."""
    shared = Counter(key for origin in origins.values() for key in origin.keys)
    named = frozenset[str]().union(*(origin.names for origin in origins.values()))
    cited = frozenset[str]().union(*(origin.cites for origin in origins.values()))
    return frozenset(
        name
        for name, origin in origins.items()
        if any(shared[key] > 1 for key in origin.keys) or origin.cites & named or origin.names & cited
    )


def _tie(one: Origin, other: Origin) -> float | None:
    """How much the tasks of two documents must share to be the same; None where nothing ties the documents."""
    if one.cites & other.names or other.cites & one.names:
        return SHARE_ACROSS_DOCUMENTS
    if one.years and other.years and not one.years & other.years:
        return None  # the lists of two years hold the same words and different tasks
    if one.bodies & other.bodies:
        return SHARE_ACROSS_DOCUMENTS
    same_place = one.place and other.place and (one.place.endswith(other.place) or other.place.endswith(one.place))
    return SHARE_WITHIN_PLACE if same_place else None


def _elsewhere(one: TaskRecord, other: TaskRecord) -> bool:
    """Whether the units are of different places: one task for 广东省人民政府, another for 黑龙江省人民政府."""
    here, there = ({split_level(unit)[0] for unit in record.units} for record in (one, other))
    places, others = ({place for place in found if len(place) > 1} for found in (here, there))
    return bool(places and others and not places & others)


def _linked(held: Sequence[TaskRecord], least: _Least, cut: TaskPairs) -> tuple[TaskRecord, ...]:
    if not held:
        return ()
    pairs = cut.of([record.task for record in held])
    every = np.concatenate(pairs)
    owners = np.repeat(np.arange(len(held)), [len(found) for found in pairs])
    counts = np.bincount(every)
    weight = np.log(len(held) / np.maximum(counts, 1)) + 0.2
    totals = np.bincount(owners, weight[every], len(held))
    linked: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for earlier, others in _sharing(every, owners, counts[every] <= max(6, len(held) // 1000)):
        wanted = {later: asked for later in others if (asked := least(held[earlier], held[later])) is not None}
        if not wanted:
            continue
        mine = np.zeros(len(weight))
        mine[pairs[earlier]] = weight[pairs[earlier]]
        for later, share in wanted.items():
            shared = float(mine[pairs[later]].sum() / min(totals[earlier], totals[later]))
            if shared >= share:
                linked[earlier].append((-shared, later))
                linked[later].append((-shared, earlier))
    return tuple(
        replace(record, linked=(*record.linked, *(held[other].id for _, other in sorted(linked[position]))))
        if position in linked
        else record
        for position, record in enumerate(held)
    )


def _sharing(every: Numbers, owners: Numbers, rare: NDArray[np.bool_]) -> Iterator[tuple[int, list[int]]]:
    """For each record the later ones that share at least RARE_SHARED rare pairs with it, where there are any.

    `every` has the pairs of all records, `owners` whose they are, rising, and `rare` which of them are rare.
    """
    order = np.argsort(every[rare], kind="stable")
    pair, owner = every[rare][order], owners[rare][order]
    found: list[Numbers] = []
    # Holders of one pair stand side by side: neighbours, then every second one, and so on while any share a pair.
    for apart in range(1, len(pair)):
        same = pair[apart:] == pair[:-apart]
        if not same.any():
            break
        found.append((owner[:-apart] * (owners[-1] + 1) + owner[apart:])[same])
    both, number = np.unique(np.concatenate(found) if found else np.zeros(0, np.int64), return_counts=True)
    for earlier, group in groupby(both[number >= RARE_SHARED].tolist(), lambda key: key // (int(owners[-1]) + 1)):
        yield earlier, [key % (int(owners[-1]) + 1) for key in group]


class TaskPairs:
    """The pairs of neighbouring Chinese characters and the Latin words of tasks, as numbers. Whoever looks at the same
    tasks again keeps it, so that each is cut once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._cut: dict[str, Numbers] = {}

    def of(self, tasks: Sequence[str]) -> list[Numbers]:
        """The pairs of each task, each pair once; tasks that were asked for before, and not now, are forgotten."""
        known, self._cut = self._cut, {}
        for task in tasks:
            if task not in self._cut:
                self._cut[task] = known[task] if task in known else self._numbered(task)
        return [self._cut[task] for task in tasks]

    def _numbered(self, task: str) -> Numbers:
        numbers = [self._numbers.setdefault(pair, len(self._numbers)) for pair in _pairs(task)]
        return np.asarray(numbers, np.int64)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two records of one task agree and differ in: names of fields of `TaskRecord`.

    A field that only one of them states is in `only_here` or `only_there`; units are compared as units, not as
    spellings.
    """

    agrees: tuple[str, ...]
    differs: tuple[str, ...]
    only_here: tuple[str, ...] = ()
    only_there: tuple[str, ...] = ()


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
        tuple(name for name in agreement if getattr(one, name) and not getattr(other, name)),
        tuple(name for name in agreement if getattr(other, name) and not getattr(one, name)),
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
