"""The generations of a collection's index, and the originals of its documents.

A generation is complete before the database names it, and never changes after that. What the database does not name is
rubbish of a process that died, or a generation that a reader may still be opening.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from index.database import locked, name_of
from index.errors import FolderNotWritable, IndexElsewhere, IndexMismatch
from index.local import LocalIndex, copy_index, create_index
from index.place import Place, place_of
from index.types import Embedder, EntryIndex

PASSAGES = "passages"
RECORDS = "records"
WAIT_SECONDS = 600


@dataclass(frozen=True, slots=True)
class Generation:
    """One generation: its name, and the indexes of its passages and of its task records."""

    name: str
    passages: EntryIndex
    records: EntryIndex


class Generations(Protocol):
    """Where the generations of one collection are kept."""

    def open(self, name: str) -> Generation:
        """The generation of this name, for reading. Raises IndexMismatch for another model or format, IndexDamaged."""

    def next(self, current: str | None) -> Generation:
        """What holds the same as the `current` generation (nothing for None) and may be changed before it is named;
        readers of the current one see nothing of the changes."""

    def empty(self, current: str | None) -> Generation:
        """What holds nothing and takes the place of the `current` generation, of whatever model, when it is named."""

    def settle(self, *kept: str | None) -> None:
        """Clears everything but these generations away, where that can be done at once."""


class LocalGenerations:
    """Generations on this machine: `index/00000007/` in the collection's folder is one."""

    def __init__(self, place: Place, embedder: Embedder) -> None:
        self._place, self._inside, self._embedder = place, place.folder / "index", embedder

    def open(self, name: str) -> Generation:
        """As promised by Generations. Raises IndexElsewhere when the database belongs to another folder."""
        if name.startswith("milvus_"):
            raise IndexMismatch(self._inside.parent, "an index on", "Milvus", "this machine (ZHENGWEN_MILVUS is empty)")
        folder = self._inside / name
        if self._place.database and not folder.exists():
            raise IndexElsewhere(self._place.folder, name, name_of(self._place))
        return Generation(
            name, LocalIndex(folder / PASSAGES, self._embedder), LocalIndex(folder / RECORDS, self._embedder)
        )

    def next(self, current: str | None) -> Generation:
        """A copy that shares its files with the current generation."""
        if current is None:
            return self.empty(None)
        name = self._cleared_for(current)
        for kind in (PASSAGES, RECORDS):
            copy_index(self._inside / current / kind, self._inside / name / kind)
        return self.open(name)

    def empty(self, current: str | None) -> Generation:
        """A folder of its own beside the current generation's."""
        name = self._cleared_for(current)
        for kind in (PASSAGES, RECORDS):
            create_index(self._inside / name / kind, self._embedder)
        return self.open(name)

    def _cleared_for(self, current: str | None) -> str:
        """The name after the current one's, with nothing left of a process that died."""
        self.settle(current)
        name = f"{number_after(current):08d}"
        # A writer that lost its hold with its connection may still be writing: they never write the same files.
        return f"{name}-{secrets.token_hex(4)}" if self._place.database else name

    def settle(self, *kept: str | None) -> None:
        """Removes the folders of all others."""
        for path in self._inside.glob("*"):
            if path.name not in kept:
                shutil.rmtree(path, ignore_errors=True)


def number_after(current: str | None) -> int:
    """The number of the generation after this one, on whatever backend it stands."""
    return int(current.rpartition("_")[2].partition("-")[0]) + 1 if current else 1


def generations_of(place: Place, embedder: Embedder) -> Generations:
    """Where the generations of the collection are kept. Raises MilvusUnavailable."""
    if place.milvus:
        from index.milvus_generations import MilvusGenerations

        return MilvusGenerations(place, embedder)
    return LocalGenerations(place, embedder)


def originals_folder(folder: Path) -> Path:
    """Where copies of the ingested files are kept, each named by the digest of its bytes."""
    return folder / "originals"


@contextmanager
def writing(where: Path | Place) -> Iterator[None]:
    """Holds the collection for one writing process, on whatever host it runs.

    In PostgreSQL, where writers hold it briefly, it waits for the others. Raises CollectionBusy, FolderNotWritable,
    DatabaseUnreachable.
    """
    place = place_of(where)
    try:
        place.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderNotWritable(place.folder, error.strerror or str(error)) from error
    with locked(place, wait=WAIT_SECONDS if place.database else 0):
        yield


def clear_originals(folder: Path, kept: Collection[str]) -> None:
    """Clears all originals but these away."""
    for file in originals_folder(folder).glob("*"):
        if file.name not in kept:
            file.unlink(missing_ok=True)


def keep_original(folder: Path, path: Path, digest: str) -> str:
    """Copies a file to the originals, whole or not at all; the name of the copy."""
    name = digest + path.suffix.lower()
    target = originals_folder(folder) / name
    if not target.exists():
        target.parent.mkdir(exist_ok=True)
        partial = target.with_name(name + ".partial")
        shutil.copyfile(path, partial)
        os.replace(partial, target)
    return name
