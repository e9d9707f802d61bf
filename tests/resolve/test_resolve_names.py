"""Which names are joined, by which rule, and which never are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model.settings import OutletNote
from reportedly.model.statement import EntityKind
from reportedly.resolve import resolve
from tests.resolve.named_story import Told, named, resolved, sets, together, told

LEGION = [
    told(
        "a",
        "The <Free Marsh Legion|group|n=1>, also known as <Marshmen|group|alias=1|form=alias>, and "
        "the <Northern Volunteer Corps|group> crossed the river. The <Legion|group> said so.",
    ),
    told("b", "The <Freedom of Marsh Legion|group> thanked the <International Legion|group>."),
    told("c", "<Marsh Freedom Legion|group> posters hung in the station. <FML|group> it said."),
    told("d", "A banner of the <Legion “Free Marsh”|group> was found."),
    told("e", "The <Freedom Legion|group> recruits on Tuesdays, the <NVC|group> never does."),
    told("f", "The <Marshmen|group> kept quiet."),
]


def rules(entity_of: str, report: str, story: list[Told]) -> set[str]:
    return {join.rule for join in named(story, entity_of, report).joins}


def test_one_actor_under_many_names_is_one_and_two_units_are_not() -> None:
    assert together(
        LEGION,
        "Free Marsh Legion@a",
        "Marshmen@a",
        "Legion@a",
        "Freedom of Marsh Legion@b",
        "Marsh Freedom Legion@c",
        "FML@c",
        "Legion “Free Marsh”@d",
        "Freedom Legion@e",
        "Marshmen@f",
    )
    assert together(LEGION, "Northern Volunteer Corps@a", "NVC@e")
    assert sets(LEGION).count({"International Legion@b"}) == 1
    assert len(sets(LEGION)) == 3


def test_every_join_says_why() -> None:
    actor = named(LEGION, "Free Marsh Legion", "a")
    assert actor.name == "Freedom of Marsh Legion"
    assert actor.aliases == (
        "FML", "Free Marsh Legion", "Freedom Legion", "Legion", "Legion “Free Marsh”",
        "Marsh Freedom Legion", "Marshmen",
    )  # fmt: skip
    assert {join.rule for join in actor.joins} == {
        "stated_alias", "short_name", "word_order", "same_name", "acronym",
    }  # fmt: skip
    stated = next(join for join in actor.joins if join.rule == "stated_alias")
    assert stated.words == "Free Marsh Legion, also known as Marshmen"
    assert all(join.words for join in actor.joins if join.rule != "same_name")


def test_where_two_fit_neither_is_chosen_and_both_are_named() -> None:
    story = [
        told("a", "The <Russian Defence Ministry|organization> spoke."),
        told("b", "The <Ukrainian Defence Ministry|organization> answered."),
        told("c", "The <Defence Ministry|organization> said nothing."),
    ]
    assert len(sets(story)) == 3
    maybe = named(story, "Defence Ministry", "c").maybe
    assert set(maybe) == {
        named(story, "Russian Defence Ministry", "a").id,
        named(story, "Ukrainian Defence Ministry", "b").id,
    }


def test_a_ministry_is_one_in_any_word_order_and_spelling() -> None:
    story = [
        told("a", "<Russia’s Ministry of Defence|organization> denied it."),
        told("b", "The <Russian Defense Ministry|organization> denied it."),
        told("c", "The <Ministry of Defense of Russia|organization> denied it."),
    ]
    assert len(sets(story)) == 1


def test_a_country_and_a_kind_of_body_are_a_description_not_a_name() -> None:
    story = [
        told("a", "The <Free Russia Legion|group> and a friend."),
        told("b", "The <Russian Legion|group> marched."),
    ]
    assert len(sets(story)) == 2


def test_a_name_without_its_kind_of_body_must_stand_in_quotation_marks() -> None:
    story = [
        told("a", "The <Free Marsh Legion|group> sang."),
        told("b", "The movement “<Freedom of Marsh|group>” sang."),
        told("c", "They will build a new <Free Marsh|group>."),
    ]
    assert together(story, "Free Marsh Legion@a", "Freedom of Marsh@b")
    assert {"Free Marsh@c"} in sets(story)


def test_numbers_tell_units_apart() -> None:
    story = [
        told("a", "The <25th Assault Brigade|group> left."),
        told("b", "The <72nd Assault Brigade|group> stayed."),
    ]
    assert len(sets(story)) == 2


def test_names_that_a_text_lists_side_by_side_are_two() -> None:
    story = [
        told("a", "The <Free Marsh Legion|group> and the <Marsh Freedom Legion|group> met."),
        told("b", "The <Free Marsh Legion|group> sang."),
    ]
    assert not together(story, "Free Marsh Legion@a", "Marsh Freedom Legion@a")
    assert together(story, "Free Marsh Legion@a", "Free Marsh Legion@b")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Volodymyr Zelenskyy", "Volodimir Zelenski"),
        ("Volodymyr Zelensky", "Vladimir Zelenskiy"),
        ("Aleksey Baranovsky", "Alexei Baranowski"),
        ("José Núñez", "Jose Nunez"),
        ("Vladimir Putin", "Vladimir Vladimirovich Putin"),
        ("President Ilka Brandt", "Ilka Brandt"),
        ("Maximilian Andronikov", "Maksimilian Andronnikov"),
    ],
)
def test_spellings_of_one_full_name_are_one_person(one: str, other: str) -> None:
    story = [told("a", f"<{one}|person> spoke."), told("b", f"<{other}|person> spoke.")]
    assert len(sets(story)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ina Holt", "Ina Hold"),
        ("Ina Holt", "Mara Holt"),
        ("John A. Smith", "John B. Smith"),
        ("Olga Petrenko", "Oleg Petrenko"),
        ("Ivan Morozov", "Ivana Morozova"),
        ("Holt", "Holt"),
        ("Holt", "Ina Holt"),
        ("Mr Holt", "Ina Holt"),
    ],
)
def test_two_people_are_never_made_one_on_a_guess(one: str, other: str) -> None:
    story = [told("a", f"<{one}|person> spoke."), told("b", f"<{other}|person> spoke.")]
    assert len(sets(story)) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kyiv", "Kiev"), ("Sievierodonetsk", "Severodonetsk"), ("Dombas", "Donbass")],
)
def test_spellings_of_a_place_are_one_place(one: str, other: str) -> None:
    story = [told("a", f"In <{one}|place>."), told("b", f"In <{other}|place>.")]
    assert len(sets(story)) == 1


def test_a_bare_surname_means_the_one_person_of_that_name_in_its_report() -> None:
    story = [told("a", "<Ina Holt|person> spoke. <Holt|person> left. <I. Holt|person> came back.")]
    assert len(sets(story)) == 1
    assert rules("Holt", "a", story) == {"surname_in_report", "initials"}


def test_a_bare_surname_of_two_people_means_neither() -> None:
    story = [told("a", "<Ina Holt|person> met <Mara Holt|person>. <Holt|person> smiled.")]
    assert {"Holt@a"} in sets(story)
    assert len(named(story, "Holt", "a").maybe) == 2


def test_an_office_tells_two_people_of_one_surname_apart() -> None:
    story = [
        told("a", "<Mayor Ina Holt|person> met <Mara Holt|person>. <Mayor Holt|person> smiled.")
    ]
    assert together(story, "Mayor Ina Holt@a", "Mayor Holt@a")


def test_across_reports_a_surname_needs_the_office_too() -> None:
    story = [
        told("a", "<Ina Holt|person|role=mayor of Lindale> spoke."),
        told("b", "<Mayor Holt|person> spoke."),
        told("c", "<Holt|person> spoke."),
    ]
    assert together(story, "Ina Holt@a", "Mayor Holt@b")
    assert {"Holt@c"} in sets(story)
    assert named(story, "Holt", "c").maybe == (named(story, "Ina Holt", "a").id,)


def test_initials_are_joined_with_the_one_person_in_the_case_they_fit() -> None:
    story = [told("a", "<Ina Holt|person>."), told("b", "<I. Holt|person>.")]
    assert len(sets(story)) == 1
    story.append(told("c", "<Ilse Holt|person>."))
    assert {"I. Holt@b"} in sets(story)
    assert len(named(story, "I. Holt", "b").maybe) == 2


CALL_SIGN = (
    "<Free Marsh Legion|group> commander <Pavel Orlik|person|n=1>, known by the codename "
    "“<Heron|person|alias=1|form=alias>”, spoke."
)


def test_a_call_sign_means_its_owner_where_both_are_introduced() -> None:
    assert together([told("a", CALL_SIGN)], "Pavel Orlik@a", "Heron@a")


def test_a_call_sign_is_joined_across_reports_only_beside_the_same_group() -> None:
    same = told(
        "b",
        "One fighter, who goes by the call sign <Heron|person>, serves with the "
        "<Freedom of Marsh Legion|group>.",
    )
    other = told("c", "A man with the call sign <Heron|person> leads the <Hill Scouts|group>.")
    bare = told("d", "<Heron|person> is a bird.")
    story = [told("a", CALL_SIGN), same, other, bare]
    assert together(story, "Pavel Orlik@a", "Heron@a", "Heron@b")
    assert "call_sign" in rules("Heron", "b", story)
    assert {"Heron@c"} in sets(story)
    assert {"Heron@d"} in sets(story)


def test_what_a_text_says_a_group_is_called_is_its_name_in_every_report() -> None:
    story = [
        told("a", "The so-called <Marshmen|unknown>, whose full name is the <Reed Front|group>."),
        told("b", "The <Reed Front|group>, known in the hills as <Skarn Oda|person>, sang."),
        told("c", "<Skarn Oda|person> was founded by herders. <Marshmen|unknown> it is said."),
        told("d", "<Skarn Oda|person|role=minister of tides> resigned."),
    ]
    assert together(
        story,
        "Reed Front@a",
        "Marshmen@a",
        "Reed Front@b",
        "Skarn Oda@b",
        "Skarn Oda@c",
        "Marshmen@c",
    )
    assert {"Skarn Oda@d"} in sets(story)


@pytest.mark.parametrize(
    "marked",
    [
        "<Ina Holt|person>, whom her men call the <Heron|person>, spoke.",
        "The leader, known as <Heron|person>, is <Ina Holt|person>.",
        "<Ina Holt|person>, better known by her call sign “<Heron|person>”, spoke.",
        "<Ina Holt|person>, nicknamed <Heron|person>, spoke.",
    ],
)
def test_a_nickname_told_with_its_owner_is_the_owners(marked: str) -> None:
    assert len(sets([told("a", marked)])) == 1


def test_a_name_beside_another_is_no_alias() -> None:
    assert len(sets([told("a", "<Ina Holt|person> is <Bo Venn|person>, said nobody.")])) == 2
    assert len(sets([told("a", "<Ina Holt|person>, who knows <Bo Venn|person> well.")])) == 2


def test_a_papers_last_word_means_it_within_its_report() -> None:
    story = [
        told("a", "The <Lindale Gazette|organization> wrote. The <Gazette|organization> erred."),
        told("b", "The <Gazette|organization> of another town."),
    ]
    assert together(story, "Lindale Gazette@a", "Gazette@a")
    assert {"Gazette@b"} in sets(story)


def test_the_paper_that_prints_it_is_meant_by_its_own_last_word() -> None:
    story = [
        told("a", "She told the <Courier|organization> so.", outlet="Marn Courier"),
        told("b", "The <Marn Courier|organization> wrote it.", outlet="Echo"),
        told(
            "c",
            "The <Vell Courier|organization> asked. The <Courier|organization> got no answer.",
            outlet="Lind Courier",
        ),
    ]
    assert together(story, "Courier@a", "Marn Courier@b")
    assert together(story, "Vell Courier@c", "Courier@c")
    assert len(resolved(story)[0].entities) == 4


def test_other_names_of_an_outlet_are_taken_from_the_settings() -> None:
    story = [
        told("a", "The <Herald|organization> wrote it."),
        told("b", "The <Tessand Herald|organization> wrote it."),
        told("c", "The <Vell Herald|organization> asked, and the <Herald|organization> answered."),
    ]
    notes = (OutletNote("Tessand Herald", ("the Herald",)), OutletNote("Vell Herald"))
    found, _ = resolve([r for _, r in story], [r for r, _ in story], (), notes)
    names = {item.name: item for item in found.entities}
    assert set(names) == {"Tessand Herald", "Vell Herald"}
    assert "outlet" in {join.rule for join in names["Tessand Herald"].joins}
    assert len(names["Vell Herald"].mentions) == 2
    torn = (*notes, OutletNote("Lind Herald", ("the Herald",)))
    found, _ = resolve([r for _, r in story], [r for r, _ in story], (), torn)
    assert "Herald" in {item.name for item in found.entities}


def test_a_ministry_is_told_from_others_by_the_country_that_owns_it() -> None:
    story = [
        told("a", "<Ossaria|place>'s <Foreign Ministry|organization> denied it."),
        told("b", "<Ossaria|place>’s <Foreign Ministry|organization> did so again."),
        told("c", "The <Foreign Ministry|organization> said nothing."),
    ]
    assert together(story, "Foreign Ministry@a", "Foreign Ministry@b", "Foreign Ministry@c")
    ministry = named(story, "Foreign Ministry", "a")
    assert ministry.name == "Ossaria's Foreign Ministry"
    assert ministry.aliases == ("Foreign Ministry",)
    story.append(told("d", "<Marnia|place>'s <Foreign Ministry|organization> denied it."))
    assert together(story, "Foreign Ministry@a", "Foreign Ministry@b")
    assert {"Foreign Ministry@d"} in sets(story)
    assert {"Foreign Ministry@c"} in sets(story)
    assert len(named(story, "Foreign Ministry", "c").maybe) == 2


def test_a_group_is_a_group_however_often_its_acronym_stands_for_it() -> None:
    story = [
        told("a", "The <Reed Front|group|n=1> (<RF|organization|alias=1>) left. <RF|organization>.")
    ]
    assert named(story, "Reed Front", "a").kind is EntityKind.GROUP


def test_a_bare_surname_of_unknown_kind_is_at_least_a_person() -> None:
    story = [
        told("a", "<Ina Holt|person> spoke."),
        told("b", "<Holt|unknown> it was."),
    ]
    holt = named(story, "Holt", "b")
    assert holt.kind is EntityKind.PERSON
    assert holt.maybe == (named(story, "Ina Holt", "a").id,)
    story.append(told("c", "In <Holt|place> it rained."))
    assert named(story, "Holt", "b").kind is not EntityKind.PERSON


def test_three_full_names_elsewhere_do_not_tell_whom_a_bare_surname_means() -> None:
    story = [told(name, "<Ina Holt|person> spoke.") for name in "abc"]
    story.append(told("d", "<Holt|person> spoke."))
    assert {"Holt@d"} in sets(story)


def test_a_call_sign_of_one_person_alone_is_known_where_the_same_group_is_named() -> None:
    story = [
        told("a", CALL_SIGN),
        told("b", "<Heron|person> promised it. The <Free Marsh Legion|group> did not."),
        told("c", "<Heron|person> promised it."),
        told("d", "The <Free Marsh Legion|group> fired the <Heron|unknown>."),
    ]
    assert together(story, "Pavel Orlik@a", "Heron@b")
    assert {"Heron@c"} in sets(story)
    assert {"Heron@d"} in sets(story)
    story.append(told("e", CALL_SIGN.replace("Pavel Orlik", "Bo Venn")))
    assert not together(story, "Pavel Orlik@a", "Heron@b")


def test_a_nickname_told_in_both_reports_is_one_where_the_town_is() -> None:
    story = [
        told(
            "a",
            "<Bo Venn|person>, who runs the <Lindale|place> post and whom his men call the "
            "<Clerk|unknown>, spoke.",
        ),
        told("b", "Of the <Clerk|unknown>, as everyone at <Lindale|place> calls the chief, no word."),
        told("c", "Of the <Clerk|unknown>, as everyone at <Ossa|place> calls the chief, no word."),
    ]  # fmt: skip
    assert together(story, "Bo Venn@a", "Clerk@a", "Clerk@b")
    assert {"Clerk@c"} in sets(story)


def test_pronouns_and_descriptions_follow_whom_they_refer_to() -> None:
    story = [
        told(
            "a",
            "<Ina Holt|person|n=1> left. <She|person|refers=1|form=pronoun> ran. "
            "<He|person|form=pronoun> and <a senior official|person|form=description> stayed.",
        )
    ]
    assert sets(story) == [{"Ina Holt@a", "She@a"}]


def test_an_outlet_that_is_named_in_a_text_is_that_outlet() -> None:
    story = [
        told("a", "It rained.", outlet="The Lantern"),
        told("b", "<The Lantern|organization> says that it rained.", outlet="Echo"),
    ]
    found, _ = resolved(story)
    lantern = next(e for e in found.entities if "Lantern" in e.name)
    assert lantern.mentions
    assert lantern.kind is EntityKind.ORGANIZATION
    assert sorted(e.name for e in found.entities) == ["Echo", "Lantern"]


def test_a_person_and_a_body_of_one_name_stay_two() -> None:
    story = [told("a", "<Wagner|group> fought."), told("b", "<Wagner|person> composed.")]
    assert len(sets(story)) == 2


def test_a_name_of_unknown_kind_is_the_known_name() -> None:
    story = [told("a", "<Wagner|group> fought."), told("b", "<Wagner|unknown> fought.")]
    assert len(sets(story)) == 1


@given(st.permutations(range(len(LEGION))))
@settings(deadline=None, max_examples=30)
def test_the_order_of_reports_changes_nothing(order: list[int]) -> None:
    assert resolved(LEGION[n] for n in order) == resolved(LEGION)


def test_another_report_that_uses_a_known_name_changes_no_id() -> None:
    before, _ = resolved(LEGION)
    after, _ = resolved([*LEGION, told("A", "The <Free Marsh Legion|group> danced.")])
    assert {e.id for e in before.entities} == {e.id for e in after.entities}


_WORDS = st.text(st.sampled_from("<>|AbÉя. -'’\u0301\u200b😀中0"), min_size=1, max_size=12)


@given(st.lists(st.tuples(_WORDS, st.sampled_from(list(EntityKind))), max_size=8))
@settings(deadline=None, max_examples=60)
def test_any_words_can_be_names(marks: list[tuple[str, EntityKind]]) -> None:
    marked = " ".join(
        f"<{words.translate({60: None, 62: None, 124: None}) or 'x'}|{kind.value}>"
        for words, kind in marks
    )
    story = [told("a", marked), told("b", marked)]
    found, _ = resolved(story)
    assert {m for e in found.entities for m in e.mentions} <= set(found.of_mention)
