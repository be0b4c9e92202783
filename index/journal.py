"""What users leave behind: conversations, feedback, the state of jobs, and keys. It outlives every generation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sql
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Engine

from index.database import open_database
from index.place import Place
from index.schema import FEEDBACK, JOBS, KEYS, TURNS, in_utc


@dataclass(frozen=True, slots=True)
class Feedback:
    """A user's word on one answer; `rating` is "up" or "down"."""

    answer_id: str
    rating: str
    comment: str | None
    given: datetime


class Journal:
    """Turns, feedback and jobs in the database of a collection. Safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        """Uses `engine`, whose tables exist."""
        self._engine = engine

    @classmethod
    def open(cls, where: Path | Place) -> Journal:
        """The collection's journal; an empty database is made where there is none. Raises as `open_database` does."""
        return cls(open_database(where))

    def close(self) -> None:
        """Closes all connections."""
        self._engine.dispose()

    def append_turn(self, conversation_id: str, body: str, asked: datetime | None = None) -> None:
        """Adds a turn, as JSON text of the caller's, to the end of a conversation."""
        last = sql.select(sql.func.coalesce(sql.func.max(TURNS.c.position), -1) + 1).where(
            TURNS.c.conversation_id == conversation_id
        )
        with self._engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                # Two processes may go on with one conversation; SQLite has one writer anyway.
                key = sql.func.hashtextextended(conversation_id, 0)
                connection.execute(sql.select(sql.func.pg_advisory_xact_lock(key)))
            connection.execute(
                TURNS.insert().values(
                    conversation_id=conversation_id,
                    position=last.scalar_subquery(),
                    asked=in_utc(asked or datetime.now(UTC)),
                    body=body,
                )
            )

    def turns(self, conversation_id: str) -> list[str]:
        """A conversation's turns, oldest first; empty for an unknown one."""
        chosen = sql.select(TURNS.c.body).where(TURNS.c.conversation_id == conversation_id)
        with self._engine.connect() as connection:
            return list(connection.scalars(chosen.order_by(TURNS.c.position)))

    def remove_conversation(self, conversation_id: str) -> bool:
        """Forgets a conversation; whether there was one."""
        with self._engine.begin() as connection:
            gone = connection.execute(TURNS.delete().where(TURNS.c.conversation_id == conversation_id))
            return bool(gone.rowcount)

    def add_feedback(self, feedback: Feedback) -> None:
        """Keeps a user's word on an answer."""
        with self._engine.begin() as connection:
            connection.execute(
                FEEDBACK.insert().values(
                    answer_id=feedback.answer_id,
                    rating=feedback.rating,
                    comment=feedback.comment,
                    given=in_utc(feedback.given),
                )
            )

    def feedback(self) -> list[Feedback]:
        """All feedback, oldest first."""
        with self._engine.connect() as connection:
            rows = connection.execute(sql.select(FEEDBACK).order_by(FEEDBACK.c.id))
            return [Feedback(row.answer_id, row.rating, row.comment, row.given.replace(tzinfo=UTC)) for row in rows]

    def put_key(self, key_id: str, made: datetime, body: str) -> None:
        """Keeps an API key, as JSON text of the caller's, in place of the one of the same id."""
        with self._engine.begin() as connection:
            _put(connection, KEYS, key_id, {"made": in_utc(made), "body": body})

    def all_keys(self) -> list[str]:
        """All API keys, oldest first."""
        with self._engine.connect() as connection:
            return list(connection.scalars(sql.select(KEYS.c.body).order_by(KEYS.c.made, KEYS.c.id)))

    def put_job(self, job_id: str, body: str) -> None:
        """Keeps a job's state, as JSON text of the caller's, in place of what was kept before."""
        with self._engine.begin() as connection:
            _put(connection, JOBS, job_id, {"changed": in_utc(datetime.now(UTC)), "body": body})

    def queue_job(self, job_id: str, body: str, collection: str, *, in_order: bool) -> None:
        """Keeps a new job's state and queues it for the workers, both or neither. For PostgreSQL."""
        from index.queue import put

        with self._engine.begin() as connection:
            _put(connection, JOBS, job_id, {"changed": in_utc(datetime.now(UTC)), "body": body})
            put(connection, collection, job_id, in_order=in_order)

    def job(self, job_id: str) -> str | None:
        """A job's state as it was last put, None for an unknown job."""
        with self._engine.connect() as connection:
            return connection.scalar(sql.select(JOBS.c.body).where(JOBS.c.id == job_id))


def _put(connection: Connection, table: sql.Table, name: str, values: dict[str, Any]) -> None:
    # Both dialects have the statement, each as its own function.
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    connection.execute(
        insert(table).values(id=name, **values).on_conflict_do_update(index_elements=[table.c.id], set_=values)
    )
