"""A date that a person states is a range, or no date at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.value import TimeRange
from reportedly.text.edtf import calendar_range, edtf_range


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-05-22", "2023-05-22", "2023-05-22"),
        (" 2023-05-22 ", "2023-05-22", "2023-05-22"),
        ("2023-05-22T23:40", "2023-05-22T23:40", "2023-05-22T23:40"),
        ("2023-05-22T23:40:59", "2023-05-22T23:40", "2023-05-22T23:40"),
        ("2023-05/..", "2023-05-01", None),
        ("../2023", None, "2023-12-31"),
        ("2023-05-20/2023-06", "2023-05-20", "2023-06-30"),
        ("2023-05/2023", "2023-05-01", "2023-12-31"),
        ("2023-05-22T18:00/2023-05-22", "2023-05-22T18:00", "2023-05-22"),
        ("9999-12", "9999-12-01", "9999-12-31"),
    ],
)
def test_edtf_is_read_as_the_range_it_stands_for(
    words: str, earliest: str | None, latest: str | None
) -> None:
    assert edtf_range(words) == TimeRange(earliest, latest)


@pytest.mark.parametrize(
    "words",
    [
        "", "31", "May", "2023-13", "2023-00", "2023-05-00", "2023-02-30", "0000", "23-05-2022",
        "22.05.2031", "2023/2022", "2031/2032/2033", "../..", "/", "2023/", "2023-05-22T25:00",
        "2023-05-22T23:40/2023-05-22T23:39", "2023-05-22T", "2023-05-22Tnoon", "٢٠٣١", "2023?",
    ],
)  # fmt: skip
def test_what_is_no_edtf_is_an_error(words: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        edtf_range(words)


@given(st.text(st.sampled_from("0123456789-/.T: ٣²"), max_size=24))
def test_any_text_is_a_range_that_runs_forward_or_an_error(words: str) -> None:
    try:
        low, high = edtf_range(words).bounds()
    except ValueError:
        return
    assert low <= high


def test_a_range_of_the_calendar_reads_back_from_its_edtf() -> None:
    assert calendar_range(2024, 2) == edtf_range("2024-02")
    assert calendar_range(2023, 2, 29) is None
    assert calendar_range(0) is None
