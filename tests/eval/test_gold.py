"""The gold sets that come with the repository are worth measuring with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.readers import read_file
from corpus.reading import read_document
from eval.cases import Case, comparable, parse_cases
from eval.evaluation import evaluate
from eval.gates import read_gates
from eval.record_scores import figures, mismatches, score_folder
from eval.respondents import InProcess
from eval.validation import balance_findings, document_findings, repeated_questions
from index.build import ingest

GOLD = Path(__file__).parents[2] / "eval" / "gold"
BUNDLED_DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"
WRITTEN_DOCUMENTS = GOLD / "written" / "documents"
OFFICES_DOCUMENTS = GOLD / "offices" / "documents"
READABLE = (".txt", ".md", ".html", ".docx", ".xlsx", ".pdf")
LATER_SETS = ("fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
DEVELOPMENT_DOCUMENTS = Path(__file__).parents[3] / "shared" / "data" / "documents"


def canonical_texts(cases: tuple[Case, ...], folder: Path) -> dict[str, str]:
    """What the readers extract from the documents that the cases quote, by id."""
    quoted = {evidence.doc for case in cases for evidence in case.evidence}
    files = (path for path in sorted(folder.rglob("*")) if path.suffix in READABLE)
    return {path.stem: read_file(path).text for path in files if path.stem in quoted}


def contradictory(cases: tuple[Case, ...]) -> list[tuple[str, str]]:
    """What a case forbids although its own evidence holds it, with the case's id."""
    evidence = {case.id: comparable("|".join(item.quote for item in case.evidence)) for case in cases}
    return [(case.id, text) for case in cases for text in case.must_not if comparable(text) in evidence[case.id]]


def test_every_bundled_case_can_be_met_from_the_bundled_documents() -> None:
    """No mistake of form, every quote in its document, no question twice."""
    cases = parse_cases(GOLD / "bundled.jsonl")
    findings = document_findings(cases, canonical_texts(cases, BUNDLED_DOCUMENTS).__getitem__)
    assert [str(finding) for finding in findings if finding.serious] == []
    assert repeated_questions(cases) == []


