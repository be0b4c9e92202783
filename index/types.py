"""The values and protocols of search."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Filters:
    """Which documents may be found, and under which headings; an empty field does not restrict. Dates are inclusive
    dates of issue. Of `sections`, a heading above the passage or record must hold one's words."""

    document_ids: frozenset[str] = frozenset()
    issuers: frozenset[str] = frozenset()
    issued_from: date | None = None
    issued_to: date | None = None
    sections: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for: the words, and optional weighted Chinese renderings of foreign words.

    `expansions` are (term, weight) pairs with 0 < weight <= 1 that may add to a score but never filter.
    """

    text: str
    expansions: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """What is indexed: the id, the text, and the context that helps find it (title, headings, speaker)."""

    id: str
    document_id: str
    text: str
    title: str
    headings: str


@dataclass(frozen=True, slots=True)
class Hit:
    """An indexed entry with its score; `lexical` and `dense` are the legs' own scores, None where a leg missed it.

    `lexical` is a share: 1 would be a text that holds all of the question's words without end. `dense` is a cosine.
    """

    id: str
    score: float
    lexical: float | None = None
    dense: float | None = None


class Embedder(Protocol):
    """Texts to unit vectors, float32, shape (len(texts), dimension)."""

    @property
    def name(self) -> str: ...

    @property
    def dimension(self) -> int: ...

    def encode_queries(self, texts: Sequence[str]) -> Vectors: ...

    def encode_passages(self, texts: Sequence[str]) -> Vectors: ...


class Reranker(Protocol):
    """Judges how well texts answer a question."""

    @property
    def name(self) -> str: ...

    def scores(self, question: str, texts: Sequence[str]) -> list[float]: ...


class EntryIndex(Protocol):
    """Entries found by words and by meaning."""

    def __len__(self) -> int:
        """How many entries can be found."""

    def search(self, query: Query, limit: int, document_ids: frozenset[str] | None = None) -> list[Hit]:
        """The best entries, best first; `document_ids` restricts, None means every document."""

    def frequency(self, word: str) -> int:
        """At most how many entries hold `word`: as many as hold the rarest of its longest terms."""

    def held(self, found: Collection[str]) -> frozenset[str]:
        """Which of these terms any entry holds: all are looked up at once."""

    def change(self, entries: Iterable[Entry], removed: frozenset[str]) -> None:
        """Removes documents, then adds entries, which may be of the same documents anew; those of one document come
        together."""

    def add(self, entries: Iterable[Entry]) -> None:
        """Adds entries, also to documents that are there."""

    def remove(self, document_ids: frozenset[str]) -> None:
        """Removes all entries of these documents; the others are not touched."""


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """What a list of the collection shows of one document, without its text. `characters` counts code points."""

    id: str
    title: str
    number: str | None
    issuers: tuple[str, ...]
    issued: date | None
    published: date | None
    media_type: str
    digest: str
    characters: int
    passages: int
    records: int
    added: datetime
    warnings: tuple[str, ...] = ()

    @property
    def issuer(self) -> str | None:
        """All issuing bodies as one string, or None."""
        return "、".join(self.issuers) or None


Outcome = Literal["added", "replaced", "unchanged", "duplicate", "failed"]
"""What became of a file: `unchanged` was there with the same bytes, `duplicate` has the bytes of another document."""


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file. `document_id` is None exactly when it failed; `reason` then says why, and for a
    duplicate it names the document with the same bytes. `passages` and `records` count what was read of it now."""

    path: str
    outcome: Outcome
    document_id: str | None = None
    reason: str | None = None
    warnings: tuple[str, ...] = ()
    passages: int = 0
    records: int = 0


@dataclass(frozen=True, slots=True)
class IngestReport:
    """The outcome of every file, in the order given, and the generation that answers now."""

    files: tuple[FileOutcome, ...]
    generation: str

    @property
    def failed(self) -> tuple[FileOutcome, ...]:
        """The files that could not be read."""
        return tuple(file for file in self.files if file.outcome == "failed")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an ingestion is: `done` of `total` files (or documents, by id), `path` the last one of them, and what is
    being done."""

    done: int
    total: int
    path: str
    stage: Literal["reading", "indexing"] = "reading"
