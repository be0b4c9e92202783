"""Asking within a conversation: the one path that HTTP, OpenAI, MCP and the command line take to an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal
from uuid import uuid4

from api.workspace import Workspace
from assistant import Assistant
from assistant.types import Answer, Turn
from index.errors import UnknownDocument
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
    assistant = workspace.collection.assistant
    turns: Sequence[Turn] = ()
    if asked.conversation_id:
        turns = workspace.conversations.turns(asked.conversation_id, last=workspace.turns)
    if not turns and asked.history:
        turns = replayed(assistant, asked)
    conversation_id = asked.conversation_id or uuid4().hex
    circumstances: Any = {"conversation_id": conversation_id, "turns": turns, "filters": asked.filters}
    try:
        answer = assistant.answer(asked.question, language=asked.language, **circumstances)
    except UnknownDocument:
        # A document was removed while its task was about to be quoted: without it, then.
        assistant = workspace.collection.opened(wait=True).assistant
        answer = assistant.answer(asked.question, language=asked.language, **circumstances)
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
