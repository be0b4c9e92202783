"""Bringing a collection's tables to the newest revision, with Alembic, in one transaction.

Whoever migrates holds a lock that other processes wait for, and finds the work done when its turn comes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sql
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection, Engine

from index.errors import DatabaseRevision
from index.schema import CATALOGUED, COLLECTION, DOCUMENTS, REVISION

_FOLDER = Path(__file__).with_name("migrations")


def migrate(engine: Engine, called: str) -> None:
    """Brings the database `called` so to REVISION. Raises DatabaseRevision where it is of a newer release.

    `engine` opens each connection anew and begins transactions that no other process shares.
    """
    with _alone(engine) as connection:
        current = MigrationContext.configure(connection).get_current_revision()
        config = _config(connection)
        if current is None and sql.inspect(connection).has_table(COLLECTION.name):
            command.stamp(config, _before_migrations(connection))
        elif current is not None and current not in revisions():
            raise DatabaseRevision(called, current, REVISION, newer=True)
        command.upgrade(config, "head")


def revisions() -> tuple[str, ...]:
    """All revisions there are, oldest first; the last one is REVISION."""
    scripts = ScriptDirectory.from_config(_config(None)).walk_revisions()
    return tuple(script.revision for script in reversed(list(scripts)))


def _before_migrations(connection: Connection) -> str:
    """The revision of tables that were made when there were no migrations yet."""
    inspected = sql.inspect(connection)
    if inspected.has_table(CATALOGUED.name):
        return "0003"
    return "0002" if "cited" in {column["name"] for column in inspected.get_columns(DOCUMENTS.name)} else "0001"


def _config(connection: Connection | None) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


@contextmanager
def _alone(engine: Engine) -> Iterator[Connection]:
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(sql.text("SELECT pg_advisory_xact_lock(hashtextextended('zhengwen migrating', 0))"))
        yield connection
