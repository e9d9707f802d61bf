"""Fingerprints of many texts at once, as arrays: some hundred thousand texts a minute and core.

The texts of a batch are joined, cut and hashed together in pieces that fit a processor's cache;
what is kept of a text depends on that text alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reportedly.trace.folding import Cut, as_plain, cut_plain, cut_words
from reportedly.trace.hashing import GRAM, Hashes, Places, hash_grams, hash_words, mix
from reportedly.trace.winnowing import winnow
from reportedly.trace.words import units_of

Numbers = npt.NDArray[np.uint32]
Starts = npt.NDArray[np.int32]

TOGETHER = 100_000
"""Code points cut at a time, of as many texts as it takes: what is computed then stays in the cache."""
START_BITS, LENGTH_BITS = 26, 6
"""A place is where a run starts and how long it is, in code points, in 32 bits."""
REACH = 1 << START_BITS
"""Code points of a text that are looked at: sixty-seven million, some twenty bibles."""
LEAST = 8
"""Words of the shortest text that can be a copy; two shorter ones that are alike show nothing."""

_WINDOWS = ((160, 8), (400_000, 12), (1_600_000, 48), (None, 384))
"""Windows by the runs of a text, up to and including: short texts need more of theirs, and the
longest must not have more than some sixty thousand fingerprints, so that what they meet is bounded."""


@dataclass(frozen=True, slots=True, eq=False)
class TextPrints:
    """The fingerprints of a batch of texts, and what else of each is asked for again.

    Attributes:
        hashes: Hashes of kept runs.
        owners: The text of each, by its place in the batch.
        places: Where it stands there: start and length (`start_of`, `end_of`).
        words: Words of each text.
        lengths: Code points of each text.
        wholes: A hash of all the words of each text in order: equal for equal words, and all but
            surely different for others.
    """

    hashes: Hashes
    owners: Numbers
    places: Numbers
    words: Numbers
    lengths: Numbers
    wholes: Hashes


def start_of(places: Numbers) -> Starts:
    """The first code point of each run."""
    return (places >> LENGTH_BITS).astype(np.int32)


def end_of(places: Numbers) -> Starts:
    """One past the last code point of each run, if it is not longer than 63."""
    return start_of(places) + (places & ((1 << LENGTH_BITS) - 1)).astype(np.int32)


def print_texts(texts: Sequence[str]) -> TextPrints:
    """The fingerprints of ``texts``; linear in their length, whatever they are."""
    words = np.zeros(len(texts), dtype=np.uint32)
    wholes = np.zeros(len(texts), dtype=np.uint64)
    hashes, owners, places = [], [], []
    for members, cut, begins in _parts(texts):
        found = _print_cut(cut, begins)
        hashes.append(found.hashes)
        owners.append(members[found.owners])
        places.append(found.places)
        words[members], wholes[members] = found.words, found.wholes
    return TextPrints(
        hashes=np.concatenate([*hashes, np.zeros(0, np.uint64)]),
        owners=np.concatenate([*owners, np.zeros(0, np.uint32)]),
        places=np.concatenate([*places, np.zeros(0, np.uint32)]),
        words=words,
        lengths=np.array([min(len(text), REACH - 1) for text in texts], dtype=np.uint32),
        wholes=mix(wholes + words.astype(np.uint64)),
    )


_Part = tuple[Numbers, Cut, Places]


def _parts(texts: Sequence[str]) -> Iterator[_Part]:
    """Texts cut together: which they are, their words, and where in the joined text each begins."""
    ascii_only = [number for number, text in enumerate(texts) if text.isascii()]
    for group in _grouped(texts, ascii_only):
        joined = _join(texts, group)
        yield _part(texts, group, cut_words(joined))
    others = [number for number, text in enumerate(texts) if not text.isascii()]
    for group in _grouped(texts, others):
        yield from _of_any_script(texts, group)


def _grouped(texts: Sequence[str], numbers: list[int]) -> Iterator[list[int]]:
    """Texts of like length together, as many as fit."""
    group: list[int] = []
    size = 0
    for number in sorted(numbers, key=lambda number: len(texts[number])):
        if size and size + len(texts[number]) > TOGETHER:
            yield group
            group, size = [], 0
        group.append(number)
        size += len(texts[number]) + 1
    if group:
        yield group


def _of_any_script(texts: Sequence[str], group: list[int]) -> Iterator[_Part]:
    joined = _join(texts, group)
    if len(group) == 1:
        yield _part(texts, group, cut_words(joined))
        return
    plain = as_plain(joined)
    if plain.all():
        yield _part(texts, group, cut_plain(plain.tobytes()))
        return
    # A few characters of another script do not make all the others slow.
    ends = np.cumsum([len(texts[number]) + 1 for number in group])
    other = set(np.searchsorted(ends, np.flatnonzero(plain == 0), side="right").tolist())
    for some in (
        [number for place, number in enumerate(group) if place not in other],
        [number for place, number in enumerate(group) if place in other],
    ):
        if some:
            yield _part(texts, some, cut_words(_join(texts, some)))


def _join(texts: Sequence[str], group: list[int]) -> str:
    return "\n".join(texts[number][:REACH] for number in group)


def _part(texts: Sequence[str], group: list[int], cut: Cut) -> _Part:
    lengths = np.array([min(len(texts[number]), REACH) + 1 for number in group], dtype=np.int64)
    return np.array(group, dtype=np.uint32), cut, np.cumsum(lengths) - lengths


def _print_cut(cut: Cut, begins: Places) -> TextPrints:
    hashes = hash_words(cut.letters, cut.firsts, cut.sizes)
    first_words = np.searchsorted(cut.starts, begins)
    counts = np.diff(np.append(first_words, len(hashes)))
    owners = np.repeat(np.arange(len(begins), dtype=np.uint32), counts)
    grams = hash_grams(units_of(hashes, cut.unspaced, owners))
    runs = np.maximum(counts - (GRAM - 1), 0)
    if len(begins) > 1 and len(grams):
        # The runs that reach from one text into the next go.
        whole = np.repeat(np.tile(np.array([True, False]), len(counts)), _alternating(runs, counts))
        at = np.flatnonzero(whole[: len(grams)])
        grams = grams[at]
    else:
        at = np.arange(len(grams))
    chosen = _winnowed(grams, runs)
    kept = at[chosen]
    starts = cut.starts[kept]
    lengths = np.minimum(cut.ends[kept + GRAM - 1] - starts, (1 << LENGTH_BITS) - 1)
    owners = owners[kept]
    counted, wholes = _sums(counts, runs, hashes, grams)
    return TextPrints(
        hashes=grams[chosen],
        owners=owners,
        places=(((starts - begins[owners]) << LENGTH_BITS) | lengths).astype(np.uint32),
        words=counted,
        lengths=np.zeros(0, dtype=np.uint32),
        wholes=wholes,
    )


def _alternating(one: Places, whole: Places) -> Places:
    return np.stack((one, whole - one), axis=1).ravel()


def _winnowed(grams: Hashes, runs: Places) -> Places:
    """Winnow each text by the window for its length."""
    parts: list[Places] = []
    low = -1
    text_of = None
    for most, window in _WINDOWS:
        those = (runs > low) & (runs <= (most or runs.max(initial=0)))
        low = most or low
        if those.all():
            return winnow(grams, runs, window)
        if those.any():
            chosen = winnow(grams, runs, window)
            if text_of is None:
                text_of = np.repeat(np.arange(len(runs)), runs)
            parts.append(chosen[those[text_of[chosen]]])
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int64)


def _sums(counts: Places, runs: Places, hashes: Hashes, grams: Hashes) -> tuple[Numbers, Hashes]:
    """The number of words of each text, and the sum of the hashes of its words and runs."""
    wholes = np.zeros(len(counts), dtype=np.uint64)
    for sizes, values in ((counts, hashes), (runs, grams)):
        some = np.flatnonzero(sizes)
        if len(some):
            wholes[some] += np.add.reduceat(values, (np.cumsum(sizes) - sizes)[some])
    return counts.astype(np.uint32), wholes
