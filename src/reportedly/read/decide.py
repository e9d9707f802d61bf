"""Apply people's decisions on the words of one report to what was read in it.

Words are found by exact match only. A decision whose words, line or seen value are no longer there
is orphaned with the reason: listed, never dropped, never moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from reportedly.model.decision import (
    Act,
    Anchor,
    Decision,
    DecisionState,
    Replayed,
    TargetKind,
    undone,
)
from reportedly.model.report import Report
from reportedly.model.span import Span
from reportedly.model.statement import (
    Attribution,
    Claim,
    Cue,
    CueKind,
    Distance,
    Holder,
    Modality,
    Reading,
    ReviewState,
    Source,
    Stance,
)
from reportedly.read.added import added_attribution, added_claim
from reportedly.read.typed import typed_value
from reportedly.text.anchor import locate
from reportedly.text.label import label

_ACTS = (Act.ACCEPT, Act.REJECT, Act.CORRECT, Act.ADD)
_KINDS = (TargetKind.ATTRIBUTION, TargetKind.CLAIM, TargetKind.WORDS)


def attribution_label(attribution: Attribution) -> str:
    """What a person saw of an attribution when deciding: ``Ina Roke denies``."""
    who = attribution.source.name if attribution.source else "nobody named"
    what = attribution.cue.kind.value if attribution.cue else CueKind.SAYS.value
    return f"{who} {what}"


def decide(
    report: Report, reading: Reading, decisions: Sequence[Decision]
) -> tuple[Reading, tuple[Replayed, ...]]:
    """The reading as people left it, and what became of each decision on this report's statements.

    Args:
        report: The report.
        reading: What was read in it.
        decisions: The whole log, in order; decisions on other reports or of other kinds are passed
            over.

    Returns:
        The reading, and one row per decision that concerns it, in the order of the log.
    """
    gone = undone(decisions)
    desk = _Desk(report, reading)
    for decision in decisions:
        if not _concerns(decision, report.id):
            continue
        if decision.id in gone:
            desk.note(decision, DecisionState.UNDONE, "a later decision undid it")
        else:
            desk.apply(decision)
    return desk.reading(), desk.outcome()


def _concerns(decision: Decision, report: str) -> bool:
    return decision.act in _ACTS and any(
        target.report == report and target.kind in _KINDS for target in decision.targets
    )


class _OrphanError(Exception):
    """Why a decision finds nothing to apply to."""


class _Desk:
    """The reading under revision: lines by place, and what each decision came to."""

    def __init__(self, report: Report, reading: Reading) -> None:
        self.report = report
        self.read = reading
        self.attributions = list(reading.attributions)
        self.claims = list(reading.claims)
        self.rows: dict[str, Replayed] = {}
        self.last: dict[tuple[str, str], Decision] = {}

    def note(self, decision: Decision, state: DecisionState, why: str = "") -> None:
        self.rows[decision.id] = Replayed(decision, state, why)

    def outcome(self) -> tuple[Replayed, ...]:
        return tuple(self.rows.values())

    def reading(self) -> Reading:
        return replace(
            self.read,
            attributions=tuple(
                sorted(
                    self.attributions, key=lambda a: (a.content[0].start, a.content[-1].end, a.id)
                )
            ),
            claims=tuple(sorted(self.claims, key=lambda c: (c.words.start, c.words.end, c.id))),
        )

    def apply(self, decision: Decision) -> None:
        try:
            if decision.act is Act.ADD:
                self._add(decision)
            else:
                for target in decision.targets:
                    if target.report == self.report.id and target.kind in _KINDS:
                        self._on(decision, target)
        except _OrphanError as orphan:
            self.note(decision, DecisionState.ORPHANED, str(orphan))
            return
        self.note(decision, DecisionState.STANDING)

    def _supersede(self, decision: Decision, line: str, field: str) -> None:
        """Mark what an earlier decision did to the same field of the same line as superseded."""
        earlier = self.last.get((line, field))
        if earlier is not None and earlier.id != decision.id:
            self.note(earlier, DecisionState.SUPERSEDED, f"superseded by {decision.id}")
        self.last[(line, field)] = decision

    # -- accept, reject, correct

    def _on(self, decision: Decision, target: Anchor) -> None:
        if target.kind is TargetKind.CLAIM:
            self._on_claim(decision, target)
        else:
            self._on_attribution(decision, target)

    def _span(self, target: Anchor) -> tuple[int, int]:
        span = locate(self.report.text, target)
        if span is None:
            raise _OrphanError(
                f"the words are not in the report as they were: {target.quote[:80]!r}"
            )
        return span.start, span.end

    def _on_attribution(self, decision: Decision, target: Anchor) -> None:
        start, end = self._span(target)
        at = [
            index
            for index, one in enumerate(self.attributions)
            if (one.content[0].start, one.content[0].end) == (start, end)
        ]
        if not at:
            raise _OrphanError("no statement is read on these words")
        if target.seen:
            at = [i for i in at if attribution_label(self.attributions[i]) == target.seen]
            if not at:
                raise _OrphanError(f"the statement no longer reads {target.seen!r}")
        if len(at) > 1:
            raise _OrphanError("several statements are read on these words")
        old = self.attributions[at[0]]
        new = self._attribution(decision, old)
        self._supersede(
            decision, old.id, decision.field if decision.act is Act.CORRECT else "state"
        )
        self.attributions[at[0]] = new
        self._follow(old, new)

    def _attribution(self, decision: Decision, old: Attribution) -> Attribution:
        if decision.act is Act.ACCEPT:
            return replace(old, state=_settled(old.state, ReviewState.ACCEPTED))
        if decision.act is Act.REJECT:
            return replace(old, state=ReviewState.REJECTED)
        state = _settled(old.state, ReviewState.CORRECTED)
        field, value = decision.field, decision.value.strip()
        if field == "source":
            return replace(_with_source(old, value), state=state)
        if field == "cue_kind":
            kind = _literal(CueKind, value)
            span = old.cue.span if old.cue else old.content[0]
            return replace(old, cue=Cue(span, kind), state=state)
        if field == "stance":
            return replace(old, stance=_literal(Stance, value), state=state)
        if field == "distance":
            return replace(old, distance=_literal(Distance, value), state=state)
        if field == "modality":
            return replace(old, modality=_literal(Modality, value), state=state)
        raise _OrphanError(f"a statement has no field {field!r} to correct")

    def _follow(self, old: Attribution, new: Attribution) -> None:
        """Let the claims of a statement go with it: its holder, its stance, its rejection."""
        for index, claim in enumerate(self.claims):
            if claim.attribution != old.id:
                continue
            if new.state is ReviewState.REJECTED and claim.state is ReviewState.PROPOSED:
                claim = replace(claim, state=ReviewState.REJECTED)
            if new.chain != old.chain:
                claim = replace(claim, holder=new.chain)
            if claim.stance is old.stance:
                claim = replace(claim, stance=new.stance)
            if claim.distance is old.distance:
                claim = replace(claim, distance=new.distance)
            self.claims[index] = claim

    def _on_claim(self, decision: Decision, target: Anchor) -> None:
        start, end = self._span(target)
        at = [
            index
            for index, claim in enumerate(self.claims)
            if (claim.words.start, claim.words.end) == (start, end)
            and (not target.measure or claim.measure == target.measure)
        ]
        if not at:
            raise _OrphanError("no claim is read on these words")
        if target.seen:
            at = [i for i in at if label(self.claims[i].value) == target.seen]
            if not at:
                raise _OrphanError(f"the claim no longer reads {target.seen!r}")
        if len(at) > 1:
            raise _OrphanError("several claims are read on these words")
        old = self.claims[at[0]]
        self.claims[at[0]] = self._claim(decision, old)
        self._supersede(
            decision, old.id, decision.field if decision.act is Act.CORRECT else "state"
        )

    def _claim(self, decision: Decision, old: Claim) -> Claim:
        if decision.act is Act.ACCEPT:
            return replace(old, state=_settled(old.state, ReviewState.ACCEPTED))
        if decision.act is Act.REJECT:
            return replace(old, state=ReviewState.REJECTED)
        state = _settled(old.state, ReviewState.CORRECTED)
        field, value = decision.field, decision.value.strip()
        if field in ("value", ""):
            new = typed_value(value, old.value, self.report.published.time)
            if new is None:
                raise _OrphanError(f"{value!r} cannot be read as a value of this claim")
            return replace(old, value=new, state=state)
        if field == "source":
            return replace(old, holder=(*old.holder[:1], Holder(value)), state=state)
        if field == "stance":
            return replace(old, stance=_literal(Stance, value), state=state)
        if field == "distance":
            return replace(old, distance=_literal(Distance, value), state=state)
        if field == "modality":
            return replace(old, modality=_literal(Modality, value), state=state)
        raise _OrphanError(f"a claim has no field {field!r} to correct")

    # -- add

    def _add(self, decision: Decision) -> None:
        spans: dict[str, list[Span]] = {}
        for target in decision.targets:
            if target.report == self.report.id:
                self._span(target)
                found = locate(self.report.text, target)
                if found is not None:
                    spans.setdefault(target.role or "content", []).append(found)
        measure = next((target.measure for target in decision.targets if target.measure), "")
        if "value" in spans:
            if not measure:
                raise _OrphanError("an added claim needs a measure")
            claim = added_claim(
                self.report, self.reading(), spans["value"][0], measure, decision.value.strip()
            )
            if claim is None:
                raise _OrphanError("the words cannot be read as a value")
            self.claims = [c for c in self.claims if c.id != claim.id] + [claim]
            return
        if "content" not in spans:
            raise _OrphanError("an added statement needs the words that were said")
        one = added_attribution(self.report, self.reading(), spans, decision.value.strip())
        self.attributions = [a for a in self.attributions if a.id != one.id] + [one]


def _settled(old: ReviewState, new: ReviewState) -> ReviewState:
    """A line that a person added stays `added` when it is accepted or corrected."""
    return ReviewState.ADDED if old is ReviewState.ADDED else new


def _with_source(old: Attribution, name: str) -> Attribution:
    """The statement given to another source; an empty name takes the source away."""
    kept = old.chain
    if old.source is not None and len(kept) > 1 and kept[-1].span == old.source.span:
        kept = kept[:-1]
    if not name:
        return replace(old, source=None, chain=kept)
    span = old.source.span if old.source else old.content[0]
    source = Source(span, name)
    return replace(old, source=source, chain=(*kept, Holder(name, None, span)))


_Literal = TypeVar("_Literal", CueKind, Stance, Distance, Modality)


def _literal(kind: type[_Literal], value: str) -> _Literal:
    for one in kind:
        if one.value == value:
            return one
    allowed = ", ".join(one.value for one in kind)
    raise _OrphanError(f"{value!r} is not one of {allowed}")
