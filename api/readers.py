"""The server's side of uploads: one reader process at a time, started when jobs wait."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import sys

from api.workspace import Workspaces
from index.place import Place

log = logging.getLogger("zhengwen")
# Also looks without being woken: for jobs left by another server process, or by one that was killed.
LOOK_SECONDS = 5.0


class Readers:
    """Runs a reader process whenever a collection has waiting jobs, for as long as the server runs."""

    def __init__(self, workspaces: Workspaces, model: str | None) -> None:
        self._workspaces, self._model = workspaces, model
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Says that a job was submitted."""
        self._woken.set()

    async def run(self) -> None:
        """Until cancelled; a running reader is then ended, and its job is taken up by the next start."""
        if self._workspaces.place.database:
            await self._work()
        while True:
            self._woken.clear()
            for name in self._workspaces.names():
                here = self._workspaces.find(name)
                if here and here.jobs.waiting():
                    await self._read(here.place)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._woken.wait(), LOOK_SECONDS)

    async def _work(self) -> None:
        """Keeps a worker running, which takes jobs from PostgreSQL as they come."""
        place = self._workspaces.place
        environment = {**os.environ, **addresses(place), "ZHENGWEN_MODEL": self._model or ""}
        while True:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "api.worker", str(place.folder)),
                stdin=asyncio.subprocess.PIPE,
                env=environment,
            )
            try:
                code = await process.wait()
                log.error("the worker ended with status %s; another is started in %s seconds", code, LOOK_SECONDS)
            finally:
                if process.returncode is None:
                    process.kill()
                    await process.wait()
            await asyncio.sleep(LOOK_SECONDS)

    async def _read(self, place: Place) -> None:
        command = (sys.executable, "-m", "api.jobs", str(place.folder), self._model or "")
        environment = {**os.environ, **addresses(place)}
        process = await asyncio.create_subprocess_exec(*command, stdin=asyncio.subprocess.DEVNULL, env=environment)
        try:
            if code := await process.wait():
                log.error("the reader process ended with status %s; waiting jobs are tried again", code)
        finally:
            if process.returncode is None:
                process.terminate()
                await process.wait()


def addresses(place: Place) -> dict[str, str]:
    """The services of a place as settings of a process: addresses may hold passwords, which the list of processes
    would show to everybody."""
    return {"ZHENGWEN_DATABASE": place.database, "ZHENGWEN_MILVUS": place.milvus}
