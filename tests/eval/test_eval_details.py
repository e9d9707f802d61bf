"""Labels of counts and dates, and what meets them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from eval.detail_scores import Days, count_is, days_of, days_read, verdict
from eval.details import (
    counts_told,
    dates_asked,
    dates_told,
    measure_counts,
    ours_in_text,
    verdicts,
)
from eval.incidents import Incident, incidents, single_days, told
from eval.re3d_corpus import read_re3d
from reportedly.model.value import Number, TimeRange, Value, ValueKind


@pytest.mark.parametrize(
    ("low", "high", "label", "right"),
    [
        (34, 34, "34", True),
        (34, 35, "34", False),
        (20, None, "20..", True),
        (20, 20, "20..", False),
        (None, 9000, "..9000", True),
        (0, 9000, "..9000", True),
        (15, 20, "15..20", True),
        (270, 330, "~300", True),
        (300, None, "~300", False),
        (100, 900, "~300", False),
        (12, 99, "?12..144", True),
        (2, 99, "?12..144", False),
        (1_000_000, 999_999_999, "?1000000..", True),
    ],
)
def test_a_count_is_what_its_label_allows(
    low: Number | None, high: Number | None, label: str, right: bool
) -> None:
    assert count_is(Value(ValueKind.COUNT, low, high), label) is right


def test_a_label_of_days_is_as_long_as_its_precision() -> None:
    assert days_of("2016") == (Days(date(2016, 1, 1), date(2016, 12, 31)), False)
    assert days_of("2016-02") == (Days(date(2016, 2, 1), date(2016, 2, 29)), False)
    assert days_of("?2017-01-08/2017-01-23")[1]
    assert days_of("1980/1988")[0].last == date(1988, 12, 31)
    assert days_of("2012/..")[0] == Days(date(2012, 1, 1), date.max)


@pytest.mark.parametrize(
    ("earliest", "latest", "label", "said"),
    [
        ("2016-11-24", "2016-11-24", "2016-11-24", "same"),
        ("2016-11-24T10:00", "2016-11-24T10:00", "2016-11-24", "same"),
        ("2016-11-24", "2016-11-24", "2016-11", "within"),
        ("2016-11-01", "2016-11-30", "2016-11-24", "wide"),
        ("2015-11-24", "2015-11-24", "2016-11-24", "wrong"),
        (None, None, "2016-11-24", "none"),
        ("2016-11-24", None, "2016-11-24/..", "same"),
        ("2016-11-24", "2016-11-24", "2016-11-24/..", "same"),
        (None, "2016-12-31", "../2016-12-31", "same"),
        ("2017-01-11", "2017-01-20", "?2017-01-08/2017-01-23", "same"),
    ],
)
def test_a_time_that_was_read_meets_its_label_or_not(
    earliest: str | None, latest: str | None, label: str, said: str
) -> None:
    assert verdict(days_read(TimeRange(earliest, latest)), label) == said


def test_the_single_days_of_an_article_are_read_from_its_publication() -> None:
    case = Incident("It happened on Tuesday, in May, and again on May 3.", "2031-05-22", date.min)
    assert single_days(case) == [date(2031, 5, 20), date(2031, 5, 3)]


@pytest.mark.corpora
def test_every_label_of_re3d_stands_on_words(corpora: Path) -> None:
    documents = read_re3d(corpora / "data/re3d")
    kinds = Counter(label.kind for document in documents for label in document.labels)
    assert (kinds["count"], kinds["date"]) == (128, 126)
    for document in documents:
        for label in document.labels:
            words = document.text[slice(*label.place)]
            assert words
            assert words == words.strip()


@pytest.mark.corpora
def test_the_tables_of_counts_and_dates(corpora: Path, summary: Callable[[str, str], None]) -> None:
    documents = read_re3d(corpora / "data/re3d")
    asked = dates_asked(documents)
    tally = measure_counts(documents)
    dates = verdicts(asked, ours_in_text(asked))
    summary("Counts on re3d", counts_told(tally))
    summary("Dates on re3d", dates_told({"ours, in the text": dates}))
    assert tally["value"] / tally["asked"] > 0.9
    assert dates["same"] > dates["wrong"] + dates["none"]


@pytest.mark.corpora
def test_the_day_of_an_incident_is_read_more_often_than_guessed(
    corpora: Path, summary: Callable[[str, str], None]
) -> None:
    cases = incidents(corpora / "data/incident-news")
    read = {
        "ours": [single_days(case) for case in cases],
        "day of publication": [[date.fromisoformat(case.published)] for case in cases],
    }
    summary("The day of an incident", told(cases, read))
    first = [
        sum(case.day in row[:1] for case, row in zip(cases, rows, strict=True))
        for rows in read.values()
    ]
    assert first[0] > first[1]
