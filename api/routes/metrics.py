"""Numbers for Prometheus."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from prometheus_client import CONTENT_TYPE_LATEST
from starlette.responses import Response

from api.access import allowed
from api.observation import Metrics
from api.routes import PROBLEM
from api.workspace import Workspace, Workspaces
from index.errors import LibraryError

router = APIRouter(tags=["health"], responses=PROBLEM)


@router.get(
    "/metrics",
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}},
)
def metrics(request: Request, here: Annotated[Workspace, Depends(allowed("manage"))]) -> Response:
    """Requests, answers, stages, generations and waiting uploads, in the text format of Prometheus."""
    numbers: Metrics = request.app.state.metrics
    measure(numbers, request.app.state.gate.workspaces)
    return Response(numbers.page(), media_type=CONTENT_TYPE_LATEST)


def measure(numbers: Metrics, workspaces: Workspaces) -> None:
    """Takes the numbers that are looked up rather than counted."""
    for here in workspaces.opened():
        numbers.waiting.labels(here.name).set(len(here.jobs.waiting()))
        try:
            library = here.collection.library
        except LibraryError:
            continue
        numbers.generation.labels(here.name).set(int(library.generation))
        numbers.documents.labels(here.name).set(len(library.documents()))
