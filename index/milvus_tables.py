"""Collections of a Milvus server, here called tables. The only module that imports pymilvus."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from index.errors import MilvusUnavailable

Row = dict[str, Any]
Kind = Literal["key", "integer", "real", "text", "dense", "sparse"]

ROW = "row"
"""The key of a row, an integer: given by Milvus, or by the table's owner."""
LARGEST = 16_384
"""The most rows that Milvus gives for one search."""

_ROWS_AT_ONCE = 1_000  # of 4 KB at most: far below the 64 MB that Milvus takes in one message
_KEYS_AT_ONCE = 4_000
_CONNECT_SECONDS = 10.0
_LONGEST_TEXT = 2_000  # bytes
_EDGES = 16  # of each vector in the graph; Milvus recommends 16 below 512 dimensions
_BUILD_BREADTH = 200
_SEARCH_BREADTH = 2  # how many times the wanted neighbours are looked at

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Field:
    """A column. `size` is the dimension of a dense vector; `indexed` integers are found without looking at all rows."""

    name: str
    kind: Kind
    size: int = 0
    indexed: bool = False


class Server:
    """A Milvus server, or a milvus-lite folder of this process."""

    def __init__(self, uri: str) -> None:
        """Connects. Raises MilvusUnavailable."""
        self.uri = uri
        self.shown = re.sub(r"//[^@/]*@", "//", uri)
        """The address without a password."""
        self.local = uri.endswith(".db")
        try:
            import pymilvus
        except ImportError as error:
            raise MilvusUnavailable(self.shown, f"{error}: pip install 'zhengwen[milvus]'") from error
        # What pymilvus logs it also raises, and that is told once.
        logging.getLogger("pymilvus").setLevel(logging.CRITICAL)
        logging.getLogger("milvus_lite").setLevel(logging.CRITICAL)
        self.pymilvus = pymilvus
        with self.told():
            self.client = pymilvus.MilvusClient(uri, timeout=_CONNECT_SECONDS)

    @contextmanager
    def told(self) -> Iterator[None]:
        """Errors of Milvus as MilvusUnavailable."""
        try:
            yield
        except self.pymilvus.exceptions.MilvusException as error:
            raise MilvusUnavailable(self.shown, str(error.message)) from error

    def version(self) -> str:
        """What the server says it is. Raises MilvusUnavailable."""
        with self.told():
            return str(self.client.get_server_version())


@lru_cache(maxsize=8)
def connected(uri: str) -> Server:
    """The server at this address, connected to once. Raises MilvusUnavailable."""
    return Server(uri)


class Table:
    """Rows of a few fields each, found by key, by a filter or by a vector. Raises MilvusUnavailable throughout."""

    def __init__(self, server: Server, name: str) -> None:
        self._server, self.name = server, name

    def load(self) -> bool:
        """Has the server keep the table in memory, if it does not already; whether there is one."""
        with self._server.told():
            present = bool(self._server.client.has_collection(self.name))
            if present:
                self._server.client.load_collection(self.name)
        return present

    def create(self, fields: Sequence[Field], numbered: bool = True) -> None:
        """Makes the table, ready to be filled; `numbered` ones give every row a key."""
        client, types = self._server.client, self._server.pymilvus.DataType
        schema = client.create_schema(auto_id=numbered, enable_dynamic_field=False)
        schema.add_field(ROW, types.INT64, is_primary=True)
        kinds: dict[str, tuple[Any, dict[str, Any]]] = {
            "integer": (types.INT64, {}),
            "real": (types.DOUBLE, {}),
            "text": (types.VARCHAR, {"max_length": _LONGEST_TEXT}),
            "sparse": (types.SPARSE_FLOAT_VECTOR, {}),
        }
        indexes = client.prepare_index_params()
        for field in fields:
            kind, options = kinds.get(field.kind) or (types.FLOAT_VECTOR, {"dim": field.size})
            schema.add_field(field.name, kind, **options)
            if field.kind == "sparse":
                indexes.add_index(field.name, index_type="SPARSE_INVERTED_INDEX", metric_type="IP")
            elif field.kind == "dense":
                indexes.add_index(field.name, metric_type="IP", **self._dense_index())
            elif field.indexed:
                indexes.add_index(field.name, index_type="INVERTED")
        with self._server.told():
            client.create_collection(self.name, schema=schema, consistency_level="Bounded")
            client.create_index(self.name, indexes, sync=False)
            client.load_collection(self.name)

    def insert(self, rows: Sequence[Row]) -> None:
        """Adds rows."""
        for some in batches(rows, _ROWS_AT_ONCE):
            with self._server.told():
                self._server.client.insert(self.name, list(some))

    def upsert(self, rows: Sequence[Row]) -> None:
        """Puts rows in the place of those with the same keys, if there are any."""
        for some in batches(rows, _KEYS_AT_ONCE):
            with self._server.told():
                self._server.client.upsert(self.name, list(some))

    def delete(self, filter: str) -> None:
        """Removes the rows that pass a filter."""
        with self._server.told():
            self._server.client.delete(self.name, filter=filter)

    def settle(self) -> None:
        """Lets milvus-lite index what was written, which it otherwise compares row by row; a server does so itself."""
        if self._server.local:
            with self._server.told():
                self._server.client.flush(self.name)

    def get(self, keys: Sequence[int], fields: Sequence[str], current: bool = False) -> list[Row]:
        """The rows of those of the keys that there are; `current`: as they are now, not a few seconds ago."""
        found: list[Row] = []
        for some in batches(keys, _KEYS_AT_ONCE):
            with self._server.told():
                found.extend(
                    self._server.client.query(self.name, ids=list(some), output_fields=list(fields), **_as_of(current))
                )
        return found

    def select(self, filter: str, fields: Sequence[str]) -> Iterator[Row]:
        """All rows that pass a filter, as they are now."""
        with self._server.told():
            rows = self._server.client.query_iterator(
                self.name, filter=filter, output_fields=list(fields), batch_size=_ROWS_AT_ONCE, **_as_of(True)
            )
        try:
            while True:
                with self._server.told():
                    some = rows.next()
                if not some:
                    return
                yield from some
        finally:
            rows.close()

    def search(self, field: str, vector: object, limit: int, fields: Sequence[str], filter: str) -> list[Row]:
        """The rows whose vector has the greatest inner product with `vector`, best first, with the product as
        `distance`. Milvus gives LARGEST at most and refuses a greater `limit`."""
        with self._server.told():
            found = self._server.client.search(
                self.name,
                data=[vector],
                anns_field=field,
                limit=limit,
                filter=filter,
                output_fields=list(fields),
                search_params={"metric_type": "IP", "params": self._breadth(field, vector, limit)},
            )[0]
        return [{**hit["entity"], ROW: hit[ROW], "distance": float(hit["distance"])} for hit in found]

    def _dense_index(self) -> dict[str, Any]:
        if self._server.local:
            return {"index_type": "FLAT", "params": {}}
        options = {"M": _EDGES, "efConstruction": _BUILD_BREADTH, "sq_type": "SQ8"}
        return {"index_type": "HNSW_SQ", "params": options}

    def _breadth(self, field: str, vector: object, limit: int) -> dict[str, int]:
        exact = self._server.local or isinstance(vector, Mapping)
        return {} if exact else {"ef": max(_BUILD_BREADTH, _SEARCH_BREADTH * limit)}


def batches(values: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    """The values in their order, `size` at a time."""
    return (values[start : start + size] for start in range(0, len(values), size))


def _as_of(current: bool) -> dict[str, str]:
    return {"consistency_level": "Strong"} if current else {}
