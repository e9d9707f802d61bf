"""Our own fixed 64-bit hash of words and of runs of words, so that stored fingerprints never move.

The hashes of Python, of databases and of data-frame engines differ between processes, versions and
machines. This one is defined here, in unsigned 64-bit arithmetic that wraps, and pinned by golden
values in the tests:

* a code point ``c`` counts as ``mix(c + 1)``;
* a word of folded code points ``c0 c1 ... ck`` hashes to
  ``mix(sum(mix(ci + 1) * BASE**i) + (k + 1) * LENGTH)``;
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

GRAM = 3
"""Words in one hashed run: short enough to survive edits, long enough to be rare."""

LOW_BITS = 0xFFFFFFFF
"""Where a few chance collisions do no harm, half of a hash will do."""

_BASE = np.uint64(0x9E3779B97F4A7C15)
_LENGTH = np.uint64(0xD6E8FEB86659FD93)
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


def hash_words(folded: npt.NDArray[np.uint32], firsts: Places) -> Hashes:
    """Hash many words at once.

    Args:
        folded: The folded code points of all words, one word after the other.
        firsts: Where each word begins in ``folded``: ascending, from 0, no word empty.

    Returns:
        One hash a word.
    """
    if not len(firsts):
        return np.zeros(0, dtype=np.uint64)
    lengths = np.diff(np.append(firsts, len(folded)))
    powers = np.full(int(lengths.max()), _BASE, dtype=np.uint64)
    powers[0] = 1
    np.multiply.accumulate(powers, out=powers)
    place = np.arange(len(folded), dtype=np.int64) - np.repeat(firsts, lengths)
    weighted = mix(folded.astype(np.uint64) + np.uint64(1)) * powers[place]
    sums = np.add.reduceat(weighted, firsts)
    return mix(sums + lengths.astype(np.uint64) * _LENGTH)


def hash_word(folded: str) -> int:
    """The hash of one folded word, for lists of words to look for."""
    points = np.array([ord(letter) for letter in folded], dtype=np.uint32)
    return int(hash_words(points, np.zeros(1, dtype=np.int64))[0])


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
