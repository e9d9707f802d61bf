"""The origin of one claim: of the passage it stands in and of the outlets its chain runs through.

A report may be of one origin as a whole and still hold a paragraph from another, or a claim "as the
Herald reports". A claim goes back, first, to the innermost outlet its chain names; else to the
report that first had its words, found by following shared passages; else to its report's origin.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.model.lineage import Derivation, DerivationKind, Direction, Origin
from reportedly.model.span import Span
from reportedly.model.statement import Holder
from reportedly.trace.origins import ABSENT, origin_id
from reportedly.trace.outlets import is_part, outlet_key

_AFTER = 3
"""Code points between the end of a claim and the words that credit an outlet for it."""
_INSIDE = 0.5
"""Share of a claim's words that must lie in a passage for the claim to be of that passage."""


@dataclass(frozen=True, slots=True)
class _Way:
    """From a span of one report to the same words in another."""

    here: Span
    report: str
    there: Span
    upwards: bool
    downwards: bool


@dataclass(frozen=True, slots=True)
class OriginIndex:
    """Answers which origin a claim goes back to; built once for all claims of a case.

    Attributes:
        of_report: Origin id of each report as a whole.
        rank: Place of each origin id in the order of letters.
        outlets: For each report: the origin id of each outlet it credits, by the outlet's key.
        credits: For each report: the words that credit an outlet, with the origin id.
        ways: For each report: the passages it shares, in the order of its text.
    """

    of_report: dict[str, str]
    rank: dict[str, int]
    outlets: dict[str, dict[str, str]]
    credits: dict[str, tuple[tuple[Span, str], ...]]
    ways: dict[str, tuple[_Way, ...]]

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
        return min(self._sources(report, span), key=lambda item: self.rank[item])

    def _credited(self, report: str, name: str) -> str | None:
        """Origin of the outlet that a name means among those the report credits."""
        known = self.outlets.get(report, {})
        key = outlet_key(name)
        if key in known:
            return known[key]
        # "the Herald" after "the Ordane Herald"; where two fit, neither is meant.
        meant = {origin for full, origin in known.items() if key and is_part(key, full)}
        return meant.pop() if len(meant) == 1 else None

    def _sources(self, report: str, span: Span) -> set[str]:
        """Origins of the reports that first had these words, as far as is known."""
        reached = {report: span}
        took: set[str] = set()
        waiting = [report]
        while waiting:
            here = waiting.pop()
            for way in self.ways.get(here, ()):
                found = _carry(reached[here], way)
                if found is None:
                    continue
                if way.upwards:
                    took.add(here)
                if way.downwards:
                    took.add(way.report)
                if way.report not in reached:
                    reached[way.report] = found
                    waiting.append(way.report)
        sources = [item for item in reached if item not in took] or list(reached)
        return {self.of_report[item] for item in sources}


def index_origins(derivations: Iterable[Derivation], origins: Sequence[Origin]) -> OriginIndex:
    """Prepare the answers for all claims of a case."""
    of_report = {report: origin.id for origin in origins for report in origin.reports}
    outlets: dict[str, dict[str, str]] = {}
    ways: dict[str, list[_Way]] = {}
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
        sure = row.direction is Direction.FROM_A
        for passage in row.passages:
            child, parent = passage.child, passage.parent
            ways.setdefault(row.child, []).append(_Way(child, row.parent, parent, sure, False))
            ways.setdefault(row.parent, []).append(_Way(parent, row.child, child, False, sure))
    return OriginIndex(
        of_report=of_report,
        rank={origin.id: place for place, origin in enumerate(origins)},
        outlets=outlets,
        credits={report: tuple(sorted(items)) for report, items in credited.items()},
        ways={
            report: tuple(sorted(items, key=lambda way: (way.here, way.report, way.there)))
            for report, items in ways.items()
            if report in of_report
        },
    )


def origin_of(
    report: str,
    span: Span,
    derivations: Iterable[Derivation],
    origins: Sequence[Origin],
    chain: Sequence[Holder] = (),
) -> str:
    """Origin id of one claim; for many claims build `index_origins` once."""
    return index_origins(derivations, origins).of(report, span, chain)


def _carry(span: Span, way: _Way) -> Span | None:
    """Where the words of ``span`` stand at the other end of a shared passage, if they are in it."""
    low, high = max(span.start, way.here.start), min(span.end, way.here.end)
    if high - low < _INSIDE * (span.end - span.start):
        return None
    words = way.here.text[low - way.here.start : high - way.here.start]
    at = way.there.text.find(words)
    if at < 0:
        # Edited words: their place in proportion, to within a sentence.
        scale = len(way.there.text) / len(way.here.text)
        at = min(int((low - way.here.start) * scale), len(way.there.text) - 1)
        size = max(1, min(int(len(words) * scale), len(way.there.text) - at))
        words = way.there.text[at : at + size]
    start = way.there.start + at
    return Span(start, start + len(words), words)
