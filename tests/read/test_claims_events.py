"""Which happening a claim is placed in."""

from __future__ import annotations

from tests.read.claims_case import claims_in

MAY = (
    "At least four people were killed when an explosion tore through the terminal at Sulvek on "
    "17 May 2031.\n\n"
)


def event(text: str, measure: str) -> tuple[str, str, str]:
    """Act, place and time of the last claim of the measure."""
    found = claims_in(text, measure)[-1].event
    assert found is not None
    return (found.act, found.place, found.when.edtf())


def test_its_own_sentence_comes_first() -> None:
    assert event(MAY, "killed") == ("explosion", "Sulvek", "2031-05-17")


def test_a_later_paragraph_borrows_the_event_the_report_opens_with() -> None:
    text = MAY + "Three men were detained near the fence."
    assert event(text, "arrested") == ("explosion", "Sulvek", "2031-05-17")


def test_another_date_is_another_event() -> None:
    text = MAY + "Two guards were killed when mortars struck the post on 7 March 2031."
    assert event(text, "killed")[2] == "2031-03-07"


def test_a_sentence_that_points_back_means_the_event_before_it() -> None:
    text = (
        MAY + "Two guards were killed in a shelling on 7 March 2031. "
        "The Free Highlands Front claimed that attack within hours."
    )
    assert event(text, "responsible")[2] == "2031-03-07"


def test_the_day_somebody_spoke_is_not_the_day_it_happened() -> None:
    text = MAY + "Seven people were killed in the explosion, the mayor said on 18 May 2031."
    assert event(text, "killed")[2] == "2031-05-17"


def test_a_day_beside_missing_people_says_as_of_when() -> None:
    text = MAY + "Five people were still missing on 18 May 2031."
    (claim,) = claims_in(text, "missing")
    assert claim.as_of.edtf() == "2031-05-18"
    assert claim.event is not None
    assert claim.event.when.edtf() == "2031-05-17"


def test_fighters_who_are_fighting_are_no_fight() -> None:
    text = "The men are fighting for their land. Twelve people were killed."
    assert event(text, "killed")[0] == ""
