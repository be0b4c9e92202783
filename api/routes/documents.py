"""The collection: what is in it, its texts, uploads and their jobs."""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence
from dataclasses import asdict
from hashlib import sha256
from typing import Annotated, Any, BinaryIO
from urllib.parse import quote

from fastapi import APIRouter, Header, Path, Request
from fastapi.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.responses import FileResponse, JSONResponse, Response

from api.document_schemas import DocumentOut, DocumentsOut, JobOut
from api.jobs import Job
from api.problems import Problem
from api.routes import PROBLEM, Limit, Managing, Offset, Reading, next_page
from api.routes.pictures import page_spans
from api.workspace import Workspace
from corpus.types import Document, Section, Span
from index.build import remove
from index.errors import CollectionMissing
from index.types import DocumentSummary

router = APIRouter(prefix="/v1", tags=["documents"], responses=PROBLEM)
Id = Annotated[str, Path(min_length=1, max_length=300)]
UPLOAD = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["files"],
                    "properties": {
                        "files": {"type": "array", "minItems": 1, "items": {"type": "string", "format": "binary"}}
                    },
                }
            }
        },
    }
}


@router.get("/documents", response_model=None, responses={200: {"model": DocumentsOut}})
def documents(request: Request, here: Reading, limit: Limit = 100, offset: Offset = 0) -> Response:
    """Every document, by id."""
    try:
        summaries = here.collection.library.documents()
    except CollectionMissing:
        summaries = ()
    return JSONResponse(
        {
            "documents": [summary_json(summary) for summary in summaries[offset : offset + limit]],
            "total": len(summaries),
            "next": next_page(request, offset, limit, len(summaries)),
        }
    )


@router.get("/documents/{document_id}", response_model=None, responses={200: {"model": DocumentOut}})
def document(document_id: Id, here: Reading) -> Response:
    """What was read of a document: metadata, what it cites and what cites it, outline, tables, counts, warnings."""
    library = here.collection.library
    found = library.printed(document_id)
    summary = next(summary for summary in library.documents() if summary.id == document_id)
    sections, tables = library.sections(document_id), library.tables(document_id)
    return JSONResponse(
        {
            **summary_json(summary),
            **metadata_json(found, library.cited(found)),
            "cited_by": list(library.cited_by(document_id)),
            "sections": [section_json(section) for section in sections],
            "tables": [
                {
                    "index": table.index,
                    "section": list(table.section),
                    **span_json(table.span),
                    "header": [cell.text for cell in table.header],
                    "rows": len(table.rows),
                }
                for table in tables
            ],
            "pages": [{"number": number, **span_json(span)} for number, span in page_spans(found)],
            "counts": {
                "characters": summary.characters,
                "sections": len(sections),
                "tables": len(tables),
                "passages": summary.passages,
                "records": summary.records,
            },
        }
    )


@router.get(
    "/documents/{document_id}/text",
    response_class=Response,
    responses={
        200: {"content": {"text/plain": {"schema": {"type": "string"}}}},
        304: {"description": "the text is the one that the client has"},
    },
)
def text(document_id: Id, here: Reading, if_none_match: Annotated[str, Header()] = "") -> Response:
    """The canonical text that all offsets refer to, unchanged."""
    content = here.collection.library.document(document_id).text.encode("utf-8", "surrogatepass")
    tag = f'"{sha256(content).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if tag in (known.strip().removeprefix("W/") for known in if_none_match.split(",")):
        return Response(status_code=304, headers=headers)
    return Response(content, headers=headers, media_type="text/plain; charset=utf-8")


@router.get(
    "/documents/{document_id}/original",
    response_class=FileResponse,
    responses={200: {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}},
)
def original(document_id: Id, here: Reading) -> Response:
    """The file that the document was read from, always as a download: a stranger's HTML must not run here."""
    path = here.collection.library.original(document_id)
    if not path.is_file():
        raise Problem("unknown-original", "The file this document was read from is no longer kept; upload it again.")
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return FileResponse(path, media_type=media_type, filename=document_id + path.suffix)


