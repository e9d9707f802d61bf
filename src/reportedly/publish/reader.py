"""The page of a report: its kept text with marks, notes beside, and where it came from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from reportedly.model.lineage import Derivation, Direction
from reportedly.model.report import Report
from reportedly.model.span import Span
from reportedly.model.statement import Attribution
from reportedly.model.value import ValueKind
from reportedly.publish.layout import Layout
from reportedly.publish.lookup import Lookup, report_path
from reportedly.publish.marking import Marked, pieces
from reportedly.publish.page import (
    LeftOutView,
    Link,
    Note,
    Paragraph,
    Ref,
    Relative,
    ReportPage,
    Ring,
    Taken,
)
from reportedly.publish.words import DERIVED, STATES, facts_of, how_taken, way_of, when
from reportedly.text.language import language_name

DETAIL_MARKS = {ValueKind.COUNT: "count", ValueKind.TIME: "time", ValueKind.PLACE: "place"}

LIKELIEST = 6
"""Relatives whose passages are marked in the text: the next twenty would mark the same words."""


def reader(report: Report, look: Lookup, page: int = 0) -> ReportPage:
    """One page of a report; most have one, and the first says where it came from."""
    ring = look.ring_of(report.id)
    layout = look.layout(report)
    first = page == 0
    return ReportPage(
        id=report.id,
        title=report.heading,
        about=f"{report.outlet} · published {when(report.published.time)}",
        ring=ring,
        language=report.language if report.language != "und" else "",
        state=STATES[report.state],
        reason=report.reason,
        paragraphs=tuple(_paragraphs(report, ring, look, page)),
        meta=tuple(_meta(report)) if first else (),
        left_out=tuple(
            LeftOutView(row.span.text, row.rule)
            for row in (look.left_out_of.get(report.id, ()) if first else ())
        ),
        relatives=tuple(
            relative(report.id, row, look)
            for row in (look.relatives.get(report.id, ()) if first else ())
        ),
        parts=tuple(
            Link(f"Part {number + 1}", f"{report_path(report, number)}.html")
            for number in (range(layout.count) if layout.count > 1 else ())
        ),
    )


def _paragraphs(report: Report, ring: Ring | None, look: Lookup, page: int) -> Iterator[Paragraph]:
    layout = look.layout(report)
    here = layout.on_page(page)
    said = look.said_in.get(report.id, [])
    taken = _taken(report, look)
    marks = _by_paragraph([*_marks(said, report, ring, look), *_taken_marks(taken)], layout, here)
    numbered = [Noted(row.content[0], number, row) for number, row in enumerate(said, 1)]
    notes = _by_paragraph(numbered, layout, here)
    ends = [Noted(_last(row.said), row.number, row.said) for row in numbered]
    refs = _by_paragraph(ends, layout, here)
    shared = _by_paragraph(taken, layout, here)
    before: tuple[Link, ...] = ()
    for place in here:
        start, end = layout.starts[place], layout.ends[place]
        top = _likeliest(shared.get(place, ()))
        yield Paragraph(
            number=place + 1,
            pieces=pieces(
                report.text,
                Span.of(report.text, start, end),
                marks.get(place, ()),
                _refs(refs.get(place, ())),
            ),
            notes=tuple(
                _note(row.said, row.number, look)
                for row in notes.get(place, ())
                if start <= row.span.start
            ),
            # A passage that runs on over several paragraphs is said once, where it begins.
            taken=tuple(each for each in top if each.report not in before),
        )
        before = tuple(each.report for each in top)


def _last(said: Attribution) -> Span:
    """The last character of what was said: there its number stands."""
    end = said.content[-1]
    return Span(end.end - 1, end.end, end.text[-1])


@dataclass(frozen=True, slots=True)
class Noted:
    """An attribution under its number, by where its content begins or ends."""

    span: Span
    number: int
    said: Attribution


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage that stands in another report too; the likeliest parent weighs most."""

    span: Span
    ring: Ring | None
    how: str
    report: Link
    weight: tuple[bool, float]
    others: int


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


P = TypeVar("P", bound=_Placed)


