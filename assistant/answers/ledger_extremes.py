"""Answers about a ledger as a whole: the tasks with most units, the units that never lead, those that only do."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answers.aggregates import unit_shares
from assistant.questions.ledger_asked import LedgerKind
from assistant.types import Language
from assistant.wording.compose import row_statement, unit_words
from assistant.wording.findings import Draft, Statement, evidence_of_record
from corpus.types import TaskRecord

_LEADS = ("lead", "sole")
_MOST_OF: dict[LedgerKind, tuple[str, str]] = {
    "most": ("单位", "units"),
    "most_helping": ("参与单位", "participating units"),
    "most_leading": ("牵头单位", "lead units"),
}


def answer_ledger(kind: LedgerKind, records: Sequence[TaskRecord], language: Language) -> Draft | None:
    """What is asked of all these rows; None where there are none, or none that says it."""
    if kind in _MOST_OF:
        return _most(kind, records, language)
    return _units(kind, records, language)


def _most(kind: LedgerKind, records: Sequence[TaskRecord], language: Language) -> Draft | None:
    of = {"most": "units", "most_helping": "participating_units", "most_leading": "lead_units"}[kind]
    counts = [len(getattr(one, of)) for one in records]
    most = max(counts, default=0)
    if most == 0:
        return None
    rows = [one for one, count in zip(records, counts, strict=True) if count == most]
    units = _MOST_OF[kind][0 if language == "zh" else 1]
    if language == "zh":
        heading = f"{units}最多的任务列有{most}家{units}，共{len(rows)}项："
    else:
        heading = f"Most {units} in one task: {most} ({len(rows)} tasks):"
    told = [row_statement(number, one, language) for number, one in enumerate(rows, start=1)]
    return Draft("answered", (Statement(heading), *told), (), tuple(rows), len(rows))


def _units(kind: LedgerKind, records: Sequence[TaskRecord], language: Language) -> Draft | None:
    shares = [
        share
        for share in unit_shares(records)
        if any(role in _LEADS for role, _ in share.roles) == (kind == "only_lead")
        and (kind != "only_lead" or all(role in _LEADS for role, _ in share.roles))
    ]
    if not records or not any(one.lead_units for one in records):
        return None
    zh = language == "zh"
    total = len(shares)
    if zh:
        heading = (
            f"{'只牵头不参与' if kind == 'only_lead' else '没有牵头任务'}的单位共{total}家{'：' if total else '。'}"
        )
    else:
        what = "only lead" if kind == "only_lead" else "lead no task"
        heading = f"{total} {'unit' if total == 1 else 'units'} {what}{':' if total else '.'}"
    told = []
    for number, share in enumerate(shares, start=1):
        printed = next((record for _, record in share.roles if share.name in record.units), None)
        evidence = evidence_of_record(printed) if printed is not None else ()
        name, rows = unit_words([share.name], language), len(share.roles)
        part = (
            ("牵头" if kind == "only_lead" else "参与") if zh else ("leads" if kind == "only_lead" else "takes part in")
        )
        told.append(
            Statement(
                f"{number}. {name}：{part}{rows}项" if zh else f"{number}. {name}: {part} {rows}",
                evidence,
                (share.name,),
            )
        )
    return Draft("answered", (Statement(heading), *told), (), (), None)
