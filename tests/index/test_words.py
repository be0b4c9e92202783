"""How near texts come to a topic, by the vectors of the shipped model."""

from __future__ import annotations

import numpy as np
import pytest

from index.words import UNRELATED, Nearness, shipped_words

TEXTS = ["推进跨境电商高质量发展", "鲜花进境指定监管场地", "", "the fresh flower imports", "鲜花进境" * 40]
TOPIC = ["鲜花", "进口", "customs"]


@pytest.mark.parametrize("many", [1, 2000])
def test_nearness_is_that_of_the_closest_word_and_of_the_sum(many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """As computed from the vectors one by one, and the same when asked again with other texts between."""
    monkeypatch.setattr("index.words._MANY", many)
    space = shipped_words()
    vectors = space.vectors(TOPIC)
    nearness = Nearness(space, vectors)
    texts = [space.words(text) for text in TEXTS]
    for text, words in zip(TEXTS, texts, strict=True):
        rows = space.rows(words.ids)
        cosines = (rows / np.linalg.norm(rows, axis=1, keepdims=True) @ vectors.T).max(axis=0) if text else 0
        closest = np.clip((np.broadcast_to(cosines, len(TOPIC)) - UNRELATED) / (1 - UNRELATED), 0, 1)
        assert nearness.closest([words])[0] == pytest.approx(closest, abs=1e-5)
        assert nearness.sums([words])[0] == pytest.approx(rows.sum(axis=0) @ vectors.T, rel=1e-4, abs=1e-5)
    together = nearness.closest(texts)
    assert together == pytest.approx(np.stack([nearness.closest([words])[0] for words in texts]))
    assert nearness.closest([]).shape == nearness.sums([]).shape == (0, len(TOPIC))


def test_an_unknown_word_has_no_vector_and_weighs_as_a_rare_one() -> None:
    """Nothing is near to it, and yet it tells."""
    space = shipped_words()
    assert not space.vectors(["\u2603\u2603"]).any()
    assert space.weights(["\u2603\u2603"])[0] > space.weights(["的"])[0]
