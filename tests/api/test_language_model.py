"""A language model in the settings: who asks it, what the operator is told, and that nobody else needs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from pydantic import ValidationError

from api.app import create_app
from api.doctor import diagnose
from api.language_model import language_model
from api.settings import Settings
from tests.assistant.model_server import ModelServer, Raw

QUESTION = "冷链骨干基地由谁牵头, 什么时候建成?"
KEY = "sk-secret-of-the-office"


def wording(statement: str) -> str:
    """The statement in another order, as a model that keeps to the rules gives it."""
    said, marker = statement.removesuffix("[1]").rstrip("。"), "[1]"
    first, _, rest = said.rpartition("，")
    return f"{rest}，{first}。{marker}"


@pytest.fixture
def server() -> Iterator[ModelServer]:
    """A language model that keeps to the rules."""
    with ModelServer(lambda data: "\n".join(map(wording, data.get("statements", ["好"])))).running() as made:
        yield made


@pytest.fixture
def settings(server: ModelServer, shared_data: Path) -> Settings:
    """Settings that name the model."""
    return Settings(data=shared_data, llm_url=server.url, llm_model="m", llm_key=KEY, llm_seconds=3)


@pytest.fixture
def with_model(settings: Settings) -> Iterator[TestClient]:
    """A client of an application whose answers the model words."""
    with TestClient(create_app(settings)) as made:
        yield made


def test_the_answer_is_worded_and_streamed(with_model: TestClient, client: TestClient, server: ModelServer) -> None:
    """As JSON, as events whose deltas add up to it, and to OpenAI clients; only what was checked is sent."""
    offline = client.post("/v1/ask", json={"question": QUESTION}).json()
    answer = with_model.post("/v1/ask", json={"question": QUESTION}).json()
    assert answer["answer"] == wording(offline["answer"]) != offline["answer"]
    assert answer["citations"] == offline["citations"]
    stream = with_model.post("/v1/ask", json={"question": QUESTION, "stream": True}).text
    events = [block.split("\n") for block in stream.strip().split("\n\n")]
    told = [(lines[0].removeprefix("event: "), json.loads(lines[1].removeprefix("data: "))) for lines in events]
    assert "".join(value["text"] for name, value in told if name == "delta") == answer["answer"]
    assert told[-1][0] == "done"
    assert told[-1][1]["answer"] == answer["answer"]
    body = {"model": "zhengwen", "messages": [{"role": "user", "content": QUESTION}]}
    completion = with_model.post("/v1/chat/completions", json=body).json()
    assert completion["choices"][0]["message"]["content"] == answer["answer"]


def test_a_stalling_model_still_lets_the_stream_end(with_model: TestClient, server: ModelServer) -> None:
    """The offline answer comes as events too."""
    server.script = lambda _: Raw(*[b" "] * 100, seconds=0.1)
    stream = with_model.post("/v1/ask", json={"question": QUESTION, "stream": True}).text
    assert "event: done" in stream
    assert "市发展改革委" in stream


def test_a_replayed_history_is_not_worded(with_model: TestClient, server: ModelServer) -> None:
    """Of a conversation that the client keeps only the new answer is for anybody to read."""
    history = [{"role": "user", "content": "冷链骨干基地由谁牵头?"}]
    answer = with_model.post("/v1/ask", json={"question": "那什么时候完成?", "history": history}).json()
    assert "2023年9月" in answer["answer"]
    assert len(server.asked) == 1


def test_starting_asks_no_model(with_model: TestClient, server: ModelServer) -> None:
    """The first answer, which warms the server up, is nobody's."""
    assert with_model.get("/readyz").status_code == 200
    assert not server.asked


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"llm_url": "127.0.0.1:11434", "llm_model": "m"}, "llm_url"),
        ({"llm_url": "http://me:secret@127.0.0.1/v1", "llm_model": "m"}, "llm_url"),
        ({"llm_url": "http://127.0.0.1:11434/v1"}, "llm_model"),
        ({"llm_url": "http://127.0.0.1:11434/v1", "llm_model": "m", "llm_seconds": 0}, "llm_seconds"),
    ],
)
def test_a_wrong_setting_is_refused_by_name(given: dict[str, object], named: str) -> None:
    """No address, a password in it, no model, no time."""
    with pytest.raises(ValidationError) as refusal:
        Settings(**given)  # type: ignore[arg-type]
    assert refusal.value.errors()[0]["loc"] == (named,)


def finding(settings: Settings) -> tuple[bool, str]:
    """What the doctor says of the wording."""
    (found,) = (one for one in diagnose(settings) if one.subject == "wording")
    return found.fine, found.report


def test_the_doctor_tries_the_model_and_never_shows_the_key(settings: Settings, server: ModelServer) -> None:
    """Fine when it answers; otherwise what failed and which settings to look at."""
    assert finding(Settings(data=settings.data)) == (True, "none: answers are worded offline")
    fine, report = finding(settings)
    assert fine, report
    assert report.startswith(f"m at {server.url} answers")
    for raw, said in ((Raw(f"bad key {KEY}".encode(), status=401), "status 401"), (Raw(), "says nothing")):
        server.script = lambda _, raw=raw: raw  # type: ignore[misc]
        fine, report = finding(settings)
        assert not fine
        assert said in report
        assert "ZHENGWEN_LLM_MODEL" in report
        assert KEY not in report
    assert KEY not in repr(settings)


def test_without_its_extra_the_model_is_refused_and_not_ignored(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence that says what to install."""
    monkeypatch.setattr("api.language_model.find_spec", lambda _: None)
    fine, report = finding(settings)
    assert not fine
    assert "pip install 'zhengwen[llm]'" in report
    assert language_model(Settings(data=settings.data)) is None


def test_offline_answers_do_not_import_the_client(shared_data: Path, server: ModelServer) -> None:
    """Whoever sets no address needs no `openai`; with one, the command line is answered by it too."""
    code = (
        "import sys; from api.cli import app; "
        f"app(['ask', {QUESTION!r}, '--data', {str(shared_data)!r}], standalone_mode=False); "
        "print('openai' in sys.modules)"
    )
    for model, imported in (({}, "False"), ({"ZHENGWEN_LLM_URL": server.url, "ZHENGWEN_LLM_MODEL": "m"}, "True")):
        shown = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, **model}
        )
        assert shown.stdout.splitlines()[-1] == imported
    assert len(server.asked) == 1
