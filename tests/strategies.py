"""Nouns by chance, for laws said as properties: any test may import these.

Everything made here is consistent: spans read what they say, ids are hashes, ledgers are in
canonical order. Texts hold what real ones do: several scripts, combining marks, emoji, bidi and
control characters, line ends; never half a surrogate pair, which no stage lets through.
"""

from __future__ import annotations

import hashlib
from typing import Protocol, TypeVar

from hypothesis import strategies as st

from reportedly.model.decision import Act, Anchor, Decision, DecisionState, Replayed, TargetKind
from reportedly.model.entity import Entity, Join
from reportedly.model.finding import (
    Agreement,
    Answer,
    Excluded,
    Finding,
    Flags,
    Grade,
    Question,
    QuestionKind,
)
from reportedly.model.ident import make_id
from reportedly.model.ledger import Container, Ledger, Outlet
from reportedly.model.lineage import Derivation, DerivationKind, Direction, Origin, Passage
from reportedly.model.report import (
    Evidence,
    Given,
    LeftOut,
    OffsetRun,
    Published,
    Report,
    ReportState,
)
from reportedly.model.settings import OutletNote, PlaceNote, Settings
from reportedly.model.span import Span
from reportedly.model.statement import (
    Attribution,
    AttributionKind,
    Claim,
    Credit,
    Cue,
    CueKind,
    Detail,
    Distance,
    EntityKind,
    Event,
    Holder,
    Mention,
    MentionForm,
    Modality,
    ReviewState,
    Source,
    Stance,
)
from reportedly.model.value import Approximator, TimeRange, Value, ValueKind

T = TypeVar("T")

characters = st.characters(exclude_categories=["Cs"])
texts = st.text(characters, max_size=40)
names = st.text(characters, min_size=1, max_size=20)
prose = st.text(
    st.one_of(st.sampled_from("aeiou bcd .,\n“”’\u00a0\u0301\u202e\U0001f600مЖ"), characters),
    min_size=8,
    max_size=200,
)
"""Text long enough to hold a few spans."""

moments = st.datetimes().map(lambda when: f"{when:%Y-%m-%dT%H:%M:%SZ}".rjust(20, "0"))
days = st.dates().map(lambda day: day.isoformat())
shares = st.floats(0, 1)


