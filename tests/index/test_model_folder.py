"""The shipped model folder: what every reader of it may rely on."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from index.embed import SHIPPED, load_embedder
from index.types import Embedder

LARGEST_FOLDER = 25_000_000  # bytes

TEXTS = [
    "商务局牵头，海关、市场监管局配合，2021年9月底前完成。",
    "Which departments support the customs clearance reform?",
    "義烏市綜合保稅區建設實施方案",
    "跨境电商 B2B 出口 pilot",
    "海",
    "关于促进综合保税区高水平开放高质量发展的若干意见" * 400,
]
HARD = [
    " \n\u3000",
    "a",
    "0",
    "😀👨‍👩‍👧",
    "日本語のテキスト",
    "Привет, мир",
    "\u0000\u200b",
    "𠮷𡈽",
    "龘" * 10_000,
    "。" * 10_000,
    "x" * 10_000,
]


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return load_embedder(None)


def cosine(embedder: Embedder, left: str, right: str) -> float:
    first, second = embedder.encode_passages([left, right])
    return float(first @ second)


def test_folder_stays_small() -> None:
    """The whole folder, tokenizer and card included, is what a repository can carry."""
    assert sum(file.stat().st_size for file in SHIPPED.rglob("*") if file.is_file()) <= LARGEST_FOLDER


def test_texts_become_unit_vectors(embedder: Embedder) -> None:
    """Text in a language of the model has vectors of length one, however short or long it is."""
    vectors = embedder.encode_passages(TEXTS)
    assert vectors.shape == (len(TEXTS), embedder.dimension)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


@pytest.mark.parametrize("text", ["", *HARD], ids=lambda text: repr(text[:8]))
def test_hard_text_is_a_unit_vector(embedder: Embedder, text: str) -> None:
    """Text that holds no known word is finite and of length one, too, and near to no text of words."""
    (vector,) = embedder.encode_queries([text])
    assert np.isfinite(vector).all()
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)
    if text not in ("日本語のテキスト", "x" * 10_000):
        assert abs(embedder.encode_passages(TEXTS) @ vector).max() < 0.4


@pytest.mark.parametrize(
    ("text", "like", "unlike"),
    [
        ("Привет, мир", "привет", "ひらがな"),
        ("😀😀", "😀🚀", "🏭🏗"),
        ("2021", "2012", "38.5"),
        ("𠮷𡈽", "𠮷", "𠀀𠀁"),
    ],
)
def test_text_without_words_is_near_what_shares_its_characters(
    embedder: Embedder, text: str, like: str, unlike: str
) -> None:
    """Other scripts, symbols, rare characters and bare numbers are told apart by their characters."""
    assert cosine(embedder, text, like) > max(0.6, cosine(embedder, text, unlike) + 0.3)


def test_scripts_and_widths_do_not_matter(embedder: Embedder) -> None:
    """Traditional and simplified characters, full and half width, capitals and small letters are one text."""
    assert cosine(embedder, "義烏市綜合保稅區", "义乌市综合保税区") == pytest.approx(1, abs=1e-5)
    assert cosine(embedder, "ＣＵＳＴＯＭＳ reform", "Customs Reform") == pytest.approx(1, abs=1e-5)


def test_an_unknown_character_spoils_only_itself(embedder: Embedder) -> None:
    """A character that is in no word leaves the words beside it as they are."""
    assert cosine(embedder, "海关总署龘監管", "海关总署 监管") == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize(
    ("text", "like", "unlike"),
    [
        ("牵头", "领头", "水果"),
        ("hospital", "医院", "税收"),
        ("farmers' income", "农民收入", "电力设备"),
        ("intellectual property protection", "知识产权保护", "道路运输安全"),
        ("怎么申请失业补助", "领取失业保险金", "森林防火"),
    ],
)
def test_meaning_is_nearer_than_chance(embedder: Embedder, text: str, like: str, unlike: str) -> None:
    """What means the same is nearer than what does not, within Chinese and across the two languages."""
    assert cosine(embedder, text, like) > cosine(embedder, text, unlike) + 0.2


def test_sentence_transformers_reads_the_same_model(embedder: Embedder) -> None:
    """sentence-transformers loads the folder as it is and gives the same vectors; float() undoes the half precision."""
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(SHIPPED), device="cpu").float()
    texts = [*TEXTS, *HARD]
    theirs = model.encode(texts, show_progress_bar=False)
    np.testing.assert_allclose(embedder.encode_passages(texts), theirs, atol=1e-5)


def test_model2vec_reads_the_same_model(embedder: Embedder) -> None:
    """model2vec, which needs no torch, gives the same vectors within half precision."""
    from model2vec import StaticModel

    model = StaticModel.from_pretrained(SHIPPED, normalize=True, max_length=None)
    np.testing.assert_allclose(embedder.encode_passages(TEXTS), model.encode(TEXTS), atol=2e-3)


def test_tokens_are_rows_and_the_unknown_is_nothing() -> None:
    """Every token has a row, no two tokens are the same, and the unknown token adds nothing to a text."""
    tokenizer = Tokenizer.from_file(str(SHIPPED / "tokenizer.json"))
    embedder = load_embedder(None)
    assert tokenizer.get_vocab_size() == len(json.loads((SHIPPED / "tokenizer.json").read_text())["model"]["vocab"])
    assert cosine(embedder, "综合保税区 qzxv", "综合保税区") == pytest.approx(1, abs=1e-5)


def test_card_names_sources_and_licences() -> None:
    """The dictionary's licence asks to be named wherever its substance goes."""
    card = (Path(SHIPPED) / "README.md").read_text(encoding="utf-8")
    assert "CC-CEDICT" in card
    assert "CC BY-SA 4.0" in card
