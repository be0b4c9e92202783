"""The product under evaluation: opened in this process, or running behind an address.

Both hand back the contract's JSON, so that everything after them is the same.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import quote

from eval.errors import EvaluationError

if TYPE_CHECKING:
    import httpx

    from assistant.types import Answer, Turn
    from corpus.types import Document
    from index.place import Place
    from index.types import DocumentSummary, Filters

AskTurn = Callable[[str], Mapping[str, Any]]
"""Asks the next question of one conversation; any exception is that case's error."""

PATIENCE = 5
"""How often a request that the server turned away as one too many (429, 503) is made again."""


class Respondent(Protocol):
    """Something that answers; its methods may be called from several threads at once."""

    def conversation(self) -> AskTurn:
        """Begin a conversation."""

    def text(self, document_id: str) -> str:
        """The canonical text; KeyError where the collection has no such document."""

    def about(self) -> dict[str, Any]:
        """What answers: version, model, corpus hash and whatever else tells two runs apart."""


class Answering(Protocol):
    """The part of `assistant.Assistant` that is evaluated."""

    def answer(self, question: str, *, turns: tuple[Turn, ...] = ..., filters: Filters = ...) -> Answer: ...


class Collection(Protocol):
    """The part of `index.library.Library` that is evaluated."""

    @property
    def generation(self) -> str: ...

    def documents(self) -> tuple[DocumentSummary, ...]: ...

    def document(self, document_id: str) -> Document: ...


def corpus_hash(documents: Iterable[tuple[str, str]]) -> str:
    """SHA-256 over (id, digest) of every document, in order of ids: equal exactly when the collections are."""
    lines = sorted(f"{document_id}\t{digest}\n" for document_id, digest in documents)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


class InProcess:
    """An assistant in this process, with the library that it answers from."""

    def __init__(
        self, assistant: Answering, library: Collection, *, model: str | None = None, reranker: str | None = None
    ) -> None:
        self._assistant = assistant
        self._library = library
        self._model, self._reranker = model, reranker

    @classmethod
    def open(cls, where: Path | Place, model: str | None = None, reranker: str | None = None) -> InProcess:
        """Open a collection (model None: the shipped one; reranker None or empty: none); index.errors.LibraryError
        where it cannot."""
        from assistant import Assistant
        from index.cross import load_reranker
        from index.embed import load_embedder
        from index.library import Library

        embedder = load_embedder(model)
        cross = load_reranker(reranker or None)
        library = Library.open(where, embedder=embedder, reranker=cross)
        return cls(Assistant(library), library, model=embedder.name, reranker=cross.name if cross else None)

    def conversation(self, filters: Filters | None = None) -> AskTurn:
        from assistant.types import Turn, answer_json
        from index.types import Filters

        among = filters or Filters()
        turns: tuple[Turn, ...] = ()

        def ask(question: str) -> Mapping[str, Any]:
            nonlocal turns
            answer = self._assistant.answer(question, turns=turns, filters=among)
            turns = (*turns, Turn(question, answer))
            return answer_json(answer)

        return ask

    def text(self, document_id: str) -> str:
        from index.errors import UnknownDocument

        try:
            return self._library.document(document_id).text
        except UnknownDocument as error:
            raise KeyError(document_id) from error

    def titles(self) -> dict[str, str]:
        """The title of every document by its id, in the order of ids."""
        return {document.id: document.title for document in sorted(self._library.documents(), key=lambda one: one.id)}

    def about(self) -> dict[str, Any]:
        documents = list(self._library.documents())
        return {
            "version": importlib.metadata.version("zhengwen"),
            "model": self._model,
            **({"reranker": self._reranker} if self._reranker else {}),
            "corpus": corpus_hash((document.id, document.digest) for document in documents),
            "documents": len(documents),
            "generation": self._library.generation,
        }


class OverHTTP:
    """A running server, reached through the contract's routes only."""

    def __init__(self, url: str, *, key: str | None = None, timeout: float = 120.0) -> None:
        import httpx

        headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._url = url.rstrip("/")
        self._client: httpx.Client = httpx.Client(base_url=self._url, timeout=timeout, headers=headers)
        self._texts: dict[str, str] = {}

    def _request(self, method: str, path: str, **content: Any) -> httpx.Response:
        import httpx

        for attempt in range(PATIENCE + 1):
            try:
                response = self._client.request(method, path, **content)
            except httpx.TransportError as error:
                reason = f"no answer from {self._url}{path} ({error})"
                raise EvaluationError(f"{reason}; start the server with `zhengwen serve`") from error
            if response.status_code not in (429, 503) or attempt == PATIENCE:
                break
            wait = response.headers.get("Retry-After", "")
            time.sleep(min(float(wait), 60.0) if wait.isdigit() else 0.5 * 2**attempt)
        return response

    def conversation(self) -> AskTurn:
        conversation_id: str | None = None

        def ask(question: str) -> Mapping[str, Any]:
            nonlocal conversation_id
            body = {"question": question} | ({"conversation_id": conversation_id} if conversation_id else {})
            response = self._request("POST", "/v1/ask", json=body)
            if response.is_error:
                raise EvaluationError(f"HTTP {response.status_code} {response.text[:200]}")
            answer: dict[str, Any] = response.json()
            conversation_id = answer.get("conversation_id")
            return answer

        return ask

    def text(self, document_id: str) -> str:
        if document_id not in self._texts:
            self._texts[document_id] = self._fetch_text(document_id)
        return self._texts[document_id]

    def _fetch_text(self, document_id: str) -> str:
        response = self._request("GET", f"/v1/documents/{quote(document_id, safe='')}/text")
        if response.status_code == 404:
            raise KeyError(document_id)
        if response.is_error:
            raise EvaluationError(f"{self._url} answers {response.status_code} to the text of {document_id}")
        # Not `response.text`: canonical text may hold line ends or a BOM that a decoder would touch.
        return response.content.decode("utf-8")

    def about(self) -> dict[str, Any]:
        ready = self._request("GET", "/readyz")
        described = self._request("GET", "/openapi.json")
        listed = self._documents()
        state = ready.json() if ready.is_success else {}
        return {
            "url": self._url,
            "version": described.json()["info"]["version"] if described.is_success else None,
            "model": state.get("model"),
            "corpus": corpus_hash((str(row["id"]), str(row.get("digest"))) for row in listed),
            "documents": len(listed),
            "generation": state.get("generation"),
        }

    def _documents(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = []
        address: str | None = "/v1/documents"
        while address:
            response = self._request("GET", address)
            if response.is_error:
                refusal = f"{self._url} answers {response.status_code} to {address}"
                raise EvaluationError(f"{refusal}; where the server asks for a key, give one with --key")
            page = response.json()
            rows += page["documents"]
            address = page.get("next")
        return rows
