"""The packed table of places."""

from __future__ import annotations

from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.text.normalise import fold
from reportedly.text.places import REGION_KM, Gazetteer, PlaceEntry, only, pack, settlement_radius


def city(name: str, people: int, country: str = "VL", admin: str = "1") -> PlaceEntry:
    return PlaceEntry(name, "city", country, admin, 1.25, -2.5, people, settlement_radius(people))


VELL = PlaceEntry("Vell", "country", "VL", "", 1.0, 2.0, 900_000, 300.0)
HOME = Gazetteer.load(
    pack(
        [
            (VELL, ("Republic of Vell",)),
            (city("Vell", 80_000), ()),
            (city("Márnholt", 40_000), ("Marnholz", "Марнхольт")),
            (city("Ossa", 50_000), ()),
            (city("Ossa", 4_000, "QQ"), ()),
            (city("Brae", 3_000), ()),
            (city("Brae", 2_000, "QQ"), ()),
        ]
    )
)


def test_a_place_is_found_by_all_its_names_whatever_their_case_and_accents() -> None:
    for name in ("Márnholt", "marnholt", "MARNHOLZ", "Марнхольт"):
        assert [entry.name for entry in HOME.find(name)] == ["Márnholt"]
    assert HOME.find("the Republic of Vell") == (VELL,)
    assert HOME.find("Nowhere") == ()
    assert HOME.find("") == ()


def test_where_several_fit_all_are_given_and_one_is_taken_only_if_it_stands_out() -> None:
    assert [entry.country for entry in HOME.find("Ossa")] == ["VL", "QQ"]
    assert only(HOME.find("Ossa")) == city("Ossa", 50_000)
    assert only(HOME.find("Brae")) is None
    assert only(HOME.find("Nowhere")) is None


def test_a_country_holds_its_town_of_the_same_name() -> None:
    assert only(HOME.find("Vell")) == VELL


def test_a_region_is_looked_for_as_its_town() -> None:
    (found,) = HOME.find("Marnholt Region")
    assert (found.name, found.kind, found.radius_km) == ("Marnholt Region", "region", REGION_KM)
    assert HOME.find("Brae Region") == ()


@given(
    st.lists(
        st.builds(
            city,
            st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12),
            st.integers(0, 10**7),
            st.sampled_from(("VL", "QQ")),
        ),
        max_size=40,
    ),
)
def test_every_packed_place_is_found_and_order_changes_no_byte(
    entries: list[PlaceEntry],
) -> None:
    packed = pack((entry, ()) for entry in entries)
    assert pack((entry, ()) for entry in reversed(entries)) == packed
    table = Gazetteer.load(packed)
    for entry in entries:
        if fold(entry.name).removeprefix("the "):
            people = [found.population for found in table.find(entry.name)]
            assert entry.population in people or fold(entry.name).startswith("the ")


def test_other_bytes_are_refused() -> None:
    with pytest.raises(ValueError, match="gazetteer"):
        Gazetteer.load(b"PK\x03\x04")


def test_the_table_that_ships_is_whole_and_within_its_size() -> None:
    data = resources.files("reportedly").joinpath("data/gazetteer.bin").read_bytes()
    assert len(data) < 10_000_000
    table = Gazetteer.load(data)
    paris, russia = only(table.find("Paris")), only(table.find("Russia"))
    assert paris is not None
    assert (paris.country, round(paris.lat), round(paris.lon)) == ("FR", 49, 2)
    assert russia is not None
    assert russia.kind == "country"
    assert {entry.name for entry in table.find("Kiev")} == {"Kyiv"}
    assert only(table.find("Georgia")) is None


def test_the_credit_stands_beside_the_data() -> None:
    credits_page = resources.files("reportedly").joinpath("data/CREDITS.md").read_text("utf-8")
    assert "GeoNames" in credits_page
    assert "Creative Commons Attribution 4.0" in credits_page
