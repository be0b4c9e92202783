"""Databases of either kind for the tests, and a Milvus server."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import pytest
import sqlalchemy as sql

from index.place import Place
from tests.postgres import MISSING, NoServer, running

NUMBERS = count()


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The address of a private server, without a database."""
    if find_spec("psycopg") is None:
        pytest.skip(MISSING)
    try:
        with running() as address:
            yield address
    except NoServer as missing:
        pytest.skip(str(missing))


def accepts(port: int) -> bool:
    """Whether a server takes connections at a port of this machine."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1):
            return True
    except OSError:
        return False


@pytest.fixture
def database(postgresql_server: str) -> Iterator[str]:
    """The address of an empty PostgreSQL database of the test's own."""
    name = f"test_{next(NUMBERS)}"
    engine = sql.create_engine(f"{postgresql_server}/postgres", isolation_level="AUTOCOMMIT", poolclass=sql.NullPool)
    with engine.connect() as connection:
        connection.execute(sql.text(f"CREATE DATABASE {name}"))
    yield f"{postgresql_server}/{name}"
    with engine.connect() as connection:
        connection.execute(sql.text(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Where a collection can stand: in a folder alone, and with its rows in PostgreSQL."""
    if request.param == "sqlite":
        return Place(tmp_path / "home")
    return Place(tmp_path / "home", database=request.getfixturevalue("database"))


@pytest.fixture(scope="session")
def milvus_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server process that speaks Milvus's protocol."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("milvus") / "data"
    arguments = ["server", "--data-dir", str(folder), "--host", "127.0.0.1", "--port", str(port)]
    command = [sys.executable, "-m", "milvus_lite", *arguments]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + 60
        while not accepts(port):
            assert process.poll() is None, "the Milvus server ended"
            assert time.monotonic() < end, "the Milvus server does not start"
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)
