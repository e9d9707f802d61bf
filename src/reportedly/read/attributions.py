"""Make attributions of linked statements: kind, cue type, firmness, chain and nesting."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from reportedly.model.ident import make_id
from reportedly.model.report import Report
from reportedly.model.span import Span
from reportedly.model.statement import (
    Attribution,
    AttributionKind,
    Cue,
    CueKind,
    Distance,
    Holder,
    Source,
    Stance,
)
from reportedly.read.chains import chain, insides
from reportedly.read.cues import kind_of
from reportedly.read.firmness import distance, stance
from reportedly.read.link import Statement
from reportedly.read.modality import modality
from reportedly.read.once import quotations
from reportedly.read.outlets import Outlets
from reportedly.read.wires import Wires
from reportedly.text.quotes import Quotation


def attributions(
    report: Report,
    statements: Sequence[Statement],
    sources: Sequence[Source | None],
    outlets: Outlets,
) -> tuple[Attribution, ...]:
    """The attributions of a report, by place.

    Args:
        report: The report.
        statements: Linked statements, by place.
        sources: Their sources, resolved within the report.
        outlets: The outlets of the case.
    """
    text = report.text
    quotes = quotations(text)
    starts = [quote.outer.start for quote in quotes]
    head = Holder(report.outlet)
    wires = Wires(text, outlets)
    holds = insides(statements)
    ids = [attribution_id(report.id, one.content, one.cue) for one in statements]
    made = []
    for index, statement in enumerate(statements):
        outer = []
        at = holds[index]
        while at is not None:
            outer.append((statements[at], sources[at]))
            at = holds[at]
        within = holds[index]
        made.append(
            _made(
                report,
                statement,
                sources[index],
                ids[index],
                kind_of_content(statement.content, quotes, starts),
                wires.under(
                    chain(text, statement, sources[index], outer[::-1], head, outlets),
                    statement.content[0].start,
                ),
                ids[within] if within is not None else None,
            )
        )
    return tuple(sorted(made, key=lambda one: (one.content[0].start, one.content[-1].end, one.id)))


def attribution_id(report: str, content: Sequence[Span], cue: Span | None) -> str:
    """The id of an attribution: its report, the words said, and where its cue stands."""
    places = ",".join(f"{span.start}-{span.end}" for span in content)
    return make_id("at", report, places, cue.start if cue else -1)


def _made(
    report: Report,
    statement: Statement,
    source: Source | None,
    ident: str,
    kind: AttributionKind,
    links: tuple[Holder, ...],
    inside: str | None,
) -> Attribution:
    cue = None
    what = CueKind.SAYS
    whose, far = Stance.AFFIRMS, Distance.NONE
    if statement.cue is not None:
        words = statement.cue.text
        what = kind_of(words, statement.content[0].text[:8])
        cue = Cue(statement.cue, what)
        whose = stance(words, what)
        told = "" if kind is AttributionKind.DIRECT else statement.content[0].text
        far = distance(words, report.text, statement.cue.end, told)
    return Attribution(
        ident, report.id, kind, source, cue, statement.content, links,
        whose, far, modality(statement.content, what), inside,
    )  # fmt: skip


def kind_of_content(
    content: Sequence[Span], quotes: Sequence[Quotation], starts: Sequence[int]
) -> AttributionKind:
    """Whose words the content is in: all quoted, some quoted, or none."""
    whole = part = 0
    for span in content:
        at = max(0, bisect_right(starts, span.start) - 1)
        if at < len(quotes) and quotes[at].outer.contains(span):
            whole += 1
            continue
        while at < len(quotes) and quotes[at].outer.start < span.end:
            if quotes[at].outer.overlaps(span):
                part += 1
                break
            at += 1
    if whole == len(content):
        return AttributionKind.DIRECT
    return AttributionKind.MIXED if whole or part else AttributionKind.INDIRECT
