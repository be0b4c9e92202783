"""Where the Model Context Protocol meets the server: behind the gate, and loaded while the server already answers."""

from __future__ import annotations

import asyncio
from importlib import import_module

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from api.access import Gate
from api.problems import Problem

WORKSPACE = "zhengwen.workspace"


class GatedMcp:
    """Answers calls at `path` for keys that may ask and read. The SDK takes longer to import than the rest of the
    server together, so that `run` loads it in the background; an early call waits for it."""

    def __init__(self, gate: Gate, path: str) -> None:
        self._gate, self._path = gate, path
        self._loaded = asyncio.Event()
        self._app: ASGIApp | None = None

    async def run(self) -> None:
        """Keeps the transport going until cancelled."""
        try:
            app = await asyncio.to_thread(lambda: import_module("api.mcp_server").http_application(self._path))
            async with app.router.lifespan_context(app):
                self._app = app
                self._loaded.set()
                await asyncio.Event().wait()
        finally:
            self._app = None
            self._loaded.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            scope[WORKSPACE] = self._gate.admit(Request(scope), "ask", "read")
            await self._loaded.wait()
            if self._app is None:
                raise Problem("not-ready", "The server is being stopped; try again in a moment.")
        except Problem as problem:
            await problem.response()(scope, receive, send)
        else:
            await self._app(scope, receive, send)
