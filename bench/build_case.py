"""How long a case takes: `make bench`.

    python bench/build_case.py [--model NAME] [SIZE...]

Builds cases of generated reports in 100, 1,000 and 10,000 (or the sizes given), each in a process
of its own, and prints reports a second per stage, peak memory, the exponent of growth per stage,
and what adding one report to a built case costs against building it. NAME is what `reading.model`
says in `case.toml`: `rules` leaves the trained model out.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from generate import accounts

from reportedly.build import build
from reportedly.casefile import Case
from reportedly.casefile.receive import receive
from reportedly.model.report import NOTHING_GIVEN

SIZES = (100, 1_000, 10_000)
WORKERS = 2
MORE = 5
"""Reports added one by one; the middle of their times is told, since one alone may meet other work."""
AT = "2031-06-30T12:00:00Z"


class Clock:
    """Adds up the time between calls, by stage."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._last = time.perf_counter()

    def __call__(self, stage: str, done: int, total: int) -> None:
        now = time.perf_counter()
        self.spent[stage] += now - self._last
        self._last = now


def measure(size: int, model: str) -> dict[str, float]:
    """Build a case of ``size`` reports, then add one and build again, five times; seconds by stage."""
    with tempfile.TemporaryDirectory() as folder:
        inbox = Path(folder) / "inbox"
        inbox.mkdir()
        made = list(accounts(size + MORE))
        for account in made[:size]:
            (inbox / account.name).write_bytes(account.data)
        toml = f'title = "Benchmark"\n[reading]\nmodel = "{model}"\n'
        case = Case.create(
            Path(folder) / "case", "Benchmark", settings=toml.encode(), at=AT, by="bench"
        )
        clock = Clock()
        started = time.perf_counter()
        with case.lock():
            receive(case, [inbox], NOTHING_GIVEN, by="bench", at=AT)
            clock("receive", 1, 1)
            build(case, workers=WORKERS, progress=clock)
        full = time.perf_counter() - started
        ones = []
        for account in made[size:]:
            (inbox / account.name).write_bytes(account.data)
            started = time.perf_counter()
            with case.lock():
                receive(case, [inbox / account.name], NOTHING_GIVEN, by="bench", at=AT)
                build(case, workers=1)
            ones.append(time.perf_counter() - started)
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {
        **dict(clock.spent),
        "whole": full,
        "adding one": statistics.median(ones),
        "peak MB": max(own, children) / 1024,
    }


def main() -> None:
    """Measure each size in a fresh process and print the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--model", default="")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(measure(asked.one, asked.model)))
        return
    sizes = tuple(asked.sizes)
    rows: dict[int, dict[str, float]] = {}
    for size in sizes:
        command = [sys.executable, __file__, "--model", asked.model, "--one", str(size)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        rows[size] = json.loads(done.stdout)
        print(f"{size} reports: {rows[size]['whole']:.1f} s", file=sys.stderr)
    print_tables(rows)


def print_tables(rows: dict[int, dict[str, float]]) -> None:
    """Reports a second by stage with their growth, then each size as a whole."""
    sizes = tuple(rows)
    print(
        f"{platform.processor() or platform.machine()}, {WORKERS} workers, Python {platform.python_version()}"
    )
    print(f"\n{'stage':<12}" + "".join(f"{size:>10}" for size in sizes) + "   growth")
    for stage in rows[sizes[0]]:
        if stage in ("peak MB", "adding one"):
            continue
        speeds = "".join(f"{size / max(rows[size][stage], 1e-9):>10.0f}" for size in sizes)
        print(f"{stage:<12}{speeds}   {growth(rows, stage)}")
    print("(reports a second; growth is the exponent of time against reports, 1 is linear)")
    for size in sizes:
        row = rows[size]
        share = row["adding one"] / row["whole"]
        print(
            f"{size:>6}: whole {row['whole']:.1f} s, peak {row['peak MB']:.0f} MB, "
            f"adding one {row['adding one']:.2f} s ({share:.1%} of the whole)"
        )


def growth(rows: dict[int, dict[str, float]], stage: str) -> str:
    """The exponents between neighbouring sizes, as ``0.98 1.03``."""
    sizes = sorted(rows)
    return " ".join(
        f"{math.log(rows[b][stage] / rows[a][stage]) / math.log(b / a):.2f}"
        for a, b in itertools.pairwise(sizes)
        if rows[a][stage] > 0 and rows[b][stage] > 0
    )


if __name__ == "__main__":
    main()
