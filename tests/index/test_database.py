"""A database is made, migrated, named and refused alike in SQLite and in PostgreSQL."""

from __future__ import annotations

import gc
import logging
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sql
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from index.database import (
    checked_address,
    collections,
    has_database,
    locked,
    migrate,
    name_of,
    open_database,
    revision_of,
    schema_of,
)
from index.errors import CollectionBusy, DatabaseRevision, DatabaseUnreachable
from index.journal import Journal
from index.migrating import revisions
from index.place import Place
from index.schema import REVISION, SCHEMA
from index.store import Store

# The tables as the first release made them, before there were migrations.
FIRST = """
CREATE TABLE collection (id INTEGER NOT NULL, generation VARCHAR(32) NOT NULL, PRIMARY KEY (id));
CREATE TABLE documents (id VARCHAR(300) NOT NULL, title TEXT NOT NULL, number TEXT, issuers JSON NOT NULL,
 issued DATE, published DATE, media_type VARCHAR(200) NOT NULL, digest VARCHAR(64) NOT NULL, path TEXT NOT NULL,
 original TEXT NOT NULL, added DATETIME NOT NULL, characters INTEGER NOT NULL, passage_count INTEGER NOT NULL,
 record_count INTEGER NOT NULL, warnings JSON NOT NULL, document TEXT NOT NULL, sections TEXT NOT NULL,
 tables TEXT NOT NULL, PRIMARY KEY (id));
CREATE INDEX ix_documents_digest ON documents (digest);
CREATE TABLE passages (id VARCHAR(400) NOT NULL, document_id VARCHAR(300) NOT NULL, position INTEGER NOT NULL,
 body TEXT NOT NULL, PRIMARY KEY (id), FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE);
CREATE INDEX passages_in_order ON passages (document_id, position);
CREATE TABLE records (id VARCHAR(400) NOT NULL, document_id VARCHAR(300) NOT NULL, position INTEGER NOT NULL,
 body TEXT NOT NULL, PRIMARY KEY (id), FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE);
CREATE INDEX records_in_order ON records (document_id, position);
CREATE TABLE turns (conversation_id VARCHAR(64) NOT NULL, position INTEGER NOT NULL, asked DATETIME NOT NULL,
 body TEXT NOT NULL, PRIMARY KEY (conversation_id, position));
CREATE TABLE feedback (id INTEGER NOT NULL, answer_id VARCHAR(64) NOT NULL, rating VARCHAR(8) NOT NULL, comment TEXT,
 given DATETIME NOT NULL, PRIMARY KEY (id));
CREATE INDEX ix_feedback_answer_id ON feedback (answer_id);
CREATE TABLE jobs (id VARCHAR(64) NOT NULL, changed DATETIME NOT NULL, body TEXT NOT NULL, PRIMARY KEY (id));
INSERT INTO collection VALUES (1, '00000007');
INSERT INTO turns VALUES ('old', 0, '2021-09-01 08:30:00', '一');
INSERT INTO documents VALUES ('letter', '批复', NULL, '[]', NULL, NULL, 'text/plain', 'd', '/p', 'o',
 '2021-09-01 08:30:00', 2, 0, 0, '[]', '{"id":"letter","text":"批复","metadata":{"title":"批复","references":[
 {"title":"请示","number":"青〔2021〕7号","span":{"start":0,"end":1}},{"title":"方案","number":null,"span":{"start":1,"end":2}}]}}',
 '[]', '[]');
"""
LATER = "ALTER TABLE documents ADD COLUMN cited JSON NOT NULL DEFAULT '[\"原有\"]'"


@pytest.fixture
def engine(place: Place) -> Iterator[sql.Engine]:
    """An engine over a new database."""
    engine = open_database(place)
    yield engine
    engine.dispose()


def test_migrations_make_the_tables_that_the_code_uses(engine: sql.Engine) -> None:
    """A new database is of the newest revision, and Alembic finds nothing in it that differs from the schema."""
    assert (revision_of(engine), revisions()[-1]) == (REVISION, REVISION)
    with engine.connect() as connection:
        if connection.dialect.name == "postgresql":  # without the queue's schema, whose tables are a library's
            connection.exec_driver_sql(f'SET search_path TO "{schema_of("default")}"')
        assert compare_metadata(MigrationContext.configure(connection), SCHEMA) == []


