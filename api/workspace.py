"""Everything the server holds for one collection: its documents, its conversations, its uploads."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from api.collection import Collection
from api.conversations import Conversations
from api.jobs import Jobs
from index.journal import Journal


@dataclass(frozen=True, slots=True)
class Workspace:
    """One collection with what belongs to it; `turns` is how many earlier turns a follow-up may look back on."""

    folder: Path
    collection: Collection
    journal: Journal
    conversations: Conversations
    jobs: Jobs
    turns: int


def open_workspace(folder: Path, model: str | None = None, turns: int = 20) -> Workspace:
    """The workspace in `folder`, made where there is none. Raises FolderNotWritable."""
    journal = Journal.open(folder)
    return Workspace(folder, Collection(folder, model), journal, Conversations(journal), Jobs(folder, journal), turns)
