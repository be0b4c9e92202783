"""Search without an answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import fastapi
from fastapi import APIRouter
from starlette.responses import JSONResponse, Response

from api.collection import Collection
from api.routes import PROBLEM, Reading
from api.schemas import Day, Name, Question, ResultsOut
from index.glossary import renderings
from index.library import Library
from index.types import Filters, Query

router = APIRouter(prefix="/v1", tags=["search"], responses=PROBLEM)


@router.get("/search", response_model=None, responses={200: {"model": ResultsOut, "description": "best first"}})
def search(
    here: Reading,
    q: Annotated[Question, fastapi.Query(description="what to look for")],
    limit: Annotated[int, fastapi.Query(ge=1, le=100)] = 10,
    document_id: Annotated[tuple[Name, ...], fastapi.Query()] = (),
    issuer: Annotated[tuple[Name, ...], fastapi.Query()] = (),
    issued_from: Day | None = None,
    issued_to: Day | None = None,
    section: Annotated[tuple[Name, ...], fastapi.Query(description="words of a heading above the passage")] = (),
) -> Response:
    """Passages, best first."""
    filters = Filters(frozenset(document_id), frozenset(issuer), issued_from, issued_to, frozenset(section))
    return JSONResponse({"results": found_passages(here.collection, q, limit, filters)})


def found_passages(collection: Collection, text: str, limit: int, filters: Filters) -> list[dict[str, Any]]:
    """The best passages as the contract has them."""
    query = Query(text, tuple(renderings(text)))
    return collection.whole(lambda opened: list(_told(opened.library, query, limit, filters)))


def _told(library: Library, query: Query, limit: int, filters: Filters) -> Iterator[dict[str, Any]]:
    for hit in library.search_passages(query, limit, filters):
        passage = library.passage(hit.id)
        yield {
            "passage_id": passage.id,
            "document_id": passage.document_id,
            "title": library.summary(passage.document_id).title,
            "section": list(passage.section),
            "text": passage.text,
            "start": passage.span.start,
            "end": passage.span.end,
            "score": hit.score,
        }
