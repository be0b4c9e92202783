"""Makes the model small and writes it as a sentence-transformers folder."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file
from tokenizers import Tokenizer

from index.training.tokenizer import MARKS, SIGNS, marked

SEED = 20210901
FAINT = 1e-3
"""The length of the rows that stand for what is in no word; a word's is about one."""
_MODULES = "sentence_transformers.sentence_transformer.modules.static_embedding.StaticEmbedding"
_NORMALIZE = "sentence_transformers.base.modules.normalize.Normalize"


def text_vectors(tokenizer: Tokenizer, matrix: NDArray[np.floating], texts: Sequence[str]) -> NDArray[np.float32]:
    """Unit vectors (len(texts), dimension): the sum of the token vectors, scaled; zero where no token is known."""
    rows = np.zeros((len(texts), matrix.shape[1]), dtype=np.float32)
    for start in range(0, len(texts), 2048):
        for row, encoding in enumerate(
            tokenizer.encode_batch_fast(list(texts[start : start + 2048]), add_special_tokens=False)
        ):
            if encoding.ids:
                rows[start + row] = matrix[encoding.ids].sum(axis=0, dtype=np.float32)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1), dtype=np.float32)


def main_directions(vectors: NDArray[np.float32], dimension: int) -> NDArray[np.float32]:
    """Orthonormal columns (whole, dimension) that keep the most of these text vectors' inner products."""
    _, directions = np.linalg.eigh(vectors.T.astype(np.float64) @ vectors)
    return np.asarray(directions[:, ::-1][:, :dimension], dtype=np.float32)


def with_marks(matrix: NDArray[np.floating]) -> NDArray[np.floating]:
    """The rows of a tokenizer's words with those of its marks and signs, and of the unknown token, at random.

    They are so short that they tell where a text lies only if no word does.
    """
    directions = np.random.default_rng(SEED).normal(size=(1 + len(MARKS) + len(SIGNS), matrix.shape[1]))
    rows = FAINT * directions / np.linalg.norm(directions, axis=1, keepdims=True)
    return np.concatenate([rows[:1], matrix[1:], rows[1:]])


def save(folder: Path, tokenizer: Tokenizer, matrix: NDArray[np.floating]) -> None:
    """Writes tokenizer and vectors (float16), with marks, where sentence-transformers and model2vec look for them.

    Each file is put in the old one's place when it is whole: a process that has the old weights mapped keeps them.
    """
    if len(matrix) != tokenizer.get_vocab_size():
        raise ValueError(f"{len(matrix)} vectors for {tokenizer.get_vocab_size()} tokens")
    (folder / "1_Normalize").mkdir(parents=True, exist_ok=True)
    written, weights = folder / "tokenizer.json.partial", folder / "model.safetensors.partial"
    marked(tokenizer).save(str(written), pretty=False)
    save_file({"embedding.weight": np.ascontiguousarray(with_marks(matrix), dtype=np.float16)}, weights)
    for partial in (written, weights):
        partial.replace(partial.with_suffix(""))
    _write(
        folder / "modules.json",
        [
            {"idx": 0, "name": "0", "path": "", "type": _MODULES},
            {"idx": 1, "name": "1", "path": "1_Normalize", "type": _NORMALIZE},
        ],
    )
    _write(
        folder / "config_sentence_transformers.json",
        {
            "model_type": "SentenceTransformer",
            "prompts": {"query": "", "document": ""},
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
    )
    names = {"module_input_name": "sentence_embedding", "module_output_name": "sentence_embedding"}
    _write(folder / "1_Normalize" / "config.json", names)


def _write(path: Path, value: object) -> None:
    partial = path.with_suffix(".partial")
    partial.write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")
    partial.replace(path)


def sentences(texts: Iterable[str], shortest: int = 10, longest: int = 120) -> list[str]:
    """The sentences of running Chinese text that are neither headings nor paragraphs."""
    return [each for text in texts for each in re.split("[。；\n]", text) if shortest < len(each.strip()) < longest]
