"""Kept text: one code point to one, and every one of them leads back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.report import OffsetRun
from reportedly.text.normalise import (
    compose,
    display,
    fold,
    normalise,
    offset_to_full,
    span_to_full,
)

ODD = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            " \t\r\n\x0b\x0c\x00\x1b\u00a0\u00ad\u2009\u200b\u200c\u200d\u200e\u202e\u2028\u2029\u3000\ufeff"
            "\ud800aяअ中🧑👩❤\ufe0f\u064b\u0627\u06cc"
        ),
    ),
    max_size=60,
)


def test_spaces_and_line_ends_of_every_kind_become_plain() -> None:
    kept, _ = normalise(
        "Ina\u00a0Roke\u2009said\u3000so\r\nand\rleft\u2028at\u2029ten\x0cpast\tnine"
    )
    assert kept == "Ina Roke said so\nand\nleft\nat\nten\npast nine"


def test_what_no_reader_sees_is_left_out() -> None:
    kept, runs = normalise("har\u00adbour\u200b \u202eof\u202c\x00 Vell\ufeff")
    assert kept == "harbour of Vell"
    assert [(run.kept, run.full, run.length) for run in runs] == [
        (0, 0, 3),
        (3, 4, 4),
        (7, 9, 1),
        (8, 11, 2),
        (10, 15, 5),
    ]


def test_letters_and_accents_are_neither_composed_nor_taken_apart() -> None:
    for word in ("Vélo", "Ve\u0301lo", "한국", "\u1112\u1161\u11ab", "ﬁ", "Å"):
        assert normalise(word)[0] == word


def test_joiners_stay_in_words_and_emoji_and_nowhere_else() -> None:
    persian, family = "می\u200cخواهم", "👨\u200d👩\u200d👧"
    assert normalise(persian)[0] == persian
    assert normalise(family)[0] == family
    assert normalise("har\u200cbour\u200d")[0] == "harbour"


@given(ODD)
def test_every_kept_character_leads_to_the_one_it_came_from(text: str) -> None:
    kept, runs = normalise(text)
    for offset, char in enumerate(kept):
        source = text[offset_to_full(runs, offset)]
        assert char == source or char in " \n\ufffd"
    assert sum(run.length for run in runs) == len(kept)


@given(ODD)
def test_normalising_twice_changes_nothing(text: str) -> None:
    kept, _ = normalise(text)
    again, runs = normalise(kept)
    assert again == kept
    assert runs == ((OffsetRun(0, 0, len(kept)),) if kept else ())


@given(ODD, st.data())
def test_maps_that_are_chained_lead_where_the_two_lead(text: str, data: st.DataObject) -> None:
    middle, outer = normalise(text)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(middle)), max_size=6)))
    inner: list[OffsetRun] = []
    at = 0
    for low, high in zip(cuts[::2], cuts[1::2], strict=False):
        inner.append(OffsetRun(at, low, high - low))
        at += high - low
    whole = compose(outer, inner)
    assert list(whole) == sorted(whole, key=lambda run: run.kept)
    for offset in range(at):
        assert offset_to_full(whole, offset) == offset_to_full(outer, offset_to_full(inner, offset))


def test_the_end_of_a_span_stays_with_its_last_character() -> None:
    kept, runs = normalise("harbour\u200b\u200b office")
    start, end = kept.index("harbour"), kept.index(" office")
    assert span_to_full(runs, start, end) == (0, 7)


def test_an_offset_beyond_the_text_is_an_error() -> None:
    _, runs = normalise("ash")
    assert offset_to_full(runs, 3) == 3
    with pytest.raises(ValueError, match="outside"):
        offset_to_full(runs, 4)


@pytest.mark.parametrize(
    ("a", "b"),
    [("Vélo", "ve\u0301lo"), ("ROKE", "Roke"), ("Łask", "lask"), ("O’Dell", "O'Dell"), ("Straße", "STRASSE"),
     ("  the   Ferry ", "The Ferry"), ("Ёлка", "елка"), ("Ÿ–x", "y-x")],
)  # fmt: skip
def test_two_spellings_of_a_word_fold_alike(a: str, b: str) -> None:
    assert fold(a) == fold(b)


def test_vowel_signs_that_carry_the_word_are_not_folded_away() -> None:
    assert fold("कि") != fold("का")
    assert fold("が") != fold("か")


@given(ODD)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ODD)
def test_nothing_shown_can_steer_a_terminal_or_turn_the_text_round(text: str) -> None:
    shown = display(text)
    assert not any(ord(char) < 32 and char != "\n" for char in shown)
    assert not any("\u202a" <= char <= "\u202e" or "\x7f" <= char <= "\x9f" for char in shown)
    assert "\n" not in display(text, one_line=True)


def test_what_is_hidden_is_shown_by_its_picture_or_number() -> None:
    assert display("a\x1b[31m\u202eb\u200b") == "a␛[31m⟨U+202E⟩b⟨U+200B⟩"
