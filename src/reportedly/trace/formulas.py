"""Formulas: what reports share because everybody writes it, and not because one took it.

"A senior official, who asked not to be named, said ..." stands in reports that have nothing else in
common. So it is the whole case that tells: a short passage is a formula if most of it stands in many
families of reports, a family being the reports that share half of themselves. What one sentence of
an agency looks like when many ran it is told apart by its length, and by its names and numbers: in
a formula these differ from report to report.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt

from reportedly.model.lineage import Prints
from reportedly.trace.hashing import Places
from reportedly.trace.taken import MOST, Sharing

FEW = 4
"""Families in which something may stand and still tell all it can; beyond, the square less."""
HALF = 0.5
"""Share of what a passage tells below which it is a formula."""

Pair = tuple[str, str]
_Hints = npt.NDArray[np.uint32]


def without_formulas(
    pairs: Mapping[Pair, Sharing], prints: Mapping[str, Prints]
) -> dict[Pair, Sharing]:
    """The pairs with what they took or quote, less the formulas; pairs left with nothing are gone.

    Linear in the number of passages and in the length of all texts.
    """
    family = _families(pairs, prints)
    apart = {key: pair for key, pair in pairs.items() if family[key[0]] != family[key[1]]}
    doubted = [hint for pair in apart.values() for match in pair.matches for hint in match.hints]
    if not doubted or len(set(family.values())) <= FEW:
        return dict(pairs)
    looked_at = np.unique(np.array(doubted, dtype=np.uint32))
    spread = _spread(looked_at, family, prints)
    # Whole numbers, so that sums are equal on every machine.
    weights = np.where(spread <= FEW, _WHOLE, FEW * FEW * _WHOLE // np.maximum(spread**2, 1))
    weight = dict(zip(looked_at.tolist(), weights.tolist(), strict=True))
    kept = dict(pairs)
    for key, pair in apart.items():
        matches = tuple(match for match in pair.matches if _tells(match.hints, weight))
        if matches:
            kept[key] = pair.only(matches)
        else:
            del kept[key]
    return kept


_WHOLE = 10_000


def _tells(hints: tuple[int, ...], weight: Mapping[int, int]) -> bool:
    """Whether enough of a passage stands in few families."""
    return sum(weight[hint] for hint in hints) >= HALF * _WHOLE * len(hints)


def _families(pairs: Mapping[Pair, Sharing], reports: Iterable[str]) -> dict[str, int]:
    """A number for each report, the same for those that share half of themselves."""
    above = {report: report for report in sorted(reports)}

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


def _spread(looked_at: _Hints, family: Mapping[str, int], prints: Mapping[str, Prints]) -> Places:
    """How many families of reports have each of some hashes (ascending)."""
    found: list[Places] = []
    for report, item in prints.items():
        own = np.frombuffer(item.phrases, dtype="<u4")
        at = np.searchsorted(looked_at, own)
        at = at[looked_at[np.minimum(at, len(looked_at) - 1)] == own]
        found.append(at.astype(np.int64) * len(family) + family[report])
    both = np.unique(np.concatenate(found))
    return np.bincount(both // len(family), minlength=len(looked_at)).astype(np.int64)
