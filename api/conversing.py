"""Asking within a conversation: the one path that HTTP, OpenAI, MCP and the command line take to an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import uuid4

from api.workspace import Workspace
from assistant import Assistant
from assistant.types import Answer, Turn
from index.library import EVERY_DOCUMENT
from index.types import Filters

# A history that the client keeps is asked again, turn by turn; older turns than these no longer matter to a follow-up.
REPLAYED_TURNS = 6


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its circumstances. `history` holds the user's earlier questions, oldest first, for clients
    that keep their own conversation; a stored conversation takes precedence."""

    question: str
    conversation_id: str | None = None
    filters: Filters = EVERY_DOCUMENT
    language: Literal["auto", "zh", "en"] = "auto"
    history: tuple[str, ...] = ()


def converse(workspace: Workspace, asked: Asked) -> Answer:
    """The answer, kept as the conversation's next turn. Raises a LibraryError where nothing can be answered from."""
    conversation_id = asked.conversation_id or uuid4().hex
    stored = workspace.conversations.turns(asked.conversation_id, last=workspace.turns) if asked.conversation_id else ()
    answer = workspace.collection.whole(
        lambda opened: opened.assistant.answer(
            asked.question,
            conversation_id=conversation_id,
            turns=stored or replayed(opened.assistant, asked),
            filters=asked.filters,
            language=asked.language,
        )
    )
    workspace.conversations.append(conversation_id, Turn(asked.question, answer))
    workspace.answered(answer)
    return answer


def replayed(assistant: Assistant, asked: Asked) -> list[Turn]:
    """The turns that these questions had, with their answers' records and citations, which no transcript carries."""
    turns: list[Turn] = []
    # Their wording is of no use to anybody: no language model is asked for it.
    for question in asked.history[-REPLAYED_TURNS:]:
        turns.append(Turn(question, assistant.answer(question, turns=turns, filters=asked.filters, offline=True)))
    return turns
