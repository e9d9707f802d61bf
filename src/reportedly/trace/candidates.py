"""Which pairs of reports share enough fingerprints to be compared, found without trying all pairs.

One sort of all fingerprints brings equal ones together; only neighbours in that order ever meet.
What would make the cost quadratic is bounded, and nothing is lost by it silently:

* reports with equal fingerprints are one representative and a star of pairs around it, so ten
  thousand copies of one text are ten thousand pairs;
* a fingerprint in more than `COMMON` texts joins each of them to the first and to its nearest
  neighbours only: a large family stays connected, and stock phrases and page furniture cost little;
* what many families of reports have weighs little, unless it is long: everybody writes some phrases;
* a report keeps its `PARTNERS` strongest partners (and those that count it among theirs).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

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
FEW = 8
"""Families in which a shared fingerprint weighs in full; beyond, the square less."""
LONG = 110
"""Code points over which two texts share every fingerprint, about twenty words, that are no phrase
everybody writes."""
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
_Mask = npt.NDArray[np.bool_]


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
    postings = _postings(prints)
    words = np.array([item.words for item in prints], dtype=np.int64)
    met = _meetings(postings, words < _TINY)
    if not len(met.first):
        return []
    sizes = np.array([len(item.hashes) for item in prints], dtype=np.int64)
    shorter = np.minimum(words[met.first], words[met.second])
    much = met.shared * 2 >= np.minimum(sizes[met.first], sizes[met.second])
    weight = met.weighed(_weights(postings, _families(met, much, len(prints))))
    rare = weight >= 2 * _WHOLE
    need = np.where(shorter < _TINY, 1, np.where((shorter < _SMALL) | rare, 2, SEEDS))
    told = (weight >= _WHOLE) | much
    told |= met.in_a_row(postings, ~told & (met.shared >= SEEDS))
    enough = (met.shared >= need) & told
    first, second, weight = met.first[enough], met.second[enough], weight[enough]
    kept = _strongest(first, second, weight, len(prints))
    return list(zip(first[kept].tolist(), second[kept].tolist(), strict=True))


@dataclass(frozen=True, slots=True, eq=False)
class _Postings:
    """Every distinct fingerprint of every text, sorted by hash, then text.

    Attributes:
        hashes: The hash.
        owner: The text.
        place: Which of the fingerprints of the text it is.
        start: Where in the text it starts.
        run: The number of texts that have it, at each of its places.
        begin: The first of its places.
    """

    hashes: Hashes
    owner: Places
    place: Places
    start: Places
    run: Places
    begin: Places


def _postings(prints: list[Prints]) -> _Postings:
    sizes = np.array([len(item.hashes) for item in prints], dtype=np.int64)
    owner = np.repeat(np.arange(len(prints), dtype=np.int64), sizes)
    place = np.arange(len(owner), dtype=np.int64) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    hashes = np.array([each for item in prints for each in item.hashes], dtype=np.uint64)
    start = np.array([each for item in prints for each in item.starts], dtype=np.int64)
    order = np.lexsort((place, owner, hashes))
    hashes, owner = hashes[order], owner[order]
    new = np.ones(len(hashes), dtype=np.bool_)
    new[1:] = (hashes[1:] != hashes[:-1]) | (owner[1:] != owner[:-1])
    hashes, owner, order = hashes[new], owner[new], order[new]
    begins = np.flatnonzero(np.concatenate((np.ones(1, np.bool_), hashes[1:] != hashes[:-1])))
    begins = begins[: len(hashes)]
    lengths = np.diff(np.append(begins, len(hashes)))
    run, begin = np.repeat(lengths, lengths), np.repeat(begins, lengths)
    return _Postings(hashes, owner, place[order], start[order], run, begin)


@dataclass(frozen=True, slots=True, eq=False)
class _Meetings:
    """Pairs of texts that share fingerprints.

    Attributes:
        first: The text of the smaller index, for each pair.
        second: The other.
        shared: How many fingerprints they share.
        posting: For each shared fingerprint of each pair, in the order of the pairs: its place in
            the first text's postings.
        of: For each of these: the pair.
    """

    first: Places
    second: Places
    shared: Places
    posting: Places
    of: Places

    def weighed(self, weights: Places) -> Places:
        """The sum of the weights of what each pair shares."""
        sums: Places = np.add.reduceat(weights[self.posting], np.cumsum(self.shared) - self.shared)
        return sums

    def in_a_row(self, postings: _Postings, asked: _Mask) -> _Mask:
        """For the pairs asked about, whether they share every fingerprint over `LONG` code points."""
        long = np.zeros(len(self.first), dtype=np.bool_)
        if not asked.any():
            return long
        chosen = asked[self.of]
        pair, posting = self.of[chosen], self.posting[chosen]
        place = postings.place[posting]
        order = np.lexsort((place, pair))
        pair, place, start = pair[order], place[order], postings.start[posting][order]
        new = np.ones(len(pair), dtype=np.bool_)
        new[1:] = (pair[1:] != pair[:-1]) | (np.diff(place) > 1)
        begins = np.flatnonzero(new)
        ends = np.append(begins[1:], len(pair)) - 1
        long[pair[begins[start[ends] - start[begins] >= LONG]]] = True
        return long


def _meetings(postings: _Postings, tiny: _Mask) -> _Meetings:
    """Every pair of texts that two fingerprints bring together, or one if a text is ``tiny``."""
    hashes, owner, run = postings.hashes, postings.owner, postings.run
    texts = max(len(tiny), 1)
    keys: list[Places] = [np.zeros(0, dtype=np.int64)]
    where: list[Places] = [np.zeros(0, dtype=np.int64)]
    for step in range(1, min(COMMON, len(hashes))):
        same = (hashes[step:] == hashes[:-step]) & ((run[step:] <= COMMON) | (step <= NEAR))
        at = np.flatnonzero(same)
        if not len(at):
            break
        keys.append(owner[at] * texts + owner[at + step])
        where.append(at)
    far = np.flatnonzero((run > COMMON) & (np.arange(len(hashes)) - postings.begin > NEAR))
    keys.append(owner[postings.begin[far]] * texts + owner[far])
    where.append(postings.begin[far])
    met, posting = np.concatenate(keys), np.concatenate(where)
    del keys, where
    order = np.argsort(met, kind="stable")
    met, posting = met[order], posting[order]
    new = np.ones(len(met), dtype=np.bool_)
    new[1:] = met[1:] != met[:-1]
    begins = np.flatnonzero(new)
    shared = np.diff(np.append(begins, len(met)))
    # Most pairs share one fingerprint by chance; they are many, so they go first.
    pairs = met[begins]
    kept = (shared > 1) | tiny[pairs // texts] | tiny[pairs % texts]
    posting, pairs, shared = posting[np.repeat(kept, shared)], pairs[kept], shared[kept]
    return _Meetings(
        first=pairs // texts,
        second=pairs % texts,
        shared=shared.astype(np.int64),
        posting=posting,
        of=np.repeat(np.arange(len(pairs), dtype=np.int64), shared),
    )


def _families(met: _Meetings, much: _Mask, texts: int) -> Places:
    """A number for each text, the same for those that share much."""
    above = list(range(texts))

    def chief(text: int) -> int:
        while above[text] != text:
            above[text] = above[above[text]]
            text = above[text]
        return text

    for one, other in zip(met.first[much].tolist(), met.second[much].tolist(), strict=True):
        low, high = sorted((chief(one), chief(other)))
        above[high] = low
    return np.array([chief(text) for text in range(texts)], dtype=np.int64)


def _weights(postings: _Postings, family: Places) -> Places:
    """What each fingerprint tells, by the number of families that have it."""
    having = np.unique(np.stack((postings.begin, family[postings.owner])), axis=1)[0]
    spread = np.bincount(having, minlength=len(postings.hashes))[postings.begin]
    # To the next power of two: one report more then changes few weights, and so few pairs.
    spread = 1 << np.ceil(np.log2(np.maximum(spread, 1))).astype(np.int64)
    weights: Places = np.minimum(_WHOLE, FEW * FEW * _WHOLE // np.maximum(spread**2, 1))
    return weights


def _strongest(first: Places, second: Places, weight: Places, texts: int) -> _Mask:
    """Which pairs are among the strongest of at least one of their two texts."""
    kept = np.zeros(len(first), dtype=np.bool_)
    for one, other in ((first, second), (second, first)):
        order = np.lexsort((other, -weight, one))
        sorted_one = one[order]
        begins = np.searchsorted(sorted_one, np.arange(texts))
        rank = np.arange(len(order)) - begins[sorted_one]
        kept[order[rank < PARTNERS]] = True
    return kept
