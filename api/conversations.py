"""Conversations as they are kept: each turn with its whole answer, so that a reloaded page shows the same."""

from __future__ import annotations

from assistant.types import Turn
from index.journal import Journal
from index.serialise import from_json, to_json


class Conversations:
    """The turns in a collection's journal, by conversation. An id is a capability: who knows it may read and go on."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def turns(self, conversation_id: str, last: int | None = None) -> tuple[Turn, ...]:
        """The turns, oldest first; only the `last` ones where that is given; none for an unknown conversation."""
        bodies = self._journal.turns(conversation_id)
        return tuple(from_json(Turn, body) for body in (bodies[-last:] if last else bodies))

    def append(self, conversation_id: str, turn: Turn) -> None:
        """Keeps a turn as the conversation's newest."""
        self._journal.append_turn(conversation_id, to_json(Turn, turn))

    def remove(self, conversation_id: str) -> bool:
        """Forgets a conversation; whether there was one."""
        return self._journal.remove_conversation(conversation_id)
