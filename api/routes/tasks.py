"""The task ledger (任务台账)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from fastapi import APIRouter, Header, Query, Request
from starlette.responses import JSONResponse, Response

from api import ledger
from api.ledger_search import wanted_records
from api.negotiation import preferred
from api.problems import Problem
from api.routes import PROBLEM, Limit, Offset, Reading, next_page
from api.schemas import Day, Name, TasksOut
from index.library import Library

router = APIRouter(prefix="/v1", tags=["tasks"], responses=PROBLEM)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Format = Literal["json", "csv", "xlsx", "ics"]
MEDIA_TYPES: dict[Format, str] = {"json": "application/json", "csv": "text/csv", "xlsx": XLSX, "ics": "text/calendar"}
MEDIA_FORMATS = {media_type: name for name, media_type in MEDIA_TYPES.items()}
WRITERS = {"csv": ledger.to_csv, "xlsx": ledger.to_xlsx, "ics": ledger.to_ics}


@router.get(
    "/tasks",
    response_model=None,
    responses={
        200: {
            "model": TasksOut,
            "description": "a page of records; every record in the other formats",
            "content": {media: {"schema": {"type": "string"}} for media in list(MEDIA_TYPES.values())[1:]},
        }
    },
)
def tasks(
    request: Request,
    here: Reading,
    lead: Annotated[Name | None, Query(description="the unit leads, under any of its names")] = None,
    unit: Annotated[Name | None, Query(description="the unit leads or takes part")] = None,
    participant: Annotated[Name | None, Query(description="the unit takes part without leading")] = None,
    due_before: Annotated[Day | None, Query(description="due on this day or earlier")] = None,
    due_after: Annotated[Day | None, Query(description="due on this day or later")] = None,
    document_id: Annotated[tuple[Name, ...], Query(description="only of these documents")] = (),
    q: Annotated[Name | None, Query(description="words that must all occur in the record")] = None,
    missing: Annotated[ledger.Missing | None, Query(description="only records that do not state this")] = None,
    format: Annotated[Format | None, Query()] = None,
    limit: Limit = 100,
    offset: Offset = 0,
    accept: Annotated[str, Header(include_in_schema=False)] = "*/*",
) -> Response:
    """The records that meet every filter, by document and then in text order."""
    library = here.collection.library
    wanted = ledger.Wanted(lead, unit, due_before, due_after, tuple((q or "").split()), missing, participant)
    records = wanted_records(library, wanted, known(library, document_id))
    chosen = format or MEDIA_FORMATS[preferred(accept, list(MEDIA_FORMATS)) or "application/json"]
    if chosen != "json":
        sources = {record.document_id: library.document(record.document_id).metadata for record in records}
        headers = {"Content-Disposition": f'attachment; filename="tasks.{chosen}"'}
        return Response(WRITERS[chosen](records, sources), headers=headers, media_type=MEDIA_TYPES[chosen])
    return JSONResponse(
        {
            "tasks": [ledger.row_json(record, library) for record in records[offset : offset + limit]],
            "total": len(records),
            "next": next_page(request, offset, limit, len(records)),
        }
    )


def known(library: Library, document_ids: Sequence[str]) -> Sequence[str] | None:
    """The ids, all of which exist; None where none is given."""
    unknown = set(document_ids) - {summary.id for summary in library.documents()}
    if unknown:
        raise Problem("unknown-document", f"No document has the id {min(unknown)!r}; GET /v1/documents lists them.")
    return document_ids or None
