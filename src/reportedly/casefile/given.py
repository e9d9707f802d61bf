"""Check what a person states about a file before it enters custody."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import date

from reportedly.casefile.disk import printable
from reportedly.errors import UsageError
from reportedly.model.report import Given

OPEN_END = ".."
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def _first_day(text: str) -> date | None:
    found = _DATE.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def is_edtf(text: str) -> bool:
    """Whether ``text`` is a date, a month, a year, or an interval ``a/b`` of them, a not after b.

    One end of an interval may be open, written ``..``.
    """
    ends = text.split("/")
    if len(ends) > 2 or ends.count(OPEN_END) == len(ends):
        return False
    days = [_first_day(end) for end in ends if end != OPEN_END]
    if None in days:
        return False
    known = [day for day in days if day]
    return known == sorted(known) or ends[0].startswith(ends[1])


def checked(given: Given, where: str) -> Given:
    """``given`` with spaces trimmed from its ends, if its dates are dates.

    Args:
        given: What the person states.
        where: The command, or the manifest and its line.

    Raises:
        UsageError: A date is of no known form.
    """
    trimmed = Given(
        **{field.name: printable(getattr(given, field.name)).strip() for field in fields(given)}
    )
    for name in ("published", "captured"):
        value: str = getattr(trimmed, name)
        if value and not is_edtf(value):
            raise UsageError(
                f"`{name}` is not a date: {value!r}",
                where=where,
                remedy="write 2031-05-22, 2031-05, 2031 or an interval 2031-05-20/2031-05-22",
            )
    return trimmed
