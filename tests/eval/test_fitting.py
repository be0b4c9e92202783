"""Fitting the judgement of best sentences: the model, its measures, and the command over real documents."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest

from assistant.matching.answerability import Signs
from assistant.matching.thresholds import INTERCEPT, WEIGHTS
from eval.cases import Case, parse_cases
from eval.errors import EvaluationError
from eval.fitting import FOLDS, STEPS, BestSentence, area_under, best_sentences, fit, fitted, folds_of, judge
from index.build import ingest
from index.library import Library
from tests.eval.test_command import DOCUMENTS, zhengwen

GOLD = Path(__file__).parents[2] / "eval" / "gold"
SIGNS = [field.name for field in fields(Signs)]


def drawn(number: int) -> tuple[np.ndarray, np.ndarray]:
    """Rows of two signs, and labels drawn from the model with weights 2 and -1 and the intercept 0.5."""
    chance = np.random.default_rng(7)
    signs = chance.normal(size=(number, 2))
    sure = 1 / (1 + np.exp(-(0.5 + signs @ np.array([2.0, -1.0]))))
    return signs, chance.random(number) < sure


def test_the_weights_that_made_the_labels_are_found_again() -> None:
    """Of many examples of a known model the fit is that model, and gives its probabilities."""
    signs, right = drawn(20_000)
    model = fit(signs, right, np.ones(len(signs)))
    assert model.weights == pytest.approx([2, -1], abs=0.1)
    assert model.intercept == pytest.approx(0.5, abs=0.1)
    assert model.probabilities(np.zeros((1, 2)))[0] == pytest.approx(1 / (1 + np.exp(-model.intercept)))


def test_the_unit_of_a_sign_changes_nothing_and_a_count_is_a_repetition() -> None:
    """A sign in other units gets the weight in these units; an example that counts twice is one that stands twice."""
    signs, right = drawn(60)
    once = np.ones(len(signs))
    model, scaled = fit(signs, right, once), fit(signs * [10, 1] + [3, 0], right, once)
    assert scaled.probabilities(signs * [10, 1] + [3, 0]) == pytest.approx(model.probabilities(signs))
    assert scaled.weights[0] == pytest.approx(model.weights[0] / 10)
    heavier = fit(signs, right, np.where(right, 1.0, 2.0))
    assert heavier.probabilities(signs).mean() < model.probabilities(signs).mean()


def test_what_parts_the_labels_wholly_still_gets_finite_weights() -> None:
    """The penalty holds a weight that the data alone would let grow without end."""
    signs = np.array([[0.0], [0.1], [0.9], [1.0]])
    model = fit(signs, np.array([False, False, True, True]), np.ones(4))
    assert 1 < model.weights[0] < 10
    with pytest.raises(EvaluationError, match="all right or all wrong"):
        fit(signs, np.ones(4, dtype=bool), np.ones(4))


def test_the_area_under_the_curve_counts_pairs_and_halves_ties() -> None:
    """Of 2 x 3 pairs four are in order, one is a tie."""
    assert area_under(np.array([0.9, 0.5]), np.array([0.1, 0.5, 0.6])) == pytest.approx(4.5 / 6)
    assert np.isnan(area_under(np.array([]), np.array([0.5])))


def test_a_threshold_decides_between_answers_and_refusals() -> None:
    """At one half: of three right sentences two are kept, of two wrong ones one is given, of two questions without an
    answer one is refused; false refusals are the right and the wrong sentence that are not given."""
    sure = np.array([0.9, 0.5, 0.2, 0.8, 0.1, 0.7, 0.3])
    right = np.array([True, True, True, False, False, False, False])
    answerable = np.array([True, True, True, True, True, False, False])
    (half,) = [one for one in judge(sure, right, answerable).decisions if one.threshold == 0.5]
    assert (half.right_answers, half.wrong_answers, half.right_refusals, half.false_refusals) == (2, 2, 1, 2)
    assert half.worth == -2


def test_no_document_judges_itself() -> None:
    """Signs that only tell documents apart fit them perfectly and tell nothing of an unseen one; a sign that tells in
    every document tells there, too."""
    number = len(WEIGHTS)
    of_document = np.repeat(np.eye(number), 10, axis=0)
    documents = [f"d{position // 10}" for position in range(number * 10)]
    right = np.arange(number * 10) < 40
    known = fit(of_document, right, np.ones(len(right))).probabilities(of_document)
    assert area_under(known[right], known[~right]) == 1

    def held_out(signs: np.ndarray, labels: np.ndarray) -> float:
        examples = zip(signs.tolist(), documents, labels.tolist(), strict=True)
        return fitted(
            [BestSentence(tuple(row), name, label, True) for row, name, label in examples]
        ).held_out.area_wrong

    assert held_out(of_document, right) <= 0.5
    by_turns = np.arange(number * 10) % 2 == 0
    assert held_out(of_document + by_turns[:, None], by_turns) == 1


def test_all_examples_of_a_document_are_in_one_fold() -> None:
    """Documents are dealt out evenly, whatever the order of their examples."""
    documents = [f"d{number % 10}" for number in range(80)]
    dealt = set(zip(documents, folds_of(documents).tolist(), strict=True))
    assert len(dealt) == 10
    assert sorted(fold for _, fold in dealt) == sorted([*range(FOLDS), 0, 1])


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection of the bundled documents."""
    folder = tmp_path_factory.mktemp("bundled")
    assert not ingest([DOCUMENTS], folder).failed
    return folder


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    """The questions of the bundled set that sentences answer, or nothing does."""
    lines = (GOLD / "bundled.jsonl").read_text("utf-8").splitlines()
    kinds = {"number", "definition", "measure", "not_found"}
    chosen = tmp_path / "questions.jsonl"
    chosen.write_text("\n".join(line for line in lines if json.loads(line)["type"] in kinds), "utf-8")
    return chosen


