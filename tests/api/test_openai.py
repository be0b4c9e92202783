"""The OpenAI-compatible way in, spoken to by the official client."""

from __future__ import annotations

from typing import Any

import openai
import pytest
from fastapi.testclient import TestClient

QUESTION = "冷链骨干基地由谁牵头, 什么时候建成?"


@pytest.fixture
def official(client: TestClient) -> openai.OpenAI:
    """The official client, connected to the application; it holds every response against its own types."""
    return openai.OpenAI(
        api_key="none",
        base_url="http://testserver/v1",
        http_client=client,
        max_retries=0,
        _strict_response_validation=True,
    )


def test_a_completion_is_the_answer_with_its_citations(official: openai.OpenAI, client: TestClient) -> None:
    """The content is the answer's text; each annotation covers its marker and leads to the quoted document."""
    completion = official.chat.completions.create(model="zhengwen", messages=[{"role": "user", "content": QUESTION}])
    message = completion.choices[0].message
    assert message.content == client.post("/v1/ask", json={"question": QUESTION}).json()["answer"]
    assert completion.choices[0].finish_reason == "stop"
    assert message.content
    assert message.annotations
    for annotation in message.annotations:
        citation = annotation.url_citation
        assert message.content[citation.start_index : citation.end_index].strip("[]").isdigit()
        assert "/documents/qingchuan-plan#c=" in citation.url
        assert citation.title


def test_a_stream_adds_up_to_the_completion(official: openai.OpenAI) -> None:
    """Text, annotations, the reason why it ends, and the usage where it is asked for."""
    messages: list[openai.types.chat.ChatCompletionMessageParam] = [{"role": "user", "content": QUESTION}]
    whole = official.chat.completions.create(model="zhengwen", messages=messages)
    stream = official.chat.completions.create(
        model="zhengwen", messages=messages, stream=True, stream_options={"include_usage": True}
    )
    chunks = list(stream)
    deltas = [chunk.choices[0].delta for chunk in chunks if chunk.choices]
    assert deltas[0].role == "assistant"
    assert "".join(delta.content or "" for delta in deltas) == whole.choices[0].message.content
    assert [delta for delta in deltas if getattr(delta, "annotations", None)]
    assert [chunk.choices[0].finish_reason for chunk in chunks if chunk.choices][-1] == "stop"
    assert chunks[-1].usage == whole.usage


def test_the_conversation_is_the_messages(official: openai.OpenAI) -> None:
    """A follow-up is understood from the user's earlier messages, parts of text included."""
    completion = official.chat.completions.create(
        model="zhengwen",
        messages=[
            {"role": "system", "content": "Answer in rhymes."},
            {"role": "user", "content": [{"type": "text", "text": "冷链骨干基地由谁牵头?"}]},
            {"role": "assistant", "content": "由市发展改革委牵头。"},
            {"role": "user", "content": "那什么时候完成?"},
        ],
    )
    assert "2023年9月" in (completion.choices[0].message.content or "")


def test_there_is_one_model(official: openai.OpenAI) -> None:
    """It is listed and found by its name; any other is not."""
    assert [model.id for model in official.models.list()] == ["zhengwen"]
    assert official.models.retrieve("zhengwen").id == "zhengwen"
    with pytest.raises(openai.NotFoundError):
        official.models.retrieve("gpt")


@pytest.mark.parametrize(
    ("role", "content", "said"),
    [
        ("user", " ", "1 to 2000 characters"),
        ("user", "问" * 2001, "1 to 2000 characters"),
        ("assistant", "嗯", "last message"),
    ],
)
def test_a_bad_question_is_the_clients_error(official: openai.OpenAI, role: Any, content: str, said: str) -> None:
    """What is no question is refused in a sentence, where this client and other front ends look for it."""
    with pytest.raises(openai.UnprocessableEntityError) as refusal:
        official.chat.completions.create(model="zhengwen", messages=[{"role": role, "content": content}])
    problem = refusal.value.response.json()
    assert said in problem["error"]["message"]
    assert problem["detail"] == problem["error"]["message"]
