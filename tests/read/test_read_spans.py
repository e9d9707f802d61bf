"""Sentences as news writes them: who is said to have said what, by which words."""

from __future__ import annotations

import pytest

from reportedly.model.statement import AttributionKind
from tests.read.readings import reading_of, said

DIRECT = [
    ("“The roof went first,” said Ina Roke, who runs the ward.", "Ina Roke", "said", "The roof went first,"),
    ("“The roof went first,” Ina Roke said.", "Ina Roke", "said", "The roof went first,"),
    ("Ina Roke said: “The roof went first.”", "Ina Roke", "said", "The roof went first."),
    ("Ina Roke told reporters on Friday, “Nobody asked us.”", "Ina Roke", "told", "Nobody asked us."),
    ("“Why us?” asked Ina Roke.", "Ina Roke", "asked", "Why us?"),
    ("“We lost it,” Ina Roke, 41, a nurse from Vela, said.", "Ina Roke", "said", "We lost it,"),
    ("“It is gone,” she said. “All of it.”", "she", "said", "It is gone, | All of it."),
    ("“We,” said Ina Roke, “shall rebuild it.”", "Ina Roke", "said", "We, | shall rebuild it."),
    ("Said Ina Roke, “We were proud of it.”", "Ina Roke", "Said", "We were proud of it."),
    ("«We heard two blasts,» the guard added.", "the guard", "added", "We heard two blasts,"),
    ("But “the bridge is safe and dry,” he said outside.", "he", "said", "the bridge is safe and dry,"),
]  # fmt: skip
INDIRECT = [
    ("Ina Roke said that seven people had died.", "Ina Roke", "said", "that seven people had died"),
    ("Ina Roke said seven people had died.", "Ina Roke", "said", "seven people had died"),
    ("Seven people had died, the ministry said.", "the ministry", "said", "Seven people had died"),
    ("At least seven people died in the fire, residents said.", "residents", "said", "At least seven people died in the fire"),
    ("The bridge, officials said, had been mined.", "officials", "said", "The bridge | had been mined"),
    ("According to the mayor, the bridge had been mined.", "the mayor", "According to", "the bridge had been mined"),
    ("The bridge had been mined, according to Bo Lind, a diver.", "Bo Lind", "according to", "The bridge had been mined"),
    ("According to Worker B, a loader, the shed was full.", "Worker B", "According to", "the shed was full"),
    ("In the mayor’s view, the bridge is safe.", "the mayor", "view", "the bridge is safe"),
    ("The mayor denied taking part in the raid.", "The mayor", "denied", "taking part in the raid"),
    ("The mayor denied the charge and left the hall.", "The mayor", "denied", "the charge"),
    ("Bo Lind accused the Harbour Guard, an armed band, of theft.", "Bo Lind", "accused", "the Harbour Guard, an armed band, of theft"),
    ("The Harbour Guard claimed responsibility for the raid.", "Harbour Guard", "claimed responsibility", "for the raid"),
    ("The Harbour Guard claimed responsibility in a message.", "Harbour Guard", "claimed", "responsibility"),
    ("The Harbour Guard vowed to return.", "Harbour Guard", "vowed", "to return"),
    ("The council plans to close the bridge.", "The council", "plans", "to close the bridge"),
    ("Ina Roke believes that help will come.", "Ina Roke", "believes", "that help will come"),
    ("The court recognised the Harbour Guard as a party.", "The court", "recognised", "the Harbour Guard as a party"),
    ("A statement from the ministry said it was an accident.", "A statement from the ministry", "said", "it was an accident"),
    ("The mayor told the Herald that the bridge was safe.", "The mayor", "told", "that the bridge was safe"),
    ("A spokesman declined to comment.", "A spokesman", "declined", "to comment"),
    ("The army did not respond to a request for comment.", "The army", "did not respond", "to a request for comment"),
    ("The official would provide no further details.", "The official", "would provide no", "further details"),
    ("The mayor was quick to blame the rain.", "The mayor", "was quick to blame", "the rain"),
    ("The ministry put the dead at four.", "The ministry", "put", "the dead at four"),
    ("The mayor on Tuesday denied that he knew.", "The mayor", "on Tuesday denied", "that he knew"),
    ("Radio Marn reported a week ago that the dam held.", "Radio Marn", "reported", "that the dam held"),
    ("Radio Marn reported earlier this month that the dam held.", "Radio Marn", "reported", "that the dam held"),
    ("Ina Roke confirmed this week’s figures.", "Ina Roke", "confirmed", "this week’s figures"),
    ("The dam held, she said in a written reply, and it rained.", "she", "said", "The dam held"),
    ("(Corrects the count. The third guard died, the ministry said.)", "the ministry", "said", "The third guard died"),
    ("He heard no bell before the flood, Bo Lind said.", "Bo Lind", "said", "He heard no bell before the flood"),
    ("The town had had enough: nobody would pay, the mayor said.", "the mayor", "said", "nobody would pay"),
    ("The flood came at 1:20 in the morning, the mayor said.", "the mayor", "said", "The flood came at 1:20 in the morning"),
    ("There was a suggestion by Bo Lind that the dam had held.", "Bo Lind", "suggestion", "that the dam had held"),
    ("A survey of the ward showed that few had left.", "A survey of the ward", "showed", "that few had left"),
]  # fmt: skip
NOBODY = [
    ("The guards were reportedly asleep.", "reportedly", "The guards were | asleep"),
    ("Fifty people are believed to be missing.", "are believed", "Fifty people | to be missing"),
    ("It was reported on Monday that the bridge had been mined.", "was reported", "that the bridge had been mined"),
    ("His age and his numbers could not be independently confirmed.", "could not be independently confirmed", "His age and his numbers"),
    ("There are rumours that the bridge was mined.", "rumours", "that the bridge was mined"),
    ("The driver was accused of leaving the scene.", "was accused", "The driver | of leaving the scene"),
]  # fmt: skip
NOTHING = [
    "The bridge fell.",
    "The “so-called” bridge fell.",
    "The states voting on Tuesday are small.",
    "He is one of those who left.",
    "The raid demonstrated how weak the guard was.",
    "If the mayor says that, he is wrong.",
    "The hospital admitted 26 people after the blast.",
    "Mayor says bridge is safe",
    "In March the army march on Vela began.",
]


