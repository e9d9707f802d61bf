"""What a model found in a text: marked stretches, how they belong together, how sure words are."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

ATTRIBUTION = "attribution"
NESTED = "nested"
NAMES = "names"


@dataclass(frozen=True, slots=True, order=True)
class Marked:
    """A stretch of a text that a head marks, in code points.

    Attributes:
        start: First code point.
        end: One past the last.
        kind: As the labels of the head name it.
        probability: How sure the model is of its words, 0 to 1: their geometric mean.
    """

    start: int
    end: int
    kind: str
    probability: float


@dataclass(frozen=True, slots=True)
class Link:
    """Where one stretch belongs, by the numbers of both in their head.

    Attributes:
        of: The stretch that seeks.
        to: The one it belongs to; ``None`` where it belongs to none.
        probability: Of this answer among all that the model could see, 0 to 1.
    """

    of: int
    to: int | None
    probability: float


@dataclass(frozen=True, slots=True)
class Found:
    """All that one model found in one text.

    Attributes:
        marked: The stretches of each head, in order.
        links: The candidates of each kind of link: for each seeking stretch in order, its answers,
            the best few, the best first. A stretch that sees no candidate has no row.
        words: Where each word begins.
        certainties: Of each word, -3 (it did not happen) to 3 (it did); empty where the model has
            no such head.
    """

    marked: dict[str, tuple[Marked, ...]]
    links: dict[str, tuple[Link, ...]]
    words: tuple[int, ...]
    certainties: tuple[float, ...]

    def of(self, head: str) -> tuple[Marked, ...]:
        """The stretches of a head; none where the model has no such head."""
        return self.marked.get(head, ())

    def certainty(self, start: int) -> float | None:
        """How certain the event is whose word stands at ``start``; ``None`` if nobody can say."""
        if not self.certainties:
            return None
        at = bisect_right(self.words, start) - 1
        return self.certainties[at] if at >= 0 else None
