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


def check_spans(rows: Iterable[AnyRow], reports: Mapping[str, Report]) -> None:
    """Check every span of ``rows``.

    Args:
        rows: Any rows of one ledger.
        reports: The reports they speak of, by id.

    Raises:
        SpanDriftError: A span reads other words than it did, or its report is missing.
    """
    texts = {report.id: report.text for report in reports.values()}
    full = {report.id: report.full_text for report in reports.values()}
    for row in rows:
        into = full if isinstance(row, LeftOut) else texts
        for report, span in placements(row):
            if report not in into:
                raise SpanDriftError(
                    f"a row speaks of report {report}, which the ledger has not",
                    where=_name(row),
                    remedy="run `reportedly build` again",
                )
            if into[report][span.start : span.end] != span.text:
                span.check(into[report], _name(row))
        if isinstance(row, Derivation):
            _check_evidence(row, texts)


def placements(row: AnyRow) -> Iterator[Placement]:
    """Every span of a row with the report it must stand in."""
    if isinstance(row, Report):
        evidence = (*row.published.evidence, row.outlet_evidence)
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
