"""Trains a compact transformer from nothing, to a folder that ZHENGWEN_MODEL names.

    python -m index.training.transformer --sources FOLDER --out DIR

First masked-language training over all texts, then contrastive training with the shipped static model as first
teacher. Meant for one GPU (index/model/README.md has the sizes and the expected time); with small --layers, --width and
--steps it runs on a processor, too. A run that was broken off goes on after its last checkpoint. On one processor the
same sources, settings and seed give the same weights.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from transformers import BertForMaskedLM

from index.training.distil import Student, Teacher, contrast_loss, teaching_at, text_lessons
from index.training.encoder import Shape, learn_tokenizer, new_encoder, save_encoder
from index.training.masking import masked_batch, masked_loss, running_text, token_stream
from index.training.sources import FILES, MissingTrainingText
from index.training.stage import Stage, run_stage
from index.training.vocabulary import all_senses

Senses = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Plan:
    """What the weights depend on beside the sources: shape, steps and learning rates of the two stages, rows and pairs
    at once, seed."""

    shape: Shape = field(default_factory=Shape)
    masked_steps: int = 20_000
    contrast_steps: int = 3_000
    rows: int = 256
    pairs: int = 384
    seed: int = 20210901
    masked_rate: float = 5e-4
    contrast_rate: float = 2e-4


def sources_read(sources: Path) -> dict[str, str]:
    """Each source's file with its SHA-256; raises MissingTrainingText."""
    found = {}
    for file in FILES.values():
        if not (sources / file).exists():
            raise MissingTrainingText(sources / file)
        found[file] = sha256((sources / file).read_bytes()).hexdigest()
    return found


def train(
    plan: Plan, senses: Senses, sources: Path, out: Path, cache: Path, device: torch.device, every: int = 200
) -> int:
    """Trains, or goes on training, and writes the model folder `out`; returns its size in bytes.

    `cache` keeps tokens and checkpoints, one written `every` so many steps. Raises MissingTrainingText, and
    OtherSettings for checkpoints of another plan or other sources.
    """
    origin = {
        "plan": asdict(plan),
        "sources": sources_read(sources),
        "senses": sha256(json.dumps(dict(senses), ensure_ascii=False).encode()).hexdigest(),
        "teacher": "zhengwen-static",
        "licence": "CC-BY-SA-4.0 (teacher and dictionary pairs are built on CC-CEDICT)",
    }
    settings = json.dumps(origin, sort_keys=True)
    tokenizer, stream = _tokens(plan, senses, sources, cache, settings)
    torch.manual_seed(plan.seed)
    model = new_encoder(plan.shape, tokenizer)
    torch.nn.Module.to(model, device)
    print(f"{sum(p.numel() for p in model.bert.parameters()):,} weights, {len(stream):,} tokens of text", flush=True)
    _masked(
        plan,
        model,
        stream,
        tokenizer,
        cache,
        Stage("masked", plan.masked_steps, settings, plan.masked_rate, every, plan.seed),
    )
    _contrast(plan, model, tokenizer, senses, sources, cache, every, settings)
    return save_encoder(out, model.bert.cpu(), tokenizer, plan.shape.length, origin)


def _tokens(
    plan: Plan, senses: Senses, sources: Path, cache: Path, settings: str
) -> tuple[Tokenizer, NDArray[np.uint16]]:
    """The tokenizer and all training text in its tokens, kept in `cache` for each choice of settings."""
    kept = cache / f"tokens-{sha256(settings.encode()).hexdigest()[:12]}"
    vocabulary, stream = kept / "tokenizer.json", kept / "stream.npy"
    if not stream.exists():
        print("learning the vocabulary and cutting the training texts into tokens", flush=True)
        kept.mkdir(parents=True, exist_ok=True)
        learnt = learn_tokenizer(running_text(sources, senses), plan.shape)
        learnt.save(str(vocabulary))
        partial = kept / "partial.npy"
        np.save(partial, token_stream(learnt, running_text(sources, senses)))
        partial.replace(stream)
    return Tokenizer.from_file(str(vocabulary)), np.load(stream, mmap_mode="r")


