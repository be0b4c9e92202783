"""The database of a collection: SQLite in its folder, or PostgreSQL that servers on several hosts share.

In PostgreSQL the collections of a server stand in one database, each in a schema of its own: `zhengwen:NAME`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlalchemy as sql
from sqlalchemy.engine import URL, Engine, ExceptionContext, make_url

from index.errors import (
    CollectionBusy,
    DatabaseDriverMissing,
    DatabaseRevision,
    DatabaseUnreachable,
    FolderNotWritable,
)
from index.place import NAME, Place, place_of
from index.schema import COLLECTION, REVISION

_FILE = "zhengwen.sqlite"
_DRIVER = "postgresql+psycopg"
_PREFIX = "zhengwen:"
# The schema of the jobs that wait, for all collections; its tables are those of the library that keeps the queue.
QUEUE = "zhengwen-queue"
_LONGEST_NAME = 50
_NO_LOCK = "55P03"  # the SQLSTATE of a lock that was waited for too long
CONNECT_SECONDS = 10
_VERSION = sql.text("SELECT version_num FROM alembic_version")


def checked_address(address: str) -> str:
    """The address of a PostgreSQL database as SQLAlchemy takes it, with the driver in use. Raises ValueError, which
    repeats nothing of the address."""
    try:
        url = make_url(address)
    except sql.exc.ArgumentError:
        url = None
    if url is None or url.drivername not in ("postgres", "postgresql", _DRIVER) or not url.database:
        raise ValueError("write it as postgresql+psycopg://USER:PASSWORD@HOST/DATABASE, or leave it empty for SQLite")
    return url.set(drivername=_DRIVER).render_as_string(hide_password=False)


def name_of(where: Path | Place) -> str:
    """The database as messages call it: a file, or an address without its password."""
    place = place_of(where)
    if not place.database:
        return str(place.folder / _FILE)
    url = make_url(place.database)
    shown = {key: value for key, value in url.query.items() if key in ("host", "port")}
    return URL.create("postgresql", url.username, None, url.host, url.port, url.database, shown).render_as_string()


def has_database(where: Path | Place) -> bool:
    """Whether the collection has a database. Raises DatabaseUnreachable."""
    place = place_of(where)
    if not place.database:
        return (place.folder / _FILE).is_file()
    engine = _postgresql(place)
    try:
        return sql.inspect(engine).has_table(COLLECTION.name, schema_of(place.name))
    finally:
        engine.dispose()


def collections(place: Place) -> list[str]:
    """The names of the collections in PostgreSQL. Raises DatabaseUnreachable."""
    engine = _postgresql(place)
    try:
        found = (name.removeprefix(_PREFIX) for name in sql.inspect(engine).get_schema_names() if _PREFIX in name)
        return sorted(name for name in found if NAME.fullmatch(name))
    finally:
        engine.dispose()


def open_database(where: Path | Place, *, writing: bool = True) -> Engine:
    """An engine over the collection's database, its tables of the newest revision.

    Made where there is none, and migrated where it is older; in PostgreSQL only for `writing`. Raises
    FolderNotWritable, DatabaseUnreachable, DatabaseDriverMissing, DatabaseRevision.
    """
    place = place_of(where)
    engine = _postgresql(place) if place.database else _sqlite(place.folder)
    try:
        found = revision_of(engine)
        if found != REVISION:
            if place.database and not writing:
                raise DatabaseRevision(name_of(place), found, REVISION, newer=_is_newer(found))
            migrate(place)
    except Exception:
        engine.dispose()
        raise
    return engine


def migrate(place: Place) -> None:
    """Brings the tables to the newest revision. Raises as `open_database` does."""
    from index.migrating import migrate

    if place.database:
        engine = _postgresql(place, poolclass=sql.NullPool)
        try:
            with engine.begin() as connection:
                connection.execute(sql.text(f'CREATE SCHEMA IF NOT EXISTS "{schema_of(place.name)}"'))
        except sql.exc.IntegrityError:
            pass  # another process made it at the same moment
        migrate(engine, name_of(place))
        prepare_queue(place)
        return
    engine = _sqlite(place.folder, poolclass=sql.NullPool)
    # The transaction is begun here, not by Python's sqlite3, which leaves statements that change tables outside.
    sql.event.listen(engine, "connect", lambda connection, _: setattr(connection, "isolation_level", None))
    sql.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    try:
        migrate(engine, name_of(place))
    except sql.exc.OperationalError as error:
        raise FolderNotWritable(place.folder, str(error.orig)) from error


def prepare_queue(place: Place) -> None:
    """Brings the queue's tables in PostgreSQL to the installed release of its library. Raises DatabaseUnreachable."""
    try:
        from index.queue import prepare
    except ModuleNotFoundError as error:
        raise DatabaseDriverMissing from error
    with _postgresql(place, poolclass=sql.NullPool).begin() as connection:
        prepare(connection)


