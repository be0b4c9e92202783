"""Two server processes that share one PostgreSQL and one Milvus server, and hold nothing themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest

from corpus.catalogue import BUNDLED
from eval.cases import parse_cases
from eval.respondents import InProcess
from index.build import ingest
from index.place import Place
from tests.api.processes import finished, served, settings, starting

GOLD = Path(__file__).parents[2] / "eval" / "gold" / "bundled.jsonl"
NOTICE = "青川市商务局关于开展冷链统计的通知\n\n一、由市统计局牵头，2023年10月底前完成冷链统计。\n"
SAMPLED = 5  # every fifth case; all of them are asked of Milvus in test_milvus_backend.py
QUESTION = "冷链统计由谁牵头？"


@pytest.fixture
def place(tmp_path: Path, database: str, milvus_server: str) -> Place:
    """A collection with its rows in PostgreSQL and its index on Milvus; the folder keeps originals."""
    return Place(tmp_path / "shared", database=database, milvus=milvus_server)


@pytest.fixture
def servers(place: Place) -> Iterator[tuple[httpx.Client, httpx.Client]]:
    """Clients of the two servers."""
    with ExitStack() as until_the_end:
        start = until_the_end.enter_context(starting(settings(place)))
        yield until_the_end.enter_context(served(start)), until_the_end.enter_context(served(start))


def uploaded(client: httpx.Client, name: str, content: bytes) -> str:
    """The id of a document, once it can be asked for."""
    response = client.post("/v1/documents", files={"files": (name, content)}).raise_for_status()
    job = finished(client, response.json())
    assert job["status"] == "done", job
    found: str = job["files"][0]["document_id"]
    return found


def asked(client: httpx.Client, question: str, **more: str) -> dict[str, Any]:
    """The answer."""
    found: dict[str, Any] = client.post("/v1/ask", json={"question": question, **more}).raise_for_status().json()
    return found


def test_a_document_that_comes_or_goes_at_one_does_so_at_both(
    servers: tuple[httpx.Client, httpx.Client], place: Place
) -> None:
    """It is cited word for word by the other with the next question, and gone from it with the next after a removal:
    from answers, search, records and the list; the servers keep no index and no database of their own."""
    here, there = servers
    others = listed(here)
    assert others == listed(there), "the bundled documents"
    name = uploaded(here, "statistics.txt", NOTICE.encode())
    for client in (there, here):
        answer = asked(client, QUESTION)
        assert "市统计局" in answer["answer"]
        assert {citation["document_id"] for citation in answer["citations"]} == {name}
        for citation in answer["citations"]:
            text = client.get(f"/v1/documents/{name}/text").raise_for_status().text
            assert text[citation["start"] : citation["end"]] == citation["quote"]
        assert found(client, "冷链统计") == {name, *others}
        assert [row["lead_units"] for row in ledger(client, "冷链统计")] == [["市统计局"]]
        assert listed(client) == {name, *others}
    assert there.delete(f"/v1/documents/{name}").status_code == 204
    for client in (here, there):
        answer = asked(client, QUESTION)
        assert "市统计局" not in answer["answer"]
        assert name not in {citation["document_id"] for citation in answer["citations"]}
        assert found(client, "冷链统计") == others
        assert ledger(client, "冷链统计") == []
        assert listed(client) == others
        assert client.get(f"/v1/documents/{name}/text").status_code == 404
    assert {path.name for path in place.folder.iterdir()} == {"originals", "uploads"}


def listed(client: httpx.Client) -> set[str]:
    """All documents."""
    return {document["id"] for document in client.get("/v1/documents").raise_for_status().json()["documents"]}


def found(client: httpx.Client, words: str) -> set[str]:
    """The documents of all passages that are found."""
    answer = client.get("/v1/search", params={"q": words, "limit": 100}).raise_for_status().json()
    return {hit["document_id"] for hit in answer["results"]}


def ledger(client: httpx.Client, words: str) -> list[dict[str, Any]]:
    """The rows of the task ledger with these words."""
    rows: list[dict[str, Any]] = client.get("/v1/tasks", params={"q": words}).raise_for_status().json()["tasks"]
    return rows


def test_a_conversation_goes_on_at_the_other(servers: tuple[httpx.Client, httpx.Client]) -> None:
    """What a follow-up leaves out is what was asked at the first, and both know all turns."""
    here, there = servers
    uploaded(there, "statistics.txt", NOTICE.encode())
    answer = asked(here, QUESTION)
    follow_up = asked(there, "那什么时候完成？", conversation_id=answer["conversation_id"])
    assert "2023年10月" in follow_up["answer"]
    assert follow_up["citations"]
    for client in servers:
        turns = client.get(f"/v1/conversations/{answer['conversation_id']}").raise_for_status().json()["turns"]
        assert [turn["question"] for turn in turns] == [QUESTION, "那什么时候完成？"]


def test_answers_are_those_of_one_machine(
    servers: tuple[httpx.Client, httpx.Client], place: Place, tmp_path: Path
) -> None:
    """A sample of the gold set's conversations, whose turns go to one server and the other by turns: same words, same
    records, same citations as from SQLite, tantivy and FAISS in one process."""
    documents = sorted(BUNDLED.glob("*.txt"))
    ingest(documents, place)
    ingest(documents, tmp_path / "alone")
    alone = InProcess.open(tmp_path / "alone")
    cases = [case for case in parse_cases(GOLD) if case.split == "dev"][::SAMPLED]
    cited = 0
    for number, case in enumerate(cases):
        expected = alone.conversation()
        at_which = {"conversation_id": ""}
        for turn, question in enumerate(case.turns):
            client = servers[(number + turn) % 2]
            answer = asked(client, question, **{name: value for name, value in at_which.items() if value})
            at_which["conversation_id"] = answer["conversation_id"]
            assert comparable(answer) == comparable(expected(question)), question
            cited += bool(answer["citations"])
    assert cited > 20


def comparable(answer: Mapping[str, Any]) -> dict[str, Any]:
    """What an answer says, without what differs from time to time."""
    return {name: value for name, value in answer.items() if name not in ("id", "conversation_id", "timings_ms")}
