"""From a line of the ledger to the words that address it, so that a decision outlives the line's id."""

from __future__ import annotations

from reportedly.errors import UsageError
from reportedly.model.decision import Anchor, TargetKind
from reportedly.model.ledger import Ledger
from reportedly.model.span import Span
from reportedly.read import attribution_label
from reportedly.text.anchor import anchor
from reportedly.text.label import label


class Addresses:
    """Addresses rows of one ledger by their words."""

    def __init__(self, ledger: Ledger) -> None:
        self._reports = {row.id: row for row in ledger.reports}
        self._claims = {row.id: row for row in ledger.claims}
        self._attributions = {row.id: row for row in ledger.attributions}
        self._mentions = {row.id: row for row in ledger.mentions}
        self._entities = {row.id: row for row in ledger.entities}
        self._questions = {row.id: row for row in ledger.questions}

    def of(self, row: str) -> Anchor:
        """The anchor of one row.

        Raises:
            UsageError: Nothing can be decided about a row of this kind.
        """
        if row in self._reports:
            return Anchor(TargetKind.REPORT, row)
        if row in self._attributions:
            said = self._attributions[row]
            seen = attribution_label(said)
            return self.words(said.report, said.content[0], TargetKind.ATTRIBUTION, seen=seen)
        if row in self._claims:
            return self._claim(row, TargetKind.CLAIM)
        if row in self._mentions:
            mention = self._mentions[row]
            return self.words(mention.report, mention.span, TargetKind.MENTION)
        if row in self._entities:
            return self.of(self._entities[row].mentions[0])
        if row in self._questions:
            return self._claim(self._questions[row].claims[0], TargetKind.QUESTION)
        raise UsageError(
            f"nothing can be decided about {row}",
            remedy="decisions speak of reports, attributions, claims, names, entities and questions",
        )

    def words(
        self,
        report: str,
        span: Span,
        kind: TargetKind = TargetKind.WORDS,
        *,
        seen: str = "",
        measure: str = "",
        role: str = "",
    ) -> Anchor:
        """The anchor of a span of one report."""
        text = self._reports[report].text
        return anchor(text, span, kind=kind, report=report, seen=seen, measure=measure, role=role)

    def find(self, report: str, words: str) -> Span:
        """The one place in a report where ``words`` stand.

        Raises:
            UsageError: They stand nowhere, or in several places.
        """
        text = self._reports[report].text
        start = text.find(words)
        if start < 0:
            raise UsageError(
                f"the words {words!r} do not stand in this report",
                where=self._reports[report].name,
                remedy="copy them exactly as `reportedly show CASE report ID` prints them",
            )
        if text.find(words, start + 1) >= 0:
            raise UsageError(
                f"the words {words!r} stand in this report more than once",
                where=self._reports[report].name,
                remedy="give more of the words around them",
            )
        return Span.of(text, start, start + len(words))

    def _claim(self, row: str, kind: TargetKind) -> Anchor:
        claim = self._claims[row]
        return self.words(
            claim.report, claim.words, kind, seen=label(claim.value), measure=claim.measure
        )
