"""People's decisions on a report's statements: applied by exact words, or orphaned with a reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.model.decision import Act, Anchor, Decision, DecisionState, TargetKind
from reportedly.model.report import Report
from reportedly.model.span import Span
from reportedly.model.statement import (
    CueKind,
    Distance,
    Modality,
    Reading,
    ReviewState,
    Stance,
)
from reportedly.model.value import Approximator, ValueKind
from reportedly.read import attribution_label, decide, read
from reportedly.text.anchor import anchor
from reportedly.text.label import label
from tests.read.readings import CASE, report_of

TEXT = (
    "Ina Roke said that 17 people were killed in the fire at Vela on Monday. "
    "The ministry denied that it knew. Nobody answers at the harbour, they add in Vela."
)


def the_report() -> Report:
    return report_of(TEXT)


def the_reading() -> Reading:
    reading = read(the_report(), CASE)
    assert reading.attributions
    assert reading.claims
    return reading


def on(words: str, kind: TargetKind = TargetKind.ATTRIBUTION, **more: str) -> Anchor:
    start = TEXT.index(words)
    span = Span.of(TEXT, start, start + len(words))
    return anchor(TEXT, span, kind=kind, report="r1", **more)


def decision(
    act: Act, *targets: Anchor, ident: str = "dc-1", field: str = "", value: str = ""
) -> Decision:
    return Decision(ident, act, "mara", "2031-06-01T10:00:00Z", "", targets, field, value)


CONTENT = "that 17 people were killed in the fire at Vela on Monday"


def deaths(reading: Reading) -> Anchor:
    claim = next(one for one in reading.claims if one.measure == "killed")
    return anchor(
        TEXT,
        claim.words,
        kind=TargetKind.CLAIM,
        report="r1",
        seen=label(claim.value),
        measure="killed",
    )


@pytest.mark.parametrize(
    ("act", "state"), [(Act.ACCEPT, ReviewState.ACCEPTED), (Act.REJECT, ReviewState.REJECTED)]
)
def test_a_statement_is_accepted_or_rejected(act: Act, state: ReviewState) -> None:
    made, rows = decide(the_report(), the_reading(), [decision(act, on(CONTENT))])
    assert made.attributions[0].state is state
    assert [row.state for row in rows] == [DecisionState.STANDING]


CORRECTIONS = [
    ("cue_kind", "accuses", lambda one: one.cue.kind is CueKind.ACCUSES),
    ("stance", "doubts", lambda one: one.stance is Stance.DOUBTS),
    ("distance", "claimed", lambda one: one.distance is Distance.CLAIMED),
    ("modality", "possible", lambda one: one.modality is Modality.POSSIBLE),
    ("source", "Bo Lind", lambda one: one.source.name == one.chain[-1].name == "Bo Lind"),
    ("source", "", lambda one: one.source is None and len(one.chain) == 1),
]  # fmt: skip


@pytest.mark.parametrize(("field", "value", "holds"), CORRECTIONS)
def test_each_field_of_a_statement_can_be_corrected(field: str, value: str, holds: object) -> None:
    assert callable(holds)
    choice = decision(Act.CORRECT, on(CONTENT), field=field, value=value)
    made, _ = decide(the_report(), the_reading(), [choice])
    assert holds(made.attributions[0])
    assert made.attributions[0].state is ReviewState.CORRECTED
    assert made.attributions[0].id == the_reading().attributions[0].id


def test_the_claims_of_a_statement_follow_it() -> None:
    choice = decision(Act.CORRECT, on(CONTENT), field="source", value="Bo Lind")
    made, _ = decide(the_report(), the_reading(), [choice])
    claim = next(one for one in made.claims if one.measure == "killed")
    assert [link.name for link in claim.holder] == ["Vela Courier", "Bo Lind"]
    rejected, _ = decide(the_report(), the_reading(), [decision(Act.REJECT, on(CONTENT))])
    assert (
        next(one for one in rejected.claims if one.measure == "killed").state
        is ReviewState.REJECTED
    )


def test_the_value_of_a_claim_is_corrected_from_what_a_person_types() -> None:
    reading = the_reading()
    choice = decision(Act.CORRECT, deaths(reading), field="value", value="12 to 36")
    made, rows = decide(the_report(), reading, [choice])
    claim = next(one for one in made.claims if one.measure == "killed")
    assert (claim.value.low, claim.value.high) == (12, 36)
    assert claim.value.approximator is Approximator.RANGE
    assert claim.state is ReviewState.CORRECTED
    assert rows[0].state is DecisionState.STANDING


ORPHANS = [
    ("other words", lambda at: replace(at, quote="that 18 people")),
    ("other surroundings", lambda at: replace(at, prefix="Bo Lind said ")),
    ("a later occurrence", lambda at: replace(at, ordinal=1)),
    ("another value", lambda at: replace(at, seen="18")),
    ("another measure", lambda at: replace(at, measure="injured")),
    ("no words", lambda at: replace(at, quote="")),
]  # fmt: skip


@pytest.mark.parametrize(("what", "change"), ORPHANS, ids=[row[0] for row in ORPHANS])
def test_a_decision_that_finds_not_exactly_its_words_is_orphaned_and_listed(
    what: str, change: object
) -> None:
    assert callable(change)
    reading = the_reading()
    choice = decision(Act.REJECT, change(deaths(reading)))
    made, rows = decide(the_report(), reading, [choice])
    assert made == reading
    assert rows[0].state is DecisionState.ORPHANED
    assert rows[0].why


def test_a_seen_label_of_a_statement_must_still_hold() -> None:
    reading = the_reading()
    seen = attribution_label(reading.attributions[0])
    assert seen == "Ina Roke says"
    _, rows = decide(the_report(), reading, [decision(Act.ACCEPT, on(CONTENT, seen=seen))])
    assert rows[0].state is DecisionState.STANDING
    _, rows = decide(
        the_report(), reading, [decision(Act.ACCEPT, on(CONTENT, seen="Bo Lind says"))]
    )
    assert rows[0].state is DecisionState.ORPHANED


@pytest.mark.parametrize(
    ("field", "value"), [("stance", "perhaps"), ("title", "A title"), ("value", "17")]
)
def test_a_correction_that_cannot_be_read_is_orphaned(field: str, value: str) -> None:
    choice = decision(Act.CORRECT, on(CONTENT), field=field, value=value)
    made, rows = decide(the_report(), the_reading(), [choice])
    assert made == the_reading()
    assert rows[0].state is DecisionState.ORPHANED


def test_the_last_word_on_a_field_counts_and_the_earlier_is_superseded() -> None:
    first = decision(Act.ACCEPT, on(CONTENT), ident="dc-1")
    second = decision(Act.REJECT, on(CONTENT), ident="dc-2")
    made, rows = decide(the_report(), the_reading(), [first, second])
    assert made.attributions[0].state is ReviewState.REJECTED
    assert [row.state for row in rows] == [DecisionState.SUPERSEDED, DecisionState.STANDING]


def test_undo_really_undoes() -> None:
    first = decision(Act.REJECT, on(CONTENT), ident="dc-1")
    undo = Decision("dc-2", Act.UNDO, "mara", "2031-06-01T11:00:00Z", of=("dc-1",))
    made, rows = decide(the_report(), the_reading(), [first, undo])
    assert made == the_reading()
    assert [row.state for row in rows] == [DecisionState.UNDONE]


def test_decisions_on_other_reports_and_of_other_kinds_are_passed_over() -> None:
    elsewhere = decision(Act.REJECT, replace(on(CONTENT), report="r2"))
    note = decision(Act.NOTE, on(CONTENT), value="look again", ident="dc-2")
    assert decide(the_report(), the_reading(), [elsewhere, note]) == (the_reading(), ())


def test_a_statement_is_added_from_selected_words() -> None:
    choice = decision(
        Act.ADD,
        on("Nobody answers at the harbour", TargetKind.WORDS, role="content"),
        on("they", TargetKind.WORDS, role="source"),
        on("add", TargetKind.WORDS, role="cue"),
    )
    before = the_reading()
    made, rows = decide(the_report(), before, [choice])
    assert rows[0].state is DecisionState.STANDING
    one = next(one for one in made.attributions if one.state is ReviewState.ADDED)
    assert one.content[0].text == "Nobody answers at the harbour"
    assert one.chain[0].name == "Vela Courier"
    assert one.modality is Modality.NEGATED
    assert one.cue is not None
    accepted, _ = decide(
        the_report(),
        before,
        [choice, decision(Act.ACCEPT, on("Nobody answers at the harbour"), ident="dc-2")],
    )
    again = next(a for a in accepted.attributions if a.id == one.id)
    assert again.state is ReviewState.ADDED


def test_a_claim_is_added_from_selected_words_and_a_measure() -> None:
    words = on("on Monday", TargetKind.WORDS, role="value", measure="occurred")
    made, rows = decide(the_report(), the_reading(), [decision(Act.ADD, words)])
    assert rows[0].state is DecisionState.STANDING
    claim = next(one for one in made.claims if one.state is ReviewState.ADDED)
    assert claim.value.kind is ValueKind.TIME
    assert [link.name for link in claim.holder] == ["Vela Courier", "Ina Roke"]


def test_a_decision_made_on_one_reader_applies_to_another_that_reads_the_same_words() -> None:
    from tests.read.readings import ungrouped

    other = read(the_report(), CASE, None, ungrouped)
    _, rows = decide(the_report(), other, [decision(Act.REJECT, on(CONTENT))])
    assert rows[0].state is DecisionState.STANDING
    blind = read(the_report(), CASE, None, lambda text: ())
    _, rows = decide(the_report(), blind, [decision(Act.REJECT, on(CONTENT))])
    assert rows[0].state is DecisionState.ORPHANED


def test_replaying_the_log_gives_the_same_reading() -> None:
    log = [
        decision(Act.CORRECT, on(CONTENT), field="stance", value="doubts", ident="dc-1"),
        decision(Act.REJECT, on("that it knew"), ident="dc-2"),
        decision(
            Act.CORRECT, deaths(the_reading()), field="value", value="at least 40", ident="dc-3"
        ),
    ]
    assert decide(the_report(), the_reading(), log) == decide(the_report(), the_reading(), log)
