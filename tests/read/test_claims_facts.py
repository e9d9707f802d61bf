"""When, where, who did it, who somebody is, whether it is so, what it is called."""

from __future__ import annotations

import pytest

from reportedly.model.statement import Claim, Stance
from tests.read.claims_case import claims_in


def pairs(found: list[Claim]) -> list[tuple[str, str]]:
    return [(claim.subject_words, claim.value.text or "") for claim in found]


@pytest.mark.parametrize(
    "text",
    [
        "The Free Highlands Front was founded by forty herders in April 2021.",
        "The Free Highlands Front, which was formed in April 2021, has a flag.",
        "The Free Highlands Front, as its members call it, was created in April 2021.",
        "The ministry fears the Free Highlands Front and says that it was founded in April 2021.",
    ],
)
def test_a_group_was_founded_when_its_own_verb_says(text: str) -> None:
    (claim,) = claims_in(text, "founded")
    assert claim.subject_words == "Free Highlands Front"
    assert claim.value.time.edtf() == "2021-04-01/2021-04-30"


def test_a_happening_occurred_on_the_day_beside_it() -> None:
    (claim,) = claims_in("An explosion hit Sulvek on 17 May 2031.", "occurred")
    assert claim.value.time.edtf() == "2031-05-17"
    assert claim.event is not None
    assert claim.event.act == "explosion"


def test_a_clock_time_is_told_apart_from_the_day() -> None:
    text = "An explosion hit Sulvek on 17 May 2031.\n\nThe blast struck at 1:20 a.m."
    (claim,) = claims_in(text, "time_of_day")
    assert claim.value.time.edtf() == "2031-05-17T01:20"


def test_a_fire_began_inside_the_place_of_the_fire() -> None:
    (claim,) = claims_in("The fire began in Shed 4, the fire chief said.", "occurred_at")
    assert claim.value.place == "Shed 4"


def test_an_accusation_is_the_accusers_word() -> None:
    text = "The Interior Ministry accused the Free Highlands Front of planting the bomb."
    (claim,) = claims_in(text, "responsible")
    assert claim.subject_words == "Free Highlands Front"
    assert claim.holder[-1].name.endswith("Interior Ministry")
    assert claim.stance is Stance.AFFIRMS


def test_a_claim_of_responsibility_is_held_by_the_party_itself() -> None:
    text = "The Free Highlands Front claimed responsibility for the shelling."
    (claim,) = claims_in(text, "responsible")
    assert claim.subject_words == "Free Highlands Front"
    assert claim.holder[-1].name == "Free Highlands Front"


def test_a_denied_part_in_it_is_a_denial_by_the_party_itself() -> None:
    text = "An explosion hit Sulvek. The Free Highlands Front denied any part in it."
    (claim,) = claims_in(text, "responsible")
    assert claim.stance is Stance.DENIES
    assert claim.holder[-1].name == "Free Highlands Front"


def test_the_subject_claims_responsibility_and_not_a_name_between() -> None:
    text = (
        "The Highland Column, which claimed to have joined the Free Highlands Front, took "
        "responsibility for a raid in March."
    )
    assert {claim.subject_words for claim in claims_in(text, "responsible")} <= {"Highland Column"}


def test_an_accusation_by_nobody_is_no_claim() -> None:
    assert claims_in("Accused of planting the bomb, they fled.", "responsible") == []


def test_two_groups_that_did_it_together_are_two_claims_of_one_sentence() -> None:
    text = "The Free Highlands Front and the Highland Column attacked the post and two farms."
    found = claims_in(text, "responsible")
    assert {claim.subject_words for claim in found} == {"Free Highlands Front", "Highland Column"}
    assert len({claim.span for claim in found}) == 1


@pytest.mark.parametrize(
    ("text", "who", "age"),
    [
        ("Tomas Ildray, 34, loads lorries.", "Tomas Ildray", 34),
        ("Jorin Askeld, a 41-year-old surveyor, leads them.", "Jorin Askeld", 41),
        ("Jorin Askeld, who is 50 and limps, leads them.", "Jorin Askeld", 50),
    ],
)
def test_an_age_is_of_the_person_beside_it(text: str, who: str, age: int) -> None:
    (claim,) = claims_in(text, "age")
    assert (claim.subject_words, claim.value.low) == (who, age)


@pytest.mark.parametrize(
    ("text", "who", "role"),
    [
        ("The flames rose, fire chief Olan Brisk said.", "Olan Brisk", "fire chief"),
        ("Berta Lomand, the mayor of Marnholt, heard it.", "Berta Lomand", "mayor of Marnholt"),
        (
            "The Free Highlands Front is led by Jorin Askeld, who once measured fields.",
            "Jorin Askeld",
            "leader of Free Highlands Front",
        ),
    ],
)
def test_a_role_is_of_the_person_it_stands_with(text: str, who: str, role: str) -> None:
    assert (who, role) in pairs(claims_in(text, "role"))


def test_a_court_declares_what_something_is() -> None:
    text = "The Supreme Court recognised the Free Highlands Front as a terrorist organisation."
    (claim,) = claims_in(text, "declared")
    assert pairs([claim]) == [("Free Highlands Front", "terrorist organisation")]
    assert claim.holder[-1].name.endswith("Supreme Court")


def test_a_denial_meets_the_statement_it_denies() -> None:
    text = (
        "An official said that Colonel Varro had ordered the fuel to be kept.\n\n"
        "The Border Service denied that Varro had given such an order."
    )
    found = claims_in(text, "asserted")
    assert len({claim.value.text for claim in found}) == 1
    assert {claim.stance for claim in found} == {Stance.AFFIRMS, Stance.DENIES}


def test_a_denial_of_nothing_said_here_stands_alone() -> None:
    found = claims_in("The mayor denied that the bridge had been mined.", "asserted")
    assert [(claim.value.text, claim.stance) for claim in found] == [
        ("the bridge had been mined", Stance.DENIES)
    ]


def test_a_fight_goes_on_or_is_over() -> None:
    text = (
        "The Free Highlands Front said that the fighting in Sulvek was continuing, although the "
        "Defence Ministry said that the fighters had been pushed back."
    )
    found = claims_in(text, "asserted")
    assert {claim.value.polarity for claim in found} == {True, False}
    assert len({claim.value.text for claim in found}) == 1


def test_nobody_entered_is_a_denial_of_entering() -> None:
    (claim,) = claims_in("No Osmerian fighters entered the valley, the minister said.", "asserted")
    assert (claim.value.text, claim.value.polarity) == (
        "Osmerian fighters entered the valley",
        False,
    )


def test_a_lasting_thing_began_when_its_verb_says() -> None:
    (claim,) = claims_in("The offensive began on 4 June 2030, and the valley emptied.", "began")
    assert (claim.subject_words, claim.value.time.edtf()) == ("The offensive", "2030-06-04")


def test_a_rank_before_a_name_is_no_role() -> None:
    found = claims_in("The post is run by Col. Sten Varro, who said nothing.", "rank")
    assert pairs(found) == [("Sten Varro", "colonel")]
