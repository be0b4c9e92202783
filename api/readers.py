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
        while True:
            self._woken.clear()
            for name in self._workspaces.names():
                here = self._workspaces.find(name)
                if here and here.jobs.waiting():
                    await self._read(here.place)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._woken.wait(), LOOK_SECONDS)

    async def _read(self, place: Place) -> None:
        command = (sys.executable, "-m", "api.jobs", str(place.folder), self._model or "")
        # Addresses may hold passwords, which the list of processes would show to everybody.
        environment = {**os.environ, "ZHENGWEN_MILVUS": place.milvus}
        process = await asyncio.create_subprocess_exec(*command, stdin=asyncio.subprocess.DEVNULL, env=environment)
        try:
            if code := await process.wait():
                log.error("the reader process ended with status %s; waiting jobs are tried again", code)
        finally:
            if process.returncode is None:
                process.terminate()
                await process.wait()
