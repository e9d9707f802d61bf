"""Find dates written on a line of their own: mastheads, bylines, stamps of machines, "10 months ago"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from reportedly.model.value import TimeRange
from reportedly.text.calendar_words import MONTHS
from reportedly.text.numerals import UNITS

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s{1,4})?"
_CLOCK = (
    r"(?:[,;|·–—-]?\s{0,4}(?:at\s|@\s?|t(?=\d))?\s{0,2}(?P<hour>\d{1,2})"
    r"(?:[:.h](?P<minute>\d{2})(?:[:.]\d{2}(?:[.,]\d{1,6})?)?\s?(?P<half>[ap]\.?m\b\.?)?"
    r"|\s?(?P<half2>[ap]\.?m\b\.?))"
    r"\s{0,2}(?P<zone>(?:gmt|utc)?[+-]\d{2}:?\d{2}|z\b|utc|gmt|bst|w?est\b|cest|cet|eest|eet|msk|edt|est|cdt|cst|mdt|mst|pdt|pst)?)?"
)
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<mon>\d{{2}})-(?P<day>\d{{2}})(?!\d){_CLOCK}",
        rf"(?<![\d/])(?P<year>(?:19|20)\d\d)/(?P<mon>\d{{1,2}})/(?P<day>\d{{1,2}})(?!\d){_CLOCK}",
        rf"{_WEEKDAY}(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s{{0,3}}(?:of\s)?[-–]?{_MONTH}[,\s-]{{0,3}}"
        rf"(?P<year>(?:19|20)\d\d|'?\d\d(?![\d:.]))(?!\d){_CLOCK}",
        rf"{_WEEKDAY}\b{_MONTH}\s{{1,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}"
        rf"(?P<year>(?:19|20)\d\d)(?!\d){_CLOCK}",
        rf"(?<![\d.])(?P<day>\d{{1,2}})\.(?P<mon>\d{{1,2}})\.(?P<year>(?:19|20)\d\d)(?!\d){_CLOCK}",
        rf"(?<![\d/])(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})/(?P<year>(?:19|20)\d\d)(?!\d){_CLOCK}",
    )
)
_OFFSETS = {
    "z": 0, "utc": 0, "gmt": 0, "bst": 1, "west": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3,
    "msk": 3, "edt": -4, "est": -5, "cdt": -5, "cst": -6, "mdt": -6, "mst": -7, "pdt": -7,
    "pst": -8,
}  # fmt: skip
_LAST_CENTURY = 70
_AGO = re.compile(
    r"\b(?P<number>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s{1,3}"
    r"(?P<unit>minute|min|hour|hr|day|week|month|year)s?\s{1,3}ago\b",
    re.IGNORECASE,
)
_NUMBERS = UNITS | {"a": 1, "an": 1}
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)\s{0,3}(?:©|\(c\))?\s{0,3}(?:(?:19|20)\d\d\s?[-–]\s?)?(?P<year>(?:19|20)\d\d)\b(?P<holder>[^.©|]{0,80})",
    re.IGNORECASE,
)
LONGEST = 400
"""Lines longer than this are prose; no date line is looked for in them."""


@dataclass(frozen=True, slots=True)
class DateWords:
    """A date found on a line: the words, where they stand in it, and what they allow."""

    start: int
    end: int
    words: str
    time: TimeRange


@dataclass(frozen=True, slots=True)
class Ago:
    """``10 months ago``: a distance in days, as a range, from an unknown day of capture."""

    start: int
    end: int
    words: str
    shortest: int
    longest: int


def zone_of(name: str) -> tzinfo:
    """The case's time zone; UTC where this machine does not know the name."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def dates_in(line: str, zone: tzinfo) -> tuple[DateWords, ...]:
    """Full dates in ``line`` with their clock times, in the case's zone, in order, none overlapping."""
    if len(line) > LONGEST:
        return ()
    found: list[DateWords] = []
    for form in _FORMS:
        for match in form.finditer(line):
            time = _time(match, zone)
            if time is not None and not any(
                match.start() < each.end and each.start < match.end() for each in found
            ):
                found.append(DateWords(match.start(), match.end(), match.group().strip(), time))
    return tuple(sorted(found, key=lambda each: each.start))


