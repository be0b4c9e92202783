"""The server: settings in, an ASGI application out."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from importlib.metadata import version

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Route
from starlette.staticfiles import StaticFiles

from api import problems
from api.access import Gate, Rates
from api.allocating import give_back_what_is_freed, pass_over_what_stays
from api.answering import Answering, places_to_answer
from api.keys import Keys
from api.language_model import language_model
from api.limits import BodyLimit
from api.mcp_transport import GatedMcp
from api.observation import Metrics, Observed, write_log
from api.readers import Readers
from api.routes import (
    ask,
    conversations,
    documents,
    health,
    metrics,
    openai,
    pages,
    pictures,
    search,
    tasks,
    units,
)
from api.security import CrossOrigin, SecurityHeaders
from api.settings import Settings
from api.workspace import Workspace, Workspaces, open_workspace
from assistant.types import Answer
from index.errors import CollectionMissing
from index.place import DEFAULT, Place

DESCRIPTION = "Questions over official documents, answered from their words: exact, complete, cited verbatim."
ROUTES = (ask, search, tasks, units, documents, pictures, conversations, openai, health, metrics, pages)
log = logging.getLogger("zhengwen")


def create_app(settings: Settings | None = None) -> FastAPI:
    """The application over the collections in `settings.data`. Raises FolderNotWritable, DatabaseUnreachable and
    ExtraMissing."""
    settings = settings or Settings()
    numbers = Metrics()

    def answered(answer: Answer) -> None:
        numbers.count(answer)
        said = {"status": answer.status, "language": answer.language, "answer": answer.id}
        log.info("answer", extra={**said, "question": answer.question} if settings.log_questions else said)

    wording = language_model(settings)
    answering = Answering(places_to_answer(settings.workers, wording is not None))

    def opening(place: Place) -> Workspace:
        return open_workspace(
            place, settings.model, settings.conversation_turns, answered, wording, settings.reranker, answering
        )

    workspaces = Workspaces(settings.place, opening)
    rates = Rates(settings.rate_key, settings.rate_address, settings.rate_wrong_keys, settings.rate_storage)
    kept = workspaces[DEFAULT].journal if settings.database else settings.data / "keys.json"
    gate = Gate(Keys(kept), workspaces, rates)
    mcp, readers = GatedMcp(gate, "/mcp"), Readers(workspaces, settings.model)

    @contextlib.asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        working = [asyncio.create_task(work) for work in (readers.run(), settle(workspaces, mcp))]
        yield
        for task in working:
            task.cancel()
        await asyncio.gather(*working, return_exceptions=True)

    # The usual documentation pages load scripts from elsewhere, which no page here may: /openapi.json describes it all.
    app = FastAPI(
        title="zhengwen 政问",
        description=DESCRIPTION,
        version=version("zhengwen"),
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        # Traces and metrics go where the usual OTEL_* variables say (extra `otel`); what was asked never does.
        telemetry={"auto_configure": True, "logs": False},
    )
    app.state.settings, app.state.gate, app.state.metrics, app.state.readers = settings, gate, numbers, readers
    problems.install(app)
    for routes in ROUTES:
        app.include_router(routes.router)
    app.router.routes.append(Route("/mcp", mcp, include_in_schema=False))
    app.mount("/static", StaticFiles(directory=pages.PAGES / "static"), name="static")
    # The last one added is the first that a request meets.
    app.add_middleware(BodyLimit, upload_bytes=settings.upload_megabytes << 20)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(CrossOrigin, origins=settings.cors_origins, keys=gate.keys)
    app.add_middleware(SecurityHeaders, hosts=settings.hosts)
    app.add_middleware(Observed, metrics=numbers)
    return app


async def settle(workspaces: Workspaces, mcp: GatedMcp) -> None:
    """Opens the default collection and reads what its first answers need, so that nobody waits for that; then loads and
    runs what takes long to load."""
    try:
        await asyncio.to_thread(lambda: workspaces[DEFAULT].collection.prepare())
        pass_over_what_stays()
    except CollectionMissing:
        log.info("there are no documents yet")
    except Exception:
        log.exception("the collection cannot be opened")
    await mcp.run()


def served() -> FastAPI:
    """The application as `zhengwen serve` runs it: settings from the environment, its log on standard error."""
    settings = Settings()
    write_log(settings.log_level, settings.log_format)
    give_back_what_is_freed()
    return create_app(settings)
