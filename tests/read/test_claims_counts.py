"""Which numbers become claims, of what, and whom they count."""

from __future__ import annotations

import pytest

from reportedly.model.statement import Modality, Stance
from reportedly.model.value import Approximator
from tests.read.claims_case import claims_in, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast killed 12 people.", [("killed", "12", "")]),
        ("Twelve people were killed in the blast.", [("killed", "Twelve", "")]),
        ("The blast left 12 dead.", [("killed", "12", "")]),
        (
            "At least four people were killed and 17 injured.",
            [("killed", "At least four", ""), ("injured", "17", "")],
        ),
        (
            "The raid killed three soldiers and two policemen.",
            [("killed", "three", "soldiers"), ("killed", "two", "police")],
        ),
        (
            "Two soldiers and three civilians were killed.",
            [("killed", "Two", "soldiers"), ("killed", "three", "civilians")],
        ),
        ("The death toll rose to 15.", [("killed", "15", "")]),
        (
            "The number of guards killed in the shelling rose to nine.",
            [("killed", "nine", "guards")],
        ),
        ("The ministry put the dead at four.", [("killed", "four", "")]),
        ("By noon the dead numbered seven.", [("killed", "seven", "")]),
        ("Eleven people are now known to have died.", [("killed", "Eleven", "")]),
        ("Two drivers lost their lives in the fire.", [("killed", "Two", "drivers")]),
        ("Three passengers were shot dead.", [("killed", "Three", "passengers")]),
        ("Three passengers were shot.", [("casualties", "Three", "passengers")]),
        ("Twenty people were killed or injured.", [("casualties", "Twenty", "")]),
        ("Seven people were taken to hospital after the blast.", [("injured", "Seven", "")]),
        ("Thirty-one people had been treated.", [("treated", "Thirty-one", "")]),
        ("Five more are missing after the fire.", [("missing", "Five", "")]),
        ("Three men were detained near the fence.", [("arrested", "Three", "")]),
        ("Two guards were taken prisoner in the raid.", [("captured", "Two", "guards")]),
        ("About 300 people had been evacuated.", [("displaced", "About 300", "")]),
        ("Thirty-four lorries were destroyed.", [("vehicles_lost", "Thirty-four", "lorries")]),
        ("The drones destroyed two tanks.", [("vehicles_lost", "two", "tanks")]),
        ("The shed held about 40,000 litres of diesel.", [("amount", "about 40,000", "litres")]),
    ],
)
def test_a_number_is_of_what_the_words_around_it_say(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A battalion usually consists of 500 to 1,000 soldiers.",
        "An army battalion in Talvenia has 300 to 600 soldiers.",
        "Nine of the dead were drivers.",
        "Two members of the council said that the bridge was open.",
        "The town lies 12 kilometres from the border.",
        "Twelve soldiers killed the dog.",
        "The council bought 12 lorries.",
        "Tomas Ildray, 34, who was injured, works at the shed.",
        "The company killed 400 chickens.",
        "The wall is meant to kill 20 birds a day.",
        "An earlier version of this article said that 14 people were killed.",
    ],
)
def test_a_number_of_something_else_is_no_claim(text: str) -> None:
    assert [one for one in told(text) if one[0] != "age"] == []


def test_some_of_those_counted_are_not_counted_again() -> None:
    text = "Three guards were killed in the shelling. Two died at once."
    assert told(text) == [("killed", "Three", "guards")]


def test_those_included_are_counted_as_a_population_of_their_own() -> None:
    text = "Twelve people, including three children, were killed in the blast."
    assert told(text) == [("killed", "Twelve", ""), ("killed", "three", "children")]


def test_what_is_feared_is_missing_and_not_dead() -> None:
    (claim,) = claims_in("Six people are feared dead after the flood.")
    assert (claim.measure, claim.modality) == ("missing", Modality.PROBABLE)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The blast may have killed 12 people.", Modality.POSSIBLE),
        ("The next raid will kill 12 people.", Modality.FUTURE),
        ("Were 12 people killed in the blast?", Modality.ASKED),
    ],
)
def test_what_is_not_said_as_a_fact_says_so(text: str, modality: Modality) -> None:
    assert [claim.modality for claim in claims_in(text, "killed")] in ([modality], [])


def test_a_rising_toll_names_the_figure_it_replaces() -> None:
    (claim,) = claims_in("The death toll in Sulvek rose from 12 to 17.")
    assert claim.words.text == "17"
    assert claim.update
    assert claim.supersedes is not None
    assert claim.supersedes.low == 12


def test_a_correction_names_the_figure_it_replaces() -> None:
    text = "The agency corrected the number of guards killed to three, from two."
    (claim,) = claims_in(text)
    assert (claim.words.text, claim.update) == ("three", True)
    assert claim.supersedes is not None
    assert claim.supersedes.low == 2


def test_nobody_takes_back_what_was_said_before() -> None:
    text = "Nobody is in custody. The statement was a mistake and we withdraw it."
    (claim,) = claims_in(text, "arrested")
    assert claim.update
    assert (claim.value.low, claim.value.high) == (0, 0)


