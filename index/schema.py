"""The tables of a collection, and the database they stand in."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sql
from sqlalchemy import JSON, Column, Date, DateTime, ForeignKey, Index, Integer, MetaData, String, Text
from sqlalchemy.engine import Engine

from index.errors import FolderNotWritable
from index.place import Place, place_of

_FILE = "zhengwen.sqlite"
SCHEMA = MetaData()

COLLECTION = sql.Table(
    "collection",
    SCHEMA,
    Column("id", Integer, primary_key=True),
    Column("generation", String(32), nullable=False),
)
DOCUMENTS = sql.Table(
    "documents",
    SCHEMA,
    Column("id", String(300), primary_key=True),
    Column("title", Text, nullable=False),
    Column("number", Text),
    Column("issuers", JSON, nullable=False),
    Column("issued", Date),
    Column("published", Date),
    Column("media_type", String(200), nullable=False),
    Column("digest", String(64), nullable=False, index=True),
    Column("path", Text, nullable=False),
    Column("original", Text, nullable=False),
    Column("added", DateTime, nullable=False),
    Column("characters", Integer, nullable=False),
    Column("passage_count", Integer, nullable=False),
    Column("record_count", Integer, nullable=False),
    Column("warnings", JSON, nullable=False),
    Column("cited", JSON, nullable=False),
    Column("document", Text, nullable=False),
    Column("sections", Text, nullable=False),
    Column("tables", Text, nullable=False),
)


def _pieces(name: str) -> sql.Table:
    return sql.Table(
        name,
        SCHEMA,
        Column("id", String(400), primary_key=True),
        Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
        Column("position", Integer, nullable=False),
        Column("body", Text, nullable=False),
        Index(f"{name}_in_order", "document_id", "position"),
    )


PASSAGES = _pieces("passages")
RECORDS = _pieces("records")
CITED = sql.Table(
    "cited",
    SCHEMA,
    Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("body", Text, nullable=False),
)
CATALOGUED = sql.Table(
    "catalogued",
    SCHEMA,
    Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("entry", Text, nullable=False),
)
TURNS = sql.Table(
    "turns",
    SCHEMA,
    Column("conversation_id", String(64), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("asked", DateTime, nullable=False),
    Column("body", Text, nullable=False),
)
FEEDBACK = sql.Table(
    "feedback",
    SCHEMA,
    Column("id", Integer, primary_key=True),
    Column("answer_id", String(64), nullable=False, index=True),
    Column("rating", String(8), nullable=False),
    Column("comment", Text),
    Column("given", DateTime, nullable=False),
)
JOBS = sql.Table(
    "jobs",
    SCHEMA,
    Column("id", String(64), primary_key=True),
    Column("changed", DateTime, nullable=False),
    Column("body", Text, nullable=False),
)


def has_database(where: Path | Place) -> bool:
    """Whether the collection has a database."""
    return (place_of(where).folder / _FILE).is_file()


def engine_of(place: Place) -> Engine:
    """The SQLite database in the folder, made where there is none. Raises FolderNotWritable."""
    folder = place.folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        engine = sql.create_engine(f"sqlite:///{folder / _FILE}")
        sql.event.listen(engine, "connect", _prepare)
        SCHEMA.create_all(engine)
    except (OSError, sql.exc.OperationalError) as error:
        reason = error.strerror if isinstance(error, OSError) else error.orig
        raise FolderNotWritable(folder, str(reason)) from error
    return engine


def in_utc(moment: datetime) -> datetime:
    """In UTC without a zone, which is how every database keeps it."""
    return moment.astimezone(UTC).replace(tzinfo=None)


def _prepare(connection: Any, _: Any) -> None:
    """Readers and a writer at once, and rows of a document go with it."""
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA busy_timeout=10000")
