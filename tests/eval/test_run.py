"""Runs ask as a user would, save before they score, and never lose a case."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.types import Answer
from eval.cases import Case
from eval.judgement import judge_all
from eval.measures import CITATION_PRECISION, CITATION_RECALL, FALSE_REFUSAL, REJECTION, VERBATIM
from eval.outcomes import read_outcomes
from eval.respondents import InProcess, OverHTTP
from eval.results import result_json
from eval.run import run

SCORER = Path(__file__).parents[3] / "shared" / "score.py"

Spoil = Callable[[Answer, Case], Answer]


def test_an_answer_that_follows_the_gold_is_right(
    cases: tuple[Case, ...], respond: Callable[..., InProcess], tmp_path: Path
) -> None:
    """Every case of a product that answers from the gold itself is right, earlier turns included."""
    respondent = respond()
    judgements = judge_all(cases, run(cases, respondent, tmp_path / "o.jsonl"), respondent.text)
    assert [judgement.causes for judgement in judgements] == [()] * len(cases)


def test_outcomes_are_on_disk_before_progress_hears_of_them(
    cases: tuple[Case, ...], respond: Callable[..., InProcess], tmp_path: Path
) -> None:
    """What was asked is saved raw, one line a case, and reads back as it was."""
    file = tmp_path / "o.jsonl"
    seen: list[bool] = []
    outcomes = run(
        cases, respond(), file, progress=lambda outcome: seen.append(outcome.case_id in file.read_text("utf-8"))
    )
    assert seen == [True] * len(cases)
    saved = read_outcomes(file)
    assert saved.keys() == outcomes.keys()
    assert all(saved[name].answers == outcomes[name].answers for name in outcomes)


def test_a_case_that_fails_counts_as_wrong_and_the_others_go_on(
    cases: tuple[Case, ...], respond: Callable[..., InProcess], tmp_path: Path
) -> None:
    """An exception in the product becomes that case's error; it scores zero and stays in the run."""

    def crash(answer: Answer, case: Case) -> Answer:
        if case.id == "who-1":
            raise RuntimeError("index gone")
        return answer

    respondent = respond(crash)
    judgements = judge_all(cases, run(cases, respondent, tmp_path / "o.jsonl"), respondent.text)
    assert len(judgements) == len(cases)
    assert {judgement.case.id: judgement.causes for judgement in judgements if judgement.causes} == {
        "who-1": ("error",)
    }
    assert judgements[0].outcome.error == "RuntimeError: index gone"


def test_a_case_that_was_never_asked_is_an_error(
    cases: tuple[Case, ...], respond: Callable[..., InProcess], tmp_path: Path
) -> None:
    """An interrupted run is scored over all cases, not over those that happened to be asked."""
    respondent = respond()
    outcomes = run(cases[:2], respondent, tmp_path / "o.jsonl")
    judgements = judge_all(cases, outcomes, respondent.text)
    assert [judgement.right for judgement in judgements] == [True, True] + [False] * (len(cases) - 2)


def test_over_http_and_in_process_give_the_same_scores(
    cases: tuple[Case, ...],
    respond: Callable[..., InProcess],
    serve: Callable[..., str],
    shelf: object,
    tmp_path: Path,
) -> None:
    """The two ways of asking are one path: conversations carry on, texts are the same, so are corpus hashes."""
    inside = respond()
    outside = OverHTTP(serve(respond(), shelf))
    assert inside.about()["corpus"] == outside.about()["corpus"]
    scored = [
        judge_all(cases, run(cases, respondent, tmp_path / "o.jsonl"), respondent.text)
        for respondent in (inside, outside)
    ]
    inner, outer = ([(j.case.id, j.causes, j.cited) for j in part] for part in scored)
    assert inner == outer
    with pytest.raises(KeyError):
        outside.text("no-such-document")


def _unchanged(answer: Answer, case: Case) -> Answer:
    return answer


def _half_cited(answer: Answer, case: Case) -> Answer:
    return replace(answer, citations=answer.citations[: len(answer.citations) // 2])


def _whole_page_cited(answer: Answer, case: Case) -> Answer:
    return replace(answer, citations=tuple(replace(item, end=item.start + 801) for item in answer.citations))


def _one_character_overlap(answer: Answer, case: Case) -> Answer:
    return replace(answer, citations=tuple(replace(item, start=item.end - 1) for item in answer.citations))


def _next_to_the_evidence(answer: Answer, case: Case) -> Answer:
    return replace(
        answer, citations=tuple(replace(item, start=item.end, end=item.end + 9) for item in answer.citations)
    )


def _forbidden_words(answer: Answer, case: Case) -> Answer:
    return replace(answer, answer=answer.answer + "２０２１ 年，Ｓeptember， 商务局 牵头")


def _all_partial(answer: Answer, case: Case) -> Answer:
    return replace(answer, status="partial")


def _crashing_in_english(answer: Answer, case: Case) -> Answer:
    if case.lang == "en":
        raise ValueError("no")
    return answer


@pytest.mark.parametrize(
    "spoil",
    [
        _unchanged,
        _half_cited,
        _whole_page_cited,
        _one_character_overlap,
        _next_to_the_evidence,
        _forbidden_words,
        _all_partial,
        _crashing_in_english,
    ],
)
@pytest.mark.skipif(not SCORER.exists(), reason="NOT CHECKED: ../shared/score.py, the independent scorer, is absent")
def test_scores_agree_with_the_independent_scorer(
    spoil: Spoil,
    cases: tuple[Case, ...],
    gold: Path,
    respond: Callable[..., InProcess],
    serve: Callable[..., str],
    shelf: object,
    tmp_path: Path,
) -> None:
    """Case by case, right or wrong and why, against a scorer that shares no code with this one."""
    url = serve(respond(spoil), shelf)
    theirs_file = tmp_path / "theirs.jsonl"
    command = [sys.executable, str(SCORER), str(gold), "--url", url, "--out", str(theirs_file)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    theirs = {row["id"]: row for row in map(json.loads, theirs_file.read_text(encoding="utf-8").splitlines())}

    respondent = OverHTTP(url)
    judgements = judge_all(cases, run(cases, respondent, tmp_path / "o.jsonl"), respondent.text)
    for judgement in judgements:
        ours = result_json(judgement)
        assert ours["right"] == theirs[judgement.case.id]["ok"], judgement.case.id
        assert ours["causes"] == [why.split()[0] for why in theirs[judgement.case.id]["why"]], judgement.case.id
    assert f"RIGHT {sum(judgement.right for judgement in judgements)}/{len(cases)}" in printed
    if any(judgement.outcome.error for judgement in judgements):
        return  # there the other scorer leaves the case out of its totals, where ours counts it as nothing
    totals = {
        "verbatim": VERBATIM,
        "citation precision": CITATION_PRECISION,
        "recall": CITATION_RECALL,
        "rejection": REJECTION,
        "false refusal": FALSE_REFUSAL,
    }
    for words, measure in totals.items():
        share = measure.total(judgements)
        assert f"{words} {share.numerator:.0f}/{share.denominator:.0f} = " in printed, (words, printed)
