"""A passage that two reports share, with all that is ever asked about it, in numbers.

Texts are looked at when two reports are compared, and never again: what a passage means for a case
follows from these numbers, so comparing can be remembered and a report be added at little cost.
"""

from __future__ import annotations

from typing import NamedTuple

from reportedly.model.lineage import Passage
from reportedly.model.span import Span
from reportedly.trace.fitting import Fits


class Side(NamedTuple):
    """A passage in one of its two texts.

    Attributes:
        start: First code point.
        end: One past the last.
        first: First word.
        last: One past the last word.
        own: Words outside quotation marks.
        telling: Those of them that are neither common nor names nor formulae of press conferences.
    """

    start: int
    end: int
    first: int
    last: int
    own: int
    telling: int


class Match(NamedTuple):
    """A passage that a child shares with a parent.

    Attributes:
        child: Where it stands in the child.
        parent: Where it stands in the parent.
        words: Words that both sides have, and words of the longer side.
        runs: Runs of three words that both have, and those of the longer side.
        hints: What both sides have, as 32-bit hashes, if it may be a formula that many reports
            have; empty where it can be none (`reportedly.trace.formulas`).
        fits: How well it fits the rest of the child and of the parent (`reportedly.trace.fitting`).
    """

    child: Side
    parent: Side
    words: tuple[int, int]
    runs: tuple[int, int]
    hints: tuple[int, ...] = ()
    fits: Fits = Fits()

    def turned(self) -> Match:
        """The same with the roles exchanged."""
        return Match(self.parent, self.child, self.words, self.runs, self.hints, self.fits.turned())

    def passage(self, parent: str, child: str) -> Passage:
        """The passage, read off the texts of both."""
        return Passage(
            child=Span.of(child, self.child.start, self.child.end),
            parent=Span.of(parent, self.parent.start, self.parent.end),
        )
