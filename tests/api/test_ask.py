"""POST /v1/ask: one answer as JSON or as events."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from index.build import remove
from index.library import Library
from index.types import Hit, Query

QUESTION = "冷链骨干基地由谁牵头, 什么时候建成?"


def events_of(text: str) -> list[tuple[str, Any]]:
    """The events of a stream; comments are left out."""
    events = []
    for block in text.replace("\r\n", "\n").split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines() if not line.startswith(":"))
        if fields:
            events.append((fields["event"], json.loads(fields["data"])))
    return events


def test_an_answer_has_the_shape_of_the_contract_and_quotes_the_text(client: TestClient) -> None:
    """The answer names lead and deadline, and each quote is exactly what stands at its offsets."""
    answer = client.post("/v1/ask", json={"question": QUESTION}).raise_for_status().json()
    assert answer["status"] == "answered"
    assert "市发展改革委" in answer["answer"]
    assert "2023年9月" in answer["answer"]
    assert answer["question"] == QUESTION
    assert answer["citations"]
    for citation in answer["citations"]:
        text = client.get(f"/v1/documents/{citation['document_id']}/text").text
        assert text[citation["start"] : citation["end"]] == citation["quote"]
        assert f"[{citation['marker']}]" in answer["answer"]


@pytest.mark.parametrize(
    "asking",
    [
        {"json": {"question": QUESTION, "stream": True}},
        {"json": {"question": QUESTION}, "headers": {"Accept": "text/event-stream"}},
    ],
)
def test_a_stream_says_the_same_as_the_json(client: TestClient, asking: dict[str, Any]) -> None:
    """Search comes first, the deltas join to the answer, every citation is sent once, done comes last."""
    response = client.post("/v1/ask", **asking)
    assert response.headers["content-type"].startswith("text/event-stream")
    events = events_of(response.text)
    assert events[0][0] == "search"
    assert events[0][1]["results"]
    assert events[-1][0] == "done"
    answer = events[-1][1]
    assert "".join(value["text"] for name, value in events if name == "delta") == answer["answer"]
    assert [value for name, value in events if name == "citation"] == answer["citations"]
    plain = client.post("/v1/ask", json={"question": QUESTION}).json()
    assert {key: answer[key] for key in ("answer", "status", "citations")} == {
        key: plain[key] for key in ("answer", "status", "citations")
    }


def test_json_is_the_default_where_both_are_accepted(client: TestClient) -> None:
    """A client that accepts anything gets JSON."""
    for accept in ("*/*", "application/json, text/event-stream", "text/html"):
        response = client.post("/v1/ask", json={"question": QUESTION}, headers={"Accept": accept})
        assert response.headers["content-type"] == "application/json", accept


@pytest.mark.parametrize("question", ["", "   ", "问" * 2001, "问" * 3000])
def test_an_empty_or_long_question_is_one_clear_problem(client: TestClient, question: str) -> None:
    """1 to 2000 characters, white space around it apart; the problem says so."""
    response = client.post("/v1/ask", json={"question": question})
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert problem["type"] == "/problems/invalid-question"
    assert "1 to 2000 characters" in problem["detail"]


def test_the_longest_question_is_taken(client: TestClient) -> None:
    """2000 characters are not too many."""
    assert client.post("/v1/ask", json={"question": "问" * 2000}).status_code == 200


@pytest.mark.parametrize(
    ("content", "status", "kind"),
    [
        (b"{", 400, "malformed-json"),
        (b'"question"', 422, "invalid-request"),
        (b"{}", 422, "invalid-question"),
        (b'{"question": 7}', 422, "invalid-question"),
        (b'{"question": "\\ud800"}', 422, "invalid-question"),
        ('{"question": "问", "language": "fr"}'.encode(), 422, "invalid-request"),
        ('{"question": "问", "filters": {"issued_from": "soon"}}'.encode(), 422, "invalid-request"),
        ('{"question": "问", "conversation_id": "../../etc"}'.encode(), 422, "invalid-request"),
        (b"\xff\xfe", 400, "malformed-json"),
        (b'{"question": "' + b"a" * (1 << 20) + b'"}', 413, "upload-too-large"),
    ],
)
def test_bad_input_is_a_problem_and_never_a_failure(client: TestClient, content: bytes, status: int, kind: str) -> None:
    """Whatever is sent, the answer is a problem document that names its kind."""
    response = client.post("/v1/ask", content=content, headers={"Content-Type": "application/json"})
    assert (response.status_code, response.json()["type"]) == (status, f"/problems/{kind}")
    assert response.headers["content-type"] == "application/problem+json"


def test_a_conversation_is_kept_and_two_do_not_mix(client: TestClient) -> None:
    """A follow-up looks back on its own conversation only, and a reloaded page shows the same turns."""
    first = client.post("/v1/ask", json={"question": "冷链骨干基地由谁牵头?"}).json()
    other = client.post("/v1/ask", json={"question": "进口水果检验检疫专用场所由谁牵头?"}).json()
    assert first["conversation_id"] != other["conversation_id"]
    follow_up = {"question": "那什么时候完成?", "conversation_id": first["conversation_id"]}
    second = client.post("/v1/ask", json=follow_up).json()
    assert second["conversation_id"] == first["conversation_id"]
    assert "2023年9月" in second["answer"]
    elsewhere = client.post("/v1/ask", json={**follow_up, "conversation_id": other["conversation_id"]}).json()
    assert "2024年6月" in elsewhere["answer"]
    kept = client.get(f"/v1/conversations/{first['conversation_id']}").json()
    assert [turn["answer"] for turn in kept["turns"]] == [first, second]


def test_a_forgotten_conversation_is_gone(client: TestClient) -> None:
    """After DELETE the turns cannot be read, and a second DELETE finds nothing."""
    address = f"/v1/conversations/{client.post('/v1/ask', json={'question': QUESTION}).json()['conversation_id']}"
    assert client.delete(address).status_code == 204
    assert client.get(address).json()["type"] == "/problems/unknown-conversation"
    assert client.delete(address).status_code == 404


def test_a_client_may_keep_its_own_history(client: TestClient) -> None:
    """The history's questions give a follow-up what it refers to."""
    history = [{"role": "user", "content": "冷链骨干基地由谁牵头?"}, {"role": "assistant", "content": "..."}]
    answer = client.post("/v1/ask", json={"question": "那什么时候完成?", "history": history}).json()
    assert "2023年9月" in answer["answer"]


