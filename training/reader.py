"""Train the reader. Read from top to bottom; the knobs come first.

    REPORTEDLY_CORPORA=... python training/reader.py OUT [KNOBS as JSON]

teaches attributions with their links, names and certainty at once; then lets the reader find what is
said within contents, and teaches it to see that in place. The reader is the mean of what both stages
end in. Writes the weights (`reader.pt`) and the files of the run time after each epoch, and a card with
their digests at the end.
"""

from __future__ import annotations

import copy
import json
import os
import random
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple

import torch

# Run as a file, Python looks beside the file only.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from eval.trained import load
from reportedly.neural.tokens import Tokens
from training.certainty import training_certainty
from training.descent import Descent, Pace
from training.encoder import Table, table
from training.export import export, write_card
from training.gum_said import gum_said
from training.model import Reader, mean
from training.names import training_names
from training.polnear import articles
from training.rows import tokens
from training.score import polnear_line
from training.sets import sets
from training.tasks import Attributions, Certainty, Names, Task, plan


@dataclass(frozen=True, slots=True)
class Knobs:
    """What can be turned, with the reason for each value."""

    seed: int = 1
    epochs: int = 4  # of the attributions
    first: int = 3  # of these; the second stage, with a layer more, takes the place of the last
    rate: float = 2e-4  # 5e-5 is clearly worse: small models take high rates
    head_rate: float = 2e-3  # heads start from nothing
    warm_up: float = 0.06
    decay: float = 0.01
    dropout: float = 0.1
    average: float = 0.998  # about the last 500 steps
    budget: int = 3072  # pieces of a batch, padding included
    link: float = 0.04  # beside tags; at 0.3 the gradient of links was six times that of tags
    names: float = 1.0  # how much names count
    names_share: float = 0.5  # of the texts with names in each epoch: they are many
    certainty: float = 0.15
    certainty_share: float = 0.75
    second: int = 1  # epochs in which the second layer learns what the first found in contents
    second_rate: float = 1e-4  # the encoder has settled by then
    open: bool = False  # openly licensed sets alone


class Stage(NamedTuple):
    """Some epochs.

    Attributes:
        epochs: How many its falling rates are laid out for.
        stop: How many are done.
        rate: Of the encoder.
        out: Where its weights go.
    """

    epochs: int
    stop: int
    rate: float
    out: Path


@dataclass(frozen=True, slots=True, eq=False)
class Lessons:
    """The tasks, each read by the encoder's tokenizer, and the words they share."""

    said: Attributions
    named: Names
    judged: Certainty
    words: Table
    signs: Tokens

    def shares(self, knobs: Knobs) -> list[tuple[Task, float, float]]:
        """The tasks with their weights, and the share of their texts in an epoch."""
        return [
            (self.said, 1.0, 1.0),
            (self.named, knobs.names, knobs.names_share),
            (self.judged, knobs.certainty, knobs.certainty_share),
        ]


def main() -> None:
    """Train in two stages, and write what came of each."""
    torch.set_num_threads(1)  # two threads wait for each other more than they gain
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    knobs = Knobs(**(json.loads(sys.argv[2]) if len(sys.argv) > 2 else {}))
    data = Path(os.environ["REPORTEDLY_CORPORA"]) / "data"
    torch.manual_seed(knobs.seed)
    annotated = gum_said(data) if knobs.open else articles(data, "train")
    words, signs = table(), tokens()
    lessons = Lessons(
        Attributions(annotated, signs, knobs.link),
        Names(training_names(data, open_only=knobs.open), signs),
        Certainty(training_certainty(data, open_only=knobs.open), signs),
        words,
        signs,
    )
    reader = Reader(knobs.dropout)
    reader.encoder.start_from_pretrained()
    first = Stage(knobs.epochs, knobs.first, knobs.rate, out / "first")
    second = Stage(knobs.second, knobs.second, knobs.second_rate, out / "second")
    tagged = _taught(reader, lessons, knobs, first, data)
    lessons.said.teach_nested(load(first.out), annotated)
    nested = _taught(copy.deepcopy(tagged), lessons, knobs, second, data)
    reader = mean([tagged, nested])
    export(reader, words, out)
    _save(reader, knobs, out)
    dev = polnear_line(load(out), data)
    digest = write_card(out, {"knobs": asdict(knobs), "sets": sets(knobs.open), "dev": dev})
    _tell(f"{dev}\ncard {digest}")


def _taught(reader: Reader, lessons: Lessons, knobs: Knobs, stage: Stage, data: Path) -> Reader:
    """The mean of the last weights of a stage; kept in its folder after each epoch."""
    out = stage.out
    out.mkdir(parents=True, exist_ok=True)
    pace = Pace(stage.rate, knobs.head_rate, knobs.warm_up, knobs.decay, knobs.average)
    shares = lessons.shares(knobs)
    chance = random.Random(knobs.seed)  # noqa: S311 - the same draws each time
    works = [plan(shares, knobs.budget, chance) for _ in range(stage.epochs)]
    descent = Descent(reader, pace, sum(map(len, works)))
    began = time.monotonic()
    for number, epoch in enumerate(works[: stage.stop], 1):
        for work in epoch:
            descent.turn(work.loss(descent.half, lessons.words, lessons.signs))
            if descent.step % 100 == 0:
                _tell(f"step {descent.step} of {descent.steps}, {time.monotonic() - began:.0f} s")
                _save(descent.mean, knobs, out)
        _save(descent.mean, knobs, out)
        export(descent.mean, lessons.words, out)
        _tell(f"epoch {number}: {polnear_line(load(out), data)}")
    return descent.mean


def _save(reader: Reader, knobs: Knobs, out: Path) -> None:
    torch.save({"weights": reader.state_dict(), "knobs": asdict(knobs)}, out / "reader.pt")


def _tell(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    main()
