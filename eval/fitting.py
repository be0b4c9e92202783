"""Fitting the judgement whether the best sentence states what was asked (assistant/matching/answerability.py).

Every question that gets as far as that judgement gives one example: the signs of its best sentence, and whether this
sentence is evidence of the case. Weights are a logistic regression with an L2 penalty, by Newton's method (iteratively
reweighted least squares; Hastie, Tibshirani & Friedman, The Elements of Statistical Learning, 4.4.1). What the weights
are worth is told on documents that had no part in the fit.

Gold sets have few questions without an answer. So each question that has one is judged a second time with its evidence
withheld: what is then the best sentence stands near the thing that was asked for, and does not state it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from eval.cases import Case, parse_cases
from eval.errors import EvaluationError
from eval.judgement import QuoteFinder, supported
from eval.respondents import InProcess

if TYPE_CHECKING:
    from assistant.language.sentences import Sentence
    from assistant.matching.ranking import Found
    from assistant.matching.relevance import Relevance
    from assistant.questions.question import Question
    from index.library import Library

Floats = NDArray[np.float64]

FOLDS = 8
PENALTY = 1.0
"""Half of it times the squared weights of the standardised signs is added to the loss."""
UNANSWERABLE = 3.0
"""How often an example of a question without an answer counts: gold sets have few of them."""
WITHHELD = 0.1
"""How often an example counts whose evidence was withheld: another sentence may state the same."""
STEPS = tuple(step / 20 for step in range(1, 13))
"""Thresholds of the sweep."""


@dataclass(frozen=True, slots=True)
class BestSentence:
    """What was judged for a case: the signs in the order of `stated.Signs`, the sentence's document, whether it is
    evidence of the case (`right`), whether the case has an answer, and whether its evidence was `withheld`; right only
    where it has an answer that was not withheld."""

    signs: tuple[float, ...]
    document: str
    right: bool
    answerable: bool
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic model: the probability of a row of signs is the logistic function of intercept + weights · signs."""

    weights: Floats
    intercept: float

    def probabilities(self, signs: Floats) -> Floats:
        """Of rows of signs (n, k), the probabilities (n,)."""
        return _logistic(self.intercept + signs @ self.weights)


@dataclass(frozen=True, slots=True)
class Decision:
    """What one threshold makes of the examples. Right answers are best sentences that are evidence, and kept; a
    refusal is false where the case has an answer, whichever sentence was found."""

    threshold: float
    right_answers: int
    wrong_answers: int
    right_refusals: int
    false_refusals: int

    @property
    def worth(self) -> int:
        """Right answers less wrong ones and false refusals."""
        return self.right_answers - self.wrong_answers - self.false_refusals


@dataclass(frozen=True, slots=True)
class Judged:
    """How well probabilities tell evidence from other best sentences of questions with an answer, and from those of
    questions without one (`area_under`), and what each threshold decides by them."""

    area_wrong: float
    area_unanswerable: float
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Fitted:
    """A fit: counts of the examples, the weights by sign (fitted, in use; the intercept last), and what the fit and
    the weights in use are worth. `held_out` judges each document by a fit to the documents of other folds."""

    right: int
    wrong: int
    unanswerable: int
    folds: int
    weights: tuple[tuple[str, float, float], ...]
    held_out: Judged
    used: Judged


def fit_sets(sets: Sequence[tuple[Path, Path]], *, model: str | None = None, reranker: str | None = None) -> Fitted:
    """Fit to the dev cases of gold files, each over the collection in the folder beside it.

    Raises EvaluationError where a set has no such case or the examples are too few, LibraryError where a collection
    cannot be opened."""
    from index.cross import load_reranker
    from index.embed import load_embedder
    from index.library import Library

    embedder, cross = load_embedder(model), load_reranker(reranker or None)
    examples: list[BestSentence] = []
    for gold, folder in sets:
        # Never the test split: what chooses a weight must not measure it.
        cases = [case for case in parse_cases(gold) if case.split == "dev"]
        if not cases:
            raise EvaluationError(f'{gold}: no case is of split "dev", to which alone weights are fitted')
        examples += best_sentences(cases, Library.open(folder, embedder=embedder, reranker=cross))
    return fitted(examples)


def best_sentences(cases: Sequence[Case], library: Library) -> list[BestSentence]:
    """The sentence that was judged first for the last turn of each case: of a question with parts, for the whole one.

    Cases that are answered from records, tables or titles alone judge none and are left out."""
    from assistant import Assistant
    from assistant.matching.answerability import probability, signs_of

    judged: list[tuple[Question, Relevance, Sequence[Found]]] = []

    def overheard(question: Question, relevance: Relevance, ranked: Sequence[Found]) -> float:
        judged.append((question, relevance, tuple(ranked)))
        return probability(signs_of(question, relevance, ranked))

    respondent = InProcess(Assistant(library, sureness_of=overheard), library)
    quotes = QuoteFinder(respondent.text)
    found: list[BestSentence] = []
    for case in cases:
        ask = respondent.conversation()
        for turn in case.turns:
            judged.clear()
            ask(turn)
        for question, relevance, ranked in judged[:1]:
            evidence = [case.answerable and _states(case, one.sentence, quotes) for one in ranked]
            signs = signs_of(question, relevance, ranked)
            document_id = ranked[0].sentence.passage.document_id
            found.append(BestSentence(astuple(signs), document_id, evidence[0], case.answerable))
            others = [one for one, states in zip(ranked, evidence, strict=True) if not states]
            if any(evidence) and others:
                signs = signs_of(question, relevance, others)
                found.append(BestSentence(astuple(signs), document_id, False, case.answerable, withheld=True))
    return found


