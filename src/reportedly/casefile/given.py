"""Check what a person states about a file before it enters custody."""

from __future__ import annotations

from dataclasses import fields

from reportedly.casefile.disk import printable
from reportedly.errors import UsageError
from reportedly.model.report import Given
from reportedly.text.edtf import edtf_range


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
        try:
            _ = edtf_range(value) if value else None
        except ValueError as error:
            raise UsageError(
                f"`{name}` is not a date: {value!r}",
                where=where,
                remedy="write 2031-05-22, 2031-05, 2031 or an interval 2031-05-20/2031-05-22",
            ) from error
    return trimmed
