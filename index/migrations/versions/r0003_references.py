"""What each document cites, one by one, and the catalogue's entry that was applied to it."""

from __future__ import annotations

import json

import sqlalchemy as sql
from alembic import op
from sqlalchemy import Column, ForeignKey, Integer, String, Text
from sqlalchemy.types import TypeEngine

revision = "0003"
down_revision = "0002"

DOCUMENTS = sql.table("documents", Column("id", String), Column("document", Text))
CITED = sql.table("cited", Column("document_id", String), Column("position", Integer), Column("body", Text))


def owner() -> Column[str]:
    """The document that a row belongs to."""
    name: TypeEngine[str] = String(300).with_variant(String(collation="C"), "postgresql")
    return Column("document_id", name, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False)


def upgrade() -> None:
    """Makes both tables; what is cited is filled from what the documents were read as. Which entries were applied is
    not known: a document that has one is read again when its file is ingested again."""
    op.create_table(
        "cited",
        owner(),
        Column("position", Integer, nullable=False),
        Column("body", Text, nullable=False),
        sql.PrimaryKeyConstraint("document_id", "position"),
    )
    op.create_table(
        "catalogued", owner(), Column("entry", Text, nullable=False), sql.PrimaryKeyConstraint("document_id")
    )
    connection = op.get_bind()
    for name in connection.scalars(sql.select(DOCUMENTS.c.id)).all():
        body = connection.scalar(sql.select(DOCUMENTS.c.document).where(DOCUMENTS.c.id == name))
        for position, reference in enumerate(json.loads(body or "{}").get("metadata", {}).get("references", [])):
            row = {"document_id": name, "position": position, "body": json.dumps(reference, ensure_ascii=False)}
            connection.execute(CITED.insert().values(row))
