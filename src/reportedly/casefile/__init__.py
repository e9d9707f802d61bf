"""The case on disk: sealed originals, custody log, decisions, readings, the ledger and its site."""

from __future__ import annotations

from reportedly.casefile.case import Case

__all__ = ["Case"]
