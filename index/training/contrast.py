"""Contrastive training of word vectors: texts that belong together come nearer than the others of their batch."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from index.training.pairs import Pair

SHOWN = 50  # steps between two lines of progress and two checkpoints

Draw = Callable[[int], Sequence[Pair]]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A kind of pairs: how many at once, and how much its loss counts."""

    name: str
    draw: Draw
    size: int
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Course:
    """How training goes. `leash` is the share of the way back to the starting vectors that every step takes."""

    steps: int = 1500
    rate: float = 2e-3
    leash: float = 2e-3
    temperature: float = 0.05
    warm_up: int = 50


def bags(texts: Sequence[NDArray[np.int32]]) -> tuple[torch.Tensor, torch.Tensor]:
    """Token ids of all texts on end, and where each text starts."""
    starts = np.cumsum([0, *(len(each) for each in texts[:-1])])
    return torch.from_numpy(np.concatenate(texts).astype(np.int64)), torch.from_numpy(starts)


def embed(matrix: torch.Tensor, texts: Sequence[NDArray[np.int32]]) -> torch.Tensor:
    """Unit vectors (len(texts), dimension)."""
    ids, starts = (each.to(matrix.device) for each in bags(texts))
    return functional.normalize(functional.embedding_bag(ids, matrix, starts, mode="sum"), dim=1)


def batch_loss(left: torch.Tensor, right: torch.Tensor, temperature: float) -> torch.Tensor:
    """Cross entropy of finding each text's partner among all partners of the batch, in both directions."""
    scores = left @ right.T / temperature
    partners = torch.arange(len(left), device=left.device)
    return (functional.cross_entropy(scores, partners) + functional.cross_entropy(scores.T, partners)) / 2


def lesson_losses(matrix: torch.Tensor, lessons: Sequence[Lesson], temperature: float) -> torch.Tensor:
    """The weighted loss of each lesson on a batch of its own; all texts are embedded at once, for one pass back."""
    batches = [lesson.draw(lesson.size) for lesson in lessons]
    texts = [text for batch in batches for side in (0, 1) for text in (pair[side] for pair in batch)]
    sides = torch.split(embed(matrix, texts), [len(batch) for batch in batches for _ in (0, 1)])
    losses = [batch_loss(left, right, temperature) for left, right in zip(sides[::2], sides[1::2], strict=True)]
    return torch.stack(losses) * torch.tensor([lesson.weight for lesson in lessons])


def train(
    start: NDArray[np.float32],
    lessons: Sequence[Lesson],
    course: Course,
    generator: np.random.Generator,
    checkpoint: Path,
    threads: int = 2,
) -> NDArray[np.float32]:
    """The word vectors after `course.steps` steps, each over a batch of every lesson; row 0 (unknown) stays zero.

    `generator` is the one that the lessons draw with. `checkpoint` is written now and then, and read if it is there:
    a run that was broken off ends as if it had not been.
    """
    torch.set_num_threads(threads)
    origin = torch.from_numpy(start.copy())
    matrix = origin.clone().requires_grad_()
    optimizer = torch.optim.Adam([matrix], lr=course.rate, betas=(0.9, 0.99))
    first = _resume(checkpoint, matrix, optimizer, generator) if checkpoint.exists() else 0
    began, shown = time.monotonic(), [0.0] * len(lessons)
    for step in range(first + 1, course.steps + 1):
        for group in optimizer.param_groups:
            group["lr"] = course.rate * min(1.0, step / course.warm_up) * (1 - 0.95 * step / course.steps)
        optimizer.zero_grad()
        losses = lesson_losses(matrix, lessons, course.temperature)
        torch.autograd.backward(losses.sum())
        shown = [0.95 * old + 0.05 * new for old, new in zip(shown, losses.tolist(), strict=True)]
        optimizer.step()
        with torch.no_grad():
            matrix.lerp_(origin, course.leash)
            matrix[0] = 0
        if step % SHOWN == 0:
            told = ", ".join(f"{lesson.name} {value:.3f}" for lesson, value in zip(lessons, shown, strict=True))
            print(f"step {step}/{course.steps}, {time.monotonic() - began:.0f} s: {told}", flush=True)
            _keep(checkpoint, step, matrix, optimizer, generator)
    return np.asarray(matrix.detach().numpy(), dtype=np.float32)


def _keep(
    checkpoint: Path, step: int, matrix: torch.Tensor, optimizer: torch.optim.Adam, generator: np.random.Generator
) -> None:
    state = {"step": step, "matrix": matrix.detach(), "optimizer": optimizer.state_dict()}
    partial = checkpoint.with_suffix(".part")
    torch.save(state | {"generator": json.dumps(generator.bit_generator.state)}, partial)
    partial.replace(checkpoint)


def _resume(checkpoint: Path, matrix: torch.Tensor, optimizer: torch.optim.Adam, generator: np.random.Generator) -> int:
    state = torch.load(checkpoint, weights_only=True)
    with torch.no_grad():
        matrix.copy_(state["matrix"])
    optimizer.load_state_dict(state["optimizer"])
    generator.bit_generator.state = json.loads(state["generator"])
    print(f"going on after step {state['step']} of {checkpoint}", flush=True)
    return int(state["step"])
