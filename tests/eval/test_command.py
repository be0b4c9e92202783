"""The command: what a person types, what is printed, what is written, which status is returned."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner, Result

from eval.command import app
from eval.respondents import InProcess
from index.build import ingest
from index.place import Place

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"


def zhengwen(*arguments: str | Path) -> Result:
    """Run `zhengwen eval ...` as the console script mounts it."""
    cli = typer.Typer()
    cli.add_typer(app, name="eval")

    @cli.command()
    def other() -> None:
        """Another command, so that the program has several."""

    return CliRunner().invoke(cli, ["eval", *map(str, arguments)], env={"COLUMNS": "160"})


@pytest.fixture
def url(serve: Callable[..., str], respond: Callable[..., InProcess], shelf: object) -> str:
    """The address of a product that answers everything right."""
    return serve(respond(), shelf)


def test_a_run_prints_every_measure_and_writes_what_it_scored(url: str, gold: Path, tmp_path: Path) -> None:
    """`zhengwen eval GOLD --url URL` prints totals, types and languages, and leaves raw and scored cases behind."""
    result = zhengwen(gold, "--url", url, "--report", tmp_path)
    assert result.exit_code == 0, result.output
    assert re.search(r"Right\s+100\.0", result.stdout)
    assert "type.multi_turn" in result.stdout
    assert "lang.mix" in result.stdout
    rows = [json.loads(line) for line in (tmp_path / "results.jsonl").read_text("utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["who-1", "when-1", "list-1", "mix-1", "multi-1", "none-1"]
    assert len((tmp_path / "outcomes.jsonl").read_text("utf-8").splitlines()) == 6
    about: dict[str, Any] = json.loads((tmp_path / "run.json").read_text("utf-8"))
    assert about["url"] == url
    assert about["model"] == "oracle"
    assert len(about["corpus"]) == len(about["gold_sha256"]) == 64


def test_types_and_split_choose_cases(url: str, gold: Path, tmp_path: Path) -> None:
    """Only what was chosen is asked; choosing nothing is said."""
    assert zhengwen(gold, "--url", url, "--report", tmp_path, "--types", "who,list", "--split", "test").exit_code == 0
    assert [json.loads(line)["id"] for line in (tmp_path / "results.jsonl").read_text("utf-8").splitlines()] == [
        "list-1"
    ]
    result = zhengwen(gold, "--url", url, "--types", "speaker")
    assert result.exit_code == 1
    assert "no case has the chosen --types" in result.stderr
    misspelt = zhengwen(gold, "--url", url, "--types", "whom")
    assert misspelt.exit_code == 2
    assert "known are who, when" in re.sub(r"[\s│]+", " ", misspelt.stderr)


def test_no_server_is_one_clear_line(gold: Path, tmp_path: Path) -> None:
    """Nothing listens at the address: one sentence that says what to do, status 1, no traceback."""
    result = zhengwen(gold, "--url", "http://127.0.0.1:9", "--report", tmp_path)
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "start the server with `zhengwen serve`" in result.stderr


def test_a_wrong_gold_file_is_explained_by_line(tmp_path: Path) -> None:
    """Every mistake is named with its line, before anything is asked."""
    gold = tmp_path / "g.jsonl"
    gold.write_text('{"id": "a"}\nnot json\n', encoding="utf-8")
    result = zhengwen(gold)
    assert result.exit_code == 1
    assert "line 1: type: field required" in result.stderr
    assert "line 2: not JSON at character 1" in result.stderr


def test_help_names_every_option() -> None:
    """`--help` explains the plain run."""
    result = zhengwen("--help")
    assert result.exit_code == 0
    assert "--url" in re.sub(r"\x1b\[[0-9;]*m", "", result.stdout)


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The import plan, ingested by the product itself."""
    folder = tmp_path_factory.mktemp("collection")
    ingest([DOCUMENTS / "yiwu-import-demo-zone-2021.txt"], folder)
    return folder


