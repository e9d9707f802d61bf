"""`reportedly add`: take in files, folders, archives, or what a manifest lists."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reportedly.casefile import Case
from reportedly.casefile.receive import receive
from reportedly.cli.options import AsJson, By, CasePath, now, user
from reportedly.cli.screen import json_out, line, say
from reportedly.errors import UsageError
from reportedly.model.report import Given

HELP = (
    "Take files, folders or archives into the case. The bytes are sealed before anything reads "
    "them; what you state about them outranks every guess."
)


def add(  # noqa: PLR0913 - the options of one command
    case: CasePath,
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH", help="Files, folders or archives.")
    ] = None,
    manifest: Annotated[
        Path | None,
        typer.Option(
            "--manifest",
            help="CSV with the columns path, outlet, url, published, captured, author, note.",
        ),
    ] = None,
    outlet: Annotated[str, typer.Option(help="Who published it.")] = "",
    url: Annotated[str, typer.Option(help="Where it was found.")] = "",
    published: Annotated[
        str, typer.Option(help="When it was published: 2031-05-22, 2031-05, or an interval a/b.")
    ] = "",
    captured: Annotated[str, typer.Option(help="When the capture was made, likewise.")] = "",
    author: Annotated[str, typer.Option(help="Who signed it.")] = "",
    note: Annotated[str, typer.Option(help="Anything else; kept in the custody log.")] = "",
    by: By = "",
    as_json: AsJson = False,
) -> None:
    """Take files, folders or archives into the case."""
    if not paths and manifest is None:
        raise UsageError(
            "nothing to add", remedy="name files or folders, or give --manifest FILE.csv"
        )
    given = Given(
        outlet=outlet, url=url, published=published, captured=captured, author=author, note=note
    )
    opened = Case.open(case)
    with opened.lock():
        received = receive(opened, paths or [], given, manifest=manifest, by=by or user(), at=now())
    if as_json:
        json_out(received)
        return
    new = sum(receipt.new for receipt in received)
    for receipt in received:
        mark = "new" if receipt.new else "already here"
        line(f"{receipt.sha256[:12]}  {mark:<12}  {receipt.name}")
    for passed in received.left_alone:
        say(f"left alone: {passed.name}: {passed.why}")
    say(f"{new} new, {len(received) - new} already here. Next: reportedly build {case}")