def _by_paragraph(rows: Iterable[P], layout: Layout, here: range) -> dict[int, list[P]]:
    """Rows by the paragraphs of one page they stand in: a long text stays linear in its marks."""
    placed: dict[int, list[P]] = {}
    if not here:
        return placed
    low, high = layout.starts[here[0]], layout.ends[here[-1]]
    for row in rows:
        if row.span.start >= high or row.span.end <= low:
            continue
        first = max(layout.paragraph(row.span.start), here[0])
        last = min(layout.paragraph(row.span.end - 1), here[-1])
        for place in range(first, last + 1):
            placed.setdefault(place, []).append(row)
    return placed


def _refs(ends: Iterable[Noted]) -> dict[int, tuple[Ref, ...]]:
    """The numbers of the statements that end in a paragraph, by where they end."""
    found: dict[int, tuple[Ref, ...]] = {}
    for row in ends:
        at = row.span.end
        found[at] = (*found.get(at, ()), Ref(row.number, row.said.id))
    return found


def _likeliest(shared: Iterable[Shared]) -> tuple[Taken, ...]:
    """The likeliest report that a paragraph was taken from."""
    first = max(shared, key=lambda row: (row.weight, row.report.href), default=None)
    return (Taken(first.ring, first.how, first.report, first.others),) if first else ()


def _taken_marks(shared: Iterable[Shared]) -> Iterator[Marked]:
    ordered = sorted(shared, key=lambda row: row.weight, reverse=True)
    return (Marked(row.span, "taken", row.ring.colour) for row in ordered if row.ring)


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


def _taken(report: Report, look: Lookup) -> list[Shared]:
    """Passages this report shares with its likeliest relatives: where, whose ring, how and whose.

    What others took from here is said in the list below the text, not marked in it.
    """
    rows = [
        (row, row.parent if row.child == report.id else row.child)
        for row in look.relatives.get(report.id, ())
        if row.passages and not _given(row, report.id)
    ]
    rows.sort(key=lambda each: (_weight(each[0]), each[1]), reverse=True)
    found: list[Shared] = []
    for row, other in rows[:LIKELIEST]:
        if other in look.reports:
            ring, link = look.ring_of(other), look.report_link(look.reports[other])
            for passage in row.passages:
                span = passage.child if row.child == report.id else passage.parent
                found.append(
                    Shared(span, ring, DERIVED[row.kind], link, _weight(row), len(rows) - 1)
                )
    return found


def _given(row: Derivation, report: str) -> bool:
    """Whether the other report took it from this one."""
    return row.direction is (Direction.FROM_B if row.child == report else Direction.FROM_A)


def _weight(row: Derivation) -> tuple[bool, float]:
    return (row.direction in (Direction.FROM_A, Direction.FROM_B), row.share_child)


def _note(said: Attribution, number: int, look: Lookup) -> Note:
    verb, facts = facts_of(said)
    sheets = (look.sheet_of.get(claim.id) for claim in look.claims_of.get(said.id, ()))
    return Note(
        id=said.id,
        number=number,
        who=said.source.name if said.source else "nobody named",
        verb=verb,
        facts=facts,
        chain=tuple(holder.name for holder in said.chain),
        questions=tuple(dict.fromkeys(sheet for sheet in sheets if sheet is not None)),
    )


def relative(report: str, row: Derivation, look: Lookup) -> Relative:
    """The other end of a derivation, and how the two stand to each other."""
    mine = row.child == report
    other = look.reports.get(row.parent if mine else row.child)
    link = look.report_link(other) if other else Link(f"{row.parent_name} (not in the case)")
    return Relative(link, way_of(row, child=mine), how_taken(row) if mine else DERIVED[row.kind])


def _meta(report: Report) -> Iterator[tuple[str, str]]:
    yield "came as", "; ".join(report.names)
    yield "format", report.format
    yield "language", language_name(report.language) if report.language != "und" else "not told"
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
    for (rule, words), times in Counter(
        (each.rule, each.words) for each in report.evidence
    ).items():
        yield "noted", _evidence(rule, words) + (f" ({times} times)" if times > 1 else "")


def _evidence(rule: str, words: str) -> str:
    return f"{rule.replace('_', ' ')}: {words}" if words else rule.replace("_", " ")
