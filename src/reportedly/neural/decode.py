"""From scores to spans: the best sequence of tags that spans can make, and the spans of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

BARRED = -1e4
"""Score of a move that no span can make."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A span of words, ``start`` to ``end``, with the kind its tags name."""

    kind: str
    start: int
    end: int


def possible(tags: Sequence[str]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which tag may follow which (from, to), and which may come first, for ``O B-x I-x`` tags."""
    begins = {tag[2:]: index for index, tag in enumerate(tags) if tag.startswith("B-")}
    moves = np.ones((len(tags), len(tags)), np.bool_)
    first = np.ones(len(tags), np.bool_)
    for index, tag in enumerate(tags):
        if tag.startswith("I-"):
            moves[:, index] = False
            first[index] = False
            moves[index, index] = True
            if tag[2:] in begins:
                moves[begins[tag[2:]], index] = True
    return moves, first


def viterbi(scores: Floats, moves: Floats, first: Floats, lengths: Sequence[int]) -> Ints:
    """The best tags of each of many rows of words at once.

    Args:
        scores: [words, rows, tags]; what stands beyond the length of a row is not looked at.
        moves: [tags, tags], score of going from one to another.
        first: [tags], score of beginning with each.
        lengths: [rows], words of each.

    Returns:
        [words, rows] indices of tags; beyond the length of a row its last tag again.
    """
    length, rows, tags = scores.shape
    best = first + scores[0] if length else np.zeros((rows, tags), np.float32)
    back = np.broadcast_to(np.arange(tags), (length, rows, tags)).copy()
    ends = np.array(lengths, np.int64)
    for at in range(1, length):
        on = ends > at
        ways = best[on, :, None] + moves
        back[at, on] = ways.argmax(1)
        best[on] = ways.max(1) + scores[at, on]
    path = np.zeros((length, rows), np.int64)
    if not length:
        return path
    path[-1] = best.argmax(1)
    every = np.arange(rows)
    for at in range(length - 1, 0, -1):
        path[at - 1] = back[at, every, path[at]]
    return path


def spans(tags: Sequence[str]) -> tuple[Tagged, ...]:
    """The spans that a sequence of ``O B-x I-x`` tags marks; an ``I-`` out of place begins one."""
    found: list[Tagged] = []
    kind, start = "", 0
    for at, tag in enumerate([*tags, "O"]):
        if tag.startswith("I-") and tag[2:] == kind:
            continue
        if kind:
            found.append(Tagged(kind, start, at))
        kind, start = ("", at) if tag == "O" else (tag[2:], at)
    return tuple(found)
