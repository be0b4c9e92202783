"""What browsers load: the pages, the widget, and an explanation of each kind of problem."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Header
from starlette.responses import FileResponse, JSONResponse, Response

from api.problems import KINDS, Problem
from api.widget import widget_script

router = APIRouter(include_in_schema=False)
PAGES = Path(__file__).parent.parent / "pages"


@router.get("/")
def chat() -> Response:
    """The chat page."""
    return page("chat")


@router.get("/tasks")
def tasks() -> Response:
    """The ledger page."""
    return page("tasks")


@router.get("/documents")
def documents() -> Response:
    """The collection page."""
    return page("documents")


@router.get("/documents/{document_id}")
def reader(document_id: str) -> Response:
    """The reader; the page itself finds out whether the document exists."""
    return page("reader")


@router.get("/widget.js")
def widget(if_none_match: Annotated[str, Header()] = "") -> Response:
    """The chat widget, for any page of any origin."""
    script = widget_script().encode()
    tag = f'"{sha256(script).hexdigest()[:32]}"'
    headers = {
        "ETag": tag,
        "Cache-Control": "public, max-age=300",
        "Access-Control-Allow-Origin": "*",
        "Cross-Origin-Resource-Policy": "cross-origin",
    }
    if tag in if_none_match:
        return Response(status_code=304, headers=headers)
    return Response(script, headers=headers, media_type="text/javascript; charset=utf-8")


@router.get("/problems/{name}")
def problem(name: str) -> Response:
    """What a problem's `type` stands for."""
    if name not in KINDS:
        raise Problem("not-found", "No kind of problem has this name.")
    kind = KINDS[name]
    return JSONResponse({"type": kind.type, "title": kind.title, "status": kind.status})


def page(name: str) -> FileResponse:
    """A page of the product; browsers ask again whether it changed."""
    return FileResponse(PAGES / f"{name}.html", headers={"Cache-Control": "no-cache"})
