"""Say a value in a few words, the same wherever it is shown."""

from __future__ import annotations

from datetime import date

from reportedly.model.value import Approximator, Number, TimeRange, Value, ValueKind
from reportedly.text.calendar_words import MONTH_NAMES, month_days


def label(value: Value) -> str:
    """A value in a few words: ``12 to 36``, ``about 40``, ``22 May 2023``, ``not Ina Roke``."""
    if value.kind is ValueKind.COUNT:
        return _count(value)
    if value.kind is ValueKind.TIME:
        about = "about " if value.approximator is Approximator.ABOUT else ""
        return about + (time_label(value.time) or value.text or "unknown time")
    if value.kind is ValueKind.PLACE:
        return value.place or value.text or "unknown place"
    if value.kind is ValueKind.POLARITY:
        return "no" if value.polarity is False else "yes"
    words = value.text or value.who or "unnamed"
    return f"not {words}" if value.polarity is False else words


def number_label(value: Number) -> str:
    """A number with thousands parted by commas."""
    if isinstance(value, float) and not value.is_integer():
        return f"{value:,.10g}"
    return f"{int(value):,}"


def _count(value: Value) -> str:
    sign = "%" if value.unit == "percent" else ""
    return _bounds(value.low, value.high, value.approximator) + sign


def _bounds(low: Number | None, high: Number | None, how: Approximator | None) -> str:
    some = "some " if how is Approximator.VAGUE else ""
    if low is None and high is None:
        return "some"
    if low is None:
        return f"up to {number_label(high or 0)}"
    if high is None:
        return f"some {number_label(low)} or more" if some else f"at least {number_label(low)}"
    if how is Approximator.ABOUT:
        return f"about {number_label((low + high) / 2)}"
    return (
        f"{some}{number_label(low)}"
        if low == high
        else f"{some}{number_label(low)} to {number_label(high)}"
    )


def time_label(when: TimeRange) -> str:
    """A range of time in words: ``22 May 2023``, ``22 to 23 May 2023``, ``May 2023``, ``2022``."""
    when = _open_ended(when)
    if not when.known:
        return ""
    if when.earliest is None:
        return f"by {_moment(when.latest or '')}"
    if when.latest is None:
        return f"from {_moment(when.earliest)} on"
    if when.earliest == when.latest:
        return _moment(when.earliest)
    if "T" in when.earliest and when.earliest[:10] == when.latest[:10]:
        return f"{_moment(when.earliest)} to {when.latest[11:] or 'midnight'}"
    if "T" in when.earliest or "T" in when.latest:
        return f"{_moment(when.earliest)} to {_moment(when.latest)}"
    return _days(date.fromisoformat(when.earliest), date.fromisoformat(when.latest))


def _open_ended(when: TimeRange) -> TimeRange:
    """The range with the ends that `TimeRange.bounds` gives taken back: of time, and of whole days."""
    first = None if (when.earliest or "").startswith("0000") else when.earliest
    last = None if (when.latest or "").startswith("9999-12-31") else when.latest
    if (first or "T00:00").endswith("T00:00") and (last or "T23:59").endswith("T23:59"):
        return TimeRange(first and first[:10], last and last[:10])
    return TimeRange(first, last)


def _days(first: date, last: date) -> str:
    same_year = first.year == last.year
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year}" if same_year else f"{first.year} to {last.year}"
    if first.day == 1 and last == month_days(last.year, last.month)[1]:
        end = f"{MONTH_NAMES[last.month - 1]} {last.year}"
        if same_year and first.month == last.month:
            return end
        return f"{MONTH_NAMES[first.month - 1]}{'' if same_year else f' {first.year}'} to {end}"
    if same_year and first.month == last.month:
        return f"{first.day} to {_day(last)}"
    if same_year:
        return f"{first.day} {MONTH_NAMES[first.month - 1]} to {_day(last)}"
    return f"{_day(first)} to {_day(last)}"


def _moment(moment: str) -> str:
    words = _day(date.fromisoformat(moment[:10]))
    return f"{words}, {moment[11:16]}" if "T" in moment else words


def _day(when: date) -> str:
    return f"{when.day} {MONTH_NAMES[when.month - 1]} {when.year}"
