"""The whole product with its index on Milvus: commands, a server shared by processes, the answers of the gold set."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from corpus.catalogue import BUNDLED
from eval.cases import parse_cases
from eval.respondents import InProcess
from index.build import ingest
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


def test_processes_share_a_milvus_server(
    milvus_server: str, texts: Path, tmp_path: Path, finished_job: Callable[[TestClient, str], dict[str, Any]]
) -> None:
    """Two application servers and the commands see each other's changes with the next question; an upload is read by a
    process that finds the server too."""
    data = tmp_path / "data"
    zhengwen("ingest", texts, "--data", data, milvus=milvus_server)
    settings = Settings(data=data, milvus=milvus_server)
    with TestClient(create_app(settings)) as here, TestClient(create_app(settings)) as there:
        for client in (here, there):
            assert "qingchuan-stat" not in found(client)
        response = here.post("/v1/documents", files={"files": ("qingchuan-stat.txt", NOTICE.encode())})
        job = finished_job(here, response.json()["url"])
        assert job["status"] == "done", job
        for client in (here, there):
            answer = client.post("/v1/ask", json={"question": "冷链统计由谁牵头，什么时候完成？"}).text
            assert cited(answer) == {"qingchuan-stat"}, answer
        zhengwen("documents", "remove", "qingchuan-stat", "--data", data, milvus=milvus_server)
        for client in (here, there):
            assert found(client) == {"qingchuan-plan", "qingchuan-reply"}


def found(client: TestClient) -> set[str]:
    """The documents of all passages that are found."""
    answer = client.get("/v1/search", params={"q": "市统计局牵头完成冷链统计", "limit": 100}).raise_for_status()
    return {hit["document_id"] for hit in answer.json()["results"]}


def test_answers_are_the_same_on_both_backends(tmp_path: Path) -> None:
    """Every development case of the gold set, each a conversation: same words, same records, same citations."""
    cases = [case for case in parse_cases(GOLD) if case.split == "dev"]
    answers: list[list[dict[str, Any]]] = []
    for milvus in ("", str(tmp_path / "lite.db")):
        place = Place(tmp_path / ("milvus" if milvus else "local"), milvus=milvus)
        ingest(sorted(BUNDLED.glob("*.txt")), place)
        respondent = InProcess.open(place)
        answers.append([])
        for case in cases:
            ask = respondent.conversation()
            answers[-1] += [comparable(ask(question)) for question in case.turns]
    assert len(answers[0]) > len(cases) > 150
    assert answers[0] == answers[1]
    assert sum(bool(answer["citations"]) for answer in answers[0]) > 120


def comparable(answer: Mapping[str, Any]) -> dict[str, Any]:
    """What an answer says, without what differs from time to time."""
    return {name: value for name, value in answer.items() if name not in ("id", "conversation_id", "timings_ms")}
