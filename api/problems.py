"""Errors as RFC 9457 problem documents: every one has a stable `type` and a sentence that says what to do.

This is the one place where the product's errors become HTTP.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from index.errors import (
    CollectionBusy,
    CollectionMissing,
    DatabaseUnreachable,
    FolderNotWritable,
    LibraryError,
    UnknownDocument,
)

log = logging.getLogger("zhengwen")
MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: its name is the last part of the `type`, which never changes."""

    name: str
    status: int
    title: str

    @property
    def type(self) -> str:
        """The URI reference that identifies the kind; the server explains it at that address."""
        return f"/problems/{self.name}"


KINDS = {
    kind.name: kind
    for kind in (
        Kind("malformed-json", 400, "The body is not JSON"),
        Kind("bad-request", 400, "The request cannot be understood"),
        Kind("key-required", 401, "A key is required"),
        Kind("key-invalid", 401, "The key is not valid"),
        Kind("forbidden", 403, "The key does not allow this"),
        Kind("unknown-document", 404, "No such document"),
        Kind("unknown-original", 404, "The original file is not kept"),
        Kind("unknown-job", 404, "No such job"),
        Kind("unknown-conversation", 404, "No such conversation"),
        Kind("unknown-answer", 404, "No such answer"),
        Kind("unknown-collection", 404, "No such collection"),
        Kind("not-found", 404, "Nothing is here"),
        Kind("method-not-allowed", 405, "This address does not take this method"),
        Kind("not-acceptable", 406, "None of the accepted media types can be given"),
        Kind("conflict", 409, "The request contradicts an earlier one"),
        Kind("upload-too-large", 413, "The upload is too large"),
        Kind("unsupported-media-type", 415, "The body has the wrong media type"),
        Kind("invalid-question", 422, "The question cannot be taken"),
        Kind("invalid-request", 422, "A value is missing or out of range"),
        Kind("too-many-requests", 429, "Too many requests"),
        Kind("internal-error", 500, "The server failed"),
        Kind("database-unreachable", 503, "The database cannot be used"),
        Kind("index-unusable", 503, "The index cannot be used"),
        Kind("not-ready", 503, "The server is not ready"),
        Kind("busy", 503, "The collection is being changed"),
        Kind("storage-failed", 507, "The data folder cannot be written"),
    )
}


class Problem(Exception):
    """Raised anywhere below a route; `name` is one of KINDS, `detail` a sentence that says what to do."""

    def __init__(self, name: str, detail: str, headers: Mapping[str, str] | None = None, **extra: Any) -> None:
        super().__init__(detail)
        self.kind, self.detail, self.headers, self.extra = KINDS[name], detail, headers, extra

    def document(self) -> dict[str, Any]:
        """The problem document."""
        kind = self.kind
        return {"type": kind.type, "title": kind.title, "status": kind.status, "detail": self.detail, **self.extra}

    def response(self) -> JSONResponse:
        """The problem as a response."""
        return JSONResponse(self.document(), self.kind.status, self.headers, media_type=MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Makes every error that leaves `app` a problem document."""

    @app.exception_handler(Problem)
    async def problem(request: Request, error: Problem) -> JSONResponse:
        return told(error, request)

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        return told(from_validation(error), request)

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException) -> JSONResponse:
        return told(from_status(error, request), request)

    @app.exception_handler(LibraryError)
    async def library(request: Request, error: LibraryError) -> JSONResponse:
        return told(from_exception(error), request)

    app.add_middleware(Unforeseen)


def told(problem: Problem, request: Request) -> JSONResponse:
    """The problem as a response; where OpenAI's clients call, with the member that they read."""
    if request.url.path.startswith(("/v1/chat/", "/v1/models")):
        problem.extra["error"] = {
            "message": problem.detail,
            "type": problem.kind.name,
            "code": str(problem.kind.status),
        }
    return problem.response()


class Unforeseen:
    """Makes what no handler foresaw a problem too, inside all other middleware, so that its response has their
    headers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception as error:
            if started or scope["type"] != "http":
                raise
            await from_exception(error).response()(scope, receive, send)


def from_validation(error: RequestValidationError) -> Problem:
    """Which field is wrong and how, without repeating what was sent."""
    errors = [{"location": [str(part) for part in item["loc"]], "message": str(item["msg"])} for item in error.errors()]
    if any(item["type"] == "json_invalid" for item in error.errors()):
        return Problem("malformed-json", "Send the body as JSON in UTF-8 with Content-Type: application/json.")
    if any(item["location"] == ["body", "question"] for item in errors):
        return Problem("invalid-question", "Send a question of 1 to 2000 characters that is not blank.", errors=errors)
    wrong = "; ".join(f"{'.'.join(item['location'])}: {item['message']}" for item in errors)
    return Problem("invalid-request", f"Correct these values and send the request again: {wrong}.", errors=errors)


def from_status(error: HTTPException, request: Request) -> Problem:
    """The framework's own errors: unknown routes, wrong methods, bodies that cannot be parsed."""
    path, status = request.url.path, error.status_code
    named = {
        404: ("not-found", f"Nothing answers at {path}; /openapi.json lists every address."),
        405: ("method-not-allowed", f"{path} does not take {request.method}; /openapi.json lists what it takes."),
        413: ("upload-too-large", str(error.detail)),
    }
    otherwise = ("bad-request" if status < HTTPStatus.INTERNAL_SERVER_ERROR else "internal-error", str(error.detail))
    name, detail = named.get(status, otherwise)
    return Problem(name, detail, headers=error.headers)


# Which kind of problem each of a collection's errors is, the most specific first.
LIBRARY_PROBLEMS: tuple[tuple[type[LibraryError], str], ...] = (
    (CollectionMissing, "not-ready"),
    (CollectionBusy, "busy"),
    (FolderNotWritable, "storage-failed"),
    (LibraryError, "index-unusable"),
)


def from_exception(error: Exception) -> Problem:
    """The collection's errors as problems; what was not foreseen is logged with its cause and told without it."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, UnknownDocument):
        return Problem("unknown-document", "No document has this id; GET /v1/documents lists them.")
    if isinstance(error, DatabaseUnreachable):
        # Where the database stands is for the operator, in the log.
        log.error("%s", error)
        return Problem("database-unreachable", "The server cannot use its database now; try again in a moment.")
    if isinstance(error, LibraryError):
        name = next(name for kind, name in LIBRARY_PROBLEMS if isinstance(error, kind))
        log.error("%s", error)
        return Problem(name, f"{error}.")
    if isinstance(error, OSError) and error.filename is not None:
        log.error("storage failed", exc_info=error)
        return Problem(
            "storage-failed", f"The server could not write its data folder ({error.strerror}); nothing was changed."
        )
    log.error("unexpected error", exc_info=error)
    return Problem("internal-error", "The server failed to handle this request; its log says why.")
