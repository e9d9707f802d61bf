"""Passages that two texts share: fingerprints they share, in the same order, close to each other.

Pairs are made for some texts at a time, so that memory stays bounded whatever the corpus. Most pairs
meet in one fingerprint by chance; they are many, and go before anything else is asked of them.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt

from reportedly.trace.corpus.postings import CAP, Groups
from reportedly.trace.corpus.prints import Numbers, Starts, end_of, start_of
from reportedly.trace.hashing import Hashes, Places

MEETINGS = 1 << 19
"""Meetings of two texts in one fingerprint that are looked at together: some 50 MB."""
GAP = 400
"""Code points between neighbouring fingerprints of one passage, at most: sixty to eighty words."""
SHIFT = 80
"""Code points that one text may have more than the other between them."""
SEEDS = 3
"""Fingerprints a passage must have."""
SPAN = 80
"""Code points it must reach over: some fifteen words."""

_Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Passages:
    """Passages of pairs of texts, sorted.

    Attributes:
        first: The text of the smaller number.
        second: The other.
        first_start: Code point where the passage starts in the first text.
        first_end: One past its last.
        second_start: Where it starts in the second.
        second_end: One past its last.
        seeds: How many fingerprints it rests on.
    """

    first: Numbers
    second: Numbers
    first_start: Numbers
    first_end: Numbers
    second_start: Numbers
    second_end: Numbers
    seeds: Numbers

    def __len__(self) -> int:
        return len(self.first)

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(field.name for field in fields(cls))

    def columns(self) -> dict[str, Numbers]:
        """The columns by name."""
        return {name: getattr(self, name) for name in self.names()}

    def only(self, chosen: Places) -> Passages:
        """Those at some places."""
        return Passages(*(column[chosen] for column in self.columns().values()))


def joined_passages(parts: Sequence[Passages]) -> Passages:
    """One after the other."""
    none = np.zeros(0, dtype=np.uint32)
    return Passages(
        *(
            np.concatenate([none, *(getattr(part, name) for part in parts)])
            for name in Passages.names()
        )
    )


def passages(groups: Groups, low: int, high: int) -> Iterator[Passages]:
    """The passages of some texts with texts of greater numbers, sorted; a few texts at a time.

    Args:
        groups: Which texts share what.
        low: The first of the texts.
        high: One past the last.
    """
    mine = np.flatnonzero((groups.texts - np.uint32(low) < high - low) & (groups.later > 0))
    # In the order of the text, so that what is shared comes in the order of the text.
    where = (groups.texts[mine].astype(np.uint64) << np.uint64(32)) | groups.places[mine]
    mine = mine[np.argsort(where)]
    texts = groups.texts[mine]
    meetings = np.cumsum(groups.later[mine], dtype=np.int64)
    start = 0
    while start < len(mine):
        most = MEETINGS + (int(meetings[start - 1]) if start else 0)
        stop = int(np.searchsorted(meetings, most, side="right"))
        # All meetings of a text are looked at together.
        stop = int(np.searchsorted(texts, texts[min(stop, len(mine) - 1)]))
        if stop <= start:
            stop = int(np.searchsorted(texts, texts[start], side="right"))
        elif meetings[-1] <= most:
            stop = len(mine)
        yield _of_postings(groups, mine[start:stop])
        start = stop


def text_ranges(groups: Groups, texts: int, count: int) -> list[tuple[int, int]]:
    """Cut all texts into ranges that have about as many meetings."""
    meetings = np.bincount(groups.texts, weights=groups.later, minlength=texts)
    before = np.concatenate(([0.0], np.cumsum(meetings)))
    cuts = np.searchsorted(before, np.linspace(0, before[-1], count + 1)[1:-1])
    bounds = [0, *sorted({int(cut) for cut in cuts} - {0, texts}), texts]
    return list(itertools.pairwise(bounds))


def _of_postings(groups: Groups, mine: Places) -> Passages:
    """Passages of texts with those of greater numbers, from all their postings."""
    later = groups.later[mine].astype(np.int64)
    one = np.repeat(mine, later)
    other = one + 1 + np.arange(len(one)) - np.repeat(np.cumsum(later) - later, later)
    return _met(groups, one, other)


def passages_with(groups: Groups, fresh: _Mask, touched: _Mask) -> Passages:
    """The passages of pairs with a fresh text, and of pairs of touched ones.

    Args:
        groups: All groups in which either has a part, whole.
        fresh: For each text, whether it was not there before.
        touched: For each, whether what it shares with others touched may have changed.
    """
    begins = np.cumsum(groups.sizes, dtype=np.int64) - groups.sizes
    group = groups.group_of()
    pairs = [
        _meetings_of(groups, begins, group, np.flatnonzero(fresh[groups.texts])),
        _meetings_among(groups, begins, group, np.flatnonzero(touched[groups.texts])),
    ]
    one = np.concatenate([pair[0] for pair in pairs])
    other = np.concatenate([pair[1] for pair in pairs])
    where = (groups.texts[one].astype(np.uint64) << np.uint64(32)) | groups.places[one]
    order = np.argsort(where)
    return _met(groups, one[order], other[order])


def _meetings_of(
    groups: Groups, begins: Places, group: Places, asking: Places
) -> tuple[Places, Places]:
    """Whom each of the postings ``asking`` meets, each meeting once, the smaller text first."""
    first = begins[group[asking]]
    common = groups.sizes[group[asking]] > CAP
    alone = common & (asking != first)
    count = np.where(alone, 1, groups.sizes[group[asking]].astype(np.int64))
    one = np.repeat(asking, count)
    other = np.repeat(first - np.cumsum(count) + count, count) + np.arange(len(one))
    asks = np.zeros(len(groups.texts), dtype=np.bool_)
    asks[asking] = True
    # Of two that ask, the earlier does.
    kept = (other != one) & (~asks[other] | (one < other))
    one, other = one[kept], other[kept]
    return np.minimum(one, other), np.maximum(one, other)


def _meetings_among(
    groups: Groups, begins: Places, group: Places, some: Places
) -> tuple[Places, Places]:
    """Who of the postings ``some`` meets whom of them, the smaller text first."""
    own = group[some]
    ends = np.searchsorted(own, own, side="right")
    later = ends - np.arange(len(some)) - 1
    later[(groups.sizes[own] > CAP) & (some != begins[own])] = 0
    one = np.repeat(np.arange(len(some)), later)
    other = one + 1 + np.arange(len(one)) - np.repeat(np.cumsum(later) - later, later)
    return some[one], some[other]


def _met(groups: Groups, one: Places, other: Places) -> Passages:
    """Passages from meetings, those of one text with another in the order of the first."""
    pair = (groups.texts[one].astype(np.uint64) << np.uint64(32)) | groups.texts[other]
    rows, pair = _by_pair(pair)
    same = pair[1:] == pair[:-1]
    again = np.zeros(len(pair), dtype=np.bool_)
    again[1:] = same
    again[:-1] |= same
    kept = np.flatnonzero(again)
    rows = rows[kept].astype(np.int64)
    return _chained(groups, pair[kept], one[rows], other[rows])


def _by_pair(pair: Hashes) -> tuple[Hashes, Hashes]:
    """The order that brings equal pairs together and keeps theirs, and the pairs in it.

    Sorting numbers that hold the pair and its place is several times as fast as sorting places; where
    both do not fit into one, as in the largest corpora, places are sorted.
    """
    count = np.uint64(len(pair).bit_length())
    low = pair.min(initial=np.iinfo(np.uint64).max) & ~np.uint64(0xFFFFFFFF)
    second = np.uint64(int((pair & np.uint64(0xFFFFFFFF)).max(initial=0)).bit_length())
    near = (pair - low) >> np.uint64(32) << second | (pair & np.uint64(0xFFFFFFFF))
    if int(near.max(initial=0)).bit_length() + int(count) > 64:
        order = np.argsort(pair, kind="stable").astype(np.uint64)
        return order, pair[order]
    keys = np.sort((near << count) | np.arange(len(pair), dtype=np.uint64))
    return keys & ((np.uint64(1) << count) - np.uint64(1)), keys >> count


def _chained(groups: Groups, pair: Hashes, one: Places, other: Places) -> Passages:
    """Seeds that follow each other in both texts are one passage."""
    a, b = start_of(groups.places[one]), start_of(groups.places[other])
    # A seed out of place breaks a passage in two: those that stand alone go first.
    linked = _linked(pair, a, b)
    company = np.zeros(len(pair), dtype=np.bool_)
    company[:-1] = linked
    company[1:] |= linked
    at = np.flatnonzero(company)
    pair, a, b = pair[at], a[at], b[at]
    begins = np.flatnonzero(np.concatenate(([True], ~_linked(pair, a, b)))[: len(pair)])
    ends = np.append(begins[1:], len(pair))
    many = ends - begins >= SEEDS
    begins, last = begins[many], ends[many] - 1
    a_end, b_end = end_of(groups.places[one[at[last]]]), end_of(groups.places[other[at[last]]])
    long = np.minimum(a_end - a[begins], b_end - b[begins]) >= SPAN
    begins, last, a_end, b_end = begins[long], last[long], a_end[long], b_end[long]
    columns = (
        groups.texts[one[at[begins]]], groups.texts[other[at[begins]]],
        a[begins], a_end, b[begins], b_end, last - begins + 1,
    )  # fmt: skip
    return Passages(*(column.astype(np.uint32) for column in columns))


def _linked(pair: Hashes, a: Starts, b: Starts) -> _Mask:
    """Whether each seed is of one passage with the next."""
    forward_a, forward_b = np.diff(a), np.diff(b)
    linked: _Mask = pair[1:] == pair[:-1]
    linked &= (forward_a <= GAP) & (forward_b > 0) & (forward_b <= GAP)
    linked &= np.abs(forward_a - forward_b) <= SHIFT
    return linked