def test_filters_bound_the_answer(client: TestClient) -> None:
    """With a filter no other document is cited, whatever it says."""
    body = {"question": QUESTION, "filters": {"document_ids": ["qingchuan-reply"]}}
    answer = client.post("/v1/ask", json=body).json()
    assert {citation["document_id"] for citation in answer["citations"]} <= {"qingchuan-reply"}
    assert "市发展改革委" not in answer["answer"]


def test_feedback_is_kept(client: TestClient) -> None:
    """A rating with a comment is taken; another word is not."""
    answer = client.post("/v1/ask", json={"question": QUESTION}).json()
    body = {"answer_id": answer["id"], "rating": "down", "comment": "应写全称"}
    assert client.post("/v1/feedback", json=body).status_code == 201
    assert client.post("/v1/feedback", json={**body, "rating": "meh"}).status_code == 422


@pytest.mark.parametrize(
    "asking",
    [
        ("GET", "/v1/search", {"params": {"q": "冷链骨干基地"}}),
        ("POST", "/v1/ask", {"json": {"question": "保障措施包括哪几个方面?"}}),
        ("POST", "/v1/ask", {"json": {"question": "保障措施包括哪几个方面?", "stream": True}}),
    ],
)
def test_a_document_that_is_removed_while_it_is_asked_about_is_left_out(
    own_client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asking: tuple[str, str, dict[str, Any]]
) -> None:
    """What was found of it can no longer be quoted: the answer is the one without it, not a failure."""
    own_client.get("/readyz").raise_for_status()  # what is read ahead in another thread has been read
    find = Library.search_passages
    removed: list[str] = []

    def found_and_removed(library: Library, *arguments: Any) -> list[Hit]:
        hits = find(library, *arguments)
        if not removed:
            removed.append(remove(["qingchuan-plan"], tmp_path / "data"))
            find(library, Query("园区"), 1)  # what was kept of passages in memory goes with the generation
        return hits

    monkeypatch.setattr(Library, "search_passages", found_and_removed)
    method, address, options = asking
    response = own_client.request(method, address, **options).raise_for_status()
    assert removed
    assert "event: error" not in response.text
    assert "qingchuan-plan" not in response.text
