"""Whether the server lives and can answer."""

from __future__ import annotations

from fastapi import APIRouter, Request
from pydantic import BaseModel

from api.access import Gate
from api.routes import PROBLEM
from index.place import DEFAULT

router = APIRouter(tags=["health"], responses=PROBLEM)


class Health(BaseModel):
    """The process answers."""

    status: str


class Readiness(Health):
    """The index is open and the model loaded."""

    generation: str
    model: str


@router.get("/healthz")
async def healthz() -> Health:
    """Whether the process answers."""
    return Health(status="ok")


@router.get("/readyz")
def readyz(request: Request) -> Readiness:
    """Whether questions can be answered: the index of the default collection is open, the model loaded, and what first
    questions would wait for is read."""
    gate: Gate = request.app.state.gate
    here = gate.workspaces[DEFAULT].collection
    here.prepare()
    return Readiness(status="ready", generation=here.library.generation, model=here.embedder.name)
