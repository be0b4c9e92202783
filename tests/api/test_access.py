"""Keys, scopes and collections: who is let in where, and what a refusal tells."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.access import COLLECTION_HEADER, Rates
from api.app import create_app
from api.keys import Key, KeyRefused, Keys, Scope
from api.problems import Problem
from api.settings import Settings
from index.build import ingest

# Every route that shows or changes a collection, with what opens it.
ROUTES: list[tuple[str, str, Scope]] = [
    ("POST", "/v1/ask", "ask"),
    ("POST", "/v1/chat/completions", "ask"),
    ("GET", "/v1/models", "ask"),
    ("GET", "/v1/models/zhengwen", "ask"),
    ("GET", "/v1/conversations/0", "ask"),
    ("DELETE", "/v1/conversations/0", "ask"),
    ("POST", "/v1/feedback", "ask"),
    ("GET", "/v1/search?q=冷链", "read"),
    ("GET", "/v1/tasks", "read"),
    ("GET", "/v1/documents", "read"),
    ("GET", "/v1/documents/secret-plan", "read"),
    ("GET", "/v1/documents/secret-plan/text", "read"),
    ("GET", "/v1/documents/secret-plan/original", "read"),
    ("DELETE", "/v1/documents/secret-plan", "manage"),
    ("POST", "/v1/documents", "manage"),
    ("GET", "/v1/jobs/0", "manage"),
    ("GET", "/metrics", "manage"),
    ("POST", "/mcp", "ask"),
]
BODIES = {
    "/v1/ask": {"question": "保密方案由谁牵头?"},
    "/v1/chat/completions": {"messages": [{"role": "user", "content": "保密方案由谁牵头?"}]},
    "/v1/feedback": {"answer_id": "0", "rating": "up"},
}
SECRET = "保密方案\n\n一、由市密码局牵头，2023年9月底前完成绝密工程。\n"


@dataclass(frozen=True, slots=True)
class Served:
    """A server with two collections: the default one, and `secret` with a document of its own."""

    client: TestClient
    keys: Keys
    tokens: dict[str, str]

    def request(self, method: str, address: str, token: str | None, **headers: str) -> Any:
        """A response to a request with this key."""
        if token:
            headers["Authorization"] = f"Bearer {token}"
        body = BODIES.get(address)
        return self.client.request(method, address, json=body, headers=headers)


@pytest.fixture(scope="module")
def served(texts: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The server, with a key for each collection, one for all, and one for a web page."""
    folder = tmp_path_factory.mktemp("two")
    (folder / "secret-plan.txt").write_text(SECRET, "utf-8")
    ingest([texts], folder / "data")
    ingest([folder / "secret-plan.txt"], folder / "data" / "collections" / "secret")
    keys = Keys(folder / "data" / "keys.json")
    everything: tuple[Scope, ...] = ("ask", "read", "manage")
    tokens = {
        "default": keys.add("office", everything, "default")[1],
        "secret": keys.add("cipher bureau", everything, "secret")[1],
        "operator": keys.add("operator", everything, "*")[1],
        "asker": keys.add("asker", ("ask",), "default")[1],
        "reader": keys.add("reader", ("read",), "default")[1],
        "page": keys.add("page", ("ask", "read"), "default", ["https://www.example.org"])[1],
    }
    with TestClient(
        create_app(Settings(data=folder / "data", rate_wrong_keys="")), raise_server_exceptions=False
    ) as client:
        yield Served(client, keys, tokens)


@pytest.mark.parametrize(("method", "address", "scope"), ROUTES)
def test_no_route_opens_without_a_valid_key(served: Served, method: str, address: str, scope: Scope) -> None:
    """No key, a malformed one, an unknown one and one with a wrong secret: 401, and the same words for each."""
    genuine = served.tokens["default"]
    wrong = genuine[:-1] + ("A" if genuine[-1] != "A" else "B")
    missing = served.request(method, address, None)
    assert (missing.status_code, missing.json()["type"]) == (401, "/problems/key-required")
    assert missing.headers["www-authenticate"] == "Bearer"
    refusals = [served.request(method, address, token) for token in ("nonsense", f"zw_00000000_{'a' * 43}", wrong)]
    assert {(refusal.status_code, refusal.text) for refusal in refusals} == {(401, refusals[0].text)}
    assert all("secret" not in refusal.text and "密码局" not in refusal.text for refusal in refusals)


