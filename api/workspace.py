"""Everything the server holds for one collection, and the collections of one server."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass
from pathlib import Path

from api.collection import Collection
from api.conversations import Conversations
from api.jobs import Jobs
from index.journal import Journal

DEFAULT = "default"
NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}")


@dataclass(frozen=True, slots=True)
class Workspace:
    """One collection with what belongs to it; `turns` is how many earlier turns a follow-up may look back on."""

    name: str
    folder: Path
    collection: Collection
    journal: Journal
    conversations: Conversations
    jobs: Jobs
    turns: int


def open_workspace(folder: Path, model: str | None = None, turns: int = 20, name: str = DEFAULT) -> Workspace:
    """The workspace in `folder`, made where there is none. Raises FolderNotWritable."""
    journal = Journal.open(folder)
    return Workspace(
        name, folder, Collection(folder, model), journal, Conversations(journal), Jobs(folder, journal), turns
    )


class Workspaces:
    """The collections under one data folder: the default one in the folder itself, the others in `collections/NAME`.

    Nothing is shared between them: each has its index, its documents, its conversations and its uploads.
    """

    def __init__(self, folder: Path, model: str | None = None, turns: int = 20) -> None:
        """Opens the default collection at once. Raises FolderNotWritable."""
        self.folder, self._model, self._turns = folder, model, turns
        self._open = {DEFAULT: open_workspace(folder, model, turns)}
        self._opening = threading.Lock()

    def names(self) -> list[str]:
        """The collections there are, the default one first."""
        inside = self.folder / "collections"
        others = sorted(path.name for path in inside.iterdir()) if inside.is_dir() else []
        return [DEFAULT, *(name for name in others if NAME.fullmatch(name) and (inside / name).is_dir())]

    def __getitem__(self, name: str) -> Workspace:
        """The collection of this name, which exists."""
        found = self.find(name)
        if found is None:
            raise LookupError(f"no collection {name!r}")
        return found

    def find(self, name: str) -> Workspace | None:
        """The collection of this name, or None."""
        if name not in self._open and name in self.names():
            with self._opening:
                if name not in self._open:
                    folder = collection_folder(self.folder, name)
                    self._open[name] = open_workspace(folder, self._model, self._turns, name)
        return self._open.get(name)


def collection_folder(folder: Path, name: str) -> Path:
    """Where the collection of this name stands under the data folder."""
    return folder if name == DEFAULT else folder / "collections" / name
