"""Which of a text's runs stand for all of it (Schleimer, Wilkerson, Aiken: "Winnowing", 2003).

Of every so many neighbouring runs the one with the smallest hash is kept, so a passage that long and
shared by two texts shares a kept run, wherever in them it stands.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from reportedly.trace.hashing import Hashes, Places

SHORT = 40
"""Up to so many runs a text keeps all of them: a post of two lines must be found whole."""


def winnow(grams: Hashes, counts: Places, window: int) -> Places:
    """Places of the run hashes to keep: every one that is the smallest of some window.

    Args:
        grams: The runs of one text after the other.
        counts: How many of them each text has; no window reaches from one text into the next.
        window: Neighbouring runs of which the smallest is kept.
    """
    firsts = np.cumsum(counts) - counts
    short = counts <= max(SHORT, window - 1)
    keep = np.repeat(short, counts)
    if not short.all():
        keep |= _smallest_of_some(grams, counts, window)
    chosen = np.flatnonzero(keep)
    # Text that repeats itself ("ha ha ha ...") would keep every place of one run.
    again = np.flatnonzero((grams[chosen[1:]] == grams[chosen[:-1]]) & (np.diff(chosen) < window))
    if not len(again):
        return chosen
    text = np.searchsorted(firsts, chosen, side="right")
    one = again[(text[again] == text[again + 1]) & ~short[text[again] - 1]]
    return np.delete(chosen, one + 1)


def _smallest_of_some(grams: Hashes, counts: Places, window: int) -> npt.NDArray[np.bool_]:
    smallest = _slide(grams, np.minimum, window)
    if len(counts) > 1:
        whole = np.maximum(counts - (window - 1), 0)
        spans = np.stack((whole, counts - whole), axis=1).ravel()
        within = np.repeat(np.tile(np.array([True, False]), len(counts)), spans)[: len(smallest)]
        smallest = np.where(within, smallest, np.uint64(0))
    edge = np.zeros(window - 1, dtype=np.uint64)
    # A run is the smallest of some window exactly if it equals the greatest of its windows' minima.
    greatest = _slide(np.concatenate((edge, smallest, edge)), np.maximum, window)
    found: npt.NDArray[np.bool_] = grams == greatest
    return found


def _slide(values: Hashes, best: np.ufunc, window: int) -> Hashes:
    """The best of every ``window`` neighbours, by doubling the reach as often as it fits."""
    reach = 1
    while reach < window:
        step = min(reach, window - reach)
        values = best(values[:-step], values[step:])
        reach += step
    return values
