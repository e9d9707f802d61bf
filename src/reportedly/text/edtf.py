"""Read dates as people state them: EDTF (ISO 8601-2) days, months, years, minutes and intervals."""

from __future__ import annotations

import re
from datetime import date

from reportedly.model.value import TimeRange
from reportedly.text.calendar_words import day, month_days

OPEN_END = ".."

_DATE = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})"
    r"(?:T(?P<clock>(?:[01][0-9]|2[0-3]):[0-5][0-9])(?::[0-5][0-9])?)?)?)?"
)


def edtf_range(words: str) -> TimeRange:
    """The range that an EDTF date or interval stands for: ``2023-05``, ``2023-05-22T23:40``, ``a/..``.

    Raises:
        ValueError: The words are no such date, or the interval runs backward.
    """
    low, slash, high = (part.strip() for part in words.partition("/"))
    if not slash:
        return _one(low)
    if low == high == OPEN_END:
        raise ValueError(f"an interval needs an end: {words!r}")
    first = None if low == OPEN_END else _one(low).earliest
    last = None if high == OPEN_END else _one(high).latest
    if first and last and TimeRange(first, None).bounds()[0] > TimeRange(None, last).bounds()[1]:
        raise ValueError(f"the interval runs backward: {words!r}")
    return TimeRange(first, last)


def calendar_range(year: int, month: int = 0, number: int = 0) -> TimeRange | None:
    """A day, a month or a year as a range of days; ``None`` where the calendar has none such.

    Args:
        year: From 1 to 9999.
        month: From 1; 0 for the whole year.
        number: Of the day; 0 for the whole month.
    """
    first = day(year, month or 1, number or 1)
    if first is None:
        return None
    if number:
        return TimeRange(first.isoformat(), first.isoformat())
    last = month_days(year, month)[1] if month else date(year, 12, 31)
    return TimeRange(first.isoformat(), last.isoformat())


def _one(words: str) -> TimeRange:
    match = _DATE.fullmatch(words)
    if match is None:
        raise ValueError(f"not a date, a month or a year: {words!r}")
    time = calendar_range(*(int(match[part] or 0) for part in ("year", "month", "day")))
    if time is None or "00" in (match["month"], match["day"]):
        raise ValueError(f"the calendar has no such day: {words!r}")
    if match["clock"]:
        moment = f"{time.earliest}T{match['clock']}"
        return TimeRange(moment, moment)
    return time