def test_the_product_itself_is_evaluated_in_process(collection: Path, gold: Path, tmp_path: Path) -> None:
    """The same command over a real collection: no case errors and every quote that was sent is verbatim."""
    gates = tmp_path / "gates.toml"
    gates.write_text("[all]\nVerbatim = 1.0\n", encoding="utf-8")
    result = zhengwen(gold, "--data", collection, "--report", tmp_path, "--gates", gates)
    assert result.exit_code == 0, result.output
    rows = [json.loads(line) for line in (tmp_path / "results.jsonl").read_text("utf-8").splitlines()]
    assert [row["error"] for row in rows] == [None] * 6
    assert json.loads((tmp_path / "run.json").read_text("utf-8"))["documents"] == 1
    assert (tmp_path / "report.html").stat().st_size > 10_000


def test_a_collection_in_a_database_is_evaluated(place: Place, gold: Path, tmp_path: Path) -> None:
    """The same command finds the rows where the settings say they stand, and refuses an address of no database."""
    ingest([DOCUMENTS / "yiwu-import-demo-zone-2021.txt"], place)
    where = ("--data", place.folder, *(("--database", place.database) if place.database else ()))
    result = zhengwen(gold, *where, "--report", tmp_path)
    assert result.exit_code == 0, result.output
    assert json.loads((tmp_path / "run.json").read_text("utf-8"))["documents"] == 1
    wrong = zhengwen(gold, "--data", place.folder, "--database", "mysql://somebody:secret@host/rows")
    assert wrong.exit_code == 2
    assert "postgresql+psycopg://" in wrong.stderr
    assert "secret" not in wrong.output


def test_a_missed_gate_fails_the_command(collection: Path, gold: Path, tmp_path: Path) -> None:
    """Status 1 and a line that says which figure missed which gate; the report is written all the same."""
    gates = tmp_path / "gates.toml"
    gates.write_text('[all]\n"SetF1(participating_units)" = 0.5\n', encoding="utf-8")
    result = zhengwen(gold, "--data", collection, "--report", tmp_path, "--gates", gates)
    assert result.exit_code == 1
    assert "MISSED all SetF1(participating_units): nothing to measure" in result.stdout
    assert (tmp_path / "report.html").exists()


def test_a_gold_set_of_ones_own_starts_from_the_collection(collection: Path, tmp_path: Path) -> None:
    """`init` proposes, `check` finds nothing wrong, a run warns that nobody has reviewed; nothing is overwritten."""
    gold = tmp_path / "mine.jsonl"
    assert zhengwen("init", gold, "--data", collection, "--limit", "6").exit_code == 0
    checked = zhengwen("check", gold, "--data", collection)
    assert checked.exit_code == 0, checked.output
    result = zhengwen(gold, "--data", collection, "--report", tmp_path)
    assert "6 of 6 cases are unreviewed" in result.stderr
    again = zhengwen("init", gold, "--data", collection)
    assert again.exit_code == 1
    assert "exists already" in again.stderr


def test_check_names_quotes_that_are_not_in_their_document(collection: Path, gold: Path, tmp_path: Path) -> None:
    """Held against the collection, by line."""
    wrong = tmp_path / "wrong.jsonl"
    wrong.write_text(gold.read_text("utf-8").replace("▲商务局、创新研究院", "▲商务局、财政局"), encoding="utf-8")
    result = zhengwen("check", wrong, "--data", collection)
    assert result.exit_code == 1
    assert "line 4 (mix-1): evidence[0]" in result.stderr


