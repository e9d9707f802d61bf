"""The passages two reports share, as aligned spans of both texts.

Three passes over the same two texts: what is shared word by word (`reportedly.trace.chains`), what
was rewritten sentence by sentence (`reportedly.trace.rewordings`), and what sums the other text up
(`reportedly.trace.summaries`), which takes the place of all else that it holds. Dense copies stand as
they are; looser ones and rewritten ones that meet are made one, and stand if what they share tells
enough for texts of that length. A stretch of one text is like one stretch of the other: the one that
shares most.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from reportedly.model.report import Report
from reportedly.trace.alike import Alike, alike_portions
from reportedly.trace.bodies import Mask
from reportedly.trace.chains import EXACT, Chain, chains
from reportedly.trace.coverage import Range, joined
from reportedly.trace.fitting import Fitting
from reportedly.trace.ground import BIT, Ground, ground
from reportedly.trace.matches import Match
from reportedly.trace.rewordings import reworded
from reportedly.trace.stretches import Stretch, united
from reportedly.trace.summaries import summary
from reportedly.trace.weighing import weighed

DENSE, DENSE_SHARE = 25, 0.9
"""Words in a row, and share of its words in such runs, from which a chain is a copy as it stands."""
IN_ORDER = 1.3
"""Times as much a passage tells if part of it is shared word by word."""
REWRITTEN = 15
"""Words on both sides of a passage none of which is shared word by word."""
LEAST_REWRITTEN = 40
"""Bits that such a passage shares at least, however short the texts: accounts of one event share 20 to
37 in a sentence (the demo story), a rewritten story 78 to 133."""
QUOTED = 0.5
"""Share of a copy that is within quotation marks, and of a rewritten passage that is such a copy, from
which the rest must speak for itself: whoever reports a speech puts it between the same words."""
ONE_SIDE, OTHER_SIDE = 0.4, 0.33
"""Share of what a passage tells on its better side, and on its worse one, that both must have."""
FIRM, FIRM_WORDS = 0.6, 40
"""The same on both sides, and words, from which a passage surely stands in one place."""
OVERLAP = 0.5
"""Share of a side that a better passage may have taken; the rest of it then stands."""

_Found = list[tuple[int, Stretch]]


def compare(a: Report, b: Report) -> tuple[Match, ...]:
    """The passages that two reports share, with ``a`` for the parent and ``b`` for the child.

    Args:
        a: A report; by convention the one with the smaller id.
        b: Another one.

    Returns:
        Passages in the order of ``b``, not overlapping there. They depend on nothing but the two
        texts. Time is linear in the lengths of the texts but for a sort.
    """
    texts = ground(a.text, b.text)
    left, right = (side.portions.body for side in texts.sides)
    found = sorted(aligned(texts), key=lambda stretch: (stretch.right, stretch.left))
    if not found:
        return ()
    fitting = Fitting(texts)
    return tuple(weighed(left, right, stretch, fitting.of(stretch)) for stretch in found)


def aligned(texts: Ground) -> list[Stretch]:
    """Passages that two texts share, best first."""
    left, right = (side.portions.body for side in texts.sides)
    found = chains(left, right)
    dense = [_stretch(chain) for chain in found if _is_dense(chain)]
    loose = [(_stretch(chain), True) for chain in found if not _is_dense(chain)]
    alike = _apart_from(texts, alike_portions(texts), dense)
    quoted = [stretch for stretch, _ in loose if _is_quoted(texts, stretch)]
    rewritten = (box for box in reworded(texts, alike) if _adds(texts, box, quoted))
    boxes = united(loose + [(box, False) for box in rewritten])
    passing = _passing(texts, boxes)
    firm = dense + [box for shared, box in passing if _is_firm(texts, box)]
    summed_up = summary(texts, alike, firm)
    if summed_up is not None and all(box.meets(summed_up[1]) for box in dense):
        dense, passing = [], [summed_up]
    return _without_overlap(texts, [(stretch.shorter, stretch) for stretch in dense], passing)


def _stretch(chain: Chain) -> Stretch:
    return Stretch(chain.left, chain.left_end, chain.right, chain.right_end)


def _is_dense(chain: Chain) -> bool:
    return (
        chain.longest[1] >= DENSE and chain.matched >= DENSE_SHARE * _stretch(chain).shorter
    ) or chain.whole


def _apart_from(texts: Ground, alike: Alike, dense: list[Stretch]) -> Alike:
    """The alike portions but for those that mostly lie in dense copies."""
    left, right = (_free(texts, side, dense) for side in (0, 1))
    kept = left[alike.left] & right[alike.right]
    return Alike(alike.left[kept], alike.right[kept], alike.cosine[kept], alike.dice[kept])


def _free(texts: Ground, side: int, dense: Iterable[Stretch]) -> Mask:
    bounds = texts.sides[side].portions.bounds
    taken = np.zeros(int(bounds[-1]) + 1, dtype=np.int64)
    for stretch in dense:
        first, last = stretch.on(side)
        taken[first + 1 : last + 1] = 1
    sums = np.cumsum(taken)
    free: Mask = 2 * (sums[bounds[1:]] - sums[bounds[:-1]]) < np.diff(bounds)
    return free


def _adds(texts: Ground, box: Stretch, quoted: Iterable[Stretch]) -> bool:
    """Whether a rewritten passage shares enough besides the quotations within it."""
    meeting = [stretch for stretch in quoted if stretch.meets(box)]
    if sum(stretch.shorter for stretch in meeting) < QUOTED * box.shorter:
        return True
    left, right = (_besides(box.on(side), [s.on(side) for s in meeting]) for side in (0, 1))
    one = sum(texts.held_in(0, *words, right)[0] for words in left)
    two = sum(texts.held_in(1, *words, left)[0] for words in right)
    return min(one, two) >= texts.need


def _is_quoted(texts: Ground, stretch: Stretch) -> bool:
    quoted = (
        side.portions.body.quoted[slice(*stretch.on(place))].mean()
        for place, side in enumerate(texts.sides)
    )
    return bool(min(quoted) >= QUOTED)


def _besides(words: Range, others: list[Range]) -> tuple[Range, ...]:
    """The parts of a range that lie in none of the others."""
    parts = []
    at, end = words
    for first, last in joined(others):
        if first > at:
            parts.append((at, min(first, end)))
        at = max(at, last)
    if at < end:
        parts.append((at, end))
    return tuple(part for part in parts if part[0] < part[1])


def _passing(texts: Ground, boxes: Iterable[tuple[Stretch, bool]]) -> _Found:
    """The boxes that share enough to be passages, with what they share."""
    found = []
    for box, in_order in boxes:
        shared, left, right = texts.weigh(box)
        shared = int(shared * IN_ORDER) if in_order else shared
        if (
            shared >= (texts.need if in_order else max(texts.need, LEAST_REWRITTEN * BIT))
            and max(left, right) >= ONE_SIDE
            and min(left, right) >= OTHER_SIDE
            and box.shorter >= (EXACT if in_order else REWRITTEN)
        ):
            found.append((shared, box))
    return found


def _is_firm(texts: Ground, box: Stretch) -> bool:
    return box.shorter >= FIRM_WORDS and min(texts.weigh(box)[1:]) >= FIRM


def _without_overlap(texts: Ground, dense: _Found, others: _Found) -> list[Stretch]:
    """The stretches, best first, cut to where no better one stands in either text."""
    taken = [np.zeros(int(side.portions.bounds[-1]), dtype=np.bool_) for side in texts.sides]
    kept: list[Stretch] = []
    for ranked in (dense, others):
        for _, stretch in sorted(ranked, key=lambda item: (-item[0], item[1])):
            rest = _rest(stretch, taken)
            if rest is not None:
                for side in (0, 1):
                    taken[side][slice(*rest.on(side))] = True
                kept.append(rest)
    return kept


def _rest(stretch: Stretch, taken: list[Mask]) -> Stretch | None:
    """What is left of a stretch where better ones took its ends; nothing if they took too much."""
    sides = []
    for side in (0, 1):
        first, last = stretch.on(side)
        free = np.flatnonzero(~taken[side][first:last])
        # Overlap in the middle means a worse reading of the same words.
        if len(free) < max((1 - OVERLAP) * (last - first), 1) or free[-1] - free[0] >= len(free):
            return None
        sides.append((first + int(free[0]), first + int(free[-1]) + 1))
    rest = Stretch(*sides[0], *sides[1])
    return rest if rest == stretch or rest.shorter >= EXACT else None
