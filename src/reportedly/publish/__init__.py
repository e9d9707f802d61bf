"""Everything that leaves a case: redacted, checked, then written as pages, JSON or tables."""

from __future__ import annotations

from reportedly.publish.ledger_json import ledger_json
from reportedly.publish.site import PlannedPage, Site

__all__ = ["PlannedPage", "Site", "ledger_json"]