def test_the_bundled_set_is_large_and_balanced() -> None:
    """At least 200 cases, 60% in other words than the text, every type in both splits, every language."""
    cases = parse_cases(GOLD / "bundled.jsonl")
    rows = [json.loads(line) for line in (GOLD / "bundled.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(cases) >= 200
    assert sum(row["reworded"] for row in rows) >= 0.6 * len(rows)
    assert balance_findings(cases, per_type=8, per_language=40) == []
    assert all(case.split for case in cases)


def test_the_product_reaches_the_gates_of_the_bundled_set(tmp_path: Path) -> None:
    """What `make eval` checks: every case of the bundled gold, asked of a fresh collection, against eval/gates.toml."""
    ingest(sorted(BUNDLED_DOCUMENTS.glob("*.txt")), tmp_path / "collection")
    respondent = InProcess.open(tmp_path / "collection")
    path = GOLD / "bundled.jsonl"
    gates = read_gates(GOLD.parent / "gates.toml")
    found = evaluate(path, parse_cases(path), respondent, tmp_path, gates=gates)
    assert [str(result) for result in found.gates if not result.passed] == []
    assert [judgement.case.id for judgement in found.judgements if judgement.outcome.error] == []


def test_the_tasks_of_the_bundled_documents_are_read_as_a_person_annotated_them() -> None:
    """Every annotated statement is found, and no other; lead, units and deadline are exact."""
    documents = score_folder(GOLD / "records-bundled", BUNDLED_DOCUMENTS, read_document)
    assert [line for document in documents for line in mismatches(document)] == []


@pytest.mark.skipif(not DEVELOPMENT_DOCUMENTS.exists(), reason="NOT CHECKED: ../shared/data/documents are absent")
@pytest.mark.parametrize("split", ["dev", "test"])
def test_the_tasks_of_other_documents_are_read_well_enough(split: str) -> None:
    """Over documents of other offices: F1 .95, lead .93, all units .90, deadline .95, of every annotated statement."""
    documents = score_folder(GOLD / "records", DEVELOPMENT_DOCUMENTS, read_document)
    found = figures(split, (document for document in documents if document.annotation.split == split))
    assert found.f1 is not None
    assert found.f1 >= 0.95
    for share, least in ((found.lead, 0.93), (found.units, 0.90), (found.deadline, 0.95)):
        assert share.value is not None
        assert share.value >= least


@pytest.mark.skipif(
    not DEVELOPMENT_DOCUMENTS.exists(),
    reason="NOT CHECKED: the documents of second.jsonl, ../shared/data/documents, are absent",
)
def test_every_case_of_the_second_set_can_be_met_from_its_documents() -> None:
    """No mistake of form, every quote in what our own readers extract."""
    cases = parse_cases(GOLD / "second.jsonl")
    findings = document_findings(cases, canonical_texts(cases, DEVELOPMENT_DOCUMENTS).__getitem__)
    assert [str(finding) for finding in findings if finding.serious] == []


@pytest.mark.skipif(
    not DEVELOPMENT_DOCUMENTS.exists(),
    reason="NOT CHECKED: the documents of newcomers.jsonl, ../shared/data/documents, are absent",
)
def test_every_case_of_the_newcomers_set_can_be_met_from_its_documents() -> None:
    """No mistake of form, every quote in its document and there only once, no question twice."""
    cases = parse_cases(GOLD / "newcomers.jsonl")
    texts = canonical_texts(cases, BUNDLED_DOCUMENTS) | canonical_texts(cases, DEVELOPMENT_DOCUMENTS)
    assert [str(finding) for finding in document_findings(cases, texts.__getitem__)] == []
    assert repeated_questions(cases) == []


@pytest.mark.skipif(
    not DEVELOPMENT_DOCUMENTS.exists(),
    reason="NOT CHECKED: the documents of third.jsonl, ../shared/data/documents, are absent",
)
def test_every_case_of_the_third_set_can_be_met_from_its_documents() -> None:
    """No mistake of form, every quote in its document, no question twice."""
    cases = parse_cases(GOLD / "third.jsonl")
    texts = canonical_texts(cases, BUNDLED_DOCUMENTS) | canonical_texts(cases, DEVELOPMENT_DOCUMENTS)
    findings = document_findings(cases, texts.__getitem__)
    assert [str(finding) for finding in findings if finding.serious] == []
    assert repeated_questions(cases) == []


@pytest.mark.skipif(
    not DEVELOPMENT_DOCUMENTS.exists(),
    reason="NOT CHECKED: ../shared/data/documents, the documents of fourth to tenth and reworded.jsonl, are absent",
)
@pytest.mark.parametrize("name", [f"{set_name}.jsonl" for set_name in (*LATER_SETS, "reworded")])
def test_every_case_of_the_later_sets_can_be_met_from_its_documents(name: str) -> None:
    """No mistake of form, every quote in its document, no question twice."""
    cases = parse_cases(GOLD / name)
    texts = canonical_texts(cases, BUNDLED_DOCUMENTS) | canonical_texts(cases, DEVELOPMENT_DOCUMENTS)
    findings = document_findings(cases, texts.__getitem__)
    assert [str(finding) for finding in findings if finding.serious] == []
    assert repeated_questions(cases) == []
    assert contradictory(cases) == []


def test_every_case_of_the_systematic_set_can_be_met_from_the_bundled_documents() -> None:
    """No mistake of form, every quote in its document, no question twice, every type in both halves."""
    cases = parse_cases(GOLD / "systematic.jsonl")
    findings = document_findings(cases, canonical_texts(cases, BUNDLED_DOCUMENTS).__getitem__)
    assert [str(finding) for finding in findings if finding.serious] == []
    assert repeated_questions(cases) == []
    assert contradictory(cases) == []
    assert len({(case.type, case.split) for case in cases}) == 2 * 14


def test_every_case_in_plain_words_can_be_met_from_the_bundled_documents() -> None:
    """No mistake of form, every quote in its document, no question twice, every type in both halves."""
    cases = parse_cases(GOLD / "plain.jsonl")
    findings = document_findings(cases, canonical_texts(cases, BUNDLED_DOCUMENTS).__getitem__)
    assert [str(finding) for finding in findings if finding.serious] == []
    assert repeated_questions(cases) == []
    assert contradictory(cases) == []
    assert len({(case.type, case.split) for case in cases}) == 2 * 14


def test_the_third_set_is_for_development_only() -> None:
    """Its failures are looked at: none of its cases may pass for a held-out one."""
    cases = parse_cases(GOLD / "third.jsonl")
    assert len(cases) >= 400
    assert {case.split for case in cases} == {"dev"}
    assert contradictory(cases) == []


def test_the_newcomers_set_asks_in_other_words_than_the_text_and_also_for_what_is_not_stated() -> None:
    """160 cases, 85% reworded, 20 not stated, every type in both splits, no must_not that its own evidence holds."""
    cases = parse_cases(GOLD / "newcomers.jsonl")
    assert len(cases) >= 160
    assert sum(case.reworded is True for case in cases) >= 0.85 * len(cases)
    assert sum(not case.answerable for case in cases) >= 20
    assert balance_findings(cases, per_type=5, per_language=20) == []
    assert all(case.split for case in cases)
    assert contradictory(cases) == []


def test_the_newcomers_set_and_the_second_set_share_no_document() -> None:
    """What was tuned on one set says nothing of the documents of the other."""
    second = {evidence.doc for case in parse_cases(GOLD / "second.jsonl") for evidence in case.evidence}
    newcomers = {evidence.doc for case in parse_cases(GOLD / "newcomers.jsonl") for evidence in case.evidence}
    assert second & newcomers == set()


def test_every_case_of_the_written_set_can_be_met_from_the_documents_beside_it() -> None:
    """No mistake of form, every quote in its document and there only once, no question twice, no document unused."""
    cases = parse_cases(GOLD / "written.jsonl")
    texts = canonical_texts(cases, WRITTEN_DOCUMENTS)
    assert [str(finding) for finding in document_findings(cases, texts.__getitem__)] == []
    assert repeated_questions(cases) == []
    assert set(texts) == {path.stem for path in WRITTEN_DOCUMENTS.iterdir()}


def test_the_written_set_covers_every_type_in_both_halves_and_asks_for_what_is_not_stated() -> None:
    """200 cases or more, 24 not stated, every type and language in both splits, no must_not that its evidence holds."""
    cases = parse_cases(GOLD / "written.jsonl")
    assert len(cases) >= 200
    assert sum(not case.answerable for case in cases) >= 24
    assert balance_findings(cases, per_type=4, per_language=12) == []
    assert all(case.split for case in cases)
    assert contradictory(cases) == []


def test_every_case_of_the_offices_set_can_be_met_from_the_documents_beside_it() -> None:
    """No mistake of form, every quote in its document and there only once, no question twice, no document unused."""
    cases = parse_cases(GOLD / "offices.jsonl")
    texts = canonical_texts(cases, OFFICES_DOCUMENTS)
    assert [str(finding) for finding in document_findings(cases, texts.__getitem__)] == []
    assert repeated_questions(cases) == []
    assert contradictory(cases) == []
    assert set(texts) == {path.stem for path in OFFICES_DOCUMENTS.iterdir()}


def test_the_offices_set_is_for_development_only_and_asks_of_every_format() -> None:
    """200 cases or more, 20 not stated, none that passes for a held-out one, of each format that offices send."""
    cases = parse_cases(GOLD / "offices.jsonl")
    assert len(cases) >= 200
    assert sum(not case.answerable for case in cases) >= 20
    assert {case.split for case in cases} == {"dev"}
    assert all(case.reworded is not None for case in cases)
    assert {path.suffix for path in OFFICES_DOCUMENTS.iterdir()} == set(READABLE)


def test_every_case_of_the_eleventh_set_can_be_met_from_the_documents_beside_it() -> None:
    """No mistake of form, every quote in its document and there only once, no question twice, no document unused; every
    document in one split alone."""
    cases = parse_cases(GOLD / "eleventh.jsonl")
    documents = GOLD / "eleventh" / "documents"
    texts = canonical_texts(cases, documents)
    assert [str(finding) for finding in document_findings(cases, texts.__getitem__)] == []
    assert repeated_questions(cases) == []
    assert contradictory(cases) == []
    assert set(texts) == {path.stem for path in documents.iterdir()}
    splits: dict[str, set[str | None]] = {}
    for case in cases:
        for evidence in case.evidence:
            splits.setdefault(evidence.doc, set()).add(case.split)
    assert all(len(split) == 1 for split in splits.values())
