"""Pages of documents as they were printed, for the reader."""

from __future__ import annotations

from hashlib import sha256
from typing import Annotated

from fastapi import APIRouter, Header, Path, Query
from fastapi.concurrency import run_in_threadpool
from starlette.responses import Response

from api.page_picture import Box, PageNotDrawn, page_picture
from api.problems import Problem
from api.routes import PROBLEM, Reading
from corpus.types import Document, Span

router = APIRouter(prefix="/v1", tags=["documents"], responses=PROBLEM)
PDF = "application/pdf"


@router.get(
    "/documents/{document_id}/pages/{number}",
    response_class=Response,
    responses={
        200: {"content": {"image/png": {"schema": {"type": "string", "format": "binary"}}}},
        304: {"description": "the picture is the one that the client has"},
    },
)
async def page(
    document_id: Annotated[str, Path(min_length=1, max_length=300)],
    number: Annotated[int, Path(ge=1, le=100_000, description="counted from 1")],
    here: Reading,
    start: Annotated[int, Query(ge=0, description="mark what was cited from here")] = 0,
    end: Annotated[int, Query(ge=0, description="to before here")] = 0,
    if_none_match: Annotated[str, Header()] = "",
) -> Response:
    """A page of a PDF as a picture, with the blocks marked that the span [start, end) of the text lies in."""
    library = here.collection.library
    document = await run_in_threadpool(library.printed, document_id)
    if document.media_type != PDF or number > last_page(document):
        raise Problem("not-found", "Only the pages of PDF files can be shown; GET /v1/documents/{id} lists them.")
    marked = Span(start, max(start, end))
    tag = f'"{sha256(f"{document.digest} {number} {marked}".encode()).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if tag in (known.strip().removeprefix("W/") for known in if_none_match.split(",")):
        return Response(status_code=304, headers=headers)
    try:
        picture = await page_picture(library.original(document_id), number, boxes(document, number, marked))
    except PageNotDrawn as problem:
        raise Problem("not-found", f"This page cannot be drawn: {problem}.") from problem
    return Response(picture, headers=headers, media_type="image/png")


def last_page(document: Document) -> int:
    """The number of the last page that any text stands on, 0 for a document without pages."""
    return max((block.page or 0 for block in document.blocks), default=0)


def boxes(document: Document, number: int, marked: Span) -> list[Box]:
    """Where the blocks stand on the page that a span lies in."""
    return [
        block.box for block in document.blocks if block.box and block.page == number and block.span.overlaps(marked)
    ]


def page_spans(document: Document) -> list[tuple[int, Span]]:
    """Where the text of each page stands, in the order of the pages."""
    spans: dict[int, Span] = {}
    for block in document.blocks:
        if block.page is not None:
            known = spans.get(block.page, block.span)
            spans[block.page] = Span(min(known.start, block.span.start), max(known.end, block.span.end))
    return sorted(spans.items())
