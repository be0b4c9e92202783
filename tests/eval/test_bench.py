"""The benchmark: what it compares does the same work, and every figure of a run is there. No figure is a threshold."""

from __future__ import annotations

import json
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from typer.testing import CliRunner

from eval.bench.answering import REST, STEPS, WHOLE
from eval.bench.command import app
from eval.bench.comparison import FIGURES, OURS, RATES, RECIPE, compared, print_comparison, ratios
from eval.bench.documents import TASKS
from eval.bench.systems import SYSTEMS, Zhengwen, per_second, read_entries, system_called, use, write_entries
from eval.bench.texts import LATER_DOCUMENTS, Workload, papers, workload
from eval.errors import EvaluationError
from index.library import Library
from index.types import Entry

SIZE = 60
NOTICE = "{title}\n\n各有关单位：\n\n一、工作目标\n\n{body}\n\n二、保障措施\n\n加强组织领导，压实工作责任。\n"


@pytest.fixture(scope="module")
def load() -> Workload:
    """A small workload over the bundled sentences."""
    return workload(papers(None, SIZE), SIZE)


PEERS = {"langchain": "langchain_classic", "haystack": "haystack", "txtai": "txtai"}


@pytest.mark.parametrize("name", [*SYSTEMS, *PEERS])
def test_a_system_does_the_work_it_is_measured_at(name: str, load: Workload, tmp_path: Path) -> None:
    """It finds the passage whose text is asked for, after re-opening, too; what is added is found and what is removed
    is not, on disk as in memory, and nothing else changes."""
    if find_spec(PEERS.get(name, "eval")) is None:
        pytest.skip(f"NOT CHECKED: {name} is not installed (pip install -r eval/bench/requirements-peers.txt)")
    system = system_called(name)
    built = system.build(tmp_path / "index", load.entries)
    assert built.search(load.entries[7].text)[0] == load.entries[7].id
    opened = system(tmp_path / "index")
    before = [opened.search(query) for query in load.queries[:20]]
    assert before == [built.search(query) for query in load.queries[:20]]
    paper = load.later[0]
    opened.add(paper)
    assert opened.search(paper[3].text)[0] == paper[3].id
    assert system(tmp_path / "index").search(paper[3].text)[0] == paper[3].id
    opened.remove(paper[0].document_id)
    gone = {entry.id for entry in paper}
    for reader in (opened, system(tmp_path / "index")):
        assert gone.isdisjoint(reader.search(paper[3].text))
        assert reader.search(load.entries[7].text)[0] == load.entries[7].id


def test_a_run_has_every_figure_and_ratios_of_the_same_run(tmp_path: Path) -> None:
    """The command at its smallest: all figures of both systems are positive, the ratios are theirs, and the table
    shows them."""
    counts = {"--size": SIZE, "--questions": 3, "--documents": 4, "--ingest": 10}
    arguments = [*chain.from_iterable(counts.items()), "--report", tmp_path]
    result = CliRunner().invoke(app, [*map(str, arguments)], env={"COLUMNS": "160"})
    assert result.exit_code == 0, result.output
    report: dict[str, Any] = json.loads((tmp_path / "bench.json").read_text("utf-8"))
    (found,) = report["sizes"]
    assert found["passages"] == SIZE
    assert list(found["systems"]) == list(SYSTEMS)
    ours, other = found["systems"].values()
    assert found["ratios"].keys() == FIGURES.keys() | RATES.keys()
    ledgers = report["records"]
    assert ledgers["documents"] == 4  # the three bundled ones, and the first of them again
    assert ledgers["records"] > 78
    assert ledgers["records_core_s"] > 0
    assert "4 documents of" in result.output
    for figure, (label, _) in FIGURES.items():
        assert ours[figure] > 0
        assert other[figure] > 0
        assert found["ratios"][figure] == pytest.approx(other[figure] / ours[figure])
        assert label in result.stdout
    for rate, label in RATES.items():
        assert ours[rate] > 0
        assert found["ratios"][rate] == pytest.approx(ours[rate] / other[rate])
        assert label in result.stdout
    for system in (ours, other):
        assert system["asked"] == found["queries"]
        assert 0 < system["found_in_10"] <= 1
        assert system["query_p50_ms"] <= system["query_p95_ms"]
        assert system["query_peak_bytes"] <= system["change_peak_bytes"]
    answers = report["answers"]
    assert answers["questions"] == 3
    assert {"answer", "on processors", "understand", "search", "cite"} <= answers["stages"].keys()
    assert all(figure > 0 for stage in answers["stages"].values() for figure in stage.values())
    assert min(answers[name] for name in ("ingest_s", "open_ms", "peak_bytes")) > 0
    assert answers["cold_ask"]["process_p50_ms"] > 0
    reading = report["reading"]
    assert list(reading["stages_s"]) == [
        "reading",
        "metadata",
        "outline",
        "tables",
        "passages",
        "task records",
        "embedding and indexing",
    ]
    assert sum(reading["formats_s"].values()) == pytest.approx(reading["stages_s"]["reading"])
    assert sum(reading["formats_megabytes"].values()) == pytest.approx(reading["megabytes"])
    assert (reading["files"], reading["batch"]["files"]) == (9, 10)
    assert min(reading["batch"].values()) > 0
    assert all(f"{ending} " in result.stdout for ending in (".txt", ".html", ".docx"))
    assert report["machine"]["cores"] > 0
    assert report["machine"]["memory_bytes"] > 2**29
    assert set(report["versions"]) >= {"python", "zhengwen", "tantivy", "faiss-cpu", "bm25s"}


