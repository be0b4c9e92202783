"""The recipe of the compact transformer, the whole way at toy size: five small sources to a folder that searches."""

from __future__ import annotations

import json
import lzma
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.numpy import load_file

from index.embed import TransformerEmbedder, load_embedder
from index.training import transformer
from index.training.distil import Teacher, spoken, teaching_at
from index.training.encoder import LARGEST, MASK, SPECIAL, UNKNOWN, Shape, learn_tokenizer
from index.training.lessons import CAPTIONS_KEPT_BACK
from index.training.masking import HIDDEN, NOT_ASKED, masked_batch, running_text
from index.training.sources import FILES
from index.training.stage import OtherSettings
from index.training.transformer import Plan, train

UNITS = ["市商务局", "市发展改革委", "海关总署", "市财政局", "市税务局", "市交通运输局"]
TASKS = ["推进综合保税区建设", "完善跨境电商综合服务", "落实出口退税政策", "培育外贸综合服务企业", "优化口岸营商环境"]
DATES = ["2021年底前", "2022年6月底前", "三季度末前", "12月31日前"]
SENSES = {
    "海关": ("customs",),
    "综合": ("comprehensive",),
    "建设": ("to build", "construction"),
    "落实": ("to implement",),
    "推进": ("to implement", "to advance"),
    "政策": ("policy",),
}
PLAN = Plan(
    Shape(1, 32, vocabulary=600, length=64), 60, 40, rows=16, pairs=8, seed=3, masked_rate=1e-2, contrast_rate=5e-3
)


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five files as the real material has them, of sentences made for this test."""
    said = [f"{unit}要在{date}{task}，加强统筹协调。" for task, date, unit in product(TASKS, DATES, UNITS)]
    texts = ["".join(said[at : at + 12]) for at in range(0, len(said), 12)]
    captions = [{"en": f"Customs warehouse number {n} is open.", "zh": f"{n}号海关仓库开放。"} for n in range(40)]
    kept_back = [{"en": "zebra", "zh": "斑马"}] * CAPTIONS_KEPT_BACK
    rows: dict[str, Sequence[Mapping[str, object]]] = {
        "laws": [{"title": f"口岸条例{n}", "text": f"# 口岸条例\n\n{text}"} for n, text in enumerate(texts)],
        "news": [{"text": f"2023-08-16 18:24:57，正文：{text}"} for text in texts],
        "titles": [{"title": "综合保税区研究", "abstract": texts[0]}],
        "statutes": [{"question": f"{task}归谁管？", "statutes": {"条例": said[0]}} for task in TASKS],
        "captions": [*kept_back, *captions],
    }
    folder = tmp_path_factory.mktemp("sources")
    for source, file in FILES.items():
        with lzma.open(folder / file, "wt", encoding="utf-8", preset=0) as lines:
            lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows[source])
    return folder


def trained(plan: Plan, sources: Path, folder: Path, every: int = 10) -> Path:
    train(plan, SENSES, sources, folder / "model", folder / "cache", torch.device("cpu"), every)
    return folder / "model"


@pytest.fixture(scope="module")
def made(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The model folder after both stages."""
    torch.set_num_threads(1)
    return trained(PLAN, sources, tmp_path_factory.mktemp("made"))


def weights(folder: Path) -> dict[str, np.ndarray[tuple[int, ...], np.dtype[np.float16]]]:
    return dict(load_file(folder / "model.safetensors"))


