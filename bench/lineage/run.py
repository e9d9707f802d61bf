"""Lineage at scale, ours and peers in one run: `make bench-lineage`.

    REPORTEDLY_CORPORA=... python -m lineage.run [--peers-python PYTHON] [SIZE...]   (in the folder bench)

Generates corpora of known parentage (10,000, 100,000 and 1,000,000 documents, or the sizes given),
and prints the share of copies found by kind, how many of 2,000 passages are right, documents a
CPU-second, peak memory, how the cost grows, what adding a hundredth costs, and the largest family.
Peers and the exact Jaccard run up to 100,000. Every measured thing runs in a process of its own.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from lineage.base_texts import read_base
from lineage.corpus import generate, write
from lineage.truth import (
    KINDS,
    Copy,
    peak_memory,
    read_copies,
    read_families,
    read_texts,
    shares,
    shingles,
    words,
)
from reportedly.engine.corpus.index import Corpus
from reportedly.trace.corpus.passages import Passages

SIZES = (10_000, 100_000, 1_000_000)
PEERS_UP_TO = 100_000
SAMPLE = 2_000
MORE = 0.01
"""Share of documents that come in later."""


@dataclass(frozen=True, slots=True)
class Line:
    """One engine on one corpus."""

    name: str
    size: int
    shares: dict[str, float]
    seconds: float | None = None
    peak: float | None = None


def measured_add(folder: Path, documents: Path, workers: int) -> dict[str, float]:
    """Add documents to an index, and say what it cost: run in a process of its own."""
    started = time.perf_counter()
    Corpus(folder, workers).add([documents])
    wall = time.perf_counter() - started
    own, below = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return {
        "wall": wall,
        "seconds": sum(use.ru_utime + use.ru_stime for use in (own, below)),
        "peak": peak_memory() + (workers * below.ru_maxrss / 1024 if workers > 1 else 0),
    }


def in_a_process(*arguments: object) -> dict[str, float]:
    """What `measured_add` says, in a fresh process."""
    command = [sys.executable, "-m", "lineage.run", "--add", *map(str, arguments)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    told: dict[str, float] = json.loads(done.stdout)
    return told


def ours(folder: Path, size: int, workers: int) -> Line:
    """Build the index, then add a hundredth, and print what is asked of it."""
    index = folder / "index"
    cost = in_a_process(index, folder / "documents.jsonl", workers)
    corpus = Corpus(index)
    ids, found = corpus.ids(), corpus.passages()
    reached = found_shares(corpus, folder)
    right = sampled(found, ids, folder)
    total = int(corpus.texts().words.sum())
    print(
        f"{size:>9,} documents, {total / 1e6:.0f} million words, {len(found):,} passages: "
        f"{cost['seconds']:.1f} CPU-seconds, {cost['wall']:.1f} s with {workers} "
        f"{'process' if workers == 1 else 'processes'}, {cost['peak']:.0f} MB"
    )
    print(f"          passages right in a sample of {SAMPLE:,}: {right:.3f}")
    print(f"          {largest(corpus, ids, folder)}")
    later = in_a_process(index, folder / "later.jsonl", 1)
    print(
        f"          adding {MORE:.0%}: {later['seconds']:.2f} CPU-seconds, "
        f"{later['seconds'] / cost['seconds']:.1%} of the whole"
    )
    return Line("ours", size, reached, cost["seconds"], cost["peak"])


def found_shares(corpus: Corpus, folder: Path) -> dict[str, float]:
    """The share of copies that share a passage with their parent, or all words."""
    found = corpus.passages()
    numbers = {name: number for number, name in enumerate(corpus.ids())}
    same = corpus.texts().same()
    pairs = np.unique((found.first.astype(np.uint64) << np.uint64(32)) | found.second)

    def is_found(copy: Copy) -> bool:
        a, b = sorted(int(same.ranks[numbers[name]]) for name in (copy.child, copy.parent))
        key = np.uint64(int(same.firsts[a]) << 32 | int(same.firsts[b]))
        at = int(np.searchsorted(pairs, key))
        return a == b or bool(at < len(pairs) and pairs[at] == key)

    return shares(read_copies(folder), is_found)


def largest(corpus: Corpus, ids: list[str], folder: Path) -> str:
    """The largest family found beside the largest there is."""
    families = read_families(folder)
    made = Counter(families[name] for name in ids).most_common(1)[0][1]
    got = int(np.bincount(corpus.families()).max())
    return f"largest family: {got}, of those made: {made}"


def sampled(found: Passages, ids: list[str], folder: Path) -> float:
    """The share of some passages whose two sides have half of their words in common, in order."""
    chosen = np.random.default_rng(7).choice(len(found), min(SAMPLE, len(found)), replace=False)
    some = found.only(chosen)
    wanted = {ids[number] for number in np.concatenate((some.first, some.second))}
    texts = dict(read_texts(folder, wanted.__contains__))
    right = 0
    for a, b, a_start, a_end, b_start, b_end, _ in zip(*some.columns().values(), strict=True):
        one, other = words(texts[ids[a]][a_start:a_end]), words(texts[ids[b]][b_start:b_end])
        right += in_common(one, other) * 2 >= max(len(one), len(other))
    return right / len(some)


def in_common(one: list[str], other: list[str]) -> int:
    """The length of the longest common subsequence."""
    row = np.zeros(len(other) + 1, dtype=np.int64)
    for word in one:
        same = np.array([word == each for each in other], dtype=np.int64)
        longer = row.copy()
        longer[1:] = np.maximum(row[1:], row[:-1] + same)
        row = np.maximum.accumulate(longer)
    return int(row[-1])


def exact(folder: Path, size: int) -> list[Line]:
    """What every MinHash would find if it made no mistake: the Jaccard of a copy and its parent."""
    copies = read_copies(folder)
    wanted = {name for copy in copies for name in (copy.child, copy.parent)}
    runs = {
        name: {hash(run) for run in shingles(text)}
        for name, text in read_texts(folder, wanted.__contains__)
    }
    alike = {
        (copy.child, copy.parent): len(runs[copy.child] & runs[copy.parent])
        / max(1, len(runs[copy.child] | runs[copy.parent]))
        for copy in copies
    }
    lines: list[Line] = []
    for least in (0.5, 0.8):
        reached = {pair for pair, share in alike.items() if share >= least}
        lines.append(Line(f"Jaccard {least:.1f}, exact", size, shares_in(copies, reached)))
    return lines


def shares_in(copies: list[Copy], reached: set[tuple[str, str]]) -> dict[str, float]:
    """The shares of copies that are among some pairs of child and parent."""
    return shares(copies, lambda copy: (copy.child, copy.parent) in reached)


def peer(python: str, engine: str, folder: Path, size: int) -> Line:
    """One peer, in its own environment."""
    command = [python, "-m", "lineage.minhash", engine, str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    told = json.loads(done.stdout)
    return Line(engine, size, told["shares"], told["seconds"], told["peak"])


def generated(sizes: list[int], folder: Path) -> None:
    """Write a corpus of each size, and the hundredth that comes in later."""
    base = read_base(Path(os.environ["REPORTEDLY_CORPORA"]) / "data")
    for size in sizes:
        target = folder / str(size)
        write(generate(base, size), str(target))
        write(generate(base, int(size * MORE), seed=size), str(target / "more"))
        (target / "more" / "documents.jsonl").replace(target / "later.jsonl")


def print_lines(lines: list[Line]) -> None:
    """The table of all engines."""
    columns = ("all", *KINDS)
    print(
        f"\n{'documents':>9} {'found by':<20}"
        + "".join(f"{name:>10}" for name in columns)
        + "   a CPU-s      MB"
    )
    for line in lines:
        cells = "".join(f"{line.shares.get(name, math.nan):>10.3f}" for name in columns)
        speed = f"{line.size / line.seconds:>10,.0f}" if line.seconds else f"{'':>10}"
        peak = f"{line.peak:>8,.0f}" if line.peak else ""
        print(f"{line.size:>9,} {line.name:<20}{cells}{speed}{peak}")
    own = [line for line in lines if line.name == "ours" and line.seconds]
    for less, more in itertools.pairwise(own):
        assert less.seconds is not None
        assert more.seconds is not None
        power = math.log(more.seconds / less.seconds) / math.log(more.size / less.size)
        print(f"growth from {less.size:,} to {more.size:,}: the power {power:.3f} of the documents")


def main() -> None:
    """Generate, run, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", nargs="*", type=int)
    parser.add_argument("--peers-python", default="")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--add", nargs=3, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.add:
        index, documents, workers = asked.add
        print(json.dumps(measured_add(Path(index), Path(documents), int(workers))))
        return
    sizes = asked.sizes or list(SIZES)
    print(f"{platform.machine()}, {os.cpu_count()} threads, Python {platform.python_version()}")
    lines: list[Line] = []
    with tempfile.TemporaryDirectory() as name:
        generated(sizes, Path(name))
        for size in sizes:
            folder = Path(name) / str(size)
            lines.append(ours(folder, size, asked.workers))
            if size <= PEERS_UP_TO:
                lines += exact(folder, size)
                engines = ("datasketch", "rensa") if asked.peers_python else ()
                lines += [peer(asked.peers_python, one, folder, size) for one in engines]
    print_lines(lines)


if __name__ == "__main__":
    main()
