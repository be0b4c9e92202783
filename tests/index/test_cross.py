"""A cross-encoder has the last word on the order of the best passages, and on nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from index.build import ingest
from index.cross import JUDGED, CrossEncoderReranker, judged, load_reranker
from index.embed import StaticEmbedder
from index.errors import RerankerUnavailable
from index.library import Library
from index.types import Entry, Hit, Query

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *"免税资质谁牵头市商务局水果进口，。"]


class Longest:
    """Judges a text by its length."""

    name = "longest"

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        return [float(len(text)) for text in texts]


def write_cross_encoder(folder: Path, labels: int = 1) -> Path:
    """A BERT of two small layers with random weights, as transformers saves one."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizer

    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(WORDS),
        max_position_embeddings=64,
        hidden_size=16,
        intermediate_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
    )
    config.num_labels = labels
    BertForSequenceClassification(config).save_pretrained(folder)
    (folder / "vocab.txt").write_text("\n".join(WORDS), encoding="utf-8")
    BertTokenizer(vocab=str(folder / "vocab.txt"), model_max_length=64).save_pretrained(folder)
    return folder


def test_a_cross_encoder_is_loaded_by_its_folder(tmp_path: Path) -> None:
    """A folder as transformers saves it gives one finite score a text, which depends on the question."""
    reranker = load_reranker(str(write_cross_encoder(tmp_path / "small")))
    assert reranker is not None
    assert reranker.name == "small"
    texts = ["市商务局牵头，免税资质。", "水果进口" * 200]
    scores = reranker.scores("免税资质谁牵头", texts)
    assert len(scores) == 2
    assert all(abs(score) < 100 for score in scores)
    assert reranker.scores("水果进口", texts) != scores
    assert reranker.scores("水果", []) == []
    assert load_reranker(None) is None


def test_what_is_no_cross_encoder_is_named(tmp_path: Path) -> None:
    """Neither a folder that is not there nor a model that sorts into classes is asked for scores."""
    with pytest.raises(RerankerUnavailable, match="ZHENGWEN_RERANKER"):
        CrossEncoderReranker(str(tmp_path / "nothing")).scores("谁", ["市商务局"])
    with pytest.raises(RerankerUnavailable, match="3 scores"):
        CrossEncoderReranker(str(write_cross_encoder(tmp_path / "classes", labels=3))).scores("谁", ["市商务局"])


def test_only_the_best_are_ordered_anew_and_scores_stay_where_they_were() -> None:
    """The list is the same passages with the same scores; beyond the depth nothing moves."""
    hits = [Hit(str(number), 100.0 - number) for number in range(JUDGED + 5)]
    entries = {hit.id: Entry(hit.id, hit.id, "字" * (1 + int(hit.id)), "", "") for hit in hits}
    found = judged("问", hits, entries, Longest())
    assert [hit.id for hit in found] == [*map(str, reversed(range(JUDGED))), *map(str, range(JUDGED, JUDGED + 5))]
    assert [hit.score for hit in found] == [hit.score for hit in hits]


def test_a_library_asks_the_cross_encoder(tmp_path: Path, embedder: StaticEmbedder) -> None:
    """The passages of a search come in its order, also from a library that was opened anew after a change."""
    for name, words in (
        ("short", "申请免税资质。"),
        ("long", "申请免税资质，由市商务局牵头，各部门配合，按季度通报。"),
    ):
        (tmp_path / f"{name}.txt").write_text(f"关于免税的通知\n\n{words}\n", encoding="utf-8")
    home = tmp_path / "home"
    ingest([tmp_path / "short.txt", tmp_path / "long.txt"], home, embedder=embedder)
    plain = Library.open(home, embedder=embedder)
    library = Library.open(home, embedder=embedder, reranker=Longest())
    query = Query("申请免税资质")
    assert {hit.id for hit in library.search_passages(query, 9)} == {hit.id for hit in plain.search_passages(query, 9)}
    assert library.search_passages(query, 1)[0].id.startswith("long")
    assert plain.search_passages(query, 1)[0].id.startswith("short")
    (tmp_path / "third.txt").write_text("关于水果的通知\n\n扩大水果进口。\n", encoding="utf-8")
    ingest([tmp_path / "third.txt"], home, embedder=embedder)
    assert library.refreshed().search_passages(query, 1)[0].id.startswith("long")
