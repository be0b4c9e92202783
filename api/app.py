"""The server: settings in, an ASGI application out."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from importlib.metadata import version

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.staticfiles import StaticFiles

from api import problems
from api.access import Gate, Rates
from api.keys import Keys
from api.limits import BodyLimit
from api.readers import Readers
from api.routes import ask, conversations, documents, health, pages, search, tasks
from api.security import SecurityHeaders
from api.settings import Settings
from api.workspace import Workspaces

DESCRIPTION = "Questions over official documents, answered from their words: exact, complete, cited verbatim."


def create_app(settings: Settings | None = None) -> FastAPI:
    """The application over the collection in `settings.data`. Raises FolderNotWritable."""
    settings = settings or Settings()
    workspaces = Workspaces(settings.data, settings.model, settings.conversation_turns)

    @contextlib.asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.readers = Readers(workspaces, settings.model)
        reading = asyncio.create_task(app.state.readers.run())
        yield
        reading.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await reading

    # The usual documentation pages load scripts from elsewhere, which no page here may: /openapi.json describes it all.
    app = FastAPI(
        title="zhengwen 政问",
        description=DESCRIPTION,
        version=version("zhengwen"),
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
    )
    app.state.settings = settings
    app.state.gate = Gate(
        Keys(settings.data / "keys.json"),
        workspaces,
        Rates(settings.rate_key, settings.rate_address, settings.rate_storage),
    )
    problems.install(app)
    for routes in (ask, search, tasks, documents, conversations, health, pages):
        app.include_router(routes.router)
    app.mount("/static", StaticFiles(directory=pages.PAGES / "static"), name="static")
    app.add_middleware(BodyLimit, upload_bytes=settings.upload_megabytes << 20)
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_methods=["GET", "POST", "DELETE"],
            allow_headers=["Authorization", "Content-Type", "Idempotency-Key"],
        )
    app.add_middleware(SecurityHeaders)
    return app
