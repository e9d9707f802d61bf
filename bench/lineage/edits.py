"""What outlets do to a text they take: the seven kinds of copies of the generated corpus.

Each takes the numbers of words of the parent and gives those of the child; `scan` works on letters.
The proportions of words touched are those of the notes behind the issue; the edits are ours.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from lineage.base_texts import BaseTexts, Ids

Chance = np.random.Generator
Edit = Callable[[Ids, Chance, BaseTexts], Ids]

_LOOKALIKES = {
    "l": "1", "1": "l", "o": "0", "0": "O", "e": "c", "c": "e", "i": "l", "s": "5", "B": "8",
    "h": "b", "n": "u", "u": "n", "t": "f", "a": "o", "g": "q", "S": "5", "I": "l", "r": "n",
}  # fmt: skip
_SEEN_AS = np.arange(256, dtype=np.uint8)
for _letter, _seen in _LOOKALIKES.items():
    _SEEN_AS[ord(_letter)] = ord(_seen)


def verbatim(parent: Ids, chance: Chance, base: BaseTexts) -> Ids:
    """Every word (a byline of the copier's own comes on top, as on any report)."""
    return parent


def trimmed(parent: Ids, chance: Chance, base: BaseTexts) -> Ids:
    """Cut from the bottom: 30 to 80 % stay, up to the end of a sentence."""
    ends = np.flatnonzero(base.ends[parent]) + 1
    wanted = max(25, int(len(parent) * chance.uniform(0.3, 0.8)))
    fitting = ends[ends >= wanted]
    return parent[: int(fitting[0]) if len(fitting) else len(parent)]


def light(parent: Ids, chance: Chance, base: BaseTexts) -> Ids:
    """A sub-editor's hand: 2 to 8 % of the words."""
    return _reword(parent, chance.uniform(0.02, 0.08), chance, base)


def moderate(parent: Ids, chance: Chance, base: BaseTexts) -> Ids:
    """5 to 15 % of the words, sentences moved and left out, one to three of its own."""
    sentences = _sentences(_reword(parent, chance.uniform(0.05, 0.15), chance, base), base)
    if len(sentences) > 4:
        del sentences[int(chance.integers(1, len(sentences)))]
    for place in range(1, len(sentences) - 1):
        if chance.random() < 0.2:
            sentences[place], sentences[place + 1] = sentences[place + 1], sentences[place]
    for _ in range(int(chance.integers(1, 4))):
        own = sentences_from(base, 1, chance)
        sentences.insert(int(chance.integers(0, len(sentences) + 1)), own)
    return np.concatenate(sentences)


def heavy(parent: Ids, chance: Chance, base: BaseTexts) -> Ids:
    """A rewrite: 25 to 40 % of the words."""
    return _reword(parent, chance.uniform(0.25, 0.40), chance, base)


def embedded(parent: Ids, chance: Chance, base: BaseTexts) -> Ids:
    """A quarter to a half of the parent, whole sentences where it can, within a longer piece."""
    share = int(len(parent) * chance.uniform(0.25, 0.5))
    starts = np.concatenate(([0], np.flatnonzero(base.ends[parent])[:-1] + 1))
    fitting = starts[starts <= len(parent) - share]
    start = int(chance.choice(fitting))
    own = sentences_from(base, int(len(parent) * chance.uniform(1.0, 2.0)), chance)
    place = int(chance.integers(0, len(own)))
    return np.concatenate((own[:place], parent[start : start + share], own[place:]))


def scan(text: str, chance: Chance) -> str:
    """1 to 5 % of the letters misread, lost or torn apart, as by a scanner."""
    letters = np.frombuffer(text.encode("latin-1", "replace"), dtype=np.uint8).copy()
    rate = chance.uniform(0.01, 0.05)
    rolled = chance.random(len(letters))
    misread = rolled < rate * 0.7
    letters[misread] = _SEEN_AS[letters[misread]]
    torn = (rolled >= rate * 0.7) & (rolled < rate * 0.85)
    letters[torn] = ord(" ")
    lost = (rolled >= rate * 0.85) & (rolled < rate) & (letters != ord("\n"))
    return str(letters[~lost].tobytes(), "latin-1")


EDITS: dict[str, tuple[float, Edit]] = {
    "verbatim": (0.22, verbatim),
    "trimmed": (0.18, trimmed),
    "light": (0.20, light),
    "moderate": (0.16, moderate),
    "heavy": (0.10, heavy),
    "scanned": (0.06, verbatim),
    "embedded": (0.08, embedded),
}
"""How many copies are of each kind, and what makes them."""


def sentences_from(base: BaseTexts, words: int, chance: Chance) -> Ids:
    """About ``words`` words of sentences from anywhere, their telling words exchanged.

    Each text has its own exchange, so that two texts that draw the same sentence share its frame of
    common words and nothing else: an original of its own, with the words of the language.
    """
    drawn = chance.integers(0, len(base.sentences) - 1, size=max(1, words // _MEAN))
    ids = np.concatenate(
        [
            base.stream[first : min(last, first + _LONGEST)]
            for first, last in zip(
                base.sentences[drawn].tolist(), base.sentences[drawn + 1].tolist(), strict=True
            )
        ]
    )
    other = base.stream[chance.integers(0, len(base.stream), size=len(ids))]
    exchanged = np.where(base.common[ids] & (chance.random(len(ids)) < 0.8), ids, other)
    # Where sentences end stays, so that trimming and moving have something to hold on to.
    return np.where(base.ends[ids] == base.ends[exchanged], exchanged, ids).astype(np.int32)


_MEAN, _LONGEST = 22, 60
"""Words of a sentence on the average, and at most."""


def _reword(ids: Ids, rate: float, chance: Chance, base: BaseTexts) -> Ids:
    """Of the words touched a half are replaced, a quarter left out, a quarter put in."""
    rolled = chance.random(len(ids))
    other = base.stream[chance.integers(0, len(base.stream), size=len(ids))]
    replaced = np.where(rolled < rate * 0.5, other, ids)
    times = np.ones(len(ids), dtype=np.int64)
    times[(rolled >= rate * 0.5) & (rolled < rate * 0.75)] = 0
    put_in = (rolled >= rate * 0.75) & (rolled < rate)
    times[put_in] = 2
    edited = np.repeat(replaced, times)
    seconds = np.cumsum(times)[put_in] - 1
    edited[seconds] = other[put_in]
    return edited.astype(np.int32)


def _sentences(ids: Ids, base: BaseTexts) -> list[Ids]:
    cuts: npt.NDArray[np.intp] = np.flatnonzero(base.ends[ids][:-1]) + 1
    return list(np.split(ids, cuts))
