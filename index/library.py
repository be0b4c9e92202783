"""The opened collection: what was read of the documents, and the search over it. Nothing here writes."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from corpus.types import Document, Passage, Section, Table, TaskRecord
from index.types import DocumentSummary, Embedder, Filters, Hit, Query


class Library:
    """One generation of a collection, open for reading. Safe to share between threads."""

    generation: str

    @classmethod
    def open(cls, folder: Path, *, embedder: Embedder | None = None) -> Library:
        """The collection in `folder`; `embedder` must be the model it was built with (None: the shipped one).

        Raises CollectionMissing, IndexMismatch or IndexDamaged.
        """
        raise NotImplementedError

    def refreshed(self) -> Library:
        """This library, or the newly opened one when the collection has changed since; cheap when it has not."""
        raise NotImplementedError

    def documents(self) -> tuple[DocumentSummary, ...]:
        """Every document, by id."""
        raise NotImplementedError

    def document(self, document_id: str) -> Document:
        """The document, with its text. Raises UnknownDocument."""
        raise NotImplementedError

    def original(self, document_id: str) -> Path:
        """The file that the document was read from, as it was. Raises UnknownDocument."""
        raise NotImplementedError

    def sections(self, document_id: str) -> tuple[Section, ...]:
        """The document's outline, in text order; the first is the root. Raises UnknownDocument."""
        raise NotImplementedError

    def tables(self, document_id: str) -> tuple[Table, ...]:
        """The document's tables. Raises UnknownDocument."""
        raise NotImplementedError

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """The document's passages in text order. Raises UnknownDocument."""
        raise NotImplementedError

    def passage(self, passage_id: str) -> Passage:
        """One passage. Raises UnknownPassage."""
        raise NotImplementedError

    def records(self, document_ids: Collection[str] | None = None) -> tuple[TaskRecord, ...]:
        """The task records of these documents (None: all), by document id and then in text order."""
        raise NotImplementedError

    def record(self, record_id: str) -> TaskRecord:
        """One task record. Raises UnknownRecord."""
        raise NotImplementedError

    def search_passages(self, query: Query, limit: int, filters: Filters = Filters()) -> list[Hit]:  # noqa: B008
        """The best passages, best first; `Hit.id` is a passage id."""
        raise NotImplementedError

    def search_records(self, query: Query, limit: int, filters: Filters = Filters()) -> list[Hit]:  # noqa: B008
        """The best task records, best first; `Hit.id` is a record id."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the files; the library cannot be used after that."""
