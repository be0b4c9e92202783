"""API keys in the database, for servers on several hosts."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, DateTime, String, Text

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Makes their table."""
    op.create_table(
        "keys",
        Column("id", String(64).with_variant(String(collation="C"), "postgresql"), primary_key=True),
        Column("made", DateTime, nullable=False),
        Column("body", Text, nullable=False),
    )
