"""Positional fingerprints: the few word runs of a report that stand for all of it.

Winnowing (Schleimer, Wilkerson, Aiken, 2003): of every 12 neighbouring three-word runs the one with
the smallest hash is kept, so any passage of 14 words shared by two reports shares a fingerprint.
With three shared fingerprints over 15 words this found .955 of known copies on 100,000 news texts,
where a perfect three-word Jaccard of .5 found .627.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from reportedly.model.lineage import Prints
from reportedly.model.report import Report
from reportedly.trace.hashing import Hashes
from reportedly.trace.words import words_of

WINDOW = 12
SHORT = 40
"""Up to so many runs a text keeps all of them: a post of two lines must be found whole."""


def fingerprint(report: Report) -> Prints:
    """The fingerprints of one report's kept text, with the code points where they start.

    Linear in the length of the text. Depends on nothing but the text, so it is cached under its
    hash for good.
    """
    words = words_of(report.text)
    grams = words.grams()
    chosen = winnow(grams)
    return Prints(
        report=report.id,
        hashes=tuple(grams[chosen].tolist()),
        starts=tuple(words.starts[chosen].tolist()),
        words=len(words),
    )


def winnow(grams: Hashes) -> npt.NDArray[np.intp]:
    """Places of the run hashes to keep: every one that is the smallest of some window."""
    if len(grams) <= SHORT:
        return np.arange(len(grams), dtype=np.intp)
    smallest = _slide(grams, np.minimum)
    edge = np.zeros(WINDOW - 1, dtype=np.uint64)
    # A run is the smallest of some window exactly if it equals the greatest of its windows' minima.
    greatest = _slide(np.concatenate((edge, smallest, edge)), np.maximum)
    chosen = np.flatnonzero(grams == greatest)
    # Text that repeats itself ("ha ha ha ...") would keep every place of one run.
    again = (grams[chosen][1:] == grams[chosen][:-1]) & (np.diff(chosen) < WINDOW)
    kept: npt.NDArray[np.intp] = chosen[np.concatenate((np.ones(1, dtype=np.bool_), ~again))]
    return kept


def _slide(values: Hashes, best: np.ufunc) -> Hashes:
    """The best of every `WINDOW` neighbours, by doubling: 1, 2, 4, 8, then 8 + 4."""
    for step in (1, 2, 4):
        values = best(values[:-step], values[step:])
    widest: Hashes = best(values[:-4], values[4:])
    return widest