def test_a_system_that_takes_too_much_memory_is_ended_and_named(load: Workload, tmp_path: Path) -> None:
    """The others are measured and compared; ours may take what it takes."""
    found = compared(load, tmp_path / "work", (RECIPE,), most_bytes=1)
    assert found["systems"].keys() == {OURS}
    assert found["ratios"] == {}
    assert found["ended"][RECIPE].startswith("build: ended after")
    console = Console(record=True, width=200)
    print_comparison(console, found)
    assert "bm25s+jieba+faiss, build: ended after" in console.export_text()


def test_a_size_that_only_ours_is_measured_at_has_no_ratios(load: Workload, tmp_path: Path) -> None:
    """Every figure is there and shown, and nothing is compared with nothing."""
    found = compared(load, tmp_path / "work", ())
    assert list(found["systems"]) == [OURS]
    assert found["ratios"] == {}
    console = Console(record=True, width=160)
    print_comparison(console, found)
    shown = console.export_text()
    assert all(label in shown for label, _ in FIGURES.values())
    assert "best" not in shown


def test_a_slow_system_is_asked_and_changed_less_often(
    load: Workload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the time for queries it is asked the fewest there must be, after that for changes one document comes and
    goes; the figures are there all the same."""
    for name in ("QUERY_SECONDS", "CLIENT_SECONDS", "CHANGE_SECONDS"):
        monkeypatch.setattr(f"eval.bench.systems.{name}", 1e-6)
    Zhengwen.build(tmp_path / "index", load.entries)
    (tmp_path / "queries").write_text(json.dumps(load.queries), encoding="utf-8")
    write_entries(chain.from_iterable(load.later), tmp_path / "later")
    figures = use(OURS, tmp_path / "index", tmp_path / "queries", tmp_path / "later")
    assert len(figures.hits) == 20 < len(load.queries)
    assert 0 < load.found(figures.hits) <= 1
    assert min(figures.add_ms, figures.remove_ms) > 0


def test_every_client_asks_and_a_failure_is_no_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of the threads asks a text of its own; a system that raises has no rate, which is no best one either."""
    monkeypatch.setattr("eval.bench.systems.CLIENT_SECONDS", 0.0)
    asked: list[str] = []
    assert (per_second(asked.append, ["a", "b", "c"], 3) or 0) > 0
    assert sorted(asked) == ["a", "b", "c"]

    def fails(text: str) -> None:
        raise ValueError(text)

    assert per_second(fails, ["a"], 2) is None
    ours, slow = dict.fromkeys((*FIGURES, *RATES), 2.0), dict.fromkeys((*FIGURES, *RATES), 4.0)
    broken: dict[str, float | None] = {**slow, **dict.fromkeys(RATES, None)}
    assert ratios(ours, [broken, slow]) == {**dict.fromkeys(FIGURES, 2.0), **dict.fromkeys(RATES, 0.5)}
    assert ratios(ours, [broken]).keys() == FIGURES.keys()


def test_the_texts_are_the_same_in_every_run(load: Workload) -> None:
    """Queries stand in the passages, later documents are none of those built, and a second run has the same."""
    again = workload(papers(None, SIZE), SIZE)
    assert again == load
    assert len(load.entries) == SIZE
    assert len({entry.id for entry in chain(load.entries, *load.later)}) == SIZE + sum(map(len, load.later))
    assert len(load.later) == LATER_DOCUMENTS
    assert all(any(query in entry.text for entry in load.entries) for query in load.queries)
    assert {entry.document_id for entry in load.entries}.isdisjoint(paper[0].document_id for paper in load.later)


def test_found_counts_queries_whose_words_stand_in_a_hit() -> None:
    """One of two queries has a hit that holds it, at whatever place among its hits."""
    entries = (Entry("a/0", "a", "推进通关便利化改革", "", ""), Entry("b/0", "b", "建设数字化监管平台", "", ""))
    load = Workload(entries, ("通关便利化", "数字化监管"), ())
    assert load.found([["b/0", "a/0"], ["a/0"]]) == 0.5
    assert load.found([["a/0"], ["b/0"]]) == 1
    assert load.found([[], []]) == 0


def test_entries_survive_the_file(load: Workload, tmp_path: Path) -> None:
    """What a measured process reads is what was written for it."""
    write_entries(load.entries, tmp_path / "entries.jsonl")
    assert tuple(read_entries(tmp_path / "entries.jsonl")) == load.entries


def test_a_folder_of_documents_is_read_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Passages come from the documents in the folder; one that cannot be read is named and left out."""
    for number in range(LATER_DOCUMENTS + 2):
        text = NOTICE.format(title=f"关于第{number}号事项的通知", body=f"到2025年，建成第{number}批示范园区。")
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "broken.docx").write_bytes(b"no archive")
    shelf = papers(tmp_path, 2)
    load = workload(shelf, 2)
    assert [paper[0].document_id for paper in shelf] == [f"{number}.txt" for number in range(len(shelf))]
    assert load.entries[0].document_id == "0.txt"
    assert any("第0批示范园区" in entry.text for entry in shelf[0])
    with pytest.raises(EvaluationError, match=r"too few for 1000 .* choose a smaller --size"):
        papers(tmp_path, 1000)
    assert "broken.docx" in capsys.readouterr().err


def test_too_few_texts_are_one_clear_line(tmp_path: Path) -> None:
    """Status 1 and what to do, before anything is measured."""
    result = CliRunner().invoke(app, ["--texts", str(tmp_path), "--report", str(tmp_path / "report")])
    assert result.exit_code == 1
    assert result.stderr.startswith("zhengwen bench: ")
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "report" / "bench.json").exists()


def test_whole_answers_are_timed_step_by_step(tmp_path: Path) -> None:
    """Every step has its figures, none takes longer than the whole answer, and the steps are functions again that
    nobody times."""
    before = Library.search_passages
    arguments = ["answers", "--questions", "2", "--passes", "1", "--report", str(tmp_path)]
    result = CliRunner().invoke(app, arguments, env={"COLUMNS": "160"})
    assert result.exit_code == 0, result.output
    report = json.loads((tmp_path / "answers.json").read_text("utf-8"))
    steps: dict[str, dict[str, float]] = report["steps"]
    assert list(steps) == [WHOLE, *STEPS, REST]
    assert all(0 <= values["step_p99_ms"] <= steps[WHOLE]["step_p99_ms"] for values in steps.values())
    assert min(steps[name]["step_p50_ms"] for name in ("understanding", "searching passages", REST)) > 0
    assert report["questions"] == 2
    assert report["prepare_ms"] > 0
    assert all(name in result.output for name in steps)
    assert Library.search_passages is before


def test_a_server_under_load_answers_while_documents_come_and_go(tmp_path: Path) -> None:
    """At its smallest: answers, changes and streams without an error, and memory is read again and again; the
    documents that were written have the tasks that the questions are about."""
    arguments = ["load", "--documents", 9, "--clients", 2, "--seconds", 3, "--streams", 4, "--report", tmp_path]
    result = CliRunner().invoke(app, [*map(str, arguments), "--data", str(tmp_path / "data")])
    assert result.exit_code == 0, result.output
    report: dict[str, Any] = json.loads((tmp_path / "load.json").read_text("utf-8"))
    (run,) = report["runs"]
    assert report["passages"] > 9 * 10
    assert run["answer_ms"]
    assert run["changes"] >= 1
    assert run["errors"] == {}
    assert run["streams_done"] == 4
    assert len(run["memory_bytes"]) == 12
    assert min(run["memory_bytes"]) > 2**24
    assert "errors: none" in result.stdout
    library = Library.open(tmp_path / "data")
    assert len(library.records()) == 9 * TASKS
    assert all(record.lead_units and record.deadline for record in library.records())
