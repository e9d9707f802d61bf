"""Which texts are of one family: those of which enough is the same.

One shared sentence makes no family, nor does a chain of them: joining all that share fifteen words
makes one family of half a corpus. So a text is joined to one other only, the one it shares most with,
and only where the shared passages cover enough of the shorter and something of the longer.
"""

from __future__ import annotations

import numpy as np

from reportedly.trace.corpus.naming import Sameness
from reportedly.trace.corpus.passages import Passages
from reportedly.trace.corpus.prints import Numbers
from reportedly.trace.hashing import Hashes, Places

SHORTER, LONGER = 300, 200
"""Thousandths of either text that passages must cover. Passages are counted from the first shared
fingerprint to the last, and so fall short of what is shared by some ten words on either side."""


def families(found: Passages, lengths: Numbers, same: Sameness) -> Numbers:
    """The family of each text, named by the smallest number in it.

    Args:
        found: All passages, by the texts' numbers.
        lengths: Code points of each text.
        same: Which texts have the same words: they are of one family.
    """
    one, other = _closest(found, lengths, same.ranks)
    label = _joined(len(lengths), one, other)
    label = label[same.firsts][same.ranks]
    _, first, which = np.unique(label, return_index=True, return_inverse=True)
    return first[which].astype(np.uint32)


def _closest(found: Passages, lengths: Numbers, ranks: Numbers) -> tuple[Places, Places]:
    """For each text that shares enough with any the one it shares most with."""
    pair = (found.first.astype(np.uint64) << np.uint64(32)) | found.second
    pairs, first_share = _share(pair, found.first_start, found.first_end, lengths[found.first])
    _, second_share = _share(pair, found.second_start, found.second_end, lengths[found.second])
    first = (pairs >> np.uint64(32)).astype(np.int64)
    second = (pairs & np.uint64(0xFFFFFFFF)).astype(np.int64)
    shorter = np.where(lengths[first] <= lengths[second], first_share, second_share)
    longer = first_share + second_share - shorter
    enough = np.flatnonzero((shorter >= SHORTER) & (longer >= LONGER))
    text = np.concatenate((first[enough], second[enough]))
    partner = np.concatenate((second[enough], first[enough]))
    # Beyond a text's worth all are as close, and take the same: few and large families, not pairs.
    shared = np.tile(np.minimum(first_share + second_share, 1000)[enough], 2)
    order = np.lexsort((ranks[partner], -shared, text))
    text, partner = text[order], partner[order]
    best = np.concatenate(([True], text[1:] != text[:-1]))[: len(text)]
    return text[best], partner[best]


def _share(pair: Hashes, starts: Numbers, ends: Numbers, lengths: Numbers) -> tuple[Hashes, Places]:
    """Each pair with the thousandths of one of its texts that its passages cover."""
    order = np.lexsort((starts, pair))
    pair, start, end = pair[order], starts[order].astype(np.int64), ends[order].astype(np.int64)
    fresh = np.concatenate(([True], pair[1:] != pair[:-1]))[: len(pair)]
    overlap = np.zeros(len(pair), dtype=np.int64)
    overlap[1:] = np.where(fresh[1:], 0, np.maximum(end[:-1] - start[1:], 0))
    begins = np.flatnonzero(fresh)
    covered = (
        np.maximum(np.add.reduceat(end - start - overlap, begins), 0) if len(begins) else begins
    )
    return pair[begins], covered * 1000 // np.maximum(lengths[order][begins].astype(np.int64), 1)


def _joined(texts: int, one: Places, other: Places) -> Places:
    """The smallest number that each text is joined to, by however many steps."""
    label = np.arange(texts, dtype=np.int64)
    while True:
        before = label.copy()
        smaller = np.minimum(label[one], label[other])
        np.minimum.at(label, before[one], smaller)
        np.minimum.at(label, before[other], smaller)
        label = label[label]
        if (label == before).all():
            return label