def _states(case: Case, sentence: Sentence, quotes: QuoteFinder) -> bool:
    """Whether a sentence is evidence of a case."""
    return bool(supported(case, sentence.passage.document_id, sentence.span.start, sentence.span.end, quotes))


def fitted(examples: Sequence[BestSentence]) -> Fitted:
    """Fit to the examples, and hold the fit against the weights in use. EvaluationError where they are too few."""
    from assistant.matching.answerability import Signs
    from assistant.matching.thresholds import INTERCEPT, WEIGHTS

    signs = np.array([one.signs for one in examples], dtype=np.float64).reshape(len(examples), len(WEIGHTS))
    right = np.array([one.right for one in examples], dtype=bool)
    answerable = np.array([one.answerable for one in examples], dtype=bool)
    withheld = np.array([one.withheld for one in examples], dtype=bool)
    counts = np.select([withheld, answerable], [WITHHELD, 1.0], UNANSWERABLE)
    whole = fit(signs, right, counts)
    folds = folds_of([one.document for one in examples])
    held_out = np.empty(len(examples))
    for fold in np.unique(folds):
        others, mine = folds != fold, folds == fold
        held_out[mine] = fit(signs[others], right[others], counts[others]).probabilities(signs[mine])
    asked = ~withheld
    used = Logistic(np.array(WEIGHTS), INTERCEPT).probabilities(signs)
    names = [*(field.name for field in fields(Signs)), "intercept"]
    return Fitted(
        right=int(right.sum()),
        wrong=int((asked & answerable & ~right).sum()),
        unanswerable=int((~answerable).sum()),
        folds=len(np.unique(folds)),
        weights=tuple(zip(names, [*whole.weights, whole.intercept], [*WEIGHTS, INTERCEPT], strict=True)),
        held_out=judge(held_out[asked], right[asked], answerable[asked]),
        used=judge(used[asked], right[asked], answerable[asked]),
    )


def fit(signs: Floats, right: NDArray[np.bool_], counts: Floats) -> Logistic:
    """The logistic model of rows of signs (n, k), `right` (n,), each counted `counts` (n,) times.

    Signs are standardised, so that the penalty does not depend on their units; the intercept is not penalised."""
    if right.all() or not right.any():
        raise EvaluationError("the best sentences are all right or all wrong; fit to more cases, of more documents")
    mean, scale = signs.mean(axis=0), signs.std(axis=0)
    scale = np.where(scale > 0, scale, 1.0)
    rows = np.column_stack([np.ones(len(signs)), (signs - mean) / scale])
    penalty = PENALTY * np.diag([0.0, *np.ones(signs.shape[1])])
    told = np.zeros(rows.shape[1])
    for _ in range(50):
        sure = _logistic(rows @ told)
        slope = rows.T @ (counts * (sure - right)) + penalty @ told
        curvature = (rows.T * (counts * sure * (1 - sure))) @ rows + penalty
        step = np.linalg.solve(curvature, slope)
        told -= step
        if np.abs(step).max() < 1e-10:
            break
    weights = told[1:] / scale
    return Logistic(weights, float(told[0] - mean @ weights))


def folds_of(documents: Sequence[str]) -> NDArray[np.int_]:
    """The fold of each example: documents in order of their names are dealt out, all examples of one together."""
    place = {name: position % FOLDS for position, name in enumerate(sorted(set(documents)))}
    return np.array([place[name] for name in documents], dtype=np.int_)


def judge(sure: Floats, right: NDArray[np.bool_], answerable: NDArray[np.bool_]) -> Judged:
    """What probabilities (n,) tell and decide."""

    def decision(threshold: float) -> Decision:
        given = sure >= threshold
        return Decision(
            threshold,
            right_answers=int((given & right).sum()),
            wrong_answers=int((given & ~right).sum()),
            right_refusals=int((~given & ~answerable).sum()),
            false_refusals=int((~given & answerable).sum()),
        )

    return Judged(
        area_under(sure[right], sure[answerable & ~right]),
        area_under(sure[right], sure[~answerable]),
        tuple(decision(threshold) for threshold in STEPS),
    )


def area_under(above: Floats, below: Floats) -> float:
    """The area under the ROC curve: how often one of `above` exceeds one of `below`, ties half; NaN where one is empty.
    (Hanley & McNeil 1982)"""
    if not above.size or not below.size:
        return float("nan")
    higher, equal = above[:, None] > below, above[:, None] == below
    return float(higher.mean() + equal.mean() / 2)


def _logistic(values: Floats) -> Floats:
    return (1 + np.tanh(values / 2)) / 2
