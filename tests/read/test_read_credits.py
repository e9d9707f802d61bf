"""Outlets named as where a report took something from."""

from __future__ import annotations

import pytest

from tests.read.readings import reading_of

CREDITS = [
    ("The bridge fell on Monday, reports Vela Express.", "Vela Express", "reports Vela Express"),
    ("The Ordane Herald says the bridge fell.", "The Ordane Herald", "The Ordane Herald says"),
    ("The mayor told the Ordane Herald it fell.", "Ordane Herald", "told the Ordane Herald"),
    ("VELA (Reuters) - The bridge fell.", "Reuters", "Reuters"),
    ("VELA, May 4 (Corren Wire) — The bridge fell.", "Corren Wire", "Corren Wire"),
    ("The bridge fell. — AFP", "AFP", "AFP"),
    ("The Ordane Times: The bridge fell", "The Ordane Times", "The Ordane Times"),
    ("The fall was first reported by Radio Marn.", "Radio Marn", "first reported by Radio Marn"),
    ("It fell, said a post cited by Reuters.", "Reuters", "cited by Reuters"),
    ("So wrote the opposition newspaper The Ordane Post.", "The Ordane Post", "newspaper The Ordane Post"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "words"), CREDITS)
def test_a_credited_outlet_is_listed_with_its_words(text: str, name: str, words: str) -> None:
    [credit] = reading_of(text).credits
    assert (credit.name, credit.span.text) == (name, words)


@pytest.mark.parametrize(
    "text",
    [
        "Ina Roke says the bridge fell.",
        "The ministry said it fell.",
        "The mayor told the Vela Courier it fell.",
        "The mayor told the Courier it fell.",
        "The bridge fell (again).",
    ],
)
def test_people_bodies_and_the_outlet_itself_are_no_credits(text: str) -> None:
    assert reading_of(text).credits == ()