def optional(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """``strategy``, or ``None``."""
    return st.none() | strategy


def some(strategy: st.SearchStrategy[T], most: int = 3) -> st.SearchStrategy[tuple[T, ...]]:
    """A short tuple."""
    return st.lists(strategy, max_size=most).map(tuple)


def spans(text: str) -> st.SearchStrategy[Span]:
    """A span of ``text``, which is not empty."""
    return st.integers(0, len(text) - 1).flatmap(
        lambda start: st.integers(start + 1, len(text)).map(lambda end: Span.of(text, start, end))
    )


def ids(prefix: str) -> st.SearchStrategy[str]:
    """An id of one kind."""
    return st.integers(0, 10**9).map(lambda number: make_id(prefix, number))


hashes = st.binary(max_size=8).map(lambda data: hashlib.sha256(data).hexdigest())
time_ranges = st.builds(TimeRange, optional(days), optional(days))
givens = st.builds(
    Given,
    outlet=texts.map(str.strip),
    url=texts.map(str.strip),
    published=st.just("") | days,
    captured=st.just("") | days,
    author=texts.map(str.strip),
    note=texts.map(str.strip),
)
counts = st.integers(-(10**12), 10**12) | st.floats(-1e12, 1e12)
values = st.builds(
    Value,
    kind=st.sampled_from(ValueKind),
    low=optional(counts),
    high=optional(counts),
    unit=optional(names),
    approximator=optional(st.sampled_from(Approximator)),
    earliest=optional(days),
    latest=optional(days),
    place=optional(names),
    lat=optional(st.floats(-90, 90)),
    lon=optional(st.floats(-180, 180)),
    radius_km=optional(st.floats(0, 500)),
    polarity=optional(st.booleans()),
    who=optional(ids("en")),
    text=optional(texts),
)
events = st.builds(Event, act=texts, place=texts, when=time_ranges)


@st.composite
def reports(draw: st.DrawFn, text: st.SearchStrategy[str] = prose) -> Report:
    """A report with text, evidence and offsets."""
    kept = draw(text)
    evidence = draw(
        some(st.builds(Evidence, rule=names, words=texts, span=optional(spans(kept))), 2)
    )
    return Report(
        id=draw(hashes),
        original=draw(some(hashes)),
        names=draw(some(names)),
        format=draw(st.sampled_from(["html", "text", "pdf"])),
        state=draw(st.sampled_from(ReportState)),
        reason=draw(texts),
        duplicate_of=draw(optional(hashes)),
        outlet=draw(texts),
        outlet_evidence=draw(
            optional(st.builds(Evidence, rule=names, words=texts, span=st.none()))
        ),
        author=draw(texts),
        title=draw(texts),
        url=draw(texts),
        published=Published(draw(optional(days)), draw(optional(days)), evidence),
        captured=draw(time_ranges),
        full_text=f"menu {kept}",
        text=kept,
        offsets=(OffsetRun(0, len("menu "), len(kept)),),
    )


def holders(text: str) -> st.SearchStrategy[Holder]:
    """One link of a chain."""
    return st.builds(
        Holder,
        name=names,
        entity=optional(ids("en")),
        span=optional(spans(text)),
        unnamed=st.booleans(),
    )


def attributions(report: Report) -> st.SearchStrategy[Attribution]:
    """An attribution in ``report``."""
    span = spans(report.text)
    return st.builds(
        Attribution,
        id=ids("at"),
        report=st.just(report.id),
        kind=st.sampled_from(AttributionKind),
        source=optional(
            st.builds(
                Source,
                span=span,
                name=names,
                entity=optional(ids("en")),
                mention=optional(ids("mn")),
                unnamed=st.booleans(),
            )
        ),
        cue=optional(st.builds(Cue, span=span, kind=st.sampled_from(CueKind))),
        content=st.lists(span, min_size=1, max_size=2).map(tuple),
        chain=some(holders(report.text)),
        stance=st.sampled_from(Stance),
        distance=st.sampled_from(Distance),
        modality=st.sampled_from(Modality),
        inside=optional(ids("at")),
        state=st.sampled_from(ReviewState),
    )


def mentions(report: Report) -> st.SearchStrategy[Mention]:
    """A mention in ``report``."""
    return st.builds(
        Mention,
        id=ids("mn"),
        report=st.just(report.id),
        span=spans(report.text),
        kind=st.sampled_from(EntityKind),
        form=st.sampled_from(MentionForm),
        refers=optional(ids("mn")),
        role=texts,
        stated_alias=some(ids("mn")),
        entity=optional(ids("en")),
    )


def claims(report: Report) -> st.SearchStrategy[Claim]:
    """A claim in ``report``."""
    return st.builds(
        Claim,
        id=ids("cl"),
        report=st.just(report.id),
        span=spans(report.text),
        words=spans(report.text),
        attribution=optional(ids("at")),
        holder=some(holders(report.text)),
        measure=names,
        value=values,
        subject=optional(ids("en")),
        subject_mention=optional(ids("mn")),
        subject_words=texts,
        population=texts,
        event=optional(events),
        as_of=time_ranges,
        stance=st.sampled_from(Stance),
        distance=st.sampled_from(Distance),
        modality=st.sampled_from(Modality),
        update=st.booleans(),
        supersedes=optional(values),
        origin=optional(ids("or")),
        state=st.sampled_from(ReviewState),
    )


def left_out(report: Report) -> st.SearchStrategy[LeftOut]:
    """Something left out of ``report``."""
    return st.builds(
        LeftOut, id=ids("lo"), report=st.just(report.id), span=spans(report.full_text), rule=names
    )


def details(report: Report) -> st.SearchStrategy[Detail]:
    """A typed detail in ``report``."""
    return st.builds(
        Detail,
        id=ids("dt"),
        report=st.just(report.id),
        span=spans(report.text),
        value=values,
        rule=names,
    )


def credits(report: Report) -> st.SearchStrategy[Credit]:
    """A credit in ``report``."""
    return st.builds(Credit, report=st.just(report.id), name=names, span=spans(report.text))


entities = st.builds(
    Entity,
    id=ids("en"),
    name=names,
    kind=st.sampled_from(EntityKind),
    aliases=some(names),
    mentions=some(ids("mn")),
    joins=some(
        st.builds(
            Join,
            a=ids("mn"),
            b=ids("mn"),
            rule=names,
            words=texts,
            decision=optional(ids("dc")),
        )
    ),
    maybe=some(ids("en")),
)
findings = st.builds(
    Finding,
    low=optional(values),
    best=optional(values),
    high=optional(values),
    label=texts,
    agreement=st.sampled_from(Agreement),
    grade=st.sampled_from(Grade),
    flags=st.builds(Flags, st.booleans(), st.booleans()),
    why=some(texts),
    raises=some(texts),
    excluded=some(st.builds(Excluded, claim=ids("cl"), rule=names, why=texts)),
    decided=optional(ids("dc")),
)
questions = st.builds(
    Question,
    id=ids("qu"),
    text=texts,
    kind=st.sampled_from(QuestionKind),
    subject=optional(ids("en")),
    subject_name=texts,
    measure=names,
    claims=some(ids("cl")),
    answers=some(
        st.builds(
            Answer, value=values, label=texts, claims=some(ids("cl")), origins=some(ids("or"))
        )
    ),
    finding=findings,
    population=texts,
    event=optional(events),
    notes=some(texts),
    as_of=time_ranges,
)
containers = st.builds(
    Container, sha256=hashes, names=some(names), format=names, reports=some(hashes)
)
outlets = st.builds(
    Outlet,
    id=ids("ou"),
    name=names,
    aliases=some(names),
    kind=texts,
    wire=st.booleans(),
    reliability=optional(st.sampled_from("ABCDEF")),
    note=texts,
)
origins = st.builds(Origin, id=ids("or"), letter=names, name=texts, reports=some(hashes), why=texts)
anchors = st.builds(
    Anchor,
    kind=st.sampled_from(TargetKind),
    report=hashes,
    quote=texts,
    prefix=texts,
    suffix=texts,
    ordinal=st.integers(0, 99),
    seen=texts,
    measure=texts,
    role=st.sampled_from(["", "content", "source", "cue", "value"]),
)
decisions = st.builds(
    Decision,
    id=st.just(""),
    act=st.sampled_from(Act),
    by=texts,
    at=moments,
    why=texts,
    targets=some(anchors),
    field=texts,
    value=texts,
    of=st.just(()),
)
"""A decision as it is before it is written: without an id, speaking of no other."""

replayed = st.builds(
    Replayed,
    decision=st.builds(
        Decision,
        id=ids("dc"),
        act=st.sampled_from(Act),
        by=texts,
        at=moments,
        targets=some(anchors),
    ),
    state=st.sampled_from(DecisionState),
    why=texts,
)
settings_of_cases = st.builds(
    Settings,
    title=names,
    languages=some(st.sampled_from(["en", "fr", "uk"])),
    outlets=some(st.builds(OutletNote, name=names, aliases=some(names))),
    places=some(st.builds(PlaceNote, name=names, lat=st.floats(-90, 90), lon=st.floats(-180, 180))),
)


@st.composite
def derivations(draw: st.DrawFn, child: Report, parent: Report) -> Derivation:
    """A derivation from ``parent`` to ``child``."""
    passage = st.builds(Passage, child=spans(child.text), parent=spans(parent.text))
    proof = st.builds(Evidence, rule=names, words=texts, span=optional(spans(child.text)))
    return Derivation(
        id=draw(ids("dv")),
        child=child.id,
        parent=parent.id,
        parent_name=draw(texts),
        kind=draw(st.sampled_from(DerivationKind)),
        direction=draw(st.sampled_from(Direction)),
        passages=draw(some(passage)),
        evidence=draw(some(proof)),
        share_child=draw(shares),
        share_parent=draw(shares),
    )


@st.composite
def ledgers(draw: st.DrawFn, most: int = 3) -> Ledger:
    """A consistent ledger in canonical order, of at most ``most`` reports."""
    found = sorted(
        draw(st.lists(reports(), max_size=most, unique_by=lambda row: row.id)),
        key=lambda row: row.id,
    )
    pairs = [(a, b) for a in found for b in found if a.id < b.id]
    lineage = [draw(derivations(child, parent)) for parent, child in pairs]
    return Ledger(
        title=draw(names),
        software=draw(texts),
        reader=draw(texts),
        originals=draw(st.integers(0, 10**6)),
        containers=tuple(sorted(draw(_unique(containers, "sha256")), key=lambda row: row.sha256)),
        outlets=tuple(sorted(draw(_unique(outlets)), key=lambda row: row.id)),
        reports=tuple(found),
        left_out=_distinct([row for r in found for row in draw(some(left_out(r)))]),
        attributions=_distinct([row for r in found for row in draw(some(attributions(r)))]),
        mentions=_distinct([row for r in found for row in draw(some(mentions(r)))]),
        details=_distinct([row for r in found for row in draw(some(details(r)))]),
        credits=tuple(row for r in found for row in draw(some(credits(r)))),
        entities=tuple(sorted(draw(_unique(entities)), key=lambda row: row.id)),
        claims=_distinct([row for r in found for row in draw(some(claims(r)))]),
        questions=tuple(sorted(draw(_unique(questions)), key=lambda row: row.id)),
        derivations=tuple(sorted(_distinct(lineage), key=lambda row: row.id)),
        origins=tuple(draw(_unique(origins))),
        decisions=tuple(
            draw(st.lists(replayed, max_size=3, unique_by=lambda row: row.decision.id))
        ),
    )


def _unique(strategy: st.SearchStrategy[T], key: str = "id") -> st.SearchStrategy[list[T]]:
    return st.lists(strategy, max_size=3, unique_by=lambda row: getattr(row, key))


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


def _distinct(rows: list[N]) -> tuple[N, ...]:
    """The first row of each id."""
    kept: dict[str, N] = {}
    for row in rows:
        kept.setdefault(row.id, row)
    return tuple(kept.values())
