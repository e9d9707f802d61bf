"""Counts as ranges, with what they count."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.value import Approximator, ValueKind
from reportedly.text.numbers import RULES, counts
from reportedly.text.units import STRENGTH


def read(text: str) -> list[tuple[object, ...]]:
    return [(f.value.low, f.value.high, f.value.unit, f.value.approximator) for f in counts(text)]


EXACT, ABOUT, LEAST = Approximator.EXACT, Approximator.ABOUT, Approximator.AT_LEAST
UP_TO, RANGE, VAGUE = Approximator.UP_TO, Approximator.RANGE, Approximator.VAGUE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 dockers were hurt", (12, 12, "people", EXACT)),
        ("a hundred volunteers", (100, 100, "people", EXACT)),
        ("two hundred and fifty barrels", (250, 250, "barrel", EXACT)),
        ("12 000 people fled", (12000, 12000, "people", EXACT)),
        ("1.5 million refugees", (1500000, 1500000, "people", EXACT)),
        ("half a dozen drones", (6, 6, "aircraft", EXACT)),
        ("at least 12 lorries", (12, None, "vehicles", LEAST)),
        ("more than a dozen houses", (12, None, "buildings", LEAST)),
        ("50 or more guards", (50, None, "people", LEAST)),
        ("up to 80% of the crew", (None, 80, "percent", UP_TO)),
        ("as many as nearly 2,000 soldiers", (None, 2000, "people", UP_TO)),
        ("about 40 guards", (36, 44, "people", ABOUT)),
        ("an estimated two or three tanks", (2, 3, "vehicles", RANGE)),
        ("between 5 and 8 raids", (5, 8, "attacks", RANGE)),
        ("from 500 to 1,000 fighters", (500, 1000, "people", RANGE)),
        ("5 to 10 thousand troops", (5000, 10000, "people", RANGE)),
        ("20-30,000 men", (20000, 30000, "people", RANGE)),
        ("dozens of residents", (12, 99, "people", VAGUE)),
        ("several hundred nurses", (200, 999, "people", VAGUE)),
        ("tens of thousands of people", (10000, 99999, "people", VAGUE)),
        ("hundreds, if not thousands, of people", (100, 9999, "people", VAGUE)),
        ("a couple of guards", (2, 2, "people", EXACT)),
        ("no rescuers came", (0, 0, "people", EXACT)),
        ("nobody was hurt", (0, 0, "people", EXACT)),
        ("not a single lorry was lost", (0, 0, "vehicles", EXACT)),
        ("a battalion crossed the ford", (*STRENGTH["battalion"], "people", VAGUE)),
        ("two battalions", (600, 2000, "people", VAGUE)),
        ("up to a battalion", (None, STRENGTH["battalion"][1], "people", UP_TO)),
        ("as few as 12 men", (12, None, "people", LEAST)),
        ("1,000-plus men", (1000, None, "people", LEAST)),
        ("an infantry company", (*STRENGTH["company"], "people", VAGUE)),
        ("more than half of the houses", (50.0, None, "percent", LEAST)),
        ("a 49-year-old docker", (49, 49, "years", EXACT)),
        ("Ina Roke, who is 50 and a docker", (50, 50, "years", EXACT)),
        ("ten were wounded", (10, 10, "people", EXACT)),
        ("the dead numbered nine", (9, 9, "people", EXACT)),
        ("a 500-strong force", (500, 500, "people", EXACT)),
        ("700 square miles of marsh", (700, 700, "square mile", EXACT)),
        ("30 km2 of marsh", (30, 30, "km2", EXACT)),
        ("7,000 m3/s of water", (7000, 7000, "m3/s", EXACT)),
        ("400 acre·ft of water", (400, 400, "acre·ft", EXACT)),
        ("5 mi", (5, 5, "mi", EXACT)),
        ("20 anti-aircraft guns", (20, 20, "weapons", EXACT)),
        ("20 anti-aircraft artillery mounts", (20, 20, "mount", EXACT)),
        ("two UAV storage facilities", (2, 2, "buildings", EXACT)),
        ("three weapons caches", (3, 3, "cache", EXACT)),
        ("two missiles struck houses", (2, 2, "weapons", EXACT)),
        ("ten aircraft bombing barges", (10, 10, "aircraft", EXACT)),
        ("60 regional and national unions", (60, 60, "union", EXACT)),
        ("four came and dockers left", (4, 4, None, EXACT)),
        ("six skiffs the following day", (6, 6, "skiff", EXACT)),
        ("300 Vellian airmen", (300, 300, "people", EXACT)),
        ("the 60-plus nation pact", (60, None, "nation", LEAST)),
        ("40-plus rusty lanterns", (40, None, "lantern", LEAST)),
        ("boys as young as 10 as dockers", (10, 10, "years", EXACT)),
    ],
)  # fmt: skip
def test_the_words_of_a_count_give_its_range(text: str, expected: tuple[object, ...]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "in 2031", "on 22 May", "at 23:40", "for three days", "within two hours", "$5 million",
        "three million euros", "a T-72 and an S-300", "the 2nd ferry", "call +1 555 123-4567",
        "they won 3-2", "see page 12 and Article 5", "Shed Four burned", "open 24/7", "one could see",
        "one of the best", "a private military company", "the battalion left", "a brigade commander",
        "lambs as young as 10 weeks", "20-plus months", "1. Close the gate", "no evidence of that", "no longer", "two million dollars",
    ],
)  # fmt: skip
def test_what_counts_nothing_is_no_count(text: str) -> None:
    assert read(text) == []


def test_a_figure_that_rose_is_two_counts_not_a_range() -> None:
    assert [low for low, *_ in read("The toll rose from 12 to 19.")] == [12, 19]


def test_a_count_names_what_it_counts() -> None:
    (found,) = counts("They lost two armoured Vellian lorries on the road.")
    assert found.noun is not None
    assert found.noun.text == "armoured Vellian lorries"


def test_lines_of_a_list_do_not_lend_each_other_nouns() -> None:
    found = counts("Wounded: 5\nBarrels: 2")
    assert [(f.value.low, f.noun) for f in found] == [(5, None), (2, None)]


@given(st.integers(2, 999_999).filter(lambda n: not 1900 <= n <= 2100))
def test_digits_read_the_same_with_and_without_their_commas(number: int) -> None:
    assert (
        read(f"{number} guards")
        == read(f"{number:,} guards")
        == [(number, number, "people", EXACT)]
    )


@given(st.text(st.sampled_from("0123456789,.- %atomwnefrhudsvlioy\n"), max_size=80))
def test_every_count_is_a_range_that_runs_forward_and_a_rule_that_is_known(text: str) -> None:
    found = counts(text)
    for one in found:
        assert one.span.check(text)
        assert one.rule in RULES
        assert one.value.kind is ValueKind.COUNT
        low, high = one.value.low, one.value.high
        assert (low, high) != (None, None)
        assert low is None or high is None or 0 <= low <= high
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))


def test_a_unit_whose_people_are_numbered_after_it_counts_them_once() -> None:
    assert read("two battalions of almost 2,000 men") == [
        (2, 2, "battalion", EXACT),
        (1800, 2200, "people", ABOUT),
    ]
    assert read("a battalion of some 500 men") == [(450, 550, "people", ABOUT)]
