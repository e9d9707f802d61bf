"""What a machine makes of a case by itself is what stands in its ledger."""

from __future__ import annotations

from pathlib import Path

from reportedly.build import assemble
from reportedly.casefile import Case
from reportedly.casefile.verify import verify


def test_a_case_read_anew_gives_the_ledger_that_stands(demo_case: Path) -> None:
    case = Case.open(demo_case)
    anew = assemble(case, fresh=True)
    assert len(anew.attributions) > 100
    assert verify(case, rebuilt=anew).problems == ()