@pytest.mark.parametrize(("method", "address", "scope"), ROUTES)
def test_a_key_opens_its_own_collection_only(served: Served, method: str, address: str, scope: Scope) -> None:
    """With another collection's name the answer is 403, the same whether that collection exists or not."""
    told = [
        served.request(method, address, served.tokens["default"], **{COLLECTION_HEADER: name}).text
        for name in ("secret", "no-such-collection")
    ]
    assert told[0] == told[1]
    response = served.request(method, address, served.tokens["default"], **{COLLECTION_HEADER: "secret"})
    assert (response.status_code, response.json()["type"]) == (403, "/problems/forbidden")


@pytest.mark.parametrize(("method", "address", "scope"), ROUTES)
def test_a_key_does_what_its_scopes_say(served: Served, method: str, address: str, scope: Scope) -> None:
    """A key that may only ask, or only read, is refused everywhere else."""
    for name, own in (("asker", "ask"), ("reader", "read")):
        response = served.request(method, address, served.tokens[name])
        refused = response.status_code == 403
        assert refused == (scope != own or address == "/mcp"), (name, response.text)


def test_one_collection_never_shows_in_the_other(served: Served) -> None:
    """Neither answers, nor search, nor tasks, nor lists, nor texts leak; with its own key each is there."""
    own, other = served.tokens["secret"], served.tokens["default"]
    assert "市密码局" in served.request("POST", "/v1/ask", own).json()["answer"]
    assert served.request("GET", "/v1/documents/secret-plan/text", own).text == SECRET
    for method, address, scope in ROUTES:
        if method == "GET" or scope == "ask":
            assert "密码局" not in served.request(method, address, other).text, address
    assert served.request("GET", "/v1/documents/secret-plan", other).status_code == 404
    assert served.request("DELETE", "/v1/documents/secret-plan", other).status_code == 404
    assert served.request("GET", "/v1/documents/secret-plan", own).status_code == 200


def test_conversations_stay_in_their_collection(served: Served) -> None:
    """The id of a conversation is unknown elsewhere, also to somebody who learnt it."""
    address = (
        f"/v1/conversations/{served.request('POST', '/v1/ask', served.tokens['secret']).json()['conversation_id']}"
    )
    assert served.request("GET", address, served.tokens["secret"]).status_code == 200
    assert served.request("GET", address, served.tokens["default"]).status_code == 404


def test_an_operators_key_names_the_collection(served: Served) -> None:
    """A key for all collections works in the default one, in a named one, and learns that one does not exist."""
    token = served.tokens["operator"]
    assert served.request("GET", "/v1/documents/secret-plan", token).status_code == 404
    named = served.request("GET", "/v1/documents/secret-plan", token, **{COLLECTION_HEADER: "secret"})
    assert named.status_code == 200
    unknown = served.request("GET", "/v1/documents", token, **{COLLECTION_HEADER: "../secret"})
    assert unknown.json()["type"] == "/problems/unknown-collection"


def test_a_page_key_works_from_its_pages_only(served: Served) -> None:
    """The origin decides, and browsers are told so; other origins and no origin are refused."""
    token = served.tokens["page"]
    good = served.request("POST", "/v1/ask", token, Origin="https://www.example.org")
    assert good.status_code == 200
    assert good.headers["access-control-allow-origin"] == "https://www.example.org"
    for headers in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {}):
        refused = served.request("POST", "/v1/ask", token, **headers)
        assert refused.status_code == 403
        assert "access-control-allow-origin" not in refused.headers
    preflight = {"Origin": "https://www.example.org", "Access-Control-Request-Method": "POST"}
    assert served.client.options("/v1/ask", headers=preflight).status_code == 200
    refused = served.client.options("/v1/ask", headers={**preflight, "Origin": "https://evil.example"})
    assert refused.status_code == 400


def test_an_upload_without_a_key_is_refused_before_it_is_read(served: Served) -> None:
    """Nothing of a stranger's body is kept."""
    response = served.client.post("/v1/documents", files=[("files", ("a.txt", io.BytesIO(b"1")))])
    assert response.status_code == 401


def test_liveness_and_pages_need_no_key(served: Served) -> None:
    """What shows no document stays open, for load balancers and for people who have yet to enter their key."""
    for address in ("/healthz", "/readyz", "/widget.js"):
        assert served.client.get(address).status_code == 200


