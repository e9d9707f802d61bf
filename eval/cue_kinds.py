"""How often the kind of a cue, the stance and the distance are right, on cues labelled by hand.

    REPORTEDLY_CORPORA=... python eval/cue_kinds.py

The cue and the content are PolNeAR's own, so that typing is measured apart from finding. Labels:
`eval/labels/README.md`.
"""

from __future__ import annotations

import csv
import os
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

# Run as a file, Python looks beside the file only.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from eval.polnear_corpus import read_polnear
from eval.readers import kept
from eval.said import Article, Said
from reportedly.read.cues import kind_of
from reportedly.read.firmness import distance, stance

LABELS = Path(__file__).parent / "labels" / "cues.tsv"
CORPORA = "REPORTEDLY_CORPORA"
FIELDS = ("kind", "stance", "distance")


@dataclass(frozen=True, slots=True)
class Judged:
    """A cue with what people and what the rules make of it, in the order of `FIELDS`."""

    people: tuple[str, ...]
    rules: tuple[str, ...]


def judged(corpora: Path) -> list[Judged]:
    """Every labelled cue.

    Raises:
        KeyError: A labelled cue is not in the corpus: it is another version.
    """
    articles = {
        article.name: article for article in read_polnear(corpora / "data/polnear/dev").articles
    }
    with LABELS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [
        Judged(tuple(row[field] for field in FIELDS), _typed(articles[row["article"]], row))
        for row in rows
    ]


def _typed(article: Article, row: dict[str, str]) -> tuple[str, ...]:
    text = kept(article.text)
    start, end = int(row["start"]), int(row["end"])
    content = _content(article, start)
    words = text[start:end]
    kind = kind_of(words, text[content.content[0][0] :][:8] if content.content else "")
    told = text[slice(*content.content[0])] if content.content else ""
    quoted = told[:1] in "“\"'‘"
    return (
        kind.value,
        stance(words, kind).value,
        distance(words, text, end, "" if quoted else told).value,
    )


def _content(article: Article, cue: int) -> Said:
    return next(said for said in article.said if said.cue and said.cue[0][0] == cue)


def main() -> int:
    """Print the table; exit code 2 where the corpora are missing."""
    named = os.environ.get(CORPORA, "")
    if not (Path(named) / "data" / "polnear").is_dir():
        print(f"{CORPORA} must name the folder that holds data/polnear", file=sys.stderr)
        return 2
    items = judged(Path(named))
    for at, field in enumerate(FIELDS):
        right = sum(item.people[at] == item.rules[at] for item in items)
        print(f"{field:<10}{right:>4} of {len(items)}  {right / len(items):.1%}")
        people = Counter(item.people[at] for item in items)
        given = Counter(item.rules[at] for item in items)
        hits = Counter(item.people[at] for item in items if item.people[at] == item.rules[at])
        for label, count in people.most_common():
            print(f"  {label:<10}{hits[label]:>4} of {count:>3} found, {given[label]:>3} given")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
