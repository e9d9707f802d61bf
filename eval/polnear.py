"""Measure a reader on PolNeAR dev, beside what was published on its test part.

    REPORTEDLY_CORPORA=... python eval/polnear.py                   the rules
    REPORTEDLY_CORPORA=... python eval/polnear.py --reader NAME     another reader
    REPORTEDLY_CORPORA=... python eval/polnear.py --json            the figures alone, 0 to 100

The measures are those of `eval/attribution_scores.py`. "Pieces" are what the span-finder gives;
everything else is measured on the attributions of the whole reading stage. "2 people" are the
annotators of an article measured against each other in the same way, on the articles of train and dev
that several annotated: an aim above that line is agreement with one annotator's habits.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

# Run as a file, Python looks beside the file only.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from eval.attribution_scores import (
    KINDS,
    ROLES,
    SaidScores,
    SpanScores,
    said_scores,
    span_scores,
    together,
)
from eval.polnear_corpus import read_pairs, read_polnear
from eval.readers import READERS, finder_named, pieces_of, reading_of, said_of
from eval.said import Article
from reportedly.read.pieces import SpanFinder

WIDE = 9

CORPORA = "REPORTEDLY_CORPORA"

Figures = dict[str, float]
"""Percentages by name, in the order of the table."""

FLOORS: Figures = {
    "exact source": 83, "exact cue": 74, "exact content": 68,
    "token source": 86, "token cue": 72, "token content": 91,
    "relation": 72,
    "found direct": 99, "found mixed": 92, "found indirect": 82,
    "precision": 84,
    "speaker direct+mixed": 92,
}  # fmt: skip
"""What the reader is to reach."""

AIMS: Figures = {
    "exact source": 88, "exact cue": 78, "exact content": 75,
    "token source": 88, "token cue": 75, "token content": 93,
    "relation": 80,
    "found direct": 99.5, "found mixed": 97, "found indirect": 90,
    "precision": 90,
    "speaker direct+mixed": 96,
}  # fmt: skip


def _exact(source: float, cue: float | None, content: float) -> Figures:
    row = {"exact source": source, "exact content": content}
    return row if cue is None else row | {"exact cue": cue}


PUBLISHED: dict[str, Figures] = {
    "CoreNLP": _exact(13.9, None, 17.5),
    "rules": _exact(10.7, 22.8, 5.6),
    "CRF": _exact(50.6, 53.4, 28.6),
    "BiLSTM": _exact(69.6, 66.7, 59.0),
    "BERT": _exact(81.1, 74.0, 68.9),
    "CofeNet": _exact(83.2, 75.3, 72.9),
}
"""Exact span F1 on the test part, from the tables of CofeNet (Wang et al., COLING 2022)."""


def measure(articles: tuple[Article, ...], finder: SpanFinder) -> Figures:
    """Every figure of the table for one reader, in percent."""
    pieces = [pieces_of(article, finder) for article in articles]
    said = [
        said_of(reading_of(article, finder), found)
        for article, found in zip(articles, pieces, strict=True)
    ]
    return _of_spans(span_scores(articles, pieces)) | figures_of(said_scores(articles, said))


def measure_people(pairs: tuple[tuple[Article, Article], ...]) -> Figures:
    """The same figures for one annotator against another."""
    gold = [one for one, _ in pairs]
    said = [other.said for _, other in pairs]
    return _of_spans(span_scores(gold, said)) | figures_of(said_scores(gold, said))


def _of_spans(scores: SpanScores) -> Figures:
    exact = {f"exact {role}": 100 * scores.exact[role].f1 for role in ROLES}
    return exact | {f"token {role}": 100 * scores.token[role].f1 for role in ROLES}


def figures_of(scores: SaidScores) -> Figures:
    """The figures of joined attributions, in percent."""
    quoted = ("direct", "mixed")
    row = {"relation": 100 * scores.relation.f1, "relation, loose": 100 * scores.loose.f1}
    row |= {f"found {kind}": 100 * scores.found[kind].share for kind in KINDS}
    row["found all"] = 100 * together(scores.found.values()).share
    row["precision"] = 100 * scores.precision.share
    for name, held in (
        ("speaker", scores.speaker),
        ("speaker, missed is wrong:", scores.speaker_of_all),
    ):
        row[f"{name} direct+mixed"] = 100 * together(held[kind] for kind in quoted).share
        row[f"{name} all"] = 100 * together(held.values()).share
    return row


def table(name: str, figures: Figures, people: Figures) -> str:
    """The figures beside the floors, the aims, two people, and what was published."""
    ours = [(name, figures), ("floor", FLOORS), ("aim", AIMS), ("2 people", people)]
    columns = [*ours, *PUBLISHED.items()]
    lines = [
        f"{'':<39}{'on dev':<{WIDE * len(ours)}} published, on test".rstrip(),
        f"{'':<38}" + "".join(f"{title:>{WIDE}}" for title, _ in columns),
    ]
    for row in figures:
        cells = (f"{at[row]:{WIDE}.1f}" if row in at else " " * WIDE for _, at in columns)
        lines.append(f"{row:<38}" + "".join(cells).rstrip())
    return "\n".join(lines)


def polnear() -> Path:
    """The folder of the corpus, by the one setting that says where the corpora are."""
    named = os.environ.get(CORPORA)
    if not named:
        sys.exit(f"{CORPORA} is not set: it names the folder that holds data/polnear")
    return Path(named) / "data/polnear"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reader", default="joined", choices=sorted(READERS))
    parser.add_argument("--json", action="store_true", help="the figures alone")
    asked = parser.parse_args()
    folder = polnear()
    corpus = read_polnear(folder / "dev")
    figures = measure(corpus.articles, finder_named(asked.reader))
    if asked.json:
        print(json.dumps({name: round(figure, 1) for name, figure in figures.items()}, indent=2))
        return
    gold = sum(len(article.said) for article in corpus.articles)
    print(f"{len(corpus.articles)} articles, {gold} attributions, {corpus.drifted} drifted spans\n")
    pairs = read_pairs(folder / "train") + read_pairs(folder / "dev")
    print(table(asked.reader, figures, measure_people(pairs)))


if __name__ == "__main__":
    main()
