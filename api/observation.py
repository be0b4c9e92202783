"""What an operator sees of a running server: a line in the log and numbers for Prometheus, for every request.

A line is one JSON object with the request's id, which the response carries too. Questions are not in it: addresses
with query strings are cut, and bodies are never logged unless ZHENGWEN_LOG_QUESTIONS says so.
"""

from __future__ import annotations

import json
import logging
import os
import re
import sys
import time
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Literal
from uuid import uuid4

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.types import Answer

log = logging.getLogger("zhengwen")
REQUEST_ID = "X-Request-ID"
request_id: ContextVar[str | None] = ContextVar("request_id", default=None)
SECONDS = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10)


class Metrics:
    """The numbers of one application. Names follow Prometheus: seconds, `_total` for what only grows."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self.requests = Histogram(
            "zhengwen_request_seconds",
            "Time to the end of a response.",
            ["method", "route", "status"],
            buckets=SECONDS,
            registry=self._registry,
        )
        self.answers = Counter(
            "zhengwen_answers_total", "Answers given.", ["status", "language"], registry=self._registry
        )
        self.stages = Histogram(
            "zhengwen_answer_stage_seconds",
            "Time an answer spent in each stage.",
            ["stage"],
            buckets=SECONDS,
            registry=self._registry,
        )
        self.generation = Gauge(
            "zhengwen_index_generation",
            "The generation of the index that answers.",
            ["collection"],
            registry=self._registry,
            multiprocess_mode="max",
        )
        self.documents = Gauge(
            "zhengwen_documents",
            "Documents in the collection.",
            ["collection"],
            registry=self._registry,
            multiprocess_mode="mostrecent",
        )
        self.waiting = Gauge(
            "zhengwen_jobs_waiting",
            "Uploads that are not read yet.",
            ["collection"],
            registry=self._registry,
            multiprocess_mode="mostrecent",
        )

    def count(self, answer: Answer) -> None:
        """Counts an answer and the time of its stages."""
        self.answers.labels(answer.status, answer.language).inc()
        for stage, milliseconds in answer.timings_ms.items():
            self.stages.labels(stage).observe(milliseconds / 1000)

    def page(self) -> bytes:
        """Everything in the text format of Prometheus, of all server processes where there are several."""
        if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
            return generate_latest(self._registry)
        together = CollectorRegistry()
        MultiProcessCollector(together)  # type: ignore[no-untyped-call]
        return generate_latest(together)


class Observed:
    """Gives every request an id, logs it in one line and measures it."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app, self.metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        sent = Headers(scope=scope).get(REQUEST_ID, "")
        identity = sent if re.fullmatch(r"[A-Za-z0-9._-]{1,64}", sent) else uuid4().hex
        token = request_id.set(identity)
        start, status = time.perf_counter(), 500

        async def observed_send(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[REQUEST_ID] = identity
            await send(message)

        try:
            await self.app(scope, receive, observed_send)
        finally:
            seconds = time.perf_counter() - start
            # The route's pattern, not the address: ids must not become labels.
            route = getattr(scope.get("route"), "path", "-")
            self.metrics.requests.labels(scope["method"], route, str(status)).observe(seconds)
            log.info(
                "request",
                extra={
                    "method": scope["method"],
                    "route": route,
                    "status": status,
                    "ms": round(seconds * 1000, 1),
                    "key": scope.get("zhengwen.key"),
                    "collection": scope.get("zhengwen.collection"),
                    "client": scope["client"][0] if scope.get("client") else None,
                },
            )
            request_id.reset(token)


STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName", "color_message"}


class JsonLines(logging.Formatter):
    """A record as one JSON object: time, level, message, the request's id, and what the call gave as `extra`."""

    def format(self, record: logging.LogRecord) -> str:
        fields = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            "request_id": request_id.get(),
            **extras(record),
        }
        if record.exc_info:
            fields["error"] = self.formatException(record.exc_info)
        stated = {name: value for name, value in fields.items() if value is not None}
        return json.dumps(stated, ensure_ascii=False, default=str)


class TextLines(logging.Formatter):
    """The same for a person at a terminal."""

    def format(self, record: logging.LogRecord) -> str:
        more = " ".join(f"{name}={value}" for name, value in extras(record).items() if value is not None)
        moment = datetime.fromtimestamp(record.created)
        text = f"{moment:%H:%M:%S} {record.levelname.lower():7} {record.getMessage()} {more}".rstrip()
        return f"{text}\n{self.formatException(record.exc_info)}" if record.exc_info else text


def extras(record: logging.LogRecord) -> dict[str, object]:
    """What the call gave as `extra`."""
    return {name: value for name, value in vars(record).items() if name not in STANDARD}


def write_log(level: str, form: Literal["auto", "json", "text"]) -> None:
    """Sends every log to standard error, as JSON lines or as text; `auto`: text on a terminal."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(TextLines() if form == "text" or (form == "auto" and sys.stderr.isatty()) else JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    for name in ("zhengwen", "uvicorn"):
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.setLevel(level.upper())
        logger.propagate = True
