"""A ledger that carries hostile words in every field a source, a file name or a person can fill."""

from __future__ import annotations

from reportedly.model.decision import (
    Act,
    Anchor,
    Decision,
    DecisionState,
    Replayed,
    TargetKind,
)
from reportedly.model.entity import Entity, Join
from reportedly.model.finding import (
    Agreement,
    Answer,
    Excluded,
    Finding,
    Grade,
    Question,
    QuestionKind,
)
from reportedly.model.ledger import Ledger
from reportedly.model.lineage import Derivation, DerivationKind, Direction, Origin, Passage
from reportedly.model.report import (
    Evidence,
    LeftOut,
    OffsetRun,
    Published,
    Report,
    ReportState,
)
from reportedly.model.span import Span
from reportedly.model.statement import (
    Attribution,
    AttributionKind,
    Claim,
    Cue,
    CueKind,
    EntityKind,
    Holder,
    Mention,
    MentionForm,
    Source,
)
from reportedly.model.value import Approximator, Value, ValueKind

EVIL = (
    "<script>window.pwned=1;alert(1)</script>\"'><img src=x onerror=window.pwned=1>"
    "<svg/onload=alert(1)>{{ 7*7 }}{% include 'x' %}</title></style></textarea>"
    '<a href="javascript:alert(1)">x</a>\u202edne\u202c\u200b\x07<!--'
)


def hostile_ledger() -> Ledger:
    """One row of every kind, evil in every free field."""
    text = f"{EVIL} {EVIL} {EVIL}"
    whole = Span.of(text, 0, len(EVIL))
    second = Span.of(text, len(EVIL) + 1, 2 * len(EVIL) + 1)
    evidence = Evidence(EVIL, EVIL, whole)
    reports = tuple(
        Report(
            id=letter * 64,
            original=(letter * 64,),
            names=(EVIL,),
            format=EVIL,
            state=state,
            reason=EVIL,
            outlet=EVIL,
            outlet_evidence=evidence,
            author=EVIL,
            title=EVIL,
            url="javascript:alert(1)",
            language='en" onload="alert(1)',
            published=Published("2031-05-01", "2031-05-02", (evidence,)),
            full_text=text,
            text=text,
            offsets=(OffsetRun(0, 0, len(text)),),
        )
        for letter, state in (("a", ReportState.READ), ("b", ReportState.HOLLOW))
    )
    one = reports[0].id
    holder = (Holder(EVIL), Holder(EVIL, "en-1", whole))
    said = Attribution(
        id="at-1",
        report=one,
        kind=AttributionKind.DIRECT,
        source=Source(whole, EVIL, "en-1", "mn-1"),
        cue=Cue(second, CueKind.SAYS),
        content=(second,),
        chain=holder,
    )
    value = Value(ValueKind.COUNT, low=1, high=2, unit=EVIL, approximator=Approximator.RANGE)
    claim = Claim(
        id="cl-1",
        report=one,
        span=whole,
        words=whole,
        attribution="at-1",
        holder=holder,
        measure="killed",
        value=value,
        subject="en-1",
        subject_words=EVIL,
        population=EVIL,
        origin="or-1",
    )
    finding = Finding(
        low=value,
        best=value,
        high=value,
        label=EVIL,
        agreement=Agreement.SINGLE,
        grade=Grade.WEAK,
        why=(EVIL,),
        raises=(EVIL,),
        excluded=(Excluded("cl-1", "superseded", EVIL),),
    )
    question = Question(
        id="qu-1",
        text=EVIL,
        kind=QuestionKind.HOW_MANY,
        subject="en-1",
        subject_name=EVIL,
        measure="killed",
        claims=("cl-1",),
        answers=(Answer(value, EVIL, ("cl-1",), ("or-1",)),),
        finding=finding,
        notes=(EVIL,),
    )
    anchor = Anchor(TargetKind.CLAIM, one, EVIL, EVIL, EVIL)
    decision = Decision("dc-1", Act.NOTE, EVIL, "2031-05-01T00:00:00Z", EVIL, (anchor,), EVIL, EVIL)
    return Ledger(
        title=EVIL,
        software=EVIL,
        reader=EVIL,
        originals=2,
        reports=reports,
        left_out=(LeftOut("lo-1", one, whole, EVIL),),
        attributions=(said,),
        mentions=(Mention("mn-1", one, whole, EntityKind.PERSON, MentionForm.NAME, entity="en-1"),),
        entities=(
            Entity(
                "en-1",
                EVIL,
                EntityKind.PERSON,
                (EVIL,),
                ("mn-1",),
                (Join("mn-1", "mn-1", EVIL, EVIL),),
            ),
        ),
        claims=(claim,),
        questions=(question,),
        derivations=(
            Derivation(
                id="dv-1",
                child=one,
                parent="",
                parent_name=EVIL,
                kind=DerivationKind.CREDIT,
                direction=Direction.FROM_A,
                evidence=(evidence,),
            ),
            Derivation(
                id="dv-2",
                child=one,
                parent=reports[1].id,
                parent_name=EVIL,
                kind=DerivationKind.EDITED,
                direction=Direction.UNDETERMINED,
                passages=(Passage(whole, whole),),
                evidence=(evidence,),
            ),
        ),
        origins=(Origin("or-1", "A", EVIL, (one,), EVIL),),
        decisions=(Replayed(decision, DecisionState.ORPHANED, EVIL),),
    )
