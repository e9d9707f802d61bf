r"""Look places up in a packed table: where a name may lie, and how far it extends.

The packed table, version 1, is made by ``scripts/make_gazetteer.py``::

    b"RPGZ" b"\x01"
    length of the index, 4 bytes big-endian; the index, zlib'd UTF-8, one line per block:
        first row of the block <TAB> length in bytes          (blocks of places)
        an empty line
        first key of the block <TAB> length in bytes          (blocks of names)
    the blocks one after another, each zlib'd UTF-8

A line of a place block is name, kind, country, admin code, latitude and longitude in hundredths of
a degree, population and radius in kilometres, parted by tabs; the line's number over all blocks is
the place's row. A line of a name block is a folded name, a tab, and the rows it may mean; the lines
are sorted by code point, so that a name is found by bisection and only one block is unpacked.
"""

from __future__ import annotations

import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.text.normalise import fold

MAGIC = b"RPGZ\x01"
_ROWS = 1024
_NAMES = 1024
_KEPT_BLOCKS = 256
"""Unpacked blocks held in memory: at most about 23 MB. News of all the world asks for that many."""
_KEPT_ANSWERS = 4096
"""Names whose places are remembered: a report names the same place again and again."""

DOMINANCE = 10
"""How many times as many people a place must have to be taken before all others of its name."""

RADII = ((1_000, 2.0), (15_000, 4.0), (100_000, 8.0), (1_000_000, 15.0))
"""Radius in kilometres of a settlement with fewer people than the number; 30 above the last."""

REGION_KM = 150.0
"""Radius of a region known only by the town it is named after."""

_REGION_WORDS = (
    "region", "oblast", "province", "governorate", "district", "county", "prefecture", "raion",
    "department", "voivodeship",
)  # fmt: skip
_REGION_SEAT = 5_000
"""Least population of a town for its name to be looked for in the name of a region."""


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """One place that a name may stand for.

    Attributes:
        name: Its usual name.
        kind: country, state, city, or region (around the town it is named after).
        country: ISO 3166 code of two letters.
        admin: Code of the first-level division, as GeoNames has it; empty for countries.
        lat: Degrees north.
        lon: Degrees east.
        population: Of the last count known; 0 where unknown.
        radius_km: How far from the point the place may extend.
    """

    name: str
    kind: str
    country: str
    admin: str
    lat: float
    lon: float
    population: int
    radius_km: float


def settlement_radius(population: int) -> float:
    """Radius in kilometres within which the houses of a settlement lie."""
    return next((radius for below, radius in RADII if population < below), 30.0)


def only(entries: Sequence[PlaceEntry]) -> PlaceEntry | None:
    """The one place meant, or ``None`` where several fit.

    Of a country or state and a place of the same name within it, the wider is taken: it holds both.
    Of others, the one that has `DOMINANCE` times the people of each.
    """
    widest = [entry for entry in entries if not any(_holds(other, entry) for other in entries)]
    if not widest:
        return None
    first = max(widest, key=lambda entry: entry.population)
    others = [entry.population for entry in widest if entry is not first]
    if all(first.population >= DOMINANCE * max(people, 1) for people in others):
        return first
    return None


def _holds(outer: PlaceEntry, inner: PlaceEntry) -> bool:
    if outer.country != inner.country or inner.kind == "country" or outer.kind == inner.kind:
        return False
    return outer.kind == "country" or (outer.kind == "state" and outer.admin == inner.admin)


