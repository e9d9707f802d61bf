"""The demo story's ledger contradicts itself nowhere."""

from __future__ import annotations

from pathlib import Path

from reportedly.casefile import Case
from tests.holding import faults


def test_every_line_of_the_ledger_leads_somewhere_and_reads_what_it_says(demo_case: Path) -> None:
    found = faults(Case.open(demo_case).ledger())
    assert not found, "\n".join(found)
