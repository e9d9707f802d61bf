"""Read clock times and parts of a day."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEDGE = (
    r"(?:(?P<hedge>shortly after|just after|soon after|shortly before|just before|around|about|"
    r"roughly|approximately|at approximately|at around|at about|after|before)\s+)?"
)
CLOCK = re.compile(
    _HEDGE + r"(?:(?P<h24>2[0-3]|[01]?\d)[:.h](?P<m24>[0-5]\d)(?::[0-5]\d)?"
    r"(?!\d|[.,:]\d|\s?%)(?:\s?(?P<half24>[ap])\.?\s?m\b\.?)?"
    r"|(?P<h12>1[0-2]|0?[1-9])\s?(?:(?P<half>[ap])\.?\s?m\b\.?|o['’]clock)"
    r"|(?P<word>noon|midday|midnight)\b)"
    r"(?:\s+(?:hours|hrs)\b)?(?:,?\s+(?:local time|Kyiv time|Moscow time|GMT|UTC|EST|EDT|CET|CEST|BST|PST|PDT)\b)?",
    re.IGNORECASE,
)

PARTS = {
    "morning": (0, 12 * 60 - 1),
    "early hours": (0, 6 * 60),
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
    "around": (-30, 30),
    "about": (-30, 30),
    "roughly": (-30, 30),
    "approximately": (-30, 30),
    "at around": (-30, 30),
    "at about": (-30, 30),
    "at approximately": (-30, 30),
    "shortly after": (0, 60),
    "just after": (0, 30),
    "soon after": (0, 60),
    "shortly before": (-60, 0),
    "just before": (-30, 0),
}


@dataclass(frozen=True, slots=True)
class Minutes:
    """A range of minutes counted from the midnight a day begins with; may reach over its ends."""

    first: int
    last: int


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
    return Minutes(first + low, last + high)


def _exact(match: re.Match[str]) -> tuple[int, int]:
    if match["word"]:
        return PARTS[match["word"].lower()]
    half = (match["half24"] or match["half"] or "").lower()
    hour = int(match["h24"] or match["h12"])
    minute = int(match["m24"] or 0)
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    at = hour * 60 + minute
    if match["h12"] and not half:
        # "2 o'clock" may be either half of the day: from the earlier to the later.
        early = hour % 12 * 60
        return early, early + 12 * 60
    return at, at
