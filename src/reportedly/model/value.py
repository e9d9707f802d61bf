"""What a claim asserts: a count, a time, a place, a yes or no, a party or a name, as ranges."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Number = int | float


class ValueKind(StrEnum):
    """Which fields of a `Value` speak."""

    COUNT = "count"
    TIME = "time"
    PLACE = "place"
    POLARITY = "polarity"
    WHO = "who"
    TEXT = "text"


class Approximator(StrEnum):
    """How the words bound a number."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    UP_TO = "up_to"
    RANGE = "range"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True, order=True)
class TimeRange:
    """When something was, as the earliest and latest moment that the words allow.

    Both ends are ISO 8601 with day (``2031-05-22``) or minute (``2031-05-22T23:40``) precision in
    the case's time zone, ``None`` where the words leave that end open. A day as the latest end
    runs to midnight. Written as EDTF by `edtf`.
    """

    earliest: str | None
    latest: str | None

    @property
    def known(self) -> bool:
        """Whether at least one end is known."""
        return self.earliest is not None or self.latest is not None

    def bounds(self) -> tuple[str, str]:
        """Both ends as comparable minutes; open ends become the ends of time."""
        low = self.earliest or "0000-01-01"
        high = self.latest or "9999-12-31"
        return (low if "T" in low else f"{low}T00:00", high if "T" in high else f"{high}T23:59")

    def overlaps(self, other: TimeRange) -> bool:
        """Whether some moment fits both."""
        (a, b), (c, d) = self.bounds(), other.bounds()
        return a <= d and c <= b

    def within(self, other: TimeRange) -> bool:
        """Whether every moment of this range lies in ``other``."""
        (a, b), (c, d) = self.bounds(), other.bounds()
        return c <= a and b <= d

    def edtf(self) -> str:
        """EDTF (ISO 8601-2): a date, or an interval with ``..`` for an open end; empty if unknown."""
        if not self.known:
            return ""
        if self.earliest == self.latest:
            return self.earliest or ""
        return f"{self.earliest or '..'}/{self.latest or '..'}"


UNKNOWN_TIME = TimeRange(None, None)


@dataclass(frozen=True, slots=True)
class Value:
    """One comparable value. Which fields are set follows from ``kind``; the rest are ``None``.

    Attributes:
        kind: count (``low``, ``high``, ``unit``, ``approximator``), time (``earliest``,
            ``latest``), place (``place``, and ``lat``, ``lon``, ``radius_km`` where the gazetteer
            knows it), polarity (``polarity``), who (``who``: an entity id, ``text``: its name),
            text (``text``).
        low: Smallest number the words allow; ``None`` if they leave it open.
        high: Largest number the words allow; ``None`` if they leave it open.
        unit: What is counted, as a unit family: ``people``, ``percent``, ``vehicles``...
        approximator: How the words bound the number.
        earliest: As in `TimeRange`.
        latest: As in `TimeRange`.
        place: Name of the place as resolved, else as written.
        lat: Degrees north.
        lon: Degrees east.
        radius_km: How far from the point the place may extend.
        polarity: True for affirmed, False for denied.
        who: Entity id of a party.
        text: Free words: a role, a name, a proposition.
    """

    kind: ValueKind
    low: Number | None = None
    high: Number | None = None
    unit: str | None = None
    approximator: Approximator | None = None
    earliest: str | None = None
    latest: str | None = None
    place: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    polarity: bool | None = None
    who: str | None = None
    text: str | None = None

    @property
    def time(self) -> TimeRange:
        """The value as a time range (both ends ``None`` for other kinds)."""
        return TimeRange(self.earliest, self.latest)
