"""Who is meant within one report, and where the reader says that it cannot tell."""

from __future__ import annotations

import pytest

from reportedly.model.span import Span
from reportedly.model.statement import MentionForm
from reportedly.read.link import Statement
from reportedly.read.mentions import name_mentions
from reportedly.read.reference import resolve
from reportedly.text.names import names
from tests.read.readings import reading_of, report_of, said


def speakers(text: str) -> list[str | None]:
    return [who for who, _, _ in said(text)]


MEANT = [
    ("a surname", "Ina Roke said it rained. Roke said it snowed.", "Ina Roke"),
    ("he", "Bo Lind said it rained. He said it snowed.", "Bo Lind"),
    ("he in the next paragraph", "Bo Lind said it rained.\n\nHe said it snowed.", "Bo Lind"),
    ("she", "Ina Roke opened the ward. She said it was dry.", "Ina Roke"),
    ("him", "Bo Lind said it rained.\n\nAccording to him, it snowed.", "Bo Lind"),
    ("who", "Ina Roke, who said it rained, left.", "Ina Roke"),
    ("a call sign", "Bo Lind, known by the call sign “Heron”, said it rained. Heron said it snowed.", "Bo Lind"),
    ("an acronym", "The Free Marsh Front (FMF) said it rained. The FMF said it snowed.", "Free Marsh Front"),
    ("the ministry", "The Interior Ministry said it rained. The ministry said it snowed.", "Interior Ministry"),
    ("the group", "The Free Marsh Front said it rained. The group said it snowed.", "Free Marsh Front"),
    ("the official", "A senior official said it rained. The official said it snowed.", "A senior official"),
    ("a role", "Bo Lind, the mayor of Vela, left. The mayor said it rained.", "Bo Lind"),
    ("an age", "Ina Roke, 50, left. The 50-year-old said it rained.", "Ina Roke"),
    ("they", "The Free Marsh Front said it rained. They said it snowed.", "Free Marsh Front"),
    ("a quotation before he", "Bo Lind said, “It rained.” He added, “And it snowed.”", "Bo Lind"),
    ("a quotation alone between", "Bo Lind said it rained. “It snowed,” Lind says of Vela. “It hailed.”\n\nHe says it thawed.", "Bo Lind"),
    ("he of the sentence before", "Bo Lind left for Vela. He met Tor Sand. He said it rained.", "Bo Lind"),
    ("he of the same sentence", "Bo Lind spoke. On Friday he met Tor Sand, and later he said it rained.", "Bo Lind"),
    ("whom the report is of", "Bo Lind left. Lind sang. Lind mocked Tor Sand.\n\n“It rained,” he said.", "Bo Lind"),
    ("nothing named between", "Bo Lind won Vela. The rain was heavy.\n\nHe said it snowed.", "Bo Lind"),
    ("a woman's given name", "Peter Lind met Helen Sand at the gate.\n\nShe said it rained.", "Helen Sand"),
    ("a man's given name", "Peter Lind spoke. Helen Sand, in Vela, thanked Peter Lind. He said it rained.", "Peter Lind"),
    ("an abbreviated title", "Gov. Bo Lind left. The governor said it rained.", "Bo Lind"),
    ("a place in a title", "Vela Sen. Bo Lind left. The Vela senator said it rained.", "Bo Lind"),
    ("a role before a name", "The head of the Marsh Union, Bo Lind, said it rained. The head said it snowed.", "Bo Lind"),
    ("the residents", "Vela residents said it rained. Bo Lind left. The residents said it snowed.", "Vela residents"),
    ("an office before a name", "Secretary of State Ina Roke left. Roke said it rained.", "Ina Roke"),
    ("a surname before another has it", "Ina Roke spoke. Roke sang. Bo Roke left. " + "It rained on the hills and in the marshes of Vela. " * 7 + "Roke said it rained.", "Ina Roke"),
    ("it", "Osmeria’s Foreign Ministry rejected the charge. “It is an old song,” it said.", "Osmeria’s Foreign Ministry"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "text", "name"), MEANT, ids=[row[0] for row in MEANT])
def test_a_short_form_means_the_one_it_fits(form: str, text: str, name: str) -> None:
    assert speakers(text)[-1] == name


