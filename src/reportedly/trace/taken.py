"""What two reports share, sorted into what one took and what both merely quote, and its kind."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.lineage import DerivationKind, Passage
from reportedly.model.report import Report
from reportedly.trace.shares import Body, body_of, likeness, share

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


@dataclass(frozen=True, slots=True)
class Sharing:
    """Two reports and the passages they share, one taken for the parent, one for the child."""

    parent: Report
    child: Report
    passages: tuple[Passage, ...]

    @property
    def parent_body(self) -> Body:
        """The parent's words."""
        return body_of(self.parent.text)

    @property
    def child_body(self) -> Body:
        """The child's words."""
        return body_of(self.child.text)

    def turned(self) -> Sharing:
        """The same with the roles exchanged."""
        passages = (Passage(child=p.parent, parent=p.child) for p in self.passages)
        ordered = tuple(sorted(passages, key=lambda p: (p.child, p.parent)))
        return Sharing(self.child, self.parent, ordered)

    def with_parent(self, report: str) -> Sharing:
        """The same with this report as the parent."""
        return self if self.parent.id == report else self.turned()

    def share_child(self) -> float:
        """Share of the child's words inside the passages."""
        return share(self.child_body, (p.child for p in self.passages))

    def share_parent(self) -> float:
        """Share of the parent's words inside the passages."""
        return share(self.parent_body, (p.parent for p in self.passages))

    def kind(self) -> DerivationKind:
        """How the child's words relate to the parent's, seen from the child."""
        words, runs = likeness(self.parent_body, self.child_body, self.passages)
        of_child = self.share_child()
        if runs < REWRITTEN:
            return DerivationKind.REWRITTEN
        if of_child < MOST:
            return DerivationKind.EMBEDDED
        if words < SAME or of_child < WHOLE:
            return DerivationKind.EDITED
        return DerivationKind.VERBATIM if self.share_parent() >= WHOLE else DerivationKind.TRIMMED

    def parted(self) -> tuple[Sharing, Sharing]:
        """What was taken, and what both only quote.

        Quotations count as taken where most of what the child says in its own words was: whoever
        copies a report copies its quotations too.
        """
        own = tuple(p for p in self.passages if self._is_own(p))
        if own and self._mostly(own):
            own = self.passages
        quoted = tuple(p for p in self.passages if p not in own)
        return Sharing(self.parent, self.child, own), Sharing(self.parent, self.child, quoted)

    def _is_own(self, passage: Passage) -> bool:
        """Whether it is more, on both sides, than quoted speech with the formula around it."""
        sides = (self.parent_body.own(passage.parent), self.child_body.own(passage.child))
        return all(words >= OWN_WORDS and telling >= OWN_TELLING for words, telling in sides)

    def _mostly(self, own: tuple[Passage, ...]) -> bool:
        unquoted = ~self.child_body.quoted
        taken = self.child_body.covered(p.child for p in own) & unquoted
        return bool(taken.sum() >= MOST * unquoted.sum())
