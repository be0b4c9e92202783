"""Task records held against annotated statements: matched by where they stand, compared field by field.

Only the documents' text and the annotations are looked at; names are compared as printed, white space and width apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.types import Reading, Span, TaskRecord
from eval.cases import comparable
from eval.errors import GoldError
from eval.measures import Share
from eval.records import Annotation, Statement, read_annotations, statement_spans

_SENTENCE_END = re.compile(r"[。！？；]")


@dataclass(frozen=True, slots=True)
class StatementScore:
    """A statement and the record that was matched with it, None where no record speaks of it.

    `targets_exact` is None where the targets were not annotated.
    """

    statement: Statement
    record: TaskRecord | None
    lead_exact: bool
    units_exact: bool
    deadline_exact: bool
    targets_exact: bool | None


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """One document's statements in text order, the records that name a unit but match no statement, and the number
    of sentences."""

    annotation: Annotation
    scores: tuple[StatementScore, ...]
    false_records: tuple[TaskRecord, ...]
    sentences: int


@dataclass(frozen=True, slots=True)
class RecordFigures:
    """Totals over statements; a statement that no record matches is wrong in every field.

    `found` and `correct` are recall and precision of the matching, from which F1 follows.
    """

    name: str
    found: Share
    correct: Share
    lead: Share
    units: Share
    deadline: Share
    targets: Share

    @property
    def f1(self) -> float | None:
        """The harmonic mean of statements found and records that are right to exist."""
        total = self.found.denominator + self.correct.denominator
        return 2 * self.found.numerator / total if total else None


def score_document(annotation: Annotation, reading: Reading) -> DocumentScore:
    """Match the records with the statements, one to one, and compare every field."""
    spans = statement_spans(annotation, reading.document.text)
    pairs = _match(spans, [_extents(record) for record in reading.records])
    return DocumentScore(
        annotation,
        tuple(
            _score(statement, reading.records[pairs[position]] if position in pairs else None)
            for position, statement in enumerate(annotation.statements)
        ),
        tuple(
            record for position, record in enumerate(reading.records) if record.units and position not in pairs.values()
        ),
        len(_SENTENCE_END.findall(reading.document.text)),
    )


def _extents(record: TaskRecord) -> tuple[Span, ...]:
    """Where the record says task and units stand: its statement alone may be a paragraph that holds several."""
    return tuple(span for name in ("task", "lead_units", "participating_units") for span in record.spans.get(name, ()))


def _match(statements: Sequence[Span], records: Sequence[Sequence[Span]]) -> dict[int, int]:
    """Positions of statements with those of their records: the assignment that shares the most characters.

    A record can belong to a statement that holds at least half of its characters (Jonker & Volgenant's assignment,
    through scipy).
    """
    if not statements or not records:
        return {}
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    affinity = np.zeros((len(statements), len(records)))
    for column, extents in enumerate(records):
        length = sum(span.end - span.start for span in extents)
        for row, statement in enumerate(statements):
            shared = sum(max(0, min(span.end, statement.end) - max(span.start, statement.start)) for span in extents)
            if length and shared >= length / 2:
                affinity[row, column] = shared / (statement.end - statement.start)
    rows, columns = linear_sum_assignment(affinity, maximize=True)
    return {int(row): int(column) for row, column in zip(rows, columns, strict=True) if affinity[row, column] > 0}


def _score(statement: Statement, record: TaskRecord | None) -> StatementScore:
    annotated = None if statement.targets is None else {(target.value, target.unit) for target in statement.targets}
    if record is None:
        return StatementScore(statement, None, False, False, False, None if annotated is None else False)
    deadline = statement.deadline
    wanted = (deadline.start, deadline.end) if deadline else (None, None)
    given = (record.deadline.start, record.deadline.end) if record.deadline else (None, None)
    return StatementScore(
        statement,
        record,
        lead_exact=_names(unit.name for unit in statement.units if unit.role == "lead") == _names(record.lead_units),
        units_exact=_names(unit.name for unit in statement.units) == _names(record.units),
        deadline_exact=wanted == given,
        targets_exact=None
        if annotated is None
        else annotated == {(target.value, target.unit) for target in record.targets},
    )


def _names(units: Iterable[str]) -> frozenset[str]:
    return frozenset(map(comparable, units))


def score_folder(
    folder: Path, sources: Path, read: Callable[[Path], Reading], progress: Callable[[str], None] | None = None
) -> tuple[DocumentScore, ...]:
    """Read and score every annotated document. Raises GoldError where a document is not under `sources`."""
    results: list[DocumentScore] = []
    for annotation in read_annotations(folder):
        path = sources / annotation.document
        if not path.is_file():
            raise GoldError(annotation.path, [f"line 1: no file {path}; give the documents' folder with --documents"])
        results.append(score_document(annotation, read(path)))
        if progress:
            progress(annotation.document)
    return tuple(results)


def figures(name: str, documents: Iterable[DocumentScore], notation: str | None = None) -> RecordFigures:
    """Totals over documents, of one notation or of all. False records have no notation and count in all only."""
    chosen = list(documents)
    scores = [score for document in chosen for score in document.scores if notation in (None, score.statement.notation)]
    matched = sum(score.record is not None for score in scores)
    false = sum(len(document.false_records) for document in chosen) if notation is None else 0
    annotated = [score.targets_exact for score in scores if score.targets_exact is not None]
    return RecordFigures(
        name,
        found=Share(matched, len(scores)),
        correct=Share(matched, matched + false),
        lead=Share(sum(score.lead_exact for score in scores), len(scores)),
        units=Share(sum(score.units_exact for score in scores), len(scores)),
        deadline=Share(sum(score.deadline_exact for score in scores), len(scores)),
        targets=Share(sum(annotated), len(annotated)),
    )


def all_figures(documents: Sequence[DocumentScore]) -> tuple[RecordFigures, ...]:
    """Both splits, then every notation, the most frequent first."""
    parts = [
        figures(f"split {split}", chosen)
        for split in ("dev", "test")
        if (chosen := [document for document in documents if document.annotation.split == split])
    ]
    notations = [score.statement.notation for document in documents for score in document.scores]
    ordered = sorted(set(notations), key=lambda notation: (-notations.count(notation), notation))
    return (*parts, *(figures(notation, documents, notation) for notation in ordered))


def mismatches(document: DocumentScore) -> list[str]:
    """What is wrong in a document, a line each: what was annotated, what was read."""
    name = document.annotation.document
    lines: list[str] = []
    for score, line in zip(document.scores, document.annotation.lines, strict=True):
        place = f"{name}, line {line} ({score.statement.notation})"
        if score.record is None:
            lines.append(f"{place}: not found: {score.statement.quote[:60]}")
            continue
        if not score.lead_exact or not score.units_exact:
            wanted = "、".join(("▲" if unit.role == "lead" else "") + unit.name for unit in score.statement.units)
            read = "、".join((*("▲" + unit for unit in score.record.lead_units), *score.record.participating_units))
            lines.append(f"{place}: units: {wanted} read as {read or 'none'}")
        if not score.deadline_exact:
            wanted = score.statement.deadline.text if score.statement.deadline else "none"
            deadline = score.record.deadline
            read = f"{deadline.text} ({deadline.start} to {deadline.end})" if deadline else "none"
            lines.append(f"{place}: deadline: {wanted} read as {read}")
        if score.targets_exact is False:
            wanted = "、".join(target.text for target in score.statement.targets or ())
            read = "、".join(f"{target.text} ({target.value} {target.unit})" for target in score.record.targets)
            lines.append(f"{place}: targets: {wanted or 'none'} read as {read or 'none'}")
    lines += [
        f"{name}: false record: {record.task[:60]} [{'、'.join(record.units)}]" for record in document.false_records
    ]
    return lines
