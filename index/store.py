"""What was read of the documents, in SQL.

The current generation's name stands in the same database as the documents, so that both change in one transaction:
whatever moment a process dies at, the rows and the index folder that they name belong together.
"""

from __future__ import annotations

import weakref
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy as sql
from sqlalchemy import Column
from sqlalchemy.engine import Connection, Engine

from corpus.links import Origin
from corpus.types import Document, Metadata, Passage, Reading, Reference, Section, Table, TaskRecord
from index.database import open_database
from index.errors import CollectionChanged, UnknownDocument, UnknownPassage, UnknownRecord
from index.place import Place
from index.schema import CATALOGUED, CITED, COLLECTION, DOCUMENTS, PASSAGES, RECORDS, in_utc
from index.serialise import from_json, to_json
from index.types import DocumentSummary

_SUMMARY = [
    column
    for column in DOCUMENTS.columns
    if column.name not in {"document", "sections", "tables", "path", "original", "cited"}
]

_GENERATION = f"SELECT {COLLECTION.c.generation.name} FROM {COLLECTION.name}"

# Nearly every question asks these: to put a statement together takes as long as the database does.
_DOCUMENTS_NAMED = sql.select(DOCUMENTS.c.document).where(DOCUMENTS.c.id.in_(sql.bindparam("names", expanding=True)))
_PASSAGES_NAMED = sql.select(PASSAGES.c.body).where(PASSAGES.c.id.in_(sql.bindparam("names", expanding=True)))

# A database takes only so many values in one statement.
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Source:
    """The file a document was read from: its path then, the SHA-256 of its bytes, the name of the copy kept of it.

    `entry` is the catalogue's entry that was applied, as JSON; empty for none.
    """

    document_id: str
    path: str
    digest: str
    original: str
    entry: str = ""


@dataclass(frozen=True, slots=True)
class _Unprinted:
    """What is kept of a Document, without its blocks, which are more than all the rest."""

    id: str
    text: str
    metadata: Metadata
    media_type: str
    digest: str
    warnings: tuple[str, ...] = ()


