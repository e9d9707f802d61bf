"""A text as an array of folded words, each with its place in code points and its hash."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reportedly.trace.folding import cut_words, first_letters
from reportedly.trace.hashing import Hashes, Places, hash_grams, hash_words, mix

STEM = 5
"""Letters that inflected and derived forms of an English word mostly share."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one text, in order.

    Attributes:
        starts: Code point where each word starts.
        ends: One past its last code point.
        hashes: Hash of each folded word.
        stems: Hash of its first `STEM` letters, which inflected forms share.
        named: True where the word is written with a capital.
        unspaced: True where the word is one character of a script without spaces.
        breaks: Code points where a new paragraph starts.
    """

    starts: Places
    ends: Places
    hashes: Hashes
    stems: Hashes
    named: npt.NDArray[np.bool_]
    unspaced: npt.NDArray[np.bool_]
    breaks: Places

    def __len__(self) -> int:
        return len(self.starts)

    def paragraphs(self) -> Places:
        """The number of the paragraph each word stands in."""
        return np.searchsorted(self.breaks, self.starts, side="right").astype(np.int64)

    def grams(self) -> Hashes:
        """Hash of every run of three words; five characters in scripts without spaces."""
        return hash_grams(units_of(self.hashes, self.unspaced))


def units_of(
    hashes: Hashes, unspaced: npt.NDArray[np.bool_], owners: npt.NDArray[np.uint32] | None = None
) -> Hashes:
    """What counts as a word in a run: a word, or three characters of a script without spaces.

    Args:
        hashes: The words of one text, or of several in a row.
        unspaced: Which of them are such characters.
        owners: The text of each, if there are several: no unit reaches into the next.
    """
    if not unspaced.any():
        return hashes
    units = hashes.copy()
    for step in (1, 2):
        both = unspaced[:-step] & unspaced[step:]
        if owners is not None:
            both &= owners[:-step] == owners[step:]
        units[:-step][both] = mix(
            units[:-step][both] + hashes[step:][both] * np.uint64(2 * step + 1)
        )
    return units


def words_of(text: str) -> Words:
    """Fold ``text`` and cut it into words; linear in its length."""
    cut = cut_words(text)
    return Words(
        starts=cut.starts,
        ends=cut.ends,
        hashes=hash_words(cut.letters, cut.firsts, cut.sizes),
        stems=hash_words(cut.letters, cut.firsts, first_letters(cut, STEM)),
        named=cut.named,
        unspaced=cut.unspaced,
        breaks=_paragraph_starts(text),
    )


def _paragraph_starts(text: str) -> Places:
    starts: list[int] = []
    at = text.find("\n\n")
    while at >= 0:
        starts.append(at + 2)
        at = text.find("\n\n", at + 2)
    return np.array(starts, dtype=np.int64)
