"""Everything the server holds for one collection, and the collections of one server."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from api.collection import Collection
from api.conversations import Conversations
from api.jobs import Jobs
from assistant.types import Answer
from index.journal import Journal

DEFAULT = "default"
NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}")


@dataclass(frozen=True, slots=True)
class Workspace:
    """One collection with what belongs to it; `turns` is how many earlier turns a follow-up may look back on, and
    `answered` is told of every answer."""

    name: str
    folder: Path
    collection: Collection
    journal: Journal
    conversations: Conversations
    jobs: Jobs
    turns: int
    answered: Callable[[Answer], None]


def open_workspace(
    folder: Path,
    model: str | None = None,
    turns: int = 20,
    name: str = DEFAULT,
    answered: Callable[[Answer], None] = lambda _: None,
) -> Workspace:
    """The workspace in `folder`, made where there is none. Raises FolderNotWritable."""
    journal = Journal.open(folder)
    conversations, jobs = Conversations(journal), Jobs(folder, journal)
    return Workspace(name, folder, Collection(folder, model), journal, conversations, jobs, turns, answered)


class Workspaces:
    """The collections under one data folder: the default one in the folder itself, the others in `collections/NAME`.

    Nothing is shared between them: each has its index, its documents, its conversations and its uploads.
    """

    def __init__(self, folder: Path, opening: Callable[[str, Path], Workspace]) -> None:
        """Opens the default collection at once; `opening` makes the workspace of a name in a folder."""
        self.folder, self._workspace = folder, opening
        self._open = {DEFAULT: opening(DEFAULT, folder)}
        self._opening = threading.Lock()

    def opened(self) -> list[Workspace]:
        """The collections that are in use."""
        return list(self._open.values())

    def names(self) -> list[str]:
        """The collections there are, the default one first."""
        inside = self.folder / "collections"
        others = sorted(path.name for path in inside.iterdir()) if inside.is_dir() else []
        return [DEFAULT, *(name for name in others if NAME.fullmatch(name) and (inside / name).is_dir())]

    def __getitem__(self, name: str) -> Workspace:
        """The collection of this name. Raises LookupError."""
        found = self.find(name)
        if found is None:
            raise LookupError(f"no collection {name!r}")
        return found

    def find(self, name: str) -> Workspace | None:
        """The collection of this name, or None."""
        if name not in self._open and name in self.names():
            with self._opening:
                if name not in self._open:
                    self._open[name] = self._workspace(name, collection_folder(self.folder, name))
        return self._open.get(name)


def collection_folder(folder: Path, name: str) -> Path:
    """Where the collection of this name stands under the data folder."""
    return folder if name == DEFAULT else folder / "collections" / name
