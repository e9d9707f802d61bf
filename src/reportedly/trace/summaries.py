"""Summaries: a few sentences of one text that say what is spread over the other as a whole.

Each sentence of a summary has its like somewhere else in the other text, so that no passage of the
other side is like it. Longer passages that do stand in one place there are taken for what they are;
what is left must speak for a summary by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from reportedly.trace.alike import Alike
from reportedly.trace.bodies import Mask
from reportedly.trace.ground import Ground
from reportedly.trace.rewordings import groups
from reportedly.trace.stretches import Stretch

COSINE, DICE = 0.2, 0.15
"""How alike portions must be."""
GAP = 30
"""Words that may stand in a summary between portions with their like over there."""
LEFT, PLACES = 2, 4
"""Portions of the summary that no other passage explains, and portions over there, at least."""
NEED, NEED_LEFT = 2.5, 1.5
"""Times as much must be shared as by a passage: all in all, and without what others explain."""
HELD = 0.45
"""Share of what the summary tells that the portions over there must have."""
SPREAD, SPREAD_MOST = 0.4, 0.25
"""Share of the other text from the first to the last of them; the same without these two."""
SHORTER, SHORTEST = 2.5, 16
"""Times that this is as long as the summary."""
ONE_PLACE = 0.88
"""Share of what is shared that no stretch half as long again as the summary may have."""
GOES_ON = 0.45
"""Share of what the next portion tells from which it belongs to the summary."""

_Pair = tuple[int, int]


def summary(texts: Ground, alike: Alike, firm: Sequence[Stretch]) -> tuple[int, Stretch] | None:
    """The best summary of either text in the other, with what it shares.

    Args:
        texts: What the texts have in common.
        alike: Their alike portions.
        firm: Passages that stand in one place of both texts.
    """
    left, right = alike.chosen(COSINE, DICE)
    if len(left) < PLACES:
        return None
    pairs = list(zip(left.tolist(), right.tolist(), strict=True))
    found = [item for side in (0, 1) for item in _summaries(texts, pairs, firm, side)]
    return max(found, default=None)


def _summaries(
    texts: Ground, pairs: Sequence[_Pair], firm: Sequence[Stretch], side: int
) -> Iterator[tuple[int, Stretch]]:
    """Summaries of the other text in one side."""
    portions = texts.sides[side].portions
    explained = np.zeros(int(portions.bounds[-1]), dtype=np.bool_)
    for stretch in firm:
        explained[slice(*stretch.on(side))] = True
    gaps = (None, GAP) if side else (GAP, None)
    for group in groups(texts, pairs, gaps):
        shared = _shared(texts, side, group, explained)
        if shared:
            first, last = _grown(texts, side, group)
            other = int(texts.sides[1 - side].portions.bounds[-1])
            whole = Stretch(first, last, 0, other)
            yield shared, whole.turned() if side else whole


def _shared(texts: Ground, side: int, group: Sequence[_Pair], explained: Mask) -> int:
    """What a summary shares with the other text; 0 if it is none."""
    here, there = texts.sides[side].portions, texts.sides[1 - side].portions
    ours = sorted({pair[side] for pair in group})
    theirs = sorted({pair[1 - side] for pair in group})
    left = [
        pair
        for pair in group
        if not explained[int(here.bounds[pair[side]]) : int(here.bounds[pair[side] + 1])].any()
    ]
    if len({pair[side] for pair in left}) < LEFT or len(theirs) < PLACES:
        return 0
    first, last = int(here.bounds[ours[0]]), int(here.bounds[ours[-1] + 1])
    spread = int(there.bounds[theirs[-1] + 1] - there.bounds[theirs[0]])
    inner = int(there.bounds[theirs[-2] + 1] - there.bounds[theirs[1]])
    size, whole = last - first, int(there.bounds[-1])
    if not SHORTER * size <= spread <= SHORTEST * size:
        return 0
    if spread < SPREAD * whole or inner < SPREAD_MOST * whole:
        return 0
    shared, told = texts.held_in(side, first, last, _ranges(texts, 1 - side, theirs))
    if shared < max(NEED * texts.need, HELD * told):
        return 0
    if not _left_over(texts, side, (first, last), left, explained):
        return 0
    reach = size * 3 // 2
    starts = (int(there.bounds[portion]) for portion in theirs)
    best = max(texts.held(side, first, last, at, min(at + reach, whole))[0] for at in starts)
    return shared if best <= ONE_PLACE * shared else 0


def _left_over(
    texts: Ground, side: int, words: tuple[int, int], left: Sequence[_Pair], explained: Mask
) -> bool:
    """Whether what no other passage explains is shared with the other text as a summary is."""
    here = texts.sides[side]
    theirs = sorted({pair[1 - side] for pair in left})
    hit = texts.hits(side, *words, _ranges(texts, 1 - side, theirs))
    low, high = here.portions.before[words[0]], here.portions.before[words[1]]
    free = ~explained[here.portions.places[low:high]]
    weights = here.weights[low:high]
    shared, told = int(weights[hit & free].sum()), int(weights[free].sum())
    return shared >= max(NEED_LEFT * texts.need, HELD * told)


def _ranges(texts: Ground, side: int, chosen: Sequence[int]) -> tuple[tuple[int, int], ...]:
    bounds = texts.sides[side].portions.bounds
    return tuple((int(bounds[portion]), int(bounds[portion + 1])) for portion in chosen)


def _grown(texts: Ground, side: int, group: Sequence[_Pair]) -> tuple[int, int]:
    """The words of a summary and of the neighbours that belong to it."""
    bounds = texts.sides[side].portions.bounds
    ranges = _ranges(texts, 1 - side, sorted({pair[1 - side] for pair in group}))
    first, last = min(pair[side] for pair in group), max(pair[side] for pair in group)

    def goes_on(portion: int) -> bool:
        if not 0 <= portion < len(bounds) - 1:
            return False
        shared, told = texts.held_in(side, int(bounds[portion]), int(bounds[portion + 1]), ranges)
        return told > 0 and shared >= GOES_ON * told

    while goes_on(first - 1):
        first -= 1
    while goes_on(last + 1):
        last += 1
    return int(bounds[first]), int(bounds[last + 1])
