"""Texts as rows the encoder takes: cut into windows, put into batches, padded."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from reportedly.neural.tokens import Pieces, Tokens
from reportedly.neural.windows import LONGEST, Window, windows
from training.encoder import pretrained

SIZES = (96, 128, 160, LONGEST)
"""Longest windows to train on, each as often: short ones cost less, and none is learned by heart."""
CONTEXTS = (0, 0, 32, 64)
"""Pieces of context to train on: what is read again costs time and teaches nothing new."""


def tokens() -> Tokens:
    """The tokenizer of the encoder."""
    return Tokens((pretrained() / "tokenizer.json").read_bytes())


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One window of one text, by the text's number."""

    text: int
    window: Window

    @property
    def length(self) -> int:
        """Pieces, with the signs before and after."""
        return self.window.end - self.window.start + 2


def batches(texts: Sequence[Pieces], budget: int, chance: random.Random) -> list[list[Row]]:
    """The windows of all texts in batches of about one length, in an order of chance.

    Args:
        texts: What to cut; the sizes of windows are drawn anew for each text.
        budget: Most pieces of a batch, padding included.
        chance: Draws.
    """
    rows = [
        Row(number, window)
        for number, found in enumerate(texts)
        for window in windows(found.paragraph_ends, chance.choice(SIZES), chance.choice(CONTEXTS))
    ]
    made: list[list[Row]] = []
    for row in sorted(rows, key=lambda row: row.length + 8 * chance.random()):
        if not made or row.length * (len(made[-1]) + 1) > budget:
            made.append([])
        made[-1].append(row)
    chance.shuffle(made)
    return made


@dataclass(frozen=True, slots=True, eq=False)
class Inputs:
    """What the encoder takes, all [rows, pieces]; piece ``i`` of a text is at ``i - start + 1``."""

    ids: Tensor
    shape: Tensor
    quoted: Tensor
    mask: Tensor


def inputs(batch: Sequence[Row], texts: Sequence[Pieces], signs: Tokens) -> Inputs:
    """The rows of a batch, padded."""
    made = np.zeros((4, len(batch), max(row.length for row in batch)), np.int64)
    for at, row in enumerate(batch):
        found, inside = texts[row.text], slice(row.window.start, row.window.end)
        count = row.window.end - row.window.start
        made[0, at, [0, count + 1]] = signs.first, signs.last
        made[0, at, 1 : count + 1] = found.ids[inside]
        made[1, at, 1 : count + 1] = found.shape[inside]
        made[2, at, 1 : count + 1] = found.quoted[inside]
        made[3, at, : count + 2] = 1
    return Inputs(*(torch.from_numpy(part) for part in made))


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """The words in focus of a batch, one paragraph a line.

    Attributes:
        rows: [paragraphs, words] row of the batch of each word.
        pieces: [paragraphs, words] its first piece there.
        texts: [paragraphs] number of the text.
        first: [paragraphs] number of the first word in its text.
        mask: [paragraphs, words] whether there is such a word.
    """

    rows: Tensor
    pieces: Tensor
    texts: list[int]
    first: list[int]
    mask: Tensor


def places(batch: Sequence[Row], texts: Sequence[Pieces]) -> Places:
    """Where the words in focus of each row are."""
    lines: list[tuple[int, int, int, np.ndarray]] = []
    for at, row in enumerate(batch):
        found, window = texts[row.text], row.window
        first, last = np.searchsorted(found.heads, [window.focus_start, window.focus_end])
        edges = np.searchsorted(found.heads[first:last], found.paragraph_ends) + first
        for start, end in zip([first, *edges], [*edges, last], strict=True):
            if start < end:
                where = found.heads[start:end] - window.start + 1
                lines.append((at, row.text, int(start), where))
    made = np.zeros((3, len(lines), max((len(line[3]) for line in lines), default=1)), np.int64)
    for index, (at, _, _, where) in enumerate(lines):
        made[0, index, : len(where)] = at
        made[1, index, : len(where)] = where
        made[2, index, : len(where)] = 1
    rows, pieces, mask = (torch.from_numpy(part) for part in made)
    return Places(rows, pieces, [line[1] for line in lines], [line[2] for line in lines], mask > 0)
