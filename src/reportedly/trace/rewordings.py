"""Rewritten passages: sentences that say the same in other words, next to each other in both texts.

One alike sentence is not enough unless it is very alike, and a passage needs several alike sentences
close together. It is borne out along its whole length: where text stands between that is like none
over there, the passage ends, so two reports that share a few formulae do not become one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from reportedly.trace.alike import Alike, Likeness, alike_sentences, sentences_of
from reportedly.trace.hashing import Places
from reportedly.trace.stretches import Stretch

NEAR = 3
"""Sentences between two pairs of alike sentences of one passage."""
SUPPORT = 2
"""Alike sentence pairs that make a passage."""
BORNE_OUT = 0.8
"""Share of a passage's words, on both sides, that must stand in sentences with their like over
there; else it ends wherever a sentence has none."""
DENSE = 0.8
"""Share of a block covered word by word from which the word alignment is kept as it is."""

_Pair = tuple[int, int, int]
"""A sentence of the left text, one of the right, and their `Likeness`."""


def reworded(left_text: str, right_text: str, stretches: list[Stretch]) -> list[Stretch]:
    """Add passages that were rewritten sentence by sentence to those found word by word.

    Where a rewritten passage holds scraps that were found word by word, it takes their place.
    """
    one, two = sentences_of(left_text), sentences_of(right_text)
    sizes = (np.diff(one.bounds), np.diff(two.bounds))
    blocks = [
        Stretch(
            int(one.bounds[a]), int(one.bounds[b + 1]), int(two.bounds[c]), int(two.bounds[d + 1])
        )
        for a, b, c, d in _blocks(alike_sentences(one, two), sizes)
    ]
    result = list(stretches)
    for block in sorted(blocks, key=lambda s: (s.left - s.left_end, s)):
        result = _place(block, result)
    return result


def _blocks(pairs: Alike, sizes: tuple[Places, Places]) -> list[tuple[int, int, int, int]]:
    """Groups of alike sentences close together in both texts: first and last on each side."""
    found = list(
        zip(
            pairs.left.tolist(),
            pairs.right.tolist(),
            pairs.likeness.tolist(),
            strict=True,
        )
    )
    groups = _groups([pair for pair in found if pair[2] >= Likeness.FAINT])
    groups = [group for group in groups if _stands(group)]
    weak = [pair for pair in found if pair[2] < Likeness.FAINT]
    for group in groups:
        a, b, c, d = _bounds(group)
        within = weak[bisect_left(weak, (a,)) : bisect_left(weak, (b + 1,))]
        group.extend(pair for pair in within if c <= pair[1] <= d)
    return [
        _bounds(part) for group in groups for part in _parts(group, sizes, NEAR) if _stands(part)
    ]


def _groups(pairs: list[_Pair]) -> list[list[_Pair]]:
    """Pairs that follow each other closely in both texts; ``pairs`` in the order of the left one."""
    groups: list[list[_Pair]] = []
    open_groups: list[list[_Pair]] = []
    for pair in pairs:
        left, right, _ = pair
        open_groups = [group for group in open_groups if left - group[-1][0] <= NEAR]
        home = next(
            (g for g in reversed(open_groups) if any(abs(right - o[1]) <= NEAR for o in g[-4:])),
            None,
        )
        if home is None:
            home = []
            groups.append(home)
            open_groups.append(home)
        home.append(pair)
    return groups


def _parts(group: list[_Pair], sizes: tuple[Places, Places], reach: int) -> Iterator[list[_Pair]]:
    """Cut a group where text stands between its sentences that is like none over there.

    Where nearly all else is borne out, a little such text is borne; ever less of it elsewhere.
    """
    if reach == 1 or all(_borne_out(group, side, sizes[side]) for side in (0, 1)):
        yield group
        return
    for part in _cut(group, reach - 1):
        yield from _parts(part, sizes, reach - 1)


def _borne_out(group: list[_Pair], side: int, size: Places) -> bool:
    """Whether nearly all words of a block stand in sentences that have their like over there."""
    held = sorted({pair[side] for pair in group})
    return bool(size[held].sum() >= BORNE_OUT * size[held[0] : held[-1] + 1].sum())


def _cut(group: list[_Pair], reach: int) -> Iterator[list[_Pair]]:
    """Parts in which neighbouring sentences are at most ``reach`` apart on both sides."""
    waiting = [group]
    while waiting:
        group = waiting.pop()
        for side in (0, 1):
            ordered = sorted(group, key=lambda pair: pair[side])
            cuts = [
                place
                for place in range(1, len(ordered))
                if ordered[place][side] - ordered[place - 1][side] > reach
            ]
            if cuts:
                waiting.extend(
                    ordered[low:high] for low, high in pairwise([0, *cuts, len(ordered)])
                )
                break
        else:
            yield sorted(group)


def _stands(group: list[_Pair]) -> bool:
    """Whether enough sentences on both sides are alike, or one very much."""
    lefts = {left for left, _, likeness in group if likeness >= Likeness.ALIKE}
    rights = {right for _, right, likeness in group if likeness >= Likeness.ALIKE}
    very = any(likeness == Likeness.VERY_ALIKE for *_, likeness in group)
    return very or min(len(lefts), len(rights)) >= SUPPORT


def _bounds(group: list[_Pair]) -> tuple[int, int, int, int]:
    lefts, rights = [pair[0] for pair in group], [pair[1] for pair in group]
    return min(lefts), max(lefts), min(rights), max(rights)


def _place(block: Stretch, stretches: list[Stretch]) -> list[Stretch]:
    """Put a block among the stretches, joining those it meets in both texts."""
    meets = [s for s in stretches if _meets(s, block)]
    covered = sum(min(s.right_end, block.right_end) - max(s.right, block.right) for s in meets)
    if covered >= DENSE * (block.right_end - block.right):
        return stretches
    rest = [s for s in stretches if s not in meets]
    if any(s.right < block.right_end and block.right < s.right_end for s in rest):
        return stretches
    whole = [block, *meets]
    return [
        *rest,
        Stretch(
            min(s.left for s in whole),
            max(s.left_end for s in whole),
            min(s.right for s in whole),
            max(s.right_end for s in whole),
        ),
    ]


def _meets(one: Stretch, two: Stretch) -> bool:
    return (
        one.left < two.left_end
        and two.left < one.left_end
        and one.right < two.right_end
        and two.right < one.right_end
    )