OPEN = [
    ("two surnames alike", "Ina Roke left. Bo Roke left. Roke said it rained.", "Roke"),
    ("two officials", "An army official spoke. A port official said it rained. An army official said it snowed. The official said it hailed.", "The official"),
    ("another service", "The State Border Service said it rained. The fire service said it snowed.", "The fire service"),
    ("two ministries", "The Interior Ministry said it rained. The Foreign Ministry said it snowed. The ministry said it hailed.", "The ministry"),
    ("two groups", "The Free Marsh Front met the Red Hill Front. The group said it rained.", "The group"),
    ("nobody before", "He said it rained.", "He"),
    ("a newspaper is not they", "It rained, reports the Vela Herald.\n\nThey plan to return.", "They"),
    ("a surname just after another has it", "Ina Roke spoke. Roke sang. Bo Roke left. Roke said it rained.", "Roke"),
    ("a senator of elsewhere", "Vela Sen. Bo Lind left. The Dorn senator said it rained.", "The Dorn senator"),
    ("an aide who calls somebody names", "An aide called Bo Lind “a liar” and said it rained.", "An aide"),
    ("an aide who calls somebody's words names", "An aide called the Marsh Union “a nest” and said it rained.", "An aide"),
    ("she, of several", "Some critics said it rained. She said it snowed.", "She"),
    ("a woman not named", "Ina Roke left. There was a woman at the gate. She said it rained.", "She"),
    ("he, quoted", "Bo Lind stated: “It rained where he said it snowed.”", "he"),
    ("they, of a group in passing", "The ships reached the shore of the Free Marsh Front. They said it rained.", "They"),
    ("two together", "Bo Lind and Ina Roke said it rained.", "Bo Lind and Ina Roke"),
    ("two men", "Bo Lind met Tor Sand at the gate.\n\nHe said it rained.", "He"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "text", "words"), OPEN, ids=[row[0] for row in OPEN])
def test_where_two_fit_or_none_does_the_words_stay_as_they_are(
    form: str, text: str, words: str
) -> None:
    assert speakers(text)[-1] == words


