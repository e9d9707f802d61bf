"""Which pairs of reports share enough fingerprints to be compared, found without trying all pairs.

One sort of all fingerprints brings equal ones together; only neighbours in that order ever meet.
What would make the cost quadratic is bounded, and nothing is lost by it silently:

* reports with equal fingerprints are one representative and a star of pairs around it, so ten
  thousand copies of one text are ten thousand pairs;
* a fingerprint in more than `COMMON` texts joins each of them to its nearest neighbours only: a
  large family stays connected, and stock phrases and page furniture cost little;
* a report keeps its `PARTNERS` strongest partners (and those that count it among theirs).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt

from reportedly.model.lineage import Prints
from reportedly.trace.hashing import Hashes, Places

COMMON = 100
"""Texts that may share a fingerprint before it counts as common (100 to 150 keeps cost linear)."""
NEAR = 3
"""Neighbours that a common fingerprint joins a text to."""
PARTNERS = 20
"""Strongest partners kept for each text, so that pairs grow with the texts, not their square."""
RARE = 20
"""Up to so many texts a shared fingerprint weighs in full; beyond, in proportion less."""
TWINS = 6
"""Reports of equal fingerprints that are each compared with what is like them; the rest is tied to
the first of them. The earliest of a few copies is then compared with what was made from it."""
SEEDS = 3
"""Shared fingerprints a pair must have; two do if both are rare (of 424 rumour reports that finds
a twenty-fifth more of the pairs that share a passage), one for texts of a line or two."""
_TINY, _SMALL = 25, 40

Pair = tuple[str, str]
_WHOLE = 1000
"""Weight of a rare shared fingerprint; whole numbers, so that sums are equal on every machine."""


def candidates(prints: Iterable[Prints]) -> tuple[Pair, ...]:
    """Pairs of report ids worth comparing, smaller id first, sorted.

    The order of ``prints`` does not matter. Time and memory grow linearly with the number of
    fingerprints.
    """
    ordered = sorted({item.report: item for item in prints}.values(), key=lambda item: item.report)
    groups = _equal([item for item in ordered if item.hashes])
    pairs = {pair for group in groups for pair in _ties(group)}
    for a, b in _of_representatives([group[0] for group in groups]):
        pairs.update(
            (min(one.report, other.report), max(one.report, other.report))
            for one in groups[a][:TWINS]
            for other in groups[b][:TWINS]
        )
    return tuple(sorted(pairs))


def _equal(prints: list[Prints]) -> list[list[Prints]]:
    """The reports in groups with equal fingerprints; the first of each represents it."""
    groups: dict[tuple[tuple[int, ...], int], list[Prints]] = {}
    for item in prints:
        groups.setdefault((item.hashes, item.words), []).append(item)
    return list(groups.values())


def _ties(group: list[Prints]) -> Iterator[Pair]:
    """Pairs within a group: a star around each of its first few."""
    for place, chief in enumerate(group[:TWINS]):
        for other in group[place + 1 :] if place == 0 else group[place + 1 : TWINS]:
            yield chief.report, other.report


def _of_representatives(prints: list[Prints]) -> list[tuple[int, int]]:
    """Pairs of representatives, by index, that share enough."""
    first, second, weight, shared = _meetings(prints)
    if not len(first):
        return []
    words = np.array([item.words for item in prints], dtype=np.int64)
    sizes = np.array([len(item.hashes) for item in prints], dtype=np.int64)
    shorter = np.minimum(words[first], words[second])
    rare = weight >= 2 * _WHOLE
    need = np.where(shorter < _TINY, 1, np.where((shorter < _SMALL) | rare, 2, SEEDS))
    tenth = shared * 10 >= np.minimum(sizes[first], sizes[second])
    enough = (shared >= need) & ((weight >= _WHOLE) | tenth)
    first, second, weight = first[enough], second[enough], weight[enough]
    kept = _strongest(first, second, weight, len(prints))
    return list(zip(first[kept].tolist(), second[kept].tolist(), strict=True))


def _meetings(
    prints: list[Prints],
) -> tuple[Places, Places, Places, Places]:
    """Every pair that shares a fingerprint: both indices, the weight and number of those shared."""
    hashes, owner = _postings(prints)
    none = np.zeros(0, dtype=np.int64)
    if not len(hashes):
        return none, none, none, none
    size = _run_sizes(hashes)
    keys: list[Places] = []
    weights: list[Places] = []
    for step in range(1, COMMON):
        if step >= len(hashes):
            break
        same = hashes[step:] == hashes[:-step]
        same &= (size[step:] <= COMMON) | (step <= NEAR)
        at = np.flatnonzero(same)
        if not len(at):
            break
        keys.append(owner[at] * len(prints) + owner[at + step])
        weights.append(np.minimum(_WHOLE, RARE * _WHOLE // size[at]))
    if not keys:
        return none, none, none, none
    pairs, where = np.unique(np.concatenate(keys), return_inverse=True)
    total = np.zeros(len(pairs), dtype=np.int64)
    np.add.at(total, where, np.concatenate(weights))
    return pairs // len(prints), pairs % len(prints), total, np.bincount(where).astype(np.int64)


def _run_sizes(hashes: Hashes) -> Places:
    """For each of the sorted hashes, how many are equal to it."""
    begins = np.flatnonzero(np.concatenate((np.ones(1, dtype=np.bool_), hashes[1:] != hashes[:-1])))
    lengths = np.diff(np.append(begins, len(hashes)))
    return np.repeat(lengths, lengths)


def _postings(prints: list[Prints]) -> tuple[Hashes, Places]:
    """Distinct fingerprints of all texts with the text they are of, sorted by both."""
    owner = np.repeat(
        np.arange(len(prints), dtype=np.int64),
        np.array([len(item.hashes) for item in prints], dtype=np.int64),
    )
    hashes = (
        np.concatenate([np.array(item.hashes, dtype=np.uint64) for item in prints])
        if prints
        else np.zeros(0, dtype=np.uint64)
    )
    order = np.lexsort((owner, hashes))
    hashes, owner = hashes[order], owner[order]
    new = np.ones(len(hashes), dtype=np.bool_)
    new[1:] = (hashes[1:] != hashes[:-1]) | (owner[1:] != owner[:-1])
    return hashes[new], owner[new]


def _strongest(first: Places, second: Places, weight: Places, texts: int) -> npt.NDArray[np.bool_]:
    """Which pairs are among the strongest of at least one of their two texts."""
    kept = np.zeros(len(first), dtype=np.bool_)
    for one, other in ((first, second), (second, first)):
        order = np.lexsort((other, -weight, one))
        sorted_one = one[order]
        begins = np.searchsorted(sorted_one, np.arange(texts))
        rank = np.arange(len(order)) - begins[sorted_one]
        kept[order[rank < PARTNERS]] = True
    return kept
