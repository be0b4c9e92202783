"""Every error is a problem document of a kind that the server explains."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.problems import KINDS
from api.settings import Settings
from assistant import Assistant
from index.place import DEFAULT


@pytest.mark.parametrize(
    ("method", "address", "status", "kind"),
    [
        ("GET", "/nowhere", 404, "not-found"),
        ("GET", "/v1/nowhere", 404, "not-found"),
        ("GET", "/static/../app.py", 404, "not-found"),
        ("PUT", "/v1/ask", 405, "method-not-allowed"),
        ("GET", "/v1/search", 422, "invalid-request"),
        ("GET", "/v1/search?q=%20", 422, "invalid-request"),
        ("GET", "/v1/search?q=问&limit=101", 422, "invalid-request"),
        ("GET", "/v1/conversations/unknown", 404, "unknown-conversation"),
        ("GET", "/problems/unknown-kind", 404, "not-found"),
    ],
)
def test_an_error_names_its_kind_and_what_to_do(
    client: TestClient, method: str, address: str, status: int, kind: str
) -> None:
    """The document has type, title, status and a detail that ends as a sentence does."""
    response = client.request(method, address)
    problem = response.json()
    assert (response.status_code, problem["type"]) == (status, f"/problems/{kind}")
    assert problem["status"] == status
    assert problem["title"]
    assert problem["detail"].endswith(".")
    assert client.get(problem["type"]).json()["title"] == KINDS[kind].title


def test_an_empty_collection_is_told_as_such(tmp_path: Path) -> None:
    """Not ready, nothing to answer from, and a list without documents; the process itself is well."""
    with TestClient(create_app(Settings(data=tmp_path))) as client:
        assert client.get("/healthz").json() == {"status": "ok"}
        assert client.get("/readyz").status_code == 503
        assert client.post("/v1/ask", json={"question": "谁牵头?"}).json()["type"] == "/problems/not-ready"
        assert client.get("/v1/documents").json() == {"documents": [], "total": 0, "next": None}


def test_a_server_with_documents_is_ready(client: TestClient) -> None:
    """Readiness names the generation and the model that answer."""
    ready = client.get("/readyz").json()
    assert ready["status"] == "ready"
    assert ready["generation"]
    assert ready["model"]


def test_a_server_is_ready_when_first_questions_wait_for_nothing(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What they need is read before readiness is told, once, and no failure there keeps the server from answering."""
    read: list[Assistant] = []

    def failing(assistant: Assistant) -> None:
        read.append(assistant)
        raise ValueError

    monkeypatch.setattr(Assistant, "prepare", failing)
    collection = client.app.state.gate.workspaces[DEFAULT].collection  # type: ignore[attr-defined]
    monkeypatch.setattr(collection, "_prepared", False)
    assert [client.get("/readyz").status_code for _ in range(2)] == [200, 200]
    assert read == [collection.opened().assistant]


def test_no_page_may_load_from_elsewhere(client: TestClient) -> None:
    """Every response carries the policy, without any inline exception, and is never sniffed."""
    for address in ("/", "/v1/documents", "/nowhere", "/widget.js", "/healthz"):
        headers = client.get(address).headers
        assert "default-src 'none'" in headers["content-security-policy"], address
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_the_widget_is_for_any_origin(client: TestClient) -> None:
    """One script that hosts on other origins may load."""
    response = client.get("/widget.js")
    assert response.headers["content-type"].startswith("text/javascript")
    assert response.headers["access-control-allow-origin"] == "*"
    assert "zhengwen-chat" in response.text
