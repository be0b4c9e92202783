"""Several processes over one PostgreSQL: servers that hold no state, and workers that lose nothing when one dies."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import httpx
import psutil
import pytest

from api.jobs import ATTEMPTS, Jobs
from index.database import open_database
from index.journal import Journal
from index.library import Library
from index.place import Place
from index.types import Query
from tests.api.processes import COMMAND, Start, end, finished, served, settings, starting, until

NOTICE = "青川市商务局关于开展冷链统计的通知\n\n一、由市统计局牵头，2023年10月底前完成冷链统计。\n"


@pytest.fixture
def place(tmp_path: Path, database: str) -> Place:
    """A folder and a database that all processes share."""
    return Place(tmp_path / "shared", database=database)


@pytest.fixture
def environment(place: Place) -> dict[str, str]:
    """The settings of every process."""
    return settings(place)


@pytest.fixture
def start(environment: dict[str, str]) -> Iterator[Start]:
    """Starts commands, which are ended with the test."""
    with starting(environment) as start:
        yield start


@pytest.fixture
def server(start: Start) -> Callable[[], httpx.Client]:
    """Starts a server process; a client of it."""
    return partial(served, start)


def test_two_servers_are_one(server: Callable[[], httpx.Client]) -> None:
    """What is uploaded through one is found and its job seen through the other; conversations, Idempotency-Keys and
    feedback go on there; a document removed through one is gone from the other."""
    with server() as first, server() as second:
        sent = {"files": ("statistics.txt", NOTICE.encode())}
        uploaded = first.post("/v1/documents", files=sent, headers={"Idempotency-Key": "once"}).json()
        again = second.post("/v1/documents", files=sent, headers={"Idempotency-Key": "once"}).json()
        assert again["id"] == uploaded["id"]
        job = finished(second, uploaded)
        assert [file["document_id"] for file in job["files"]] == ["statistics"]
        answer = second.post("/v1/ask", json={"question": "冷链统计由谁牵头?"}).json()
        assert "市统计局" in answer["answer"]
        follow_up = {"question": "那什么时候完成?", "conversation_id": answer["conversation_id"]}
        assert "2023年10月" in first.post("/v1/ask", json=follow_up).json()["answer"]
        for client in (first, second):
            turns = client.get(f"/v1/conversations/{answer['conversation_id']}").json()["turns"]
            assert [turn["question"] for turn in turns] == ["冷链统计由谁牵头?", "那什么时候完成?"]
        assert first.get("/v1/documents/statistics/original").content == NOTICE.encode()
        assert second.delete("/v1/documents/statistics").status_code == 204
        assert first.get("/v1/documents/statistics").status_code == 404


def test_a_key_made_on_one_host_works_on_all(server: Callable[[], httpx.Client], environment: dict[str, str]) -> None:
    """From the first key on every server needs one, and a revoked one stops within a second."""
    with server() as client:
        assert client.get("/v1/documents").status_code == 200
        made = subprocess.run(
            [*COMMAND, "keys", "add", "office", "--scope", "read"], env=environment, capture_output=True, text=True
        )
        token = made.stdout.strip()
        until(lambda: client.get("/v1/documents").status_code == 401, 5)
        allowed = {"Authorization": f"Bearer {token}"}
        assert client.get("/v1/documents", headers=allowed).status_code == 200
        subprocess.run([*COMMAND, "keys", "revoke", token[3:11]], env=environment, check=True)
        until(lambda: client.get("/v1/documents", headers=allowed).status_code == 401, 5)


def notices(folder: Path, count: int) -> list[Path]:
    """So many documents, each with a sentence that no other has, and some of the same name in other folders."""
    for number in range(count):
        place = folder / f"{number % 5}"
        place.mkdir(parents=True, exist_ok=True)
        text = f"青川市第{number}号通知\n\n一、由第{number}办公室牵头，安排资金{number + 1000}万元。\n" * 20
        (place / f"notice-{number // 5}.txt").write_text(text, encoding="utf-8")
    return sorted(folder.rglob("*.txt"))


# How many jobs are being done; and from which ports those connect who hold the collection to write to it.
DOING = "SELECT count(*) FROM procrastinate_jobs WHERE status = 'doing'"
WRITING = """SELECT client_port FROM pg_locks JOIN pg_stat_activity USING (pid)
 WHERE locktype = 'advisory' AND mode = 'ExclusiveLock' AND granted AND datname = current_database()
 AND application_name = 'zhengwen'"""


def ports(process: subprocess.Popen[str]) -> set[int]:
    """The ports that a process connects from."""
    return {connection.laddr.port for connection in psutil.Process(process.pid).net_connections("tcp")}


@pytest.mark.parametrize("moment", ["reading", "writing"])
def test_four_workers_lose_nothing_when_one_is_killed(tmp_path: Path, place: Place, start: Start, moment: str) -> None:
    """Every document lands exactly once, in rows and index alike, whether the worker that dies reads or writes."""
    files = notices(tmp_path / "files", 160)
    journal = Journal.open(place)
    ingestion = start("ingest", "--queue", str(tmp_path / "files"), "--json")
    workers = [start("worker") for _ in range(4)]

    def found(query: str) -> list[int]:
        with journal._engine.connect() as connection:
            return [row[0] for row in connection.exec_driver_sql(query)]

    until(lambda: found(DOING) == [4])
    victims = workers[:1]

    def writer() -> bool:
        victims[:] = [worker for worker in workers if ports(worker) & set(found(WRITING))]
        return bool(victims)

    if moment == "writing":
        until(writer)
    end(victims[0])
    assert found(DOING)[0] >= 1
    output, _ = ingestion.communicate(timeout=180)
    assert ingestion.returncode == 0, output
    report = json.loads(output[output.index("{") :])
    assert sorted(file["path"] for file in report["files"]) == sorted(map(str, files))
    assert {file["outcome"] for file in report["files"]} <= {"added", "unchanged"}
    library = Library.open(place)
    documents = library.documents()
    assert len(documents) == len(files)
    assert len({document.digest for document in documents}) == len(files)
    assert sorted(source.path for source in library._store.sources()) == sorted(map(str, files))
    listed = [passage.id for document in documents for passage in library.passages(document.id)]
    assert len(listed) == len(set(listed)) == len(library._passages)
    for number in (0, 79, 159):
        best = library.search_passages(Query(f"第{number}办公室安排资金{number + 1000}万元"), 3)
        assert any(f"第{number}办公室" in library.passage(hit.id).text for hit in best)
    assert found(DOING) == [0]
    library.close()
    journal.close()


def test_a_job_that_always_kills_its_worker_is_reported(place: Place, environment: dict[str, str]) -> None:
    """After the last attempt it fails with its reason, and the jobs behind it are done."""
    journal = Journal.open(place)
    jobs = Jobs(place, journal)
    place.folder.mkdir(exist_ok=True)
    (place.folder / "good.txt").write_text(NOTICE, encoding="utf-8")
    bomb, good = jobs.queue([place.folder / "bomb.txt"]), jobs.queue([place.folder / "good.txt"])
    jobs.keep(type(bomb)(**{name: getattr(bomb, name) for name in bomb.__slots__} | {"attempts": ATTEMPTS}))
    subprocess.run([*COMMAND, "worker", "--drain"], env=environment, check=True, timeout=120)
    failed, done = jobs.find(bomb.id), jobs.find(good.id)
    assert failed is not None
    assert done is not None
    assert (failed.status, done.status) == ("failed", "done")
    assert "broken off" in (failed.files[0].reason or "")
    assert done.files[0].document_id == "good"
    journal.close()


@pytest.mark.parametrize("arguments", [["worker"], ["ingest", "--queue", "."]])
def test_without_postgresql_there_is_no_queue(tmp_path: Path, arguments: list[str]) -> None:
    """One line that names the setting."""
    shown = subprocess.run(
        [*COMMAND, *arguments, "--data", str(tmp_path)],
        env={name: value for name, value in os.environ.items() if name != "ZHENGWEN_DATABASE"},
        capture_output=True,
        text=True,
    )
    assert shown.returncode == 1
    assert "ZHENGWEN_DATABASE" in shown.stderr
    assert len(shown.stderr.splitlines()) == 1


def test_the_doctor_knows_the_database(place: Place, environment: dict[str, str]) -> None:
    """Which server and revision; unreachable, where it should be and what to do, and never the password."""
    open_database(place).dispose()
    shown = subprocess.run([*COMMAND, "doctor", "--json"], env=environment, capture_output=True, text=True)
    found = {finding["subject"]: finding for finding in json.loads(shown.stdout)}["database"]
    assert found["fine"], found
    assert "PostgreSQL 1" in found["report"]
    gone = environment | {"ZHENGWEN_DATABASE": "postgresql://officer:hidden-word@127.0.0.1:1/documents"}
    shown = subprocess.run([*COMMAND, "doctor", "--json"], env=gone, capture_output=True, text=True)
    found = {finding["subject"]: finding for finding in json.loads(shown.stdout)}["database"]
    assert not found["fine"]
    assert "officer@127.0.0.1:1/documents" in found["report"]
    assert "ZHENGWEN_DATABASE" in found["report"]
    other = gone | {"ZHENGWEN_DATABASE": "mysql://u:hidden-word@h/d"}
    wrong = subprocess.run([*COMMAND, "doctor"], env=other, capture_output=True, text=True)
    assert wrong.returncode == 2
    assert "ZHENGWEN_DATABASE" in wrong.stderr
    assert "hidden" not in shown.stdout + shown.stderr + wrong.stdout + wrong.stderr
