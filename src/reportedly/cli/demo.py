"""`reportedly demo`: build a complete case from the demo story."""

from __future__ import annotations

import shutil
from importlib import resources
from pathlib import Path
from typing import Annotated

import typer

from reportedly.casefile import Case
from reportedly.casefile.receive import receive
from reportedly.cli.build import PROCESSES, rebuild, show_summary
from reportedly.cli.options import now, user
from reportedly.cli.screen import line, say
from reportedly.errors import UsageError
from reportedly.model.report import NOTHING_GIVEN

HELP = (
    "Build a complete case from the demo story. Twelve accounts of one fictional night go to "
    "DIR/story, the case to DIR/case."
)


MADE = frozenset({"story", "reports.csv", "case"})
"""What stands in a folder that this command made; anything else is somebody's work."""


def _is_demo(folder: Path) -> bool:
    return (
        folder.is_dir()
        and not folder.is_symlink()
        and {path.name for path in folder.iterdir()} == MADE
        and (folder / "case" / "case.toml").is_file()
    )


def demo(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.")],
    again: Annotated[
        bool, typer.Option("--again", help="Replace a demo case that is already there.")
    ] = False,
) -> None:
    """Build a complete case from the demo story."""
    if folder.exists():
        if not (again and _is_demo(folder)):
            raise UsageError(
                "the folder is already there",
                where=str(folder),
                remedy="name a new folder; --again replaces an earlier demo to which nothing was added",
            )
        shutil.rmtree(folder)
    with resources.as_file(resources.files("reportedly").joinpath("demo")) as packed:
        shutil.copytree(packed / "story", folder / "story")
        manifest = Path(shutil.copy(packed / "reports.csv", folder / "reports.csv"))
        case = Case.create(
            folder / "case",
            title="",
            at=now(),
            by=user(),
            settings=(packed / "case.toml").read_bytes(),
        )
    say(f"Twelve accounts are in {folder / 'story'}. Taking them in and reading them.")
    with case.lock():
        receive(case, [], NOTHING_GIVEN, manifest=manifest, by=user(), at=now())
    show_summary(rebuild(case, workers=PROCESSES, by=user()))
    line("")
    line(f"Open {folder / 'case' / 'site' / 'index.html'}")
    say(f"Then look around: reportedly show {folder / 'case'} question")
