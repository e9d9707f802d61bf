"""How weights move: half precision computes, full precision keeps, the mean of late steps is taken."""

from __future__ import annotations

import copy
from dataclasses import dataclass

import torch
from torch import Tensor

from training.model import Reader


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast weights move.

    Attributes:
        rate: Of the encoder.
        head_rate: Of what starts from nothing.
        warm_up: Share of the steps in which the rates rise.
        decay: Of weights that multiply.
        average: Share of the mean that is kept at each step.
    """

    rate: float
    head_rate: float
    warm_up: float
    decay: float
    average: float


class Descent:
    """The weights on their way down.

    Attributes:
        half: Computes; its encoder is in bfloat16, which is ten times faster here.
        full: The same in full precision.
        mean: Of the last steps: less noisy than the last alone.
    """

    def __init__(self, reader: Reader, pace: Pace, steps: int) -> None:
        self.pace, self.steps, self.step = pace, steps, 0
        self.mean: Reader = copy.deepcopy(reader).eval()
        self.full = copy.deepcopy(reader)
        self.half = reader.train()
        self.half.encoder.to(torch.bfloat16)
        self._optimiser = _optimiser(self.full, pace)
        self._rates = [group["lr"] for group in self._optimiser.param_groups]

    def turn(self, loss: Tensor) -> None:
        """One step."""
        self.half.zero_grad()
        loss.backward()
        for group, rate in zip(self._optimiser.param_groups, self._rates, strict=True):
            group["lr"] = rate * self._factor()
        for full, half in zip(self.full.parameters(), self.half.parameters(), strict=True):
            full.grad = None if half.grad is None else half.grad.float()
        torch.nn.utils.clip_grad_norm_(self.full.parameters(), 1.0)
        self._optimiser.step()
        self.step += 1
        keep = min(self.pace.average, (self.step + 1) / (self.step + 10))
        with torch.no_grad():
            for full, half, mean in zip(
                self.full.parameters(), self.half.parameters(), self.mean.parameters(), strict=True
            ):
                half.copy_(full)
                mean.lerp_(full, 1 - keep)

    def _factor(self) -> float:
        """Rise along a line, then fall to nothing along another."""
        rise = max(1, int(self.steps * self.pace.warm_up))
        return min((self.step + 1) / rise, max(0.0, (self.steps - self.step) / (self.steps - rise)))


def _optimiser(reader: Reader, pace: Pace) -> torch.optim.Optimizer:
    groups: dict[tuple[float, float], list[Tensor]] = {}
    for name, weight in reader.named_parameters():
        fresh = not name.startswith("encoder") or "shape" in name or "quoted" in name
        rate = pace.head_rate if fresh else pace.rate
        groups.setdefault((rate, pace.decay if weight.ndim > 1 else 0.0), []).append(weight)
    return torch.optim.AdamW(
        [
            {"params": weights, "lr": rate, "weight_decay": decay}
            for (rate, decay), weights in groups.items()
        ],
        betas=(0.9, 0.98),
    )
