"""The HTTP routes, one module a resource."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Depends, Query, Request

from api.access import allowed
from api.schemas import ProblemOut
from api.workspace import Workspace

PROBLEM: dict[int | str, dict[str, Any]] = {
    "default": {
        "model": ProblemOut,
        "description": "an RFC 9457 problem document",
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/ProblemOut"}}},
    }
}


# The collection that a request is about, for those whose key may ask in it, read it, or change it.
Asking = Annotated[Workspace, Depends(allowed("ask"))]
Reading = Annotated[Workspace, Depends(allowed("read"))]
Managing = Annotated[Workspace, Depends(allowed("manage"))]
Limit = Annotated[int, Query(ge=1, le=500, description="how many at most")]
Offset = Annotated[int, Query(ge=0, le=10_000_000, description="how many to pass over; `next` has it set")]


def next_page(request: Request, offset: int, limit: int, total: int) -> str | None:
    """The address of the following page, relative to the server, or None on the last."""
    if offset + limit >= total:
        return None
    following = request.url.include_query_params(offset=offset + limit, limit=limit)
    return f"{following.path}?{following.query}"
