"""Whether the words about a time look past the publication, and how far a bare date may lie after it.

A report names a day without a year because it is near: "talks in Geneva on 3 March", published on
the 2nd, are to come, though no verb beside the day says so.
"""

from __future__ import annotations

import re

from reportedly.text.wordlist import word_set

_AHEAD = re.compile(
    r"\b(?:will|shall|would|due|scheduled|expected|planned|set to|is to|are to|'ll|’ll|upcoming|plans? to)\b"
    r"(?![^.]*\b(?:said|told|says|announced|reported|stated)\b)[^.;]*\Z",
    re.IGNORECASE,
)
_LEAD = 60
"""How far before a time a verb that looks ahead is looked for."""

_FINITE = re.compile(r"\b(?:was|were|had)\b", re.IGNORECASE)
"""Verbs that, behind one that looks ahead, look back again: "he will name who was hurt on Tuesday"."""

_OPENS = re.compile(
    r"(?:\A|[.!?:;\n]\s?|[“\"]|\b(?:and|but)\s+)(?:(?:on|in|by|from|during|until)\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
_WILL_FOLLOW = re.compile(r",?\s+(?:[^\s.;:,]+,?\s+){0,6}?(?:will|shall)\s", re.IGNORECASE)
_TAIL = 90


def looks_ahead(text: str, start: int, end: int) -> bool:
    """Whether a verb looks ahead to the time ``[start, end)``: before it, or after one that leads."""
    before = text[max(0, start - _LEAD) : start]
    ahead = _AHEAD.search(before)
    if ahead is not None:
        return _FINITE.search(before, ahead.start()) is None
    return _OPENS.search(before) is not None and _will_follow(text, end)


def _will_follow(text: str, end: int) -> bool:
    """Whether the main verb behind a time is one to come: not "two men who say he will go"."""
    match = _WILL_FOLLOW.match(text, end, min(len(text), end + _TAIL))
    return match is not None and not (
        _INNER.search(match.group()) or _last_past(match.group()) >= 0
    )


_INNER = re.compile(
    r"\b(?:who|which|that|when|what|where|if|as|says?|said|told|tells?)\b", re.IGNORECASE
)


# --- dates without a year ------------------------------------------------------------------------

_OWNED = re.compile(r"\b(?:the|this|that|its|his|her|their|our|a|an)\s+\Z", re.IGNORECASE)
_NAMED = re.compile(
    r"\s+(?!(?:in|on|at|of|and|or|to|for|by|from|with|was|were|is|are|had|has|have|will|as|that|when"
    r"|which|who|near|after|before|between|until|because|but|said|says)\b)[A-Za-z]"
)


def names_something(text: str, start: int, end: int) -> bool:
    """Whether the day belongs to a noun: "the 17 May strike". What has a name need not be to come."""
    return (
        _OWNED.search(text, max(0, start - 8), start) is not None
        and _NAMED.match(text, end) is not None
    )


_IRREGULAR = word_set(
    "was were had did began took went came made left gave held fell shot struck saw got became broke built "
    "ran won lost sent led met fought sold bought brought caught taught thought knew wrote spoke drove rose "
    "stole threw flew drew grew wore hid bit chose ate drank sang sank swam rang slept kept felt dealt stood "
    "heard paid laid fled fed bled spent bent burnt hung dug stuck swung sought woke froze forgot tore swore "
    "bore lay sat slid rode shook withdrew overthrew undertook overtook understood ago since"
)
_NOT_PAST = word_set("united red planned scheduled expected armed need proposed said")
_LETTERS = re.compile(r"[A-Za-z]+")


def _last_past(text: str, first: int = 0) -> int:
    """Where the last verb in the past stands from ``first`` on; -1 if there is none."""
    found, before = -1, ""
    for word in _LETTERS.finditer(text, first):
        low = word.group().lower()
        past = low in _IRREGULAR or (low.endswith("ed") and len(low) > 3)
        if past and before != "be" and low not in _NOT_PAST:
            found = word.start()
        before = low
    return found


_STOP = re.compile(r"[.;!?\n]\s")
_VIEW = 200


_TO_COME = re.compile(r"\b(?:will|shall)\b", re.IGNORECASE)
_FRONTED = re.compile(
    r"\s*(?:with|after|following|despite|given|while|although|though|because|once|having)\b[^,]*,\s",
    re.IGNORECASE,
)


def looks_back(text: str, start: int, end: int) -> bool:
    """Whether a verb in the past governs the time, as far as its sentence is in view.

    Before the time the last verb decides ("it was agreed that talks will be held in June"); what a
    sentence opens with, up to its comma, is not its verb.
    """
    before = text[max(0, start - _VIEW) : start]
    first = max((match.end() for match in _STOP.finditer(before)), default=0)
    fronted = _FRONTED.match(before, first)
    first = fronted.end() if fronted else first
    past = _last_past(before, first)
    to_come = max((match.start() for match in _TO_COME.finditer(before, first)), default=-1)
    if max(past, to_come) >= 0:
        return past > to_come
    after = text[end : end + _VIEW]
    stop = _STOP.search(after)
    return _last_past(after[: stop.start()] if stop else after) >= 0


_MONTH = 31
_REACH = {
    "day_without_year": _MONTH, "holiday": _MONTH, "month_without_year": _MONTH,
    "part_of_period": _MONTH, "week_of_month": _MONTH, "season_without_year": 92,
}  # fmt: skip
_SURELY_NEAR = 7
_HALF_YEAR = 182


def reach(text: str, start: int, end: int, name: str) -> int:
    """How many days after the publication a date without a year may still lie.

    A month for days and months, a season for seasons; where a verb in the past stands by it, a week
    for days and nothing for longer times. What a noun owns is simply the nearest one.
    """
    if name not in _REACH:
        return 0
    if name == "day_without_year" and names_something(text, start, end):
        return _HALF_YEAR
    if looks_back(text, start, end):
        return _SURELY_NEAR if name in ("day_without_year", "holiday") else 0
    return _REACH[name]
