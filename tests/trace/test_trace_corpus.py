"""Who repeats whom among many texts at once."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.trace.corpus.families import families
from reportedly.trace.corpus.naming import same_texts
from reportedly.trace.corpus.passages import Passages, _by_pair, joined_passages, passages
from reportedly.trace.corpus.postings import CAP, STANDING, Postings, groups_of, sorted_postings
from reportedly.trace.corpus.prints import LEAST, end_of, print_texts, start_of

_SYLLABLES = ("bar", "cor", "dal", "esk", "gol", "har", "ist", "kal", "mar", "nor", "pel", "tor")
_WORDS = ["".join(three) for three in itertools.product(_SYLLABLES, repeat=3)]


def prose(seed: int, words: int) -> str:
    """Made-up words, so that two seeds share nothing."""
    numbers = np.random.default_rng(seed).integers(0, len(_WORDS), size=words)
    return " ".join(map(_WORDS.__getitem__, numbers.tolist()))


def found_in(texts: list[str], outlets: list[int] | None = None) -> Passages:
    prints = print_texts(texts)
    named = np.array(outlets or [0] * len(texts), dtype=np.uint32)
    same = same_texts(prints.wholes, prints.words, named)
    postings = sorted_postings([Postings(prints.hashes, prints.owners, prints.places)])
    postings = postings.only(np.flatnonzero(same.compared[postings.texts]))
    found = joined_passages(list(passages(groups_of(postings, same), 0, len(same.firsts))))
    columns = found.columns()
    for name in ("first", "second"):
        columns[name] = same.firsts[columns[name]].astype(np.uint32)
    return Passages(**columns)


def pairs(found: Passages) -> set[frozenset[int]]:
    both = zip(found.first.tolist(), found.second.tolist(), strict=True)
    return {frozenset(pair) for pair in both}


@given(st.lists(st.text("ab cé’.1中文ж\n", max_size=200), min_size=1, max_size=6))
@settings(deadline=None, max_examples=60)
def test_what_is_kept_of_a_text_depends_on_that_text_alone(texts: list[str]) -> None:
    together = print_texts(texts)
    for number, text in enumerate(texts):
        alone = print_texts([text])
        mine = together.owners == number
        assert sorted(together.hashes[mine].tolist()) == sorted(alone.hashes.tolist())
        assert sorted(together.places[mine].tolist()) == sorted(alone.places.tolist())
        assert together.wholes[number] == alone.wholes[0]
        assert together.words[number] == alone.words[0]


def test_a_place_is_where_the_run_stands_in_code_points() -> None:
    text = f"«Ça» — {prose(1, 30)} – “{prose(2, 30)}”"
    prints = print_texts([text])
    for start, end in zip(start_of(prints.places), end_of(prints.places), strict=True):
        assert len(text[start:end].split()) == 3


def test_texts_with_the_same_words_are_one() -> None:
    one, other = prose(1, 50), prose(2, 50)
    prints = print_texts([one, f"  “{one.upper()}”\n\n", other, one[: one.rfind(" ")], ""])
    same = same_texts(prints.wholes, prints.words, np.zeros(5, np.uint32))
    assert same.ranks[0] == same.ranks[1]
    assert len(set(same.ranks.tolist())) == 4
    assert same.compared.tolist() == [True, False, True, True, False]


def test_a_piece_within_a_longer_text_is_found_where_it_stands() -> None:
    piece = prose(1, 30)
    longer = f"{prose(2, 200)}\n\n{piece} {prose(3, 200)}"
    found = found_in([piece, prose(4, 300), longer])
    assert pairs(found) == {frozenset((0, 2))}
    spans = {
        int(found.first[0]): (int(found.first_start[0]), int(found.first_end[0])),
        int(found.second[0]): (int(found.second_start[0]), int(found.second_end[0])),
    }
    start, end = spans[2]
    assert longer[start:end] in piece
    assert end - start > len(piece) * 2 / 3
    start, end = spans[0]
    assert longer[slice(*spans[2])] == piece[start:end]


def test_a_copy_in_a_script_without_spaces_is_found() -> None:
    points = np.random.default_rng(5).integers(0x4E00, 0x5200, size=(3, 240)).tolist()
    first, second, third = ("".join(map(chr, row)) for row in points)
    found = found_in([first, f"{second}{first[60:200]}。{third}", third[::-1]])
    assert pairs(found) == {frozenset((0, 1))}


def test_a_family_larger_than_the_cap_stays_together() -> None:
    text = prose(1, 120)
    size = CAP + 60
    family = [f"{prose(100 + n, 12)} {text}" for n in range(size)]
    met = pairs(found_in(family))
    centre = set.intersection(*map(set, met))
    assert len(centre) == 1
    assert len(met) == size - 1


def test_what_an_outlet_puts_under_everything_joins_nothing() -> None:
    footer = prose(1, 40)
    texts = [f"{prose(10 + n, 60)}\n\n{footer}" for n in range(STANDING + 2)]
    assert pairs(found_in(texts, [7] * len(texts))) == set()
    assert len(pairs(found_in(texts[:4], [7] * 4))) == 6
    # An agency's text that as many outlets carry is no furniture.
    assert len(pairs(found_in(texts, list(range(1, len(texts) + 1))))) > STANDING


def test_endless_repetition_is_bounded() -> None:
    texts = [f"{prose(n, 3)} " * 30_000 for n in range(3)] + ["ha " * 200_000, "x" * 3_000_000]
    prints = print_texts(texts)
    assert len(prints.hashes) < 60_000
    assert pairs(found_in(texts)) == set()


def test_ten_thousand_copies_of_one_text_cost_one() -> None:
    text = prose(1, 100)
    prints = print_texts([text] * 10_000)
    same = same_texts(prints.wholes, prints.words, np.zeros(10_000, np.uint32))
    assert same.compared.sum() == 1


@pytest.mark.parametrize(
    "text", ["", " ", "x", "one two", "\0\0", "\ud800 lone", "۱۲۳ شهر", "😀 😀", "a" * 70]
)
def test_odd_texts_are_no_trouble_to_their_neighbours(text: str) -> None:
    piece = prose(1, 30)
    assert pairs(found_in([piece, text, f"{piece} {text} again", text])) == {frozenset((0, 2))}
    assert print_texts([text]).words[0] < LEAST


def test_pairs_are_brought_together_alike_whether_or_not_they_fit_beside_their_places() -> None:
    numbers = np.random.default_rng(3).integers(0, 5, size=(2, 300)).astype(np.uint64)
    for scale in (1, (1 << 32) // 5):
        pair = (numbers[0] * np.uint64(scale) << np.uint64(32)) | numbers[1] * np.uint64(scale)
        order, ordered = _by_pair(pair)
        assert order.tolist() == np.argsort(pair, kind="stable").tolist()
        assert np.diff(ordered).astype(bool).tolist() == (np.diff(pair[order]) != 0).tolist()


def families_of(texts: list[str]) -> list[int]:
    prints = print_texts(texts)
    same = same_texts(prints.wholes, prints.words, np.zeros(len(texts), np.uint32))
    return [int(number) for number in families(found_in(texts), prints.lengths, same)]


def test_a_chain_of_shared_sentences_makes_no_family() -> None:
    links = [prose(n, 50) for n in range(21)]
    chain = [f"{links[n]} {prose(100 + n, 250)} {links[n + 1]}" for n in range(20)]
    assert len(pairs(found_in(chain))) == 19
    assert families_of(chain) == list(range(20))


def test_copies_trimmed_and_reworded_are_one_family_with_their_parent_and_their_twins() -> None:
    words = prose(1, 200).split()
    edited = " ".join("changed" if n % 20 == 0 else word for n, word in enumerate(words))
    trimmed = " ".join(words[:90])
    texts = [prose(2, 100), trimmed, edited, " ".join(words), trimmed, prose(3, 100)]
    assert families_of(texts) == [0, 1, 1, 1, 1, 5]


def test_no_texts_give_no_passages() -> None:
    assert len(found_in([])) == 0
