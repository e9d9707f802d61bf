"""Whoever protects a person is told which shorter forms of the name the pages still show."""

from __future__ import annotations

from dataclasses import replace

from reportedly.model.ledger import Ledger
from reportedly.publish import Protected, Visible, redact, still_visible
from tests.publish import story

INA = Protected(("Ina Maria Roke",), "the witness")


def telling(*texts: str) -> Ledger:
    reports = tuple(
        replace(story.POST, id=f"{n:064x}", text=text, full_text=text, offsets=(), title="")
        for n, text in enumerate(texts)
    )
    return Ledger("a", "b", "c", reports=reports)


def test_a_first_name_alone_and_bare_initials_are_named_with_how_often_they_stand() -> None:
    shown = redact(
        telling("Ina Maria Roke came. Ina left. INA spoke.", "Ina sat; I. M. R. did not."),
        [INA],
        "s",
    )
    assert still_visible(shown, INA) == (Visible("Ina", 3, 2), Visible("I. M. R.", 1, 1))


def test_what_is_no_name_is_not_named() -> None:
    assert still_visible(telling("Katarina and ina-roke and MARIAN came."), INA) == ()


def test_nothing_is_looked_for_where_the_name_is_one_word_or_no_person_s() -> None:
    shown = telling("Harbour workers of the Harbour Union met.")
    assert still_visible(shown, Protected(("Roke",), "x")) == ()
    assert still_visible(shown, Protected(("Harbour Union",), "x", personal=False)) == ()


def test_a_form_that_is_protected_too_stands_no_more() -> None:
    both = Protected(("Ina Roke", "Ina"), "the witness")
    shown = redact(telling("Ina Roke came. Ina left."), [both], "s")
    assert still_visible(shown, both) == ()
