"""When a report was published is a range, and every end of it has its evidence."""

from __future__ import annotations

from datetime import UTC

import pytest

from reportedly.collect.dateline import ago_in, copyright_in, dates_in, stamp, zone_of
from reportedly.collect.published import latest_event, stated
from reportedly.model.report import Given
from reportedly.model.settings import Settings
from reportedly.model.value import TimeRange
from tests.collect.making import PROSE, one_of, page, paragraphs

TITLE = "Mill at Harrow Bridge burns down"
LONG = "\n\n".join(PROSE)
BODY = f"<h1>{TITLE}</h1>{paragraphs(*PROSE)}"


def ld(**fields: str) -> str:
    import json

    return f"<script type='application/ld+json'>{json.dumps({'@type': 'NewsArticle', **fields})}</script>"


def dated(
    head: str = "", body: str = BODY, **stated: str
) -> tuple[str | None, str | None, list[str]]:
    found = one_of(page(body, head, TITLE), "a.html", given=Given(**stated)).report.published
    return found.earliest, found.latest, [proof.rule for proof in found.evidence]


@pytest.mark.parametrize(
    ("line", "earliest"),
    [
        ("31st Jul 22 1:59 pm", "2022-07-31T13:59"),
        ("Monday 22 May 2023 06.00", "2023-05-22T06:00"),
        ("May 22, 2023 at 4:05 PM EDT", "2023-05-22T20:05"),
        ("22.05.2023 14:30", "2023-05-22T14:30"),
        ("2023-05-22T06:00:00+02:00", "2023-05-22T04:00"),
        ("12-May-2023", "2023-05-12"),
        ("2023/05/17", "2023-05-17"),
        ("Tue May 20 2031 10:11:12 GMT+0200 (CEST)", "2031-05-20T08:11"),
        ("Sunday 3 May 98", "1998-05-03"),
        ("12:00 noon", None),
        ("31 February 2031", None),
        ("99/99/2031", None),
    ],
)
def test_a_date_is_read_as_it_is_written(line: str, earliest: str | None) -> None:
    found = dates_in(line, UTC)
    assert (found[0].time.earliest if found else None) == earliest


def test_a_date_that_can_be_read_two_ways_allows_both() -> None:
    assert dates_in("05/06/2031", UTC)[0].time == TimeRange("2031-05-06", "2031-06-05")
    assert dates_in("25/06/2031", UTC)[0].time == TimeRange("2031-06-25", "2031-06-25")


def test_a_stamp_is_moved_into_the_cases_zone() -> None:
    assert stamp("2031-05-22T23:40:00Z", zone_of("Etc/GMT-2")) == TimeRange(
        "2031-05-23T01:40", "2031-05-23T01:40"
    )
    assert zone_of("No/Such") is UTC


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("2031", "2031-01-01", "2031-12-31"),
        ("2031-02", "2031-02-01", "2031-02-28"),
        ("2031-05-07", "2031-05-07", "2031-05-07"),
        ("2031-05/2031-06", "2031-05-01", "2031-06-30"),
        ("2031-05-01/..", "2031-05-01", None),
        ("../2031-05-01", None, "2031-05-01"),
        ("2031-05-07T10:30", "2031-05-07T10:30", "2031-05-07T10:30"),
        ("2031-05-07T10:30:00+02:00", "2031-05-07T08:30", "2031-05-07T08:30"),
        ("7 May 2031", "2031-05-07", "2031-05-07"),
    ],
)
def test_what_people_and_containers_state_is_a_range(
    words: str, low: str | None, high: str | None
) -> None:
    assert stated(words, UTC) == TimeRange(low, high)


def test_words_that_state_no_date_are_none() -> None:
    assert stated("soon", UTC) is None
    assert stated("2031-13", UTC) is None


def test_metadata_dates_a_page() -> None:
    meta = "<meta property='article:published_time' content='2031-05-12T10:00:00Z'>"
    assert dated(meta) == ("2031-05-12T10:00", "2031-05-12T10:00", ["meta"])
    assert dated(ld(datePublished="2031-05-12")) == ("2031-05-12", "2031-05-12", ["json_ld"])


def test_weaker_evidence_narrows_a_range_where_it_fits() -> None:
    found = dated(ld(datePublished="2031-05-12"), published="2031-05")
    assert found == ("2031-05-12", "2031-05-12", ["given", "json_ld"])


def test_what_the_user_states_outranks_metadata_and_the_contradiction_is_listed() -> None:
    found = dated(ld(datePublished="2031-05-12"), published="2031-06-01")
    assert found == ("2031-06-01", "2031-06-01", ["given", "contradiction"])


def test_metadata_that_contradict_each_other_are_both_listed() -> None:
    head = ld(datePublished="2031-05-12") + "<meta name='pubdate' content='2031-05-20'>"
    assert dated(head) == ("2031-05-12", "2031-05-12", ["json_ld", "contradiction"])


def test_a_day_apart_is_a_time_zone_and_no_contradiction() -> None:
    head = (
        ld(datePublished="2031-05-12T23:30:00Z")
        + "<link rel='canonical' href='https://q.example/2031/05/13/mill'>"
    )
    assert dated(head) == ("2031-05-12T23:30", "2031-05-12T23:30", ["json_ld", "url_date"])


