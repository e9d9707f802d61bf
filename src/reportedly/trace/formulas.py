"""Formulas: what reports share because everybody writes it, and not because one took it.

"A senior official, who asked not to be named, said ..." stands in reports that have nothing else in
common. So it is the whole case that tells: a short passage is a formula if most of it stands in many
families of reports, a family being the reports that share half of themselves. What one sentence of
an agency looks like when many ran it is told apart by its length, and by its names and numbers: in
a formula these differ from report to report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reportedly.model.lineage import Passage
from reportedly.model.report import Report
from reportedly.model.span import Span
from reportedly.trace.fingerprint import telling_pairs
from reportedly.trace.hashing import GRAM, Hashes, Places
from reportedly.trace.shares import Body
from reportedly.trace.taken import MOST, Sharing
from reportedly.trace.words import remembering, words_of

FEW = 4
"""Families in which something may stand and still tell all it can; beyond, the square less."""
HALF = 0.5
"""Share of what a passage tells below which it is doubted."""
LONG = 20
"""Words in a row that are no formula, however many have them."""
SENTENCE = 15
"""Words that two reports do not share by chance if names and numbers in them agree."""
SPECIFIC = 2
"""Names and numbers that must agree."""

Pair = tuple[str, str]


def without_formulas(
    pairs: Mapping[Pair, Sharing], reports: Mapping[str, Report]
) -> dict[Pair, Sharing]:
    """The pairs with what they took or quote, less the formulas; pairs left with nothing are gone.

    Linear in the number of passages and in the length of all texts.
    """
    family = _families(pairs, reports)
    doubted = {
        key: found
        for key, pair in pairs.items()
        if family[key[0]] != family[key[1]] and (found := tuple(_doubted(pair)))
    }
    if not doubted or len(set(family.values())) <= FEW:
        return dict(pairs)
    looked_at = np.unique(np.concatenate([d.shared for found in doubted.values() for d in found]))
    spread = _spread(looked_at, family, reports)
    kept: dict[Pair, Sharing] = {}
    for key, pair in pairs.items():
        formulas = {
            item.passage
            for item in doubted.get(key, ())
            if _tells(spread[np.searchsorted(looked_at, item.shared)]) < HALF
        }
        passages = tuple(passage for passage in pair.passages if passage not in formulas)
        if passages:
            kept[key] = Sharing(pair.parent, pair.child, passages)
    return kept


def _families(pairs: Mapping[Pair, Sharing], reports: Iterable[str]) -> dict[str, int]:
    """A number for each report, the same for those that share half of themselves."""
    above = {report: report for report in reports}

    def chief(report: str) -> str:
        while above[report] != report:
            above[report] = above[above[report]]
            report = above[report]
        return report

    for (a, b), pair in pairs.items():
        if pair.share_child() >= MOST or pair.share_parent() >= MOST:
            one, other = sorted((chief(a), chief(b)))
            above[other] = one
    number = {report: place for place, report in enumerate(above)}
    return {report: number[chief(report)] for report in above}


@dataclass(frozen=True, slots=True, eq=False)
class _Doubted:
    """A passage that may be a formula, with the hashes of what both sides have."""

    passage: Passage
    shared: Hashes


def _doubted(pair: Sharing) -> Iterator[_Doubted]:
    """The passages that are formulas if enough other reports have them."""
    here, there = _hints(pair.child.text), _hints(pair.parent.text)
    for passage in pair.passages:
        low, high = pair.child_body.range_of(passage.child)
        left, right = pair.parent_body.range_of(passage.parent)
        grams = here.grams[low : high - GRAM + 1]
        both = np.isin(grams, there.grams[left : right - GRAM + 1])
        if _longest(both) >= LONG or _agrees(pair, passage):
            continue
        pairs = np.intersect1d(here.pairs_in(low, high), there.pairs_in(left, right))
        yield _Doubted(passage, np.concatenate((grams[both], pairs)))


def _longest(both: npt.NDArray[np.bool_]) -> int:
    """Words in a row, by which of their runs of three are shared."""
    ends = np.flatnonzero(~np.concatenate((both, [False])))
    most = int(np.diff(np.concatenate(([-1], ends))).max()) - 1
    return most + GRAM - 1 if most else 0


def _agrees(pair: Sharing, passage: Passage) -> bool:
    """Whether its names and numbers speak for a copy, or it is one quotation."""
    here = _particulars(pair.child_body, pair.child.text, passage.child)
    there = _particulars(pair.parent_body, pair.parent.text, passage.parent)
    if here - there and there - here:
        return False
    low, high = pair.child_body.range_of(passage.child)
    if pair.child_body.quoted[low:high].mean() >= HALF:
        return True
    return high - low >= SENTENCE and len(here & there) >= SPECIFIC


def _particulars(body: Body, text: str, span: Span) -> Counter[int]:
    """Names and numbers of a passage, but for its first word: any sentence gives it a capital."""
    low, high = body.range_of(span)
    words = body.words
    return Counter(
        int(words.hashes[place])
        for place in range(low + 1, high)
        if (words.named[place] and not body.formula[place]) or text[words.starts[place]].isdigit()
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Hints:
    """What of a text can be looked for in others: runs of three words, pairs of telling words."""

    grams: Hashes
    pairs: Hashes
    firsts: Places

    def pairs_in(self, low: int, high: int) -> Hashes:
        """The pairs that begin among these words."""
        first, last = np.searchsorted(self.firsts, (low, high))
        return self.pairs[first:last]


@remembering
def _hints(text: str) -> _Hints:
    words = words_of(text)
    pairs, firsts = telling_pairs(words)
    return _Hints(words.grams(), pairs, firsts)


def _spread(looked_at: Hashes, family: Mapping[str, int], reports: Mapping[str, Report]) -> Places:
    """How many families of reports have each of some hashes (ascending)."""
    found: list[Places] = []
    for name, report in reports.items():
        hints = _hints(report.text)
        own = np.unique(np.concatenate((hints.grams, hints.pairs)))
        at = np.searchsorted(looked_at, own)
        at = at[looked_at[np.minimum(at, len(looked_at) - 1)] == own]
        found.append(at.astype(np.int64) * len(reports) + family[name])
    both = np.unique(np.concatenate(found))
    return np.bincount(both // len(reports), minlength=len(looked_at))


def _tells(spread: Places) -> float:
    """How much of a passage few families have: 1 if all of it, towards 0 if many have it."""
    if not len(spread):
        return 1.0
    return float((np.minimum(1.0, FEW / spread) ** 2).mean())
