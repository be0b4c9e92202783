"""The catalogue: what the owner of a collection knows about its documents, over what their text says."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from corpus.errors import CatalogueError
from corpus.types import Document, Metadata

BUNDLED = Path(__file__).parent / "documents"
"""The folder of the documents that come with the product, with their catalogue.toml."""


_FIELDS: Mapping[str, type] = {
    **dict.fromkeys(("file", "title", "number", "status", "source"), str),
    **dict.fromkeys(("issued", "published"), date),
    "issuers": list,
}
_MEANT: Mapping[type, str] = {
    str: "text in quotes",
    date: "a date such as 2021-02-23",
    list: "a list of texts in square brackets",
}


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One document's values by which what its text says is overruled; None overrules nothing.

    `file` is the file's name within the catalogue's folder; the entry's name is the document's id.
    """

    id: str
    file: str
    title: str | None = None
    number: str | None = None
    issuers: tuple[str, ...] | None = None
    issued: date | None = None
    published: date | None = None
    status: str | None = None
    source: str | None = None


def read_catalogue(folder: Path) -> Mapping[str, CatalogueEntry]:
    """The entries of `folder`/catalogue.toml by file name; empty where there is none. Raises `CatalogueError`."""
    path = folder / "catalogue.toml"
    try:
        held = path.stat()
    except OSError:
        return {}
    return _entries(path, held.st_mtime_ns, held.st_size)


@lru_cache(maxsize=64)
def _entries(path: Path, _changed: int, _size: int) -> Mapping[str, CatalogueEntry]:
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise CatalogueError(path, "file", str(problem)) from problem
    entries = (_entry(path, name, fields) for name, fields in raw.items())
    return {entry.file: entry for entry in entries}


def apply(document: Document, entry: CatalogueEntry) -> Document:
    """The document under the entry's id, with the entry's values in place of its own."""
    own = document.metadata
    stated = {
        name: value
        for name in ("title", "number", "issuers", "issued", "published", "status", "source")
        if (value := getattr(entry, name)) is not None
    }
    spans = {name: span for name, span in own.spans.items() if name not in stated or stated[name] == getattr(own, name)}
    metadata: Metadata = replace(own, **stated, spans=spans, named_by_file=own.named_by_file and entry.title is None)
    return replace(document, id=entry.id, metadata=metadata)


def _entry(path: Path, name: str, fields: object) -> CatalogueEntry:
    if not isinstance(fields, dict):
        raise CatalogueError(path, name, "is not a table of values")
    for field, value in fields.items():
        wanted = _FIELDS.get(field)
        if wanted is None:
            raise CatalogueError(path, name, f"{field} is not a field of a catalogue entry")
        if not isinstance(value, wanted):
            raise CatalogueError(path, name, f"{field} must be {_MEANT[wanted]}")
    if "file" not in fields:
        raise CatalogueError(path, name, "has no `file`: name the file that it describes")
    issuers = fields.get("issuers")
    return CatalogueEntry(id=name, **{**fields, "issuers": tuple(map(str, issuers)) if issuers is not None else None})
