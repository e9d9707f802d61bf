"""No text raises, and no text takes longer than its length deserves."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.value import TimeRange
from reportedly.text.dates import times
from reportedly.text.layout import sentences, words
from reportedly.text.names import names
from reportedly.text.normalise import display, fold, normalise
from reportedly.text.numbers import counts
from reportedly.text.quotes import quotations

PUBLISHED = TimeRange("2031-05-22", "2031-05-23")
READERS: tuple[Callable[[str], object], ...] = (
    normalise,
    fold,
    display,
    sentences,
    words,
    quotations,
    counts,
    lambda text: times(text, PUBLISHED),
    names,
)

# A reader that is quadratic in one of these runs for minutes, not moments.
LONG = (
    "a" * 60_000,
    " " * 60_000,
    "\n" * 60_000,
    "." * 60_000,
    "“" * 20_000,
    "“a " * 10_000,
    "‘a ’" * 10_000,
    '"' * 20_000,
    "' '" * 10_000,
    "1 " * 10_000,
    "1-" * 10_000,
    "1,000," * 6_000,
    "one hundred and " * 2_000,
    "thousand " * 4_000,
    "May " * 4_000,
    "2 a.m. " * 4_000,
    "in the early " * 2_000,
    "A" * 40_000,
    "Ab " * 8_000,
    "Ab of the " * 2_000,
    "A." * 10_000,
    "call sign " * 2_000,
    "(A" * 10_000,
    ", he said, " * 2_000,
    "a\u0301" * 10_000,
    "中文" * 10_000,
    "שלום " * 6_000,
    "👩\u200d" * 10_000,
    "\x00\u202e" * 10_000,
    "-" * 40_000,
    "a-" * 20_000,
    "no not none " * 2_000,
    "a.b" * 12_000,
)


@pytest.mark.parametrize("text", LONG, ids=[repr(text[:12]) for text in LONG])
def test_long_inputs_of_every_shape_are_read_to_their_end(text: str) -> None:
    for reader in READERS:
        assert reader(text) is not None


@given(st.text(st.characters(), max_size=60))
def test_no_text_at_all_makes_a_reader_fail(text: str) -> None:
    for reader in READERS:
        assert reader(text) is not None