class Gazetteer:
    """Names of places and where they lie. Unpacks what is asked for, a block at a time."""

    __slots__ = ("_answers", "_data", "_keys", "_names", "_rows", "_unpacked")

    def __init__(
        self,
        data: bytes,
        rows: list[tuple[int, int]],
        keys: list[str],
        names: list[tuple[int, int]],
    ) -> None:
        self._data = data
        self._rows = rows
        self._keys = keys
        self._names = names
        self._unpacked: dict[int, list[str]] = {}
        self._answers: dict[str, tuple[PlaceEntry, ...]] = {}

    @classmethod
    def load(cls, data: bytes) -> Gazetteer:
        """Open a packed table; only its index is unpacked.

        Raises:
            ValueError: The bytes are no packed table of this version.
        """
        if not data.startswith(MAGIC):
            raise ValueError("not a gazetteer of version 1")
        start = len(MAGIC) + 4
        length = int.from_bytes(data[len(MAGIC) : start], "big")
        lines = zlib.decompress(data[start : start + length]).decode().split("\n")
        middle = lines.index("")
        at = start + length
        places: list[tuple[int, int]] = []
        names: list[tuple[int, int]] = []
        for number, line in enumerate(lines):
            if number == middle:
                continue
            size = int(line.rpartition("\t")[2])
            (places if number < middle else names).append((at, at + size))
            at += size
        keys = [line.rpartition("\t")[0] for line in lines[middle + 1 :]]
        return cls(data, places, keys, names)

    def find(self, name: str) -> tuple[PlaceEntry, ...]:
        """Every place that ``name`` may stand for, most people first.

        Case, accents and a leading article do not matter. A name that ends with a word for a
        region ("Marnholt Region") and is not in the table is looked for as its town, with the kind
        region and a radius of `REGION_KM`.
        """
        key = fold(name).removeprefix("the ")
        found = self._entries(key)
        if found or " " not in key:
            return found
        town, _, last = key.rpartition(" ")
        if last not in _REGION_WORDS:
            return ()
        return tuple(
            replace(entry, name=name.strip(), kind="region", radius_km=REGION_KM)
            for entry in self._entries(town)
            if entry.kind == "city" and entry.population >= _REGION_SEAT
        )

    def _entries(self, key: str) -> tuple[PlaceEntry, ...]:
        found = self._answers.get(key)
        if found is None:
            if len(self._answers) >= _KEPT_ANSWERS:
                self._answers.clear()
            found = self._answers[key] = tuple(sorted(self._looked_up(key), key=_order))
        return found

    def _looked_up(self, key: str) -> Iterator[PlaceEntry]:
        block = bisect_right(self._keys, key) - 1
        if not key or block < 0:
            return
        lines = self._block(*self._names[block])
        at = bisect_left(lines, f"{key}\t")
        if at < len(lines) and lines[at].startswith(f"{key}\t"):
            for row in lines[at][len(key) + 1 :].split():
                yield self._place(int(row))

    def _place(self, row: int) -> PlaceEntry:
        name, kind, country, admin, lat, lon, people, radius = self._block(
            *self._rows[row // _ROWS]
        )[row % _ROWS].split("\t")
        return PlaceEntry(
            name, kind, country, admin, int(lat) / 100, int(lon) / 100, int(people), float(radius)
        )

    def _block(self, start: int, end: int) -> list[str]:
        lines = self._unpacked.get(start)
        if lines is None:
            if len(self._unpacked) >= _KEPT_BLOCKS:
                self._unpacked.clear()
            lines = zlib.decompress(self._data[start:end]).decode().split("\n")
            self._unpacked[start] = lines
        return lines


def _order(entry: PlaceEntry) -> tuple[int, str, str, str]:
    return -entry.population, entry.name, entry.country, entry.admin


def pack(places: Iterable[tuple[PlaceEntry, Iterable[str]]]) -> bytes:
    """Pack places, each with all the names it goes by, into the bytes that `Gazetteer.load` reads.

    The same places in any order give the same bytes.
    """
    listed = sorted(
        ((entry, tuple(names)) for entry, names in places),
        key=lambda pair: (
            pair[0].country,
            pair[0].admin,
            *_order(pair[0])[:2],
            pair[0].lat,
            pair[0].lon,
        ),
    )
    rows: dict[str, set[int]] = {}
    for number, (entry, names) in enumerate(listed):
        for name in (entry.name, *names):
            if key := fold(name).replace("\t", " "):
                rows.setdefault(key, set()).add(number)
    lines = [_line(entry) for entry, _ in listed]
    keys = sorted(rows)
    named = [f"{key}\t{' '.join(str(row) for row in sorted(rows[key]))}" for key in keys]
    index: list[str] = []
    blocks = [*_packed(lines, _ROWS, index, [str(i) for i in range(len(lines))])]
    index.append("")
    blocks += _packed(named, _NAMES, index, keys)
    head = zlib.compress("\n".join(index).encode(), 9)
    return b"".join((MAGIC, len(head).to_bytes(4, "big"), head, *blocks))


def _line(entry: PlaceEntry) -> str:
    fields = (
        entry.name, entry.kind, entry.country, entry.admin, f"{round(entry.lat * 100)}",
        f"{round(entry.lon * 100)}", f"{entry.population}", f"{entry.radius_km:g}",
    )  # fmt: skip
    return "\t".join(" ".join(field.split()) for field in fields)


def _packed(lines: list[str], size: int, index: list[str], firsts: list[str]) -> list[bytes]:
    """The lines in zlib'd blocks, with a line for each in the index."""
    blocks = []
    for start in range(0, len(lines), size):
        block = zlib.compress("\n".join(lines[start : start + size]).encode(), 9)
        index.append(f"{firsts[start]}\t{len(block)}")
        blocks.append(block)
    return blocks
