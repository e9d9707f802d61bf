"""`reportedly verify`: check every original, both logs and the ledger."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.build import assemble
from reportedly.casefile import Case
from reportedly.casefile.verify import Severity
from reportedly.casefile.verify import verify as check
from reportedly.cli.options import AsJson, CasePath
from reportedly.cli.screen import json_out, line

HELP = (
    "Check that nothing was changed. Every original, log line, ledger row and page is held "
    "against what it was when it was written. "
    "Exit code 0: all is well; 1: the ledger is out of date; 3: something was changed."
)


def verify(
    case: CasePath,
    again: Annotated[
        bool,
        typer.Option(
            "--read-again",
            help="Also read every report anew on this machine and hold the ledger against that.",
        ),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Check that every original, log line and ledger row is what it was."""
    opened = Case.open(case)
    checked = check(opened)
    if again and not checked.problems:
        # Only of a whole case can it be said what this machine makes of it.
        checked = check(opened, rebuilt=assemble(opened, fresh=True))
    if as_json:
        json_out(checked)
    else:
        for problem in checked.problems:
            line(f"{problem.severity.value}: {problem.what}  [{problem.where}]")
            line(f"  do: {problem.remedy}")
        line(checked.summary)
    if any(problem.severity is Severity.DAMAGE for problem in checked.problems):
        raise typer.Exit(3)
    if checked.problems:
        raise typer.Exit(1)
