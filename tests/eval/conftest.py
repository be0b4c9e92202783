"""A product that answers from the gold itself, over the bundled documents: right by construction, broken at will."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from assistant.types import Answer, Citation, Turn
from corpus.types import Document, Metadata
from eval.cases import Case, parse_cases
from eval.judgement import QuoteFinder
from eval.respondents import InProcess, Respondent
from index.errors import UnknownDocument
from index.types import DocumentSummary, Filters

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"
GOLD = Path(__file__).with_name("plan.jsonl")


class Shelf:
    """The bundled documents with their canonical texts: as much of a library as an evaluation looks at."""

    generation = "1"

    def __init__(self) -> None:
        self.texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(DOCUMENTS.glob("*.txt"))}

    def documents(self) -> tuple[DocumentSummary, ...]:
        return tuple(
            DocumentSummary(
                id=name,
                title=name,
                number=None,
                issuers=(),
                issued=None,
                published=None,
                media_type="text/plain",
                digest=sha256(text.encode()).hexdigest(),
                characters=len(text),
                passages=0,
                records=0,
                added=datetime(2026, 1, 1, tzinfo=UTC),
            )
            for name, text in self.texts.items()
        )

    def document(self, document_id: str) -> Document:
        if document_id not in self.texts:
            raise UnknownDocument(document_id)
        return Document(document_id, self.texts[document_id], (), Metadata(document_id), "text/plain", "")


@dataclass
class Oracle:
    """Answers every question of its cases exactly as their gold wants it, then lets `spoil` change the answer."""

    cases: Sequence[Case]
    shelf: Shelf
    spoil: Callable[[Answer, Case], Answer] = lambda answer, case: answer

    def answer(self, question: str, *, turns: Sequence[Turn] = (), filters: Filters | None = None) -> Answer:
        asked = (*(turn.question for turn in turns), question)
        case = next(case for case in self.cases if case.turns[: len(asked)] == asked)
        quotes = QuoteFinder(self.shelf.texts.__getitem__)
        citations = []
        for marker, evidence in enumerate(case.evidence, 1):
            span = quotes.find(evidence.doc, evidence.quote)
            assert span is not None, evidence
            quote = span.of(self.shelf.texts[evidence.doc])
            citations.append(
                Citation(marker, evidence.doc, evidence.doc, None, None, None, (), quote, span.start, span.end)
            )
        text = "；".join(group[0] for group in case.must) or "没有找到。"
        return self.spoil(
            Answer(
                id=case.id,
                conversation_id="c",
                question=question,
                standalone_question=question,
                language="zh",
                status=case.status,
                answer=text,
                citations=tuple(citations),
            ),
            case,
        )


@pytest.fixture
def shelf() -> Shelf:
    """The bundled documents."""
    return Shelf()


@pytest.fixture
def cases() -> tuple[Case, ...]:
    """Six cases over the import plan: who, when, list, mixed languages, a conversation, nothing to be found."""
    return parse_cases(GOLD)


@pytest.fixture
def gold() -> Path:
    """The file of these cases."""
    return GOLD


Respond = Callable[..., InProcess]


@pytest.fixture
def respond(cases: tuple[Case, ...], shelf: Shelf) -> Respond:
    """Makes a respondent in this process whose answers `spoil` may change."""

    def make(spoil: Callable[[Answer, Case], Answer] = lambda answer, case: answer) -> InProcess:
        return InProcess(Oracle(cases, shelf, spoil), shelf, model="oracle")

    return make


@pytest.fixture
def serve() -> Iterator[Callable[[Respondent, Shelf], str]]:
    """Puts a respondent behind a real address that speaks the contract's routes; returns the address."""
    servers: list[ThreadingHTTPServer] = []

    def start(respondent: Respondent, shelf: Shelf) -> str:
        conversations: dict[str, Callable[[str], Mapping[str, Any]]] = {}

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                conversation_id = body.get("conversation_id") or f"c{len(conversations)}"
                ask = conversations.setdefault(conversation_id, respondent.conversation())
                try:
                    self._send(200, {**ask(body["question"]), "conversation_id": conversation_id})
                except Exception as error:
                    self._send(500, {"title": str(error)})

            def do_GET(self) -> None:
                where = urlsplit(self.path)
                match where.path.split("/")[1:]:
                    case ["readyz"]:
                        self._send(200, {"status": "ready", "model": "oracle", "generation": "1"})
                    case ["openapi.json"]:
                        self._send(200, {"info": {"version": "0"}})
                    case ["v1", "documents"]:
                        # A page holds one document, so that a client has to turn pages.
                        offset = int(parse_qs(where.query).get("offset", ["0"])[0])
                        rows = [{"id": row.id, "digest": row.digest} for row in shelf.documents()]
                        more = f"/v1/documents?offset={offset + 1}" if offset + 1 < len(rows) else None
                        self._send(200, {"documents": rows[offset : offset + 1], "next": more})
                    case ["v1", "documents", document_id, "text"] if document_id in shelf.texts:
                        self._send(200, shelf.texts[document_id])
                    case _:
                        self._send(404, {"title": "not found"})

            def _send(self, status: int, content: object) -> None:
                body = content if isinstance(content, str) else json.dumps(content)
                kind = "text/plain; charset=utf-8" if isinstance(content, str) else "application/json"
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body.encode())))
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, format: str, *args: object) -> None:
                return

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()
