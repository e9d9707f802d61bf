"""Rewritten passages: sentences that say the same in other words, next to each other in both texts.

For a pair of reports that share fingerprints, sentences are compared by the words they have in
common, weighted by how few sentences have them (tf-isf). Two reporters who saw the same thing share
names and facts, so names count for less, one alike sentence is not enough unless it is very alike,
and a passage needs several alike sentences close together.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reportedly.text.layout import sentences
from reportedly.trace.common_words import COMMON_WORDS
from reportedly.trace.hashing import Hashes, Places, hash_set
from reportedly.trace.stretches import Stretch
from reportedly.trace.words import remembering, words_of

ALIKE = 0.33
"""Tf-isf cosine, and Dice of the telling words, from which two sentences count as alike."""
VERY_ALIKE = 0.6
"""The same for a sentence that is a passage by itself."""
NEAR = 3
"""Sentences between two pairs of alike sentences of one passage."""
SUPPORT = 2
"""Alike sentence pairs that make a passage."""
TELLING = 2
"""Telling words that one pair of alike sentences must share."""
TELLING_ALONE = 8
"""The same for a sentence that is a passage by itself."""
FAINT = 0.15
"""Likeness from which a sentence joins a passage that others have made."""
DENSE = 0.8
"""Share of a block covered word by word from which the word alignment is kept as it is."""
_FREQUENT = 12
"""Sentences of one text that may hold a word before it tells nothing about where it is from."""
_NAME_WEIGHT = 0.5

_COMMON: Hashes = hash_set(sorted(COMMON_WORDS))

_Pair = tuple[int, int, bool, bool]
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


def reworded(left_text: str, right_text: str, stretches: list[Stretch]) -> list[Stretch]:
    """Add passages that were rewritten sentence by sentence to those found word by word.

    Where a rewritten passage holds scraps that were found word by word, it takes their place.
    """
    one, two = _remembered(left_text), _remembered(right_text)
    blocks = [
        Stretch(
            int(one.bounds[a]), int(one.bounds[b + 1]), int(two.bounds[c]), int(two.bounds[d + 1])
        )
        for a, b, c, d in _blocks(_alike(one, two))
    ]
    result = list(stretches)
    for block in sorted(blocks, key=lambda s: (s.left - s.left_end, s)):
        result = _place(block, result)
    return result


@remembering
def _remembered(text: str) -> Sentences:
    words = words_of(text)
    starts = np.array([span.start for span in sentences(text)], dtype=np.int64)
    of_word = np.maximum(np.searchsorted(starts, words.starts, side="right") - 1, 0)
    bounds = np.searchsorted(of_word, np.arange(len(starts) + 1))
    content = ~np.isin(words.hashes, _COMMON)
    sentence, stem, named = of_word[content], words.stems[content], words.named[content]
    order = np.lexsort((named, stem, sentence))
    sentence, stem, named = sentence[order], stem[order], named[order]
    new = np.ones(len(stem), dtype=np.bool_)
    new[1:] = (stem[1:] != stem[:-1]) | (sentence[1:] != sentence[:-1])
    return Sentences(bounds.astype(np.int64), sentence[new], stem[new], named[new])


@dataclass(frozen=True, slots=True, eq=False)
class _Alike:
    """Pairs of alike sentences, in the order of the left text."""

    left: Places
    right: Places
    alike: npt.NDArray[np.bool_]
    strong: npt.NDArray[np.bool_]


def _alike(one: Sentences, two: Sentences) -> _Alike:
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
    kept: npt.NDArray[np.bool_] = (likeness >= FAINT) & (shared >= TELLING)
    alike = likeness >= ALIKE
    strong = (likeness >= VERY_ALIKE) & (shared >= TELLING_ALONE)
    return _Alike(left[kept], right[kept], alike[kept], strong[kept])


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


def _blocks(pairs: _Alike) -> list[tuple[int, int, int, int]]:
    """Groups of alike sentences close together in both texts: first and last on each side."""
    groups: list[list[_Pair]] = []
    open_groups: list[list[_Pair]] = []
    for pair in zip(
        pairs.left.tolist(),
        pairs.right.tolist(),
        pairs.alike.tolist(),
        pairs.strong.tolist(),
        strict=True,
    ):
        left, right = pair[:2]
        open_groups = [group for group in open_groups if left - group[-1][0] <= NEAR]
        home = next(
            (g for g in reversed(open_groups) if any(abs(right - o[1]) <= NEAR for o in g[-4:])),
            None,
        )
        if home is None:
            home = []
            groups.append(home)
            open_groups.append(home)
        home.append(pair)
    return [_bounds(group) for group in groups if _stands(group)]


def _stands(group: list[_Pair]) -> bool:
    """Whether enough sentences on both sides are alike, or one very much."""
    lefts = {left for left, _, alike, _ in group if alike}
    rights = {right for _, right, alike, _ in group if alike}
    return min(len(lefts), len(rights)) >= SUPPORT or any(strong for *_, strong in group)


def _bounds(group: list[_Pair]) -> tuple[int, int, int, int]:
    lefts, rights = [pair[0] for pair in group], [pair[1] for pair in group]
    return min(lefts), max(lefts), min(rights), max(rights)


def _place(block: Stretch, stretches: list[Stretch]) -> list[Stretch]:
    """Put a block among the stretches, joining those it meets in both texts."""
    meets = [s for s in stretches if _meets(s, block)]
    covered = sum(min(s.right_end, block.right_end) - max(s.right, block.right) for s in meets)
    if covered >= DENSE * (block.right_end - block.right):
        return stretches
    rest = [s for s in stretches if s not in meets]
    if any(s.right < block.right_end and block.right < s.right_end for s in rest):
        return stretches
    whole = [block, *meets]
    return [
        *rest,
        Stretch(
            min(s.left for s in whole),
            max(s.left_end for s in whole),
            min(s.right for s in whole),
            max(s.right_end for s in whole),
        ),
    ]


def _meets(one: Stretch, two: Stretch) -> bool:
    return (
        one.left < two.left_end
        and two.left < one.left_end
        and one.right < two.right_end
        and two.right < one.right_end
    )
