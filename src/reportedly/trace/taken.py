"""What two reports share, sorted into what one took and what both merely quote, and its kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reportedly.model.lineage import DerivationKind, Passage, Prints
from reportedly.model.report import Report
from reportedly.trace.coverage import Range, joined, length
from reportedly.trace.matches import Match

OWN_WORDS, OWN_TELLING = 8, 3
"""Words outside quotation marks, and telling ones among them, that make a passage the writer's."""
MOST = 0.5
"""Share of a report from which it goes back to the other as a whole."""
WHOLE = 0.85
"""Share of a text that counts as all of it: a byline and a dateline may differ."""
SAME = 0.97
"""Share of words in common from which passages are verbatim."""
REWRITTEN = 0.25
"""Share of three-word runs in common below which a passage was rewritten rather than edited: a text
with a fifth of its words changed keeps about half of them."""

SUMMED_UP = 2.5
"""Times as long as the other side from which one side of a passage was summed up by it."""


def lopsided(long: int, short: int) -> bool:
    """Whether one side of a passage is too long to stand word for word for the other."""
    return long > SUMMED_UP * short


@dataclass(frozen=True, slots=True)
class Known:
    """A report with the numbers of its text."""

    report: Report
    prints: Prints


@dataclass(frozen=True, slots=True)
class Sharing:
    """Two reports and what they share, one taken for the parent, one for the child."""

    parent: Known
    child: Known
    matches: tuple[Match, ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages, in the order of the child."""
        parent, child = self.parent.report.text, self.child.report.text
        return tuple(match.passage(parent, child) for match in self.matches)

    def turned(self) -> Sharing:
        """The same with the roles exchanged."""
        turned = sorted(
            (match.turned() for match in self.matches), key=lambda m: (m.child, m.parent)
        )
        return Sharing(self.child, self.parent, tuple(turned))

    def with_parent(self, report: str) -> Sharing:
        """The same with this report as the parent."""
        return self if self.parent.report.id == report else self.turned()

    def only(self, matches: tuple[Match, ...]) -> Sharing:
        """The same with these passages alone."""
        return replace(self, matches=matches)

    def in_child(self) -> list[Range]:
        """The child's words inside the passages."""
        return joined((match.child.first, match.child.last) for match in self.matches)

    def in_parent(self) -> list[Range]:
        """The parent's words inside the passages."""
        return joined((match.parent.first, match.parent.last) for match in self.matches)

    def share_child(self) -> float:
        """Share of the child's words inside the passages, to four places."""
        return _share(_taken(self.in_child(), self.in_parent()), self.child)

    def share_parent(self) -> float:
        """Share of the parent's words inside the passages, to four places."""
        return _share(_taken(self.in_parent(), self.in_child()), self.parent)

    def kind(self) -> DerivationKind:
        """How the child's words relate to the parent's, seen from the child."""
        of_child = self.share_child()
        if _alike(match.runs for match in self.matches) < REWRITTEN:
            return DerivationKind.REWRITTEN
        if of_child < MOST:
            return DerivationKind.EMBEDDED
        if _alike(match.words for match in self.matches) < SAME or of_child < WHOLE:
            return DerivationKind.EDITED
        return DerivationKind.VERBATIM if self.share_parent() >= WHOLE else DerivationKind.TRIMMED

    def parted(self) -> tuple[Sharing, Sharing]:
        """What was taken, and what both only quote.

        Quotations count as taken where most of what the child says in its own words was: whoever
        copies a report copies its quotations too.
        """
        own = tuple(match for match in self.matches if _is_own(match))
        if own and sum(m.child.own for m in own) >= MOST * self.child.prints.unquoted:
            own = self.matches
        return self.only(own), self.only(tuple(m for m in self.matches if m not in own))


def _taken(here: list[Range], there: list[Range]) -> int:
    """Words in the passages; of a text that was summed up, as many as the summary has."""
    words, others = length(here), length(there)
    return others if lopsided(words, others) else words


def _share(words: int, known: Known) -> float:
    return round(words / known.prints.words, 4) if known.prints.words else 0.0


def _alike(parts: Iterable[tuple[int, int]]) -> float:
    """How alike the two sides are: what they have in common of the longer, over all passages."""
    common = larger = 0
    for shared, of in parts:
        common, larger = common + shared, larger + of
    return common / larger if larger else 1.0


def _is_own(match: Match) -> bool:
    """Whether it is more, on both sides, than quoted speech with the formula around it."""
    return all(
        side.own >= OWN_WORDS and side.telling >= OWN_TELLING
        for side in (match.child, match.parent)
    )