@pytest.mark.parametrize(
    ("made", "cited"), [(FIRST, ("请示", "青〔2021〕7号", "方案")), (f"{FIRST};{LATER}", ("原有",))]
)
def test_a_collection_from_before_migrations_opens_as_it_was(tmp_path: Path, made: str, cited: tuple[str, ...]) -> None:
    """Its rows are all there, it is of the newest revision then, and opening it again changes nothing."""
    engine = sql.create_engine(f"sqlite:///{tmp_path / 'zhengwen.sqlite'}")
    with engine.begin() as connection:
        for statement in filter(str.strip, made.split(";")):
            connection.exec_driver_sql(statement)
    engine.dispose()
    for _ in range(2):
        store, journal = Store.open(tmp_path, writing=False), Journal.open(tmp_path)
        assert store.generation() == "00000007"
        assert journal.turns("old") == ["一"]
        assert store.origins(["letter"])["letter"].cited == cited
        assert [reference.title for reference in store.references()["letter"]] == ["请示", "方案"]
        store.close()
        journal.close()
    opened = open_database(tmp_path)
    assert revision_of(opened) == REVISION
    with opened.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), SCHEMA) == []
    opened.dispose()


def stamped(place: Place, revision: str) -> None:
    """Makes the database one of this revision."""
    engine = open_database(place)
    with engine.begin() as connection:
        if revision < REVISION:
            for table in ("keys", "cited", "catalogued"):
                connection.execute(sql.text(f"DROP TABLE {table}"))
            connection.execute(sql.text("ALTER TABLE documents DROP COLUMN cited"))
        connection.execute(sql.text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})
    engine.dispose()


def test_a_database_of_a_newer_release_is_refused(place: Place) -> None:
    """Reading and writing say which revision it has, which is needed, and to install the newer release."""
    stamped(place, "9999")
    for writing in (False, True):
        with pytest.raises(DatabaseRevision, match=rf"revision 9999.*{REVISION}.*newer release: install"):
            open_database(place, writing=writing)


def test_an_older_database_is_migrated_by_who_writes(place: Place) -> None:
    """In PostgreSQL, which others use too, a reader is told the command; in SQLite opening is enough."""
    stamped(place, "0001")
    if place.database:
        with pytest.raises(DatabaseRevision, match="zhengwen database upgrade"):
            open_database(place, writing=False)
    engine = open_database(place, writing=bool(place.database))
    assert revision_of(engine) == REVISION
    assert sql.inspect(engine).has_table("keys")
    engine.dispose()


def test_many_processes_may_open_a_new_database_at_once(place: Place) -> None:
    """One makes the tables, the others wait for it; nobody fails."""
    with ThreadPoolExecutor(8) as threads:
        engines = list(threads.map(lambda _: open_database(place), range(8)))
    assert {revision_of(engine) for engine in engines} == {REVISION}
    for engine in engines:
        engine.dispose()


DYING = """
import os, signal, sys
from pathlib import Path
import sqlalchemy.event
from index.database import open_database
import index.migrating, alembic.command

import sqlalchemy as sql
left = int(sys.argv[2])
def count(*_):
    global left
    left -= 1
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
sql.event.listen(sql.Engine, "before_cursor_execute", count)
open_database(Path(sys.argv[1]))
"""


def test_a_process_killed_while_it_makes_the_tables_leaves_none(tmp_path: Path) -> None:
    """At whatever statement it dies, the next one makes all of them."""
    died = 0
    for at in range(2, 40, 6):
        home = tmp_path / str(at)
        shown = subprocess.run([sys.executable, "-c", DYING, str(home), str(at)], cwd=Path.cwd())
        died += shown.returncode == -signal.SIGKILL
        engine = open_database(home)
        with engine.connect() as connection:
            assert compare_metadata(MigrationContext.configure(connection), SCHEMA) == []
        engine.dispose()
    assert died >= 3


