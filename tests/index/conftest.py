"""A real static model of single characters, small enough to be made for every run."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import date
from itertools import accumulate
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

from corpus.types import Block, BlockKind, Document, Metadata, Passage, Reading, Section, Span, TaskRecord
from index.embed import StaticEmbedder
from index.types import Entry
from tests.index.two_documents import PILOT, PLAN

SmallReading = Callable[..., Reading]
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
CHARACTERS = "".join(chr(code) for code in range(0x4E00, 0x9FA6))


def write_static_model(folder: Path, seed: int = 0, dimension: int = 32) -> Path:
    """A sentence-transformers StaticEmbedding folder: every character has a random vector of its own."""
    inside = folder / "0_StaticEmbedding"
    inside.mkdir(parents=True)
    vocabulary = {token: row for row, token in enumerate(["[UNK]", *LETTERS, *CHARACTERS])}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex("[a-z0-9\u4e00-\u9fa5]"), "removed", invert=True)
    tokenizer.save(str(inside / "tokenizer.json"))
    vectors = np.random.default_rng(seed).standard_normal((len(vocabulary), dimension)).astype(np.float32)
    vectors[0] = 0
    save_file({"embedding.weight": vectors}, inside / "model.safetensors")
    module = {
        "idx": 0,
        "name": "0",
        "path": "0_StaticEmbedding",
        "type": "sentence_transformers.models.StaticEmbedding",
    }
    (folder / "modules.json").write_text(json.dumps([module]), encoding="utf-8")
    (folder / "config_sentence_transformers.json").write_text("{}", encoding="utf-8")
    return folder


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder of two documents."""
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "plan.txt").write_text(PLAN, encoding="utf-8")
    (folder / "pilot.txt").write_text(PILOT, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def embedder(tmp_path_factory: pytest.TempPathFactory) -> StaticEmbedder:
    """The embedder of a small static model."""
    return StaticEmbedder(write_static_model(tmp_path_factory.mktemp("model") / "characters"))


@pytest.fixture
def other_embedder(tmp_path_factory: pytest.TempPathFactory) -> StaticEmbedder:
    """A model of another dimension and name."""
    return StaticEmbedder(write_static_model(tmp_path_factory.mktemp("model") / "others", seed=1, dimension=16))


@pytest.fixture
def entries() -> list[Entry]:
    """Six passages of two documents."""
    first, second = "关于开展免税购物试点的通知", "跨境电子商务综合试验区实施方案"
    return [
        Entry("plan#0", "plan", "由市商务局牵头，申请免税经营资质。", first, "一、主要任务"),
        Entry("plan#1", "plan", "完善冷链仓储设施，扩大水果进口。", first, "一、主要任务"),
        Entry("plan#2", "plan", "本通知自2021年9月1日起施行。", first, "二、附则"),
        Entry("pilot#0", "pilot", "建设线上单一窗口平台，推广9710、9810出口。", second, "（一）线上平台"),
        Entry("pilot#1", "pilot", "市財政局安排專項資金，支持跨境電商企業。", second, "（二）保障措施"),
        Entry("pilot#2", "pilot", "海关对Ｂ２Ｂ出口实行简化申报。", second, "（二）保障措施"),
    ]


@pytest.fixture
def small_reading() -> SmallReading:
    """Makes readings by hand, for what comes after reading."""
    return _small_reading


def _small_reading(document_id: str, lines: list[str], issued: date | None = None) -> Reading:
    """What understanding a document of these lines could give: every line a passage, and a task of the first unit."""
    text = "\n".join(lines)
    ends = list(accumulate(len(line) + 1 for line in lines))
    spans = [Span(end - len(line) - 1, end - 1) for line, end in zip(lines, ends, strict=True)]
    document = Document(
        document_id,
        text,
        tuple(Block(BlockKind.PARAGRAPH, span) for span in spans),
        Metadata(lines[0], issuers=("义乌市人民政府",), issued=issued, spans={"title": spans[0]}),
        "text/plain",
        hashlib.sha256(text.encode()).hexdigest(),
    )
    sections = (Section((), 0, Span(0, len(text))),)
    passages = tuple(
        Passage(f"{document_id}#{at}", document_id, (), span, span.of(text)) for at, span in enumerate(spans)
    )
    records = tuple(
        TaskRecord(
            id=f"{document_id}:{at}",
            document_id=document_id,
            section=(),
            number=None,
            task=span.of(text),
            lead_units=("市商务局",),
            participating_units=(),
            lead_basis="sole",
            deadline=None,
            targets=(),
            spans={"statement": (span,)},
        )
        for at, span in enumerate(spans[1:], 1)
    )
    return Reading(document, sections, (), passages, records)
