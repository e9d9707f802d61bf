"""Times as ranges, seen from the day of publication."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.value import UNKNOWN_TIME, Approximator, TimeRange
from reportedly.text.dates import RULES, time_spans, times

WEDNESDAY = TimeRange("2023-05-24", "2023-05-24")


def read(text: str, published: TimeRange = WEDNESDAY) -> list[tuple[str | None, str | None]]:
    return [(found.value.earliest, found.value.latest) for found in times(text, published)]


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("on May 22, 2023", "2023-05-22", "2023-05-22"),
        ("the 22nd of May 2023", "2023-05-22", "2023-05-22"),
        ("22.05.2023", "2023-05-22", "2023-05-22"),
        ("2023-05-22T23:40", "2023-05-22T23:40", "2023-05-22T23:40"),
        ("31st Jul 22 1:59 pm", "2022-07-31T13:59", "2022-07-31T13:59"),
        ("5/6/2023", "2023-05-06", "2023-06-05"),
        ("13/6/2023", "2023-06-13", "2023-06-13"),
        ("on May 22", "2023-05-22", "2023-05-22"),
        ("on 30 June", "2022-06-30", "2022-06-30"),
        ("March 5-7", "2023-03-05", "2023-03-07"),
        ("Feb. 29", "2020-02-29", "2020-02-29"),
        ("in March", "2023-03-01", "2023-03-31"),
        ("last August", "2022-08-01", "2022-08-31"),
        ("August of last year", "2022-08-01", "2022-08-31"),
        ("late May", "2023-05-21", "2023-05-31"),
        ("at the end of spring", "2023-05-01", "2023-05-31"),
        ("in the spring of 2022", "2022-03-01", "2022-05-31"),
        ("in winter 2022-2023", "2022-12-01", "2023-02-28"),
        ("the first few months of 2023", "2023-01-01", "2023-04-30"),
        ("early 2023", "2023-01-01", "2023-04-30"),
        ("in 2014", "2014-01-01", "2014-12-31"),
        ("in the 1990s", "1990-01-01", "1999-12-31"),
        ("on Tuesday", "2023-05-23", "2023-05-23"),
        ("on Wednesday", "2023-05-24", "2023-05-24"),
        ("last Wednesday", "2023-05-17", "2023-05-17"),
        ("on Tuesday evening", "2023-05-23T17:00", "2023-05-23T23:59"),
        ("on Tuesday night", "2023-05-23T18:00", "2023-05-24T06:00"),
        ("yesterday", "2023-05-23", "2023-05-23"),
        ("overnight", "2023-05-23", "2023-05-24"),
        ("earlier this week", "2023-05-22", "2023-05-24"),
        ("last week", "2023-05-15", "2023-05-21"),
        ("earlier this year", "2023-01-01", "2023-05-24"),
        ("two days ago", "2023-05-22", "2023-05-22"),
        ("10 months ago", "2022-06-25", "2022-08-08"),
        ("in the last two weeks", "2023-05-10", "2023-05-24"),
        ("since August 2022", "2022-08-01", None),
        ("until June 2022", None, "2022-06-30"),
        ("before Monday", None, "2023-05-21"),
        ("from Monday to Wednesday", "2023-05-22", "2023-05-24"),
        ("between February and August 2022", "2022-02-01", "2022-08-31"),
        ("a week after the storm", None, "2023-05-24"),
        ("a week after the storm of 3 May", "2023-05-07", "2023-05-16"),
        ("two days after 3 May", "2023-05-05", "2023-05-05"),
        ("the day before 3 May 2021", "2021-05-02", "2021-05-02"),
        ("the week of 3 May", "2023-05-01", "2023-05-07"),
        ("the first week of May", "2023-05-01", "2023-05-07"),
        ("the last week of February 2024", "2024-02-23", "2024-02-29"),
        ("on Tuesday last week", "2023-05-16", "2023-05-16"),
        ("at the weekend", "2023-05-20", "2023-05-21"),
        ("in the past year", "2022-05-24", "2023-05-24"),
        ("half a year ago", "2022-10-25", "2022-12-24"),
        ("in the early 2000s", "2000-01-01", "2003-12-31"),
        ("around 2 a.m. on Saturday", "2023-05-20T02:00", "2023-05-20T02:00"),
        ("shortly after one in the morning on 17 May", "2023-05-17T01:00", "2023-05-17T01:30"),
        ("in the small hours of today", "2023-05-24T00:00", "2023-05-24T06:00"),
        ("from 10 p.m. to 5 a.m. on Friday", "2023-05-19T22:00", "2023-05-20T05:00"),
        ("will open on Thursday", "2023-05-25", "2023-05-25"),
        ("is due on 30 June", "2023-06-30", "2023-06-30"),
        ("calls at Ordane on 30 May", "2023-05-30", "2023-05-30"),
        ("calls at Ordane in June", "2023-06-01", "2023-06-30"),
        ("calls at Ordane in summer", "2023-06-01", "2023-08-31"),
        ("sank in June", "2022-06-01", "2022-06-30"),
        ("was sold in the summer", "2022-06-01", "2022-08-31"),
        ("sank on 20 June", "2022-06-20", "2022-06-20"),
        ("is free until 10 June", None, "2023-06-10"),
        ("idles since 10 June", "2022-06-10", None),
        ("will be named after the 17 April flood", "2023-04-17", None),
        ("will wait for the 2 July regatta", "2023-07-02", "2023-07-02"),
        ("called at Ordane on Dec.14th", "2022-12-14", "2022-12-14"),
        ("in the last 24 hours", "2023-05-23", "2023-05-24"),
        ("in the past 72 hours", "2023-05-21", "2023-05-24"),
        ("in the next 48 hours", "2023-05-24", "2023-05-26"),
        ("over the last year", "2022-05-24", "2023-05-24"),
        ("all of last year", "2022-01-01", "2022-12-31"),
        ("calls from 5-6 April 2022", "2022-04-05", "2022-04-06"),
        ("calls from 5 April 2022", "2022-04-05", None),
        ("docks before the end of the year", None, "2023-12-31"),
        ("had docked before the end of the year", None, "2022-12-31"),
        ("docked before the end of April", None, "2023-04-30"),
        ("docked before the start of May", None, "2023-04-30"),
        ("of the 1991 uprising", "1991-01-01", "1991-12-31"),
        ("in a 2008 river war", "2008-01-01", "2008-12-31"),
        ("for Ordane Summit 2029", "2029-01-01", "2029-12-31"),
    ],
)  # fmt: skip
def test_the_words_of_a_time_give_its_range(
    words: str, earliest: str | None, latest: str | None
) -> None:
    assert read(f"The ferry {words}.") == [(earliest, latest)]


@pytest.mark.parametrize(
    "text",
    ["it may rain", "they march on", "1,200 men", "a T-34", "12 barges", "May Vell came", "at 3.50 m",
     "the fall of the house", "spring the trap", "the second ferry", "a sun and a mon",
     "set to last 45 minutes", "it could last two weeks", "the last year of the war",
     "the 2010 metre ridge", "the 2000 dockers", "Orthodox Christmas Day", "a halloween mask"],
)  # fmt: skip
def test_words_that_are_no_time_are_left(text: str) -> None:
    assert read(text) == []


def test_a_clock_time_takes_the_one_day_its_sentence_names() -> None:
    text = "On Saturday a blast was heard at 2 a.m. Nobody woke at 3 a.m."
    assert read(text) == [
        ("2023-05-20", "2023-05-20"),
        ("2023-05-20T02:00", "2023-05-20T02:00"),
        (None, None),
    ]


def test_about_two_is_two_and_says_so() -> None:
    (found,) = times("It was at about 2 a.m. on Saturday", WEDNESDAY)
    assert found.value.approximator is Approximator.ABOUT


def test_without_a_day_of_publication_the_words_stay_and_no_date_is_made_up() -> None:
    found = times("On Tuesday. On May 22 it rained. It was found on May 22, 2021.", UNKNOWN_TIME)
    assert [(f.rule, f.value.earliest, f.value.text) for f in found] == [
        ("unresolved", None, "Tuesday"),
        ("unresolved", None, "May 22"),
        ("day", "2021-05-22", None),
    ]


def test_a_range_of_publication_widens_what_depends_on_it() -> None:
    published = TimeRange("2022-12-15", "2023-06-10")
    assert read("on May 22", published) == [("2022-05-22", "2023-05-22")]
    assert read("on May 22, 2021", published) == [("2021-05-22", "2021-05-22")]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("It began in March 2021 and ended in May.", ("2021-05-01", "2021-05-31")),
        ("It was shut in January and February 2021.", ("2021-02-01", "2021-02-28")),
        ("It rained on 7 March 2021. It froze on 14 March.", ("2021-03-14", "2023-03-14")),
        ("Flood, 7 March 2021\n\nIt froze on 14 March.", ("2021-03-14", "2023-03-14")),
        ("It rained on 7 June 2021. It froze on 3 May.", ("2023-05-03", "2023-05-03")),
        ("It rained on 7 March 2021.\n\nIt froze on 14 March.", ("2023-03-14", "2023-03-14")),
        ("It rained on 7 March 2021. It froze last May.", ("2022-05-01", "2022-05-31")),
        ("It rained on 3 May 2021. Two days later it froze.", ("2021-05-05", "2021-05-05")),
        ("It rained on 3 May 2021. The next day it froze.", ("2021-05-04", "2021-05-04")),
        ("It rained on 3 May 2021.\n\nTwo days later it froze.", (None, "2023-05-24")),
        ("It rained on 3 May 2021. In the days after, it froze.", (None, "2023-05-24")),
    ],
)  # fmt: skip
def test_a_time_is_read_with_the_one_beside_it(text: str, second: tuple[str | None, str]) -> None:
    assert read(text)[1] == second


def test_the_year_beside_it_is_the_only_reading_where_publication_is_unknown() -> None:
    text = "It rained on 7 March 2021. It froze on 14 March. ORDANE, May 3 — It thawed."
    assert read(text, UNKNOWN_TIME)[1] == ("2021-03-14", "2021-03-14")
    assert read("May 17 — It burned on 3 March 2021.")[0] == ("2023-05-17", "2023-05-17")


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.dates(date(1990, 1, 1), date(2060, 1, 1)))
def test_a_date_with_its_year_reads_the_same_from_any_day(day: date, published: date) -> None:
    seen = TimeRange(published.isoformat(), published.isoformat())
    iso = day.isoformat()
    for words in (f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%B} {day.year}", iso):
        assert read(f"on {words}", seen) == [(iso, iso)]


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.integers(0, 3000))
def test_a_date_without_its_year_is_the_last_up_to_a_month_after_publication(
    day: date, later: int
) -> None:
    published = date.fromordinal(day.toordinal() + later)
    month_on = date.fromordinal(published.toordinal() + 31)
    seen = TimeRange(published.isoformat(), published.isoformat())
    ((earliest, latest),) = read(f"on {day:%B} {day.day}", seen)
    assert earliest is not None
    assert earliest == latest
    assert day.isoformat() <= earliest <= month_on.isoformat()
    assert earliest[5:] == day.isoformat()[5:]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on Thanksgiving", "2022-11-24"),
        ("this Thanksgiving Day", "2023-11-23"),
        ("last Christmas Eve", "2022-12-24"),
        ("next Christmas Day", "2023-12-25"),
        ("on New Year’s Eve 2020", "2020-12-31"),
        ("on New Years Day", "2023-01-01"),
        ("on Memorial Day", "2023-05-29"),
        ("on Labor Day", "2022-09-05"),
        ("on Presidents’ Day", "2023-02-20"),
        ("on St. Patrick's Day", "2023-03-17"),
        ("will open on Halloween", "2023-10-31"),
        ("on the Fourth of July", "2022-07-04"),
    ],
)
def test_a_holiday_is_the_day_of_its_year(words: str, day: str) -> None:
    assert read(f"The pier {words}.") == [(day, day)]


def test_a_verb_behind_a_time_that_leads_says_that_it_is_to_come() -> None:
    assert read("In November, the pier will open.") == [("2023-11-01", "2023-11-30")]
    assert read("He will name who was hurt on Tuesday.") == [("2023-05-23", "2023-05-23")]
    past = "On May 5, two men who say that the pier will open were fined."
    assert read(past) == [("2023-05-05", "2023-05-05")]


def test_the_last_verb_before_a_month_says_whether_it_is_over() -> None:
    agreed = "It was agreed that a fair will be held by the dockers of the far bank in June."
    fronted = "With the progress made on the pier, the dockers hope for a fair in June."
    assert read(agreed) == read(fronted) == [("2023-06-01", "2023-06-30")]
    assert read("A fair that will pay for itself was held in June.") == [
        ("2022-06-01", "2022-06-30")
    ]


@given(
    st.text(st.sampled_from("0123456789:/-., aMondyTuespmMrchJl\n"), max_size=60),
    st.sampled_from((WEDNESDAY, UNKNOWN_TIME, TimeRange("0001-01-02", "9999-12-30"))),
)
def test_every_time_runs_forward_and_names_a_known_rule(text: str, published: TimeRange) -> None:
    found = times(text, published)
    for one in found:
        assert one.span.check(text)
        assert one.rule in RULES
        low, high = one.value.time.bounds()
        assert low <= high
    assert [(one.span.start, one.span.end) for one in found] == list(time_spans(text))
