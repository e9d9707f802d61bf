"""Measure the passages that `compare` finds in pairs of texts, on PAN 2013 text alignment.

    REPORTEDLY_CORPORA=... python eval/plagdet.py             both halves of the training pairs
    REPORTEDLY_CORPORA=... python eval/plagdet.py --every 8   every eighth pair of each half
    REPORTEDLY_CORPORA=... python eval/plagdet.py --raise     lift the floors to what is reached

What is measured is what the product runs: which of two texts is the earlier it does not know, so the
two are handed over in the order of their ids. Rules are tuned on the half called dev; the other half
is only printed. Published figures are of the test pairs of 2013, which are not here.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

# Run as a file, Python looks beside the file only.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from eval.floors import Floors, below, raised, read_floors, written
from eval.pan13_corpus import CLEAN, KINDS, Pair, read_pan13
from eval.plagdet_scores import Aligned, Judged, false_alarms, score
from eval.polnear import CORPORA
from reportedly.model.report import Report, ReportState
from reportedly.trace import compare

FLOORS = Path(__file__).resolve().parent / "passage_floors.json"
SAMPLE = 10
"""Of so many pairs one is measured for the floors, of both halves: what a test has time for."""
PUBLISHED = {
    "all": (0.878, "Sanchez-Perez 2014"),
    "verbatim": (0.900, "Sanchez-Perez 2014"),
    "random": (0.884, "Sanchez-Perez 2014"),
    "translated": (0.887, "Sanchez-Perez 2014"),
    "summary": (0.610, "Suchomel 2013"),
}
"""Plagdet on the test pairs: the best of the table in the notebook of the winner of 2014."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What was found in some pairs, and what it took."""

    judged: tuple[Judged, ...]
    seconds: float


def measure(pairs: Iterable[Pair]) -> Measured:
    """Compare both texts of every pair; seconds are of processor time, folding of texts included."""
    started = time.process_time()
    judged = tuple(Judged(pair.kind, pair.known, found_in(pair)) for pair in pairs)
    return Measured(judged, time.process_time() - started)


def found_in(pair: Pair) -> tuple[Aligned, ...]:
    """The passages that the product finds, by the later text first."""
    later, earlier = report_of(pair.text), report_of(pair.from_text)
    if earlier.id <= later.id:
        matches = compare(earlier, later)
    else:
        matches = tuple(match.turned() for match in compare(later, earlier))
    return tuple(
        Aligned(match.child.start, match.child.end, match.parent.start, match.parent.end)
        for match in matches
    )


def report_of(text: str) -> Report:
    """A report that has nothing but a text."""
    name = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Report(
        id=name,
        original=(name,),
        names=(name,),
        format="text",
        state=ReportState.READ,
        text=text,
        full_text=text,
    )


def table(measured: Measured) -> Iterator[str]:
    """The figures by kind, as lines of a table."""
    yield "| | pairs | plagdet | precision | recall | granularity | published, test pairs |"
    yield "|---|---|---|---|---|---|---|"
    for kind in ("all", *KINDS.values()):
        rows = [row for row in measured.judged if kind in ("all", row.kind)]
        if kind == KINDS[CLEAN]:
            continue
        got = score(rows)
        best = "{:.3f} ({})".format(*PUBLISHED[kind])
        yield (
            f"| {kind} | {len(rows)} | {got.plagdet:.4f} | {got.precision:.4f} | "
            f"{got.recall:.4f} | {got.granularity:.4f} | {best} |"
        )
    clean = [row for row in measured.judged if row.kind == KINDS[CLEAN]]
    other = [row for row in measured.judged if row.kind != KINDS[CLEAN] and not row.known]
    yield ""
    yield (
        f"False alarms per 1,000 of {len(clean)} clean pairs: {false_alarms(clean):.1f}; of "
        f"{len(other)} pairs of a text and a summary of others: {false_alarms(other):.1f}."
    )
    yield f"{len(measured.judged) / max(measured.seconds, 1e-9):.0f} pairs a CPU-second."


def sample(pairs: Iterable[Pair], every: int) -> list[Pair]:
    """Every so-manieth pair of each kind, pairs with known passages apart from those without."""
    seen: dict[tuple[str, bool], int] = {}
    kept = []
    for pair in pairs:
        key = (pair.kind, bool(pair.known))
        seen[key] = seen.get(key, 0) + 1
        if seen[key] % every == 0:
            kept.append(pair)
    return kept


def reached(corpora: Path) -> Floors:
    """The figures that have a floor, on a sample of both halves, rounded down."""
    judged = measure(sample(read_pan13(corpora / "data/pan13"), SAMPLE)).judged
    now = {
        f"plagdet {kind}": score(row for row in judged if kind in ("all", row.kind)).plagdet
        for kind in PUBLISHED
    }
    clean = [row for row in judged if row.kind == KINDS[CLEAN]]
    now["clean pairs left alone"] = 1 - false_alarms(clean) / 1000
    return {name: int(value * 1000) / 1000 for name, value in now.items()}


def main() -> None:
    """Print the tables of both halves, or lift the floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="measure every so-manieth pair")
    parser.add_argument("--dev", action="store_true", help="the half for tuning alone")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors")
    asked = parser.parse_args()
    corpora = os.environ.get(CORPORA, "")
    if not corpora:
        sys.exit(f"{CORPORA} is not set: set it to the folder that holds `data`.")
    if asked.lift:
        now = reached(Path(corpora))
        floors = read_floors(FLOORS.read_text()) if FLOORS.exists() else {}
        FLOORS.write_text(written(raised(now, floors)))
        for name, figures in below(now, floors).items():
            print(f"below its floor: {name} {figures}")
        return
    pairs = read_pan13(Path(corpora) / "data/pan13")
    for half, held in (("dev", False), ("held back", True)):
        if held and asked.dev:
            continue
        print(f"PAN 2013 text alignment, training pairs, the half called {half}\n")
        chosen = sample((pair for pair in pairs if pair.held_back == held), asked.every)
        print("\n".join(table(measure(chosen))), end="\n\n")


if __name__ == "__main__":
    main()
