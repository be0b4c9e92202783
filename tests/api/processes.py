"""Commands and servers in processes of their own, over one collection."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any

import httpx

from index.place import Place

COMMAND = [sys.executable, "-c", "from api.cli import main; main()"]
Start = Callable[..., subprocess.Popen[str]]


def settings(place: Place) -> dict[str, str]:
    """The environment of every process that works on the collection."""
    there = {"ZHENGWEN_DATA": str(place.folder), "ZHENGWEN_DATABASE": place.database, "ZHENGWEN_MILVUS": place.milvus}
    return {**os.environ, **there, "COLUMNS": "300"}


@contextmanager
def starting(environment: dict[str, str]) -> Iterator[Start]:
    """Starts commands, each in a process group of its own, which are killed at the end."""
    with ExitStack() as until_the_end:

        def start(*arguments: str) -> subprocess.Popen[str]:
            process = subprocess.Popen(
                [*COMMAND, *arguments],
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                start_new_session=True,
            )
            until_the_end.callback(end, process)
            return process

        yield start


def served(start: Start) -> httpx.Client:
    """Starts a server process and waits until it answers; a client of it."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    process = start("serve", "--port", address.rpartition(":")[2])

    def answers() -> bool:
        assert process.poll() is None, process.stdout and process.stdout.read()
        try:
            urllib.request.urlopen(f"{address}/readyz", timeout=5).close()
        except urllib.error.HTTPError:
            return False
        except OSError:
            return False
        return True

    until(answers)
    return httpx.Client(base_url=address, timeout=60)


def end(process: subprocess.Popen[str]) -> None:
    """Kills a process with its children."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(10)
    assert process.stdout is not None
    process.stdout.close()


def until(true: Callable[[], bool], seconds: float = 90) -> None:
    """Waits for it."""
    last = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < last, "this takes too long"
        time.sleep(0.05)


def finished(client: httpx.Client, job: dict[str, Any]) -> dict[str, Any]:
    """The job when it has ended."""
    until(lambda: bool(client.get(job["url"]).raise_for_status().json()["finished"]))
    found: dict[str, Any] = client.get(job["url"]).json()
    return found
