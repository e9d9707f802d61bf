"""Read clock times and parts of a day."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.text.numerals import UNITS

_HEDGE = (
    r"(?:(?P<hedge>shortly after|just after|soon after|shortly before|just before|around|about|"
    r"roughly|approximately|at approximately|at around|at about|after|before)\s+)?"
)
_WORDS = [word for word, number in UNITS.items() if 1 <= number <= 12]
_OF_DAY = r"(?:\s+(?P<{}>in\s+the\s+(?:early\s+)?(?:morning|afternoon|evening)|at\s+night))"
CLOCK = re.compile(
    _HEDGE + r"(?:(?P<h24>2[0-3]|[01]?\d)[:.h](?P<m24>[0-5]\d)(?::[0-5]\d)?"
    r"(?!\d|[.,:]\d|\s?%)(?:\s?(?P<half24>[ap])\.?\s?m\b\.?|" + _OF_DAY.format("of24") + r")?"
    rf"|(?P<h12>1[0-2]|0?[1-9]|(?:{'|'.join(_WORDS)})\b)"
    r"(?:\s?(?P<half>[ap])\.?\s?m\b\.?|\s?o['’]clock\b"
    + _OF_DAY.format("ofclock")
    + "?|"
    + _OF_DAY.format("of12")
    + r")"
    r"|(?P<word>noon|midday|midnight)\b)"
    r"(?:\s+(?:hours|hrs)\b)?"
    r"(?:,?\s+(?:local time|Kyiv time|Moscow time|GMT|UTC|EST|EDT|CET|CEST|BST|PST|PDT)\b)?",
    re.IGNORECASE,
)
DAY_PART = re.compile(
    r"(?:(?:early|small|late|first)\s+)?(?P<part>hours|morning|afternoon|evening|night)(?=\s+of\b)",
    re.IGNORECASE,
)
"""A part of the day that is named after it: "the evening of 7 March", "the small hours of today"."""

PARTS = {
    "morning": (0, 12 * 60 - 1),
    "early hours": (0, 6 * 60),
    "hours": (0, 6 * 60),
    "afternoon": (12 * 60, 18 * 60 - 1),
    "evening": (17 * 60, 24 * 60 - 1),
    "night": (18 * 60, 30 * 60),
    "noon": (12 * 60, 12 * 60),
    "midday": (12 * 60, 12 * 60),
    "midnight": (0, 24 * 60 - 1),
}
"""First and last minute of each part of a day, counted from its midnight; a night runs into the
next day. Midnight may be either end of the day, so it says no more than the day."""

_SLACK = {
    "shortly after": (0, 30), "just after": (0, 30), "soon after": (0, 30),
    "shortly before": (-30, 0), "just before": (-30, 0),
}  # fmt: skip
_ABOUT = ("around", "about", "roughly", "approximately")


@dataclass(frozen=True, slots=True)
class Minutes:
    """A range of minutes counted from the midnight a day begins with; may reach over its ends.

    ``about`` is True where the words say so ("about 2 a.m.") of the one minute named.
    """

    first: int
    last: int
    about: bool = False


def minutes(match: re.Match[str]) -> Minutes:
    """The minutes that a match of `CLOCK` allows.

    "2 o'clock" and a bare "after" are read as they stand: twelve hours are not guessed away, and
    "after" leaves the rest of the day open.
    """
    first, last = _exact(match)
    hedge = " ".join((match["hedge"] or "").lower().split())
    if hedge == "after":
        return Minutes(first, 24 * 60 - 1)
    if hedge == "before":
        return Minutes(0, last)
    low, high = _SLACK.get(hedge, (0, 0))
    return Minutes(first + low, last + high, about=hedge.endswith(_ABOUT))


def _exact(match: re.Match[str]) -> tuple[int, int]:
    if match["word"]:
        return PARTS[match["word"].lower()]
    found = match.groupdict()
    half = (found["half24"] or found["half"] or "").lower()
    of_day = (found["of24"] or found["of12"] or found["ofclock"] or "").lower()
    hour = _hour(found["h24"] or found["h12"])
    minute = int(found["m24"] or 0)
    if not half and of_day:
        half = "a" if "morning" in of_day or ("night" in of_day and hour < 6) else "p"
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    at = hour * 60 + minute
    if found["h12"] and not half:
        # "2 o'clock" may be either half of the day: from the earlier to the later.
        early = hour % 12 * 60
        return early, early + 12 * 60
    return at, at


def _hour(word: str) -> int:
    return int(word) if word.isdigit() else UNITS[word.lower()]
