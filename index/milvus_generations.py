"""Generations on a Milvus server: all of a collection stand in the same tables, whose rows say which one they are of.

A generation's name tells in which tables it is, so that the database that names it also says where it stands:
`milvus_0123456789ab_00000007` is the seventh of the tables whose names begin with `zhengwen_0123456789ab`.
"""

from __future__ import annotations

import re
from uuid import uuid4

from index.errors import IndexMismatch
from index.generation import PASSAGES, RECORDS, Generation, LocalGenerations, number_after
from index.milvus import MilvusIndex, create_tables
from index.milvus_tables import connected
from index.place import Place
from index.types import Embedder

_NAME = re.compile(r"milvus_([0-9a-f]{12})_(\d{8})")


class MilvusGenerations:
    """The generations of one collection on a server."""

    def __init__(self, place: Place, embedder: Embedder) -> None:
        """Raises MilvusUnavailable."""
        self._server, self._place, self._embedder = connected(place.milvus), place, embedder

    def open(self, name: str) -> Generation:
        """As promised by Generations. Raises MilvusUnavailable too."""
        tables, number = self._parts(name)
        return Generation(name, self._index(tables, PASSAGES, number), self._index(tables, RECORDS, number))

    def next(self, current: str | None) -> Generation:
        """The same tables, where what is written is of the next generation. Raises MilvusUnavailable."""
        if current is None:
            return self.empty(None)
        tables, number = self._parts(current)
        for kind in (PASSAGES, RECORDS):
            self._index(tables, kind, number).undo_and_delete()
        return self.open(_name(tables, number + 1))

    def empty(self, current: str | None) -> Generation:
        """Tables of its own. Raises MilvusUnavailable."""
        tables = uuid4().hex[:12]
        for kind in (PASSAGES, RECORDS):
            create_tables(self._server, _prefix(tables, kind), self._embedder)
        return self.open(_name(tables, number_after(current)))

    def settle(self, *kept: str | None) -> None:
        """Removes what stands on this machine since before the collection came to Milvus. Rows that are gone are hidden
        at once, and deleted by the next change, when nobody reads them. Tables that a rebuilt collection left stay: a
        copy of the collection's folder may be in use somewhere, which the server does not know."""
        LocalGenerations(self._place, self._embedder).settle(*kept)

    def _parts(self, name: str) -> tuple[str, int]:
        found = _NAME.fullmatch(name)
        if found is None:
            raise IndexMismatch(self._place.folder, "an index on", "this machine", "Milvus (ZHENGWEN_MILVUS)")
        return found[1], int(found[2])

    def _index(self, tables: str, kind: str, number: int) -> MilvusIndex:
        return MilvusIndex(self._server, _prefix(tables, kind), number, self._embedder, self._place.folder)


def _name(tables: str, number: int) -> str:
    return f"milvus_{tables}_{number:08d}"


def _prefix(tables: str, kind: str) -> str:
    return f"zhengwen_{tables}_{kind}"
