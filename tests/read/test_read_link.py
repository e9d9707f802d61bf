"""Quotations without a cue: given to a speaker where only one fits, and to nobody else."""

from __future__ import annotations

import pytest

from reportedly.model.span import Span
from reportedly.read.link import link
from reportedly.read.pieces import Piece, Role
from tests.read.readings import reading_of, said, ungrouped


def test_a_quotation_that_goes_on_over_paragraphs_is_one_statement() -> None:
    text = "“We saw smoke,” Ina Roke said. “It rose.\n\n“Then it fell.\n\n“Then nothing.”"
    assert said(text) == [
        ("Ina Roke", "said", "We saw smoke, | It rose. | Then it fell. | Then nothing.")
    ]


def test_a_colon_at_the_end_of_a_paragraph_introduces_the_next() -> None:
    text = "Ina Roke recalled:\n\n“We saw smoke.”"
    assert said(text) == [("Ina Roke", "recalled", "We saw smoke.")]


def test_a_colon_after_a_clause_without_a_cue_verb_introduces_its_subject() -> None:
    text = "Ina Roke shook her head: “We saw no smoke at all.”"
    assert said(text) == [("Ina Roke", ":", "We saw no smoke at all.")]


def test_a_quotation_after_an_indirect_statement_is_the_same_speakers() -> None:
    text = "Ina Roke said the ward was full. “We had four beds left.”"
    assert said(text)[1] == ("Ina Roke", None, "We had four beds left.")


def test_one_voice_alone_goes_on_into_the_next_paragraph() -> None:
    text = "“We had four beds left,” Ina Roke said.\n\n“Then we had none at all.”"
    assert said(text)[-1] == ("Ina Roke", None, "Then we had none at all.")


def test_between_two_speakers_a_bare_quotation_is_given_to_nobody() -> None:
    text = (
        "“We had four beds,” Ina Roke said. “You had six,” Bo Lind said.\n\n"
        "“That is what the book says.”"
    )
    assert said(text)[-1] == (None, None, "That is what the book says.")


def test_a_bare_quotation_never_goes_to_the_speaker_of_a_later_paragraph() -> None:
    text = "Rain fell on the ward.\n\n“We had four beds left.”\n\n“You had six,” Bo Lind said."
    assert said(text)[0] == (None, None, "We had four beds left.")


def test_a_bare_quotation_right_before_an_attributed_one_is_the_same_speakers() -> None:
    text = "“We had four beds.” “We asked for ten,” Ina Roke said."
    assert said(text) == [("Ina Roke", "said", "We had four beds. | We asked for ten,")]


def test_a_paragraph_of_the_writers_breaks_the_voice() -> None:
    text = (
        "“We had four beds left,” Ina Roke said.\n\nThe rain went on all night.\n\n"
        "“Then we had none at all.”"
    )
    assert said(text)[-1] == (None, None, "Then we had none at all.")


def test_a_quotation_of_two_words_without_a_cue_is_left_alone() -> None:
    assert said("The “front office” was shut. He smiled.") == []


@pytest.mark.parametrize(
    "text",
    [
        "“We saw smoke,” Ina Roke said.",
        "The ministry denied the charge. Bo Lind said that it was true.",
        "According to Ina Roke, the ward was full.",
        "Ina Roke told Bo Lind that the ward was full.",
    ],
)
def test_pieces_that_no_group_holds_together_are_linked_by_nearness(text: str) -> None:
    from reportedly.read.spans import find

    assert link(text, ungrouped(text)) == link(text, find(text))


def test_each_content_goes_to_the_cue_of_its_own_sentence() -> None:
    text = "Ina said it rained. Bo said it snowed."
    pieces = [
        Piece(Role.SOURCE, Span.of(text, 0, 3)),
        Piece(Role.CUE, Span.of(text, 4, 8)),
        Piece(Role.CONTENT, Span.of(text, 9, 18)),
        Piece(Role.SOURCE, Span.of(text, 20, 22)),
        Piece(Role.CUE, Span.of(text, 23, 27)),
        Piece(Role.CONTENT, Span.of(text, 28, 37)),
    ]
    found = [(one.source and one.source.text, one.content[0].text) for one in link(text, pieces)]
    assert found == [("Ina", "it rained"), ("Bo", "it snowed")]


def test_statements_that_lie_in_another_name_it() -> None:
    text = "The Herald says the ministry told it that the mayor resigned."
    outer, inner = reading_of(text).attributions
    assert inner.inside == outer.id
