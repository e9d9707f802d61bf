"""Which texts have a fingerprint: sorted, so that texts that share one stand side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reportedly.trace.corpus.naming import Sameness
from reportedly.trace.corpus.prints import Numbers
from reportedly.trace.hashing import Hashes, Places, mix

CAP = 128
"""Texts that may share a fingerprint before it counts as common. Of one in more, each text meets
only the first of them: what is rarer joins the members of a large family to each other."""

STANDING = 24
"""Texts of one outlet that carry a fingerprint before it counts as the outlet's own furniture: a line
under every article, a request to subscribe. It then joins none of them to anything."""


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """Fingerprints and whose they are.

    Attributes:
        hashes: The fingerprints, ascending.
        texts: The number of a text that has it.
        places: Where the text has it.
    """

    hashes: Hashes
    texts: Numbers
    places: Numbers

    def __len__(self) -> int:
        return len(self.hashes)

    def only(self, chosen: Places) -> Postings:
        """Those at the places ``chosen``, ascending."""
        return Postings(self.hashes[chosen], self.texts[chosen], self.places[chosen])


def sorted_postings(parts: Sequence[Postings]) -> Postings:
    """All of ``parts`` in the order of their hashes."""
    hashes = np.concatenate([part.hashes for part in parts])
    order = np.argsort(hashes)
    return Postings(
        hashes=hashes[order],
        texts=np.concatenate([part.texts for part in parts])[order],
        places=np.concatenate([part.places for part in parts])[order],
    )


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """The fingerprints that several texts share, as lists of texts.

    Attributes:
        hashes: The fingerprint of each group.
        sizes: How many texts each has.
        texts: The texts of a group, ascending; group after group.
        places: Where each has the fingerprint.
        later: How many of its group come after each, and meet it.
    """

    hashes: Hashes
    sizes: Numbers
    texts: Numbers
    places: Numbers
    later: Numbers

    def group_of(self) -> Places:
        """The group that each of ``texts`` is in."""
        return np.repeat(np.arange(len(self.sizes), dtype=np.int64), self.sizes)


def groups_of(postings: Postings, same: Sameness) -> Groups:
    """The groups of two texts and more, without what outlets put under all they publish.

    Texts go by their ranks from here on, and groups are in that order: which text of a large group
    is the first depends on what they say, and not on how they came in.
    """
    fresh = np.concatenate(([True], postings.hashes[1:] != postings.hashes[:-1]))
    begins = np.flatnonzero(fresh[: len(postings)])
    sizes = np.diff(np.append(begins, len(postings)))
    several = sizes > 1
    at = np.flatnonzero(np.repeat(several, sizes))
    hashes, sizes = postings.hashes[begins[several]], sizes[several]
    group = np.repeat(np.arange(len(sizes), dtype=np.uint64), sizes)
    texts, places = same.ranks[postings.texts[at]], postings.places[at]
    standing = _standing(group, same.outlets[texts], sizes)
    if standing.any():
        group, texts, places = group[~standing], texts[~standing], places[~standing]
    keys = (group << np.uint64(32)) | texts
    order = np.argsort(keys)
    return _ranked(hashes, keys[order], places[order])


def _standing(group: Hashes, outlets: Numbers, sizes: Places) -> npt.NDArray[np.bool_]:
    """Which postings are of what one outlet carries again and again."""
    standing = np.zeros(len(group), dtype=np.bool_)
    asked = np.flatnonzero(np.repeat(sizes >= STANDING, sizes) & (outlets > 0))
    if len(asked):
        keys = (group[asked] << np.uint64(32)) | outlets[asked]
        order = np.argsort(keys)
        keys = keys[order]
        begins = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
        counts = np.diff(np.append(begins, len(keys)))
        standing[asked[order]] = np.repeat(counts >= STANDING, counts)
    return standing


def _ranked(hashes: Hashes, keys: Hashes, places: Numbers) -> Groups:
    """Groups from sorted keys of group and text; a text that has a fingerprint twice has the first."""
    begins = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))[: len(keys)])
    if len(begins) < len(keys):
        keys, places = keys[begins], np.minimum.reduceat(places, begins)
    sizes = np.bincount((keys >> np.uint64(32)).astype(np.int64), minlength=len(hashes))
    several = np.repeat(sizes > 1, sizes)
    if not several.all():
        keys, places = keys[several], places[several]
    hashes, sizes = hashes[sizes > 1], sizes[sizes > 1]
    ends = np.repeat(np.cumsum(sizes), sizes)
    later = ends - np.arange(len(keys)) - 1
    if sizes.max(initial=0) > CAP:
        first = np.concatenate(([True], ends[1:] != ends[:-1]))
        later[np.repeat(sizes > CAP, sizes) & ~first] = 0
    return Groups(
        hashes=hashes,
        sizes=sizes.astype(np.uint32),
        texts=(keys & np.uint64(0xFFFFFFFF)).astype(np.uint32),
        places=places,
        later=later.astype(np.uint32),
    )


def joined_groups(parts: Sequence[Groups]) -> Groups:
    """The groups of several ranges of hashes as one list."""
    return Groups(
        hashes=np.concatenate([part.hashes for part in parts]),
        sizes=np.concatenate([part.sizes for part in parts]),
        texts=np.concatenate([part.texts for part in parts]),
        places=np.concatenate([part.places for part in parts]),
        later=np.concatenate([part.later for part in parts]),
    )


def unsettled(before: Groups, now: Groups, fresh: npt.NDArray[np.bool_]) -> Numbers:
    """The texts that no longer meet all whom they met.

    Texts are never fewer; but a fingerprint may have become common, or what an outlet always
    carries, or have another first text.

    Args:
        before: Groups of the texts that were there before.
        now: The same with those that came.
        fresh: For each text, whether it is compared with all others again; none is among the result.
    """
    keys, values = _ways(before, fresh)
    now_keys, now_values = _ways(now, fresh)
    order = np.argsort(now_keys)
    now_keys, now_values = now_keys[order], now_values[order]
    at = np.minimum(np.searchsorted(now_keys, keys), max(len(now_keys) - 1, 0))
    same = np.zeros(len(keys), dtype=np.bool_)
    if len(now_keys):
        same = (now_keys[at] == keys) & (now_values[at] == values)
    changed = ~same & (values != 0)
    # Whom those of a common fingerprint met was the first.
    first = (np.cumsum(before.sizes, dtype=np.int64) - before.sizes)[before.group_of()[changed]]
    found = np.unique(np.concatenate((before.texts[changed], before.texts[first])))
    settled: Numbers = found[~fresh[found]]
    return settled


def _ways(groups: Groups, fresh: npt.NDArray[np.bool_]) -> tuple[Hashes, Hashes]:
    """A key for each posting, and a number for whom of the texts that are not fresh it meets."""
    begins = np.cumsum(groups.sizes, dtype=np.int64) - groups.sizes
    texts = groups.texts.astype(np.uint64)
    keys = mix(np.repeat(groups.hashes, groups.sizes) + mix(texts + np.uint64(1)))
    if not len(begins):
        return keys, keys
    old = ~fresh[groups.texts]
    sums = np.add.reduceat(np.where(old, mix(texts + np.uint64(1)), np.uint64(0)), begins)
    sums[np.add.reduceat(old, begins, dtype=np.int64) < 2] = 0
    common = groups.sizes > CAP
    sums[common] = np.where(old[begins[common]], mix(texts[begins[common]] + np.uint64(2)), 0)
    return keys, np.where(old, np.repeat(sums, groups.sizes), np.uint64(0))
