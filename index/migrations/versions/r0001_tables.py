"""The tables that every collection has had from the first release on."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op
from sqlalchemy import JSON, Column, Date, DateTime, ForeignKey, Integer, String, Text
from sqlalchemy.types import TypeEngine

revision = "0001"
down_revision = None


def words(length: int | None = None) -> TypeEngine[str]:
    """Short text; with a length, an id."""
    if length is None:
        return Text().with_variant(String(), "postgresql")
    return String(length).with_variant(String(collation="C"), "postgresql")


def upgrade() -> None:
    """Makes all of them."""
    op.create_table(
        "collection",
        Column("id", Integer, primary_key=True),
        Column("generation", words(32), nullable=False),
    )
    op.create_table(
        "documents",
        Column("id", words(300), primary_key=True),
        Column("title", words(), nullable=False),
        Column("number", words()),
        Column("issuers", JSON, nullable=False),
        Column("issued", Date),
        Column("published", Date),
        Column("media_type", words(200), nullable=False),
        Column("digest", words(64), nullable=False),
        Column("path", words(), nullable=False),
        Column("original", words(), nullable=False),
        Column("added", DateTime, nullable=False),
        Column("characters", Integer, nullable=False),
        Column("passage_count", Integer, nullable=False),
        Column("record_count", Integer, nullable=False),
        Column("warnings", JSON, nullable=False),
        Column("document", Text, nullable=False),
        Column("sections", Text, nullable=False),
        Column("tables", Text, nullable=False),
    )
    op.create_index("ix_documents_digest", "documents", ["digest"])
    for name in ("passages", "records"):
        op.create_table(
            name,
            Column("id", words(400), primary_key=True),
            Column("document_id", words(300), ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
            Column("position", Integer, nullable=False),
            Column("body", Text, nullable=False),
        )
        op.create_index(f"{name}_in_order", name, ["document_id", "position"])
    op.create_table(
        "turns",
        Column("conversation_id", words(64), nullable=False),
        Column("position", Integer, nullable=False),
        Column("asked", DateTime, nullable=False),
        Column("body", Text, nullable=False),
        sql.PrimaryKeyConstraint("conversation_id", "position"),
    )
    op.create_table(
        "feedback",
        Column("id", Integer, primary_key=True),
        Column("answer_id", words(64), nullable=False),
        Column("rating", words(8), nullable=False),
        Column("comment", words()),
        Column("given", DateTime, nullable=False),
    )
    op.create_index("ix_feedback_answer_id", "feedback", ["answer_id"])
    op.create_table(
        "jobs",
        Column("id", words(64), primary_key=True),
        Column("changed", DateTime, nullable=False),
        Column("body", Text, nullable=False),
    )
