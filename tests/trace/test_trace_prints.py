"""Words, hashes, fingerprints and candidate pairs."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model.lineage import Prints
from reportedly.model.report import Report, ReportState
from reportedly.trace.candidates import PARTNERS, candidates
from reportedly.trace.fingerprint import WINDOW, fingerprint
from reportedly.trace.hashing import hash_grams, hash_word
from reportedly.trace.winnowing import winnow
from reportedly.trace.words import words_of

GOLDEN_WORD = 11422219709702232488
GOLDEN_GRAMS = [11814443826013437375, 17801428792783682301, 1086697119243760014]
_MASK = (1 << 64) - 1
_FISH = (
    "The harbour master of Lindale counted eleven trawlers on the slipway before the storm and "
    "nine after it, and nobody on the quay could say where the other two had gone that night."
)


def make(name: str, text: str) -> Report:
    return Report(
        id=name, original=(name,), names=(name,), format="text", state=ReportState.READ, text=text
    )


def read(text: str) -> list[str]:
    words = words_of(text)
    return [text[a:b] for a, b in zip(words.starts.tolist(), words.ends.tolist(), strict=True)]


def slow_mix(value: int) -> int:
    value ^= value >> 30
    value = value * 0xBF58476D1CE4E5B9 & _MASK
    value ^= value >> 27
    value = value * 0x94D049BB133111EB & _MASK
    return value ^ value >> 31


def slow_hash(word: str) -> int:
    raw = word.encode()
    first, *more = (
        int.from_bytes(raw[start : start + 8], "little") for start in range(0, len(raw), 8)
    )
    rest = sum(slow_mix(piece + n * 0x9E3779B97F4A7C15 & _MASK) for n, piece in enumerate(more, 1))
    return slow_mix(first + rest + 0x24A19947B3916CF7 & _MASK)


def test_the_hash_of_a_word_never_changes() -> None:
    assert hash_word("legion") == GOLDEN_WORD
    assert hash_grams(words_of("eleven trawlers on the slipway").hashes).tolist() == GOLDEN_GRAMS


@given(st.text(st.characters(categories=["Ll", "Lo"]), min_size=1, max_size=40))
@settings(deadline=None)
def test_the_vectorised_hash_is_the_one_that_is_written_down(word: str) -> None:
    assert hash_word(word) == slow_hash(word)


def test_case_accents_quotation_marks_and_number_points_make_no_difference() -> None:
    plain = words_of("dont pay 12500 to the cafe in lodz says zoe")
    fancy = words_of("“Don’t pay 12,500 to the CAFÉ in Łódź”, says Zoe\u0308…")
    assert plain.hashes.tolist() == fancy.hashes.tolist()


_PLAIN = "aZé'’.,5²½ŁßÆ –“\u00a0\u0301\n"


@given(st.text(_PLAIN, max_size=60))
@settings(deadline=None)
def test_text_that_folds_to_ascii_is_cut_as_any_other_text_is(text: str) -> None:
    # A letter of another script makes the whole text take the other way.
    fast, slow = words_of(f"{text} x"), words_of(f"{text} \u0436")
    assert fast.starts.tolist() == slow.starts.tolist()
    assert fast.ends.tolist() == slow.ends.tolist()
    assert fast.hashes.tolist()[:-1] == slow.hashes.tolist()[:-1]
    assert fast.stems.tolist()[:-1] == slow.stems.tolist()[:-1]
    assert fast.named.tolist() == slow.named.tolist()


def test_a_stem_is_the_first_five_letters_however_many_bytes_they_take() -> None:
    stems = words_of("наблюдатель наблю observers obser").stems
    assert stems[0] == stems[1] == words_of("наблю").hashes[0]
    assert stems[2] == stems[3] == words_of("obser").hashes[0]


def test_words_stand_where_the_text_has_them() -> None:
    assert read("A \u200bnaïve 3.5-ton lorry’s load — “gone”.") == [
        "A", "\u200bnaïve", "3.5", "ton", "lorry’s", "load", "gone",
    ]  # fmt: skip


def test_a_script_without_spaces_is_read_by_characters() -> None:
    words = words_of("中文字符测试很好")
    assert len(words) == 8
    assert len(words.grams()) == 6
    assert words.grams()[0] != hash_grams(words.hashes)[0]


@given(st.text(max_size=300))
@settings(deadline=None)
def test_any_text_gives_words_in_order_and_nothing_raises(text: str) -> None:
    words = words_of(text)
    assert (words.starts < words.ends).all()
    assert (words.starts[1:] >= words.ends[:-1]).all()
    prints = fingerprint(make("r", text))
    assert len(prints.hashes) == len(prints.starts)
    assert all(0 <= start < len(text) for start in prints.starts)


@given(st.lists(st.integers(0, 30), max_size=200))
@settings(deadline=None)
def test_every_window_has_a_fingerprint(values: list[int]) -> None:
    # Another text before it, which no window may reach into.
    grams = np.array([*range(50), *values], dtype=np.uint64)
    chosen = [place - 50 for place in winnow(grams, np.array([50, len(values)]), WINDOW).tolist()]
    chosen = [place for place in chosen if place >= 0]
    assert chosen == sorted(set(chosen))
    hashes = {values[place] for place in chosen}
    for start in range(len(values) - WINDOW + 1):
        assert min(values[start : start + WINDOW]) in hashes


def test_endless_repetition_leaves_few_fingerprints() -> None:
    assert len(fingerprint(make("r", "ha " * 20_000)).hashes) <= 2


def test_a_copy_within_a_longer_text_is_a_candidate() -> None:
    filler = " ".join(f"word{n} thing{n * 7}" for n in range(200))
    one = make("a", _FISH)
    other = make("b", f"{filler} {_FISH} {filler}")
    alien = make("c", filler.replace("word", "term").replace("thing", "item"))
    assert candidates(fingerprint(r) for r in (alien, other, one)) == (("a", "b"),)


def test_ten_thousand_copies_make_a_star_of_pairs() -> None:
    prints = fingerprint(make("r", _FISH))
    many = [Prints(f"{n:05}", prints.hashes, prints.starts, prints.words) for n in range(10_000)]
    pairs = candidates(many)
    assert len(pairs) < 10_020
    assert {second for _, second in pairs} == {f"{n:05}" for n in range(1, 10_000)}


def test_a_family_larger_than_the_cap_stays_connected_and_linear() -> None:
    size = 400
    prints = [
        fingerprint(make(f"{n:04}", f"Byline number{n} extra{n * 3} for desk{n}. {_FISH * 3}"))
        for n in range(size)
    ]
    pairs = candidates(prints)
    assert len(pairs) <= size * PARTNERS
    joined = {"0000"}
    for first, second in pairs * 3:
        if first in joined or second in joined:
            joined |= {first, second}
    assert len(joined) == size


@given(st.permutations(range(8)))
@settings(deadline=None, max_examples=20)
def test_the_order_of_the_reports_does_not_matter(order: list[int]) -> None:
    prints = [
        fingerprint(make(f"r{n}", f"{_FISH} Also note {n} of {n + 1}. " * (1 + n % 3)))
        for n in range(8)
    ]
    assert candidates(prints[n] for n in order) == candidates(prints)


@pytest.mark.parametrize(
    "text", ["", " ", "x", "one two", "\0\0", "\ud800 lone", "۱۲۳ شهر", "😀 😀"]
)
def test_odd_texts_are_no_trouble(text: str) -> None:
    assert candidates([fingerprint(make("a", text)), fingerprint(make("b", "else"))]) == ()


def test_a_single_word_longer_than_any_buffer_is_one_or_a_few_words() -> None:
    assert fingerprint(make("r", "x" * 3_000_000)).words <= 3