def test_a_revoked_key_stops_at_once_and_the_server_stays_closed(shared_data: Path, tmp_path: Path) -> None:
    """Also when it was the last one."""
    keys = Keys(tmp_path / "keys.json")
    with TestClient(create_app(Settings(data=tmp_path))) as client:
        assert client.get("/v1/documents").status_code == 200
        key, token = keys.add("office", ("read",), "default")
        bearer = {"Authorization": f"Bearer {token}"}
        assert client.get("/v1/documents").status_code == 401
        assert client.get("/v1/documents", headers=bearer).status_code == 200
        keys.revoke(key.id)
        assert client.get("/v1/documents", headers=bearer).status_code == 401
        assert client.get("/v1/documents").status_code == 401


def test_no_secret_is_kept(tmp_path: Path) -> None:
    """The file holds a hash and is readable by its owner only."""
    keys = Keys(tmp_path / "keys.json")
    _, token = keys.add("office", ("read",), "default")
    assert token.rsplit("_", 1)[1] not in (tmp_path / "keys.json").read_text()
    assert (tmp_path / "keys.json").stat().st_mode & 0o077 == 0
    assert keys.find(token) is not None


def test_a_key_that_would_be_unsafe_is_refused(tmp_path: Path) -> None:
    """A public key never manages, and an origin is no address."""
    keys = Keys(tmp_path / "keys.json")
    with pytest.raises(KeyRefused, match="must not manage"):
        keys.add("page", ("manage",), "default", ["https://www.example.org"])
    with pytest.raises(KeyRefused, match="no origin"):
        keys.add("page", ("ask",), "default", ["https://www.example.org/page"])
    with pytest.raises(KeyRefused, match="no key has the id"):
        keys.revoke("00000000")


def test_too_many_requests_are_told_to_wait(tmp_path: Path) -> None:
    """A key's rate and, for a public key, its visitors' each have their limit."""
    keys = Keys(tmp_path / "keys.json")
    key, _ = keys.add("office", ("ask",), "default")
    page, _ = keys.add("page", ("ask",), "default", ["https://www.example.org"])
    rates = Rates("3/minute", "1/minute", "", "memory://")
    for address in ("a", "a", "b"):
        rates.count(key, address)
    with pytest.raises(Problem) as refusal:
        rates.count(key, "c")
    assert refusal.value.headers is not None
    assert 1 <= int(refusal.value.headers["Retry-After"]) <= 60
    rates.count(page, "a")
    rates.count(page, "b")
    with pytest.raises(Problem):
        rates.count(page, "a")
    unlimited = Rates("", "", "", "memory://")
    for _ in range(1000):
        unlimited.count(key, "a")


def test_guessing_keys_is_slowed_down(tmp_path: Path, shared_data: Path) -> None:
    """After many wrong keys from one address the answer is 429."""
    Keys(tmp_path / "keys.json").add("office", ("read",), "default")
    with TestClient(create_app(Settings(data=tmp_path))) as client:
        wrong = {"Authorization": f"Bearer zw_00000000_{'a' * 43}"}
        statuses = [client.get("/v1/documents", headers=wrong).status_code for _ in range(40)]
    assert statuses[0] == 401
    assert statuses[-1] == 429


def test_a_foreign_page_changes_nothing_on_an_open_server(client: TestClient) -> None:
    """Browsers send some requests without asking first; those are refused by their origin."""
    upload = [("files", ("a.txt", io.BytesIO(b"1")))]
    response = client.post("/v1/documents", files=upload, headers={"Origin": "https://evil.example"})
    assert (response.status_code, response.json()["type"]) == (403, "/problems/forbidden")


def test_only_own_host_names_are_answered_to(shared_data: Path) -> None:
    """A name that was made to point here is refused."""
    app = create_app(Settings(data=shared_data, hosts=("localhost", "::1")))
    with TestClient(app) as client:
        assert client.get("/healthz", headers={"Host": "localhost:8000"}).status_code == 200
        assert client.get("/healthz", headers={"Host": "[::1]:8000"}).status_code == 200
        for host in ("evil.example", "[::1", ""):
            assert client.get("/healthz", headers={"Host": host}).status_code == 400


def test_a_key_is_a_value(tmp_path: Path) -> None:
    """What is read back equals what was made."""
    keys = Keys(tmp_path / "keys.json")
    made: list[Key] = [keys.add(name, ("ask",), "default")[0] for name in ("a", "b")]
    assert list(Keys(tmp_path / "keys.json").all()) == made
