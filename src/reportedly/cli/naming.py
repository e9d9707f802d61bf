"""Find the row a person means by an id or the beginning of one."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.errors import UsageError


def full_id(given: str, known: Iterable[str]) -> str:
    """The one id of ``known`` that is ``given`` or begins with it.

    Raises:
        UsageError: None does, or several do.
    """
    fits = sorted({row for row in known if row.startswith(given)}) if given else []
    if given in fits:
        return given
    if len(fits) == 1:
        return fits[0]
    if not fits:
        raise UsageError(
            f"no line of the ledger has the id {given!r}",
            remedy="`reportedly show CASE question` (or report, entity, claim ...) lists the ids",
        )
    some = ", ".join(fits[:5])
    raise UsageError(
        f"{len(fits)} lines of the ledger begin with {given!r}: {some}...",
        remedy="give more of the id",
    )
