"""What a shared passage is made of: how alike its sides are, and whether it may be a formula."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from reportedly.trace.bodies import Body
from reportedly.trace.fitting import Fits
from reportedly.trace.hashing import GRAM, LOW_BITS
from reportedly.trace.matches import Match, Side
from reportedly.trace.stretches import Stretch

LONG = 20
"""Words in a row that are no formula, however many have them."""
SENTENCE = 15
"""Words that two reports do not share by chance if names and numbers in them agree."""
SPECIFIC = 2
"""Names and numbers that must agree."""
HALF = 0.5
"""Share of a passage within quotation marks that makes it a quotation."""
_HINTS = 64
"""Hashes kept of a passage, the smallest: a fair sample of what it is made of."""


def weighed(parent: Body, child: Body, stretch: Stretch, fits: Fits) -> Match:
    """A passage with all that is asked about it later."""
    left, right = (stretch.left, stretch.left_end), (stretch.right, stretch.right_end)
    here, there = child.grams[_runs_in(*right)].tolist(), parent.grams[_runs_in(*left)].tolist()
    words = _overlap(
        child.words.hashes[slice(*right)].tolist(), parent.words.hashes[slice(*left)].tolist()
    )
    known = set(there)
    both = [gram in known for gram in here]
    hints: tuple[int, ...] = ()
    if _in_a_row(both) < LONG and not _agrees(parent, child, stretch):
        pairs = set(child.pairs_in(*right).tolist()) & set(parent.pairs_in(*left).tolist())
        shared = known.intersection(here) | pairs
        hints = tuple(sorted({hint & LOW_BITS for hint in shared})[:_HINTS])
    return Match(
        _side(child, *right), _side(parent, *left), words, _overlap(here, there), hints, fits
    )


def _runs_in(first: int, last: int) -> slice:
    return slice(first, max(first, last - GRAM + 1))


def _side(body: Body, first: int, last: int) -> Side:
    own = ~body.quoted[first:last]
    return Side(
        start=int(body.words.starts[first]),
        end=int(body.words.ends[last - 1]),
        first=first,
        last=last,
        own=int(own.sum()),
        telling=int((own & body.telling[first:last]).sum()),
    )


def _overlap(one: list[int], two: list[int]) -> tuple[int, int]:
    """What two bags have in common, and the size of the larger."""
    larger = max(len(one), len(two))
    if one == two:
        return larger, larger
    left, right = Counter(one), Counter(two)
    return sum(min(count, right[value]) for value, count in left.items()), larger


def _in_a_row(both: list[bool]) -> int:
    """Words in a row, by which of their runs of three are shared."""
    most = max((len(list(same)) for shared, same in groupby(both) if shared), default=0)
    return most + GRAM - 1 if most else 0


def _agrees(parent: Body, child: Body, stretch: Stretch) -> bool:
    """Whether its names and numbers speak for a copy, or it is one quotation."""
    here = _particulars(child, stretch.right, stretch.right_end)
    there = _particulars(parent, stretch.left, stretch.left_end)
    if here - there and there - here:
        return False
    if child.quoted[stretch.right : stretch.right_end].mean() >= HALF:
        return True
    return stretch.right_end - stretch.right >= SENTENCE and len(here & there) >= SPECIFIC


def _particulars(body: Body, first: int, last: int) -> Counter[int]:
    """Names and numbers of a passage, but for its first word: any sentence gives it a capital."""
    chosen = body.particular[first + 1 : last]
    return Counter(body.words.hashes[first + 1 : last][chosen].tolist())
