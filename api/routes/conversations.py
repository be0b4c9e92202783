"""Conversations as they were, and what readers think of answers."""

from __future__ import annotations

from datetime import UTC, datetime

from fastapi import APIRouter
from starlette.responses import JSONResponse, Response

from api.problems import Problem
from api.routes import PROBLEM, Asking
from api.schemas import ConversationId, ConversationOut, FeedbackIn, FeedbackOut
from assistant.types import answer_json
from index.journal import Feedback

router = APIRouter(prefix="/v1", tags=["conversations"], responses=PROBLEM)


@router.get("/conversations/{conversation_id}", response_model=None, responses={200: {"model": ConversationOut}})
def conversation(conversation_id: ConversationId, here: Asking) -> Response:
    """The turns with their answers and citations, oldest first."""
    turns = here.conversations.turns(conversation_id)
    if not turns:
        raise unknown(conversation_id)
    return JSONResponse(
        {
            "id": conversation_id,
            "turns": [{"question": turn.question, "answer": answer_json(turn.answer)} for turn in turns],
        }
    )


@router.delete("/conversations/{conversation_id}", status_code=204)
def forget(conversation_id: ConversationId, here: Asking) -> None:
    """Forgets a conversation."""
    if not here.conversations.remove(conversation_id):
        raise unknown(conversation_id)


@router.post("/feedback", status_code=201, response_model=None, responses={201: {"model": FeedbackOut}})
def feedback(body: FeedbackIn, here: Asking) -> Response:
    """Keeps a reader's word on an answer."""
    here.journal.add_feedback(Feedback(body.answer_id, body.rating, body.comment, datetime.now(UTC)))
    return JSONResponse({"answer_id": body.answer_id, "rating": body.rating}, 201)


def unknown(conversation_id: str) -> Problem:
    """The problem of an id that no conversation has."""
    return Problem(
        "unknown-conversation",
        f"No conversation has the id {conversation_id!r}; leave conversation_id out of /v1/ask to start one.",
    )
