"""Counts and dates of re3d, with what they mean as labelled by hand.

The corpus marks where quantities and times stand. `re3d_labels.csv` adds, by document and place and
without any words, what each one means:

| kind | is |
|---|---|
| count | asked for: its `value`, and its `unit` where the words name one (any of several names) |
| date | asked for: its `value` as EDTF, as read on the day in `published` |
| duration | a length of time: neither a count nor a date |
| article, ordinal, misdrawn | not asked: "a" for one, "1st Class", words that are no time |
| unclear | not asked for its value: two labels fit |

Values of counts: `34`, `15..20`, `20..` (at least), `..9000` (at most), `~300` (about), `?12..144`
(vague: any range within). Dates: `2016`, `2016-05`, `2016-11-24`, `2016-12-11/2016-12-13`,
`2012/..` (since), `../2016-12-31` (until), `?2017-01-08/2017-01-23` (vague: any range within). The
documents carry no day of publication: the one in `published` fits what each tells. Of marks within
each other only the longest is labelled. Labelled once, by one person who could see the reader's
answers.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from eval.said import Stretch

LABELS = Path(__file__).with_name("re3d_labels.csv")


@dataclass(frozen=True, slots=True)
class Label:
    """What the words at one place mean; fields as in the table above."""

    place: Stretch
    kind: str
    value: str
    units: frozenset[str]
    published: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its labels, by place."""

    name: str
    text: str
    labels: tuple[Label, ...]


def read_re3d(folder: Path) -> tuple[Document, ...]:
    """The labelled documents, by name.

    Args:
        folder: ``data/re3d`` of the corpora.
    """
    labels: dict[str, list[Label]] = {}
    for name, label in _labels():
        labels.setdefault(name, []).append(label)
    return tuple(
        Document(name, text, tuple(labels[name]))
        for name, text in sorted(_texts(folder))
        if name in labels
    )


def _labels() -> Iterator[tuple[str, Label]]:
    with LABELS.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            place = int(row["start"]), int(row["end"])
            units = frozenset(row["unit"].split("|")) - {""}
            yield row["document"], Label(place, row["kind"], row["value"], units, row["published"])


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    for path in folder.glob("*/documents.json"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                row = json.loads(line)
                yield row["_id"][:12], row["text"]
