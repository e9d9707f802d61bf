"""How many articles of 600 words a second the whole reading stage reads.

    REPORTEDLY_CORPORA=... python bench/reading.py [--workers N ...] [--articles N] [--model NAME]

The stage is run as `reportedly build` runs it: the same function, the same pool of processes. The
articles are of PolNeAR's train part, those of `bench/generate.py` where REPORTEDLY_CORPORA is not set;
whatever their length, words are counted, and 600 words are one article. Each number of workers is
measured in a process of its own. NAME is what `reading.model` says in `case.toml`.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

# Run as a file, Python looks beside the file only.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from generate import accounts

from eval.polnear import CORPORA, polnear
from eval.readers import report_of
from reportedly.build.readers import reader_of, readings
from reportedly.engine.cache import MemoryShelf
from reportedly.engine.pool import CHUNK
from reportedly.model.settings import Settings

WORDS = 600
"""Of one article."""


class Watch:
    """When how many reports had been read."""

    def __init__(self) -> None:
        self.started = time.perf_counter()
        self.at: list[float] = [0.0]

    def __call__(self, stage: str, done: int, total: int) -> None:
        if done == len(self.at):
            self.at.append(time.perf_counter() - self.started)


def texts() -> Iterator[tuple[str, str]]:
    """The articles, each with its name."""
    if CORPORA in os.environ:
        for path in sorted((polnear() / "train/text").glob("*.txt")):
            yield path.stem, path.read_bytes().decode()
    else:
        yield from ((account.name, account.data.decode()) for account in accounts(10_000))


def measure(count: int, workers: int, model: str) -> dict[str, float]:
    """Read ``count`` articles once; articles of 600 words a second, and memory."""
    reports = [report_of(name, text) for name, text in islice(texts(), count)]
    settings = Settings("reading", model=model)
    watch = Watch()
    reader = reader_of(settings, Path())
    readings(reader, settings, MemoryShelf(), reports, workers, watch)
    # Every worker has its first rows behind it, and the model loaded.
    warm = min(CHUNK * workers, len(reports) // 2)
    whole = amount(report.text for report in reports)
    rest = amount(report.text for report in reports[warm:])
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    own, children = (one.ru_maxrss / 1024 for one in used)
    return {
        "workers": workers,
        "a second": whole / watch.at[-1],
        "once loaded": rest / (watch.at[-1] - watch.at[warm]),
        "a processor": whole / sum(one.ru_utime + one.ru_stime for one in used),
        "peak MB": own + (workers * children if workers > 1 else 0),
    }


def amount(texts: Iterable[str]) -> float:
    """How many articles of 600 words they come to."""
    return sum(len(text.split()) for text in texts) / WORDS


def main() -> None:
    """Measure each number of workers in a fresh process and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", nargs="*", type=int, default=(1, 2))
    parser.add_argument("--articles", type=int, default=160)
    parser.add_argument("--model", default="")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(measure(asked.articles, asked.one, asked.model)))
        return
    what = "PolNeAR train" if CORPORA in os.environ else "bench/generate.py"
    print(
        f"the whole reading stage on {asked.articles} articles of {what}, model:"
        f" {asked.model or 'of the package'}\n{platform.processor() or platform.machine()},"
        f" {os.cpu_count()} processors, Python {platform.python_version()}\n"
    )
    print(f"{'workers':>8}{'a second':>12}{'once loaded':>14}{'a processor':>14}{'peak MB':>10}")
    for workers in asked.workers:
        command = [sys.executable, __file__, "--model", asked.model, "--one", str(workers)]
        command += ["--articles", str(asked.articles)]
        row = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        print(
            f"{workers:>8}{row['a second']:>12.1f}{row['once loaded']:>14.1f}"
            f"{row['a processor']:>14.1f}{row['peak MB']:>10.0f}",
            flush=True,
        )
    print(
        f"\na second: articles of {WORDS} words, from starting the processes and loading the model to"
        "\nthe last reading; once loaded: from when every worker has read its first ones; a processor:"
        "\nby the processor time that all of them used, which other programs on the machine change little."
        "\npeak MB: of this process, and of the largest worker for each."
    )


if __name__ == "__main__":
    main()
