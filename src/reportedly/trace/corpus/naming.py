"""Texts with the same words are one text; and by what number each goes when texts are compared."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reportedly.trace.corpus.prints import LEAST, Numbers
from reportedly.trace.hashing import Hashes, Places


@dataclass(frozen=True, slots=True, eq=False)
class Sameness:
    """Which texts have the same words.

    Attributes:
        ranks: A number for each text, equal for equal words, in an order that depends on the words.
        firsts: For each such number the first text that goes by it: the one that is compared.
        outlets: For each such number the outlet of its texts, 0 if it is not known or not one.
        compared: For each text, whether it is the first with its words and long enough.
    """

    ranks: Numbers
    firsts: Places
    outlets: Numbers
    compared: npt.NDArray[np.bool_]


def same_texts(wholes: Hashes, words: Numbers, outlets: Numbers) -> Sameness:
    """Find the texts that have the same words."""
    if not len(wholes):
        return Sameness(words, np.zeros(0, np.int64), outlets, np.zeros(0, np.bool_))
    order = np.argsort(wholes, kind="stable")
    ordered = wholes[order]
    fresh = np.concatenate(([True], ordered[1:] != ordered[:-1]))
    begins = np.flatnonzero(fresh)
    ranks = np.empty(len(wholes), dtype=np.uint32)
    ranks[order] = np.cumsum(fresh) - 1
    firsts = order[begins]
    by_rank = outlets[order]
    one = np.minimum.reduceat(by_rank, begins)
    one[one != np.maximum.reduceat(by_rank, begins)] = 0
    compared = np.zeros(len(wholes), dtype=np.bool_)
    compared[firsts] = words[firsts] >= LEAST
    return Sameness(ranks=ranks, firsts=firsts, outlets=one, compared=compared)
