"""How much of a report a set of shared passages covers, and how much of it is quoted speech."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reportedly.model.lineage import Passage
from reportedly.model.span import Span
from reportedly.text.quotes import quotations
from reportedly.trace.common_words import COMMON_WORDS, PRESS_WORDS
from reportedly.trace.hashing import Hashes, hash_grams, hash_set
from reportedly.trace.words import Words, remembering, words_of

_FORMULA = hash_set(sorted(COMMON_WORDS | PRESS_WORDS))
_Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """The words of one report with what each of them is.

    Attributes:
        words: The words.
        quoted: Those within quotation marks.
        telling: Those that are neither common, nor names, nor the formulae of press conferences.
        formula: The common ones and those of the formulae.
    """

    words: Words
    quoted: _Mask
    telling: _Mask
    formula: _Mask

    def range_of(self, span: Span) -> tuple[int, int]:
        """First word that starts in the span, and one past the last."""
        low, high = np.searchsorted(self.words.starts, (span.start, span.end))
        return int(low), int(high)

    def covered(self, spans: Iterable[Span]) -> _Mask:
        """Which words stand in at least one of the spans."""
        mask = np.zeros(len(self.words), dtype=np.bool_)
        for span in spans:
            low, high = self.range_of(span)
            mask[low:high] = True
        return mask

    def own(self, span: Span) -> tuple[int, int]:
        """Words of the span outside quotation marks, and how many of those are telling."""
        low, high = self.range_of(span)
        plain = ~self.quoted[low:high]
        return int(plain.sum()), int((plain & self.telling[low:high]).sum())


@remembering
def body_of(text: str) -> Body:
    """The words of a text, with the quoted and the telling ones marked."""
    words = words_of(text)
    quoted = np.zeros(len(words), dtype=np.bool_)
    for quotation in quotations(text):
        low, high = np.searchsorted(words.starts, (quotation.outer.start, quotation.outer.end))
        quoted[low:high] = True
    formula = np.isin(words.hashes, _FORMULA)
    return Body(words, quoted, ~formula & ~words.named, formula)


def share(body: Body, spans: Iterable[Span]) -> float:
    """Share of a report's words that stand in the spans, to four places."""
    total = len(body.words)
    return round(float(body.covered(spans).sum()) / total, 4) if total else 0.0


def likeness(parent: Body, child: Body, passages: Iterable[Passage]) -> tuple[float, float]:
    """How alike the two sides of the passages are, 1.0 if verbatim.

    Returns:
        The share of words, order aside, and the share of three-word runs that both sides have.
    """
    words, runs = _Overlap(), _Overlap()
    for passage in passages:
        low, high = parent.range_of(passage.parent)
        one = parent.words.hashes[low:high]
        low, high = child.range_of(passage.child)
        two = child.words.hashes[low:high]
        words.add(one, two)
        runs.add(hash_grams(one), hash_grams(two))
    return words.share, runs.share


@dataclass(slots=True)
class _Overlap:
    """What two bags have in common, out of the larger."""

    common: int = 0
    larger: int = 0

    def add(self, one: Hashes, two: Hashes) -> None:
        """Count one more pair of bags."""
        left, right = Counter(one.tolist()), Counter(two.tolist())
        self.common += (left & right).total()
        self.larger += max(left.total(), right.total())

    @property
    def share(self) -> float:
        """Common part, 0 to 1."""
        return self.common / self.larger if self.larger else 1.0


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
