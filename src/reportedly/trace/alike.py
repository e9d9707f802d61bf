"""Which portions of two texts are alike: the stems they have in common, weighted by rarity."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reportedly.trace.ground import Ground, Side
from reportedly.trace.hashing import Places

FREQUENT = 12
"""Portions of one text that may hold a stem before it tells nothing about where it is from."""

_Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Alike:
    """Pairs of portions that share stems, in the order of the left text.

    Attributes:
        left: A portion of the left text.
        right: One of the right text.
        cosine: How alike they are by the rarity of their stems.
        dice: How alike by the number of their stems.
    """

    left: Places
    right: Places
    cosine: _Floats
    dice: _Floats

    def chosen(self, cosine: float, dice: float) -> tuple[Places, Places]:
        """The pairs that are at least so alike."""
        kept = (self.cosine >= cosine) & (self.dice >= dice)
        return self.left[kept], self.right[kept]


def alike_portions(texts: Ground) -> Alike:
    """Every pair of a portion of one text and one of the other that share two stems or more."""
    one, two = texts.sides
    (weight_one, norm_one), (weight_two, norm_two) = _bags(one), _bags(two)
    i, j = _meet(one, two)
    across = max(len(two.portions), 1)
    pairs, which, shared = np.unique(
        one.portions.portion[i] * across + two.portions.portion[j],
        return_inverse=True,
        return_counts=True,
    )
    dot = np.bincount(which, weights=weight_one[i] * weight_two[j], minlength=len(pairs))
    kept = shared > 1
    pairs, dot, shared = pairs[kept], dot[kept], shared[kept]
    left, right = pairs // across, pairs % across
    return Alike(
        left,
        right,
        dot / np.maximum(norm_one[left] * norm_two[right], 1e-9),
        2 * shared / np.maximum(one.portions.size[left] + two.portions.size[right], 1),
    )


def _bags(side: Side) -> tuple[_Floats, _Floats]:
    """The weight of each stem in each portion, whole numbers, and the norm of each portion."""
    portions = side.portions
    weight = side.rarity[portions.which].astype(np.float64)
    squares = np.bincount(portions.portion, weights=weight * weight, minlength=len(portions))
    return weight, np.sqrt(squares)


def _meet(one: Side, two: Side) -> tuple[Places, Places]:
    """Every meeting of a shared stem's portions in both texts, for the stems that tell something."""
    counts, others = one.portions.counts[one.shared], two.portions.counts[two.shared]
    tells = (counts <= FREQUENT) & (others <= FREQUENT)
    ours, theirs, across = one.shared[tells], two.shared[tells], others[tells]
    times = counts[tells] * across
    of = np.repeat(np.arange(len(times)), times)
    within = np.arange(len(of)) - np.repeat(np.cumsum(times) - times, times)
    return (
        one.portions.begins[ours[of]] + within // across[of],
        two.portions.begins[theirs[of]] + within % across[of],
    )
