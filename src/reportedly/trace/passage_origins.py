"""The origin of one claim: of the passage it stands in and of the outlets its chain runs through.

A report may be of one origin as a whole and still hold a paragraph from another, or a claim "as the
Herald reports". A claim goes back, first, to the innermost outlet its chain names; else to the
report that first had its words, found by following shared passages; else to its report's origin.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.model.lineage import Derivation, DerivationKind, Direction, Origin, Passage
from reportedly.model.span import Span
from reportedly.model.statement import Holder
from reportedly.trace.descent import ABSENT
from reportedly.trace.first_told import FirstTold, Shared, first_told
from reportedly.trace.origins import origin_id
from reportedly.trace.outlets import is_part, outlet_key
from reportedly.trace.taken import lopsided

_AFTER = 3
"""Code points between the end of a claim and the words that credit an outlet for it."""


@dataclass(frozen=True, slots=True)
class OriginIndex:
    """Answers which origin a claim goes back to; built once for all claims of a case.

    Attributes:
        of_report: Origin id of each report as a whole.
        outlets: For each report: the origin id of each outlet it credits, by the outlet's key.
        credits: For each report: the words that credit an outlet, with the origin id.
        told: The origin of the words that reports share.
    """

    of_report: dict[str, str]
    outlets: dict[str, dict[str, str]]
    credits: dict[str, tuple[tuple[Span, str], ...]]
    told: FirstTold

    def of(self, report: str, span: Span, chain: Sequence[Holder] = ()) -> str:
        """Origin id of the words at ``span`` of a report, held through ``chain`` (outermost first).

        Raises:
            KeyError: The report is in no origin: it was not read.
        """
        for holder in reversed(chain):
            if holder.span is not None:
                credited = self._credited(report, holder.name) or self._credited(
                    report, holder.span.text
                )
                if credited is not None:
                    return credited
        for words, origin in self.credits.get(report, ()):
            # "..., reports the Express." ends the sentence that rests on it.
            if words.start <= span.end + _AFTER and span.start <= words.end:
                return origin
        return self.told.at(report, span) or self.of_report[report]

    def _credited(self, report: str, name: str) -> str | None:
        """Origin of the outlet that a name means among those the report credits."""
        known = self.outlets.get(report, {})
        key = outlet_key(name)
        if key in known:
            return known[key]
        # "the Herald" after "the Ordane Herald"; where two fit, neither is meant.
        meant = {origin for full, origin in known.items() if key and is_part(key, full)}
        return meant.pop() if len(meant) == 1 else None


def index_origins(derivations: Iterable[Derivation], origins: Sequence[Origin]) -> OriginIndex:
    """Prepare the answers for all claims of a case."""
    of_report = {report: origin.id for origin in origins for report in origin.reports}
    outlets: dict[str, dict[str, str]] = {}
    shared: list[Shared] = []
    credited: dict[str, list[tuple[Span, str]]] = {}
    for row in sorted(derivations, key=lambda item: item.id):
        if row.evidence and row.evidence[0].rule == "credit":
            whole = of_report.get(row.parent) or origin_id(ABSENT + outlet_key(row.parent_name))
            outlets.setdefault(row.child, {})[outlet_key(row.parent_name)] = whole
            if row.evidence[0].span is not None:
                credited.setdefault(row.child, []).append((row.evidence[0].span, whole))
        if (
            row.kind is DerivationKind.QUOTATION and row.direction is not Direction.FROM_A
        ) or not of_report.keys() >= {row.parent, row.child}:
            continue
        taken = row.direction is Direction.FROM_A
        shared.extend(
            Shared(row.child, row.parent, passage, taken)
            for passage in row.passages
            if not _summed_up(passage)
        )
    rank = {origin.id: place for place, origin in enumerate(origins)}
    return OriginIndex(
        of_report=of_report,
        outlets=outlets,
        credits={report: tuple(sorted(items)) for report, items in credited.items()},
        told=first_told(shared, of_report, rank),
    )


def _summed_up(passage: Passage) -> bool:
    """Whether one side sums the other up, so that no piece of it stands for a piece there."""
    child, parent = len(passage.child.text), len(passage.parent.text)
    return lopsided(child, parent) or lopsided(parent, child)


def origin_of(
    report: str,
    span: Span,
    derivations: Iterable[Derivation],
    origins: Sequence[Origin],
    chain: Sequence[Holder] = (),
) -> str:
    """Origin id of one claim; for many claims build `index_origins` once."""
    return index_origins(derivations, origins).of(report, span, chain)
