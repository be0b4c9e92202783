"""Where a collection stands: one value, so that a backend that stands elsewhere is another field of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

DEFAULT = "default"
NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a collection stands: its folder, its name among the collections of one server, which tells it apart where
    several share a service, the address of the PostgreSQL database that keeps its rows (empty: SQLite in the folder),
    and the address of the Milvus server that holds its index (empty: FAISS and tantivy in the folder). Addresses may
    hold passwords: they are never shown."""

    folder: Path
    name: str = DEFAULT
    database: str = field(default="", repr=False)
    milvus: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        if not NAME.fullmatch(self.name):
            raise ValueError(f"{self.name!r} is no name for a collection: use a-z, 0-9, - and _, 63 at most")

    @classmethod
    def of_folder(cls, folder: Path, database: str = "", milvus: str = "") -> Place:
        """Where the collection in a folder stands; one in `collections/NAME` is the server's of that name."""
        inside = folder.parent.name == "collections" and NAME.fullmatch(folder.name)
        return cls(folder, folder.name if inside else DEFAULT, database, milvus)

    def collection(self, name: str) -> Place:
        """Where the collection of this name stands on the server whose default collection stands here."""
        return self if name == DEFAULT else replace(self, folder=self.folder / "collections" / name, name=name)


def place_of(where: Path | Place) -> Place:
    """A place as it is; a folder as the place of the collection that stands in it alone."""
    return where if isinstance(where, Place) else Place(where)
