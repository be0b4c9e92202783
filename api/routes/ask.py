"""Asking, as one JSON answer or as events."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from fastapi import APIRouter, Header
from starlette.responses import JSONResponse, Response

from api.conversing import Asked, converse
from api.negotiation import preferred
from api.problems import from_exception
from api.routes import PROBLEM, Asking
from api.routes.search import found_passages
from api.schemas import AnswerOut, AskIn
from api.streaming import EventStream, answer_events, event
from api.workspace import Workspace
from assistant.types import Answer, answer_json

router = APIRouter(prefix="/v1", tags=["ask"], responses=PROBLEM)
# What the `search` event shows of the passages that were found.
SHOWN_PASSAGES = 8


@router.post(
    "/ask",
    responses={
        200: {
            "model": AnswerOut,
            "description": "the answer; as `text/event-stream` the events search, delta, citation, done or error",
            "content": {"text/event-stream": {}},
        }
    },
)
async def ask(body: AskIn, here: Asking, accept: str = Header("*/*", include_in_schema=False)) -> Response:
    """One answer with its citations; with `stream` or `Accept: text/event-stream` as Server-Sent Events."""
    asked = Asked(
        body.question,
        body.conversation_id,
        body.filters.filters(),
        body.language,
        tuple(message.content for message in body.history if message.role == "user" and message.content.strip()),
    )
    if body.stream or preferred(accept, ("application/json", "text/event-stream")) == "text/event-stream":
        return EventStream(events(here, asked))
    return JSONResponse(await here.answering.run(lambda: answer_json(converse(here, asked))))


async def events(here: Workspace, asked: Asked) -> AsyncIterator[bytes]:
    """The answer's events; what goes wrong after the response began is an `error` event."""
    try:
        answer, passages = await here.answering.run(lambda: answer_with_passages(here, asked))
        yield event("search", {"query": answer.standalone_question, "results": passages})
        for part in answer_events(answer_json(answer)):
            yield part
    except Exception as error:
        yield event("error", from_exception(error).document())


def answer_with_passages(here: Workspace, asked: Asked) -> tuple[Answer, list[dict[str, Any]]]:
    """The answer and the passages that were found for it."""
    answer = converse(here, asked)
    return answer, found_passages(here.collection, answer.standalone_question, SHOWN_PASSAGES, asked.filters)
