"""Passages shared word by word: runs of three equal words, grown and chained.

Runs of three equal words are seeds; seeds on one diagonal grow into runs; runs that follow each
other closely in both texts, in the same order, are chained. Several chains, and chains in another
order, are found, since each stands for itself.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reportedly.trace.bodies import Body
from reportedly.trace.hashing import GRAM, Places

EXACT = 8
"""Words in a row that make a passage by themselves."""
EDITED = 15
"""Words a passage must have on both sides if it was edited."""
LIKE = 0.5
"""Share of its words that an edited passage must have in common with its counterpart."""
GAP = 8
"""Words on either side that may stand between two runs of one passage."""
_BREAK_GAP = 2
"""The same where a paragraph ends in between."""
_OVERLAP = 3
"""Words by which two runs of one passage may overlap (a repeated word makes them)."""
_REPEATS = 8
"""Places of one seed in one text beyond which it says nothing about where it was taken from."""
_TELLING = 4
"""Words that are neither names nor common which a passage must share."""
_STUB = 3
"""Words of a further paragraph that a passage does not reach into ("The ..." begins many)."""
_SPEAKS_FOR_ITSELF = 16
"""Words in a row that are a passage even if they are all names."""


@dataclass(slots=True)
class Chain:
    """Runs that follow each other in both texts, in words."""

    left: int
    left_end: int
    right: int
    right_end: int
    matched: int
    longest: tuple[int, int]
    whole: bool = False

    def take(self, left: int, right: int, length: int) -> None:
        """Add the run that starts at ``left`` and ``right``."""
        fresh = min(left + length - self.left_end, right + length - self.right_end)
        self.matched += min(fresh, length)
        self.left_end = max(self.left_end, left + length)
        self.right_end = max(self.right_end, right + length)
        if length > self.longest[1]:
            self.longest = (left, length)


def chains(left: Body, right: Body) -> list[Chain]:
    """Stretches shared word by word, lightly edited ones included, in the order of the left text."""
    words = len(left.words)
    if words and np.array_equal(left.words.hashes, right.words.hashes):
        return [Chain(0, words, 0, words, words, (0, words), whole=True)]
    found = [
        chain
        for chain in _chained(_runs(left, right), left.paragraphs, right.paragraphs)
        if chain.left_end - chain.left >= EXACT
    ]
    for chain in found:
        _trim(chain, left.paragraphs, right.paragraphs)
    return [chain for chain in found if _accepts(chain, left, right)]


def _runs(left: Body, right: Body) -> list[tuple[int, int, int]]:
    """Longest runs of equal words that contain a seed: (place in left, in right, words)."""
    low = np.searchsorted(right.ranked, left.grams, side="left")
    count = np.searchsorted(right.ranked, left.grams, side="right") - low
    seeds = np.flatnonzero((count > 0) & (count <= _REPEATS) & (left.repeats <= _REPEATS))
    if not len(seeds):
        return []
    low, count = low[seeds], count[seeds]
    at_left = np.repeat(seeds, count)
    within = np.arange(len(at_left)) - np.repeat(np.cumsum(count) - count, count)
    at_right = right.order[np.repeat(low, count) + within]
    diagonal = at_right - at_left
    by_diagonal = np.lexsort((at_left, diagonal))
    at_left, at_right, diagonal = at_left[by_diagonal], at_right[by_diagonal], diagonal[by_diagonal]
    new = np.ones(len(at_left), dtype=np.bool_)
    new[1:] = (diagonal[1:] != diagonal[:-1]) | (at_left[1:] != at_left[:-1] + 1)
    begins = np.flatnonzero(new)
    lengths = np.diff(np.append(begins, len(at_left))) + GRAM - 1
    found = zip(at_left[begins].tolist(), at_right[begins].tolist(), lengths.tolist(), strict=True)
    return sorted(found)


def _chained(
    runs: list[tuple[int, int, int]], left_paragraph: Places, right_paragraph: Places
) -> list[Chain]:
    """Join runs that follow each other closely in both texts."""
    chains: list[Chain] = []
    open_chains: list[Chain] = []
    for left, right, length in runs:
        open_chains = [chain for chain in open_chains if left - chain.left_end <= GAP]
        best: Chain | None = None
        best_gap = 2 * GAP + 1
        for chain in open_chains:
            over, beside = left - chain.left_end, right - chain.right_end
            if not (-_OVERLAP <= over <= GAP and -_OVERLAP <= beside <= GAP):
                continue
            gap = max(over, 0) + max(beside, 0) + abs(over - beside)
            if gap >= best_gap:
                continue
            crosses = (
                left_paragraph[chain.left_end - 1] != left_paragraph[left]
                or right_paragraph[chain.right_end - 1] != right_paragraph[right]
            )
            if not crosses or max(over, beside) <= _BREAK_GAP:
                best, best_gap = chain, gap
        if best is None:
            best = Chain(left, left, right, right, 0, (left, 0))
            chains.append(best)
            open_chains.append(best)
        best.take(left, right, length)
    return chains


def _trim(chain: Chain, left_paragraph: Places, right_paragraph: Places) -> None:
    """Cut off the few words that stand beyond a paragraph's end, as both sides have them."""
    head = tail = 0
    for paragraph, first, end in (
        (left_paragraph, chain.left, chain.left_end),
        (right_paragraph, chain.right, chain.right_end),
    ):
        if end - first <= 2 * _STUB:
            return
        head = max(head, int((paragraph[first : first + _STUB] != paragraph[first + _STUB]).sum()))
        tail = max(tail, int((paragraph[end - _STUB : end] != paragraph[end - _STUB - 1]).sum()))
    chain.left, chain.left_end = chain.left + head, chain.left_end - tail
    chain.right, chain.right_end = chain.right + head, chain.right_end - tail
    at, length = chain.longest
    low, high = max(at, chain.left), min(at + length, chain.left_end)
    chain.longest = (low, max(high - low, 0))


def _accepts(chain: Chain, left: Body, right: Body) -> bool:
    """Whether a chain is long, dense and telling enough to be a passage and no formula."""
    # A character of an unspaced script is about half a word.
    unit = 2 if left.unspaced else 1
    at, length = chain.longest
    if length >= EXACT * unit and (
        length >= _SPEAKS_FOR_ITSELF * unit or left.plain[at : at + length].sum() >= _TELLING
    ):
        return True
    shorter = min(chain.left_end - chain.left, chain.right_end - chain.right)
    if shorter < EDITED * unit or chain.matched * 3 < shorter:
        return False
    one = left.words.hashes[chain.left : chain.left_end]
    two = right.words.hashes[chain.right : chain.right_end]
    both: npt.NDArray[np.bool_] = np.isin(one, two)
    telling = int((both & left.plain[chain.left : chain.left_end]).sum())
    return bool(both.sum() >= LIKE * max(len(one), len(two))) and telling >= _TELLING
