"""What an operator sees: ids, lines, numbers; and what is kept out of them."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from api.app import create_app
from api.observation import JsonLines
from api.settings import Settings

QUESTION = "冷链骨干基地由谁牵头?"


def lines(caplog: pytest.LogCaptureFixture) -> list[dict[str, object]]:
    """What was logged, as it is written."""
    return [json.loads(JsonLines().format(record)) for record in caplog.records if record.name == "zhengwen"]


def test_a_request_is_one_line_with_its_id(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    """The id that the client sent, or a new one; the route's pattern, never the address with its words."""
    caplog.set_level(logging.INFO, "zhengwen")
    assert client.get("/v1/search?q=冷链", headers={"X-Request-ID": "abc-1"}).headers["x-request-id"] == "abc-1"
    made = client.get("/v1/documents/qingchuan-plan/text", headers={"X-Request-ID": "a b\tc"}).headers["x-request-id"]
    assert len(made) == 32
    first, second = lines(caplog)
    assert (first["route"], first["status"], first["method"]) == ("/v1/search", 200, "GET")
    assert second["route"] == "/v1/documents/{document_id}/text"
    assert "冷链" not in json.dumps(first, ensure_ascii=False)


@pytest.mark.parametrize("asked", [False, True])
def test_questions_are_logged_only_when_asked_for(
    shared_data: Path, caplog: pytest.LogCaptureFixture, asked: bool
) -> None:
    """ZHENGWEN_LOG_QUESTIONS decides."""
    caplog.set_level(logging.INFO, "zhengwen")
    with TestClient(create_app(Settings(data=shared_data, log_questions=asked))) as client:
        client.post("/v1/ask", json={"question": QUESTION})
    assert (QUESTION in json.dumps(lines(caplog), ensure_ascii=False)) is asked


def test_a_failure_is_logged_with_its_cause_and_told_without(
    client: TestClient, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The response has an id that leads to the line with the traceback."""
    monkeypatch.setattr("api.routes.search.renderings", lambda text: 1 / 0)
    response = client.get("/v1/search?q=冷链")
    assert (response.status_code, response.json()["type"]) == (500, "/problems/internal-error")
    assert "division" not in response.text
    assert response.headers["x-request-id"]
    assert any("ZeroDivisionError" in str(line.get("error")) for line in lines(caplog))


def test_the_numbers_count_answers_stages_and_requests(shared_data: Path) -> None:
    """Labels hold states, never ids or words."""
    with TestClient(create_app(Settings(data=shared_data))) as client:
        client.post("/v1/ask", json={"question": QUESTION})
        client.get("/v1/documents/qingchuan-plan")
        client.get("/nowhere/at/all")
        page = client.get("/metrics").text
    assert 'zhengwen_answers_total{language="zh",status="answered"} 1.0' in page
    assert 'zhengwen_answer_stage_seconds_count{stage="understand"} 1.0' in page
    assert 'zhengwen_request_seconds_count{method="GET",route="/v1/documents/{document_id}",status="200"} 1.0' in page
    assert 'zhengwen_documents{collection="default"} 2.0' in page
    assert 'zhengwen_jobs_waiting{collection="default"} 0.0' in page
    assert "nowhere" not in page


def test_requests_are_traced_by_their_route_without_their_words(client: TestClient) -> None:
    """The spans go to whatever provider the process has; no question is in them."""
    spans = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(spans))
    trace.set_tracer_provider(provider)
    client.post("/v1/ask", json={"question": QUESTION})
    found = spans.get_finished_spans()
    assert "POST /v1/ask" in {span.name for span in found}
    assert QUESTION not in "".join(span.to_json() for span in found)
