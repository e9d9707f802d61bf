"""Paragraphs, sentences and words."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.text.layout import paragraphs, sentences, words

PROSE = st.text(st.sampled_from("aZ .!?…\"”“'’)\n\n•1-é中。؟"), max_size=120)


def split(text: str) -> list[str]:
    return [span.text for span in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Roke met Gen. J. K. Vell at 5 a.m. Tuesday near the U.S. Navy pier.",
        "The No. 4 shed held 3.5 tons of grain, i.e. one barge.",
        "The crew waited... and waited.",
        "He asked “Who goes there?” and ran.",
        "“Who goes there?” Ina Roke asked.",
        "See harbour.example.org or quay_log.txt for more.",
        "1. Close the gate",
    ],
)
def test_a_stop_that_ends_nothing_splits_nothing(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left at 5 p.m. The pier was dark.", ["He left at 5 p.m.", "The pier was dark."]),
        ("“The pier burned.” Nobody came.", ["“The pier burned.”", "Nobody came."]),
        ("(It burned.) We saw it.", ["(It burned.)", "We saw it."]),
        ("They hope to win.Next comes rain.", ["They hope to win.", "Next comes rain."]),
        ("It stopped... Then it fell.", ["It stopped...", "Then it fell."]),
        ("火事があった。誰もいない。", ["火事があった。", "誰もいない。"]),
        ("Was it lost? No! It was sold.", ["Was it lost?", "No!", "It was sold."]),
    ],
)
def test_a_sentence_ends_with_its_closing_marks(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_list_lines_and_headings_end_without_a_stop() -> None:
    text = "What we know\n• The pier burned\n• Two barges sank\n\nMore soon"
    assert split(text) == ["What we know", "• The pier burned", "• Two barges sank", "More soon"]


def test_lines_wrapped_to_a_width_are_one_sentence() -> None:
    text = (
        "The harbour master of Vell said on Monday that the pier had been closed\n"
        "since the night of the fire and that nobody had been allowed near it for\n"
        "a week."
    )
    assert len(split(text)) == 1


def test_paragraphs_are_parted_by_blank_lines() -> None:
    text = "\n  One.\nstill one  \n \n\t\nTwo.\n"
    assert [span.text for span in paragraphs(text)] == ["One.\nstill one", "Two."]


@given(PROSE)
def test_sentences_lie_within_paragraphs_and_leave_only_space_between(text: str) -> None:
    blocks = paragraphs(text)
    found = sentences(text)
    at = 0
    for span in found:
        assert span.check(text)
        assert any(block.contains(span) for block in blocks)
        assert not text[at : span.start].strip()
        at = span.end
    assert not text[at:].strip()


@given(st.text(max_size=80))
def test_words_are_in_order_and_read_what_they_say(text: str) -> None:
    found = words(text)
    assert all(span.check(text) for span in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_words_keep_their_marks_and_spaceless_scripts_their_characters() -> None:
    text = "don’t re-open हिन्दी 1,200.5 中文 Ve\u0301lo"
    assert [span.text for span in words(text)] == [
        "don’t", "re-open", "हिन्दी", "1,200.5", "中", "文", "Ve\u0301lo",
    ]  # fmt: skip
