"""People's decisions about names: they win, they last, and they can be taken back."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model.decision import Act, DecisionState
from reportedly.resolve.union import Union
from tests.resolve.named_story import anchored, decided, resolved, sets, together, told

STORY = [
    told("a", "<Ina Holt|person> spoke first. Then <Ina Holt|person> sat."),
    told("b", "<Ina Holt|person> spoke last."),
    told("c", "<Mara Venn|person> was silent."),
]


def test_different_undoes_a_join_of_the_rules() -> None:
    assert together(STORY, "Ina Holt@a", "Ina Holt@b")
    apart = decided(
        1, Act.DIFFERENT, anchored(STORY, "Ina Holt", "a"), anchored(STORY, "Ina Holt", "b")
    )
    assert not together(STORY, "Ina Holt@a", "Ina Holt@b", decisions=[apart])
    (state,) = resolved(STORY, [apart])[1]
    assert state.state is DecisionState.STANDING


def test_same_joins_what_no_rule_would_and_says_whose_decision_it_was() -> None:
    same = decided(1, Act.SAME, anchored(STORY, "Ina Holt", "a"), anchored(STORY, "Mara Venn", "c"))
    assert together(STORY, "Ina Holt@a", "Ina Holt@b", "Mara Venn@c", decisions=[same])
    found, _ = resolved(STORY, [same])
    joins = [join for entity in found.entities for join in entity.joins if join.rule == "decision"]
    assert [(join.decision, join.words) for join in joins] == [("dc-1", "because")]


def test_two_mentions_of_one_report_can_be_parted() -> None:
    apart = decided(
        1, Act.DIFFERENT, anchored(STORY, "Ina Holt", "a", 0), anchored(STORY, "Ina Holt", "a", 1)
    )
    assert len(sets(STORY, [apart])) == 3


def test_an_undone_decision_is_as_if_it_had_never_been() -> None:
    ends = anchored(STORY, "Ina Holt", "a"), anchored(STORY, "Ina Holt", "b")
    log = [decided(1, Act.DIFFERENT, *ends), decided(2, Act.UNDO, of=("dc-1",))]
    assert sets(STORY, log) == sets(STORY)
    assert [item.state for item in resolved(STORY, log)[1]] == [DecisionState.UNDONE]


def test_the_later_of_two_decisions_on_the_same_words_counts() -> None:
    ends = anchored(STORY, "Ina Holt", "a"), anchored(STORY, "Ina Holt", "b")
    log = [decided(1, Act.DIFFERENT, *ends), decided(2, Act.SAME, *ends)]
    assert together(STORY, "Ina Holt@a", "Ina Holt@b", decisions=log)
    assert [item.state for item in resolved(STORY, log)[1]] == [
        DecisionState.SUPERSEDED,
        DecisionState.STANDING,
    ]


def test_a_later_decision_that_finds_its_words_no_more_leaves_the_earlier_in_force() -> None:
    ends = anchored(STORY, "Ina Holt", "a"), anchored(STORY, "Ina Holt", "b")
    lost = replace(ends[0], ordinal=7)
    log = [decided(1, Act.DIFFERENT, *ends), decided(2, Act.SAME, lost, ends[1])]
    assert not together(STORY, "Ina Holt@a", "Ina Holt@b", decisions=log)
    assert [item.state for item in resolved(STORY, log)[1]] == [
        DecisionState.STANDING,
        DecisionState.ORPHANED,
    ]


def test_the_same_words_in_two_places_are_two_decisions() -> None:
    other = anchored(STORY, "Mara Venn", "c")
    first, second = (anchored(STORY, "Ina Holt", "a", turn) for turn in (0, 1))
    log = [decided(1, Act.SAME, first, other), decided(2, Act.DIFFERENT, second, other)]
    assert together(STORY, "Ina Holt@a", "Mara Venn@c", decisions=log)
    assert {item.state for item in resolved(STORY, log)[1]} == {DecisionState.STANDING}


def test_a_decision_whose_words_are_gone_is_orphaned_and_does_nothing() -> None:
    apart = decided(
        1, Act.DIFFERENT, anchored(STORY, "Ina Holt", "a"), anchored(STORY, "Ina Holt", "b")
    )
    changed = [*STORY[:1], told("b", "Yesterday <Ina Holt|person> spoke last of all."), STORY[2]]
    (state,) = resolved(changed, [apart])[1]
    assert state.state is DecisionState.ORPHANED
    assert "Ina Holt" in state.why
    assert together(changed, "Ina Holt@a", "Ina Holt@b", decisions=[apart])


def test_a_decision_outlives_a_reader_that_cuts_names_otherwise() -> None:
    story = [
        told("a", "<Mayor Ina Holt|person> spoke."),
        told("b", "Then <Ina Holt|person> spoke."),
    ]
    apart = decided(
        1, Act.DIFFERENT, anchored(story, "Mayor Ina Holt", "a"), anchored(story, "Ina Holt", "b")
    )
    other = [told("a", "Mayor <Ina Holt|person> spoke."), story[1]]
    assert len(sets(other)) == 1
    assert len(sets(other, [apart])) == 2


def test_a_chain_of_sames_may_not_join_what_is_different() -> None:
    story = [
        told(name, f"<{words}|person> spoke.")
        for name, words in zip("abc", ("Ada Orr", "Bo Ull", "Cy Ems"), strict=True)
    ]
    a, b, c = (
        anchored(story, words, name)
        for name, words in zip("abc", ("Ada Orr", "Bo Ull", "Cy Ems"), strict=True)
    )
    log = [decided(1, Act.SAME, a, b), decided(2, Act.SAME, b, c), decided(3, Act.DIFFERENT, a, c)]
    assert together(story, "Ada Orr@a", "Bo Ull@b", decisions=log)
    assert not together(story, "Bo Ull@b", "Cy Ems@c", decisions=log)
    states = [item.state for item in resolved(story, log)[1]]
    assert states == [DecisionState.STANDING, DecisionState.SUPERSEDED, DecisionState.STANDING]


_PAIRS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=12)


@given(_PAIRS, _PAIRS)
@settings(deadline=None)
def test_what_must_stay_apart_never_meets_however_long_the_chain(
    joins: list[tuple[int, int]], apart: list[tuple[int, int]]
) -> None:
    union = Union(str(n) for n in range(8))
    kept = [(a, b) for a, b in apart if a != b and union.keep_apart(str(a), str(b))]
    made = [(a, b) for a, b in joins if union.join(str(a), str(b))]
    for a, b in kept:
        assert union.find(str(a)) != union.find(str(b))
    for a, b in made:
        assert union.find(str(a)) == union.find(str(b))