def test_a_database_that_cannot_be_reached_is_named_without_its_password(tmp_path: Path) -> None:
    """The error has host, port and name, the setting, and what to do; never the password."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    address = f"postgresql://officer:hidden-word@127.0.0.1:{port}/documents?password=hidden-too"
    place = Place(tmp_path, database=address)
    for attempt in (has_database, open_database, migrate, Journal.open):
        with pytest.raises(DatabaseUnreachable, match="ZHENGWEN_DATABASE") as caught:
            attempt(place)
        assert f"officer@127.0.0.1:{port}/documents" in str(caught.value)
        assert "hidden" not in str(caught.value)
    assert "hidden" not in name_of(place)
    assert "hidden" not in repr(place)


def test_a_server_that_goes_away_is_a_clear_error_and_comes_back(database: str, tmp_path: Path) -> None:
    """A connection that was broken off is an error with what to do, and the next use opens another."""
    journal = Journal.open(Place(tmp_path, database=database))
    journal.append_turn("a", "一")
    admin = sql.create_engine(database, poolclass=sql.NullPool, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection, journal._engine.connect() as broken:
        pid = broken.scalar(sql.text("SELECT pg_backend_pid()"))
        connection.execute(sql.text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})
        with pytest.raises(DatabaseUnreachable):
            broken.execute(sql.text("SELECT 1"))
    assert journal.turns("a") == ["一"]
    journal.close()


@pytest.mark.parametrize("address", ["mysql://u:hidden@h/d", "postgresql://u:hidden@h", "hidden", "postgres+x://h/hid"])
def test_an_address_that_is_none_is_refused_without_repeating_it(address: str) -> None:
    """Only PostgreSQL, and with a database's name; the error shows how to write it."""
    with pytest.raises(ValueError, match="postgresql\\+psycopg://USER") as caught:
        checked_address(address)
    assert "hid" not in str(caught.value)
    assert checked_address("postgres://u:a%40b@h/d") == "postgresql+psycopg://u:a%40b@h/d"


def test_collections_share_a_database_and_nothing_in_it(database: str, tmp_path: Path) -> None:
    """Each has tables of its own, whatever its name; all are listed."""
    root = Place(tmp_path, database=database)
    long = "a" * 62
    places = [root, *(root.collection(name) for name in ("finance", "queue", "a-b", long + "a", long + "b"))]
    for number, place in enumerate(places):
        assert not has_database(place)
        journal = Journal.open(place)
        journal.append_turn("same", str(number))
        journal.close()
    for number, place in enumerate(places):
        journal = Journal.open(place)
        assert journal.turns("same") == [str(number)]
        journal.close()
    assert {"default", "finance", "queue", "a-b"} < set(collections(root))


HOLDING = """
import sys, time
from pathlib import Path
from index.database import locked
from index.place import Place
with locked(Place(Path(sys.argv[1]), database=sys.argv[2])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_one_process_holds_a_collection_until_it_ends_or_dies(place: Place) -> None:
    """Another is told that it is busy, even with another folder for the same database; a death lets go."""
    place.folder.mkdir()
    elsewhere = replace(place, folder=place.folder.with_name("mounted")) if place.database else place
    elsewhere.folder.mkdir(exist_ok=True)
    command = [sys.executable, "-c", HOLDING, str(place.folder), place.database]
    holder = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path.cwd())
    assert holder.stdout is not None
    with holder, holder.stdout:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(CollectionBusy), locked(elsewhere):
            pass
        with ThreadPoolExecutor(1) as waiting:
            waited = waiting.submit(lambda: locked(elsewhere, wait=30).__enter__())
            assert not waited.done()
            holder.kill()
            waited.result(timeout=30)


def test_migrating_says_nothing_on_its_own(place: Place, caplog: pytest.LogCaptureFixture) -> None:
    """Alembic's messages reach nobody's terminal and no warning is raised."""
    with caplog.at_level(logging.WARNING):
        open_database(place).dispose()
    assert caplog.records == []


def test_a_store_that_nobody_closes_leaves_no_connection(database: str, tmp_path: Path) -> None:
    """Once it is forgotten the server counts none of its connections."""
    store = Store.open(Place(tmp_path / "home", database=database))
    store.summaries()
    del store
    gc.collect()
    watching = sql.create_engine(database, poolclass=sql.NullPool)
    counted = (
        "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'zhengwen' AND datname = current_database()"
    )
    deadline = time.monotonic() + 5
    with watching.connect() as connection:
        while (left := connection.scalar(sql.text(counted))) and time.monotonic() < deadline:
            time.sleep(0.05)
    assert left == 0
