"""A process that is killed in the middle of an act, at many points spread evenly over it.

For each point it copies a case, forks, and lets the child count the calls that Python makes, into
the standard library and into SQLite too, and kill itself with SIGKILL at the one that was chosen.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from reportedly.casefile import Case
from reportedly.casefile.receive import receive
from reportedly.model.report import NOTHING_GIVEN
from tests.casefile.samples import BY, LATER, pages, render, small_ledger

EVENTS = frozenset({"call", "c_call", "c_return"})


def commit(folder: Path) -> None:
    """Commit a larger ledger over the one that stands."""
    ledger = small_ledger(30, "Since then nothing was heard.")
    Case.open(folder).commit(ledger, pages(ledger, keyed=False), render)


def take_in(folder: Path) -> None:
    """Receive the folder that stands beside the case."""
    receive(Case.open(folder), [folder.parent / "inbox"], NOTHING_GIVEN, by=BY, at=LATER)


ACTS: dict[str, Callable[[Path], None]] = {"commit": commit, "receive": take_in}


def counted(act: Callable[[Path], None], folder: Path, kill_at: int | None = None) -> int:
    """Do an act and count its calls; die at the ``kill_at``-th."""
    seen = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal seen
        seen += event in EVENTS
        if seen == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(count)
    try:
        act(folder)
    finally:
        sys.setprofile(None)
    return seen


def main() -> None:
    """Leave ``points`` killed copies of a case beside it; print how many were killed."""
    name, source, points = ACTS[sys.argv[1]], Path(sys.argv[2]), int(sys.argv[3])
    rehearsal = source.with_name("rehearsal")
    shutil.copytree(source, rehearsal)
    counted(name, rehearsal)
    shutil.rmtree(rehearsal)
    shutil.copytree(source, rehearsal)
    total = counted(name, rehearsal)
    killed = 0
    for point in range(points):
        folder = source.with_name(f"killed-{point}")
        shutil.copytree(source, folder)
        process = os.fork()
        if process == 0:
            counted(name, folder, 1 + total * point // points)
            os._exit(0)
        _, status = os.waitpid(process, 0)
        killed += os.WIFSIGNALED(status)
    sys.stdout.write(f"{killed}\n")


if __name__ == "__main__":
    main()
