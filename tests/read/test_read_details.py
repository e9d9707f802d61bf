"""Counts, times and places, each with its words and its rule."""

from __future__ import annotations

from reportedly.model.settings import PlaceNote, Settings
from reportedly.model.value import ValueKind
from reportedly.read import read
from tests.read.readings import CASE, report_of

TEXT = "On 4 May at least 17 people left Old Sulvek. The town of Old Sulvek is small."


def test_each_detail_has_its_kind_its_words_and_a_rule() -> None:
    found = read(report_of(TEXT), CASE).details
    kinds = {(one.value.kind, one.span.text) for one in found}
    assert (ValueKind.COUNT, "at least 17 people") in kinds or (
        ValueKind.COUNT,
        "at least 17",
    ) in kinds
    assert any(kind is ValueKind.TIME for kind, _ in kinds)
    assert all(one.rule for one in found)
    assert len({one.id for one in found}) == len(found)


def test_a_place_the_case_knows_has_its_point_and_outranks_all() -> None:
    case = Settings("a case", places=(PlaceNote("Old Sulvek", 49.5, 23.0, 2.0, ("Sulvek",)),))
    places = [one for one in read(report_of(TEXT), case).details if one.rule == "case_place"]
    assert places
    assert {(one.value.place, one.value.lat, one.value.radius_km) for one in places} == {
        ("Old Sulvek", 49.5, 2.0)
    }


def test_details_stand_in_the_order_of_the_text() -> None:
    starts = [one.span.start for one in read(report_of(TEXT), CASE).details]
    assert starts == sorted(starts)