WHOLE = [
    ("Bo Lind, who commands the fort, said it rained.", "Bo Lind, who commands the fort", "Bo Lind"),
    ("Bo Lind, its spokesman, said it rained.", "Bo Lind, its spokesman", "Bo Lind"),
    ("Ina Roke, a guard for the Marsh Union, said it rained.", "Ina Roke, a guard for the Marsh Union", "Ina Roke"),
    ("Ina Roke (left) said it rained.", "Ina Roke (left)", "Ina Roke"),
    ("The head of the Marsh Union, Bo Lind, said it rained.", "The head of the Marsh Union, Bo Lind", "Bo Lind"),
    ("An aide to Ina Roke, Bo Lind, said it rained.", "An aide to Ina Roke, Bo Lind", "Bo Lind"),
    ("The Free Marsh Front, which holds Vela, said it rained.", "The Free Marsh Front, which holds Vela", "Free Marsh Front"),
    ("An aide to Ina Roke said it rained.", "An aide to Ina Roke", "An aide to Ina Roke"),
    ("Fighters of the Marsh Union, led by Bo Lind, said it rained.", "Fighters of the Marsh Union, led by Bo Lind", "Fighters of the Marsh Union, led by Bo Lind"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name"), WHOLE, ids=[row[1] for row in WHOLE])
def test_a_source_marked_with_what_is_told_of_it_is_the_one_it_names(
    text: str, words: str, name: str
) -> None:
    report = report_of(text)
    source = Span.of(text, 0, len(words))
    content = Span.of(text, text.index("it rained"), len(text) - 1)
    named = name_mentions(report.id, text, names(text))
    [found] = resolve(report, named, [Statement(source, None, (content,))]).sources
    assert found is not None
    assert found.name == name


def test_a_person_in_what_is_said_is_not_taken_for_the_speaker() -> None:
    text = "Bo Lind spoke first.\n\nTor Sand had sold the boat, he said."
    assert speakers(text) == ["Bo Lind"]


def test_gender_tells_two_apart_where_the_text_tells_it() -> None:
    text = "Mr. Lind met Mrs. Sand at the gate. She said it rained."
    assert speakers(text)[-1] == "Sand"


UNNAMED = ["A senior official", "Residents", "Two members of the Legion", "Some", "Witnesses"]


@pytest.mark.parametrize("words", UNNAMED)
def test_a_source_that_is_described_but_not_named_is_marked(words: str) -> None:
    [one] = reading_of(f"{words} said that it rained.").attributions
    assert one.source is not None
    assert one.source.unnamed
    assert one.chain[-1].unnamed


@pytest.mark.parametrize("words", ["The ministry", "The website", "Ina Roke", "A statement"])
def test_a_name_a_body_or_a_document_hides_nobody(words: str) -> None:
    [one] = reading_of(f"{words} said that it rained.").attributions
    assert one.source is not None
    assert not one.source.unnamed


def test_a_source_that_is_no_name_becomes_a_mention_of_its_own() -> None:
    reading = reading_of("Bo Lind left. He said it rained. An official said it snowed.")
    forms = {mention.span.text: mention.form for mention in reading.mentions}
    assert forms["He"] is MentionForm.PRONOUN
    assert forms["An official"] is MentionForm.DESCRIPTION
    he = next(mention for mention in reading.mentions if mention.span.text == "He")
    lind = next(mention for mention in reading.mentions if mention.span.text == "Bo Lind")
    assert he.refers == lind.id


def test_stated_aliases_point_at_each_other() -> None:
    reading = reading_of("The Free Marsh Front (FMF) met. The FMF said it rained.")
    named = {m.span.text: m for m in reversed(reading.mentions)}
    assert named["FMF"].id in named["Free Marsh Front"].stated_alias
    assert named["Free Marsh Front"].id in named["FMF"].stated_alias


SIGNED = """STATEMENT OF THE VELA HERDERS

We deny that our fighters set the fire. We accuse the Border Guard of setting it. The Vela Herders will stay.

On 8 May we said that two men had been taken. Our fighters shelled the mill at Vela."""


def test_a_post_in_the_first_person_speaks_for_its_outlet() -> None:
    deny = reading_of("We deny that our men set the fire.", "Owl Channel").attributions[0]
    assert deny.source
    assert (deny.source.span.text, deny.source.name) == ("We", "Owl Channel")
    assert [link.name for link in deny.chain] == ["Owl Channel"]


def test_a_signed_statement_in_the_first_person_speaks_for_who_signs_it() -> None:
    found = reading_of(SIGNED, "Owl Channel")
    chains = [[link.name for link in one.chain] for one in found.attributions]
    assert chains == [["Owl Channel", "THE VELA HERDERS"]] * 3
    doers = {one.subject_words for one in found.claims if one.measure == "responsible"}
    assert doers == {"Border Guard", "THE VELA HERDERS"}
    denied = [one.value.text for one in found.claims if one.measure == "asserted"]
    assert denied == ["THE VELA HERDERS's fighters set the fire"]


def test_what_a_signed_statement_says_in_its_own_words_is_held_by_who_signs_it() -> None:
    text = "APPEAL BY THE VELA HERDERS\n\nThe guards shelled the mill. Four people were killed."
    chains = {tuple(link.name for link in one.holder) for one in reading_of(text, "Owl").claims}
    assert chains == {("Owl", "VELA HERDERS")}


def test_a_speaker_who_says_we_speaks_for_nobody_else() -> None:
    text = "“We deny that our men set the fire,” Ina Roke said. “We accuse the guards of it.”"
    names = {one.source.name for one in reading_of(text).attributions if one.source}
    assert names == {"Ina Roke"}


@pytest.mark.parametrize(
    "text",
    ["We could not check this.", "We cannot say who set the fire.", "I believe that it rained."],
)
def test_a_writers_aside_is_no_statement(text: str) -> None:
    assert not reading_of(text).attributions


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The ministry has form. In May it denied that the mill had burned.", "The ministry"),
        (
            "The Owl Ministry rose. The ministry had enough: nobody would pay, it said.",
            "Owl Ministry",
        ),
        ("The rain was bad. In May it denied that the mill had burned.", "it"),
        ("The ministry has form.\n\nIn May it denied that the mill had burned.", "it"),
    ],
)
def test_it_is_the_body_that_the_sentence_or_the_one_before_begins_with(
    text: str, who: str
) -> None:
    assert speakers(text)[-1] == who
