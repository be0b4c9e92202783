"""What is said of rows together: which are due first or last, which units they name and how often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.questions.asking import Ask
from assistant.questions.question import Question
from assistant.types import Language
from assistant.wording.compose import date_words, unit_words
from assistant.wording.findings import Draft, Evidence, Statement, evidence_of_record
from corpus.types import TaskRecord
from corpus.units import same_unit, unit_key

SHOWN = 3
"""How many units an answer to "which has the most" gives, and how many rows it quotes for each unit."""

# How many there are and who has most of them: 一共几项，谁最多.
_COUNTED = re.compile(
    r"(?:几|多少)[项件条个]|(?<![a-z])how many (?:[a-z]+ ){0,2}(?:tasks|items|measures)", re.IGNORECASE
)
_LEADING = re.compile(r"牵头|领头|抓总|(?<![A-Za-z])lead", re.IGNORECASE)
_HELPING = re.compile(r"参与|配合|协助|(?<![A-Za-z])(?:participat|support|take part)", re.IGNORECASE)
_WORDS = {
    "lead": ("牵头{}项", "leads {}"),
    "sole": ("独自负责{}项", "is alone responsible for {}"),
    "shared": ("共同负责{}项", "shares {}"),
    "participant": ("参与{}项", "takes part in {}"),
}


@dataclass(frozen=True, slots=True)
class UnitShare:
    """A unit as the rows print it, and the rows that name it, by the part that it has in them."""

    name: str
    roles: tuple[tuple[str, TaskRecord], ...]

    def count(self, role: str) -> int:
        """In how many rows the unit has this part."""
        return sum(held == role for held, _ in self.roles)


def at_extreme(records: Sequence[TaskRecord], earliest: bool) -> list[TaskRecord]:
    """Of rows with a date, those that are due first, or last; all that share the day."""
    ends = [_end(record) for record in records]
    if not ends:
        return []
    bound = min(ends) if earliest else max(ends)
    return [record for record, end in zip(records, ends, strict=True) if end == bound]


def told_first(records: Sequence[TaskRecord], earliest: bool, language: Language) -> Statement | None:
    """Which of the rows of a list are due first, or last, by their numbers in it; None where none has a date."""
    dated = [record for record in records if record.deadline is not None and record.deadline.end is not None]
    first = at_extreme(dated, earliest)
    if not first:
        return None
    day = first[0].deadline
    assert day is not None
    numbers = _numbers(records, first, language)
    if language == "zh":
        text = f"\n其中完成时间最{'早' if earliest else '晚'}的是第{numbers}项（{date_words(day, language)}）。"
    else:
        text = f"\nDue {'first' if earliest else 'last'}: no. {numbers} ({date_words(day, language)})."
    return Statement(text, _evidence(first), (day.text,))


def told_within(every: Sequence[TaskRecord], some: Sequence[TaskRecord], bounds: str, language: Language) -> Statement:
    """How many of the rows of a list meet further `bounds`, by their numbers in it."""
    numbers = _numbers(every, some, language)
    if language == "zh":
        text = f"\n其中共{len(some)}项（{bounds}）：第{numbers}项。"
    else:
        text = f"\nOf these {len(some)} ({bounds}): no. {numbers}."
    return Statement(text, _evidence(some))


def told_together(lists: Sequence[Sequence[TaskRecord]], language: Language) -> Statement:
    """How many rows several lists have together; one that stands in two of them counts once."""
    every = {record.id: record for rows in lists for record in rows}
    twice = sum(map(len, lists)) - len(every)
    if language == "zh":
        text = f"\n合计{len(every)}项{f'（{twice}项重复，只计一次）' if twice else ''}。"
    else:
        text = f"\n{len(every)} together{f' ({twice} listed twice, counted once)' if twice else ''}."
    return Statement(text)


def _numbers(every: Sequence[TaskRecord], some: Sequence[TaskRecord], language: Language) -> str:
    """The numbers that some rows have in a list of every one."""
    kept = {record.id for record in some}
    numbers = (str(number) for number, record in enumerate(every, start=1) if record.id in kept)
    return ("、" if language == "zh" else ", ").join(numbers)


def _evidence(records: Sequence[TaskRecord]) -> tuple[Evidence, ...]:
    return tuple(evidence for record in records for evidence in evidence_of_record(record))


def unit_shares(records: Sequence[TaskRecord]) -> list[UnitShare]:
    """Every unit that the rows name, the one with the most rows first, then in the order of the text."""
    held: dict[str, list[tuple[str, str, TaskRecord]]] = {}
    for record in records:
        lead = "sole" if record.lead_basis == "sole" else "lead"
        other = "participant" if record.lead_units else "shared"
        for names, role in ((record.lead_units, lead), (record.participating_units, other)):
            for name in dict.fromkeys(names):
                held.setdefault(unit_key(name), []).append((name, role, record))
    shares = []
    for parts in held.values():
        name = Counter(name for name, _, _ in parts).most_common(1)[0][0]
        shares.append(UnitShare(name, tuple((role, record) for _, role, record in parts)))
    return sorted(shares, key=lambda share: -len(share.roles))


def answer_units(question: Question, records: Sequence[TaskRecord], coverage: str) -> Draft | None:
    """The units of these rows with the number of rows of each; for "which has the most", the first of them."""
    zh = question.language == "zh"
    roles = _roles_meant(question.text)
    shares = [
        _as_printed(UnitShare(share.name, tuple(part for part in share.roles if part[0] in roles)))
        for share in unit_shares(records)
    ]
    if question.rivals:
        named = [name for bound in question.units for name in bound.names]
        shares = [share for share in shares if any(same_unit(share.name, name) for name in named)]
    others = [name for bound in question.units if bound.excluded for name in bound.names]
    shares = [share for share in shares if not any(same_unit(share.name, name) for name in others)]
    shares = sorted((share for share in shares if share.roles), key=lambda share: -len(share.roles))
    if not shares:
        return None
    if question.demands.most:
        most = len(shares[0].roles)
        first = unit_words([share.name for share in shares if len(share.roles) == most], question.language)
        heading = f"任务最多的是{first}，{most}项：" if zh else f"Most tasks: {first}, {most}:"
        if Ask.COUNT in question.asks and _COUNTED.search(question.text):
            heading = f"共{len(records)}项。{heading}" if zh else f"{len(records)} tasks in total. {heading}"
        shown = [share for share in shares if len(share.roles) == most or share in shares[:SHOWN]]
    else:
        heading = (
            f"共{len(shares)}家单位（{len(records)}项任务）：" if zh else f"{len(shares)} units ({len(records)} tasks):"
        )
        shown = shares
    rows = [_row(number, share, question.language) for number, share in enumerate(shown, start=1)]
    return Draft("answered", (Statement(heading), *rows), (), tuple(records), len(records), coverage)


def _as_printed(share: UnitShare) -> UnitShare:
    """A unit by the name that most of these rows print: others may print it in full or in short, and are no quote of
    that name."""
    names = [name for _, record in share.roles for name in record.units if unit_key(name) == unit_key(share.name)]
    return UnitShare(Counter(names).most_common(1)[0][0] if names else share.name, share.roles)


def _row(number: int, share: UnitShare, language: Language) -> Statement:
    zh = language == "zh"
    parts = [words[0 if zh else 1].format(share.count(role)) for role, words in _WORDS.items() if share.count(role)]
    name = unit_words([share.name], language)
    text = f"{number}. {name}：{'、'.join(parts)}" if zh else f"{number}. {name}: {', '.join(parts)}"
    printed = [record for _, record in share.roles if share.name in record.units][:SHOWN]
    evidence = _evidence(printed)
    return Statement(text, evidence, (share.name,))


def _roles_meant(text: str) -> frozenset[str]:
    if _LEADING.search(text):
        return frozenset({"lead", "sole"})
    if _HELPING.search(text):
        return frozenset({"participant"})
    return frozenset(_WORDS)


def _end(record: TaskRecord) -> date:
    return (record.deadline.end if record.deadline else None) or date.max
