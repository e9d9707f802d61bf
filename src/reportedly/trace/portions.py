"""A text in portions of comparable size, as bags of stems: what rewritten text is compared by.

A portion is a sentence. Where sentences are very long, or so short that they say nothing, they are cut
or joined, since garbled text has a full stop anywhere or nowhere: with plain sentences .04 of the
spun passages of PAN 2013 were lost that portions find.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from reportedly.trace.bodies import Body, Mask, body_of
from reportedly.trace.hashing import Hashes, Places
from reportedly.trace.remembering import remembering
from reportedly.trace.words import Words

SHORT, LONG = 8, 32
"""Words of a sentence below which it is joined to the next, and above which it is cut."""

_STOPS = np.array([ord(mark) for mark in ".!?…"], dtype=np.uint32)
_WIDE = np.array([ord(mark) for mark in "。！？"], dtype=np.uint32)
_TITLE = 3
"""Letters of a title or an initial with a full stop: it ends no sentence."""


@dataclass(frozen=True, slots=True, eq=False)
class Portions:
    """The portions of one text as bags of stems, sorted by stem; common words are left out.

    Attributes:
        body: The words of the text.
        bounds: First word of each portion, and one past the last word of the last.
        sentences: The same for its sentences.
        before: For each word, and for the end, how many telling words stand before it.
        places: The telling words of the text.
        stem: For each of them: which of ``stems`` it is.
        named: Whether it is written as a name.
        stems: The distinct stems, ascending.
        counts: For each, how many portions have it.
        begins: For each, where its portions begin in ``portion``.
        portion: For each stem, each portion that has it.
        which: The stem, for each of these.
        size: How many stems each portion has.
    """

    body: Body
    bounds: Places
    sentences: Places
    before: Places
    places: Places
    stem: Places
    named: Mask
    stems: Hashes
    counts: Places
    begins: Places
    portion: Places
    which: Places
    size: Places

    def __len__(self) -> int:
        return len(self.bounds) - 1


@remembering
def portions_of(text: str) -> Portions:
    """The portions of a text."""
    body = body_of(text)
    words = body.words
    whole = _sentence_bounds(text, words)
    bounds = _portion_bounds(whole)
    content = ~body.common
    of_word = np.searchsorted(bounds, np.flatnonzero(content), side="right") - 1
    named = words.named[content]
    stems, stem = np.unique(words.stems[content], return_inverse=True)
    order = np.lexsort((of_word, stem))
    which, portion = stem[order], of_word[order]
    new = np.ones(len(order), dtype=np.bool_)
    new[1:] = (which[1:] != which[:-1]) | (portion[1:] != portion[:-1])
    which, portion = which[new].astype(np.int64), portion[new].astype(np.int64)
    counts = np.bincount(which, minlength=len(stems)).astype(np.int64)
    return Portions(
        body=body,
        bounds=bounds,
        sentences=whole,
        before=np.concatenate((np.zeros(1, np.int64), np.cumsum(content, dtype=np.int64))),
        places=np.flatnonzero(content).astype(np.int64),
        stem=stem.astype(np.int64),
        named=named,
        stems=stems,
        counts=counts,
        begins=np.cumsum(counts) - counts,
        portion=portion,
        which=which,
        size=np.bincount(portion, minlength=len(bounds) - 1).astype(np.int64),
    )


def _sentence_bounds(text: str, words: Words) -> Places:
    """The first word of each sentence, and the number of words.

    Roughly: a stop or the end of a line before a capital or a digit ends one unless a title or an
    initial stands before the stop. A third of the time that `reportedly.text.layout.sentences` takes would go here, and
    what is asked is only where words belong together.
    """
    total = len(words)
    if not total:
        return np.zeros(1, dtype=np.int64)
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    stops = np.flatnonzero(np.isin(points, _STOPS))
    lines = np.flatnonzero(points == ord("\n"))
    wide = np.flatnonzero(np.isin(points, _WIDE))
    follows = points[words.starts[1:]]
    begins = words.named[1:] | ((follows >= ord("0")) & (follows <= ord("9")))
    small = words.named[:-1] & (words.ends[:-1] - words.starts[:-1] <= _TITLE)
    ends = _stand_between(stops, words) & begins & ~small
    ends |= _stand_between(lines, words) & begins
    ends |= _stand_between(wide, words)
    ends |= np.diff(words.paragraphs()) > 0
    first = np.flatnonzero(ends) + 1
    return np.concatenate((np.zeros(1, np.int64), first, np.full(1, total))).astype(np.int64)


def _stand_between(places: Places, words: Words) -> Mask:
    """Whether one of these places lies between each word and the next."""
    found: Mask = np.searchsorted(places, words.ends[:-1]) < np.searchsorted(
        places, words.starts[1:]
    )
    return found


def _portion_bounds(whole: Places) -> Places:
    bounds = [0]
    ends = whole[1:].tolist()
    for end in ends:
        start = bounds[-1]
        if end - start < SHORT and end < ends[-1]:
            continue
        parts = -(-(end - start) // LONG)
        bounds.extend(start + (end - start) * part // parts for part in range(1, parts + 1))
    return np.array(bounds, dtype=np.int64)
