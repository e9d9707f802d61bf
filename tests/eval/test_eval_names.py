"""Names are counted by edges and kind, and nobody is blamed for what a set leaves open."""

from __future__ import annotations

import pytest

from eval.certainty import mean_error
from eval.names import Tally, beside, table
from reportedly.neural import Marked
from training.named_text import COUNT, PERSON, PLACE, WEAPON, NamedText, NameSpan

TEXT = NamedText(
    "t",
    "Ada Orr saw two rifles in Weir",
    (NameSpan(0, 7, (PERSON,)), NameSpan(26, 30, (PLACE,))),
    (NameSpan(12, 15, (COUNT,)), NameSpan(16, 22, (WEAPON,))),
    open=True,
)


def tally_of(*marked: Marked) -> Tally:
    tally = Tally()
    tally.add(TEXT, marked)
    return tally


def test_a_name_is_right_with_both_edges_and_its_kind() -> None:
    tally = tally_of(Marked(0, 7, PERSON, 1.0), Marked(26, 30, PERSON, 1.0))
    assert tally.f1([PERSON]) == pytest.approx(200 / 3)
    assert tally.f1([PLACE]) == 0.0
    assert tally_of(Marked(0, 3, PERSON, 1.0)).f1([PERSON]) == 0.0


def test_what_the_set_leaves_open_counts_neither_way() -> None:
    names = (Marked(0, 7, PERSON, 1.0), Marked(26, 30, PLACE, 1.0))
    assert tally_of(*names, Marked(16, 22, WEAPON, 1.0)).f1([PERSON, PLACE, WEAPON]) == 100.0
    assert tally_of(*names, Marked(16, 22, PERSON, 1.0)).f1([PERSON, PLACE]) == 80.0


def test_every_kind_has_its_row() -> None:
    assert len(table(tally_of()).splitlines()) == 13


def test_readers_stand_beside_each_other_by_the_kinds_that_decide_who_may_be_one() -> None:
    rows = beside({"rules": tally_of(), "joined": tally_of(Marked(0, 7, PERSON, 1.0))}).splitlines()
    assert rows[0].split() == ["names", "rules", "joined"]
    assert rows[3].split() == ["person", "1", "0.0", "100.0"]
    assert len(rows) == 8


def test_the_error_of_certainty_is_a_mean() -> None:
    assert mean_error([3.0, -1.0], [1.0, -1.0]) == 1.0
