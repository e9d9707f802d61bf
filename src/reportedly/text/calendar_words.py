"""Name days, months, seasons and years as ranges of days."""

from __future__ import annotations

from datetime import MINYEAR, date, timedelta

Days = tuple[date, date]
"""First and last day of a range."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

WEEKDAY_NAMES = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu",
            "friday fri", "saturday sat", "sunday sun",
        )
    )
    for name in names.split()
}  # fmt: skip

SEASONS = {"winter": 12, "spring": 3, "summer": 6, "autumn": 9, "fall": 9}
"""First month of each season, meteorological, northern hemisphere."""


def day(year: int, month: int, number: int) -> date | None:
    """The day, or ``None`` where the calendar has no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def add_days(start: date, days: int) -> date:
    """``start`` moved by ``days``, held at the ends of the calendar."""
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def add_months(start: date, months: int) -> date:
    """``start`` moved by ``months``; the 31st becomes the last day a shorter month has."""
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    if not MINYEAR <= year <= 9999:
        return date.max if months > 0 else date.min
    last = month_days(year, month + 1)[1].day
    return date(year, month + 1, min(start.day, last))


def month_days(year: int, month: int) -> Days:
    """The days of a month."""
    following = date(year + month // 12, month % 12 + 1, 1) if year < 9999 else date.max
    return date(year, month, 1), following - timedelta(days=1 if year < 9999 else 0)


def season_days(year: int, season: str) -> Days:
    """The days of a season. The winter of a year is the one before its spring or the one after.

    Both are called so; the range holds both.
    """
    first = SEASONS[season]
    if season == "winter":
        return date(max(year - 1, MINYEAR), 12, 1), month_days(min(year + 1, 9999), 2)[1]
    return date(year, first, 1), month_days(year, first + 2)[1]


def part(days: Days, which: str) -> Days:
    """A part of a range: its first, middle or last third (early, mid, late), or one of its halves.

    Thirds of years, halves and seasons are whole months; those of a month end on its 10th and 20th;
    those of a week are its first two, middle three and last two days.
    """
    first, last = days
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if which in ("first half", "second half"):
        cut = add_months(first, months // 2) if months > 1 else add_days(first, 15)
        return (first, add_days(cut, -1)) if which == "first half" else (cut, last)
    if months >= 3:
        a, b = add_months(first, months // 3), add_months(first, months - months // 3)
    elif (last - first).days > 7:
        a, b = add_days(first, 10), add_days(first, 20)
    else:
        a, b = add_days(first, 2), add_days(first, 5)
    if which == "early":
        return first, add_days(a, -1)
    return (a, add_days(b, -1)) if which == "mid" else (b, last)


def weekday_on_or_before(reference: date, weekday: int) -> date:
    """The last such weekday up to and including ``reference``."""
    return add_days(reference, -((reference.weekday() - weekday) % 7))


def week_of(reference: date) -> Days:
    """Monday to Sunday of the week of ``reference``."""
    monday = weekday_on_or_before(reference, 0)
    return monday, add_days(monday, 6)
