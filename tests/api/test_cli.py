"""The commands as a person runs them: a process, its output, its exit status."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from index.embed import SHIPPED

QUESTION = "冷链骨干基地由谁牵头, 什么时候建成?"


def zhengwen(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The finished process of a command."""
    command = [sys.executable, "-c", "from api.cli import main; main()", *arguments]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "300", **environment},
        timeout=120,
    )


def test_every_command_explains_itself() -> None:
    """`--help` works for every command and exits with 0; what it says of defaults is not lost on the way."""
    listed = zhengwen("--help").stdout
    for command in (
        "ingest",
        "ask",
        "chat",
        "serve",
        "worker",
        "documents",
        "tasks",
        "keys",
        "database",
        "eval",
        "bench",
        "doctor",
        "mcp",
    ):
        assert command in listed
        shown = zhengwen(command, "--help")
        assert (shown.returncode, "Usage" in shown.stdout) == (0, True), shown.stderr
        assert ("--data" in shown.stdout) == ("ZHENGWEN_DATA" in shown.stdout) or command == "bench"


def test_ask_prints_the_answer_with_its_sources(shared_data: Path) -> None:
    """The text, and each citation with its document and quote; with --json the answer of the contract."""
    shown = zhengwen("ask", QUESTION, "--data", str(shared_data))
    assert shown.returncode == 0, shown.stderr
    assert "市发展改革委" in shown.stdout
    assert "青政办发〔2023〕7号" in shown.stdout
    answer = json.loads(zhengwen("ask", QUESTION, "--data", str(shared_data), "--json").stdout)
    assert answer["status"] == "answered"
    assert answer["citations"]


def test_a_conversation_goes_on_at_the_command_line(shared_data: Path) -> None:
    """--conversation continues where the earlier answer ended."""
    first = json.loads(zhengwen("ask", "冷链骨干基地由谁牵头?", "--data", str(shared_data), "--json").stdout)
    second = zhengwen("ask", "那什么时候完成?", "--data", str(shared_data), "--conversation", first["conversation_id"])
    assert "2023年9月" in second.stdout


def test_an_answer_with_the_shipped_model_imports_no_transformers(shared_data: Path) -> None:
    """Which alone would take seconds of every command."""
    code = (
        "import sys; from api.cli import app; "
        f"app(['ask', {QUESTION!r}, '--data', {str(shared_data)!r}], standalone_mode=False); "
        "print([name for name in ('torch', 'sentence_transformers', 'transformers') if name in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert shown.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["ask", "", "--data", "DATA"], 1, "1 to 2000 characters"),
        (["ask", "问" * 3000, "--data", "DATA"], 1, "1 to 2000 characters"),
        (["ask", QUESTION, "--data", "NOWHERE"], 1, "holds no documents"),
        (["documents", "show", "no-such", "--data", "DATA"], 1, "no-such"),
        (["documents", "remove", "no-such", "--data", "DATA"], 1, "no-such"),
        (["tasks", "--document", "no-such", "--data", "DATA"], 1, "no-such"),
        (["tasks", "--due-before", "soon", "--data", "DATA"], 2, "soon"),
        (["ingest", "NOWHERE", "--data", "DATA"], 2, "NOWHERE"),
        (["ingest", "--data", "DATA"], 2, "--rebuild"),
        (["ingest", "--rebuild", "--data", "NOWHERE"], 1, "holds no documents"),
        (["ingest", "--rebuild", "--reindex", "--data", "NOWHERE"], 2, "leave out --reindex"),
        (["ask"], 2, "QUESTION"),
        (["fly"], 2, "fly"),
    ],
)
def test_a_failure_is_said_on_standard_error(
    shared_data: Path, tmp_path: Path, arguments: list[str], status: int, said: str
) -> None:
    """Exit status 1 with one line, 2 for bad usage, and never a traceback."""
    places = {"DATA": str(shared_data), "NOWHERE": str(tmp_path / "NOWHERE")}
    shown = zhengwen(*(places.get(argument, argument) for argument in arguments))
    assert shown.returncode == status, shown.stderr
    assert said in shown.stderr
    assert "Traceback" not in shown.stderr
    assert not shown.stdout
    assert status == 2 or len(shown.stderr.splitlines()) == 1, shown.stderr


def test_a_traceback_is_shown_on_demand(tmp_path: Path) -> None:
    """--debug, wherever it stands."""
    assert "Traceback" in zhengwen("ask", QUESTION, "--data", str(tmp_path), "--debug").stderr
    assert "Traceback" in zhengwen("--debug", "ask", QUESTION, "--data", str(tmp_path)).stderr


def test_a_wrong_setting_is_named(shared_data: Path) -> None:
    """The variable and what is wrong with it, as bad usage."""
    shown = zhengwen("ask", QUESTION, "--data", str(shared_data), ZHENGWEN_PORT="many")
    assert (shown.returncode, "ZHENGWEN_PORT" in shown.stderr) == (2, True), shown.stderr


