"""Measures move when, and only when, what they measure moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.types import Answer
from corpus.types import TaskRecord
from eval.cases import Case
from eval.judgement import Judgement, judge_all
from eval.measures import MEASURES, Share, interval
from eval.respondents import InProcess
from eval.run import run
from eval.summary import latency, risk_coverage, slices

Spoil = Callable[[Answer, Case], Answer]
Scores = Callable[..., dict[str, float]]


@pytest.fixture
def judged(
    cases: tuple[Case, ...], respond: Callable[..., InProcess], tmp_path: Path
) -> Callable[..., tuple[Judgement, ...]]:
    """The judgements of a product whose answers were spoiled."""

    def of(spoil: Spoil = lambda answer, case: answer) -> tuple[Judgement, ...]:
        respondent = respond(spoil)
        return judge_all(cases, run(cases, respondent, tmp_path / "o.jsonl"), respondent.text)

    return of


@pytest.fixture
def scores(judged: Callable[..., tuple[Judgement, ...]]) -> Scores:
    """Every measure that applies, by name."""

    def of(spoil: Spoil = lambda answer, case: answer) -> dict[str, float]:
        shares = {measure.name: measure.total(judged(spoil)).value for measure in MEASURES}
        return {name: value for name, value in shares.items() if value is not None}

    return of


def with_lead(answer: Answer, case: Case) -> Answer:
    """The answer with the task record it rests on, where the gold names the lead."""
    if "lead_units" not in case.sets:
        return answer
    record = TaskRecord("r", "d", (), "4", "争取免税牌照", case.sets["lead_units"], ("财政局",), "marked", None, (), {})
    return replace(answer, tasks=(record,))


def moved(before: dict[str, float], after: dict[str, float]) -> set[str]:
    """The measures that changed, appeared or went."""
    return {name for name in before | after if before.get(name) != after.get(name)}


def test_everything_is_perfect_before_anything_is_broken(scores: Scores) -> None:
    """The starting point of the tests below: 1 everywhere, no false refusal."""
    perfect = scores(with_lead)
    assert perfect.pop("FalseRefusal") == 0
    assert perfect == dict.fromkeys(perfect, 1.0)
    assert "SetF1(lead_units)" in perfect


def test_shuffled_citations_move_the_citation_measures_only(scores: Scores) -> None:
    """Each citation's offsets are moved to another place: the text, the status and refusals stay as good as before."""

    def shuffle(answer: Answer, case: Case) -> Answer:
        moved_on = tuple(replace(item, start=item.start - 700, end=item.end - 700) for item in answer.citations)
        return replace(answer, citations=moved_on)

    before, after = scores(), scores(shuffle)
    assert moved(before, after) == {
        "Right",
        "EvidenceMet",
        "CitationPrecision",
        "CitationRecall",
        "Verbatim",
        "SetF1(evidence)",
    }
    assert after["Verbatim"] == after["CitationPrecision"] == after["CitationRecall"] == 0
    assert after["Right"] == before["Right"] / 6  # only what cites nothing is still right


def test_citations_swapped_between_statements_of_a_list_stay_verbatim(scores: Scores) -> None:
    """Citing one row of three for every statement keeps each quote verbatim and supporting: recall alone tells."""

    def first_only(answer: Answer, case: Case) -> Answer:
        return replace(answer, citations=answer.citations[:1] * len(answer.citations))

    before, after = scores(), scores(first_only)
    assert moved(before, after) == {"Right", "EvidenceMet", "CitationRecall", "SetF1(evidence)"}
    assert after["SetF1(evidence)"] == pytest.approx(2 * 1 / (1 + 3))


def test_a_dropped_table_row_moves_completeness_only(scores: Scores) -> None:
    """The last row of a list is neither said nor cited; what is left is precise, verbatim and not refused."""

    def drop(answer: Answer, case: Case) -> Answer:
        if case.type != "list":
            return answer
        kept = answer.answer.rsplit("；", 1)[0]
        return replace(answer, answer=kept, citations=answer.citations[:-1])

    before, after = scores(), scores(drop)
    assert moved(before, after) == {"Right", "MustRecall", "EvidenceMet", "CitationRecall", "SetF1(evidence)"}
    assert after["SetF1(evidence)"] == pytest.approx(2 * 2 / (2 + 3))