def stamp(words: str, zone: tzinfo) -> TimeRange | None:
    """What a machine's time stamp allows: ISO 8601 first, then any date form; ``None`` if no date."""
    words = words.strip()[:LONGEST]
    try:
        return _moment(datetime.fromisoformat(words), zone, has_clock=len(words) > 10)
    except ValueError:
        pass
    found = dates_in(words, zone)
    return found[0].time if found else None


def _time(match: re.Match[str], zone: tzinfo) -> TimeRange | None:
    parts = match.groupdict()
    year = int(parts["year"].strip("'"))
    if year < 100:
        year += 1900 if year >= _LAST_CENTURY else 2000
    if parts.get("a"):
        return _either_order(year, int(parts["a"]), int(parts["b"]))
    month = int(parts["mon"]) if parts.get("mon") else MONTHS[parts["month"][:3].lower()]
    try:
        day = date(year, month, int(parts["day"]))
    except ValueError:
        return None
    clock = _clock(parts)
    if clock is None:
        return TimeRange(day.isoformat(), day.isoformat())
    moment = datetime(day.year, day.month, day.day, *clock, tzinfo=_offset(parts["zone"]) or zone)
    return _moment(moment, zone, has_clock=True)


def _either_order(year: int, a: int, b: int) -> TimeRange | None:
    """``05/06/2031`` may be May or June: both ends of what it allows."""
    days: list[str] = []
    for month, day in ((a, b), (b, a)):
        try:
            days.append(date(year, month, day).isoformat())
        except ValueError:
            continue
    return TimeRange(min(days), max(days)) if days else None


def _clock(parts: dict[str, str | None]) -> tuple[int, int] | None:
    if not parts["hour"]:
        return None
    hour, minute = int(parts["hour"]), int(parts["minute"] or 0)
    half = (parts["half"] or parts["half2"] or "").lower()[:1]
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return (hour, minute) if hour < 24 and minute < 60 else None


def _offset(words: str | None) -> tzinfo | None:
    if not words:
        return None
    words = words.lower()
    if words[:3] in {"utc", "gmt"}:
        words = words[3:] or "z"
    if words in _OFFSETS:
        return timezone(timedelta(hours=_OFFSETS[words]))
    sign = -1 if words[0] == "-" else 1
    digits = words[1:].replace(":", "")
    hours, minutes = int(digits[:2]), int(digits[2:])
    if hours > 14 or minutes > 59:
        return None
    return timezone(sign * timedelta(hours=hours, minutes=minutes))


def _moment(moment: datetime, zone: tzinfo, *, has_clock: bool) -> TimeRange:
    if not has_clock:
        day = moment.date().isoformat()
        return TimeRange(day, day)
    try:
        local = moment.astimezone(zone) if moment.tzinfo else moment
    except (OverflowError, ValueError):
        local = moment
    at = local.strftime("%Y-%m-%dT%H:%M").rjust(16, "0")
    return TimeRange(at, at)


def ago_in(line: str) -> Ago | None:
    """The first "N units ago" of a line; the day it is counted from is not in it."""
    match = _AGO.search(line[:LONGEST])
    if match is None:
        return None
    words = match["number"].lower()
    number = int(words) if words.isdigit() else _NUMBERS[words]
    unit = match["unit"].lower()
    days = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}.get(unit, 0.0)
    # Some sites round and some cut: half a unit less, a whole unit more.
    return Ago(
        match.start(),
        match.end(),
        match.group(),
        int(max(0.0, (number - 0.5) * days)),
        int((number + 1) * days) + 1,
    )


def copyright_in(line: str) -> tuple[int, str] | None:
    """The last year of a copyright line and who holds it; ``None`` if the line is none."""
    match = _COPYRIGHT.search(line[:LONGEST])
    if match is None:
        return None
    return int(match["year"]), match["holder"].strip(" ,.:-–—")
