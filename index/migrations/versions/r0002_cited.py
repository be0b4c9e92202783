"""The titles and numbers that each document cites: they link the tasks of documents that speak of another."""

from __future__ import annotations

import json

import sqlalchemy as sql
from alembic import op
from sqlalchemy import JSON, Column, String, Text

revision = "0002"
down_revision = "0001"

DOCUMENTS = sql.table("documents", Column("id", String), Column("document", Text), Column("cited", JSON))


def upgrade() -> None:
    """Adds the column, filled from what the documents were read as."""
    op.add_column("documents", Column("cited", JSON, nullable=False, server_default="[]"))
    connection = op.get_bind()
    names = connection.scalars(sql.select(DOCUMENTS.c.id)).all()
    for name in names:
        body = connection.scalar(sql.select(DOCUMENTS.c.document).where(DOCUMENTS.c.id == name))
        references = json.loads(body or "{}").get("metadata", {}).get("references", [])
        cited = [text for reference in references for text in (reference.get("title"), reference.get("number")) if text]
        connection.execute(DOCUMENTS.update().where(DOCUMENTS.c.id == name).values(cited=cited))
