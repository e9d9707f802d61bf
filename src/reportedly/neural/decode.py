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
    length, rows, _ = scores.shape
    path = np.zeros((length, rows), np.int64)
    if not length:
        return path
    # Shortest first, the rows that go on at a place are always the last ones.
    order = np.argsort(np.array(lengths, np.int64), kind="stable")
    ended = np.searchsorted(np.array(lengths)[order], np.arange(length), "right").tolist()
    # Rows last, the best of all moves is one pass over memory that lies together.
    scores = np.ascontiguousarray(scores[:, order].transpose(0, 2, 1))
    best = scores.copy()
    best[0] += first[:, None]
    by_move = moves[:, :, None]
    for at in range(1, length):
        done = ended[at]
        best[at, :, :done] = best[at - 1, :, :done]
        best[at, :, done:] += (best[at - 1, :, None, done:] + by_move).max(0)
    # The move taken is looked up on the way back: for the one tag gone to, not for all of them.
    ways = np.ascontiguousarray(best.transpose(0, 2, 1))
    into = np.ascontiguousarray(moves.T)
    last = ways[-1].argmax(1)
    path[-1, order] = last
    for at in range(length - 1, 0, -1):
        done = ended[at]
        last[done:] = (ways[at - 1, done:] + into[last[done:]]).argmax(1)
        path[at - 1, order] = last
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
