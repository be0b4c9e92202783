"""A last look at the best passages by a cross-encoder, which reads question and passage together.

None is shipped: each costs tens of milliseconds a passage, and one that does not know Chinese makes the list worse.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from index.entries import indexed_text
from index.errors import RerankerUnavailable
from index.types import Entry, Hit, Reranker

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

JUDGED = 20
"""How many of the best passages are judged."""


def load_reranker(name: str | None) -> Reranker | None:
    """The cross-encoder of this name or in this folder; None for none. It is read when it is first asked."""
    return None if name is None else CrossEncoderReranker(name)


class CrossEncoderReranker:
    """Any CrossEncoder of sentence-transformers with one score a pair. Safe to share between threads."""

    def __init__(self, name: str) -> None:
        self._called = name

    @property
    def name(self) -> str:
        """The model's name or its folder's."""
        return Path(self._called).resolve().name if Path(self._called).exists() else self._called

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """How well each text answers the question, on the model's own scale. Raises RerankerUnavailable."""
        if not texts:
            return []
        found = self._model.predict([(question, text) for text in texts], show_progress_bar=False)
        return [float(score) for score in found]

    @cached_property
    def _model(self) -> CrossEncoder:
        from sentence_transformers import CrossEncoder

        try:
            model: CrossEncoder = CrossEncoder(self._called)
        except Exception as error:  # whatever a model's own code raises
            raise RerankerUnavailable(self._called, str(error).split("\n")[0]) from error
        if model.num_labels != 1:
            raise RerankerUnavailable(self._called, f"it gives {model.num_labels} scores a pair, not one")
        return model


def judged(question: str, hits: Sequence[Hit], entries: Mapping[str, Entry], reranker: Reranker) -> list[Hit]:
    """The hits, the first JUDGED of them as the cross-encoder orders them.

    They share out the scores that they had: what a score means does not depend on the model.
    """
    best, others = hits[:JUDGED], hits[JUDGED:]
    scores = reranker.scores(question, [indexed_text(entries[hit.id]) for hit in best])
    order = sorted(range(len(best)), key=lambda place: (-scores[place], place))
    return [*(replace(best[was], score=best[now].score) for now, was in enumerate(order)), *others]
