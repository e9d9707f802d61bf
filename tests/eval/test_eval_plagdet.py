"""Plagdet and its parts, on made-up passages, by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.floors import LOG, below, committed, lowered_silently, read_floors
from eval.plagdet import FLOORS, reached
from eval.plagdet_scores import Aligned, Judged, Score, false_alarms, score

_ONE = Aligned(100, 200, 1_000, 1_100)
_OTHER = Aligned(500, 600, 2_000, 2_100)


def of(known: tuple[Aligned, ...], found: tuple[Aligned, ...]) -> Score:
    return score([Judged("made up", known, found)])


def test_what_is_known_found_as_it_is_gets_full_marks() -> None:
    got = of((_ONE, _OTHER), (_OTHER, _ONE))
    assert (got.precision, got.recall, got.granularity, got.plagdet) == (1, 1, 1, 1)


def test_half_of_each_side_is_half_of_the_recall() -> None:
    got = of((_ONE,), (Aligned(100, 150, 1_050, 1_100),))
    assert (got.precision, got.recall) == (1, 0.5)
    assert got.plagdet == pytest.approx(2 / 3)


def test_a_passage_in_the_right_place_of_one_text_alone_is_not_found() -> None:
    got = of((_ONE,), (Aligned(100, 200, 3_000, 3_100),))
    assert (got.precision, got.recall, got.plagdet) == (0, 0, 0)


def test_every_passage_counts_alike_however_long() -> None:
    long = Aligned(1_000, 9_000, 5_000, 13_000)
    got = of((_ONE, long), (long,))
    assert (got.precision, got.recall) == (1, 0.5)


def test_a_passage_in_pieces_is_worth_less_by_the_logarithm_of_their_number() -> None:
    got = of((_ONE,), (Aligned(100, 150, 1_000, 1_050), Aligned(150, 200, 1_050, 1_100)))
    assert (got.precision, got.recall, got.granularity) == (1, 1, 2)
    assert got.plagdet == pytest.approx(1 / 1.584962500721156)


def test_pieces_that_overlap_count_no_character_twice() -> None:
    got = of((_ONE,), (Aligned(100, 180, 1_000, 1_080), Aligned(120, 200, 1_020, 1_100)))
    assert (got.precision, got.recall, got.granularity) == (1, 1, 2)


def test_what_is_found_beyond_the_passage_lowers_the_precision() -> None:
    assert of((_ONE,), (Aligned(0, 200, 900, 1_100),)).precision == 0.5


def test_granularity_is_of_the_passages_found_alone() -> None:
    half = (Aligned(100, 150, 1_000, 1_050), Aligned(150, 200, 1_050, 1_100))
    assert of((_ONE, _OTHER), half).granularity == 2


def test_nothing_known_and_nothing_found_is_right() -> None:
    assert of((), ()).plagdet == 1
    assert of((_ONE,), ()).plagdet == 0
    assert of((), (_ONE,)).plagdet == 0


def test_false_alarms_are_counted_by_pairs_that_share_nothing() -> None:
    clean = [Judged("", (), ())] * 3 + [Judged("", (), (_ONE, _OTHER)), Judged("", (_ONE,), ())]
    assert false_alarms(clean) == 250


@pytest.mark.corpora
def test_the_passages_found_reach_every_floor(corpora: Path) -> None:
    now = reached(corpora)
    floors = read_floors(FLOORS.read_text())
    assert floors.keys() == now.keys()
    assert below(now, floors) == {}


def test_no_floor_of_the_passages_was_lowered_without_a_reason_in_the_log() -> None:
    now = read_floors(FLOORS.read_text())
    assert lowered_silently(committed(FLOORS), now, LOG.read_text(encoding="utf-8")) == []
