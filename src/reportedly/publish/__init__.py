"""Everything that leaves a case: redacted, checked, then written as pages, JSON or tables."""

from __future__ import annotations

from reportedly.publish.ledger_json import ledger_json, schema
from reportedly.publish.protected import Protected, protected
from reportedly.publish.redact import redact
from reportedly.publish.site import PlannedPage, Site, prepare
from reportedly.publish.tables import tables
from reportedly.publish.visible import Visible, still_visible
from reportedly.publish.watched import Made

__all__ = [
    "Made",
    "PlannedPage",
    "Protected",
    "Site",
    "Visible",
    "ledger_json",
    "prepare",
    "protected",
    "redact",
    "schema",
    "still_visible",
    "tables",
]
