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
    """The sentences of one text as bags of stems, sorted by stem.

    Attributes:
        bounds: First word of each sentence, and one past the last word of the last.
        sentence: For each stem in each sentence that has it: the sentence.
        which: Which of ``stems`` it is.
        named: Whether it is written as a name there.
        stems: The distinct stems, ascending.
        begins: For each distinct stem, where it begins in ``sentence``.
        counts: For each, how many sentences have it.
        plain: For each sentence, how many stems that are no names it has.
    """

    bounds: Places
    sentence: Places
    which: Places
    named: npt.NDArray[np.bool_]
    stems: Hashes
    begins: Places
    counts: Places
    plain: Places


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
    order = np.lexsort((named, sentence, stem))
    sentence, stem, named = sentence[order], stem[order], named[order]
    new = np.ones(len(stem), dtype=np.bool_)
    new[1:] = (stem[1:] != stem[:-1]) | (sentence[1:] != sentence[:-1])
    sentence, stem, named = sentence[new], stem[new], named[new]
    stems, begins, which, counts = np.unique(
        stem, return_index=True, return_inverse=True, return_counts=True
    )
    return Sentences(
        bounds=bounds.astype(np.int64),
        sentence=sentence.astype(np.int64),
        which=which.astype(np.int64),
        named=named,
        stems=stems,
        begins=begins.astype(np.int64),
        counts=counts.astype(np.int64),
        plain=np.bincount(sentence[~named], minlength=len(bounds)).astype(np.int64),
    )


@dataclass(frozen=True, slots=True, eq=False)
class Alike:
    """Pairs of alike sentences, in the order of the left text."""

    left: Places
    right: Places
    likeness: Places


def alike_sentences(one: Sentences, two: Sentences) -> Alike:
    """Every pair of a sentence of one text and one of the other that are at all alike."""
    at = np.searchsorted(two.stems, one.stems)
    at[at == len(two.stems)] = 0
    both = two.stems[at] == one.stems if len(two.stems) else np.zeros(len(one.stems), np.bool_)
    ours, theirs = np.flatnonzero(both), at[both]
    total = len(one.bounds) + len(two.bounds)
    weight_one, norm_one = _weights(one, ours, two.counts[theirs], total)
    weight_two, norm_two = _weights(two, theirs, one.counts[ours], total)
    i, j = _meet(one, two, ours, theirs)
    pairs, which = np.unique(
        one.sentence[i] * len(two.bounds) + two.sentence[j], return_inverse=True
    )
    size = len(pairs)
    dot = np.bincount(which, weights=weight_one[i] * weight_two[j], minlength=size)
    plain = (~one.named[i] & ~two.named[j]).astype(np.float64)
    shared = np.bincount(which, weights=plain, minlength=size)
    left, right = pairs // len(two.bounds), pairs % len(two.bounds)
    cosine = dot / np.maximum(norm_one[left] * norm_two[right], 1e-9)
    dice = 2 * shared / np.maximum(one.plain[left] + two.plain[right], 1)
    likeness = np.minimum(cosine, dice)
    grade = np.zeros(size, dtype=np.int64)
    for name, bound, telling in _BOUNDS:
        grade[(likeness >= bound) & (shared >= telling)] = name
    kept = grade > 0
    return Alike(left[kept], right[kept], grade[kept])


def _weights(
    bag: Sentences, shared: Places, elsewhere: Places, total: int
) -> tuple[Floats, Floats]:
    """The weight of each stem in each sentence, by its rarity in both texts, and sentence norms."""
    held = bag.counts.copy()
    held[shared] += elsewhere
    # Whole numbers: logarithms differ in the last bit between processors, and their sums with them.
    rarity = np.rint(16 * np.log2(total / held))
    weight: Floats = rarity[bag.which] * np.where(bag.named, _NAME_WEIGHT, 1.0)
    squares = np.bincount(bag.sentence, weights=weight * weight, minlength=len(bag.bounds))
    return weight, np.sqrt(squares)


def _meet(one: Sentences, two: Sentences, ours: Places, theirs: Places) -> tuple[Places, Places]:
    """Every meeting of a shared stem's places in both texts, for the stems that tell something."""
    tells = (one.counts[ours] <= _FREQUENT) & (two.counts[theirs] <= _FREQUENT)
    ours, theirs = ours[tells], theirs[tells]
    across = two.counts[theirs]
    times = one.counts[ours] * across
    of = np.repeat(np.arange(len(times)), times)
    within = np.arange(len(of)) - np.repeat(np.cumsum(times) - times, times)
    return (
        one.begins[ours[of]] + within // across[of],
        two.begins[theirs[of]] + within % across[of],
    )
