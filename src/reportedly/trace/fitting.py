"""How well a passage fits the rest of each of its two texts: it was taken from where it fits.

After Grozea and Popescu ("Who's the thief?", CICLing 2010), who tell source from copy by such signs.
The cosine of the passage with the rest of its text, by stems, each weighted by its rarity in both.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reportedly.trace.ground import Ground, Side
from reportedly.trace.stretches import Stretch

REST = 60
"""Telling words that must stand outside a passage for it to fit them or not."""
WHOLE = 1000
"""A cosine of 1: fits are whole numbers, equal on every machine."""

_Floats = npt.NDArray[np.float64]


class Fits(NamedTuple):
    """How well a passage fits the rest of the child and of the parent; -1 where there is no rest."""

    child: int = -1
    parent: int = -1

    def turned(self) -> Fits:
        """The same with the roles exchanged."""
        return Fits(self.parent, self.child)


class Fitting:
    """Answers how passages of one pair of texts fit; what all passages need is worked out once."""

    def __init__(self, texts: Ground) -> None:
        """Prepare the answers, in time linear in both texts."""
        self._sides = texts.sides
        self._counts = [
            np.bincount(side.portions.stem, minlength=len(side.portions.stems)).astype(np.float64)
            for side in texts.sides
        ]
        self._squares = [
            float(np.square(counts * side.rarity).sum())
            for counts, side in zip(self._counts, texts.sides, strict=True)
        ]

    def of(self, stretch: Stretch) -> Fits:
        """How a passage fits, with the left text for the parent."""
        left, right = (
            self._fit(side, self._counts[place], self._squares[place], stretch.on(place))
            for place, side in enumerate(self._sides)
        )
        return Fits(child=right, parent=left)

    def _fit(self, side: Side, counts: _Floats, squares: float, words: tuple[int, int]) -> int:
        before = side.portions.before
        low, high = int(before[words[0]]), int(before[words[1]])
        if high == low or int(before[-1]) - (high - low) < REST:
            return -1
        stems, inside = np.unique(side.portions.stem[low:high], return_counts=True)
        weight, whole = np.square(side.rarity[stems].astype(np.float64)), counts[stems]
        rest = whole - inside
        norm = squares - float((weight * (np.square(whole) - np.square(rest))).sum())
        size = float((weight * np.square(inside)).sum())
        dot = float((weight * inside * rest).sum())
        return int(WHOLE * dot / np.sqrt(norm * size)) if norm * size > 0 else -1
