"""Our own fixed 64-bit hash of words and of runs of words, so that stored fingerprints never move.

The hashes of Python, of databases and of data-frame engines differ between processes, versions and
machines. This one is defined here, in unsigned 64-bit arithmetic that wraps, and pinned by golden
values in the tests:

* a word is the UTF-8 bytes of its folded letters, cut into pieces ``p0 p1 ... pk`` of eight, the last
  filled up with zeros and each read as a little-endian number; it hashes to
  ``mix(SEED + p0 + sum(mix(pi + i * BASE) for i from 1 to k))``;
* three words in a row hash to ``mix(h0 * FIRST + h1 * SECOND + h2 * THIRD)``.

``mix`` is the finaliser of splitmix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number
generators", 2014).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]
Letters = npt.NDArray[np.uint8]

GRAM = 3
"""Words in one hashed run: short enough to survive edits, long enough to be rare."""

LOW_BITS = 0xFFFFFFFF
"""Where a few chance collisions do no harm, half of a hash will do."""

_BASE = np.uint64(0x9E3779B97F4A7C15)
_SEED = np.uint64(0x24A19947B3916CF7)
_GRAM_FACTORS = (
    np.uint64(0xA0761D6478BD642F),
    np.uint64(0xE7037ED1A0B428DB),
    np.uint64(0x8EBC6AF09C88C6E3),
)


def mix(values: Hashes) -> Hashes:
    """Spread every bit of each value over all 64 (one to one)."""
    mixed = values ^ (values >> np.uint64(30))
    mixed = mixed * np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(27)
    mixed *= np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    return mixed


def hash_words(letters: Letters, firsts: Places, sizes: Places) -> Hashes:
    """Hash many words at once, by looking at eight letters at a time.

    Args:
        letters: Folded text as UTF-8 bytes; what stands between the words does not matter.
        firsts: Where each word begins in ``letters``.
        sizes: Its bytes, at least one.

    Returns:
        One hash a word.
    """
    padded = np.concatenate((letters, np.zeros(8, dtype=np.uint8)))
    # Every eight neighbouring bytes as one number: no copy, a number for each place.
    eights: Hashes = np.ndarray((len(letters) + 1,), "<u8", padded, strides=(1,))
    hashes: Hashes = eights[firsts] & _MASKS[np.minimum(sizes, 8)]
    long = np.flatnonzero(sizes > 8)
    if len(long):
        more = (sizes[long] - 1) // 8
        before = np.cumsum(more) - more
        step = np.arange(int(more.sum()), dtype=np.int64) - np.repeat(before - 1, more)
        left = np.repeat(sizes[long], more) - 8 * step
        pieces = eights[np.repeat(firsts[long], more) + 8 * step] & _MASKS[np.minimum(left, 8)]
        mixed = mix(pieces + step.astype(np.uint64) * _BASE)
        hashes[long] += np.add.reduceat(mixed, before)
    return mix(hashes + _SEED)


_MASKS = np.array([(1 << (8 * size)) - 1 for size in range(9)], dtype=np.uint64)
"""Which bits belong to a word of so many bytes."""


def hash_word(folded: str) -> int:
    """The hash of one folded word, for lists of words to look for."""
    letters = np.frombuffer(folded.encode(), dtype=np.uint8)
    whole = np.array([len(letters)], dtype=np.int64)
    return int(hash_words(letters, np.zeros(1, dtype=np.int64), whole)[0])


def distinct(values: Hashes) -> Hashes:
    """Each value once, ascending: a tenth of the time that `numpy.unique` takes, which hashes them."""
    ordered = np.sort(values)
    kept: Hashes = ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))[: len(ordered)]]
    return kept


def hash_set(words: Sequence[str]) -> Hashes:
    """The sorted hashes of folded words, for `numpy.isin`."""
    return np.array(sorted(hash_word(word) for word in words), dtype=np.uint64)


def hash_grams(words: Hashes) -> Hashes:
    """Hash every run of three neighbouring words; two values fewer than there are words."""
    if len(words) < GRAM:
        return np.zeros(0, dtype=np.uint64)
    last = len(words) - GRAM + 1
    total = np.zeros(last, dtype=np.uint64)
    for place, factor in enumerate(_GRAM_FACTORS):
        total += words[place : place + last] * factor
    return mix(total)