class Store:
    """The database of a collection. Safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        """Uses `engine`, whose tables exist."""
        self._engine = engine
        # Whoever forgets to close a store leaves no connection open at a server.
        weakref.finalize(self, engine.dispose)

    @classmethod
    def open(cls, where: Path | Place, *, writing: bool = True) -> Store:
        """The documents of the collection; for `writing`, an empty database is made where there is none. Raises as
        `open_database` does."""
        return cls(open_database(where, writing=writing))

    def close(self) -> None:
        """Closes all connections."""
        self._engine.dispose()

    def generation(self) -> str | None:
        """The name of the index folder that belongs to the rows, None while there is none."""
        # Every search asks this: a plain statement takes half the time, without a transaction it is an eighth.
        # What a server's driver raises is translated there.
        if self._engine.dialect.name == "sqlite":
            with closing(self._engine.raw_connection()) as plain, closing(plain.cursor()) as cursor:
                cursor.execute(_GENERATION)
                row = cursor.fetchone()
                return row[0] if row else None
        with self._engine.connect() as connection:
            found: str | None = connection.exec_driver_sql(_GENERATION).scalar()
            return found

    def replace(
        self,
        generation: str,
        added: Iterable[tuple[Reading, Source]],
        removed: Collection[str],
        now: datetime,
        *,
        after: str | None,
    ) -> None:
        """Removes documents, adds others in place of those of the same id, and names the generation: all or nothing.

        Raises CollectionChanged when the generation before it is not the one that `after` names.
        """
        with self._engine.begin() as connection:
            if connection.scalar(sql.select(COLLECTION.c.generation).with_for_update()) != after:
                raise CollectionChanged(after)
            for document_id in removed:
                _delete(connection, document_id)
            for reading, source in added:
                _delete(connection, reading.document.id)
                _insert(connection, reading, source, now)
            connection.execute(COLLECTION.delete())
            connection.execute(COLLECTION.insert().values(id=1, generation=generation))

    def summaries(self) -> tuple[DocumentSummary, ...]:
        """Every document, by id."""
        with self._engine.connect() as connection:
            rows = connection.execute(sql.select(*_SUMMARY).order_by(DOCUMENTS.c.id))
            return tuple(_summary(row) for row in rows)

    def origins(self, document_ids: Collection[str]) -> dict[str, Origin]:
        """By id, what of these documents tells whether others speak of their tasks; of those that exist."""
        fields = (DOCUMENTS.c.id, DOCUMENTS.c.title, DOCUMENTS.c.number, DOCUMENTS.c.issuers, DOCUMENTS.c.cited)
        chosen = sql.select(*fields)
        if len(document_ids) <= _AT_ONCE:
            chosen = chosen.where(DOCUMENTS.c.id.in_(document_ids))
        with self._engine.connect() as connection:
            return {
                row.id: Origin(row.title, row.number, tuple(row.issuers), tuple(row.cited))
                for row in (connection.execute(chosen) if document_ids else ())
                if row.id in document_ids
            }

    def sources(self) -> tuple[Source, ...]:
        """Where every document came from, by id."""
        entry = sql.func.coalesce(CATALOGUED.c.entry, "")
        chosen = sql.select(DOCUMENTS.c.id, DOCUMENTS.c.path, DOCUMENTS.c.digest, DOCUMENTS.c.original, entry)
        joined = chosen.select_from(DOCUMENTS.outerjoin(CATALOGUED)).order_by(DOCUMENTS.c.id)
        with self._engine.connect() as connection:
            return tuple(Source(*row) for row in connection.execute(joined))

    def references(self) -> dict[str, tuple[Reference, ...]]:
        """What every document cites, by its id; documents that cite nothing are left out."""
        chosen = sql.select(CITED.c.document_id, CITED.c.body).order_by(CITED.c.document_id, CITED.c.position)
        found: dict[str, tuple[Reference, ...]] = {}
        with self._engine.connect() as connection:
            for document_id, body in connection.execute(chosen):
                found[document_id] = (*found.get(document_id, ()), from_json(Reference, body))
        return found

    def original(self, document_id: str) -> str:
        """The name of the kept copy of the file that a document was read from. Raises UnknownDocument."""
        return self._column(document_id, DOCUMENTS.c.original)

    def document(self, document_id: str) -> Document:
        """Raises UnknownDocument."""
        return from_json(Document, self._column(document_id, DOCUMENTS.c.document))

    def sections(self, document_id: str) -> tuple[Section, ...]:
        """Raises UnknownDocument."""
        return from_json(tuple[Section, ...], self._column(document_id, DOCUMENTS.c.sections))

    def outlines(
        self, document_ids: Collection[str] | None = None
    ) -> Iterator[tuple[str, tuple[Section, ...], tuple[Table, ...]]]:
        """The id, the outline and the tables of these documents (None: of all), by id: many at once are read much
        sooner. Of more than a few, the others may be read along."""
        chosen = sql.select(DOCUMENTS.c.id, DOCUMENTS.c.sections, DOCUMENTS.c.tables).order_by(DOCUMENTS.c.id)
        if document_ids is not None and len(document_ids) <= _AT_ONCE:
            chosen = chosen.where(DOCUMENTS.c.id.in_(document_ids))
        with self._engine.connect() as connection:
            for name, sections, tables in connection.execute(chosen):
                yield name, from_json(tuple[Section, ...], sections), from_json(tuple[Table, ...], tables)

    def documents(self, document_ids: Collection[str]) -> Iterator[Document]:
        """Those of these documents that exist, in no order, without their blocks: in a tenth of the time."""
        names = list(document_ids)
        with self._engine.connect() as connection:
            for at in range(0, len(names), _AT_ONCE):
                for body in connection.scalars(_DOCUMENTS_NAMED, {"names": names[at : at + _AT_ONCE]}):
                    found = from_json(_Unprinted, body)
                    yield Document(
                        found.id, found.text, (), found.metadata, found.media_type, found.digest, found.warnings
                    )

    def tables(self, document_id: str) -> tuple[Table, ...]:
        """Raises UnknownDocument."""
        return from_json(tuple[Table, ...], self._column(document_id, DOCUMENTS.c.tables))

    def passages_of(self, document_id: str) -> tuple[Passage, ...]:
        """A document's passages in text order; none for an unknown document."""
        return tuple(from_json(Passage, body) for body in self._bodies(PASSAGES, [document_id]))

    def passages(self, passage_ids: Sequence[str]) -> dict[str, Passage]:
        """The passages of these ids that exist, by id."""
        with self._engine.connect() as connection:
            found = connection.scalars(_PASSAGES_NAMED, {"names": list(passage_ids)})
            return {passage.id: passage for passage in (from_json(Passage, body) for body in found)}

    def passage(self, passage_id: str) -> Passage:
        """Raises UnknownPassage."""
        found = self.passages([passage_id])
        if passage_id not in found:
            raise UnknownPassage(passage_id)
        return found[passage_id]

    def records(self, document_ids: Collection[str] | None = None) -> tuple[TaskRecord, ...]:
        """The task records of these documents (None: of all), by document id and then in text order."""
        wanted = None if document_ids is None or len(document_ids) > _AT_ONCE else list(document_ids)
        found = (from_json(TaskRecord, body) for body in self._bodies(RECORDS, wanted))
        return tuple(record for record in found if document_ids is None or record.document_id in document_ids)

    def record(self, record_id: str) -> TaskRecord:
        """Raises UnknownRecord."""
        with self._engine.connect() as connection:
            body = connection.scalar(sql.select(RECORDS.c.body).where(RECORDS.c.id == record_id))
        if body is None:
            raise UnknownRecord(record_id)
        return from_json(TaskRecord, body)

    def _column(self, document_id: str, column: Column[str]) -> str:
        with self._engine.connect() as connection:
            value = connection.scalar(_of_one_document(column), {"name": document_id})
        if value is None:
            raise UnknownDocument(document_id)
        return value

    def _bodies(self, table: sql.Table, document_ids: Sequence[str] | None) -> Iterator[str]:
        chosen = sql.select(table.c.body).order_by(table.c.document_id, table.c.position)
        if document_ids is not None:
            chosen = chosen.where(table.c.document_id.in_(document_ids))
        with self._engine.connect() as connection:
            yield from connection.scalars(chosen)


