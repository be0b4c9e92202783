"""Jobs that wait in PostgreSQL for whichever worker is free, on whatever host: procrastinate's tables in a schema of
their own, for all collections.

A worker takes a job with `FOR UPDATE SKIP LOCKED`, so that no two take the same. One that dies stops saying that it
lives, and its job goes to another: a job may be begun twice, and is written so that this does no harm.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import sqlalchemy as sql
from procrastinate import App, PsycopgConnector, RetryStrategy, SyncPsycopgConnector
from procrastinate.exceptions import ConnectorException
from procrastinate.schema import SchemaManager
from sqlalchemy.engine import Connection, make_url

from index.database import CONNECT_SECONDS, QUEUE, checked_address, name_of, prepare_queue
from index.errors import DatabaseUnreachable
from index.place import Place

TASK = "zhengwen"
# A worker says every so many seconds that it lives; one that has not for so many is taken for dead.
ALIVE_SECONDS = 5.0
DEAD_SECONDS = 20.0
LOOK_SECONDS = 5.0
# A job that ended with an error nobody foresaw is tried again at most so often.
ATTEMPTS = 3
log = logging.getLogger("zhengwen")


def prepare(connection: Connection) -> None:
    """Makes the queue's tables, or brings them to the installed release of the library; others wait meanwhile."""
    connection.execute(sql.text("SELECT pg_advisory_xact_lock(hashtextextended('zhengwen queue', 0))"))
    connection.execute(sql.text(f'CREATE SCHEMA IF NOT EXISTS "{QUEUE}"'))
    connection.execute(sql.text(f'SET LOCAL search_path TO "{QUEUE}"'))
    connection.execute(sql.text("CREATE TABLE IF NOT EXISTS applied (migration text PRIMARY KEY)"))
    # Named by release and number, so that their order is the one in which they are applied.
    migrations = sorted(Path(SchemaManager.get_migrations_path()).glob("*.sql"))
    applied = set(connection.scalars(sql.text("SELECT migration FROM applied")))
    fresh = [path for path in migrations if path.name not in applied]
    statements = [path.read_text("utf-8") for path in fresh] if applied else [SchemaManager.get_schema()]
    raw: Any = connection.connection.driver_connection
    for statement in statements if fresh else ():
        raw.execute(statement)
    for path in fresh:
        connection.execute(sql.text("INSERT INTO applied VALUES (:name)"), {"name": path.name})


def put(connection: Connection, collection: str, job_id: str, *, in_order: bool) -> None:
    """Queues a job within the connection's transaction; of those `in_order`, a collection's run one after another."""
    queue = App(connector=SyncPsycopgConnector()).configure_task(
        TASK,
        lock=f"in order {collection}" if in_order else None,
        connection=connection.connection.driver_connection,
    )
    queue.defer(collection=collection, job=job_id)


def work(place: Place, run: Callable[[str, str], None], *, wait: bool, signals: bool = True) -> None:
    """Runs the jobs of all collections, `run(collection, job)` one after another; with `wait` until it is stopped,
    otherwise until none waits. Raises DatabaseUnreachable."""

    async def at_home(connection: psycopg.AsyncConnection[Any]) -> None:
        await connection.execute(f'SET search_path TO "{QUEUE}"')
        await connection.commit()

    prepare_queue(place)
    address = make_url(checked_address(place.database)).set(drivername="postgresql")
    app = App(
        connector=PsycopgConnector(
            conninfo=address.render_as_string(hide_password=False),
            kwargs={"connect_timeout": CONNECT_SECONDS, "application_name": "zhengwen worker"},
            configure=at_home,
            min_size=1,
            max_size=4,
            timeout=CONNECT_SECONDS,
        )
    )

    @app.task(name=TASK, retry=RetryStrategy(max_attempts=ATTEMPTS))
    def done(collection: str, job: str) -> None:
        run(collection, job)

    async def take_over() -> None:
        while True:
            for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=DEAD_SECONDS):
                log.warning("a worker died: its job %s goes to another", job.task_kwargs.get("job"))
                await app.job_manager.retry_job(job)
            await asyncio.sleep(LOOK_SECONDS)

    async def working() -> None:
        async with app.open_async():
            taking_over = asyncio.create_task(take_over())
            try:
                await app.run_worker_async(
                    wait=wait,
                    install_signal_handlers=signals,
                    delete_jobs="always",
                    fetch_job_polling_interval=LOOK_SECONDS,
                    update_heartbeat_interval=ALIVE_SECONDS,
                    stalled_worker_timeout=DEAD_SECONDS,
                )
            finally:
                taking_over.cancel()

    try:
        asyncio.run(working())
    except (psycopg.OperationalError, ConnectorException, TimeoutError) as error:
        raise DatabaseUnreachable(name_of(place), str(error.__cause__ or error)) from error