def _masked(
    plan: Plan,
    model: BertForMaskedLM,
    stream: NDArray[np.uint16],
    tokenizer: Tokenizer,
    cache: Path,
    stage: Stage,
) -> None:
    generator = np.random.default_rng([plan.seed, 1])
    device, tokens = model.device, tokenizer.get_vocab_size()

    def loss(step: int) -> torch.Tensor:
        seen, labels = masked_batch(stream, plan.rows, plan.shape.length, tokens, generator)
        with torch.autocast("cuda", dtype=torch.bfloat16) if device.type == "cuda" else nullcontext():
            return masked_loss(model, seen, labels, device)

    run_stage(stage, model, generator, cache / "masked.pt", loss)


def _contrast(
    plan: Plan,
    model: BertForMaskedLM,
    tokenizer: Tokenizer,
    senses: Senses,
    sources: Path,
    cache: Path,
    every: int,
    settings: str,
) -> None:
    generator = np.random.default_rng([plan.seed, 2])
    teacher = Teacher.shipped(model.device)
    torch.manual_seed(plan.seed + 1)
    student = Student(model.bert, teacher.matrix.shape[1]).to(model.device)
    lessons = text_lessons(teacher, senses, sources, generator, plan.pairs)

    def loss(step: int) -> torch.Tensor:
        teaching = teaching_at(step, plan.contrast_steps)
        return contrast_loss(student, teacher, tokenizer, lessons, teaching, plan.shape.length)

    stage = Stage("contrast", plan.contrast_steps, settings, plan.contrast_rate, every, plan.seed + 1)
    run_stage(stage, student, generator, cache / "contrast.pt", loss)


def _device(name: str) -> torch.device:
    try:
        device = torch.device(name)
        torch.empty(0, device=device)
    except (RuntimeError, AssertionError, NotImplementedError) as error:
        raise ValueError(f"--device {name}: {str(error).splitlines()[0]}; cpu is always there") from error
    return device


def main() -> None:
    plan = Plan()
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sources", type=Path, required=True, help="folder with the training material")
    options.add_argument("--out", type=Path, required=True, help="the model folder to write")
    options.add_argument("--cache", type=Path, default=Path("build/transformer"), help="where checkpoints are kept")
    options.add_argument("--layers", type=int, default=plan.shape.layers)
    options.add_argument("--width", type=int, default=plan.shape.width, help="of the vectors, too")
    options.add_argument("--vocabulary", type=int, default=plan.shape.vocabulary, help="how many tokens at most")
    options.add_argument("--length", type=int, default=plan.shape.length, help="tokens of the longest text")
    options.add_argument(
        "--steps", type=int, nargs=2, default=(plan.masked_steps, plan.contrast_steps), metavar=("MASKED", "CONTRAST")
    )
    options.add_argument("--rows", type=int, default=plan.rows, help="rows of text at once, masked training")
    options.add_argument("--pairs", type=int, default=plan.pairs, help="pairs at once at most, of each lesson")
    options.add_argument("--every", type=int, default=200, help="steps between two checkpoints")
    options.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    options.add_argument("--seed", type=int, default=plan.seed)
    options.add_argument("--threads", type=int, default=2)
    given = options.parse_args()
    torch.set_num_threads(given.threads)
    try:
        shape = Shape(given.layers, given.width, given.vocabulary, length=given.length)
        plan = Plan(shape, given.steps[0], given.steps[1], given.rows, given.pairs, given.seed)
        size = train(plan, all_senses(), given.sources, given.out, given.cache, _device(given.device), given.every)
    except (ValueError, MissingTrainingText) as error:
        options.exit(2, f"{error}\n")
    print(f"{size / 1e6:.1f} MB -> {given.out}; ZHENGWEN_MODEL={given.out} searches with it")


if __name__ == "__main__":
    main()
