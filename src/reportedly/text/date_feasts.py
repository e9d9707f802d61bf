"""Holidays that fall on one day of each year, as news in English names them."""

from __future__ import annotations

import re
from datetime import date

from reportedly.text.calendar_words import MONTHS, Days, add_days, day, month_days

_FIXED = {
    "new year's day": (1, 1), "valentine's day": (2, 14), "st patrick's day": (3, 17),
    "halloween": (10, 31), "veterans day": (11, 11), "armistice day": (11, 11),
    "christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "fourth of july": (7, 4),
}  # fmt: skip
_MONDAYS = {"martin luther king day": (1, 3), "presidents day": (2, 3), "labor day": (9, 1)}
_THURSDAY = 3

_STATED = (
    r"new year['’]?s (?:day|eve)|valentine['’]?s day|st\.? patrick['’]?s day|halloween|veterans['’]? day"
    r"|armistice day|christmas (?:eve|day)|boxing day|fourth of july|martin luther king(?: jr\.?)? day"
    r"|presidents['’]? day|labor day|memorial day|thanksgiving(?: day)?"
)
PATTERN = (
    rf"(?:(?P<which>last|this|next) )?(?P<feast>{_STATED})(?:,? (?P<year>(?:19|20)\d\d)(?!\d))?\b"
)
WORDS = (
    "new valentine valentines st halloween veterans armistice christmas boxing fourth martin presidents "
    "labor memorial thanksgiving last this next"
)
"""The words such a name may begin with."""


def feast(match: re.Match[str], ref: date, ahead: bool) -> Days | None:
    """The holiday of its year; else the last up to the reference, or the next where words look ahead."""
    name = _name(match["feast"])
    if not match["feast"][0].isupper() or _of_another_calendar(match):
        return None
    if match["year"]:
        found = _in_year(name, int(match["year"]))
        return found, found
    which = (match["which"] or "").lower()
    if which == "last":
        ref = add_days(ref, -1)
    elif which == "next":
        ref, ahead = add_days(ref, 1), True
    years = [year for year in range(ref.year - 1, ref.year + 2) if 1 <= year <= 9999]
    days = [_in_year(name, year) for year in years]
    if which == "this":
        found = next((found for found in days if found >= add_days(ref, -31)), days[-1])
    elif ahead:
        found = next((found for found in days if found >= ref), days[-1])
    else:
        found = next((found for found in reversed(days) if found <= ref), days[0])
    return found, found


def _name(words: str) -> str:
    """The key of the tables: one way to write each holiday."""
    low = " ".join(words.lower().replace("’", "'").replace(".", "").split())
    low = low.replace(" jr ", " ")
    for plain in ("new year", "valentine", "st patrick"):
        low = re.sub(rf"\A{plain}s ", f"{plain}'s ", low)
    return low.replace("veterans' ", "veterans ").replace("presidents' ", "presidents ")


def _of_another_calendar(match: re.Match[str]) -> bool:
    """Whether the Christmas is one of the Julian calendar, or the name goes on: "Orthodox"."""
    before = match.string[max(0, match.start() - 12) : match.start()].lower()
    return before.endswith(("orthodox ", "coptic ", "serbian ", "julian ", "canadian "))


def _in_year(name: str, year: int) -> date:
    if name.startswith("thanksgiving"):
        return _nth(year, MONTHS["november"], _THURSDAY, 4)
    if name == "memorial day":
        last = month_days(year, MONTHS["may"])[1]
        return add_days(last, -last.weekday())
    if name in _MONDAYS:
        month, count = _MONDAYS[name]
        return _nth(year, month, 0, count)
    month, number = _FIXED.get(name, (1, 1))
    return day(year, month, number) or date(year, 1, 1)


def _nth(year: int, month: int, weekday: int, count: int) -> date:
    """The so-many-th such weekday of a month."""
    first = date(year, month, 1)
    return add_days(first, (weekday - first.weekday()) % 7 + 7 * (count - 1))
