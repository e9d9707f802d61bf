"""Laws of reconciling, over generated stories."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model.finding import Grade
from reportedly.model.statement import Claim, Event, Modality, Stance
from reportedly.model.value import TimeRange, Value
from reportedly.reconcile import key, reconcile
from tests.reconcile.reconcile_case import (
    Story,
    about,
    at_least,
    between,
    count,
    party,
    some,
    up_to,
)

RANK = {
    Grade.DISCOUNTED: 0,
    Grade.CONTESTED: 1,
    Grade.WEAK: 2,
    Grade.FAIR: 3,
    Grade.CONFIRMED: 4,
}

numbers = st.integers(0, 60)
values = st.one_of(
    numbers.map(count),
    numbers.map(at_least),
    numbers.map(up_to),
    numbers.map(about),
    st.tuples(numbers, numbers).map(lambda pair: between(min(pair), max(pair))),
    st.just(some(24, 99)),
)
parties = st.builds(lambda name, did: party(name, did=did), st.sampled_from("PQR"), st.booleans())
days = st.sampled_from(("2031-05-16", "2031-05-17", "2031-05-19", "2031-06-02"))
events = st.builds(
    lambda act, place, day: Event(act, place, TimeRange(day, day)),
    st.sampled_from(("attack", "explosion", "fire", "")),
    st.sampled_from(("Lorn", "Old Lorn", "Vesk", "")),
    st.sampled_from(("2031-03-07", "2031-05-16", "2031-05-17", None)),
)


@st.composite
def stories(
    draw: st.DrawFn, measure: str = "killed", values: st.SearchStrategy[Value] = values
) -> Story:
    story = Story(measure=measure, subject="P" if measure == "strength" else None)
    for _ in range(draw(st.integers(1, 7))):
        story.says(
            draw(st.sampled_from(("Wire", "Herald", "Courier", "Radio"))),
            draw(values),
            by=draw(st.sampled_from(("", "P", "Q", "Mayor"))),
            day=draw(days),
            update=draw(st.sampled_from((False, False, True))),
            stance=draw(st.sampled_from((Stance.AFFIRMS, Stance.AFFIRMS, Stance.DENIES))),
            modality=draw(st.sampled_from((Modality.CERTAIN, Modality.CERTAIN, Modality.FUTURE))),
            event=draw(events),
        )
    return story


kinds = st.one_of(
    stories(), stories(measure="strength"), stories(measure="responsible", values=parties)
)


@settings(deadline=None)
@given(kinds, st.data())
def test_the_order_of_claims_does_not_matter(story: Story, data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(story.claims))
    context = story.context()
    assert reconcile(shuffled, context) == reconcile(story.claims, context)


@settings(deadline=None)
@given(kinds)
def test_every_claim_stands_in_exactly_one_question_and_one_answer(story: Story) -> None:
    questions = story.questions()
    given_ids = sorted(claim.id for claim in story.claims)
    assert sorted(claim for one in questions for claim in one.claims) == given_ids
    assert (
        sorted(claim for one in questions for a in one.answers for claim in a.claims) == given_ids
    )
    assert len({one.id for one in questions}) == len(questions)


@settings(deadline=None)
@given(kinds)
def test_blocks_can_be_reconciled_apart(story: Story) -> None:
    context = story.context()
    blocks: dict[str, list[Claim]] = {}
    for claim in story.claims:
        blocks.setdefault(key(claim), []).append(claim)
    apart = [one for block in blocks.values() for one in reconcile(block, context).questions]
    assert sorted(apart, key=lambda one: one.id) == list(reconcile(story.claims, context).questions)


@settings(deadline=None)
@given(kinds, st.data())
def test_a_copy_never_raises_a_grade(story: Story, data: st.DataObject) -> None:
    before = {one.claims: one.finding.grade for one in story.questions()}
    original = data.draw(st.sampled_from(story.claims))
    copy = replace(original, id="cl-copy", report="rp-copy")
    story.reports["rp-copy"] = replace(story.reports[original.report], outlet="Echo")
    story.claims.append(copy)
    for one in story.questions():
        rest = tuple(claim for claim in one.claims if claim != "cl-copy")
        assert RANK[one.finding.grade] <= RANK[before[rest]]


@settings(deadline=None)
@given(st.lists(numbers, min_size=2, max_size=5, unique=True))
def test_a_tie_takes_the_lower_figure(figures: list[int]) -> None:
    story = Story()
    for outlet, figure in zip(
        ("Wire", "Herald", "Courier", "Radio", "Mail"), figures, strict=False
    ):
        story.says(outlet, count(figure))
    assert story.finding().best == count(min(figures))


@settings(deadline=None)
@given(kinds)
def test_the_best_value_lies_between_low_and_high(story: Story) -> None:
    for one in story.questions():
        low, best, high = one.finding.low, one.finding.best, one.finding.high
        if best is None or low is None or high is None:
            continue
        assert low.low is not None
        assert high.high is not None
        assert low.low <= high.high
        assert best.low is None or low.low <= best.low <= max(high.high, best.low)


@settings(deadline=None)
@given(kinds)
def test_what_is_excluded_says_why_and_stays_in_its_question(story: Story) -> None:
    for one in story.questions():
        assert {item.claim for item in one.finding.excluded} <= set(one.claims)
        assert all(item.rule and item.why.endswith(".") for item in one.finding.excluded)
        assert one.finding.why
        assert all(reason.endswith(".") for reason in (*one.finding.why, *one.finding.raises))
        assert one.text.endswith("?")