@cache
def _of_one_document(column: Column[str]) -> sql.Select[str]:
    return sql.select(column).where(DOCUMENTS.c.id == sql.bindparam("name"))


def _delete(connection: Connection, document_id: str) -> None:
    connection.execute(DOCUMENTS.delete().where(DOCUMENTS.c.id == document_id))


def _insert(connection: Connection, reading: Reading, source: Source, now: datetime) -> None:
    document = reading.document
    metadata = document.metadata
    connection.execute(
        DOCUMENTS.insert().values(
            id=document.id,
            title=metadata.title,
            number=metadata.number,
            issuers=list(metadata.issuers),
            issued=metadata.issued,
            published=metadata.published,
            media_type=document.media_type,
            digest=document.digest,
            path=source.path,
            original=source.original,
            added=in_utc(now),
            characters=len(document.text),
            passage_count=len(reading.passages),
            record_count=len(reading.records),
            warnings=[*document.warnings, *reading.warnings],
            cited=[name for cited in metadata.references for name in (cited.title, cited.number) if name],
            document=to_json(Document, document),
            sections=to_json(tuple[Section, ...], reading.sections),
            tables=to_json(tuple[Table, ...], reading.tables),
        )
    )
    if source.entry:
        connection.execute(CATALOGUED.insert().values(document_id=document.id, entry=source.entry))
    cited = [
        {"document_id": document.id, "position": position, "body": to_json(Reference, reference)}
        for position, reference in enumerate(metadata.references)
    ]
    if cited:
        connection.execute(CITED.insert(), cited)
    passages = [(value.id, to_json(Passage, value)) for value in reading.passages]
    records = [(value.id, to_json(TaskRecord, value)) for value in reading.records]
    for table, bodies in ((PASSAGES, passages), (RECORDS, records)):
        rows = [
            {"id": name, "document_id": document.id, "position": position, "body": body}
            for position, (name, body) in enumerate(bodies)
        ]
        if rows:
            connection.execute(table.insert(), rows)


def _summary(row: Any) -> DocumentSummary:
    return DocumentSummary(
        id=row.id,
        title=row.title,
        number=row.number,
        issuers=tuple(row.issuers),
        issued=row.issued,
        published=row.published,
        media_type=row.media_type,
        digest=row.digest,
        characters=row.characters,
        passages=row.passage_count,
        records=row.record_count,
        added=row.added.replace(tzinfo=UTC),
        warnings=tuple(row.warnings),
    )
