"""How Alembic migrates a collection: over the connection that `index.database` gives it, inside its transaction."""

from __future__ import annotations

from alembic import context

from index.schema import SCHEMA

context.configure(connection=context.config.attributes["connection"], target_metadata=SCHEMA)
context.run_migrations()
