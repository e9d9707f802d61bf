"""Whom quotations are given to, over the whole article: a name for "he", "the official", "Smith".

    REPORTEDLY_CORPORA=... python eval/speakers.py [--reader NAME]

200 quotations of PolNeAR dev, each labelled by hand with the words that first name its speaker in
full (`eval/labels/README.md`). A quotation is right where the entity it is given to has a mention on
these words, or its source stands on them.
"""

from __future__ import annotations

import argparse
import csv
import os
import sys
from collections import Counter
from pathlib import Path

# Run as a file, Python looks beside the file only.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from eval.polnear_corpus import read_polnear
from eval.readers import READERS, finder_named, reading_of, report_of
from eval.said import Article, Stretch, plain, within
from reportedly.model.statement import Attribution, Reading
from reportedly.read.pieces import SpanFinder
from reportedly.resolve import link, resolve

LABELS = Path(__file__).parent / "labels" / "speakers.tsv"
CORPORA = "REPORTEDLY_CORPORA"
OUTCOMES = ("right", "nobody", "another", "missed")
"""Given to whom the label says, to nobody, to somebody else; the quotation was not found."""


def outcomes(corpora: Path, finder: SpanFinder) -> Counter[str]:
    """How many of the labelled quotations came out how."""
    corpus = read_polnear(corpora / "data/polnear/dev")
    articles = {article.name: article for article in corpus.articles}
    linked: dict[str, Reading] = {}
    counted: Counter[str] = Counter()
    with LABELS.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            name = row["article"]
            if name not in linked:
                linked[name] = _linked(articles[name], finder)
            quotation = int(row["start"]), int(row["end"])
            speaker = int(row["speaker_start"]), int(row["speaker_end"])
            counted[_outcome(articles[name].text, linked[name], quotation, speaker)] += 1
    return counted


def _linked(article: Article, finder: SpanFinder) -> Reading:
    """The reading of an article with the entities of that article alone."""
    reading = reading_of(article, finder)
    resolved, _ = resolve([reading], [report_of(article.name, article.text)])
    return link(reading, resolved)


def _outcome(text: str, reading: Reading, quotation: Stretch, speaker: Stretch) -> str:
    said = [row for row in reading.attributions if _covers(text, row, quotation)]
    if not said:
        return "missed"
    sources = [row.source for row in said if row.source is not None]
    if not sources:
        return "nobody"
    meant = {source.entity for source in sources if source.entity}
    spans = [source.span for source in sources]
    spans += [row.span for row in reading.mentions if row.entity in meant]
    if any(span.start < speaker[1] and speaker[0] < span.end for span in spans):
        return "right"
    return "another" if meant else "nobody"


def _covers(text: str, said: Attribution, quotation: Stretch) -> bool:
    """Whether an attribution holds half of a quotation."""
    mine = plain(text, ((span.start, span.end) for span in said.content))
    return within(plain(text, (quotation,)), mine) >= 0.5


def main() -> int:
    """Print the table; exit code 2 where the corpora are missing."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--reader", default="joined", choices=sorted(READERS))
    asked = parser.parse_args()
    named = os.environ.get(CORPORA, "")
    if not (Path(named) / "data" / "polnear").is_dir():
        print(f"{CORPORA} must name the folder that holds data/polnear", file=sys.stderr)
        return 2
    counted = outcomes(Path(named), finder_named(asked.reader))
    total = sum(counted.values())
    for outcome in OUTCOMES:
        print(f"{outcome:<10}{counted[outcome]:>4} of {total}  {counted[outcome] / total:.1%}")
    answered = counted["right"] + counted["another"]
    print(f"right where somebody is named: {counted['right'] / max(1, answered):.1%}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
