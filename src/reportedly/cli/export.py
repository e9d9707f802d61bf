"""`reportedly export`: what may leave the case, in the format asked for."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from reportedly import __version__, publish
from reportedly.casefile import Case
from reportedly.cli.options import By, CasePath, now, user
from reportedly.cli.screen import line, say
from reportedly.errors import CaseError, UsageError
from reportedly.model.custody import CustodyAct
from reportedly.model.ledger import Ledger

HELP = (
    "Write what may leave to a folder. JSON, CSV tables or a static site. "
    "People marked by `protect` leave under their pseudonyms only."
)


class Format(StrEnum):
    """The formats there are."""

    JSON = "json"
    CSV = "csv"
    HTML = "html"


def export(
    case: CasePath,
    form: Annotated[Format, typer.Option("--format", help="json, csv or html.")],
    to: Annotated[
        Path | None,
        typer.Option("--to", help="Folder to write.", show_default="CASE/exports/FORMAT"),
    ] = None,
    by: By = "",
) -> None:
    """Write the ledger to a folder as JSON, CSV tables or a static site."""
    opened = Case.open(case)
    folder = to or case / "exports" / form.value
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(
            "the folder to export to is not empty",
            where=str(folder),
            remedy="name a new folder with --to",
        )
    ledger = opened.ledger()
    _refuse_stale(opened)
    shown = publish.redact(ledger, publish.protected(ledger), salt=opened.salt)
    written = 0
    # Everything is rendered before anything is written: a failed check writes nothing.
    for path, data in list(_files(shown, form)):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        written += 1
    with opened.lock():
        opened.record(
            CustodyAct.EXPORTED, at=now(), by=by or user(), detail=f"{form.value}, {written} files"
        )
    line(str(folder))
    say(f"{written} files written")


def _refuse_stale(case: Case) -> None:
    """Let no ledger leave that does not know yet whom the case protects."""
    if case.store.notes().get("inputs") != case.inputs(case.decisions.all()):
        raise CaseError(
            "the ledger is out of date: something was received, decided or set since",
            where=str(case.path),
            remedy="run `reportedly build`, then export",
        )


def _files(ledger: Ledger, form: Format) -> Iterable[tuple[str, bytes]]:
    if form is Format.JSON:
        return [
            ("ledger.json", publish.ledger_json(ledger)),
            ("ledger.schema.json", publish.schema()),
        ]
    if form is Format.CSV:
        return publish.tables(ledger)
    site = publish.Site(ledger, code=__version__)
    return [(page.path, site.render(page)) for page in site.plan()]
