"""Which claims are taken for answers to one question, and how it is asked."""

from __future__ import annotations

import pytest

from reportedly.model.statement import Event
from reportedly.model.value import TimeRange
from tests.reconcile.reconcile_case import Story, count, party, when, yes


def event(act: str = "attack", place: str = "Lorn", first: str = "", last: str = "") -> Event:
    return Event(act, place, TimeRange(first or None, last or first or None))


def split_of(*events: Event) -> list[int]:
    """How many claims fall to each question."""
    story = Story()
    for number, one in enumerate(events):
        story.says(f"Outlet {number}", count(number), event=one)
    return sorted(len(question.claims) for question in story.questions())


def test_a_raid_in_march_is_not_the_raid_in_may() -> None:
    assert split_of(event(first="2031-03-07"), event(first="2031-05-17")) == [1, 1]


def test_one_day_at_one_place_is_one_event() -> None:
    assert split_of(event(first="2031-03-07"), event(first="2031-03-07")) == [2]


def test_a_night_has_two_dates() -> None:
    assert split_of(event(first="2031-03-07"), event(first="2031-03-08")) == [2]


def test_a_night_with_two_dates_does_not_chain_on_to_a_third_day() -> None:
    days = [event(first=f"2031-03-{day:02d}") for day in range(1, 29)]
    assert max(split_of(*days)) <= 3


def test_two_places_are_two_events() -> None:
    assert split_of(event(first="2031-03-07"), event(place="Vesk", first="2031-03-07")) == [1, 1]


def test_a_place_and_its_longer_name_are_one() -> None:
    assert split_of(event(first="2031-03-07"), event(place="Old Lorn", first="2031-03-07")) == [2]


def test_blast_and_fire_may_be_one_happening_but_blast_and_arrest_are_not() -> None:
    assert split_of(event("explosion", first="2031-03-07"), event("fire", first="2031-03-07")) == [
        2
    ]
    assert split_of(
        event("explosion", first="2031-03-07"), event("arrest", first="2031-03-07")
    ) == [
        1,
        1,
    ]


def test_an_untold_time_joins_where_only_one_event_fits() -> None:
    assert split_of(event(first="2031-03-07"), event()) == [2]


def test_an_untold_time_is_kept_apart_where_two_events_fit_and_says_so() -> None:
    story = Story()
    story.says("Wire", count(2), event=event(first="2031-03-07"))
    story.says("Wire", count(4), event=event(first="2031-05-17"))
    story.says("Herald", count(6), event=event())
    questions = story.questions()
    assert len(questions) == 3
    apart = next(one for one in questions if story.claims[2].id in one.claims)
    assert "do not say which" in apart.finding.why[-1]


def test_a_month_does_not_join_two_days() -> None:
    assert split_of(
        event(first="2031-05-03"),
        event(first="2031-05-22"),
        event(first="2031-05-01", last="2031-05-31"),
    ) == [1, 1, 1]


def test_a_month_joins_the_only_day_it_holds() -> None:
    assert split_of(event(first="2031-05-22"), event(first="2031-05-01", last="2031-05-31")) == [2]


def test_another_population_is_another_question() -> None:
    story = Story()
    story.says("Wire", count(12))
    story.says("Herald", count(9), population="civilians")
    assert len(story.questions()) == 2


def test_another_subject_is_another_question() -> None:
    story = Story(measure="strength", subject="Front")
    story.says("Wire", count(12))
    story.subject = "Column"
    story.says("Wire", count(12))
    assert len(story.questions()) == 2


@pytest.mark.parametrize(
    ("story", "value", "text"),
    [
        (Story(), count(3), "How many people were killed in the attack on Lorn of 16 May 2031?"),
        (
            Story(event=Event("explosion", "Lorn")),
            count(3),
            "How many people were killed in the explosion at Lorn?",
        ),
        (
            Story(event=Event("", "Lorn", TimeRange("2031-05-01", "2031-05-31"))),
            count(3),
            "How many people were killed at Lorn on May 2031?",
        ),
        (Story(event=Event()), count(3), "How many people were killed?"),
        (Story("strength", "Front"), count(3), "How many fighters does Front have?"),
        (
            Story("founded", "Front"),
            when("2031-05-01", "2031-05-31"),
            "When was Front founded?",
        ),
        (
            Story("responsible"),
            party("P"),
            "Who was responsible for the attack on Lorn of 16 May 2031?",
        ),
        (
            Story("occurred"),
            when("2031-05-16", "2031-05-16"),
            "When was the attack on Lorn?",
        ),
        (Story("asserted"), yes("the bridge is closed"), "Is it so that the bridge is closed?"),
        (Story("age", "Heron"), count(43), "How old is Heron?"),
    ],
)
def test_a_question_is_asked_as_a_person_would(story: Story, value: object, text: str) -> None:
    story.says("Wire", value)
    assert [one.text for one in story.questions()] == [text]


def test_answers_are_grouped_by_value_and_the_best_held_comes_first() -> None:
    story = Story()
    story.says("Wire", count(17))
    story.says("Herald", count(12))
    story.says("Courier", count(12))
    (question,) = story.questions()
    assert [(one.label, len(one.claims)) for one in question.answers] == [("12", 2), ("17", 1)]
    assert question.answers[0].origins == ("Herald", "Courier")


def test_what_does_not_count_stays_among_the_answers_without_an_origin() -> None:
    story = Story()
    story.says("Wire", count(4), day="2031-05-17", by="Ministry")
    story.says("Herald", count(7), day="2031-05-18", by="Ministry")
    (question,) = story.questions()
    assert [(one.label, one.origins) for one in question.answers] == [("7", ("Herald",)), ("4", ())]
