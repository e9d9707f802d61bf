"""From scores to spans: only sequences that spans can make, and the best of those."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reportedly.neural.decode import BARRED, Tagged, possible, spans, viterbi

_TAGS = ("O", "B-cue", "I-cue", "B-source", "I-source")


def _chain() -> tuple[np.ndarray, np.ndarray]:
    moves, first = possible(_TAGS)
    return (
        np.where(moves, 0, BARRED).astype(np.float32),
        np.where(first, 0, BARRED).astype(np.float32),
    )


def test_a_span_goes_on_only_as_what_it_began() -> None:
    moves, first = possible(_TAGS)
    assert first.tolist() == [True, True, False, True, False]
    assert moves[:, 2].tolist() == [False, True, True, False, False]


@given(st.lists(st.lists(st.integers(-50, 50), min_size=5, max_size=5), min_size=1, max_size=4))
def test_the_best_sequence_is_the_best_of_all_that_are_possible(rows: list[list[int]]) -> None:
    scores = np.array(rows, np.float32)
    moves, first = _chain()

    def worth(path: tuple[int, ...]) -> float:
        steps = sum(float(moves[a, b]) for a, b in pairwise(path))
        return float(first[path[0]]) + steps + sum(float(scores[i, t]) for i, t in enumerate(path))

    path = tuple(int(tag) for tag in viterbi(scores[:, None], moves, first, [len(rows)])[:, 0])
    best = max(worth(other) for other in product(range(5), repeat=len(rows)))
    assert worth(path) == best


def test_a_shorter_row_beside_a_longer_one_is_read_as_it_is_alone() -> None:
    moves, first = _chain()
    moves[1, 0] = 9  # what would come after the end must not matter
    scores = np.random.default_rng(1).normal(size=(6, 5)).astype(np.float32)
    padded = np.zeros((6, 2, 5), np.float32)
    padded[:, 0] = scores
    padded[:3, 1] = scores[:3]
    together = viterbi(padded, moves, first, [6, 3])
    alone = viterbi(scores[:3, None], moves, first, [3])
    assert together[:3, 1].tolist() == alone[:, 0].tolist()


def test_spans_are_read_off_their_tags() -> None:
    tags = ["B-source", "I-source", "O", "B-cue", "B-cue", "I-cue"]
    assert spans(tags) == (Tagged("source", 0, 2), Tagged("cue", 3, 4), Tagged("cue", 4, 6))


def test_no_words_have_no_tags() -> None:
    moves, first = _chain()
    assert viterbi(np.zeros((0, 1, 5), np.float32), moves, first, [0]).shape == (0, 1)
