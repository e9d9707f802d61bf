"""The three things the reader is taught at once, each from texts of its own."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from reportedly.neural import Model
from reportedly.neural.decode import BARRED
from reportedly.neural.features import Ints
from reportedly.neural.tokens import Pieces, Tokens
from training.attribution import Taught, taught
from training.certainty import JudgedText
from training.encoder import Table
from training.model import TAGS, Reader
from training.named_text import NamedText, allowed
from training.nested import nested
from training.polnear import Article
from training.rows import Inputs, Places, Row, batches, inputs, places


class Task(Protocol):
    """Texts to learn from, and what is wrong with the reader's answers on some of them."""

    texts: list[Pieces]

    def loss(self, reader: Reader, states: Tensor, batch: Sequence[Row], given: Inputs) -> Tensor:
        """The loss of the states of a batch."""


@dataclass(frozen=True, slots=True)
class Work:
    """A batch of one task, and how much it counts."""

    task: Task
    weight: float
    batch: list[Row]

    def loss(self, reader: Reader, words: Table, signs: Tokens) -> Tensor:
        """The weighted loss of the batch."""
        given = inputs(self.batch, self.task.texts, signs)
        vectors = words.vectors(given.ids).to(reader.encoder.norm.weight.dtype)
        states = reader.states(vectors, given.shape, given.quoted, given.mask)
        return self.weight * self.task.loss(reader, states, self.batch, given)


def plan(
    tasks: Sequence[tuple[Task, float, float]], budget: int, chance: random.Random
) -> list[Work]:
    """One epoch: the batches of all tasks, mixed.

    Args:
        tasks: Each with its weight, and the share of its texts to take.
        budget: Most pieces of a batch.
        chance: Draws.
    """
    works: list[Work] = []
    for task, weight, share in tasks:
        made = batches(task.texts, budget, chance)
        works += [Work(task, weight, batch) for batch in made[: round(share * len(made))]]
    chance.shuffle(works)
    return works


# --- attributions --------------------------------------------------------------------------------


class Attributions:
    """Sources, cues and contents, and which belong together; the same again within contents."""

    def __init__(self, articles: Sequence[Sequence[Article]], signs: Tokens, link: float) -> None:
        """Args: articles, each as often as it was annotated; link: how much links count."""
        self.texts = [signs.pieces(several[0].text) for several in articles]
        self.link = link
        self.layers: dict[str, list[list[Taught]]] = {
            "attribution": [
                [taught(text, one.attributions) for one in several]
                for text, several in zip(self.texts, articles, strict=True)
            ]
        }

    def teach_nested(self, model: Model, articles: Sequence[Sequence[Article]]) -> None:
        """Add the second layer: what the model finds within the contents of the same articles."""
        self.layers["nested"] = [
            [taught(text, nested(model, several).attributions)]
            for text, several in zip(self.texts, articles, strict=True)
        ]

    def loss(self, reader: Reader, states: Tensor, batch: Sequence[Row], given: Inputs) -> Tensor:
        """Of the tags and of the links of every layer."""
        where = places(batch, self.texts)
        words = states[where.rows, where.pieces]
        total = states.new_zeros(())
        for layer, known in self.layers.items():
            # Who was annotated by several is taught by another of them each time.
            chosen = {row.text: known[row.text][_draw(len(known[row.text]))] for row in batch}
            right = _tags(where, chosen)
            total = total + reader.chains[layer].loss(reader.heads[layer](words), right, where.mask)
            for link in ("source", "content"):
                wanted = _links(batch, self.texts, chosen, link)
                if len(wanted):
                    rows, pieces, goals = wanted.unbind(1)
                    scores = reader.link(f"{layer}_{link}", states, rows, pieces)
                    scores = scores + (1 - given.mask[rows].float()) * BARRED
                    total = total + self.link * functional.cross_entropy(scores, goals)
        return total


def _draw(count: int) -> int:
    return int(torch.randint(count, ())) if count > 1 else 0


