"""Texts to vectors: the shipped static model with NumPy alone, or any sentence-transformers model."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from index.errors import ModelUnavailable
from index.types import Embedder, Vectors

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from tokenizers import Tokenizer

SHIPPED = Path(__file__).parent / "model"
_FEW = 8
_QUESTIONS = 16  # whose vectors are kept
_MANY = 4_000
_AT_ONCE = 1_000  # texts whose tokens, ten times as large as they, are in memory at once
_SAMPLES, _SAMPLED = 32, 32_768  # of a large file: how many, of how many bytes
# What decides a model's vectors: weights of every backend, vocabularies, configuration.
_OF_A_MODEL = {".safetensors", ".bin", ".onnx", ".xml", ".json", ".txt", ".model"}
_DTYPES = {"F32": np.float32, "F16": np.float16, "I8": np.int8}

# What these models were trained to see before a query and before a passage, by a part of their name. Models that
# carry prompts of their own need no entry.
_PROMPTS: dict[str, tuple[str, str]] = {
    "bge-small-zh": ("为这个句子生成表示以用于检索相关文章：", ""),
    "bge-base-zh": ("为这个句子生成表示以用于检索相关文章：", ""),
    "bge-large-zh": ("为这个句子生成表示以用于检索相关文章：", ""),
    "e5-small": ("query: ", "passage: "),
    "e5-base": ("query: ", "passage: "),
    "e5-large": ("query: ", "passage: "),
    "Qwen3-Embedding": (
        "Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery:",
        "",
    ),
    "nomic-embed": ("search_query: ", "search_document: "),
}


@dataclass(frozen=True, slots=True)
class ModelOptions:
    """How a sentence-transformers model runs. `dimension` cuts the vectors of a model trained for that
    (Matryoshka); None leaves them whole. `onnx` and `openvino` need sentence-transformers' extras."""

    dimension: int | None = None
    batch_size: int = 32
    backend: Literal["torch", "onnx", "openvino"] = "torch"


def load_embedder(name: str | None = None, options: ModelOptions = ModelOptions()) -> Embedder:
    """The embedder called `name`: None is the shipped model, else a sentence-transformers model's name or folder.

    Nothing heavy is read before the first text is embedded. Raises ModelUnavailable when the folder is not a model.
    """
    folder = SHIPPED if name is None else Path(name)
    if static_files(folder) is not None and options.backend == "torch":
        return StaticEmbedder(folder, options.dimension)
    if name is None:
        raise ModelUnavailable("that is shipped", f"{folder} holds no model; reinstall the package")
    return TransformerEmbedder(name, options)


def static_files(folder: Path) -> tuple[Path, Path] | None:
    """The tokenizer and the weights of a sentence-transformers StaticEmbedding folder; None where it is none."""
    try:
        modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not modules or not str(modules[0].get("type", "")).endswith("StaticEmbedding"):
        return None
    inside = folder / modules[0]["path"]
    files = inside / "tokenizer.json", inside / "model.safetensors"
    return files if all(file.is_file() for file in files) else None


