"""Databases of either kind for the tests."""

from __future__ import annotations

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