def test_a_best_sentence_is_right_where_it_is_evidence(bundled: Path, questions: Path) -> None:
    """The same sentence is right for the case, and wrong for one with other evidence or without an answer."""
    library = Library.open(bundled)
    (case,) = [case for case in parse_cases(questions) if case.id == "bundled-number-13"]
    found, withheld = best_sentences([case], library)
    assert (found.document, found.right, found.answerable) == (case.evidence[0].doc, True, True)
    assert len(found.signs) == len(WEIGHTS)
    # Without its evidence the case has another best sentence, which is less like an answer and is never right.
    assert (withheld.document, withheld.right, withheld.withheld) == (found.document, False, True)
    assert withheld.signs != found.signs
    elsewhere = replace(case, evidence=(replace(case.evidence[0], quote="转口贸易"),))
    assert [one.right for one in best_sentences([elsewhere], library)] == [False]
    nowhere = replace(case, status="not_found", evidence=())
    assert [(one.right, one.answerable) for one in best_sentences([nowhere], library)] == [(False, False)]


def test_what_no_sentence_was_judged_for_is_no_example(bundled: Path, cases: tuple[Case, ...]) -> None:
    """Who is responsible for a task is told by its record; a follow-up gives the sentence of its last turn."""
    (record,) = [case for case in cases if case.id == "who-1"]
    assert not best_sentences([record], Library.open(bundled))
    asked = "到2025年保税加工规模达到多少亿元以上？"
    followed = replace(record, turns=(asked, record.question))
    assert not best_sentences([followed], Library.open(bundled))
    last = best_sentences([replace(record, turns=(record.question, asked))], Library.open(bundled))
    assert [one.withheld for one in last].count(False) == 1


def test_the_command_fits_dev_cases_of_several_sets(bundled: Path, questions: Path) -> None:
    """Every weight beside the one in use, the same at every run; every threshold accounts for every example, and no
    case of split test is one."""
    dev = [case for case in parse_cases(questions) if case.split == "dev"]
    examples = [one for one in best_sentences(dev, Library.open(bundled)) if not one.withheld]
    shown = zhengwen("fit", f"{questions}={bundled}", f"{questions}={bundled}")
    assert shown.exit_code == 0, shown.output
    assert shown.stdout == zhengwen("--fit", f"{questions}={bundled}", f"{questions}={bundled}").stdout
    rows = [line.split() for line in shown.stdout.splitlines()]
    used = {row[0]: float(row[2]) for row in rows if len(row) == 3 and row[0] in {*SIGNS, "intercept"}}
    assert list(used.values()) == [*WEIGHTS, INTERCEPT]
    right, others = 2 * sum(one.right for one in examples), 2 * sum(not one.right for one in examples)
    counts = [[int(number) for number in row[1:5]] for row in rows if len(row) == 6 and row[0].startswith("0.")]
    assert len(counts) == 2 * len(STEPS)
    assert {sum(row) for row in counts} == {right + others}
    assert all(row[0] <= right for row in counts)
    assert shown.stdout.startswith(f"{right} best sentences are evidence")


def test_a_set_without_dev_cases_is_refused(bundled: Path, questions: Path, tmp_path: Path) -> None:
    """No weight is ever fitted to the test split, nor a set left out in silence."""
    held = tmp_path / "held.jsonl"
    held.write_text(questions.read_text("utf-8").replace('"split": "dev"', '"split": "test"'), "utf-8")
    shown = zhengwen("fit", f"{questions}={bundled}", f"{held}={bundled}")
    assert shown.exit_code == 1
    assert f'{held}: no case is of split "dev"' in shown.output.replace("\n", "")


@pytest.mark.parametrize("pair", ["gold.jsonl", "gold.jsonl=", "=folder"])
def test_a_set_without_its_collection_is_bad_usage(pair: str) -> None:
    """One clear error names what is missing."""
    shown = zhengwen("fit", pair)
    assert shown.exit_code == 2
    assert "GOLD.jsonl=DIR" in shown.output