@router.post(
    "/documents", status_code=202, response_model=None, responses={202: {"model": JobOut}}, openapi_extra=UPLOAD
)
async def upload(
    request: Request,
    here: Managing,
    idempotency_key: Annotated[
        str | None,
        Header(pattern=r"^[!-~]{1,200}$", description="the same for every try of one upload, which is then done once"),
    ] = None,
) -> Response:
    """Takes files (any field name) and answers with the job that reads them; watch it at `url`."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise Problem("unsupported-media-type", "Send the files as multipart/form-data, in fields named `files`.")
    most: int = request.app.state.settings.upload_files
    async with request.form(max_files=most, max_fields=100) as form:
        files = [value for _, value in form.multi_items() if isinstance(value, UploadFile) and value.filename]
        if not files:
            raise Problem("invalid-request", "Send at least one file, in a field named `files`.")
        received = [(file.filename or "", file.file) for file in files]
        submitted = await run_in_threadpool(submit, here, received, caller(request), idempotency_key)
    request.app.state.readers.wake()
    return JSONResponse(job_json(submitted), 202, {"Location": f"/v1/jobs/{submitted.id}"})


@router.delete("/documents/{document_id}", status_code=204)
def delete(document_id: Id, here: Managing) -> None:
    """Removes a document with everything that was read of it; it cannot be found from then on."""
    here.collection.library.document(document_id)
    remove([document_id], here.place, embedder=here.collection.embedder)
    here.collection.opened(wait=True)


@router.get("/jobs/{job_id}", response_model=None, responses={200: {"model": JobOut}})
def job(job_id: Id, here: Managing) -> Response:
    """An ingestion's progress and the outcome of each file."""
    found = here.jobs.find(job_id)
    if found is None:
        raise Problem("unknown-job", f"No job has the id {job_id!r}; POST /v1/documents starts one.")
    if found.finished:
        # Whoever learns that the documents landed must find them.
        here.collection.opened(wait=True)
    return JSONResponse(job_json(found))


def submit(here: Workspace, files: Sequence[tuple[str, BinaryIO]], caller: str, idempotency_key: str | None) -> Job:
    """The job of an upload; of a repeated one, the job that it already has. Raises Problem when the same
    Idempotency-Key comes with other files."""
    if idempotency_key is None:
        return here.jobs.submit(files)
    job_id = sha256(f"{caller}\n{idempotency_key}".encode()).hexdigest()[:32]
    fingerprint = sha256()
    for name, content in files:
        fingerprint.update(f"{name}\n".encode("utf-8", "surrogatepass"))
        while piece := content.read(1 << 20):
            fingerprint.update(piece)
        content.seek(0)
    known = here.jobs.find(job_id)
    if known and known.fingerprint == fingerprint.hexdigest():
        return known
    if known:
        raise Problem("conflict", "This Idempotency-Key was used for other files; use a new one for these.")
    try:
        return here.jobs.submit(files, job_id, fingerprint.hexdigest())
    except FileExistsError as error:
        raise Problem("conflict", "The same upload is being received; wait and send it again.") from error


def caller(request: Request) -> str:
    """Whose Idempotency-Keys these are: those of the key, or everybody's on an open server."""
    key: str = request.scope.get("zhengwen.key", "")
    return key


def summary_json(summary: DocumentSummary) -> dict[str, Any]:
    """A document as the list shows it."""
    return {
        "id": summary.id,
        "title": summary.title,
        "number": summary.number,
        "issuer": summary.issuer,
        "issuers": list(summary.issuers),
        "issued": summary.issued and summary.issued.isoformat(),
        "published": summary.published and summary.published.isoformat(),
        "media_type": summary.media_type,
        "digest": summary.digest,
        "characters": summary.characters,
        "passages": summary.passages,
        "records": summary.records,
        "added": summary.added.isoformat(),
        "warnings": list(summary.warnings),
        "url": f"/documents/{quote(summary.id)}",
    }


def metadata_json(found: Document, cited: Sequence[str | None]) -> dict[str, Any]:
    """What the document says about itself beyond its summary; `cited` are the ids of what it cites."""
    metadata = found.metadata
    return {
        "recipients": metadata.recipients,
        "status": metadata.status,
        "source": metadata.source,
        "references": [
            {"title": reference.title, "number": reference.number, "document_id": name, **span_json(reference.span)}
            for reference, name in zip(metadata.references, cited, strict=True)
        ],
    }


def section_json(section: Section) -> dict[str, Any]:
    """A node of the outline."""
    return {
        "path": list(section.path),
        "level": section.level,
        "number": section.number,
        **span_json(section.span),
        "heading": section.heading and span_json(section.heading),
        "speaker": section.speaker,
    }


def span_json(span: Span) -> dict[str, int]:
    """Start and end."""
    return {"start": span.start, "end": span.end}


def job_json(found: Job) -> dict[str, Any]:
    """A job as the outside sees it."""
    return {
        "id": found.id,
        "status": found.status,
        "created": found.created.isoformat(),
        "finished": found.finished and found.finished.isoformat(),
        "done": found.done,
        "total": len(found.files),
        "files": [asdict(file) for file in found.files],
        "url": f"/v1/jobs/{found.id}",
    }
