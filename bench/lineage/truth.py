"""What is known of a generated corpus, and how much of it was found."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

KINDS = ("verbatim", "trimmed", "light", "moderate", "heavy", "scanned", "embedded")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy and what it was made from."""

    child: str
    parent: str
    kind: str


def read_copies(folder: Path) -> list[Copy]:
    """The copies of a corpus."""
    with (folder / "copies.csv").open(encoding="utf-8", newline="") as file:
        return [
            Copy(row["child"], row["parent"], row["kind"])
            for row in csv.DictReader(file)
            if row["parent"]
        ]


def read_families(folder: Path) -> dict[str, int]:
    """The family of each document."""
    with (folder / "copies.csv").open(encoding="utf-8", newline="") as file:
        return {row["child"]: int(row["family"]) for row in csv.DictReader(file)}


def read_texts(folder: Path, wanted: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """Ids and texts, of the documents that are wanted."""
    with (folder / "documents.jsonl").open(encoding="utf-8") as file:
        for line in file:
            # The id stands first, in twelve digits: most lines need not be read.
            if wanted(line[8:20]):
                record = json.loads(line)
                yield record["id"], record["text"]


def shares(copies: list[Copy], found: Callable[[Copy], bool]) -> dict[str, float]:
    """The share of copies found, of all and by kind."""
    made = Counter(copy.kind for copy in copies)
    right = Counter(copy.kind for copy in copies if found(copy))
    return {
        "all": sum(right.values()) / len(copies),
        **{kind: right[kind] / made[kind] for kind in KINDS if made[kind]},
    }


def peak_memory() -> float:
    """Megabytes that this process has had at most; `getrusage` counts its parent's until it began."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def words(text: str) -> list[str]:
    """Words as the peers are given them."""
    return _WORD.findall(text.lower())


def shingles(text: str) -> set[str]:
    """Every run of three words."""
    found = words(text)
    return {" ".join(found[at : at + 3]) for at in range(len(found) - 2)}
