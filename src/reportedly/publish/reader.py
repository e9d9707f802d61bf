"""The page of a report: its kept text with marks, notes beside, and where it came from."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.model.lineage import Derivation, Direction
from reportedly.model.report import Report
from reportedly.model.span import Span
from reportedly.model.statement import Attribution
from reportedly.model.value import ValueKind
from reportedly.publish.lookup import Lookup
from reportedly.publish.marking import Marked, pieces
from reportedly.publish.page import (
    Copy,
    LeftOutView,
    Link,
    Note,
    Paragraph,
    ReportPage,
    Ring,
    Taken,
)
from reportedly.publish.words import DERIVED, DIRECTIONS, STATES, facts_of, when

DETAIL_MARKS = {ValueKind.COUNT: "count", ValueKind.TIME: "time", ValueKind.PLACE: "place"}


def reader(report: Report, look: Lookup) -> ReportPage:
    """The whole page of a report."""
    ring = look.ring_of(report.id)
    return ReportPage(
        id=report.id,
        title=report.title or report.name,
        about=f"{report.outlet} · published {when(report.published.time)}",
        ring=ring,
        language=report.language if report.language != "und" else "",
        state=STATES[report.state],
        reason=report.reason,
        paragraphs=tuple(_paragraphs(report, ring, look)),
        meta=tuple(_meta(report)),
        left_out=tuple(
            LeftOutView(row.span.text, row.rule) for row in look.left_out_of.get(report.id, ())
        ),
        relatives=tuple(
            relative(report.id, row, look) for row in look.relatives.get(report.id, ())
        ),
    )


def _paragraphs(report: Report, ring: Ring | None, look: Lookup) -> Iterator[Paragraph]:
    said = look.said_in.get(report.id, [])
    taken = _taken(report, look)
    marks = [
        *_marks(said, report, ring, look),
        *(Marked(s, "taken", r.colour) for s, r, _ in taken if r),
    ]
    start = 0
    for number, text in enumerate(report.text.split("\n\n"), start=1):
        end = start + len(text)
        if text:
            span = Span(start, end, text)
            yield Paragraph(
                number=number,
                pieces=pieces(report.text, span, marks),
                notes=tuple(
                    _note(row, look) for row in said if start <= row.content[0].start < end
                ),
                taken=tuple(
                    Taken(origin, how, link)
                    for passage, origin, (how, link) in taken
                    if passage.overlaps(span)
                ),
            )
        start = end + 2


def _marks(
    said: list[Attribution], report: Report, ring: Ring | None, look: Lookup
) -> Iterator[Marked]:
    colour = ring.colour if ring else ""
    for row in said:
        for span in row.content:
            yield Marked(span, "said", colour)
        if row.source:
            yield Marked(row.source.span, "who")
        if row.cue:
            yield Marked(row.cue.span, "cue")
    for detail in look.details_in.get(report.id, ()):
        mark = DETAIL_MARKS.get(detail.value.kind)
        if mark:
            yield Marked(detail.span, mark)


def _taken(report: Report, look: Lookup) -> list[tuple[Span, Ring | None, tuple[str, Link]]]:
    """Passages this report shares with others: where, whose ring, and how and with whom."""
    found = []
    for row in look.relatives.get(report.id, ()):
        mine = row.child == report.id
        other = look.reports.get(row.parent if mine else row.child)
        if other is None or (mine and row.direction is Direction.FROM_B):
            continue
        if not mine and row.direction is Direction.FROM_A:
            continue  # Others took it from here: said in the list below, not marked in the text.
        ring = look.ring_of(other.id)
        how = f"{DERIVED[row.kind]}, as in"
        for passage in row.passages:
            span = passage.child if mine else passage.parent
            found.append((span, ring, (how, look.report_link(other))))
    return found


def _note(said: Attribution, look: Lookup) -> Note:
    verb, facts = facts_of(said)
    questions = {
        question.id: look.question_link(question)
        for claim in look.claims_of.get(said.id, ())
        if (question := look.question_of.get(claim.id)) is not None
    }
    return Note(
        id=said.id,
        who=said.source.name if said.source else "nobody named",
        verb=verb,
        facts=facts,
        chain=tuple(holder.name for holder in said.chain),
        questions=tuple(questions.values()),
    )


def relative(report: str, row: Derivation, look: Lookup) -> Copy:
    """The other end of a derivation, and how the two stand to each other."""
    mine = row.child == report
    other = look.reports.get(row.parent if mine else row.child)
    link = look.report_link(other) if other else Link(f"{row.parent_name} (not in the case)")
    if row.direction is Direction.COMMON_UPSTREAM:
        way = "shares a source with"
    elif row.direction is Direction.UNDETERMINED:
        way = "shares words with, which way is not known,"
    elif mine == (row.direction is Direction.FROM_A):
        way = DIRECTIONS[Direction.FROM_A]
    else:
        way = DIRECTIONS[Direction.FROM_B]
    share = f", {row.share_child:.0%} of its words" if row.passages and mine else ""
    return Copy(link, f"{way}|{DERIVED[row.kind]}{share}")


def _meta(report: Report) -> Iterator[tuple[str, str]]:
    yield "came as", "; ".join(report.names)
    yield "format", report.format
    yield "language", report.language
    yield "SHA-256", report.id
    for original in report.original:
        if original != report.id:
            yield "inside the original", original
    if report.url:
        yield "address", report.url
    if report.author:
        yield "signed by", report.author
    if report.outlet_evidence:
        yield (
            "outlet known by",
            _evidence(report.outlet_evidence.rule, report.outlet_evidence.words),
        )
    for evidence in report.published.evidence:
        yield "dated by", _evidence(evidence.rule, evidence.words)
    if report.captured.known:
        yield "captured", when(report.captured)


def _evidence(rule: str, words: str) -> str:
    return f"{rule.replace('_', ' ')}: {words}" if words else rule.replace("_", " ")