def test_a_folder_without_documents_is_one_clear_line(gold: Path, tmp_path: Path) -> None:
    """The library's own message, status 1."""
    result = zhengwen(gold, "--data", tmp_path / "none")
    assert result.exit_code == 1
    assert "zhengwen ingest" in result.stderr


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    """The commands' module alone imports neither statistics nor an HTTP client nor the product."""
    script = (
        "import sys, eval.command; print([m for m in ('scipy', 'httpx', 'numpy', 'assistant') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout.strip() == "[]"


def test_saved_outcomes_are_scored_again_without_asking(url: str, gold: Path, tmp_path: Path) -> None:
    """After a correction of the gold: the same answers, new scores, and the run they came from stays known."""
    first, second = tmp_path / "first", tmp_path / "second"
    assert zhengwen(gold, "--url", url, "--report", first).exit_code == 0
    corrected = tmp_path / "corrected.jsonl"
    corrected.write_text(gold.read_text("utf-8").replace('"June 2021", "2021-06"', '"July 2021"'), encoding="utf-8")
    result = zhengwen(corrected, "--url", url, "--report", second, "--rescore", first / "outcomes.jsonl")
    assert result.exit_code == 0, result.output
    rows = [json.loads(line) for line in (second / "results.jsonl").read_text("utf-8").splitlines()]
    assert [row["id"] for row in rows if not row["right"]] == ["when-1"]
    before, after = (json.loads((folder / "run.json").read_text("utf-8")) for folder in (first, second))
    assert after["started"] == before["started"]
    assert after["gold_sha256"] != before["gold_sha256"]
    broken = zhengwen(gold, "--url", url, "--report", second, "--rescore", tmp_path / "none.jsonl")
    assert broken.exit_code == 1
    assert "not the outcomes.jsonl of a run" in broken.stderr


class Backwards:
    """A cross-encoder that prefers what stood last, and remembers that it was asked."""

    name = "backwards"

    def __init__(self) -> None:
        self.asked = 0

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        self.asked += 1
        return [float(place) for place in range(len(texts))]


@pytest.fixture
def backwards(monkeypatch: pytest.MonkeyPatch) -> Backwards:
    """The cross-encoder that is there by the name `some/model`, and by no other."""
    only = Backwards()

    def load(name: str | None) -> Backwards | None:
        assert name in (None, "some/model")
        return only if name else None

    monkeypatch.setattr("index.cross.load_reranker", load)
    monkeypatch.setattr("eval.retrieval.load_reranker", load)
    return only


def test_answers_are_evaluated_with_the_cross_encoder_of_the_settings(
    gold: Path, tmp_path: Path, backwards: Backwards, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What ZHENGWEN_RERANKER names, or --reranker, takes part, and the run says so; without it none does."""
    ingest(sorted(DOCUMENTS.glob("*cbec*.txt")), tmp_path / "collection")
    command = (gold, "--data", tmp_path / "collection", "--report", tmp_path / "report", "--types", "who")
    assert zhengwen(*command).exit_code == 0
    assert "reranker" not in json.loads((tmp_path / "report" / "run.json").read_text("utf-8"))
    assert not backwards.asked
    assert zhengwen(*command, "--reranker", "some/model").exit_code == 0
    assert json.loads((tmp_path / "report" / "run.json").read_text("utf-8"))["reranker"] == "backwards"
    asked = backwards.asked
    assert asked
    monkeypatch.setenv("ZHENGWEN_RERANKER", "some/model")
    assert zhengwen(*command).exit_code == 0
    assert backwards.asked == 2 * asked


def test_retrieval_shows_what_the_cross_encoder_of_the_settings_does(
    tmp_path: Path, backwards: Backwards, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is a stage of its own after the re-ranked list, only where one is named."""
    (tmp_path / "qrels").mkdir()
    (tmp_path / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq\tp\t1\n")
    (tmp_path / "queries.jsonl").write_text('{"_id": "q", "text": "免税资质"}\n', encoding="utf-8")
    rows = [{"_id": "p", "text": "申请免税资质。"}, {"_id": "o", "text": "免税商店。"}]
    (tmp_path / "corpus.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert "cross-encoder" not in zhengwen("retrieval", tmp_path).stdout
    monkeypatch.setenv("ZHENGWEN_RERANKER", "some/model")
    shown = zhengwen("retrieval", tmp_path).stdout
    assert re.search(r"re-ranked\W+1\.0000", shown)
    assert re.search(r"cross-encoder\W+0\.0000", shown)
    assert backwards.asked == 1