def test_the_loss_of_both_stages_falls(
    sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is shown of each stage goes down by a tenth at least, the teacher counting alike to the end."""
    monkeypatch.setattr(transformer, "teaching_at", lambda step, steps: 1.0)
    trained(replace(PLAN, contrast_steps=80), sources, tmp_path, every=5)
    shown = capsys.readouterr().out
    for stage in ("masked", "contrast"):
        losses = [float(each) for each in re.findall(rf"{stage}: step \d+/\d+, loss ([\d.]+)", shown)]
        assert len(losses) >= 4
        assert losses[-1] < 0.9 * losses[0], (stage, losses)


def test_the_folder_is_read_by_sentence_transformers_and_by_the_product(made: Path) -> None:
    """Both give the same finite unit vectors, as wide as the model, for any text, in every script."""
    from sentence_transformers import SentenceTransformer

    texts = ["市商务局牵头推进", "2021年底前", "", "☃", "Customs warehouse", "龘", "海" * 1000]
    embedder = load_embedder(str(made))
    assert isinstance(embedder, TransformerEmbedder)
    vectors = embedder.encode_passages(texts)
    assert vectors.shape == (len(texts), 32)
    assert np.isfinite(vectors).all()
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    plain = SentenceTransformer(str(made), device="cpu").encode(texts, show_progress_bar=False)
    np.testing.assert_allclose(vectors, plain, atol=1e-5)


def test_what_belongs_together_is_nearer_than_what_does_not(made: Path) -> None:
    """Even at toy size the distance means something: a reworded task is nearer to itself than to another."""
    embedder = load_embedder(str(made))
    query = embedder.encode_queries(["谁来优化口岸营商环境"])[0]
    same, other = embedder.encode_passages(["优化口岸营商环境。", "落实出口退税政策。"])
    assert query @ same > query @ other


def test_equal_seeds_give_equal_weights_and_others_do_not(made: Path, sources: Path, tmp_path: Path) -> None:
    """The same sources, settings and seed give the same weights and vocabulary; the seed is heard."""
    again = trained(PLAN, sources, tmp_path / "again")
    assert (again / "tokenizer.json").read_bytes() == (made / "tokenizer.json").read_bytes()
    for name, values in weights(made).items():
        np.testing.assert_array_equal(values, weights(again)[name])
    other = trained(replace(PLAN, seed=4), sources, tmp_path / "other")
    name = "embeddings.word_embeddings.weight"
    assert not np.array_equal(weights(made)[name], weights(other)[name])


@pytest.mark.parametrize("broken_off", [("masked_batch", 17), ("contrast_loss", 13)])
def test_a_broken_run_ends_like_an_unbroken_one(
    made: Path, sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken_off: tuple[str, int]
) -> None:
    """Broken off in either stage between two checkpoints, training goes on to the very same weights."""
    called, after = broken_off
    whole, left = getattr(transformer, called), iter(range(after))

    def breaking(*given: object) -> object:
        if next(left, None) is None:
            raise KeyboardInterrupt
        return whole(*given)

    with monkeypatch.context() as patched:
        patched.setattr(transformer, called, breaking)
        with pytest.raises(KeyboardInterrupt):
            trained(PLAN, sources, tmp_path)
    assert not (tmp_path / "model").exists()
    resumed = trained(PLAN, sources, tmp_path)
    for name, values in weights(made).items():
        np.testing.assert_array_equal(values, weights(resumed)[name])


def test_a_checkpoint_of_other_settings_is_refused(sources: Path, tmp_path: Path) -> None:
    """Weights of two plans are never mixed; the error names the checkpoint and what to do."""
    small = replace(PLAN, masked_steps=2, contrast_steps=1)
    trained(small, sources, tmp_path)
    with pytest.raises(OtherSettings, match=r"masked\.pt was made with other settings.*--cache"):
        trained(replace(small, rows=8), sources, tmp_path)


def test_the_folder_says_what_it_was_made_of(made: Path) -> None:
    """training.json has the plan and a digest of every source; weights are in half precision, computed in single."""
    origin = json.loads((made / "training.json").read_text(encoding="utf-8"))
    assert origin["plan"]["seed"] == PLAN.seed
    assert set(origin["sources"]) == set(FILES.values())
    assert all(re.fullmatch("[0-9a-f]{64}", digest) for digest in origin["sources"].values())
    assert {values.dtype for values in weights(made).values()} == {np.dtype(np.float16)}
    assert json.loads((made / "config.json").read_text())["dtype"] == "float32"


def test_a_shape_that_would_be_too_large_is_refused() -> None:
    """The default shape stays under 25 MB; a larger one is refused before anything is trained."""
    assert 2 * Shape().parameters < LARGEST
    with pytest.raises(ValueError, match=r"6 layers of 384 .*more than 25.*--width"):
        Shape(6, 384)
    with pytest.raises(ValueError, match="--width 352"):
        Shape(4, 352)


def test_tokens_are_characters_and_latin_pieces(sources: Path) -> None:
    """Traditional and full-width text reads as plain text does; no Latin word is unknown, a new character is."""
    tokenizer = learn_tokenizer(running_text(sources, SENSES), PLAN.shape)
    encoded = tokenizer.encode("海關２１ ＣＵＳＴＯＭＳ龘", add_special_tokens=False).tokens
    assert encoded[:4] == ["海", "关", "2", "1"]
    assert "".join(encoded[4:-1]) == "customs"
    assert encoded[-1] == UNKNOWN
    assert UNKNOWN not in tokenizer.encode("Qwxyz", add_special_tokens=False).tokens


def test_captions_that_are_kept_back_are_not_read(sources: Path) -> None:
    """What the static model's language test is asked with is not in the transformer's training text, either."""
    text = "\n".join(running_text(sources, SENSES))
    assert "zebra" not in text
    assert "Customs warehouse number 39" in text


def test_hidden_tokens_are_asked_for_and_others_left_alone() -> None:
    """About 15% are asked for, 80% of them hidden; what is not asked for is as it was; special tokens never are."""
    stream = np.random.default_rng(1).integers(len(SPECIAL), 100, size=5000).astype(np.uint16)
    seen, labels = masked_batch(stream, 64, 128, 100, np.random.default_rng(2))
    asked = labels != NOT_ASKED
    hidden = seen == SPECIAL.index(MASK)
    assert 0.13 < asked.mean() < 0.17
    assert HIDDEN - 0.05 < hidden[asked].mean() < HIDDEN + 0.05
    assert not hidden[~asked].any()
    original = np.where(asked, labels, seen)
    body = "".join(map(chr, stream))
    assert all("".join(map(chr, row[1:-1])) in body for row in original)
    assert not asked[:, [0, -1]].any()


def test_tokens_of_the_static_model_read_as_text() -> None:
    """English words are parted, their endings are not, Chinese is written on."""
    assert spoken(["海关", "总署", "customs", "warehouse", "s", "的"]) == "海关总署 customs warehouses的"
    assert spoken([]) == ""


def test_the_teacher_is_the_shipped_model_and_fades() -> None:
    """The teacher's vectors are the product's own; texts without a known word have none. It counts less each step."""
    teacher = Teacher.shipped(torch.device("cpu"))
    known, vectors = teacher.vectors(["海关总署牵头", "☃"])
    assert known.tolist() == [True, False]
    np.testing.assert_allclose(vectors.numpy(), load_embedder().encode_passages(["海关总署牵头"]), atol=1e-5)
    counted = [teaching_at(step, 10) for step in range(1, 11)]
    assert counted[0] == 1
    assert counted == sorted(counted, reverse=True)
    assert counted[-1] == pytest.approx(0.1)


def test_the_command_names_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the sources, or on a device that is not there, the command ends with one line that says so."""
    for given, told in (
        (["--layers", "1"], "laws.jsonl.xz is not there"),
        (["--device", "cuda:99"], "--device cuda:99"),
    ):
        command = ["transformer", "--sources", str(tmp_path), "--out", str(tmp_path / "model"), *given]
        monkeypatch.setattr(sys, "argv", command)
        with pytest.raises(SystemExit) as ended:
            transformer.main()
        assert ended.value.code == 2
        assert told in capsys.readouterr().err
