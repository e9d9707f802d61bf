"""Measure how often the direction of a copy is told from the texts alone, and how often rightly.

    REPORTEDLY_CORPORA=... python eval/direction.py

The pairs of PAN 2013 with a passage taken: two reports without outlets, dates and credits, so that
only the texts can tell which took it. Passages there were put into texts of other matters; accounts
of one story are harder, and there dates and credits decide first.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

# Run as a file, Python looks beside the file only.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from eval.pan13_corpus import Pair, read_pan13
from eval.plagdet import report_of
from eval.polnear import CORPORA
from reportedly.model.lineage import Direction
from reportedly.model.settings import Settings
from reportedly.trace import compare, derive, fingerprint


def told(pair: Pair) -> tuple[str, bool] | None:
    """By which rule the direction of what was taken is told, and whether it is right."""
    later, earlier = report_of(pair.text), report_of(pair.from_text)
    a, b = sorted((later, earlier), key=lambda report: report.id)
    prints = (fingerprint(a), fingerprint(b))
    rows = derive({(a.id, b.id): compare(a, b)}, prints, (a, b), (), Settings(title="pair"))
    for row in rows:
        if row.passages and row.direction is Direction.FROM_A:
            return row.evidence[0].rule, row.parent == earlier.id
    return None


def lines(pairs: Iterable[Pair]) -> Iterator[str]:
    """The figures by kind, as lines of a table, then by rule."""
    of_kind: dict[str, list[tuple[str, bool] | None]] = {}
    for pair in pairs:
        of_kind.setdefault(pair.kind, []).append(told(pair))
    of_kind["all"] = [answer for answers in of_kind.values() for answer in answers]
    yield "| | pairs | direction given | right where given |"
    yield "|---|---|---|---|"
    for kind, answers in of_kind.items():
        given = [answer for answer in answers if answer is not None]
        right = sum(is_right for _, is_right in given)
        share = f"{len(given) / len(answers):.3f} | {right / max(len(given), 1):.3f}"
        yield f"| {kind} | {len(answers)} | {share} |"
    rules = Counter(answer for answer in of_kind["all"] if answer is not None)
    for rule in sorted({rule for rule, _ in rules}):
        yield f"{rule}: {rules[rule, True]} right, {rules[rule, False]} wrong"


def main() -> None:
    """Print the tables of both halves."""
    corpora = os.environ.get(CORPORA, "")
    if not corpora:
        sys.exit(f"{CORPORA} is not set: set it to the folder that holds `data`.")
    pairs = [pair for pair in read_pan13(Path(corpora) / "data/pan13") if pair.known]
    for half, held in (("dev", False), ("held back", True)):
        print(f"Direction by the texts alone, PAN 2013, training pairs, the half called {half}\n")
        print("\n".join(lines(p for p in pairs if p.held_back == held)), end="\n\n")


if __name__ == "__main__":
    main()
