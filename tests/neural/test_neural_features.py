"""How words are written and quoted, as the encoder is told."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.neural.features import Quoted, Shape, quoted, shape, shapes


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("brigade", Shape.LOWER),
        ("Mayor", Shape.CAPITAL),
        ("UN", Shape.UPPER),
        ("A", Shape.INITIAL),
        ("iPhone", Shape.MIXED),
        ("McLean", Shape.MIXED),
        ("1944", Shape.DIGITS),
        ("3rd", Shape.COUNTED),
        ("T72", Shape.COUNTED),
        ("—", Shape.MARK),
        ("", Shape.NONE),
        ("都市", Shape.OTHER),
    ],
)
def test_a_word_has_the_shape_it_is_written_in(word: str, expected: Shape) -> None:
    assert shape(word) is expected


@given(st.text(max_size=12))
def test_any_word_has_a_shape(word: str) -> None:
    assert shapes(word, [0], [len(word)]).tolist() == [int(shape(word))]


def _of_words(text: str) -> list[Quoted]:
    starts, ends, at = [], [], 0
    for word in text.split(" "):
        starts.append(at)
        ends.append(at + len(word))
        at += len(word) + 1
    return [Quoted(int(q)) for q in quoted(text, np.array(starts), np.array(ends))]


def test_words_between_marks_are_inside_and_their_marks_open_and_close() -> None:
    assert _of_words("he said “ we will go ” again") == [
        Quoted.OUTSIDE, Quoted.OUTSIDE, Quoted.OPENS, Quoted.INSIDE, Quoted.INSIDE, Quoted.INSIDE,
        Quoted.CLOSES, Quoted.OUTSIDE,
    ]  # fmt: skip


def test_a_quotation_left_open_is_known_as_such() -> None:
    assert _of_words("“We will go")[1:] == [Quoted.UNCLOSED, Quoted.UNCLOSED]


@given(st.text(alphabet="ab “”\"'\n", max_size=60))
def test_any_marks_are_taken_as_they_come(text: str) -> None:
    places = np.arange(len(text))
    assert len(quoted(text, places, places + 1)) == len(text)
