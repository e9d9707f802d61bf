"""The five real reports: what is furniture in them was told by reading them; only places stand here."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.collect import collect, unpack
from reportedly.model.report import Collected, ReportState
from tests.collect.making import CASE, check_law, original

pytestmark = pytest.mark.corpora

# Line numbers from 1, of lines that are not blank.
FURNITURE = {
    "000": {
        1,
        7,
        8,
        9,
        45,
        47,
        48,
        50,
        52,
        54,
        56,
        58,
        60,
        62,
        64,
        66,
        68,
        70,
        72,
        74,
        *range(76, 81),
        82,
    },
    "001": {5, 7, 9, 11, 13, 19, 32, 34, 36, 38},
    "002": set[int](),
    "003": {1, 5, 13, 15, 17, 19, 21, 53, 55, 58, 60},
    "004": {1, 2, 6, 7, 40, 42, 44, 46, 48, 50, 52},
}


def report_of(corpora: Path, number: str) -> tuple[list[str], Collected]:
    path = next((corpora / "stories/legion").glob(f"{number}_*"))
    data = path.read_bytes()
    items = unpack(original(data, path.name, received="2024-12-31")).items
    assert len(items) == 1
    return data.decode().splitlines(), collect(items[0], CASE)


@pytest.mark.parametrize("number", FURNITURE)
def test_every_line_of_furniture_goes_and_every_other_line_stays(
    corpora: Path, number: str
) -> None:
    lines, made = report_of(corpora, number)
    full = made.report.full_text
    left = bytearray(len(full))
    for row in made.left_out:
        left[row.span.start : row.span.end] = b"\1" * (row.span.end - row.span.start)
    at, gone = 0, set()
    for line_number, line in enumerate(lines, 1):
        start = full.index(line, at)
        at = start + len(line)
        if line.strip() and left[start + len(line) - len(line.lstrip())]:
            gone.add(line_number)
    assert gone == FURNITURE[number]
    check_law(made.report, made.left_out)


@pytest.mark.parametrize(
    ("number", "earliest", "latest", "rules"),
    [
        ("000", "2023-01-31", "2024-03-17", ["ago", "copyright_year"]),
        ("001", "2022-02-24", "2024-12-31", ["received", "latest_event"]),
        ("002", "2022-03-01", "2024-12-31", ["received", "latest_event"]),
        ("003", "2022-07-31T13:59", "2022-07-31T13:59", ["date_line"]),
        ("004", None, "2024-12-31", ["received"]),
    ],
)
def test_each_is_dated_by_what_it_has(
    corpora: Path, number: str, earliest: str | None, latest: str, rules: list[str]
) -> None:
    published = report_of(corpora, number)[1].report.published
    assert (published.earliest, published.latest) == (earliest, latest)
    assert [proof.rule for proof in published.evidence] == rules


def test_all_are_read_with_title_and_language(corpora: Path) -> None:
    for number in FURNITURE:
        report = report_of(corpora, number)[1].report
        assert (report.state, report.language) == (ReportState.READ, "en")
        assert report.text.startswith(report.title)


def test_the_bylines_name_writers_and_an_outlet(corpora: Path) -> None:
    found = {number: report_of(corpora, number)[1].report for number in FURNITURE}
    assert [number for number, report in found.items() if report.author] == ["000", "001"]
    named = [number for number, report in found.items() if not report.outlet.startswith("unnamed")]
    assert named == ["001"]


def test_non_breaking_spaces_are_spaces_that_lead_back(corpora: Path) -> None:
    report = report_of(corpora, "001")[1].report
    assert "\xa0" in report.full_text
    assert "\xa0" not in report.text
