"""Whether a count or a date that was read is what a label says (`eval/re3d_corpus.py`)."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from reportedly.model.value import TimeRange, Value

ABOUT = 0.3
"""A range for "about N" may reach this share below and above N."""

FIRST, LAST = date.min, date.max


@dataclass(frozen=True, slots=True)
class Days:
    """Days from first to last; an open end is the end of time."""

    first: date
    last: date

    def within(self, other: Days) -> bool:
        """Whether all of them are among the others."""
        return other.first <= self.first and self.last <= other.last

    def apart(self, other: Days) -> bool:
        """Whether no day is in both."""
        return self.last < other.first or other.last < self.first


def count_is(value: Value, label: str) -> bool:
    """Whether a count is the labelled one."""
    if label.startswith("~"):
        middle = float(label[1:])
        if value.low is None or value.high is None:
            return False
        room = ABOUT * middle
        return middle - room <= value.low <= middle <= value.high <= middle + room
    vague = label.startswith("?")
    low, dots, high = label.lstrip("?").partition("..")
    at_least = float(low) if low else None
    at_most = (float(high) if high else None) if dots else at_least
    if vague:
        return (value.low or 0) >= (at_least or 0) and (
            at_most is None or (value.high is not None and value.high <= at_most)
        )
    # "Up to N" may begin at nothing or leave its beginning open.
    return (value.low or None) == at_least and value.high == at_most


def days_of(label: str) -> tuple[Days, bool]:
    """The days of a label, and whether it is vague (any range within them is right)."""
    first, parted, last = label.lstrip("?").partition("/")
    return Days(_first(first), _last(last if parted else first)), label.startswith("?")


def days_read(time: TimeRange) -> Days | None:
    """The days of a time that was read; ``None`` where it has no end at all."""
    if not time.known:
        return None
    first = date.fromisoformat(time.earliest[:10]) if time.earliest else FIRST
    last = date.fromisoformat(time.latest[:10]) if time.latest else LAST
    return Days(first, last)


def verdict(read: Days | None, label: str) -> str:
    """``same`` range, ``within`` the labelled one, ``wide``, another time (``wrong``), or ``none``.

    A label with an open end is met where its other end is: "since Monday" read as Monday or as
    since Monday.
    """
    if read is None:
        return "none"
    gold, vague = days_of(label)
    if gold.first == FIRST or gold.last == LAST:
        met = read.last == gold.last if gold.first == FIRST else read.first == gold.first
        return "same" if met else _off(read, gold)
    if read == gold or (vague and read.within(gold)):
        return "same"
    return "within" if read.within(gold) else _off(read, gold)


def _off(read: Days, gold: Days) -> str:
    return "wrong" if read.apart(gold) else "wide"


def _first(edtf: str) -> date:
    if edtf == "..":
        return FIRST
    year, month, day = (*edtf.split("-"), "1", "1")[:3]
    return date(int(year), int(month), int(day))


def _last(edtf: str) -> date:
    if edtf in ("..", ""):
        return LAST
    year, *rest = map(int, edtf.split("-"))
    month = rest[0] if rest else 12
    return date(year, month, rest[1] if rest[1:] else calendar.monthrange(year, month)[1])
