"""`reportedly build`: bring ledger and pages up to date, and say at a glance what is in them."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

from reportedly import build as stages
from reportedly.casefile import Case
from reportedly.cli.options import AsJson, By, CasePath, Workers, now, user
from reportedly.cli.screen import json_out, line, progress, say, table
from reportedly.model.custody import CustodyAct
from reportedly.model.decision import DecisionState
from reportedly.model.finding import Grade
from reportedly.model.ledger import Ledger
from reportedly.publish.words import STATES

PROCESSES = min(4, os.cpu_count() or 1)
"""How many processes a build uses unless told: more than four gain little on one disk."""

HELP = "Read everything that came in, and write the ledger and its pages."


def build(
    case: CasePath,
    workers: Workers = PROCESSES,
    as_json: AsJson = False,
    by: By = "",
) -> None:
    """Read everything that came in, and write the ledger and its pages."""
    ledger = rebuild(Case.open(case), workers=workers, by=by or user())
    if as_json:
        json_out(summary(ledger))
    else:
        show_summary(ledger)
        line(f"Open {Path(case) / 'site' / 'index.html'}")


def rebuild(case: Case, *, workers: int, by: str) -> Ledger:
    """Build under the case's lock, with progress, and write the act into custody."""
    with case.lock():
        with progress() as report:
            ledger = stages.build(case, workers=workers, progress=report)
        case.record(CustodyAct.READ, at=now(), by=by, detail=f"{len(ledger.reports)} reports")
    return ledger


def summary(ledger: Ledger) -> dict[str, int | dict[str, int]]:
    """The counts of a case; the states add up to the number of reports."""
    grades = Counter(question.finding.grade.value for question in ledger.questions)
    return {
        "received": ledger.originals,
        "containers": len(ledger.containers),
        "reports": len(ledger.reports),
        "states": dict(sorted(Counter(report.state.value for report in ledger.reports).items())),
        "origins": len(ledger.origins),
        "attributions": len(ledger.attributions),
        "entities": len(ledger.entities),
        "claims": len(ledger.claims),
        "questions": len(ledger.questions),
        "contested": grades[Grade.CONTESTED.value],
        "grades": {grade.value: grades[grade.value] for grade in Grade},
        "orphaned": sum(row.state is DecisionState.ORPHANED for row in ledger.decisions),
    }


def show_summary(ledger: Ledger) -> None:
    """Print the counts as a table a person reads top to bottom."""
    counts = summary(ledger)
    states = counts["states"]
    assert isinstance(states, dict)
    inside = sum(len(container.reports) for container in ledger.containers)
    rows = [
        ("files received", str(counts["received"])),
        *(
            [("of them, holding several reports", f"{len(ledger.containers)} ({inside})")]
            if inside
            else []
        ),
        ("reports", str(counts["reports"])),
        *(
            (f"  {words}", str(states[state.value]))
            for state, words in STATES.items()
            if state.value in states
        ),
        ("independent origins", str(counts["origins"])),
        ("attributions", str(counts["attributions"])),
        ("questions", str(counts["questions"])),
        ("  contested", str(counts["contested"])),
    ]
    if counts["orphaned"]:
        rows.append(("decisions whose words were not found", str(counts["orphaned"])))
    table(("", "#"), rows, title=ledger.title)
    if counts["orphaned"]:
        say("Some decisions no longer find their words; see `reportedly show CASE decision`.")
