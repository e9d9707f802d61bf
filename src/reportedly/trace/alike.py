"""Which sentences of two texts are alike: the words they have in common, weighted by rarity.

Tf-isf (term frequency, inverse sentence frequency) over the stems of both texts. Two reporters who
saw the same thing share names and facts, so names count for less.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from reportedly.text.layout import sentences
from reportedly.trace.bodies import body_of
from reportedly.trace.hashing import Hashes, Places
from reportedly.trace.remembering import remembering


class Likeness(IntEnum):
    """How alike two sentences are, by `_BOUNDS` and the telling words they share."""

    WEAK = 1
    FAINT = 2
    ALIKE = 3
    VERY_ALIKE = 4


_BOUNDS = (
    (Likeness.WEAK, 0.1, 1),  # between two others of a passage it does not break it
    (Likeness.FAINT, 0.15, 2),  # it joins a passage that others have made
    (Likeness.ALIKE, 0.33, 2),  # several of these make a passage
    (Likeness.VERY_ALIKE, 0.6, 8),  # a passage by itself
)
"""From which tf-isf cosine, and Dice of the telling words, and how many of these shared."""
_FREQUENT = 12
"""Sentences of one text that may hold a word before it tells nothing about where it is from."""
_NAME_WEIGHT = 0.5

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Sentences:
    """The sentences of one text as bags of weighted stems.

    Attributes:
        bounds: First word of each sentence, and one past the last word of the last.
        sentence: For each distinct (sentence, stem): the sentence.
        stem: The stem.
        named: Whether it is written as a name there.
    """

    bounds: Places
    sentence: Places
    stem: Hashes
    named: npt.NDArray[np.bool_]


@remembering
def sentences_of(text: str) -> Sentences:
    """The sentences of a text as bags of its telling words' stems."""
    body = body_of(text)
    words = body.words
    starts = np.array([span.start for span in sentences(text)], dtype=np.int64)
    of_word = np.maximum(np.searchsorted(starts, words.starts, side="right") - 1, 0)
    bounds = np.searchsorted(of_word, np.arange(len(starts) + 1))
    content = ~body.common
    sentence, stem, named = of_word[content], words.stems[content], words.named[content]
    order = np.lexsort((named, stem, sentence))
    sentence, stem, named = sentence[order], stem[order], named[order]
    new = np.ones(len(stem), dtype=np.bool_)
    new[1:] = (stem[1:] != stem[:-1]) | (sentence[1:] != sentence[:-1])
    return Sentences(bounds.astype(np.int64), sentence[new], stem[new], named[new])


@dataclass(frozen=True, slots=True, eq=False)
class Alike:
    """Pairs of alike sentences, in the order of the left text."""

    left: Places
    right: Places
    likeness: Places


def alike_sentences(one: Sentences, two: Sentences) -> Alike:
    """Every pair of a sentence of one text and one of the other that are at all alike."""
    stems, where = np.unique(np.concatenate((one.stem, two.stem)), return_inverse=True)
    at_one, at_two = where[: len(one.stem)], where[len(one.stem) :]
    in_one = np.bincount(at_one, minlength=len(stems))
    in_two = np.bincount(at_two, minlength=len(stems))
    total = len(one.bounds) + len(two.bounds)
    # Whole numbers: logarithms differ in the last bit between processors, and their sums with them.
    rarity = np.rint(16 * np.log2(total / np.maximum(in_one + in_two, 1)))
    weight_one = rarity[at_one] * np.where(one.named, _NAME_WEIGHT, 1.0)
    weight_two = rarity[at_two] * np.where(two.named, _NAME_WEIGHT, 1.0)
    norm_one = _norms(one, weight_one)
    norm_two = _norms(two, weight_two)
    tells = (in_one <= _FREQUENT) & (in_two <= _FREQUENT) & (in_one > 0) & (in_two > 0)
    i, j = _meet(at_one, at_two, tells)
    key = one.sentence[i] * len(two.bounds) + two.sentence[j]
    pairs, which = np.unique(key, return_inverse=True)
    size = len(pairs)
    dot = np.bincount(which, weights=weight_one[i] * weight_two[j], minlength=size)
    plain = (~one.named[i] & ~two.named[j]).astype(np.float64)
    shared = np.bincount(which, weights=plain, minlength=size)
    left, right = pairs // len(two.bounds), pairs % len(two.bounds)
    cosine = dot / np.maximum(norm_one[left] * norm_two[right], 1e-9)
    plain_one = np.bincount(one.sentence[~one.named], minlength=len(one.bounds))
    plain_two = np.bincount(two.sentence[~two.named], minlength=len(two.bounds))
    dice = 2 * shared / np.maximum(plain_one[left] + plain_two[right], 1)
    likeness = np.minimum(cosine, dice)
    grade = np.zeros(size, dtype=np.int64)
    for name, bound, telling in _BOUNDS:
        grade[(likeness >= bound) & (shared >= telling)] = name
    kept = grade > 0
    return Alike(left[kept], right[kept], grade[kept])


def _norms(bag: Sentences, weight: Floats) -> Floats:
    squares = np.bincount(bag.sentence, weights=weight * weight, minlength=len(bag.bounds))
    norms: Floats = np.sqrt(squares)
    return norms


def _meet(at_one: Places, at_two: Places, tells: npt.NDArray[np.bool_]) -> tuple[Places, Places]:
    """Every meeting of a stem's places in both texts, for the stems that tell something."""
    order = np.argsort(at_two, kind="stable")
    ranked = at_two[order]
    chosen = np.flatnonzero(tells[at_one])
    low = np.searchsorted(ranked, at_one[chosen], side="left")
    count = np.searchsorted(ranked, at_one[chosen], side="right") - low
    i = np.repeat(chosen, count)
    within = np.arange(len(i)) - np.repeat(np.cumsum(count) - count, count)
    return i.astype(np.int64), order[np.repeat(low, count) + within].astype(np.int64)
