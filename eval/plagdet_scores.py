"""How well passages found in two texts match those that are known: plagdet and its parts.

After Potthast, Stein, Barrón-Cedeño, Rosso: "An evaluation framework for plagiarism detection",
COLING 2010. A passage is a stretch of the later text with one of the earlier; its characters are
those of both. Every known passage counts alike, however long (the macro average), and so does every
found one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import log2
from typing import NamedTuple


class Aligned(NamedTuple):
    """A passage in the text that took it and in the text it is from, in code points."""

    start: int
    end: int
    from_start: int
    from_end: int

    @property
    def size(self) -> int:
        """Characters of both sides."""
        return self.end - self.start + self.from_end - self.from_start

    def meets(self, other: Aligned) -> bool:
        """Whether they share characters on both sides."""
        return (
            self.start < other.end
            and other.start < self.end
            and self.from_start < other.from_end
            and other.from_start < self.from_end
        )


class Judged(NamedTuple):
    """What is known of one pair of texts, and what was found in it."""

    kind: str
    known: tuple[Aligned, ...]
    found: tuple[Aligned, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """The four figures of text alignment, 0 to 1 but for granularity, which is 1 at best.

    Attributes:
        precision: Share of the characters of a found passage that are known to be reused.
        recall: Share of the characters of a known passage that were found.
        granularity: Into how many found passages a known one fell that was found at all.
    """

    precision: float
    recall: float
    granularity: float

    @property
    def plagdet(self) -> float:
        """The harmonic mean of precision and recall, lowered by the granularity."""
        both = self.precision + self.recall
        mean = 2 * self.precision * self.recall / both if both else 0.0
        return mean / log2(1 + self.granularity)


def score(pairs: Iterable[Judged]) -> Score:
    """The figures over all passages of some pairs."""
    held: list[float] = []
    right: list[float] = []
    into: list[float] = []
    for pair in pairs:
        held.extend(_covered(case, pair.found) for case in pair.known)
        right.extend(_covered(found, pair.known) for found in pair.found)
        counts = (sum(case.meets(found) for found in pair.found) for case in pair.known)
        into.extend(count for count in counts if count)
    return Score(
        precision=_mean(right, nothing=0.0 if held else 1.0),
        recall=_mean(held, nothing=0.0 if right else 1.0),
        granularity=_mean(into, nothing=1.0),
    )


def false_alarms(pairs: Iterable[Judged]) -> float:
    """Of a thousand pairs that share nothing, how many were said to share a passage."""
    alarms = [float(bool(pair.found)) for pair in pairs if not pair.known]
    return 1000 * _mean(alarms, nothing=0.0)


def _covered(one: Aligned, others: Iterable[Aligned]) -> float:
    """Share of the characters of a passage that lie in those of the others that meet it."""
    meeting = [other for other in others if other.meets(one)]
    here = _union(meeting, lambda m: (max(m.start, one.start), min(m.end, one.end)))
    there = _union(
        meeting, lambda m: (max(m.from_start, one.from_start), min(m.from_end, one.from_end))
    )
    return (here + there) / one.size if one.size else 0.0


def _union(rows: Sequence[Aligned], of: Callable[[Aligned], tuple[int, int]]) -> int:
    """How many characters some stretches cover, none counted twice."""
    total = reached = 0
    for start, end in sorted(of(row) for row in rows):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total


def _mean(values: Sequence[float], *, nothing: float) -> float:
    return sum(values) / len(values) if values else nothing
