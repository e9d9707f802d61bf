"""Measure whether the day of an incident is read from its report, beside dateparser.

    REPORTEDLY_CORPORA=... python eval/incidents.py

Of articles of the archive that were published within a week of their incident: whether its day, as
the archive has it, is the first single day that is read in the article, whether it is among all single
days read, and how many of the days read are it. Reports say "Tuesday"; the day of publication alone is
the baseline.
"""

from __future__ import annotations

import gzip
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

# Run as a file, Python looks beside the file only.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from eval.by_dateparser import days_of
from eval.detail_scores import days_read
from eval.polnear import CORPORA
from eval.readers import kept
from reportedly.model.value import TimeRange
from reportedly.text.dates import times

INCIDENTS = 300
"""Articles of the archive, evenly taken by id."""
WEEK = 7


class Archived(msgspec.Struct, frozen=True):
    """What the archive knows of an incident."""

    date: str = ""


class Row(msgspec.Struct, frozen=True):
    """A row of the archive: an article (`id`, `dct`, `content`), or what is known (`gold`)."""

    incident_id: str
    id: str = ""
    dct: str | None = None
    content: str = ""
    gold: Archived = Archived()


@dataclass(frozen=True, slots=True)
class Incident:
    """An article, the day it is dated, and the day of which it tells."""

    text: str
    published: str
    day: date


def incidents(folder: Path) -> list[Incident]:
    """Articles published within a week of their incident, evenly taken."""
    days = {row.incident_id: row.gold.date for row in _rows(folder / "gold.jsonl.gz")}
    fitting = []
    for row in sorted(_rows(folder / "articles.jsonl.gz"), key=lambda row: row.id):
        day = days.get(row.incident_id)
        if not day or not row.dct:
            continue
        told = date.fromisoformat(day)
        if 0 <= (date.fromisoformat(row.dct) - told).days <= WEEK:
            fitting.append(Incident(row.content, row.dct, told))
    return fitting[:: max(1, len(fitting) // INCIDENTS)][:INCIDENTS]


def _rows(path: Path) -> Iterator[Row]:
    decode = msgspec.json.Decoder(Row).decode
    with gzip.open(path) as lines:
        yield from map(decode, lines)


def single_days(incident: Incident) -> list[date]:
    """The single days that are read in an article, in order."""
    found = times(kept(incident.text), TimeRange(incident.published, incident.published))
    read = [days_read(one.value.time) for one in found]
    return [days.first for days in read if days is not None and days.first == days.last]


def told(cases: Sequence[Incident], read: Mapping[str, Sequence[Sequence[date]]]) -> str:
    """One line for each way of reading."""
    lines = [f"{'':<26}{'first':>8}{'any':>8}{'of days read':>14}"]
    for title, days in read.items():
        pairs = list(zip(cases, days, strict=True))
        first = sum(case.day in row[:1] for case, row in pairs)
        some = sum(case.day in row for case, row in pairs)
        right = sum(row.count(case.day) for case, row in pairs)
        total = sum(map(len, days))
        shares = (first / len(cases), some / len(cases), right / total if total else 0.0)
        lines.append(
            f"{title:<26}"
            + "".join(f"{100 * s:{w}.1f}" for s, w in zip(shares, (8, 8, 14), strict=True))
        )
    return "\n".join(lines)


def main() -> None:
    """Print the table."""
    named = os.environ.get(CORPORA) or sys.exit(f"{CORPORA} is not set")
    cases = incidents(Path(named) / "data/incident-news")
    read = {
        "ours": [single_days(case) for case in cases],
        "dateparser": [days_of(kept(case.text), case.published) for case in cases],
        "day of publication": [[date.fromisoformat(case.published)] for case in cases],
    }
    print(f"the day of the incident in {len(cases)} articles, %\n{told(cases, read)}")


if __name__ == "__main__":
    main()
