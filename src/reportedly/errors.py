"""Every error a person can meet. Each one says what happened, where, and what to do next."""

from __future__ import annotations


class ReportedlyError(Exception):
    """Base of all errors raised on purpose. Anything else is a bug.

    Args:
        what: What happened, in one clause.
        where: The file, case, report or line it happened in; empty if nowhere in particular.
        remedy: What the person can do next.
    """

    exit_code = 2

    def __init__(self, what: str, *, where: str = "", remedy: str) -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__(
            " ".join(part for part in (what, where and f"[{where}]", f"-> {remedy}") if part)
        )


class UsageError(ReportedlyError):
    """A command, a manifest, a setting or a decision is not of the form it must have."""


class CaseError(ReportedlyError):
    """A folder is not a case, or a case cannot be used as asked."""


class CollectError(ReportedlyError):
    """Bytes could not be turned into reports. Becomes the state `unreadable` or `refused`."""

    def __init__(
        self, what: str, *, where: str = "", remedy: str = "open the original in its own program"
    ) -> None:
        super().__init__(what, where=where, remedy=remedy)


class RefusedError(CollectError):
    """The input is dangerous or beyond the documented limits. Becomes the state `refused`."""


class IntegrityError(ReportedlyError):
    """An original, a log or the ledger is not what it was when it was written."""

    exit_code = 3


class SpanDriftError(IntegrityError):
    """A quoted span no longer matches the text it was cut from."""


class RedactionError(IntegrityError):
    """A protected name would have left the case. Nothing was written."""
