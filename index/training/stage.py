"""A stage of training that goes on from its last checkpoint as if it had not been broken off."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn

# The loss of a step (from 1), and what to show of it.
Loss = Callable[[int], torch.Tensor]


@dataclass(frozen=True, slots=True)
class Stage:
    """How a stage goes: steps, the highest learning rate, how often it shows and keeps itself, and its seed.

    `settings` says what the weights depend on; a checkpoint with other settings is refused.
    """

    name: str
    steps: int
    settings: str
    rate: float = 5e-4
    every: int = 200
    seed: int = 0

    def rate_at(self, step: int) -> float:
        """Rises over the first twentieth of the steps and falls to nothing at the end, both linearly."""
        rising = max(1, self.steps // 20)
        return self.rate * min(step / rising, 1 - (step - 1) / self.steps)


class OtherSettings(ValueError):
    """A checkpoint was made with other settings or other sources."""

    def __init__(self, checkpoint: Path) -> None:
        super().__init__(
            f"{checkpoint} was made with other settings or sources: go on with those, "
            "name another --cache, or remove it"
        )


def run_stage(stage: Stage, trained: nn.Module, generator: np.random.Generator, checkpoint: Path, loss: Loss) -> float:
    """Trains all weights of `trained` in place and returns the running mean of the loss.

    `generator` is the one that `loss` draws with; what torch draws (dropout) is seeded here. `checkpoint` is written
    every so often and at the end, and read if it is there. Raises OtherSettings.
    """
    torch.manual_seed(stage.seed)
    trained.train()
    optimizer = torch.optim.AdamW(trained.parameters(), lr=stage.rate, betas=(0.9, 0.98), weight_decay=0.01)
    first, shown = _resume(stage, checkpoint, trained, optimizer, generator) if checkpoint.exists() else (0, 0.0)
    began = time.monotonic()
    for step in range(first + 1, stage.steps + 1):
        for group in optimizer.param_groups:
            group["lr"] = stage.rate_at(step)
        optimizer.zero_grad()
        value = loss(step)
        torch.autograd.backward(value)
        nn.utils.clip_grad_norm_(trained.parameters(), 1.0)
        optimizer.step()
        shown = float(value.detach()) if step == 1 else 0.9 * shown + 0.1 * float(value.detach())
        if step % stage.every == 0 or step == stage.steps:
            seconds = time.monotonic() - began
            left = seconds / (step - first) * (stage.steps - step)
            print(
                f"{stage.name}: step {step}/{stage.steps}, loss {shown:.3f}, {seconds:.0f} s, {left:.0f} s to go",
                flush=True,
            )
            _keep(stage, step, shown, checkpoint, trained, optimizer, generator)
    return shown


def _keep(
    stage: Stage,
    step: int,
    shown: float,
    checkpoint: Path,
    trained: nn.Module,
    optimizer: torch.optim.Optimizer,
    generator: np.random.Generator,
) -> None:
    checkpoint.parent.mkdir(parents=True, exist_ok=True)
    partial = checkpoint.with_suffix(".part")
    state = {
        "settings": stage.settings,
        "step": step,
        "shown": shown,
        "weights": trained.state_dict(),
        "optimizer": optimizer.state_dict(),
        "generator": json.dumps(generator.bit_generator.state),
        "torch": torch.get_rng_state(),
        "cuda": torch.cuda.get_rng_state_all() if torch.cuda.is_available() else [],
    }
    torch.save(state, partial)
    partial.replace(checkpoint)


def _resume(
    stage: Stage,
    checkpoint: Path,
    trained: nn.Module,
    optimizer: torch.optim.Optimizer,
    generator: np.random.Generator,
) -> tuple[int, float]:
    """The step after which it goes on, and the running mean of the loss."""
    state = torch.load(checkpoint, weights_only=True, map_location="cpu")
    if state["settings"] != stage.settings:
        raise OtherSettings(checkpoint)
    trained.load_state_dict(state["weights"])
    optimizer.load_state_dict(state["optimizer"])
    generator.bit_generator.state = json.loads(state["generator"])
    torch.set_rng_state(state["torch"])
    if state["cuda"]:
        torch.cuda.set_rng_state_all(state["cuda"])
    print(f"{stage.name}: going on after step {state['step']} of {checkpoint}", flush=True)
    return int(state["step"]), float(state["shown"])
