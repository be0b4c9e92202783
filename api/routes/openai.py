"""The OpenAI-compatible way in: chat completions whose citations are `url_citation` annotations.

Existing clients and chat front ends work with the address `/v1` and a key of this server. Parameters that steer a
language model (temperature, tools) are taken and change nothing: answers are made from the documents' words.
"""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator, Iterator
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Request
from fastapi.sse import format_sse_event
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import JSONResponse, Response

from api.conversing import Asked, converse
from api.problems import Problem, from_exception
from api.routes import PROBLEM, Asking
from api.streaming import MARKER, EventStream, pieces
from api.workspace import Workspace
from assistant.types import Answer

router = APIRouter(prefix="/v1", tags=["openai"], responses=PROBLEM)
MODEL = "zhengwen"
EXAMPLE = "Who leads the 免税牌照 application?"


class Part(BaseModel):
    """A part of a message; only text is read."""

    type: str
    text: str = ""


class ChatMessage(BaseModel):
    """One message; what the assistant, tools or a developer said is not read, only questions are."""

    model_config = ConfigDict(extra="ignore")

    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: str | list[Part] | None = None

    @property
    def text(self) -> str:
        """The message's text without outer white space."""
        if isinstance(self.content, list):
            return "\n".join(part.text for part in self.content if part.type == "text").strip()
        return (self.content or "").strip()


class StreamOptions(BaseModel):
    """What a stream should hold besides the answer."""

    include_usage: bool = False


class ChatIn(BaseModel):
    """A chat completion request; the last user message is the question, the earlier ones its conversation."""

    model_config = ConfigDict(
        extra="ignore",
        json_schema_extra={"examples": [{"model": MODEL, "messages": [{"role": "user", "content": EXAMPLE}]}]},
    )

    model: Annotated[str, Field(max_length=200)] = MODEL
    messages: Annotated[list[ChatMessage], Field(min_length=1, max_length=1000)]
    stream: bool = False
    stream_options: StreamOptions | None = None
    n: Annotated[int, Field(ge=1, le=1)] = 1


class ModelOut(BaseModel):
    """A model in the list."""

    id: str
    object: Literal["model"]
    created: int
    owned_by: str


class ModelsOut(BaseModel):
    """The models that can be asked for."""

    object: Literal["list"]
    data: list[ModelOut]


@router.get("/models", response_model=None, responses={200: {"model": ModelsOut}})
async def models(here: Asking) -> Response:
    """The one model there is: this server's documents."""
    return JSONResponse({"object": "list", "data": [model_json()]})


@router.get("/models/{model}", response_model=None, responses={200: {"model": ModelOut}})
async def model(model: Annotated[str, Path(pattern=r"^[A-Za-z0-9._-]{1,100}$")], here: Asking) -> Response:
    """A model by its name."""
    if model != MODEL:
        raise Problem("not-found", f"There is one model, {MODEL!r}.")
    return JSONResponse(model_json())


@router.post(
    "/chat/completions",
    response_model=None,
    responses={
        200: {
            "description": "an OpenAI chat completion, or its chunks as Server-Sent Events",
            "content": {
                "application/json": {"schema": {"type": "object"}},
                "text/event-stream": {},
            },
        }
    },
)
async def complete(body: ChatIn, request: Request, here: Asking) -> Response:
    """Answers the last user message in the light of the earlier ones."""
    asked, base = question_of(body), str(request.base_url)
    if body.stream:
        usage = body.stream_options is not None and body.stream_options.include_usage
        return EventStream(chunks(here, asked, base, usage))
    answer = await here.answering.run(lambda: converse(here, asked))
    message = {
        "role": "assistant",
        "content": answer.answer,
        "refusal": None,
        "annotations": url_citations(answer, base),
    }
    choice = {"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}
    return JSONResponse({**head(answer.id, "chat.completion"), "choices": [choice], "usage": usage_of(asked, answer)})


def question_of(body: ChatIn) -> Asked:
    """The last message as the question, the user's earlier ones as its history."""
    last = body.messages[-1]
    if last.role != "user":
        raise Problem("invalid-request", "The last message must be the user's question.")
    if not 1 <= len(last.text) <= 2000:
        raise Problem("invalid-question", "Send a question of 1 to 2000 characters that is not blank.")
    earlier = [message.text for message in body.messages[:-1] if message.role == "user"]
    return Asked(last.text, history=tuple(text for text in earlier if 1 <= len(text) <= 2000))


async def chunks(here: Workspace, asked: Asked, base: str, usage: bool) -> AsyncIterator[bytes]:
    """The answer's chunks: the role, the text piece by piece, the annotations with the last of it, [DONE]."""
    try:
        answer = await here.answering.run(lambda: converse(here, asked))
    except Exception as error:
        problem = from_exception(error)
        yield data({"error": {"message": problem.detail, "type": problem.kind.name, "code": problem.kind.status}})
        return
    for chunk in chunk_bodies(answer, base):
        yield data({**head(answer.id, "chat.completion.chunk"), **chunk})
    if usage:
        yield data({**head(answer.id, "chat.completion.chunk"), "choices": [], "usage": usage_of(asked, answer)})
    yield b"data: [DONE]\n\n"


def chunk_bodies(answer: Answer, base: str) -> Iterator[dict[str, Any]]:
    """What each chunk holds besides its head."""
    deltas: list[dict[str, Any]] = [{"role": "assistant", "content": ""}]
    deltas += [{"content": piece} for piece in pieces(answer.answer)]
    deltas.append({"annotations": url_citations(answer, base)})
    for delta in deltas:
        yield {"choices": [{"index": 0, "delta": delta, "finish_reason": None, "logprobs": None}]}
    yield {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop", "logprobs": None}]}


def url_citations(answer: Answer, base: str) -> list[dict[str, Any]]:
    """One `url_citation` for every marker in the text; start and end say where the marker stands (code points)."""
    citations = {str(citation.marker): citation for citation in answer.citations}
    return [
        {
            "type": "url_citation",
            "url_citation": {
                "start_index": mark.start(),
                "end_index": mark.end(),
                "title": citations[mark[1]].title,
                "url": base.rstrip("/") + citations[mark[1]].url,
                "quote": citations[mark[1]].quote,
            },
        }
        for mark in MARKER.finditer(answer.answer)
        if mark[1] in citations
    ]


def head(answer_id: str, kind: str) -> dict[str, Any]:
    """What every completion and chunk begins with."""
    return {"id": f"chatcmpl-{answer_id}", "object": kind, "created": int(time.time()), "model": MODEL}


def usage_of(asked: Asked, answer: Answer) -> dict[str, int]:
    """Characters where others count tokens: no language model has read anything."""
    said, read = len(answer.answer), len(asked.question)
    return {"prompt_tokens": read, "completion_tokens": said, "total_tokens": read + said}


def model_json() -> dict[str, Any]:
    """The one model."""
    return {"id": MODEL, "object": "model", "created": 0, "owned_by": MODEL}


def data(value: dict[str, Any]) -> bytes:
    """An event as OpenAI clients read it: data without a name."""
    return format_sse_event(data_str=json.dumps(value, ensure_ascii=False))
