"""Arguments and options that several commands share, so that they are spelt alike."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

CasePath = Annotated[Path, typer.Argument(metavar="CASE", help="The case folder.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")]
By = Annotated[
    str,
    typer.Option(
        "--by", help="Who does this; written into the log.", show_default="your user name"
    ),
]
Workers = Annotated[
    int, typer.Option("--workers", min=1, help="Processes to collect and read with.")
]


def now() -> str:
    """The time of an act: UTC, to the second. The only clock the program looks at."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def user() -> str:
    """Whom the operating system says is at the keyboard."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