def test_a_count_is_held_by_whoever_says_it() -> None:
    (claim,) = claims_in("The Interior Ministry said that 12 people were killed in the blast.")
    assert claim.holder[0].name == "Corren Wire"
    assert claim.holder[1].name.endswith("Interior Ministry")
    assert claim.stance is Stance.AFFIRMS
    assert claim.attribution is not None


def test_a_count_nobody_is_said_to_give_is_the_writers_own() -> None:
    (claim,) = claims_in("Twelve people were killed in the blast.")
    assert [holder.name for holder in claim.holder] == ["Corren Wire"]
    assert claim.attribution is None


def test_a_denied_count_is_denied() -> None:
    claims = claims_in("The ministry denied that 12 people were killed in the blast.", "killed")
    assert [claim.stance for claim in claims] == [Stance.DENIES]


def test_one_persons_death_bounds_the_number_from_below() -> None:
    (claim,) = claims_in("A woman was killed in an explosion at the depot.", "killed")
    assert (claim.value.low, claim.value.high) == (1, None)
    assert claim.value.approximator is Approximator.AT_LEAST


def test_one_persons_death_is_not_counted_beside_a_number() -> None:
    text = "Twelve people were killed in the explosion. A woman was killed at her stall."
    assert [claim.words.text for claim in claims_in(text, "killed")] == ["Twelve"]


@pytest.mark.parametrize(
    ("text", "subject", "words"),
    [
        ("The Free Highlands Front has about 400 fighters.", "Free Highlands Front", "about 400"),
        (
            "The Free Highlands Front has a battalion strength.",
            "Free Highlands Front",
            "a battalion",
        ),
        (
            "The ministry puts the strength of the Free Highlands Front at between 300 and 500 fighters.",
            "Free Highlands Front",
            "between 300 and 500",
        ),
        ("The Free Highlands Front numbers 400 fighters.", "Free Highlands Front", "400"),
    ],
)
def test_a_strength_is_of_the_group_that_has_it(text: str, subject: str, words: str) -> None:
    (claim,) = claims_in(text, "strength")
    assert (claim.subject_words, claim.words.text) == (subject, words)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels fighting the Interior Ministry have 400 fighters.",
        "There are several dozen fighters on the front line.",
        "They have 400 fighters.",
    ],
)
def test_a_strength_of_nobody_in_particular_is_no_claim(text: str) -> None:
    assert claims_in(text, "strength") == []


def test_a_planned_strength_is_in_the_future() -> None:
    claims = claims_in("The Free Highlands Front plans to have 900 fighters.", "strength")
    assert [claim.modality for claim in claims] in ([Modality.FUTURE], [])


def test_losses_are_of_the_side_that_lost_them() -> None:
    (claim,) = claims_in("The Free Highlands Front lost two fighters in the raid.", "losses")
    assert (claim.subject_words, claim.words.text) == ("Free Highlands Front", "two")


def test_machines_that_took_part_are_not_machines_lost() -> None:
    text = "In the raid on Sulvek two tanks were used, the army said."
    assert told(text) == [("vehicles_used", "two", "tanks")]


def test_a_named_person_who_kills_is_not_counted_among_the_dead() -> None:
    text = "In the shelling of Sulvek, Jorin Askeld killed and went on killing, she said."
    assert claims_in(text, "killed") == []


def test_a_named_person_who_was_killed_is_at_least_one() -> None:
    text = "In the shelling of Sulvek the driver Jorin Askeld was killed at his stall."
    assert [claim.value.low for claim in claims_in(text, "killed")] == [1]


ELLIPTIC = [
    (
        "Bo Lind spoke of the Vela Legion. “They fight well. There are several dozen, I hear,” he said.",
        [("several dozen", 24, 99, "Vela Legion")],
    ),
    ("Bo Lind met the Vela Legion and the Owl Brigade. They fight well. There are several dozen.", []),
    ("Bo Lind drew the sheep. There are several dozen.", []),
    ("Bo Lind joined the Vela Legion. They own sheds. There are several dozen sheep there.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ELLIPTIC)
def test_a_number_of_nothing_named_is_of_the_one_group_in_view(
    text: str, expected: list[tuple[str, int, int, str]]
) -> None:
    found = [
        (one.words.text, one.value.low, one.value.high, one.subject_words)
        for one in claims_in(text, "strength")
    ]
    assert found == expected


def test_people_who_fight_on_a_side_are_counted_as_that_sides() -> None:
    text = (
        "Several hundred Poles have been deployed to the front, officials said, but nobody knows "
        "how many fight on the Lornish side."
    )
    (claim,) = claims_in(text, "strength")
    assert (claim.value.low, claim.value.high, claim.population) == (200, 999, "poles")
    assert claim.subject_words == "the Lornish side"
    assert not claims_in("Several hundred Poles have been deployed to the front.", "strength")
