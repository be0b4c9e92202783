"""Search without an answer."""

from __future__ import annotations

from typing import Annotated, Any

import fastapi
from fastapi import APIRouter
from starlette.responses import JSONResponse, Response

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
    return JSONResponse({"results": found_passages(here.collection.library, q, limit, filters)})


def found_passages(library: Library, text: str, limit: int, filters: Filters) -> list[dict[str, Any]]:
    """The best passages as the contract has them."""
    titles = {summary.id: summary.title for summary in library.documents()}
    results = []
    for hit in library.search_passages(Query(text, tuple(renderings(text))), limit, filters):
        passage = library.passage(hit.id)
        results.append(
            {
                "passage_id": passage.id,
                "document_id": passage.document_id,
                "title": titles[passage.document_id],
                "section": list(passage.section),
                "text": passage.text,
                "start": passage.span.start,
                "end": passage.span.end,
                "score": hit.score,
            }
        )
    return results
