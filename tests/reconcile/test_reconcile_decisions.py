"""What people decide on questions is applied, superseded or orphaned; never dropped, never moved."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.model.decision import Act, Anchor, Decision, DecisionState, TargetKind
from reportedly.model.finding import Grade
from reportedly.model.span import Span
from reportedly.model.statement import Claim, Event
from reportedly.reconcile import Placed, Reconciled, reconcile
from tests.reconcile.reconcile_case import Story, count, yes


def decide(act: Act, *claims: Claim, value: str = "", number: int = 1, seen: str = "") -> Placed:
    anchors = tuple(
        Anchor(
            TargetKind.QUESTION,
            claim.report,
            claim.words.text,
            measure=claim.measure,
            seen=seen,
        )
        for claim in claims
    )
    decision = Decision(
        f"dc-{number}", act, "ana", f"2031-06-01T00:00:{number:02d}Z", targets=anchors, value=value
    )
    return Placed(decision, tuple(claim.words for claim in claims))


def run(story: Story, *decisions: Placed) -> Reconciled:
    return reconcile(story.claims, replace(story.context(), decisions=decisions))


def states(result: Reconciled) -> list[DecisionState]:
    return [one.state for one in result.replayed]


@pytest.fixture
def story() -> Story:
    story = Story()
    story.says("Wire", count(2))
    story.says("Herald", count(3))
    story.says("Courier", count(12))
    return story


def test_split_takes_statements_out_into_a_question_of_their_own(story: Story) -> None:
    result = run(story, decide(Act.SPLIT, story.claims[0], story.claims[1]))
    assert sorted(len(one.claims) for one in result.questions) == [1, 2]
    assert states(result) == [DecisionState.STANDING]


def test_merge_joins_two_questions(story: Story) -> None:
    other = story.says("Radio", count(4), event=Event("attack", "Vesk"))
    assert len(story.questions()) == 2
    result = run(story, decide(Act.MERGE, story.claims[0], other))
    assert [len(one.claims) for one in result.questions] == [4]
    assert states(result) == [DecisionState.STANDING]


def test_a_merge_can_be_split_again(story: Story) -> None:
    other = story.says("Radio", count(4), event=Event("attack", "Vesk"))
    result = run(
        story, decide(Act.MERGE, story.claims[0], other), decide(Act.SPLIT, other, number=2)
    )
    assert sorted(len(one.claims) for one in result.questions) == [1, 3]


def test_questions_of_different_kinds_are_not_merged(story: Story) -> None:
    story.measure = "asserted"
    other = story.says("Radio", yes("the bridge is closed"))
    result = run(story, decide(Act.MERGE, story.claims[0], other))
    assert states(result) == [DecisionState.ORPHANED]
    assert "different kinds" in result.replayed[0].why


def test_rename_gives_the_question_other_words(story: Story) -> None:
    result = run(story, decide(Act.RENAME, story.claims[0], value="How many died at Lorn?"))
    assert [one.text for one in result.questions] == ["How many died at Lorn?"]


def test_a_grade_set_by_a_person_stands_with_its_decision(story: Story) -> None:
    result = run(story, decide(Act.GRADE, story.claims[0], value="fair"))
    (question,) = result.questions
    assert question.finding.grade is Grade.FAIR
    assert question.finding.decided == "dc-1"
    assert question.finding.why[0] == "ana set the grade."


def test_the_later_grade_supersedes_the_earlier(story: Story) -> None:
    result = run(
        story,
        decide(Act.GRADE, story.claims[0], value="fair", number=1),
        decide(Act.GRADE, story.claims[1], value="weak", number=2),
    )
    assert result.questions[0].finding.grade is Grade.WEAK
    assert states(result) == [DecisionState.SUPERSEDED, DecisionState.STANDING]


def test_a_grade_that_is_none_is_orphaned(story: Story) -> None:
    result = run(story, decide(Act.GRADE, story.claims[0], value="excellent"))
    assert states(result) == [DecisionState.ORPHANED]
    assert "is no grade" in result.replayed[0].why


def test_notes_add_up(story: Story) -> None:
    result = run(
        story,
        decide(Act.NOTE, story.claims[0], value="Ask the ministry.", number=1),
        decide(Act.NOTE, story.claims[1], value="Asked.", number=2),
    )
    assert result.questions[0].notes == ("Ask the ministry. (dc-1)", "Asked. (dc-2)")
    assert states(result) == [DecisionState.STANDING, DecisionState.STANDING]


def test_a_decision_says_when_the_finding_has_moved_since(story: Story) -> None:
    result = run(story, decide(Act.GRADE, story.claims[0], value="fair", seen="17"))
    assert "made when the finding was 17" in result.replayed[0].why


@pytest.mark.parametrize("act", [Act.SPLIT, Act.MERGE, Act.RENAME, Act.GRADE, Act.NOTE])
def test_words_that_are_gone_orphan_the_decision(story: Story, act: Act) -> None:
    placed = replace(decide(act, story.claims[0], value="fair"), spans=(None,))
    result = run(story, placed)
    assert states(result) == [DecisionState.ORPHANED]
    assert "any more" in result.replayed[0].why
    assert result.questions == story.questions()


@pytest.mark.parametrize("act", [Act.SPLIT, Act.GRADE])
def test_words_without_a_claim_orphan_the_decision(story: Story, act: Act) -> None:
    placed = replace(decide(act, story.claims[0], value="fair"), spans=(Span(9000, 9005, "y" * 5),))
    assert states(run(story, placed)) == [DecisionState.ORPHANED]


def test_a_decision_that_is_none_of_these_is_listed_too(story: Story) -> None:
    result = run(story, decide(Act.PROTECT, story.claims[0], value="Somebody"))
    assert states(result) == [DecisionState.ORPHANED]