def revision_of(engine: Engine) -> str | None:
    """The revision of the tables, None where there are none or they are older than migrations."""
    try:
        with engine.connect() as connection:
            found: str | None = connection.scalar(_VERSION)
            return found
    except (sql.exc.ProgrammingError, sql.exc.OperationalError) as error:
        if "alembic_version" in str(error.orig):
            return None
        raise


@contextmanager
def locked(place: Place, *, wait: float = 0) -> Iterator[None]:
    """Holds the collection for one writing process on whatever host; the lock goes when the process dies. Raises
    CollectionBusy when another one has it for longer than `wait` seconds."""
    if not place.database:
        with _file_lock(place.folder, wait):
            yield
        return
    engine = _postgresql(place, poolclass=sql.NullPool)
    key = int.from_bytes(_digest(f"writing {schema_of(place.name)}")[:8], signed=True)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(f"SET lock_timeout = {int(wait * 1000)}")
        taken = sql.func.pg_advisory_lock(key) if wait else sql.func.pg_try_advisory_lock(key)
        if connection.scalar(sql.select(taken)) is False:
            raise CollectionBusy(place.folder)
        try:
            yield
        finally:
            # The server lets go of what a closed connection held too, but only some time later.
            with suppress(DatabaseUnreachable):
                connection.execute(sql.select(sql.func.pg_advisory_unlock(key)))


def schema_of(name: str) -> str:
    """The schema of the collection of this name; PostgreSQL cuts longer names than 63 bytes off."""
    return _PREFIX + (name if len(name) <= _LONGEST_NAME else f"{name[:40]}-{_digest(name).hex()[:8]}")


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def _is_newer(found: str | None) -> bool:
    from index.migrating import revisions

    return found is not None and found not in revisions()


@contextmanager
def _file_lock(folder: Path, wait: float) -> Iterator[None]:
    from filelock import FileLock, Timeout

    lock = FileLock(folder / "writing.lock", timeout=wait)
    try:
        lock.acquire()
    except Timeout as error:
        raise CollectionBusy(folder) from error
    except OSError as error:
        raise FolderNotWritable(folder, error.strerror or str(error)) from error
    try:
        yield
    finally:
        lock.release()


def _sqlite(folder: Path, **options: Any) -> Engine:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        engine = sql.create_engine(f"sqlite:///{folder / _FILE}", **options)
        sql.event.listen(engine, "connect", _prepare)
        with engine.connect():
            pass
    except (OSError, sql.exc.OperationalError) as error:
        reason = error.strerror if isinstance(error, OSError) else error.orig
        raise FolderNotWritable(folder, str(reason)) from error
    return engine


def _prepare(connection: Any, _: Any) -> None:
    """Readers and a writer at once, and rows of a document go with it."""
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA busy_timeout=10000")


def _postgresql(place: Place, **options: Any) -> Engine:
    url = make_url(checked_address(place.database))
    # A host that went away without a word is noticed within a minute, not after the hours that systems wait by default.
    keepalive = {"keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3}
    given = {"connect_timeout": CONNECT_SECONDS, "application_name": "zhengwen", **keepalive, **url.query}
    if "poolclass" not in options:
        options["pool_pre_ping"] = True
    try:
        engine = sql.create_engine(url, connect_args=given, **options)
    except ModuleNotFoundError as error:
        raise DatabaseDriverMissing from error

    @sql.event.listens_for(engine, "connect")
    def at_home(connection: Any, _: Any) -> None:
        connection.autocommit = True
        connection.execute(f'SET search_path TO "{schema_of(place.name)}", "{QUEUE}"')
        connection.autocommit = False

    @sql.event.listens_for(engine, "handle_error", retval=True)
    def told(context: ExceptionContext) -> BaseException | None:
        # What psycopg calls operational: no connection, a lost one, no room; never a fault of the statement.
        if getattr(context.original_exception, "sqlstate", None) == _NO_LOCK:
            return CollectionBusy(place.folder)
        if isinstance(context.sqlalchemy_exception, sql.exc.OperationalError) and not context.is_pre_ping:
            return DatabaseUnreachable(name_of(place), str(context.original_exception))
        return None

    return engine
