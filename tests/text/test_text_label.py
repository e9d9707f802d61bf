"""Values in a few words."""

from __future__ import annotations

import pytest

from reportedly.model.value import Approximator, Number, TimeRange, Value, ValueKind
from reportedly.text.label import label, time_label


@pytest.mark.parametrize(
    ("low", "high", "how", "words"),
    [
        (12, 12, Approximator.EXACT, "12"),
        (500, 1000, Approximator.RANGE, "500 to 1,000"),
        (36, 44, Approximator.ABOUT, "about 40"),
        (12, None, Approximator.AT_LEAST, "at least 12"),
        (None, 2000, Approximator.UP_TO, "up to 2,000"),
        (12, 99, Approximator.VAGUE, "some 12 to 99"),
        (33.3, 33.3, Approximator.EXACT, "33.3"),
    ],
)
def test_a_count_is_said_as_it_is_bounded(
    low: Number | None, high: Number | None, how: Approximator, words: str
) -> None:
    assert label(Value(ValueKind.COUNT, low=low, high=high, approximator=how)) == words


def test_a_share_is_written_as_newspapers_do() -> None:
    share = Value(
        ValueKind.COUNT, low=None, high=80, unit="percent", approximator=Approximator.UP_TO
    )
    assert label(share) == "up to 80%"


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2031-05-22", "2031-05-22", "22 May 2031"),
        ("2031-05-22", "2031-05-24", "22 to 24 May 2031"),
        ("2031-05-01", "2031-05-31", "May 2031"),
        ("2031-01-01", "2031-12-31", "2031"),
        ("2031-03-01", "2031-05-31", "March to May 2031"),
        ("2030-12-01", "2031-02-28", "December 2030 to February 2031"),
        ("2031-05-22T23:40", "2031-05-22T23:40", "22 May 2031, 23:40"),
        ("2031-05-22T18:00", "2031-05-23T06:00", "22 May 2031, 18:00 to 23 May 2031, 06:00"),
        ("2031-05-22", None, "from 22 May 2031 on"),
        (None, "2031-05-22", "by 22 May 2031"),
        (None, None, "unknown time"),
    ],
)
def test_a_time_is_said_as_it_is_known(
    earliest: str | None, latest: str | None, words: str
) -> None:
    assert label(Value(ValueKind.TIME, earliest=earliest, latest=latest)) == words


def test_other_values_are_said_plainly() -> None:
    assert label(Value(ValueKind.POLARITY, polarity=False)) == "no"
    assert (
        label(Value(ValueKind.WHO, who="en-1", text="Ina Roke", polarity=False)) == "not Ina Roke"
    )
    assert label(Value(ValueKind.PLACE, place="Vell")) == "Vell"


def test_whole_days_are_said_without_the_clock() -> None:
    for day in (TimeRange("2031-05-02", "2031-05-02"), TimeRange("2031-05-02", "2031-05-04")):
        assert time_label(TimeRange(*day.bounds())) == time_label(day)
    assert time_label(TimeRange("2031-05-02T00:00", None)) == "from 2 May 2031 on"
    assert time_label(TimeRange("2031-05-02T00:00", "2031-05-02T12:00")) == (
        "2 May 2031, 00:00 to 12:00"
    )


def test_the_ends_of_time_are_open_ends() -> None:
    low, high = TimeRange(None, "2031-05-02").bounds()
    assert time_label(TimeRange(low, "2031-05-02")) == "by 2 May 2031"
    assert time_label(TimeRange(low, TimeRange(None, None).bounds()[1])) == ""
    assert high.startswith("2031")
