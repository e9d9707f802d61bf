"""Measure counts and dates on re3d, by hand-made labels, beside dateparser.

    REPORTEDLY_CORPORA=... python eval/details.py

Labels and verdicts are explained in `eval/re3d_corpus.py` and `eval/detail_scores.py`.

Counts: found if any count was read that shares a code point with the mark; then its value, and its
unit where the words name one. Dates: `same` range as the label, `within` it (a day of the labelled
month), `wide` (overlaps it), `wrong` (another time), `none`.

| reads | is given |
|---|---|
| ours, in the text | the whole text; the time that shares most with the mark is taken |
| ours, words alone | the marked words and the day of publication |
| dateparser, words alone | the same |
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# Run as a file, Python looks beside the file only.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from eval.by_dateparser import day_of
from eval.detail_scores import Days, count_is, days_read, verdict
from eval.polnear import CORPORA
from eval.re3d_corpus import Document, Label, read_re3d
from eval.readers import kept
from eval.said import Stretch
from reportedly.model.value import TimeRange
from reportedly.text.dates import times
from reportedly.text.found import Found
from reportedly.text.numbers import counts

VERDICTS = ("same", "within", "wide", "wrong", "none")


def touching(found: Sequence[Found], place: Stretch) -> Found | None:
    """What was found at a place: the one that shares most with it."""
    best = max(found, key=lambda one: _shared(one, place), default=None)
    return best if best is not None and _shared(best, place) > 0 else None


def _shared(one: Found, place: Stretch) -> int:
    return min(one.span.end, place[1]) - max(one.span.start, place[0])


# --- counts --------------------------------------------------------------------------------------


def measure_counts(documents: Sequence[Document]) -> Counter[str]:
    """How many counts are asked, found, of the right value, of the right unit; what is no count."""
    tally: Counter[str] = Counter()
    for document in documents:
        found = counts(kept(document.text))
        for label in document.labels:
            read = touching(found, label.place)
            if label.kind == "count":
                tally["asked"] += 1
                tally["found"] += read is not None
                tally["value"] += read is not None and count_is(read.value, label.value)
                tally["unit asked"] += bool(label.units)
                tally["unit"] += read is not None and read.value.unit in label.units
                tally["unit untold"] += (
                    read is not None and bool(label.units) and not read.value.unit
                )
            elif label.kind in ("duration", "ordinal"):
                tally["no count"] += 1
                tally["taken for a count"] += read is not None
    return tally


def counts_told(tally: Mapping[str, int]) -> str:
    """The counts in words."""
    rows = (
        ("found", "found", "asked"), ("value right", "value", "asked"),
        ("unit right", "unit", "unit asked"), ("unit not told", "unit untold", "unit asked"),
        ("no count, taken for one", "taken for a count", "no count"),
    )  # fmt: skip
    return "\n".join(
        f"{title:<26}{tally[part]:>5} of {tally[whole]:<5}{100 * tally[part] / tally[whole]:6.1f} %"
        for title, part, whole in rows
    )


# --- dates ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Asked:
    """A date to be read."""

    document: Document
    label: Label

    @property
    def words(self) -> str:
        """The marked words."""
        return kept(self.document.text)[slice(*self.label.place)]

    @property
    def published(self) -> TimeRange:
        """The day from which it is read."""
        return TimeRange(self.label.published, self.label.published)


def dates_asked(documents: Sequence[Document]) -> list[Asked]:
    """Every labelled date, by document and place."""
    return [Asked(d, label) for d in documents for label in d.labels if label.kind == "date"]


def ours_in_text(asked: Sequence[Asked]) -> list[Days | None]:
    """What is read in the whole text at each place."""
    read = []
    for one in asked:
        found = times(kept(one.document.text), one.published)
        read.append(_days(touching(found, one.label.place)))
    return read


def ours_alone(asked: Sequence[Asked]) -> list[Days | None]:
    """What is read in the words alone."""
    return [
        _days(next((f for f in times(one.words, one.published) if f.value.time.known), None))
        for one in asked
    ]


def dateparser_alone(asked: Sequence[Asked]) -> list[Days | None]:
    """What dateparser reads in the words alone: a day, for it knows no ranges."""
    days = [day_of(one.words, one.label.published) for one in asked]
    return [Days(day, day) if day else None for day in days]


def _days(found: Found | None) -> Days | None:
    return days_read(found.value.time) if found is not None else None


def verdicts(asked: Sequence[Asked], read: Sequence[Days | None]) -> Counter[str]:
    """How many of each verdict."""
    return Counter(verdict(days, one.label.value) for one, days in zip(asked, read, strict=True))


def dates_told(rows: Mapping[str, Counter[str]]) -> str:
    """One line for each way of reading."""
    lines = [f"{'':<26}" + "".join(f"{name:>8}" for name in VERDICTS)]
    lines += [
        f"{title:<26}" + "".join(f"{tally[name]:>8}" for name in VERDICTS)
        for title, tally in rows.items()
    ]
    return "\n".join(lines)


def main() -> None:
    """Print the tables."""
    named = os.environ.get(CORPORA) or sys.exit(f"{CORPORA} is not set")
    documents = read_re3d(Path(named) / "data/re3d")
    asked = dates_asked(documents)
    rows = {
        "ours, in the text": ours_in_text(asked),
        "ours, words alone": ours_alone(asked),
        "dateparser, words alone": dateparser_alone(asked),
    }
    print(f"counts of re3d\n{counts_told(measure_counts(documents))}\n")
    print(f"{len(asked)} dates of re3d")
    print(dates_told({title: verdicts(asked, row) for title, row in rows.items()}))


if __name__ == "__main__":
    main()