def test_a_file_that_is_no_text_is_named_and_the_others_land(texts: Path, tmp_path: Path) -> None:
    """Exit status 1, the reason on standard error, the readable file in the collection."""
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 8)
    shown = zhengwen(
        "ingest", str(tmp_path / "noise.txt"), str(texts / "qingchuan-reply.txt"), "--data", str(tmp_path / "data")
    )
    assert shown.returncode == 1
    assert "noise.txt" in shown.stderr
    assert "qingchuan-reply" in shown.stdout
    assert "qingchuan-reply" in zhengwen("documents", "--data", str(tmp_path / "data")).stdout


def test_a_lost_original_stops_a_rebuild(texts: Path, tmp_path: Path) -> None:
    """Exit status 1 and one line that names it and what to do; with the original, the collection is read again."""
    data = tmp_path / "data"
    zhengwen("ingest", str(texts / "qingchuan-reply.txt"), "--data", str(data))
    assert zhengwen("ingest", "--rebuild", "--data", str(data)).returncode == 0
    next((data / "originals").iterdir()).unlink()
    shown = zhengwen("ingest", "--rebuild", "--data", str(data))
    assert (shown.returncode, shown.stderr.count("\n")) == (1, 1), shown.stderr
    assert "qingchuan-reply" in shown.stderr
    assert zhengwen("ask", QUESTION, "--data", str(data)).returncode == 0


def test_a_collection_goes_over_to_another_model(texts: Path, tmp_path: Path) -> None:
    """The error names the command, and after that the other model answers; the first one no longer does."""
    other, data = tmp_path / "other", str(tmp_path / "data")
    shutil.copytree(SHIPPED, other)
    zhengwen("ingest", str(texts / "qingchuan-reply.txt"), "--data", data)
    shown = zhengwen("ask", QUESTION, "--data", data, ZHENGWEN_MODEL=str(other))
    assert (shown.returncode, "zhengwen ingest --reindex" in shown.stderr) == (1, True), shown.stderr
    assert zhengwen("ingest", "--reindex", "--data", data, ZHENGWEN_MODEL=str(other)).returncode == 0
    assert zhengwen("ask", QUESTION, "--data", data, ZHENGWEN_MODEL=str(other)).returncode == 0
    assert zhengwen("ask", QUESTION, "--data", data).returncode == 1


def test_a_folder_that_cannot_be_written_is_named(texts: Path, tmp_path: Path) -> None:
    """Ingesting into a place that is a file fails with one line."""
    (tmp_path / "occupied").write_text("a file")
    shown = zhengwen("ingest", str(texts), "--data", str(tmp_path / "occupied" / "data"))
    assert shown.returncode == 1
    assert "cannot be written" in shown.stderr
    assert len(shown.stderr.splitlines()) == 1, shown.stderr


def test_the_ledger_comes_as_a_table_and_as_files(shared_data: Path, tmp_path: Path) -> None:
    """Filters as over HTTP; the table ends with the count."""
    shown = zhengwen("tasks", "--lead", "市发展改革委", "--data", str(shared_data))
    assert "▲市发展改革委" in shown.stdout
    assert shown.stdout.endswith("1 tasks\n")
    target = tmp_path / "tasks.xlsx"
    assert zhengwen("tasks", "--format", "xlsx", "-o", str(target), "--data", str(shared_data)).returncode == 0
    assert target.read_bytes().startswith(b"PK")
    listed = json.loads(zhengwen("tasks", "--format", "json", "--data", str(shared_data)).stdout)
    assert listed["total"] == len(listed["tasks"])


def test_a_document_shows_what_was_read(shared_data: Path) -> None:
    """Metadata, outline, citations and tasks, so that a person can check the reading."""
    shown = zhengwen("documents", "show", "qingchuan-plan", "--data", str(shared_data)).stdout
    assert "青政办发〔2023〕7号" in shown
    assert "主要任务" in shown
    assert "▲市发展改革委" in shown
    assert "cited by\n  qingchuan-reply\n" in shown
    reply = zhengwen("documents", "show", "qingchuan-reply", "--data", str(shared_data)).stdout
    assert "《青川市冷链物流提升行动方案》  -> qingchuan-plan" in reply
    assert "《关于申请设立冷链物流示范园区的请示》  not in the collection" in reply


def test_what_a_document_does_not_say_of_itself_is_told(tmp_path: Path) -> None:
    """When it comes in, with the counts of what was read, and whenever it is shown."""
    (tmp_path / "无题.txt").write_text("一、总体要求\n\n坚持稳中求进，推动高质量发展，落实各项工作部署。\n", "utf-8")
    missing = "not found in the document: title (the file's name stands for it), document number, issuer, date of issue"
    data = str(tmp_path / "data")
    report = zhengwen("ingest", str(tmp_path / "无题.txt"), "--data", data).stdout
    assert report.split()[:5] == ["document", "outcome", "passages", "tasks", "remarks"]
    assert "added    1         0" in report
    assert missing in report
    assert missing in zhengwen("documents", "show", "无题", "--data", data).stdout


def test_the_doctor_names_what_is_wrong(shared_data: Path, tmp_path: Path) -> None:
    """Status 0 when all is well; 1 with the finding when there is no index."""
    assert zhengwen("doctor", "--data", str(shared_data)).returncode == 0
    shown = zhengwen("doctor", "--data", str(tmp_path), "--json")
    findings = {finding["subject"]: finding for finding in json.loads(shown.stdout)}
    assert (shown.returncode, findings["index"]["fine"], findings["tokens"]["fine"]) == (1, False, True)