def test_a_change_is_no_publication_but_bounds_it() -> None:
    earliest, latest, rules = dated(ld(dateModified="2031-05-12"))
    assert (earliest, latest) == (None, "2031-05-12")
    assert rules == ["modified"]


def test_an_address_dates_a_page_to_its_day_or_month() -> None:
    assert dated(url="https://q.example/2031/05/13/mill")[:2] == ("2031-05-13", "2031-05-13")
    assert dated(url="https://q.example/news/2031/05/mill")[:2] == ("2031-05-01", "2031-05-31")
    assert dated(url="https://q.example/mill-20310513")[:2] == ("2031-05-13", "2031-05-13")


def test_months_ago_are_counted_from_the_year_beside_the_copyright_sign() -> None:
    text = (
        f"{TITLE}\n\nBy Ina RokePublished 10 months ago 4 min read\n\n{LONG}\n\n© 2032 Quay Media"
    )
    found = one_of(text).report.published
    assert found.earliest is not None
    assert found.latest is not None
    assert "2031-01-01" <= found.earliest <= "2031-03-01"
    assert "2032-02-28" <= found.latest <= "2032-03-31"
    assert [proof.rule for proof in found.evidence] == ["ago", "copyright_year"]


def test_weeks_ago_are_counted_from_the_capture_where_it_is_stated() -> None:
    text = f"{TITLE}\n\nPublished 3 weeks ago\n\n{LONG}\n\n© 2031 Quay Media"
    found = one_of(text, given=Given(captured="2031-06-27")).report.published
    assert found.earliest is not None
    assert found.latest is not None
    assert found.earliest <= "2031-06-06" <= found.latest <= "2031-06-27"
    assert found.evidence[0].rule == "ago"


def test_without_any_date_a_report_lies_between_what_it_tells_and_its_receipt() -> None:
    text = f"{TITLE}\n\n{PROSE[0]}\n\nThe mill was sold in August 2030, the mayor said.\n\n{PROSE[1]}\n\nIt will be rebuilt by 2032, she said."
    report = one_of(text, received="2031-12-01").report
    assert (report.published.earliest, report.published.latest) == ("2030-08-01", "2031-12-01")
    told = report.published.evidence[-1]
    assert told.rule == "latest_event"
    assert told.span is not None
    assert told.span.check(report.text).text == "August 2030"


@pytest.mark.parametrize(
    "sentence",
    [
        "The mill will open in May 2031.",
        "It is due by 3 May 2031.",
        "They hope to finish in 2031.",
        "About 2031 people came.",
    ],
)
def test_a_plan_is_no_event(sentence: str) -> None:
    assert latest_event(sentence, "2040-01-01") is None


def test_a_dateline_stays_in_the_text_and_dates_the_report() -> None:
    text = f"{TITLE}\n\nHARROW, May 12, 2031 (Quay Wire) — {LONG}"
    report = one_of(text).report
    proof = report.published.evidence[0]
    assert (report.published.earliest, proof.rule) == ("2031-05-12", "dateline")
    assert proof.span is not None
    assert proof.span.check(report.text).text == "May 12, 2031"


def test_a_dateline_without_its_year_is_settled_by_copyright_year_and_weekday() -> None:
    line = "HARROW, May 13 (Quay Wire) — Twelve people were hurt at the mill on {} night, the fire service told us."
    foot = f"\n\n{LONG}\n\n© 2031 Quay Media"
    # 13 May 2031 was a Tuesday.
    sure = one_of(f"{TITLE}\n\n{line.format('Tuesday')}{foot}").report.published
    assert (sure.earliest, sure.latest) == ("2031-05-13", "2031-05-13")
    unsure = one_of(f"{TITLE}\n\n{line.format('Friday')}{foot}").report.published
    assert (unsure.earliest, unsure.latest) == (None, "2031-05-13")


def test_nothing_was_published_after_it_was_captured_or_received() -> None:
    assert one_of(LONG, received="2031-05-20").report.published.latest == "2031-05-20"
    report = one_of(LONG, given=Given(captured="2031-05-02")).report
    assert report.published.latest == "2031-05-02"
    assert [proof.rule for proof in report.published.evidence] == ["captured"]


def test_a_date_after_the_receipt_is_listed_as_a_contradiction() -> None:
    found = one_of(page(BODY, ld(datePublished="2034-01-01")), "a.html").report.published
    assert [proof.rule for proof in found.evidence] == ["json_ld", "contradiction"]


def test_dates_are_in_the_zone_of_the_case() -> None:
    case = Settings(title="x", time_zone="Etc/GMT-2")
    head = "<meta property='article:published_time' content='2031-05-12T23:00:00Z'>"
    report = one_of(page(BODY, head), "a.html", settings=case).report
    assert report.published.earliest == "2031-05-13T01:00"


def test_distances_and_copyright_years_are_read() -> None:
    ago = ago_in("Posted an hour ago")
    assert ago is not None
    assert (ago.shortest, ago.longest) == (0, 1)
    assert copyright_in("Copyright 2019-2031 Quay Media. All rights reserved") == (
        2031,
        "Quay Media",
    )
    assert copyright_in("no year here") is None