class StaticEmbedder:
    """A model that averages the vectors of a text's tokens; its weights stay in the file until they are needed."""

    def __init__(self, folder: Path, dimension: int | None = None) -> None:
        """Opens a StaticEmbedding folder; `dimension` cuts the vectors. Raises ModelUnavailable."""
        files = static_files(folder)
        if files is None:
            raise ModelUnavailable(str(folder), "it is no folder of a StaticEmbedding model")
        self._tokenizer_file, weights = files
        try:
            self._weights = np.asarray(mapped_weights(weights))  # a piece of a memmap takes longer to make
        except (OSError, ValueError, KeyError) as error:
            raise ModelUnavailable(str(folder), f"{weights.name}: {error}") from error
        whole = int(self._weights.shape[1])
        self._dimension = min(dimension or whole, whole)
        # The same question is asked of passages, of task records and of names.
        self._vector = lru_cache(maxsize=_QUESTIONS)(self._only)
        called = "zhengwen-static" if folder == SHIPPED else folder.resolve().name
        self._name = f"{called}@{_fingerprint([weights, self._tokenizer_file])}"

    @property
    def name(self) -> str:
        """The model and its revision: other weights are another name."""
        return self._name

    @property
    def dimension(self) -> int:
        """The length of every vector."""
        return self._dimension

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32, shape (len(texts), dimension).

        All texts in which the model finds nothing, not even an unknown word, have one and the same; of the shipped
        model's that is the empty text alone.
        """
        return self._vector(texts[0]) if len(texts) == 1 else self.encode_passages(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """As `encode_queries`: the model makes no difference."""
        vectors = np.zeros((len(texts), self._dimension), np.float32)
        tokenizer = self._tokenizer
        # Of many texts most words come again: they are made single precision once.
        weights = self._weights.astype(np.float32) if len(texts) > _MANY else self._weights
        # A few texts, such as a query, are not worth being shared out among threads.
        for start in range(0, len(texts), _AT_ONCE):
            some = texts[start : start + _AT_ONCE]
            encodings = (
                tokenizer.encode_batch_fast(list(some), add_special_tokens=False)
                if len(some) > _FEW
                else [tokenizer.encode(text, add_special_tokens=False) for text in some]
            )
            for row, encoding in enumerate(encodings, start):
                if tokens := encoding.ids:
                    vectors[row] = weights[tokens, : self._dimension].sum(axis=0, dtype=np.float32)
            # In place: copies of many vectors would be the largest thing in memory while an index is built.
            found = vectors[start : start + len(some)]
            found[~found.any(axis=1)] = 1.0
            np.divide(found, np.linalg.norm(found, axis=1, keepdims=True), out=found)
        return vectors

    def _only(self, text: str) -> Vectors:
        """The vector of one text, which nobody may change."""
        vector = self.encode_passages([text])
        vector.flags.writeable = False
        return vector

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self._tokenizer_file))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return tokenizer


class TransformerEmbedder:
    """Any sentence-transformers model, loaded when its dimension or a vector is first asked for."""

    def __init__(self, name: str, options: ModelOptions = ModelOptions()) -> None:
        self._called = name
        self._options = options

    @property
    def name(self) -> str:
        """The model's name or its folder's and its revision, with the dimension where vectors are cut: what lies under
        the same name with other weights is another model. Raises ModelUnavailable."""
        return self._name

    @cached_property
    def _name(self) -> str:
        folder = Path(self._called)
        name = folder.resolve().name if folder.exists() else self._called
        files = [file for file in sorted(self._folder.rglob("*")) if file.is_file() and file.suffix in _OF_A_MODEL]
        cut = f"/{self._options.dimension}" if self._options.dimension else ""
        return f"{name}@{_fingerprint(files)}{cut}"

    @property
    def _folder(self) -> Path:
        """Where the model's files are; what is not on this machine yet is fetched by loading it."""
        if Path(self._called).exists():
            return Path(self._called)
        from huggingface_hub import snapshot_download
        from huggingface_hub.errors import LocalEntryNotFoundError

        _ = self._model
        # sentence-transformers looks for names without an organisation among its own models, too.
        for name in (self._called, f"sentence-transformers/{self._called}"):
            with suppress(LocalEntryNotFoundError):
                return Path(snapshot_download(name, local_files_only=True))
        raise ModelUnavailable(self._called, "its files are not where huggingface_hub keeps models")

    @property
    def dimension(self) -> int:
        """The length of every vector."""
        model = self._model
        return int(self._options.dimension or model.get_embedding_dimension() or 0)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32, shape (len(texts), dimension), with the model's prompt for queries."""
        return self._encode(self._model.encode_query, texts, 0)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32, shape (len(texts), dimension), with the model's prompt for passages."""
        return self._encode(self._model.encode_document, texts, 1)

    def _encode(self, encode: Any, texts: Sequence[str], side: Literal[0, 1]) -> Vectors:
        prompts = next((pair for part, pair in _PROMPTS.items() if part in self._called), None)
        own = any((self._model.prompts or {}).values())
        vectors = encode(
            list(texts),
            prompt=prompts[side] if prompts and not own else None,
            batch_size=self._options.batch_size,
            normalize_embeddings=True,
            show_progress_bar=False,
        )
        return np.asarray(vectors, np.float32).reshape(len(texts), self.dimension)

    @cached_property
    def _model(self) -> SentenceTransformer:
        from sentence_transformers import SentenceTransformer

        try:
            return SentenceTransformer(
                self._called, truncate_dim=self._options.dimension, backend=self._options.backend
            )
        except Exception as error:  # whatever a model's own code raises
            raise ModelUnavailable(self._called, str(error).split("\n")[0]) from error


def mapped_weights(weights: Path) -> NDArray[Any]:
    """The one matrix of a safetensors file, mapped into memory; the format is a length, a JSON header, the bytes."""
    with weights.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        header = json.loads(file.read(length))
    tensor = header["embedding.weight" if "embedding.weight" in header else "embeddings"]
    rows, columns = tensor["shape"]
    start = 8 + length + tensor["data_offsets"][0]
    return np.memmap(weights, _DTYPES[tensor["dtype"]], "r", start, (rows, columns))


def _fingerprint(files: Sequence[Path]) -> str:
    """Tells one training run's files from another's by their names, their sizes and samples all over them, without
    reading gigabytes."""
    digest = hashlib.sha256()
    for file in files:
        size = file.stat().st_size
        digest.update(f"{file.name} {size}\n".encode())
        with file.open("rb") as opened:
            for number in range(_SAMPLES if size > _SAMPLES * _SAMPLED else 1):
                opened.seek(number * (size - _SAMPLED) // (_SAMPLES - 1))
                digest.update(opened.read(_SAMPLED if size > _SAMPLES * _SAMPLED else -1))
    return digest.hexdigest()[:8]
