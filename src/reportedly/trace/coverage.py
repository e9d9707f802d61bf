"""How many words a set of stretches covers, none counted twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Range = tuple[int, int]


def joined(ranges: Iterable[Range]) -> list[Range]:
    """The same words as ranges that neither meet nor overlap, ascending."""
    whole: list[Range] = []
    for first, last in sorted(ranges):
        if whole and first <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(whole[-1][1], last))
        else:
            whole.append((first, last))
    return whole


def length(ranges: Iterable[Range]) -> int:
    """Words in ranges that do not overlap."""
    return sum(last - first for first, last in ranges)


def common(one: Sequence[Range], other: Sequence[Range]) -> int:
    """Words in both of two `joined` sets of ranges."""
    total = at = 0
    for first, last in one:
        while at < len(other) and other[at][1] <= first:
            at += 1
        beyond = at
        while beyond < len(other) and other[beyond][0] < last:
            total += min(last, other[beyond][1]) - max(first, other[beyond][0])
            beyond += 1
    return total
