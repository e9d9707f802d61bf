"""Count how many independent texts the reports of real rumours come down to.

    REPORTEDLY_CORPORA=... python eval/rumours.py

The bodies of FNC-1 (Emergent) have neither outlets nor dates here, so nothing but their words says
who repeats whom: the whole stage runs on them as on a case, and its origins are counted. Of the half
of the test bodies whose story is known, the share of pairs with a passage that are of one story is a
check from outside: a passage between two stories is boilerplate or a mistake.
"""

from __future__ import annotations

import csv
import gzip
import io
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

# Run as a file, Python looks beside the file only.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from eval.polnear import CORPORA
from reportedly.model.lineage import Derivation, DerivationKind, Origin
from reportedly.model.report import Report, ReportState
from reportedly.model.settings import Settings
from reportedly.trace import candidates, compare, derive, fingerprint, originate

LONG = 30
"""Words that two reports share in one passage, from which they are surely of one story."""


@dataclass(frozen=True, slots=True)
class Traced:
    """What the stage makes of some texts."""

    reports: tuple[Report, ...]
    derivations: tuple[Derivation, ...]
    origins: tuple[Origin, ...]
    seconds: float


def bodies(path: Path) -> dict[str, str]:
    """The bodies of one file by their number; empty ones are none."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        rows = csv.DictReader(io.StringIO(file.read()))
        return {row["Body ID"]: row["articleBody"].strip() for row in rows if row["articleBody"]}


def trace(texts: Mapping[str, str]) -> Traced:
    """Run the stage on texts by name, as on a case without outlets, dates and readings."""
    reports = tuple(_report(name, text) for name, text in sorted(texts.items()))
    by_id = {report.id: report for report in reports}
    started = time.process_time()
    prints = [fingerprint(report) for report in reports]
    matches = {(a, b): compare(by_id[a], by_id[b]) for a, b in candidates(prints)}
    rows = derive(matches, prints, reports, (), Settings(title="rumours"))
    origins = originate(reports, rows)
    return Traced(reports, rows, origins, time.process_time() - started)


def _report(name: str, text: str) -> Report:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Report(
        id=sha256(f"{name}\n{text}".encode()).hexdigest(),
        original=(name,),
        names=(name,),
        format="text",
        state=ReportState.READ,
        text=text,
        full_text=text,
    )


def told(traced: Traced) -> Iterator[str]:
    """What came out, as lines."""
    texts = len(traced.reports)
    rows = [row for row in traced.derivations if row.passages]
    sharing = {report for row in rows for report in (row.child, row.parent)}
    long = {
        report
        for row in rows
        if any(len(passage.child.text.split()) >= LONG for passage in row.passages)
        for report in (row.child, row.parent)
    }
    kinds = Counter(row.kind.value for row in rows)
    sizes = sorted((len(item.reports) for item in traced.origins if item.reports), reverse=True)
    yield f"{texts} texts come down to {len(sizes)} origins: {len(sizes) / texts:.1%}"
    yield f"share a passage with another: {len(sharing)}; one of {LONG} words: {len(long)}"
    yield f"the largest origins have {', '.join(map(str, sizes[:5]))} texts"
    yield "pairs by kind: " + ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())
    yield f"{traced.seconds:.1f} CPU-seconds, from words to origins"


def within_stories(traced: Traced, stories: Mapping[str, str]) -> Iterator[str]:
    """How many of the pairs that share something are of one story."""
    story = {report.id: stories[report.names[0]] for report in traced.reports}
    for title, least in (("a passage", 0.0), ("a fifth of one of them", 0.2)):
        pairs = [
            row
            for row in traced.derivations
            if row.passages
            and row.kind is not DerivationKind.QUOTATION
            and max(row.share_child, row.share_parent) >= least
        ]
        same = sum(story[row.child] == story[row.parent] for row in pairs)
        share = same / max(len(pairs), 1)
        yield f"of {len(pairs)} pairs that share {title}, {share:.1%} are of one story"


def main() -> None:
    """Print the figures of both sets."""
    corpora = os.environ.get(CORPORA, "")
    if not corpora:
        sys.exit(f"{CORPORA} is not set: set it to the folder that holds `data`.")
    folder = Path(corpora) / "data/fnc1"
    print("\n".join(told(trace(bodies(folder / "train_bodies.csv.gz")))), end="\n\n")
    with (folder / "story_clusters.csv").open(encoding="utf-8", newline="") as file:
        stories = {row[0]: row[1] for row in csv.reader(file)}
    texts = {
        name: text
        for name, text in bodies(folder / "story_bodies.csv.gz").items()
        if name in stories
    }
    traced = trace(texts)
    print(f"{len(texts)} texts of {len({stories[name] for name in texts})} stories")
    print("\n".join((*told(traced), *within_stories(traced, stories))))


if __name__ == "__main__":
    main()
