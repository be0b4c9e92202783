"""One collection as the server and the commands use it: always the newest generation, asked through one assistant."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from assistant import Assistant
from assistant.wording.rewording import LanguageModel
from index.cross import load_reranker
from index.embed import load_embedder
from index.errors import NothingHasThisId
from index.library import Library
from index.place import Place, place_of
from index.types import Embedder

log = logging.getLogger("zhengwen")

Result = TypeVar("Result")
_ATTEMPTS = 5
"""How often documents may be removed under one question before that is not what is wrong."""


@dataclass(frozen=True, slots=True)
class Opened:
    """One generation with the assistant over it."""

    library: Library
    assistant: Assistant


class Collection:
    """The documents at one place. Readers never wait for a change: they go on with the generation they have
    while a newer one is being opened."""

    def __init__(
        self,
        where: Path | Place,
        model: str | None = None,
        language_model: LanguageModel | None = None,
        reranker: str | None = None,
    ) -> None:
        """`model` names the embedding model, `reranker` the cross-encoder; the `language_model` words answers, where
        there is one."""
        self.place, self.model, self.language_model = place_of(where), model, language_model
        self.reranker = reranker
        self._opened: Opened | None = None
        self._opening = threading.Lock()
        self._preparing, self._prepared = threading.Lock(), False

    @cached_property
    def embedder(self) -> Embedder:
        """The embedding model, loaded once. Raises ModelUnavailable."""
        return load_embedder(self.model)

    def opened(self, wait: bool = False) -> Opened:
        """The newest generation; a present one, unless told to `wait`, while another thread opens a newer one.

        Raises a LibraryError where there is none that can be opened.
        """
        present = self._opened
        if not self._opening.acquire(blocking=wait or present is None):
            # Another thread is looking for a newer generation; it need not be waited for.
            assert present is not None
            return present
        try:
            if self._opened is None:
                library = Library.open(self.place, embedder=self.embedder, reranker=load_reranker(self.reranker))
                self._opened = Opened(library, Assistant(library, self.language_model))
            elif (library := self._opened.library.refreshed()) is not self._opened.library:
                self._opened = Opened(library, Assistant(library, self.language_model, before=self._opened.assistant))
            return self._opened
        finally:
            self._opening.release()

    def whole(self, work: Callable[[Opened], Result]) -> Result:
        """What `work` makes of one generation, the newest. Where a document is removed that it had found and was about
        to quote, it begins anew without it. Raises what `work` and `opened` raise."""
        for _ in range(_ATTEMPTS - 1):
            opened = self.opened()
            try:
                return work(opened)
            except NothingHasThisId:
                if self.opened(wait=True) is opened:
                    raise
        return work(self.opened())

    def prepare(self) -> None:
        """Reads what first answers would wait for, once: whoever asks meanwhile waits. Raises a LibraryError where
        there is nothing to answer from."""
        with self._preparing:
            if self._prepared:
                return
            self.opened()
            try:
                self.whole(lambda opened: opened.assistant.prepare())
            except Exception:
                log.exception("the first answer failed")
            self._prepared = True

    @property
    def library(self) -> Library:
        """The newest generation's library."""
        return self.opened().library
