"""`reportedly new`: make an empty case."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reportedly.casefile import Case
from reportedly.cli.options import By, now, user
from reportedly.cli.screen import line, say

HELP = "Make an empty case folder."


def new(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="The folder to make.")],
    title: Annotated[
        str,
        typer.Option("--title", help="What the case is called.", show_default="the folder's name"),
    ] = "",
    by: By = "",
) -> None:
    """Make an empty case folder."""
    Case.create(case, title=title or case.name, at=now(), by=by or user())
    line(str(case))
    say(f"Next: reportedly add {case} FILES..., then reportedly build {case}")
