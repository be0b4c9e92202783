"""Measures: values with a name, a definition and a source.

A measure gives every case a `Share`, a numerator over a denominator, and a total is the sum of the numerators over
the sum of the denominators. So a proportion over cases, one over citations and a mean of F1 are added up in the same
way, a case to which a measure does not apply has the denominator 0, and resampling cases resamples everything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from eval.cases import comparable
from eval.judgement import Judgement


@dataclass(frozen=True, slots=True)
class Share:
    """`numerator` of `denominator`; 0 <= numerator <= denominator."""

    numerator: float
    denominator: float

    @property
    def value(self) -> float | None:
        """The quotient, None where the measure does not apply."""
        return self.numerator / self.denominator if self.denominator else None


NOT_APPLICABLE = Share(0, 0)


@dataclass(frozen=True, slots=True)
class Measure:
    """A named figure; its printed form is its identity. `definition` and `source` stand in the report."""

    name: str
    definition: str
    source: str
    of: Callable[[Judgement], Share] = field(compare=False, repr=False)
    better: Literal["higher", "lower"] = "higher"

    def __str__(self) -> str:
        return self.name

    def total(self, judgements: Iterable[Judgement]) -> Share:
        """The measure over several cases."""
        shares = [self.of(judgement) for judgement in judgements]
        return Share(sum(share.numerator for share in shares), sum(share.denominator for share in shares))


def _share(met: bool) -> Share:
    return Share(int(met), 1)


def _f1(found: float, returned: float, wanted: float) -> Share:
    return Share(2 * found / (returned + wanted) if returned + wanted else 1.0, 1)


def _must_recall(judgement: Judgement) -> Share:
    groups = len(judgement.case.must)
    return Share(groups - len(judgement.unmet), groups)


def _must_not_free(judgement: Judgement) -> Share:
    return (
        _share(judgement.outcome.error is None and not judgement.forbidden)
        if judgement.case.must_not
        else NOT_APPLICABLE
    )


def _evidence_met(judgement: Judgement) -> Share:
    if not (judgement.case.answerable and judgement.case.evidence):
        return NOT_APPLICABLE
    return _share(judgement.outcome.error is None and judgement.evidence_met)


def _citation_precision(judgement: Judgement) -> Share:
    if not judgement.case.answerable:
        return NOT_APPLICABLE
    return Share(sum(bool(citation.supports) for citation in judgement.citations), len(judgement.citations))


def _citation_recall(judgement: Judgement) -> Share:
    if not judgement.case.answerable:
        return NOT_APPLICABLE
    return Share(len(judgement.cited), len(judgement.case.evidence))


def _verbatim(judgement: Judgement) -> Share:
    return Share(sum(citation.verbatim for citation in judgement.citations), len(judgement.citations))


def _rejection(judgement: Judgement) -> Share:
    return NOT_APPLICABLE if judgement.case.answerable else _share(judgement.outcome.status == "not_found")


def _false_refusal(judgement: Judgement) -> Share:
    return _share(judgement.outcome.status == "not_found") if judgement.case.answerable else NOT_APPLICABLE


def _set_f1_evidence(judgement: Judgement) -> Share:
    if judgement.case.type not in ("list", "count", "compare") or not judgement.case.evidence:
        return NOT_APPLICABLE
    # A supporting citation is a true positive once for each piece of evidence, so citing one twice gains nothing.
    unsupporting = sum(not citation.supports for citation in judgement.citations)
    return _f1(len(judgement.cited), len(judgement.cited) + unsupporting, len(judgement.case.evidence))


def _set_f1(field_name: str) -> Callable[[Judgement], Share]:
    def of(judgement: Judgement) -> Share:
        if field_name not in judgement.case.sets:
            return NOT_APPLICABLE
        wanted = {comparable(value) for value in judgement.case.sets[field_name]}
        tasks = (judgement.outcome.answer or {}).get("tasks") or []
        returned = {comparable(str(value)) for task in tasks for value in task.get(field_name) or []}
        return _f1(len(wanted & returned), len(returned), len(wanted))

    return of


RIGHT = Measure(
    "Right",
    "cases whose status matches, that meet every must group, hold no must_not string and cite the evidence (for list "
    "and compare at least 90% of it)",
    "this project's contract",
    lambda judgement: _share(judgement.right),
)
STATUS = Measure(
    "Status",
    "cases with the expected status: answered, partial or not_found",
    "this project's contract",
    lambda judgement: _share(judgement.status_met),
)
MUST_RECALL = Measure(
    "MustRecall",
    "must groups of which the answer holds at least one string, compared after NFKC, lower case, white space removed",
    "string recall (STR-EM) as in ASQA and ALCE, Gao et al. 2023, arXiv:2305.14627",
    _must_recall,
)
MUST_NOT_FREE = Measure(
    "MustNotFree",
    "cases with must_not strings whose answer holds none of them",
    "this project's contract",
    _must_not_free,
)
EVIDENCE_MET = Measure(
    "EvidenceMet",
    "answerable cases that cite their evidence (for list and compare at least 90% of it)",
    "this project's contract",
    _evidence_met,
)
CITATION_PRECISION = Measure(
    "CitationPrecision",
    "citations of answerable cases that overlap a piece of evidence and are at most 800 characters long",
    "citation precision of ALCE, Gao et al. 2023, arXiv:2305.14627, with exact spans in place of an entailment model",
    _citation_precision,
)
CITATION_RECALL = Measure(
    "CitationRecall",
    "pieces of evidence of answerable cases that a citation overlaps",
    "citation recall of ALCE, Gao et al. 2023, arXiv:2305.14627, with exact spans in place of an entailment model",
    _citation_recall,
)
VERBATIM = Measure(
    "Verbatim",
    "citations whose quote is exactly the document's text at their offsets",
    "this project's contract",
    _verbatim,
)
REJECTION = Measure(
    "Rejection",
    "cases that the documents do not answer and that were answered not_found",
    "negative rejection of RGB, Chen et al. 2024, arXiv:2309.01431",
    _rejection,
)
FALSE_REFUSAL = Measure(
    "FalseRefusal",
    "cases that the documents do answer and that were answered not_found; lower is better",
    "the counterpart of RGB's negative rejection, Chen et al. 2024, arXiv:2309.01431",
    _false_refusal,
    better="lower",
)
SET_F1_EVIDENCE = Measure(
    "SetF1(evidence)",
    "list, count and compare cases: mean F1 of the cited statements against the complete set of evidence",
    "set F1 of information retrieval (van Rijsbergen 1979)",
    _set_f1_evidence,
)
SET_F1_LEAD_UNITS = Measure(
    "SetF1(lead_units)",
    "cases with sets.lead_units: mean F1 of the lead units of the answer's task records against that set",
    "set F1 of information retrieval (van Rijsbergen 1979)",
    _set_f1("lead_units"),
)
SET_F1_PARTICIPATING_UNITS = Measure(
    "SetF1(participating_units)",
    "cases with sets.participating_units: mean F1 of the participating units of the answer's task records",
    "set F1 of information retrieval (van Rijsbergen 1979)",
    _set_f1("participating_units"),
)

MEASURES: tuple[Measure, ...] = (
    RIGHT,
    STATUS,
    MUST_RECALL,
    MUST_NOT_FREE,
    EVIDENCE_MET,
    CITATION_PRECISION,
    CITATION_RECALL,
    VERBATIM,
    REJECTION,
    FALSE_REFUSAL,
    SET_F1_EVIDENCE,
    SET_F1_LEAD_UNITS,
    SET_F1_PARTICIPATING_UNITS,
)


def interval(shares: Sequence[Share], *, resamples: int = 2000, level: float = 0.95) -> tuple[float, float] | None:
    """The percentile bootstrap interval of a total over its cases; None where fewer than two cases count.

    Cases are resampled whole, numerator with denominator (Efron & Tibshirani 1993), through scipy; seeded, so the
    same outcomes give the same interval. Where all cases are entirely met, or none at all, every resample is the same:
    then the exact binomial interval over the cases is given (Clopper & Pearson 1934), for six right cases of six are
    no proof of perfection.
    """
    counted = [share for share in shares if share.denominator]
    if len(counted) < 2:
        return None
    import numpy as np
    from scipy.stats import binomtest, bootstrap

    met = {share.numerator / share.denominator for share in counted}
    if met <= {0.0} or met <= {1.0}:
        exact = binomtest(len(counted) if met == {1.0} else 0, len(counted)).proportion_ci(level, "exact")
        return float(exact.low), float(exact.high)
    numerators = np.array([share.numerator for share in counted], dtype=float)
    denominators = np.array([share.denominator for share in counted], dtype=float)
    result = bootstrap(
        (numerators, denominators),
        lambda top, bottom, axis: top.sum(axis=axis) / bottom.sum(axis=axis),
        paired=True,
        vectorized=True,
        method="percentile",
        confidence_level=level,
        n_resamples=resamples,
        rng=np.random.default_rng(0),
    ).confidence_interval
    return float(result.low), float(result.high)
