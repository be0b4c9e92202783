"""Whether the server lives and can answer."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel

from api.routes import PROBLEM, Here

router = APIRouter(tags=["health"], responses=PROBLEM)


class Health(BaseModel):
    """The process answers."""

    status: str


class Readiness(Health):
    """The index is open and the model loaded."""

    generation: str
    documents: int
    model: str


@router.get("/healthz")
async def healthz() -> Health:
    """Whether the process answers."""
    return Health(status="ok")


@router.get("/readyz")
def readyz(here: Here) -> Readiness:
    """Whether questions can be answered: the index is open and the model loaded."""
    library = here.collection.library
    return Readiness(
        status="ready",
        generation=library.generation,
        documents=len(library.documents()),
        model=here.collection.embedder.name,
    )
