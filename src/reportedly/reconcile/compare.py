"""How two values stand to each other: the same, compatible, or one excludes the other."""

from __future__ import annotations

import math
import re
from datetime import date
from enum import IntEnum
from functools import lru_cache

from reportedly.model.value import Approximator, Number, Value, ValueKind
from reportedly.text.normalise import fold

ABOUT = 0.1
"""How far "about" reaches where the reader gave no range: a tenth of the number either way."""

EARTH_KM = 6371.0

_POST_WORDS = """
commander leader head chief chairman chairwoman president director founder spokesman spokeswoman
spokesperson deputy adviser advisor minister mayor governor secretary soldier fighter private
sergeant lieutenant captain major colonel general recruit volunteer
"""
POSTS = frozenset(_POST_WORDS.split())
"""Posts that one person is not said to hold side by side in one body."""


class Relation(IntEnum):
    """Order matters: a larger one is a greater distance."""

    SAME = 0
    COMPATIBLE = 1
    EXCLUSIVE = 2


_WORD = re.compile(r"\w+")


@lru_cache(maxsize=1 << 16)
def tidy(words: str) -> str:
    """Words as compared: no case, no accents, no punctuation, no articles, single spaces."""
    kept = [word for word in _WORD.findall(fold(words)) if word not in ("the", "a", "an")]
    return " ".join(kept)


def identity(value: Value) -> tuple[object, ...]:
    """What two values share exactly when they are the same answer."""
    if value.kind is ValueKind.COUNT:
        return (value.kind, *bounds(value), value.unit == "percent")
    if value.kind is ValueKind.TIME:
        return (value.kind, *value.time.bounds())
    if value.kind is ValueKind.PLACE:
        return (value.kind, tidy(value.place or value.text or ""))
    if value.kind is ValueKind.POLARITY:
        return (value.kind, value.polarity is not False)
    if value.kind is ValueKind.WHO:
        return (value.kind, value.who or f"~{tidy(value.text or '')}")
    return (value.kind, tidy(value.text or ""))


def relate(a: Value, b: Value) -> Relation:
    """How two answers to one question stand to each other. Symmetric.

    Polarity is not looked at for parties and texts: a denial is not another answer, it stands
    against one (`reportedly.reconcile.standing`).
    """
    if a.kind is not b.kind:
        return Relation.EXCLUSIVE
    if identity(a) == identity(b):
        return Relation.SAME
    if a.kind is ValueKind.COUNT:
        return _counts(a, b)
    if a.kind is ValueKind.TIME:
        return Relation.COMPATIBLE if a.time.overlaps(b.time) else Relation.EXCLUSIVE
    if a.kind is ValueKind.PLACE:
        return _places(a, b)
    if a.kind is ValueKind.TEXT:
        return _texts(tidy(a.text or ""), tidy(b.text or ""))
    return Relation.EXCLUSIVE


def allows(a: Value, b: Value) -> bool:
    """Whether who gives the one also speaks for the other. Symmetric.

    Two roles that may both be held do not contradict, and neither vouches for the other.
    """
    if relate(a, b) is Relation.EXCLUSIVE:
        return False
    if a.kind is ValueKind.TEXT:
        return _within(tidy(a.text or ""), tidy(b.text or ""))
    return True


def precision(value: Value) -> float:
    """How much room the words leave: 0 for one number, one minute, one point; larger is vaguer."""
    if value.kind is ValueKind.COUNT:
        low, high = bounds(value)
        return high - low
    if value.kind is ValueKind.TIME:
        low_end, high_end = value.time.bounds()
        days = day_number(high_end) - day_number(low_end)
        return days + (0.0 if "T" in (value.earliest or "") else 0.5)
    if value.kind is ValueKind.PLACE:
        return value.radius_km or 0.0
    return 0.0


def day_number(moment: str) -> int:
    """Days since year 1 of an ISO date or minute; 0 where it is none."""
    try:
        return date.fromisoformat(moment[:10]).toordinal()
    except ValueError:
        return 0


def bounds(value: Value) -> tuple[float, float]:
    """Smallest and largest number a count allows; open ends are 0 and infinity."""
    low: Number | None = value.low
    high: Number | None = value.high
    if value.approximator is Approximator.AT_LEAST:
        high = high if high is not None and high != low else None
    if value.approximator is Approximator.UP_TO:
        low = low if low is not None and high != low else None
    bottom = 0.0 if low is None else float(low)
    top = math.inf if high is None else float(high)
    if value.approximator is Approximator.ABOUT and bottom == top:
        return (bottom * (1 - ABOUT), top * (1 + ABOUT))
    return (bottom, top)


def figures(value: Value) -> tuple[Number | None, Number | None]:
    """Lowest and highest number that the words name; "about 40" names 40, whatever room it has."""
    low, high = value.low, value.high
    if value.approximator is Approximator.ABOUT and low is not None and high is not None:
        middle = (low + high) / 2
        low = high = int(middle) if float(middle).is_integer() else middle
    return (low, high)


def point(value: Value) -> float:
    """The number a count names: of two bounds the lower."""
    low, high = figures(value)
    named = low if low is not None else high
    return 0.0 if named is None else float(named)


def _counts(a: Value, b: Value) -> Relation:
    if (a.unit == "percent") != (b.unit == "percent"):
        return Relation.EXCLUSIVE
    (low_a, high_a), (low_b, high_b) = bounds(a), bounds(b)
    return Relation.COMPATIBLE if low_a <= high_b and low_b <= high_a else Relation.EXCLUSIVE


def _places(a: Value, b: Value) -> Relation:
    one, other = tidy(a.place or a.text or ""), tidy(b.place or b.text or "")
    if _within(one, other):
        return Relation.COMPATIBLE
    if None in (a.lat, a.lon, b.lat, b.lon):
        return Relation.EXCLUSIVE
    reach = max(a.radius_km or 0.0, b.radius_km or 0.0)
    return Relation.COMPATIBLE if _distance(a, b) <= reach else Relation.EXCLUSIVE


def _texts(one: str, other: str) -> Relation:
    if _within(one, other):
        return Relation.COMPATIBLE
    posts = (POSTS.intersection(one.split()), POSTS.intersection(other.split()))
    if posts[0] and posts[1] and not posts[0] & posts[1]:
        return Relation.EXCLUSIVE
    return Relation.COMPATIBLE


def _within(one: str, other: str) -> bool:
    """Whether all words of the shorter stand in the longer ("Sulvek", "Old Sulvek")."""
    a, b = frozenset(one.split()), frozenset(other.split())
    return bool(a) and bool(b) and (a <= b or b <= a)


def _distance(a: Value, b: Value) -> float:
    """Great-circle distance in kilometres (haversine)."""
    lat_a, lon_a, lat_b, lon_b = (math.radians(x or 0.0) for x in (a.lat, a.lon, b.lat, b.lon))
    half = (
        math.sin((lat_b - lat_a) / 2) ** 2
        + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, half)))
