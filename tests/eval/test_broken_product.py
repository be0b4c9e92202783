"""The product itself, broken on purpose: the figures tell which part broke."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.types import Answer, Turn
from eval.cases import Case, parse_cases
from eval.judgement import judge_all
from eval.measures import MEASURES
from eval.respondents import InProcess
from eval.run import run
from index.build import ingest
from index.library import Library
from index.types import Filters

ROOT = Path(__file__).parents[2]
PLAN = ROOT / "corpus" / "documents" / "yiwu-import-demo-zone-2021.txt"
DROPPED = ("9\t海关特殊监管区内企业", "11\t推行进口货物预检验", "14\t设立进口市场葡语系", "23\t研究适应境外投资")


def asked() -> tuple[Case, ...]:
    """The bundled cases that need the plan alone: its lists and counts, and what is stated nowhere."""
    cases = parse_cases(ROOT / "eval" / "gold" / "bundled.jsonl")
    return tuple(case for case in cases if case.id.startswith("derived-") or case.type == "not_found")


def collection(folder: Path, text: str) -> Library:
    """A collection of this one document."""
    folder.mkdir()
    (folder / PLAN.name).write_text(text, encoding="utf-8")
    ingest([folder / PLAN.name], folder / "collection")
    return Library.open(folder / "collection")


class Spoiled:
    """The assistant, with every answer changed before it leaves."""

    def __init__(self, library: Library, spoil: Callable[[Answer], Answer]) -> None:
        self._assistant = Assistant(library)
        self._spoil = spoil

    def answer(self, question: str, *, turns: Sequence[Turn] = (), filters: Filters = Filters()) -> Answer:  # noqa: B008
        return self._spoil(self._assistant.answer(question, turns=turns, filters=filters))


def shuffled(answer: Answer) -> Answer:
    """Every citation has the offsets of another place."""
    moved = (replace(item, start=item.start // 2, end=item.end // 2) for item in answer.citations)
    return replace(answer, citations=tuple(moved))


def refused(answer: Answer) -> Answer:
    """Nothing was ever found."""
    return replace(answer, status="not_found", answer="没有找到。", citations=(), tasks=())


def insisted(answer: Answer) -> Answer:
    """Whatever is asked counts as answered."""
    return replace(answer, status="answered") if answer.status == "not_found" else answer


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The plan as it is."""
    return collection(tmp_path_factory.mktemp("intact") / "plan", PLAN.read_text(encoding="utf-8"))


def figures(assistant: Assistant | Spoiled, library: Library, folder: Path) -> dict[str, float]:
    """Every measure that applies."""
    cases = asked()
    respondent = InProcess(assistant, library)
    judgements = judge_all(cases, run(cases, respondent, folder / "outcomes.jsonl", parallel=1), respondent.text)
    totals = {measure.name: measure.total(judgements).value for measure in MEASURES}
    return {name: value for name, value in totals.items() if value is not None}


@pytest.fixture(scope="module")
def intact(library: Library, tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """The figures before anything is broken."""
    return figures(Assistant(library), library, tmp_path_factory.mktemp("figures"))


def moved(before: dict[str, float], after: dict[str, float]) -> set[str]:
    """The measures that changed, appeared or went."""
    return {name for name in before | after if before.get(name) != after.get(name)}


CITING = {"EvidenceMet", "CitationPrecision", "CitationRecall", "SetF1(evidence)"}


def test_shuffled_citations(library: Library, intact: dict[str, float], tmp_path: Path) -> None:
    """What is said stays as good as it was; what is cited is neither verbatim nor the evidence."""
    after = figures(Spoiled(library, shuffled), library, tmp_path)
    assert moved(intact, after) == {"Right", "Verbatim"} | CITING
    assert after["Verbatim"] < 0.05 < intact["Verbatim"] == 1


def test_dropped_table_rows(intact: dict[str, float], tmp_path: Path) -> None:
    """Rows lost while reading cost completeness; the quotes that are left are as verbatim as before."""
    lines = PLAN.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(DROPPED)]
    assert len(kept) == len(lines) - len(DROPPED)
    damaged = collection(tmp_path / "damaged", "".join(kept))
    after = figures(Assistant(damaged), damaged, tmp_path)
    for measure in ("Right", "MustRecall", "EvidenceMet", "CitationRecall", "SetF1(evidence)"):
        assert after[measure] < intact[measure], measure
    assert after["Verbatim"] == intact["Verbatim"]
    assert after["Rejection"] == pytest.approx(intact["Rejection"], abs=0.1)


def test_refusing_everything(library: Library, intact: dict[str, float], tmp_path: Path) -> None:
    """Perfect rejection, nothing else: only false refusals and emptied measures tell."""
    after = figures(Spoiled(library, refused), library, tmp_path)
    assert after["Rejection"] == after["FalseRefusal"] == 1
    assert after["MustRecall"] == after["EvidenceMet"] == after["CitationRecall"] == after["SetF1(evidence)"] == 0
    assert intact.keys() - after.keys() == {"CitationPrecision", "Verbatim"}


def test_answering_everything(library: Library, intact: dict[str, float], tmp_path: Path) -> None:
    """Rejection falls to nothing; what is cited is as it was."""
    after = figures(Spoiled(library, insisted), library, tmp_path)
    assert after["Rejection"] == after["FalseRefusal"] == 0
    assert moved(intact, after).isdisjoint({"MustRecall", "MustNotFree", "Verbatim"} | CITING)
