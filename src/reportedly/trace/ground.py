"""What two texts have in common, word by word, and how much each word of it tells.

A stem tells as many bits as it is rare among the portions of both texts (tf-isf: term frequency,
inverse sentence frequency). Two reporters who saw the same thing share names, so these find passages
and their ends like other words, but count by half for there being a passage at all.
Bits are whole numbers of 32nds: sums are then equal on every machine and in any order.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from reportedly.trace.bodies import Mask
from reportedly.trace.hashing import Places
from reportedly.trace.portions import Portions, portions_of
from reportedly.trace.stretches import Stretch

BIT = 32
_STEPS = 16
"""Parts of a bit to which rarity is rounded."""
NEED = 1.6
"""Bits that a passage must share, times the portions of both texts to the power of `GROWS`: of long
texts some part is like some part of the other by chance. Set on PAN 2013 (dev): of boxes of alike
sentences, which are passages and which are not."""
GROWS = 0.65
LEAST = 15.0
"""Bits that it must share however short the texts."""


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One of two texts, seen from the other.

    Attributes:
        portions: Its portions.
        ids: For each telling word: the number of its stem among those both texts have, else the
            number of these.
        weights: For each telling word: what it tells.
        halved: The same, a name telling half.
        rarity: For each of its stems: how rare it is.
        shared: Which of its stems both texts have; both sides in the same order.
    """

    portions: Portions
    ids: Places
    weights: Places
    halved: Places
    rarity: Places
    shared: Places


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """Two texts and what they have in common.

    Attributes:
        sides: The left text and the right one.
        need: What a passage must share, in `BIT`.
        scratch: Room for which stems are looked for; all false between two calls.
    """

    sides: tuple[Side, Side]
    need: int
    scratch: Mask

    def held(
        self, side: int, first: int, last: int, other_first: int, other_last: int
    ) -> tuple[int, int]:
        """What words ``[first, last)`` of a side tell that the other has in its words, and in all."""
        return self.held_in(side, first, last, ((other_first, other_last),))

    def held_in(
        self, side: int, first: int, last: int, ranges: tuple[tuple[int, int], ...]
    ) -> tuple[int, int]:
        """The same for several ranges of words of the other side."""
        here = self.sides[side]
        low, high = here.portions.before[first], here.portions.before[last]
        weights = here.weights[low:high]
        hit = self.hits(side, first, last, ranges)
        return int(weights[hit].sum()), int(weights.sum())

    def hits(self, side: int, first: int, last: int, ranges: tuple[tuple[int, int], ...]) -> Mask:
        """Which telling words of ``[first, last)`` the other side has in its ranges."""
        here, there = self.sides[side], self.sides[1 - side]
        before = there.portions.before
        looked_for = [there.ids[before[low] : before[high]] for low, high in ranges]
        for ids in looked_for:
            self.scratch[ids] = True
        self.scratch[-1] = False
        low, high = here.portions.before[first], here.portions.before[last]
        found: Mask = self.scratch[here.ids[low:high]]
        for ids in looked_for:
            self.scratch[ids] = False
        return found

    def weigh(self, box: Stretch) -> tuple[int, float, float]:
        """What a box shares, names told by half, by its worse side; and its share of each side."""
        shared: list[int] = []
        share: list[float] = []
        for side in (0, 1):
            here, (first, last) = self.sides[side], box.on(side)
            low, high = here.portions.before[first], here.portions.before[last]
            hit = self.hits(side, first, last, (box.on(1 - side),))
            weights = here.weights[low:high]
            shared.append(int(here.halved[low:high][hit].sum()))
            share.append(float(weights[hit].sum() / max(int(weights.sum()), 1)))
        return min(shared), share[0], share[1]


def ground(left_text: str, right_text: str) -> Ground:
    """What two texts have in common; linear in their lengths but for a look-up of their stems."""
    one, two = portions_of(left_text), portions_of(right_text)
    at = np.searchsorted(two.stems, one.stems)
    at[at == len(two.stems)] = 0
    both = two.stems[at] == one.stems if len(two.stems) else np.zeros(len(one.stems), np.bool_)
    ours, theirs = np.flatnonzero(both), at[both]
    portions = max(len(one) + len(two), 2)
    sides = (
        _side(one, ours, two.counts[theirs], portions),
        _side(two, theirs, one.counts[ours], portions),
    )
    need = int(np.rint(BIT * max(LEAST, NEED * portions**GROWS)))
    return Ground(sides, need, np.zeros(len(ours) + 1, dtype=np.bool_))


def _side(portions: Portions, shared: Places, elsewhere: Places, total: int) -> Side:
    counts = portions.counts.copy()
    counts[shared] += elsewhere
    rarity = np.rint(_STEPS * np.log2(total / np.maximum(counts, 1))).astype(np.int64)
    number = np.full(len(portions.stems), len(shared), dtype=np.int64)
    number[shared] = np.arange(len(shared))
    weights = 2 * rarity[portions.stem]
    halved = np.where(portions.named, weights // 2, weights)
    return Side(portions, number[portions.stem], weights, halved, rarity, shared)
