"""How much of a report a set of shared passages covers, and how much of it is quoted speech."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from reportedly.model.lineage import Passage
from reportedly.model.span import Span
from reportedly.text.quotes import quotations
from reportedly.trace.common_words import COMMON_WORDS, PRESS_WORDS
from reportedly.trace.hashing import hash_set
from reportedly.trace.words import Words, words_of

_FORMULA = hash_set(sorted(COMMON_WORDS | PRESS_WORDS))
_Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """The words of one report with what each of them is.

    Attributes:
        words: The words.
        quoted: Those within quotation marks.
        telling: Those that are neither common, nor names, nor the formulae of press conferences.
    """

    words: Words
    quoted: _Mask
    telling: _Mask

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


@lru_cache(maxsize=64)
def body_of(text: str) -> Body:
    """The words of a text, with the quoted and the telling ones marked."""
    words = words_of(text)
    quoted = np.zeros(len(words), dtype=np.bool_)
    for quotation in quotations(text):
        low, high = np.searchsorted(words.starts, (quotation.outer.start, quotation.outer.end))
        quoted[low:high] = True
    telling = ~np.isin(words.hashes, _FORMULA) & ~words.named
    return Body(words, quoted, telling)


def share(body: Body, spans: Iterable[Span]) -> float:
    """Share of a report's words that stand in the spans, to four places."""
    total = len(body.words)
    return round(float(body.covered(spans).sum()) / total, 4) if total else 0.0


def likeness(parent: Body, child: Body, passages: Iterable[Passage]) -> float:
    """Share of the passages' words, order aside, that both sides have: 1.0 if verbatim."""
    common = longer = 0
    for passage in passages:
        low, high = parent.range_of(passage.parent)
        one = Counter(parent.words.hashes[low:high].tolist())
        low, high = child.range_of(passage.child)
        two = Counter(child.words.hashes[low:high].tolist())
        common += (one & two).total()
        longer += max(one.total(), two.total())
    return common / longer if longer else 0.0
