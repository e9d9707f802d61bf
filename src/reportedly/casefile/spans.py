"""Hold every span of a row against its text: what no longer reads what it read is an error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportedly.casefile.tables import AnyRow
from reportedly.errors import SpanDriftError
from reportedly.model.lineage import Derivation
from reportedly.model.report import Evidence, LeftOut, Report
from reportedly.model.span import Span
from reportedly.model.statement import Attribution, Claim, Credit, Detail, Holder, Mention

Placement = tuple[str, Span]
"""The id of the report in whose text a span must stand, and the span."""


class SpanCheck:
    """Checks the spans of rows against the texts of one ledger.

    Args:
        reports: The reports that the rows speak of, by id.
    """

    def __init__(self, reports: Mapping[str, Report]) -> None:
        self._texts = {id_: report.text for id_, report in reports.items()}
        self._full = {id_: report.full_text for id_, report in reports.items()}

    def check(self, row: AnyRow) -> None:
        """Check every span of ``row``.

        Raises:
            SpanDriftError: A span reads other words than it did, or its report is missing.
        """
        into = self._full if isinstance(row, LeftOut) else self._texts
        for report, span in placements(row):
            text = into.get(report)
            if text is None:
                raise SpanDriftError(
                    f"a row speaks of report {report}, which the ledger has not",
                    where=_name(row),
                    remedy="run `reportedly build` again",
                )
            if text[span.start : span.end] != span.text:
                span.check(text, _name(row))
        if isinstance(row, Derivation):
            _check_evidence(row, self._texts)


def check_spans(rows: Iterable[AnyRow], reports: Mapping[str, Report]) -> None:
    """Check every span of ``rows`` against ``reports``, by id.

    Raises:
        SpanDriftError: A span reads other words than it did, or its report is missing.
    """
    check = SpanCheck(reports).check
    for row in rows:
        check(row)


def placements(row: AnyRow) -> Iterator[Placement]:
    """Every span of a row with the report it must stand in."""
    if isinstance(row, Report):
        evidence = (*row.published.evidence, row.outlet_evidence, *row.evidence)
        yield from ((row.id, proof.span) for proof in evidence if proof and proof.span)
    elif isinstance(row, Attribution):
        yield from _of_attribution(row)
    elif isinstance(row, Claim):
        yield row.report, row.span
        yield row.report, row.words
        yield from _of_chain(row.report, row.holder)
    elif isinstance(row, LeftOut | Mention | Detail | Credit):
        yield row.report, row.span
    elif isinstance(row, Derivation):
        for passage in row.passages:
            yield row.child, passage.child
            yield row.parent, passage.parent


def _of_attribution(row: Attribution) -> Iterator[Placement]:
    if row.source:
        yield row.report, row.source.span
    if row.cue:
        yield row.report, row.cue.span
    for span in row.content:
        yield row.report, span
    yield from _of_chain(row.report, row.chain)


def _of_chain(report: str, chain: Iterable[Holder]) -> Iterator[Placement]:
    return ((report, holder.span) for holder in chain if holder.span)


def _check_evidence(row: Derivation, texts: Mapping[str, str]) -> None:
    """The words of a derivation's evidence stand in one of its two reports."""
    for proof in row.evidence:
        if proof.span and not any(_reads(texts.get(r), proof) for r in (row.child, row.parent)):
            proof.span.check(texts.get(row.child, ""), row.id)


def _reads(text: str | None, proof: Evidence) -> bool:
    span = proof.span
    return bool(text and span and text[span.start : span.end] == span.text)


def _name(row: AnyRow) -> str:
    named = getattr(row, "id", "") or getattr(row, "report", "")
    return f"{type(row).__name__.lower()} {named}"
