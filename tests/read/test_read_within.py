"""What a statement tells of other minds: who is said to want, fear, back or plan what."""

from __future__ import annotations

import pytest

from reportedly.model.statement import CueKind
from tests.read.readings import reading_of

TOLD = [
    ("Ina Roke said the mayor wants war.", "the mayor", "wants", "war", CueKind.BELIEVES),
    ("Ina Roke said she had no knowledge of a raid.", "Ina Roke", "had no knowledge", "a raid", CueKind.BELIEVES),
    ("Ina Roke said the council is willing to pay.", "the council", "is willing", "to pay", CueKind.PROMISES),
    ("Ina Roke said Lind’s decision to stay was wrong.", "Lind", "decision", "to stay was wrong", CueKind.RULES),
    ("Ina Roke said the plan by the ministry to sell failed.", "the ministry", "plan", "to sell failed", CueKind.PROMISES),
    ("Ina Roke said people who want peace should vote.", "people", "want", "peace", CueKind.BELIEVES),
    ("Ina Roke said the EU decision to wait was late.", "EU", "decision", "to wait was late", CueKind.RULES),
    ("Ina Roke said the army, together with the Vela Police, wants war.", "the army", "wants", "war", CueKind.BELIEVES),
    ("“I fear the flood,” Ina Roke said.", "Ina Roke", "fear", "the flood", CueKind.BELIEVES),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "cue", "what", "kind"), TOLD)
def test_an_attitude_within_a_statement_is_held_through_the_speaker(
    text: str, who: str, cue: str, what: str, kind: CueKind
) -> None:
    outer, inner = sorted(reading_of(text).attributions, key=lambda one: len(one.chain))
    assert inner.inside == outer.id
    assert inner.cue is not None
    assert (inner.cue.span.text, inner.cue.kind) == (cue, kind)
    assert inner.content[0].text == what
    assert [link.name for link in inner.chain] == ["Vela Courier", "Ina Roke", who]


@pytest.mark.parametrize(
    "text",
    [
        "Ina Roke said nobody wants war.",
        "Ina Roke said it was there a few years back.",
        "Ina Roke said weapons came from countries like Osmeria.",
        "Ina Roke said the support of the roof broke.",
        "“We want peace,” Ina Roke said.",
        "Ina Roke spoke of the matter regarding Osmeria.",
    ],
)
def test_where_nobody_is_named_whose_mind_it_is_nothing_is_added(text: str) -> None:
    assert len(reading_of(text).attributions) <= 1


def test_what_the_writer_says_of_minds_is_no_statement_of_theirs() -> None:
    assert reading_of("The mayor wants war.").attributions == ()


def test_who_is_quoted_by_a_paper_is_held_through_it() -> None:
    text = "The weekly quoted the Marn Herald as saying that Vela might fall."
    chains = [[link.name for link in one.chain] for one in reading_of(text).attributions]
    assert chains == [
        ["Vela Courier", "The weekly"],
        ["Vela Courier", "The weekly", "Marn Herald"],
    ]


def test_a_report_set_off_at_the_end_holds_the_whole_sentence() -> None:
    text = "The army has confirmed that the ship sank, the Marn Herald said in its Friday edition."
    chains = [[link.name for link in one.chain][1:] for one in reading_of(text).attributions]
    assert chains == [["Marn Herald"], ["Marn Herald", "The army"]]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“It is late,” said Ina Roke of Vela Trust, an aid group.", "Ina Roke"),
        ("The council said that all nations and churches condemned the raid.", "all nations and churches"),
        ("The US administration said it rained.", "US administration"),
        ("Ina Roke cited people in Paris who said it rained.", "people in Paris"),
        ("Ina Roke criticized on Monday the mayor for her remarks.", "Ina Roke"),
    ],
)  # fmt: skip
def test_the_whole_subject_speaks(text: str, who: str) -> None:
    inner = max(reading_of(text).attributions, key=lambda one: len(one.chain))
    assert inner.chain[-1].name.removeprefix("The ") == who


def test_who_declares_a_wish_of_their_own_holds_it() -> None:
    found = reading_of("Ina Roke said the council declared its wish to leave.").attributions
    inner = next(one for one in found if one.cue is not None and one.cue.span.text == "wish")
    assert [link.name for link in inner.chain][1:] == ["Ina Roke", "the council"]


CONTENTS = [
    ("But, say the guards, small boats can carry much.", "say", "small boats can carry much"),
    (
        "In May, for gain, Ina Roke announced, without prior talks, that Vela would not pay.",
        "announced",
        "that Vela would not pay",
    ),
    (
        "Ina Roke threatened to use aid, trade, and visits to the port against Vela.",
        "threatened",
        "to use aid, trade, and visits to the port against Vela",
    ),
]


@pytest.mark.parametrize(("text", "cue", "what"), CONTENTS)
def test_a_content_is_found_after_an_insertion_and_over_a_list(
    text: str, cue: str, what: str
) -> None:
    one = reading_of(text).attributions[0]
    assert one.cue is not None
    assert (one.cue.span.text, one.content[0].text) == (cue, what)