def once(text: str, cue: str) -> tuple[str | None, str]:
    found = [(who, what) for who, by, what in said(text) if by == cue]
    assert len(found) == 1, said(text)
    return found[0]


@pytest.mark.parametrize(("text", "who", "cue", "what"), [*DIRECT, *INDIRECT])
def test_the_source_the_cue_and_the_content_are_found(
    text: str, who: str, cue: str, what: str
) -> None:
    cue = cue.removeprefix("on Tuesday ")
    assert once(text, cue) == (who, what)


@pytest.mark.parametrize(("text", "who", "cue", "what"), DIRECT[:4])
def test_whole_quotations_are_direct_and_given_without_their_marks(
    text: str, who: str, cue: str, what: str
) -> None:
    [one] = reading_of(text).attributions
    assert one.kind is AttributionKind.DIRECT
    assert not set(one.content[0].text) & set('“”«»"')


@pytest.mark.parametrize(("text", "cue", "what"), NOBODY)
def test_a_statement_that_names_nobody_is_kept_with_no_source(
    text: str, cue: str, what: str
) -> None:
    assert once(text, cue) == (None, what)


@pytest.mark.parametrize("text", NOTHING)
def test_what_nobody_is_said_to_have_said_is_no_statement(text: str) -> None:
    assert said(text) == []


def test_a_quoted_fragment_in_a_clause_makes_it_mixed() -> None:
    [one] = reading_of("Ina Roke said the ward was “on its knees” by noon.").attributions
    assert one.kind is AttributionKind.MIXED
    assert one.content[0].text == "the ward was “on its knees” by noon"


def test_two_speakers_in_one_sentence_keep_their_own_words() -> None:
    text = "The guard said that the fight went on, although the ministry said it was over."
    assert said(text) == [
        ("The guard", "said", "that the fight went on"),
        ("the ministry", "said", "it was over"),
    ]


def test_what_a_speaker_adds_in_the_same_sentence_is_the_speakers() -> None:
    text = "Ina Roke said the ward was full, adding that two beds had burned, and denied any delay."
    assert [(who, what) for who, _, what in said(text)] == [
        ("Ina Roke", "the ward was full"),
        ("Ina Roke", "that two beds had burned"),
        ("Ina Roke", "any delay"),
    ]


def test_the_writer_goes_on_after_a_conjunction() -> None:
    text = "Three men were held, the ministry said, without giving their names."
    assert said(text) == [("the ministry", "said", "Three men were held")]


def test_a_long_insertion_does_not_hide_the_speaker() -> None:
    text = (
        "Ivo Sand, director of the Wind Group, a small firm based in Vela, East, told Ina that "
        "the mill had closed."
    )
    assert said(text) == [("Ivo Sand", "told", "that the mill had closed")]


def test_the_name_after_a_description_is_the_speakers() -> None:
    text = "Its spokeswoman, Ina Roke, said it rained. It rained again, said its head, Bo Lind."
    assert [(who, what) for who, _, what in said(text)] == [
        ("Ina Roke", "it rained"),
        ("Bo Lind", "It rained again"),
    ]


def test_a_dateline_is_no_part_of_what_was_said() -> None:
    text = "PORT VELA, May 17 (Corren Wire) — Four people died, the ministry said."
    assert said(text) == [("the ministry", "said", "Four people died")]


def test_an_outlet_after_the_clause_is_the_source() -> None:
    text = "On May 2, together with the Guard, the Legion crossed the river, reports Express."
    [one] = said(text)
    assert one[:2] == ("Express", "reports")


def test_what_is_said_within_a_quotation_is_read_too() -> None:
    text = "“The ministry told the guards that the shed was empty,” Bo Lind said."
    found = said(text)
    assert ("The ministry", "told", "that the shed was empty") in found
    assert found[0][0] == "Bo Lind"


def test_a_quoted_clause_joined_after_the_reporting_clause_is_a_statement_of_its_own() -> None:
    text = "The dam held, she said in a reply, and the guards “did all they could in that rain”."
    first, second = reading_of(text).attributions
    assert (first.kind, second.kind) == (AttributionKind.INDIRECT, AttributionKind.MIXED)
    assert second.content[0].text == "the guards “did all they could in that rain”"
    assert first.cue == second.cue
