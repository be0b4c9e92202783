"""The whole product with its index on Milvus: commands, a server shared by processes, the answers of the gold set."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from assistant import Assistant
from assistant.types import answer_json
from corpus.catalogue import BUNDLED
from eval.cases import parse_cases
from index.build import ingest
from index.library import Library
from index.place import Place

GOLD = Path(__file__).parents[2] / "eval" / "gold" / "bundled.jsonl"
NOTICE = "青川市商务局关于开展冷链统计的通知\n\n一、由市统计局牵头，2023年10月底前完成冷链统计。\n"


def zhengwen(*arguments: str | Path, milvus: str = "", fails: bool = False) -> str:
    """What a command prints; on standard error where it `fails`."""
    environment = {**os.environ, "ZHENGWEN_MILVUS": milvus}
    command = [sys.executable, "-m", "api.cli", *map(str, arguments)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == int(fails), done.stderr
    return done.stderr if fails else done.stdout


def cited(printed: str) -> set[str]:
    """The documents that an answer cites."""
    return {citation["document_id"] for citation in json.loads(printed)["citations"]}


def test_commands_work_with_milvus_lite(texts: Path, tmp_path: Path) -> None:
    """Each command is a process of its own that opens the same folder: ingest, ask, doctor, remove, ask again."""
    data, milvus = tmp_path / "data", str(tmp_path / "lite.db")
    zhengwen("ingest", texts, "--data", data, milvus=milvus)
    question = "建设冷链骨干基地由谁牵头，什么时候完成？"
    assert cited(zhengwen("ask", question, "--data", data, "--json", milvus=milvus)) == {"qingchuan-plan"}
    findings = zhengwen("doctor", "--data", data, milvus=milvus)
    assert f"at {milvus}" in findings
    assert "2 documents" in findings
    assert "ZHENGWEN_MILVUS" in zhengwen("ask", question, "--data", data, fails=True)
    zhengwen("documents", "remove", "qingchuan-plan", "--data", data, milvus=milvus)
    assert cited(zhengwen("ask", question, "--data", data, "--json", milvus=milvus)) <= {"qingchuan-reply"}


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server process that speaks Milvus's protocol."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("milvus") / "data"
    arguments = ["server", "--data-dir", str(folder), "--host", "127.0.0.1", "--port", str(port)]
    command = [sys.executable, "-m", "milvus_lite", *arguments]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


def test_processes_share_a_milvus_server(
    server: str, texts: Path, tmp_path: Path, finished_job: Callable[[TestClient, str], dict[str, Any]]
) -> None:
    """Two application servers and the commands see each other's changes with the next question; an upload is read by a
    process that finds the server too."""
    data = tmp_path / "data"
    zhengwen("ingest", texts, "--data", data, milvus=server)
    settings = Settings(data=data, milvus=server)
    with TestClient(create_app(settings)) as here, TestClient(create_app(settings)) as there:
        for client in (here, there):
            assert "qingchuan-stat" not in found(client)
        response = here.post("/v1/documents", files={"files": ("qingchuan-stat.txt", NOTICE.encode())})
        job = finished_job(here, response.json()["url"])
        assert job["status"] == "done", job
        for client in (here, there):
            answer = client.post("/v1/ask", json={"question": "冷链统计由谁牵头，什么时候完成？"}).text
            assert cited(answer) == {"qingchuan-stat"}, answer
        zhengwen("documents", "remove", "qingchuan-stat", "--data", data, milvus=server)
        for client in (here, there):
            assert found(client) == {"qingchuan-plan", "qingchuan-reply"}


def found(client: TestClient) -> set[str]:
    """The documents of all passages that are found."""
    answer = client.get("/v1/search", params={"q": "市统计局牵头完成冷链统计", "limit": 100}).raise_for_status()
    return {hit["document_id"] for hit in answer.json()["results"]}


def test_answers_are_the_same_on_both_backends(tmp_path: Path) -> None:
    """A sample of the gold set's questions: same words, same records, same citations."""
    answers: list[list[dict[str, Any]]] = []
    for milvus in ("", str(tmp_path / "lite.db")):
        place = Place(tmp_path / ("milvus" if milvus else "local"), milvus=milvus)
        ingest(sorted(BUNDLED.glob("*.txt")), place)
        assistant = Assistant(Library.open(place))
        questions = [case.turns[-1] for case in parse_cases(GOLD)[::8]]
        answers.append([comparable(answer_json(assistant.answer(question))) for question in questions])
    assert len(answers[0]) > 40
    assert answers[0] == answers[1]
    assert sum(bool(answer["citations"]) for answer in answers[0]) > 30


def comparable(answer: dict[str, Any]) -> dict[str, Any]:
    """What an answer says, without what differs from time to time."""
    return {name: value for name, value in answer.items() if name not in ("id", "conversation_id", "timings_ms")}