def _tags(where: Places, chosen: dict[int, Taught]) -> Tensor:
    """[paragraphs, words, tags] whether each is right."""
    right = np.zeros((*where.mask.shape, len(TAGS)), np.bool_)
    for line, (text, first) in enumerate(zip(where.texts, where.first, strict=True)):
        count = int(where.mask[line].sum())
        tags = chosen[text].tags[first : first + count].copy()
        if TAGS[tags[0]].startswith("I-"):
            # A paragraph too long for one window was cut within a span.
            tags[0] -= 1
        right[line, np.arange(count), tags] = True
    return torch.from_numpy(right)


def _links(
    batch: Sequence[Row], texts: Sequence[Pieces], chosen: dict[int, Taught], link: str
) -> Tensor:
    """[spans, 3]: row and piece of what seeks, and the piece it should find (0: there is none)."""
    wanted = []
    for at, row in enumerate(batch):
        found, window = texts[row.text], row.window
        first, last = np.searchsorted(found.heads, [window.focus_start, window.focus_end])
        low, high = np.searchsorted(found.heads, [window.start, window.end])
        for word, other in chosen[row.text].links[link]:
            if first <= word < last and (other < 0 or low <= other < high):
                goal = 0 if other < 0 else int(found.heads[other]) - window.start + 1
                wanted.append((at, int(found.heads[word]) - window.start + 1, goal))
    return torch.tensor(wanted, dtype=torch.int64).reshape(-1, 3)


# --- names ---------------------------------------------------------------------------------------


class Names:
    """Names of ten kinds, from sets none of which marks all of them."""

    def __init__(self, documents: Sequence[NamedText], signs: Tokens) -> None:
        self.texts = [signs.pieces(document.text) for document in documents]
        self.right = [
            allowed(document, list(zip(text.starts[text.heads], text.word_ends, strict=True)))
            for document, text in zip(documents, self.texts, strict=True)
        ]

    def loss(self, reader: Reader, states: Tensor, batch: Sequence[Row], given: Inputs) -> Tensor:
        """Of all sequences of labels that the sets allow."""
        where = places(batch, self.texts)
        logits = reader.heads["names"](states[where.rows, where.pieces])
        right = np.zeros(logits.shape, np.bool_)
        for line, (text, first) in enumerate(zip(where.texts, where.first, strict=True)):
            count = int(where.mask[line].sum())
            right[line, :count] = self.right[text][first : first + count]
            # A paragraph that was cut may begin within a name.
            right[line, 0, 1::2] |= right[line, 0, 2::2]
        loss: Tensor = reader.chains["names"].loss(logits, torch.from_numpy(right), where.mask)
        return loss


# --- certainty -----------------------------------------------------------------------------------


class Certainty:
    """How certain it is that what an event word names did happen."""

    def __init__(self, sentences: Sequence[JudgedText], signs: Tokens) -> None:
        self.texts = [signs.pieces(sentence.text) for sentence in sentences]
        self.events: list[tuple[Ints, np.ndarray]] = [
            (
                np.searchsorted(text.starts[text.heads], [e.start for e in sentence.events]),
                np.array([e.score for e in sentence.events], np.float32),
            )
            for sentence, text in zip(sentences, self.texts, strict=True)
        ]

    def loss(self, reader: Reader, states: Tensor, batch: Sequence[Row], given: Inputs) -> Tensor:
        """Mean distance, which is what is measured; squared where it is small."""
        rows, pieces, scores = [], [], []
        for at, row in enumerate(batch):
            found = self.texts[row.text]
            words, wanted = self.events[row.text]
            for word, score in zip(words, wanted, strict=True):
                head = int(found.heads[min(int(word), len(found.heads) - 1)])
                if row.window.focus_start <= head < row.window.focus_end:
                    rows.append(at)
                    pieces.append(head - row.window.start + 1)
                    scores.append(float(score))
        if not rows:
            return states.new_zeros(())
        said = reader.certainty(states[rows, pieces])[:, 0]
        return functional.smooth_l1_loss(said, torch.tensor(scores), beta=0.5)
