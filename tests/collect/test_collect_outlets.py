"""Who published the reports of a case, with what its keeper says of them."""

from __future__ import annotations

from dataclasses import replace

from reportedly.collect import outlets
from reportedly.model.report import Report, ReportState
from reportedly.model.settings import OutletNote

WIRE = OutletNote(
    "Quay Wire", ("quaywire.example",), "B", wire=True, kind="news agency", note="Two desks."
)
REPORT = Report("a" * 64, ("a" * 64,), ("a.html",), "html", ReportState.READ, outlet="Quay Wire")


def test_an_outlet_has_its_reports_and_what_is_said_of_it() -> None:
    other = replace(REPORT, id="b" * 64, outlet="Quay wire")
    alias = replace(REPORT, id="c" * 64, outlet="quaywire.example")
    (row,) = outlets([other, REPORT, alias], [WIRE])
    assert (row.name, row.kind, row.wire, row.reliability, row.note) == (
        "Quay Wire", "news agency", True, "B", "Two desks.",
    )  # fmt: skip
    assert row.reports == (REPORT.id, other.id, alias.id)


def test_an_outlet_that_published_nothing_here_is_listed_too() -> None:
    rows = {
        row.name: row.reports for row in outlets([replace(REPORT, outlet="Harbour Post")], [WIRE])
    }
    assert rows == {"Harbour Post": (REPORT.id,), "Quay Wire": ()}


def test_nobody_is_judged_unless_the_keeper_did() -> None:
    (row,) = outlets([REPORT], [])
    assert row.reliability is None


def test_the_order_of_reports_does_not_matter() -> None:
    several = [replace(REPORT, id=f"{n:064x}", outlet=f"Post {n % 3}") for n in range(9)]
    assert outlets(several, [WIRE]) == outlets(reversed(several), [WIRE])