def test_refusing_everything_moves_refusals_and_empties_the_rest(scores: Scores) -> None:
    """A product that never answers rejects perfectly, refuses falsely always, and cites nothing to be judged."""

    def refuse(answer: Answer, case: Case) -> Answer:
        return replace(answer, status="not_found", answer="没有找到。", citations=())

    before, after = scores(with_lead), scores(refuse)
    assert moved(before, after) == {
        "Right",
        "Status",
        "MustRecall",
        "EvidenceMet",
        "CitationPrecision",
        "CitationRecall",
        "Verbatim",
        "FalseRefusal",
        "SetF1(evidence)",
        "SetF1(lead_units)",
    }
    assert after["Rejection"] == after["FalseRefusal"] == 1
    assert "CitationPrecision" not in after
    assert "Verbatim" not in after


def test_answering_everything_moves_rejection_only(scores: Scores) -> None:
    """A product that never abstains loses the cases that have no answer, and nothing else."""

    def insist(answer: Answer, case: Case) -> Answer:
        return answer if case.answerable else replace(answer, status="answered", answer="2021年，见方案。")

    before, after = scores(), scores(insist)
    assert moved(before, after) == {"Right", "Status", "MustNotFree", "Rejection"}
    assert after["Rejection"] == 0
    assert after["Right"] == pytest.approx(5 / 6)


def test_a_wrong_lead_moves_the_set_of_leads_only(scores: Scores) -> None:
    """Two leads returned where one is right: precision halves, whatever the text says."""

    def two_leads(answer: Answer, case: Case) -> Answer:
        answer = with_lead(answer, case)
        return replace(
            answer, tasks=tuple(replace(task, lead_units=(*task.lead_units, "财政局")) for task in answer.tasks)
        )

    before, after = scores(with_lead), scores(two_leads)
    assert moved(before, after) == {"SetF1(lead_units)"}
    assert after["SetF1(lead_units)"] == pytest.approx(2 / 3)


shares = st.lists(
    st.integers(0, 5).flatmap(lambda bottom: st.integers(0, bottom).map(lambda top: Share(top, bottom))), max_size=40
)


@settings(deadline=None)  # the first call imports scipy
@given(shares)
def test_an_interval_holds_the_total_it_belongs_to(drawn: list[Share]) -> None:
    """0 <= low <= high <= 1, the same on every call, and none where fewer than two cases count."""
    found = interval(drawn, resamples=200)
    if sum(share.denominator > 0 for share in drawn) < 2:
        assert found is None
        return
    assert found is not None
    assert 0 <= found[0] <= found[1] <= 1
    assert found == interval(drawn, resamples=200)


def test_an_interval_has_the_width_that_theory_gives() -> None:
    """50 right of 100: the normal approximation says .5 +/- .098."""
    low, high = interval([Share(1, 1)] * 50 + [Share(0, 1)] * 50) or (0, 0)
    assert low == pytest.approx(0.402, abs=0.012)
    assert high == pytest.approx(0.598, abs=0.012)


def test_cases_that_all_agree_still_have_an_interval() -> None:
    """Six right of six leave room for doubt: exactly 1 - .025^(1/6) below, and the same above for none of six."""
    room = 1 - 0.025 ** (1 / 6)
    assert interval([Share(2, 2)] * 6) == pytest.approx((1 - room, 1))
    assert interval([Share(0, 3)] * 6) == pytest.approx((0, room))


def test_slices_cover_every_case_once_by_each_property(
    judged: Callable[..., tuple[Judgement, ...]], cases: tuple[Case, ...]
) -> None:
    """Types, languages and splits each add up to the whole."""
    parts = slices(judged())
    assert parts[0].name == "all"
    assert parts[0].cases == len(cases)
    for kind in ("type", "lang", "split"):
        assert sum(part.cases for part in parts if part.name.startswith(kind)) == len(cases)


def test_the_risk_coverage_curve_ends_where_the_product_abstains(
    judged: Callable[..., tuple[Judgement, ...]],
) -> None:
    """Surest first, by the answers' own confidence; equally sure ones enter together; a refusal is never covered; a
    wrong answer is risk."""

    def unsure_in_english(answer: Answer, case: Case) -> Answer:
        return replace(answer, status="partial", confidence=0.5) if case.lang == "en" else answer

    points = risk_coverage(judged(unsure_in_english))
    assert [point.coverage for point in points] == pytest.approx([4 / 6, 5 / 6])
    assert [point.risk for point in points] == pytest.approx([0, 1 / 5])


def test_latency_counts_every_turn(judged: Callable[..., tuple[Judgement, ...]]) -> None:
    """The conversation's first turn is a turn as well; percentiles are times that occurred."""
    times = latency(judged())
    assert len(times.sorted_ms) == 7
    assert times.percentile(1.0) == times.sorted_ms[-1]
    assert times.percentile(0.5) == times.sorted_ms[3]
