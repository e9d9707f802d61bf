"""Positional fingerprints: the few word runs of a report that stand for all of it.

Winnowing (Schleimer, Wilkerson, Aiken, 2003): of every 12 neighbouring three-word runs the one with
the smallest hash is kept, so any passage of 14 words shared by two reports shares a fingerprint.
With three shared fingerprints over 15 words this found .955 of known copies on 100,000 news texts,
where a perfect three-word Jaccard of .5 found .627.

Rewriting leaves few runs of three words. So pairs of neighbouring telling words (neither common nor
names), by their stems and in either order, are winnowed too: "cracked a rib" and "ribs that cracked"
are one such pair.
"""

from __future__ import annotations

import numpy as np

from reportedly.model.lineage import Prints
from reportedly.model.report import Report
from reportedly.trace.bodies import body_of
from reportedly.trace.hashing import LOW_BITS
from reportedly.trace.winnowing import winnow

WINDOW = 12
PAIR_WINDOW = 4
"""The same for pairs of telling words, of which a text has about a third as many."""


def fingerprint(report: Report) -> Prints:
    """The fingerprints of one report's kept text, with the code points where they start.

    Linear in the length of the text. Depends on nothing but the text, so it is cached under its
    hash for good.
    """
    body = body_of(report.text)
    chosen, chosen_pairs = (
        winnow(runs, np.array([len(runs)]), window)
        for runs, window in ((body.grams, WINDOW), (body.pairs, PAIR_WINDOW))
    )
    hashes = np.concatenate((body.grams[chosen], body.pairs[chosen_pairs]))
    starts = body.words.starts[np.concatenate((chosen, body.firsts[chosen_pairs]))]
    order = np.lexsort((hashes, starts))
    phrases = np.unique(np.concatenate((body.grams, body.pairs)) & np.uint64(LOW_BITS))
    return Prints(
        report=report.id,
        hashes=tuple(hashes[order].tolist()),
        starts=tuple(starts[order].tolist()),
        words=len(body.words),
        unquoted=len(body.words) - int(body.quoted.sum()),
        phrases=phrases.astype("<u4").tobytes(),
    )
