"""What the terminal shows: plain words, safe characters, tables; results on stdout, the rest on stderr."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn

import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from rich.table import Table
from rich.text import Text

from reportedly.engine.progress import Progress as Report
from reportedly.text.normalise import display

PIPED_WIDTH = 200
"""Columns of a table that goes to a file or another program."""

UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def stop_quietly() -> NoReturn:
    """End well: the reader of our output (head, less) has seen enough and is gone.

    Raises:
        SystemExit: Always, with 0.
    """
    # What is still buffered goes nowhere, or Python would complain of it at the end.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(0)


class _Screen(Console):
    """A console whose reader may go away."""

    def on_broken_pipe(self) -> NoReturn:
        stop_quietly()


def out() -> Console:
    """The console for results; as wide as it takes where no terminal limits it."""
    if sys.stdout.isatty():
        return _Screen(highlight=False)
    return _Screen(highlight=False, soft_wrap=True, width=PIPED_WIDTH)


def err() -> Console:
    """The console for progress, warnings and errors; likewise."""
    if sys.stderr.isatty():
        return Console(stderr=True, highlight=False)
    return Console(stderr=True, highlight=False, soft_wrap=True, width=PIPED_WIDTH)


def safe(words: str, style: str = "") -> Text:
    """Words of a source, with control, bidi and invisible characters made visible."""
    return Text(display(words), style=style)


def line(*parts: str | Text) -> None:
    """Print one line of a result."""
    whole = Text()
    for part in parts:
        whole.append_text(part if isinstance(part, Text) else safe(part))
    out().print(whole)


def say(words: str) -> None:
    """Print one line that is not a result."""
    err().print(safe(words))


def json_out(row: object) -> None:
    """Print ``row`` as indented JSON; characters that could steer a terminal are escaped."""
    text = msgspec.json.format(msgspec.json.encode(row, order="sorted"), indent=2).decode()
    escaped = UNSAFE_IN_JSON.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
    try:
        sys.stdout.write(f"{escaped}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        stop_quietly()


def table(head: Sequence[str], rows: Iterable[Sequence[str]], title: str = "") -> None:
    """Print rows under a head; columns named with a trailing ``#`` hold numbers."""
    grid = Table(
        title=safe(title, "bold") if title else None,
        title_justify="left",
        box=None,
        show_header=any(name.rstrip("#") for name in head),
        pad_edge=False,
        header_style="dim",
        padding=(0, 2, 0, 0),
    )
    for name in head:
        number = name.endswith("#")
        grid.add_column(name.rstrip("#"), justify="right" if number else "left", overflow="fold")
    for row in rows:
        grid.add_row(*(safe(cell) for cell in row))
    if not grid.row_count:
        line(safe(title, "bold"), ": none" if title else "none")
        return
    out().print(grid)


@contextmanager
def progress(*, quiet: bool = False) -> Iterator[Report]:
    """A progress display on stderr; one line a stage where stderr is no terminal."""
    if quiet:
        yield lambda stage, done, total: None
        return
    if not err().is_terminal:
        yield _Plain()
        return
    bars = Progress(
        TextColumn("{task.description}", justify="left"),
        BarColumn(bar_width=28),
        MofNCompleteColumn(),
        console=err(),
        transient=True,
    )
    with bars:
        yield _Bars(bars)


class _Bars:
    """Shows each stage as a bar."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, stage: str, done: int, total: int) -> None:
        if stage not in self._tasks:
            self._tasks[stage] = self._bars.add_task(f"{stage:<10}", total=total)
        self._bars.update(self._tasks[stage], completed=done, total=total)


class _Plain:
    """Says once that a stage is done, for logs."""

    def __init__(self) -> None:
        self._said: set[str] = set()

    def __call__(self, stage: str, done: int, total: int) -> None:
        if done >= total and stage not in self._said:
            self._said.add(stage)
            say(f"{stage}: {total}")
