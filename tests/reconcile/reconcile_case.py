"""A small story told in tests: outlets say values, and one question comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reportedly.model.entity import Entity
from reportedly.model.finding import Finding, Question
from reportedly.model.ident import make_id
from reportedly.model.lineage import Origin
from reportedly.model.report import ReportState
from reportedly.model.span import Span
from reportedly.model.statement import (
    Claim,
    EntityKind,
    Event,
    Holder,
    Modality,
    Stance,
)
from reportedly.model.value import Approximator, TimeRange, Value, ValueKind
from reportedly.reconcile import Context, ReportFacts, reconcile


def count(number: int, unit: str | None = None) -> Value:
    return Value(ValueKind.COUNT, low=number, high=number, unit=unit)


def at_least(number: int) -> Value:
    return Value(ValueKind.COUNT, low=number, approximator=Approximator.AT_LEAST)


def up_to(number: int) -> Value:
    return Value(ValueKind.COUNT, high=number, approximator=Approximator.UP_TO)


def about(number: int) -> Value:
    return replace(count(number), approximator=Approximator.ABOUT)


def between(low: int, high: int) -> Value:
    return Value(ValueKind.COUNT, low=low, high=high, approximator=Approximator.RANGE)


def some(low: int, high: int) -> Value:
    return Value(ValueKind.COUNT, low=low, high=high, approximator=Approximator.VAGUE)


def when(first: str, last: str) -> Value:
    return Value(ValueKind.TIME, earliest=first, latest=last)


def party(name: str, *, did: bool = True) -> Value:
    return Value(ValueKind.WHO, who=f"en-{name}", text=name, polarity=did)


def yes(proposition: str) -> Value:
    return Value(ValueKind.POLARITY, polarity=True, text=proposition)


class Story:
    """Collects claims about one thing; every outlet and every source is an entity of its own."""

    def __init__(
        self, measure: str = "killed", subject: str | None = None, event: Event | None = None
    ) -> None:
        self.measure = measure
        self.subject = subject
        self.event = event or Event("attack", "Lorn", TimeRange("2031-05-16", "2031-05-16"))
        self.claims: list[Claim] = []
        self.reports: dict[str, ReportFacts] = {}
        self.origins: dict[str, Origin] = {}

    def says(
        self,
        outlet: str,
        value: object,
        *,
        by: str = "",
        day: str = "2031-05-17",
        origin: str = "",
        update: bool = False,
        supersedes: Value | None = None,
        stance: Stance = Stance.AFFIRMS,
        modality: Modality = Modality.CERTAIN,
        state: ReportState = ReportState.READ,
        event: Event | None = None,
        population: str = "",
    ) -> Claim:
        assert isinstance(value, Value)
        origin = origin or outlet
        report = make_id("rp", outlet, day, origin)
        self.reports[report] = ReportFacts(outlet, TimeRange(day, day), state)
        if origin not in self.origins:
            turns, at = divmod(len(self.origins), 26)
            letter = chr(ord("A") + at) * (turns + 1)
            self.origins[origin] = Origin(origin, letter, origin, (report,), "")
        at = 100 * len(self.claims)
        holder = [Holder(outlet, f"en-{outlet}")]
        if by:
            holder.append(Holder(by, f"en-{by}", Span(at, at + len(by), by)))
        claim = Claim(
            id=make_id("cl", report, at),
            report=report,
            span=Span(at, at + 20, "x" * 20),
            words=Span(at + 5, at + 10, "x" * 5),
            attribution=f"at-{at}" if by else None,
            holder=tuple(holder),
            measure=self.measure,
            value=value,
            subject=f"en-{self.subject}" if self.subject else None,
            subject_words=self.subject or "",
            population=population,
            event=event or self.event,
            as_of=TimeRange(day, day),
            stance=stance,
            modality=modality,
            update=update,
            supersedes=supersedes,
            origin=origin,
        )
        self.claims.append(claim)
        return claim

    def context(self, speaks_for: Mapping[str, str] | None = None) -> Context:
        entities = {}
        if self.subject:
            named = f"en-{self.subject}"
            entities[named] = Entity(named, self.subject, EntityKind.GROUP)
        return Context(
            entities=entities,
            reports=self.reports,
            origins=self.origins,
            speaks_for=speaks_for or {},
        )

    def questions(self) -> tuple[Question, ...]:
        return reconcile(self.claims, self.context()).questions

    def finding(self, speaks_for: Mapping[str, str] | None = None) -> Finding:
        """The finding of the one question that comes out."""
        (question,) = reconcile(self.claims, self.context(speaks_for)).questions
        return question.finding
