"""Names, what they stand for, and what the text says they are also called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.statement import EntityKind, MentionForm
from reportedly.text.names import Name, names

PERSON, ORGANIZATION, PLACE = EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE
NATIONALITY, EVENT, GROUP = EntityKind.NATIONALITY, EntityKind.EVENT, EntityKind.GROUP


def read(text: str) -> list[tuple[str, EntityKind]]:
    return [(name.span.text, name.kind) for name in names(text)]


def named(text: str, words: str) -> Name:
    return next(name for name in names(text) if name.span.text == words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Gen. Ina Roke left.", [("Ina Roke", PERSON)]),
        ("It was President J. K. Vell who spoke.", [("J. K. Vell", PERSON)]),
        ("We met Ursel von der Marn, 49, there.", [("Ursel von der Marn", PERSON)]),
        ("They joined the Free Hills Legion.", [("Free Hills Legion", GROUP)]),
        ("The Freedom of Hills Legion fought.", [("Freedom of Hills Legion", GROUP)]),
        ("the Ministry of Health and Care of Vell", [("Ministry of Health and Care of Vell", ORGANIZATION)]),
        ("Poland's Ministry of Ports said", [("Poland", PLACE), ("Ministry of Ports", ORGANIZATION)]),
        ("a Polish and two Germans", [("Polish", NATIONALITY), ("Germans", NATIONALITY)]),
        ("South Korean troops", [("South Korean", NATIONALITY)]),
        ("the Marnholt Region and Lake Vell", [("Marnholt Region", PLACE), ("Lake Vell", PLACE)]),
        ("the villages of Ossa and Nether-Ossa", [("Ossa", PLACE), ("Nether-Ossa", PLACE)]),
        ("the 9th Hill Brigade", [("9th Hill Brigade", GROUP)]),
        ("a pro-Polish, Marn-backed group", [("Polish", NATIONALITY), ("Marn", EntityKind.UNKNOWN)]),
        ("the Poland-Germany border", [("Poland", PLACE), ("Germany", PLACE)]),
        ("in the United States of America", [("United States of America", PLACE)]),
        ("the Battle of Vell and the River War", [("Battle of Vell", EVENT), ("River War", EVENT)]),
    ],
)  # fmt: skip
def test_a_name_and_what_it_stands_for(text: str, expected: list[tuple[str, EntityKind]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        # Under arms, or a movement: a group. An office or a service: an organization.
        ("He joined the Marn Volunteer Column.", "Marn Volunteer Column", GROUP),
        ("The Upland Front spoke.", "Upland Front", GROUP),
        ("The Harbour Service spoke.", "Harbour Service", ORGANIZATION),
        ("The All-People's Movement spoke.", "All-People's Movement", GROUP),
        ("The Freedom for Hills Legion and others fought.", "Freedom for Hills Legion", GROUP),
        ("Fighters said the fighters of Skell Ond left.", "Skell Ond", GROUP),
        ("The ULF, an armed group that left, spoke.", "ULF", GROUP),
        ("The Upland Front (ULF) left. The ULF spoke.", "ULF", GROUP),
        ("Lorries waited to enter Ossaria.", "Ossaria", PLACE),
        ("Ossaria's Foreign Ministry spoke.", "Ossaria", PLACE),
        ("It burned at the Vellmarn border crossing.", "Vellmarn", PLACE),
        ("Others left Old Vellmarn.", "Old Vellmarn", PLACE),
        ("A diplomat in Tessand, who would not be named, spoke.", "Tessand", PLACE),
        ("TESSAND, May 17 (Marn Wire) — The pier burned all night, and nobody came.", "TESSAND", PLACE),
        ("It saw Ossarian soldiers.", "Ossarian", NATIONALITY),
        ("The Marn regional fire service spoke.", "Marn regional fire service", ORGANIZATION),
        ("They asked the loaders. Ask Tomo, who carried it.", "Tomo", PERSON),
        ("It began in Shed 4, they said.", "Shed 4", EntityKind.UNKNOWN),
        ("He told the Marn Herald. Five more are missing.", "Marn Herald", ORGANIZATION),
    ],
)  # fmt: skip
def test_what_a_name_stands_for_is_told_by_its_words_and_those_beside_it(
    text: str, words: str, kind: EntityKind
) -> None:
    assert {name.kind for name in names(text) if name.span.text == words} == {kind}


def test_a_place_of_the_case_is_a_place() -> None:
    text = "We saw Korrel burn."
    assert read(text) == [("Korrel", EntityKind.UNKNOWN)]
    assert [name.kind for name in names(text, places=("Korrel",))] == [PLACE]


def test_a_title_in_the_midst_of_prose_holds_only_names_that_the_text_knows() -> None:
    text = (
        "The road from Marnholt was bad, as was the Major Reveals Why Ossaria Failed In Marnholt."
    )
    assert read(text) == [("Marnholt", PLACE), ("Marnholt", PLACE)]


@pytest.mark.parametrize(
    "text",
    ["They sold it on Fridays.", "See Incident 2, they said, and Phase 3.", "It left and Apparently, it sank.",
     "Several of them left. However, it rained.", "On Tuesday in May it snowed.", "“Nobody came,” she said.",
     "THE PIER BURNED ALL NIGHT LONG", "He and I met the mayor.", "The President spoke."],
)  # fmt: skip
def test_a_capital_that_its_place_calls_for_makes_no_name(text: str) -> None:
    assert read(text) == []


def test_a_headline_holds_only_names_that_the_text_knows() -> None:
    text = (
        "Harbour Master Ina Roke Denies Sinking Marnholt Ferry\n\nIt is what Ina Roke said of it."
    )
    assert read(text) == [("Ina Roke", PERSON), ("Ina Roke", PERSON)]


def test_titles_and_roles_stand_beside_the_name() -> None:
    text = "They asked fire chief Ina Roke, and Tom Askel, a spokesman for the harbour, replied."
    assert named(text, "Ina Roke").title is not None
    assert getattr(named(text, "Ina Roke").title, "text", "") == "fire chief"
    assert getattr(named(text, "Tom Askel").role, "text", "") == "a spokesman for the harbour"


def test_a_surname_alone_is_the_person() -> None:
    assert named("We saw Ina Roke. It was Roke who ran.", "Roke").kind is PERSON


def test_an_acronym_in_brackets_is_another_name() -> None:
    found = named("He left the Free Hills Front (FHF) then.", "FHF")
    assert found.form is MentionForm.ACRONYM
    assert found.alias_of is not None
    assert found.alias_of.text == "Free Hills Front"
    assert found.kind is GROUP


@pytest.mark.parametrize(
    "text",
    [
        "It was Ina Roke, known by the codename “Kestrel,” who came.",
        "It was Ina Roke (call sign Kestrel) who came.",
        "It was Ina Roke, nicknamed Kestrel, who came.",
    ],
)
def test_a_call_sign_is_another_name_of_the_person(text: str) -> None:
    found = named(text, "Kestrel")
    assert found.form is MentionForm.ALIAS
    assert found.kind is PERSON
    assert found.alias_of is not None
    assert found.alias_of.text == "Ina Roke"


def test_a_call_sign_without_a_name_before_it_belongs_to_nobody_named() -> None:
    found = named("One Polish fighter, who goes by the call sign Kestrel, wrote.", "Kestrel")
    assert found.kind is PERSON
    assert found.alias_of is None


@given(st.text(st.sampled_from("aB .,’'“”()-&\n\nMr. the of and call sign"), max_size=100))
def test_names_are_in_order_and_never_overlap(text: str) -> None:
    found = names(text)
    assert all(name.span.check(text) for name in found)
    spans = [name.span for name in found]
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))  # noqa: RUF007
