"""Claims and origins in, questions and findings out. It never says what is true.

The rules stand in ``docs/reference/grades.md``.
"""

from __future__ import annotations

from reportedly.reconcile.context import Context, Placed, Reconciled, ReportFacts
from reportedly.reconcile.grouping import key
from reportedly.reconcile.questions import reconcile
from reportedly.reconcile.speaking import speaks_for

__all__ = ["Context", "Placed", "Reconciled", "ReportFacts", "key", "reconcile", "speaks_for"]
