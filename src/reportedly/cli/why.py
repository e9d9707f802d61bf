"""`reportedly why`: from any line of the ledger back to the words and the bytes."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from reportedly.casefile import Case
from reportedly.cli.naming import full_id
from reportedly.cli.options import AsJson, CasePath
from reportedly.cli.screen import json_out, out, safe
from reportedly.publish.trail import Step, Trail

HELP = (
    "Walk any line back to what it rests on. Shows the words, who said them, the report, the "
    "evidence for its date, the SHA-256 of the original, and how it came in."
)


def why(
    case: CasePath,
    row: Annotated[
        str, typer.Argument(metavar="ID", help="Any id of the ledger, or a prefix only it has.")
    ],
    as_json: AsJson = False,
) -> None:
    """Walk any line of the ledger back to the words it rests on."""
    opened = Case.open(case)
    trail = Trail(opened.ledger(), opened.custody.all())
    steps = trail.walk(full_id(row, trail.ids()))
    if as_json:
        json_out(steps)
        return
    for step in steps:
        out().print(_shown(step))


def _shown(step: Step) -> Text:
    text = Text("  " * step.depth)
    text.append(f"{step.kind}  ", style="dim")
    text.append_text(safe(step.says))
    if step.span is not None:
        text.append("\n" + "  " * step.depth + "   ")
        text.append_text(safe(f"…{step.before}".replace("\n", " "), "dim"))
        text.append_text(safe(step.span.text.replace("\n", " "), "bold underline"))
        text.append_text(safe(f"{step.after}…".replace("\n", " "), "dim"))
    if step.id and step.depth == 0:
        text.append(f"  [{step.id}]", style="dim")
    return text
