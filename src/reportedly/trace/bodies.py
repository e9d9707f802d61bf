"""The words of one report with what each of them is, worked out once a text."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reportedly.model.span import Span
from reportedly.text.quotes import quotations
from reportedly.trace.common_words import COMMON_WORDS, PRESS_WORDS
from reportedly.trace.hashing import Hashes, Places, hash_set, mix
from reportedly.trace.remembering import remembering
from reportedly.trace.words import Words, words_of

_COMMON = hash_set(sorted(COMMON_WORDS))
_FORMULA = hash_set(sorted(COMMON_WORDS | PRESS_WORDS))
_PAIR_REACH = 6
"""Words within which the second of a pair of telling words must follow."""

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """The words of one report with what each of them is.

    Attributes:
        words: The words.
        paragraphs: The number of the paragraph each stands in.
        grams: Hash of every run of three words.
        order: The places of these runs in the order of their hashes.
        ranked: Their hashes in that order.
        repeats: How often the text has each run.
        pairs: Hashes of neighbouring telling words' stems, in either order.
        firsts: The first word of each pair.
        quoted: Words within quotation marks.
        common: Words too common to tell anything.
        formula: Those, and those of the formulae of press conferences.
        plain: Words that are neither common nor names.
        telling: Words that are neither, nor of the formulae of press conferences.
        particular: Names, and numbers in digits.
        unspaced: Whether most of it is in a script without spaces.
    """

    words: Words
    paragraphs: Places
    grams: Hashes
    order: Places
    ranked: Hashes
    repeats: Places
    pairs: Hashes
    firsts: Places
    quoted: Mask
    common: Mask
    formula: Mask
    plain: Mask
    telling: Mask
    particular: Mask
    unspaced: bool

    def pairs_in(self, first: int, last: int) -> Hashes:
        """The pairs that begin among these words."""
        low, high = np.searchsorted(self.firsts, (first, last))
        return self.pairs[low:high]


@remembering
def body_of(text: str) -> Body:
    """The words of a text, with what each of them is."""
    words = words_of(text)
    quoted = np.zeros(len(words), dtype=np.bool_)
    for quotation in quotations(text):
        low, high = np.searchsorted(words.starts, (quotation.outer.start, quotation.outer.end))
        quoted[low:high] = True
    common, formula = np.isin(words.hashes, _COMMON), np.isin(words.hashes, _FORMULA)
    digits = np.array([text[at].isdigit() for at in words.starts.tolist()], dtype=np.bool_)
    pairs, firsts = _telling_pairs(words, common)
    grams = words.grams()
    order = np.argsort(grams, kind="stable")
    ranked = grams[order]
    return Body(
        words=words,
        paragraphs=words.paragraphs(),
        grams=grams,
        order=order.astype(np.int64),
        ranked=ranked,
        repeats=_repeats(order, ranked),
        pairs=pairs,
        firsts=firsts,
        quoted=quoted,
        common=common,
        formula=formula,
        plain=~common & ~words.named,
        telling=~formula & ~words.named,
        particular=(words.named & ~formula) | digits,
        unspaced=bool(len(words)) and bool(words.unspaced.mean() > 0.5),
    )


def _repeats(order: npt.NDArray[np.intp], ranked: Hashes) -> Places:
    """How often a text has each of its runs."""
    low, high = np.searchsorted(ranked, ranked, "left"), np.searchsorted(ranked, ranked, "right")
    repeats = np.zeros(len(ranked), dtype=np.int64)
    repeats[order] = high - low
    return repeats


def _telling_pairs(words: Words, common: Mask) -> tuple[Hashes, Places]:
    """Hashes of neighbouring telling words' stems, in either order, and the first word of each."""
    places = np.flatnonzero(~common & ~words.named & ~words.unspaced)
    stems = words.stems[places]
    low, high = np.minimum(stems[:-1], stems[1:]), np.maximum(stems[:-1], stems[1:])
    near = np.diff(places) <= _PAIR_REACH
    return mix(low + mix(high))[near], places[:-1][near]


_AROUND = 200
"""Code points on either side of a credit, at most, in which what is credited stands."""


def words_in_common(text: str, span: Span, other: str) -> int:
    """How many telling words and names around ``span``, in its paragraph, another text has too."""
    low = max(text.rfind("\n\n", 0, span.start) + 2, span.start - _AROUND, 0)
    end = text.find("\n\n", span.end)
    high = min(end if end >= 0 else len(text), span.end + _AROUND)
    body = body_of(text)
    first, last = np.searchsorted(body.words.starts, (low, high))
    stems = body.words.stems[first:last][~body.formula[first:last]]
    return int(np.isin(np.unique(stems), body_of(other).words.stems).sum())
