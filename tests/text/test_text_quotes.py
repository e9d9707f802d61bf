"""Quotations, by whatever marks they are set in, and however badly."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.text.layout import paragraphs
from reportedly.text.quotes import quotations

MARKED = st.text(st.sampled_from("ab .,s\n\n“”\"'`‘’«»„「」–0"), max_size=90)


def outer(text: str) -> list[str]:
    return [found.outer.text for found in quotations(text)]


@pytest.mark.parametrize(
    "quoted",
    ["“We saw it”", '"We saw it"', "‘We saw it’", "'We saw it'", "«We saw it»", "„We saw it“",
     "„We saw it”", "»We saw it«", "”We saw it”", "「見た」", "“We saw it\"", "« We saw it »", "``We saw it''", "''We saw it''"],
)  # fmt: skip
def test_every_pair_of_marks_is_known(quoted: str) -> None:
    found = quotations(f"She said {quoted} again.")
    assert [q.outer.text for q in found] == [quoted]
    assert found[0].closed
    assert found[0].inner is not None
    assert found[0].inner.text == quoted.strip("“”\"‘’'`«»„「」 ")


@pytest.mark.parametrize(
    "text",
    ["The soldiers’ boots and the crew's rope.", "It's '90s music, 'tis true.", "He is 5'10\" tall.",
     "rock 'n' roll"],
)  # fmt: skip
def test_apostrophes_and_inches_quote_nothing(text: str) -> None:
    assert outer(text) == []


def test_a_possessive_within_single_marks_does_not_close_them() -> None:
    assert outer("She said ‘the soldiers’ boots were wet’ twice.") == [
        "‘the soldiers’ boots were wet’"
    ]


def test_nested_quotations_stay_inside() -> None:
    assert outer("“He told me ‘go’ and “now” and left,” she said.") == [
        "“He told me ‘go’ and “now” and left,”"
    ]


def test_a_quotation_over_paragraphs_continues_until_it_closes() -> None:
    text = "She said, “The pier burned.\n\n“Nobody came.\n\n“We left.”\n\n“Why?” he said."
    found = quotations(text)
    assert [(q.closed, q.continues) for q in found] == [
        (False, True),
        (False, True),
        (True, False),
        (True, False),
    ]
    assert [q.paragraph for q in found] == [0, 1, 2, 3]


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph() -> None:
    (found,) = quotations("She said, “The pier burned and nobody came.\n\nThe mayor left.")
    assert found.outer.text == "“The pier burned and nobody came."
    assert not found.closed
    assert not found.continues


def test_of_two_openings_with_one_closing_the_second_owns_it() -> None:
    assert outer("“We saw it. Then “they left,” she said.") == ["“We saw it. Then", "“they left,”"]


def test_the_writers_clause_without_marks_cuts_the_quotation() -> None:
    text = "“Our enemy is the flood, the notice says. – So we dig on.”"
    found = quotations(text)
    assert [(q.outer.text, q.opened, q.closed) for q in found] == [
        ("“Our enemy is the flood,", "“", False),
        ("So we dig on.”", "", True),
    ]


def test_an_unclosed_quotation_ends_before_the_writers_last_clause() -> None:
    (found,) = quotations("“We are ready, the harbour master said.")
    assert found.outer.text == "“We are ready,"


def test_two_closing_marks_typed_around_a_word_do_not_close_the_quotation() -> None:
    text = "“They painted the sign” V”, and then the whole pier, and left."
    assert outer(text) == [text]


def test_empty_marks_have_nothing_inside() -> None:
    (found,) = quotations("He wrote “” there.")
    assert found.inner is None


@given(MARKED)
def test_quotations_are_in_order_within_their_paragraphs_and_never_overlap(text: str) -> None:
    blocks = paragraphs(text)
    found = quotations(text)
    for q in found:
        assert blocks[q.paragraph].contains(q.outer.check(text))
        assert q.inner is None or q.outer.contains(q.inner.check(text))
        assert not (q.closed and q.continues)
    assert all(a.outer.end <= b.outer.start for a, b in itertools.pairwise(found))
