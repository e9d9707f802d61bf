"""What is said of a decision is what it does: a later one that does nothing takes nothing back."""

from __future__ import annotations

from reportedly.build.replaying import replay
from reportedly.model.decision import Act, Anchor, Decision, DecisionState, Replayed, TargetKind

WORDS = Anchor(TargetKind.CLAIM, "r1", quote="twelve", prefix="of ", suffix=" hurt")


def made(number: int, act: Act, *targets: Anchor, field: str = "", value: str = "") -> Decision:
    at = f"2031-05-22T00:00:{number:02}Z"
    return Decision(f"dc-{number}", act, "Ina Holt", at, targets=targets, field=field, value=value)


def states(decisions: list[Decision], *applied: Replayed) -> list[DecisionState]:
    return [row.state for row in replay(decisions, {}, applied)]


def test_the_later_of_two_decisions_that_both_find_their_words_overrides_the_earlier() -> None:
    one, two = made(1, Act.ACCEPT, WORDS), made(2, Act.REJECT, WORDS)
    applied = [Replayed(row, DecisionState.STANDING) for row in (one, two)]
    assert states([one, two], *applied) == [DecisionState.SUPERSEDED, DecisionState.STANDING]


def test_an_orphaned_decision_leaves_the_one_before_it_standing() -> None:
    one, two = made(1, Act.ACCEPT, WORDS), made(2, Act.REJECT, WORDS)
    lost = Replayed(two, DecisionState.ORPHANED, "another value stands there now")
    kept = Replayed(one, DecisionState.STANDING)
    assert states([one, two], kept, lost) == [DecisionState.STANDING, DecisionState.ORPHANED]


def test_a_decision_that_no_stage_took_up_is_orphaned_and_overrides_nothing() -> None:
    one, two = made(1, Act.ACCEPT, WORDS), made(2, Act.REJECT, WORDS)
    kept = Replayed(one, DecisionState.STANDING)
    assert states([one, two], kept) == [DecisionState.STANDING, DecisionState.ORPHANED]


def test_the_same_words_in_another_place_are_another_matter() -> None:
    elsewhere = Anchor(TargetKind.CLAIM, "r1", quote="twelve", prefix="and ", suffix=" dead")
    log = [made(1, Act.ACCEPT, WORDS), made(2, Act.ACCEPT, elsewhere)]
    applied = [Replayed(row, DecisionState.STANDING) for row in log]
    assert states(log, *applied) == [DecisionState.STANDING, DecisionState.STANDING]


def test_a_later_pseudonym_for_a_person_overrides_the_earlier() -> None:
    log = [
        made(1, Act.PROTECT, field="Ina Holt", value="A"),
        made(2, Act.PROTECT, field="Ina Holt", value="B"),
    ]
    assert states(log) == [DecisionState.SUPERSEDED, DecisionState.STANDING]
