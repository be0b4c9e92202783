"""Everything the server holds for one collection, and the collections of one server."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from api.answering import Answering, places_to_answer
from api.collection import Collection
from api.conversations import Conversations
from api.jobs import Jobs
from assistant.types import Answer
from assistant.wording.rewording import LanguageModel
from index.database import collections
from index.journal import Journal
from index.place import DEFAULT, NAME, Place


@dataclass(frozen=True, slots=True)
class Workspace:
    """One collection with what belongs to it; `turns` is how many earlier turns a follow-up may look back on,
    `answered` is told of every answer, and `answering` runs what computes them, for all collections of a server."""

    place: Place
    collection: Collection
    journal: Journal
    conversations: Conversations
    jobs: Jobs
    turns: int
    answered: Callable[[Answer], None]
    answering: Answering

    @property
    def name(self) -> str:
        """The collection's name."""
        return self.place.name


def open_workspace(
    place: Place,
    model: str | None = None,
    turns: int = 20,
    answered: Callable[[Answer], None] = lambda _: None,
    language_model: LanguageModel | None = None,
    reranker: str | None = None,
    answering: Answering | None = None,
) -> Workspace:
    """The workspace at `place`, made where there is none. Raises FolderNotWritable."""
    journal = Journal.open(place)
    conversations, jobs = Conversations(journal), Jobs(place, journal)
    answering = answering or Answering(places_to_answer(language_model=language_model is not None))
    collection = Collection(place, model, language_model, reranker)
    return Workspace(place, collection, journal, conversations, jobs, turns, answered, answering)


class Workspaces:
    """The collections under one data folder: the default one in the folder itself, the others in `collections/NAME`.

    Nothing is shared between them: each has its index, its documents, its conversations and its uploads.
    """

    def __init__(self, place: Place, opening: Callable[[Place], Workspace]) -> None:
        """Opens the default collection, at `place`, at once; `opening` makes the workspace at a place."""
        self.place, self._workspace = place, opening
        self._open = {DEFAULT: opening(place)}
        self._opening = threading.Lock()

    def opened(self) -> list[Workspace]:
        """The collections that are in use."""
        return list(self._open.values())

    def names(self) -> list[str]:
        """The collections there are, the default one first."""
        if self.place.database:
            return [DEFAULT, *(name for name in collections(self.place) if name != DEFAULT)]
        inside = self.place.folder / "collections"
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
                    self._open[name] = self._workspace(self.place.collection(name))
        return self._open.get(name)
