"""The tables of a collection, as the newest of the migrations leaves them."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import sqlalchemy as sql
from sqlalchemy import JSON, Column, Date, DateTime, ForeignKey, Index, Integer, MetaData, String, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

# The newest revision in `migrations/versions`; a database of any other is not opened before it is migrated.
REVISION = "0004"
SCHEMA = MetaData()
# What PostgreSQL refuses in text, and what no database can encode.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class Words(TypeDecorator[str]):
    """Text that any database takes: U+0000 and lone surrogates become U+FFFD, so that they match no id.

    With a length it is an id. PostgreSQL orders ids by their characters' codes, as SQLite does, and bounds no length.
    """

    impl = Text
    cache_ok = True

    def __init__(self, length: int | None = None) -> None:
        super().__init__()
        self.length = length

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[str]:
        """The dialect's own type."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(String(collation="C" if self.length else None))
        return dialect.type_descriptor(String(self.length) if self.length else Text())

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The value without what cannot be stored."""
        return None if value is None else _UNSTORABLE.sub("\ufffd", value)


COLLECTION = sql.Table(
    "collection",
    SCHEMA,
    Column("id", Integer, primary_key=True),
    Column("generation", Words(32), nullable=False),
)
DOCUMENTS = sql.Table(
    "documents",
    SCHEMA,
    Column("id", Words(300), primary_key=True),
    Column("title", Words, nullable=False),
    Column("number", Words),
    Column("issuers", JSON, nullable=False),
    Column("issued", Date),
    Column("published", Date),
    Column("media_type", Words(200), nullable=False),
    Column("digest", Words(64), nullable=False, index=True),
    Column("path", Words, nullable=False),
    Column("original", Words, nullable=False),
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
        Column("id", Words(400), primary_key=True),
        Column("document_id", Words(300), ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
        Column("position", Integer, nullable=False),
        Column("body", Text, nullable=False),
        Index(f"{name}_in_order", "document_id", "position"),
    )


PASSAGES = _pieces("passages")
RECORDS = _pieces("records")
CITED = sql.Table(
    "cited",
    SCHEMA,
    Column("document_id", Words(300), ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("body", Text, nullable=False),
)
CATALOGUED = sql.Table(
    "catalogued",
    SCHEMA,
    Column("document_id", Words(300), ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("entry", Text, nullable=False),
)
TURNS = sql.Table(
    "turns",
    SCHEMA,
    Column("conversation_id", Words(64), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("asked", DateTime, nullable=False),
    Column("body", Text, nullable=False),
)
FEEDBACK = sql.Table(
    "feedback",
    SCHEMA,
    Column("id", Integer, primary_key=True),
    Column("answer_id", Words(64), nullable=False, index=True),
    Column("rating", Words(8), nullable=False),
    Column("comment", Words),
    Column("given", DateTime, nullable=False),
)
JOBS = sql.Table(
    "jobs",
    SCHEMA,
    Column("id", Words(64), primary_key=True),
    Column("changed", DateTime, nullable=False),
    Column("body", Text, nullable=False),
)
# The keys of a server whose database is PostgreSQL, with its default collection; elsewhere they are a file.
KEYS = sql.Table(
    "keys",
    SCHEMA,
    Column("id", Words(64), primary_key=True),
    Column("made", DateTime, nullable=False),
    Column("body", Text, nullable=False),
)


def in_utc(moment: datetime) -> datetime:
    """In UTC without a zone, which is how every database keeps it."""
    return moment.astimezone(UTC).replace(tzinfo=None)
