"""Anchored words are found exactly, or missed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import SpanDriftError
from reportedly.model.decision import CONTEXT, Anchor, TargetKind
from reportedly.model.span import Span
from reportedly.text.anchor import anchor, locate

MIXED = st.text(st.sampled_from("ab é中文אב سلا👩\u200d👧e\u0301🇺🇦\n.”"), min_size=1, max_size=120)


def of(text: str, span: Span) -> Anchor:
    return anchor(text, span, kind=TargetKind.WORDS, report="r")


@given(MIXED, st.data())
def test_what_was_anchored_is_found_where_it_was(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span.of(text, start, end)
    assert locate(text, of(text, span)) == span


@given(MIXED, MIXED, st.data())
def test_in_another_text_it_is_found_only_if_it_reads_the_same(
    text: str, other: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    made = of(text, Span.of(text, start, start + 1))
    found = locate(other, made)
    if found is not None:
        assert found.check(other).text == made.quote
        assert other[: found.start].endswith(made.prefix)
        assert other[found.end :].startswith(made.suffix)


def test_one_changed_character_nearby_and_the_words_are_missed() -> None:
    text = "The ferry sank at noon and nobody was on board, the harbour said."
    made = of(text, Span.of(text, 10, 14))
    assert locate(text.replace("noon", "dusk"), made) is None
    assert locate(text + " More.", made) is not None


def test_the_same_words_in_the_same_surroundings_are_told_apart_by_their_turn() -> None:
    text = "ash " * 60
    starts = [4 * turn for turn in range(60)]
    assert [
        getattr(locate(text, of(text, Span.of(text, s, s + 3))), "start", -1) for s in starts
    ] == starts


def test_the_surroundings_are_no_longer_than_agreed() -> None:
    text = "x" * 100 + "quote" + "y" * 100
    made = of(text, Span.of(text, 100, 105))
    assert (len(made.prefix), len(made.suffix)) == (CONTEXT, CONTEXT)


def test_a_whole_report_is_not_located_and_a_drifted_span_not_anchored() -> None:
    assert locate("ash", Anchor(TargetKind.REPORT, "r")) is None
    with pytest.raises(SpanDriftError):
        of("ash", Span(0, 3, "oak"))
