"""Beside peers, in one run on the same articles: share found, speakers right, articles a second.

    REPORTEDLY_CORPORA=... python bench/peers.py --peers-python PYTHON

The articles are those of PolNeAR dev, the measures those of `eval/attribution_scores.py`. PYTHON is
the interpreter of an environment with `bench/peers-requirements.txt` (`make bench-peers` makes one);
without it only what needs no parser runs. One process and one thread at a time.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# Run as a file, Python looks beside the file only.
sys.path.insert(0, str(ROOT))

from peers_regex import Found  # noqa: E402
from peers_regex import quotations as by_regex  # noqa: E402
from reading import amount  # noqa: E402

from eval.attribution_scores import KINDS, said_scores, together  # noqa: E402
from eval.polnear import polnear  # noqa: E402
from eval.polnear_corpus import read_polnear  # noqa: E402
from eval.readers import READERS, finder_named, pieces_of, reading_of, said_of  # noqa: E402
from eval.said import Article, Said  # noqa: E402

WIDE = 9
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


@dataclass(frozen=True, slots=True)
class Run:
    """What one of them found, and in what time."""

    name: str
    said: Sequence[Sequence[Said]]
    seconds: float
    refused: int = 0


def ours(name: str, articles: Sequence[Article]) -> Run:
    """Our whole reading stage: chains, details and claims included, which no peer has."""
    finder = finder_named(name)
    reading_of(articles[0], finder)
    started = time.process_time()
    readings = [reading_of(article, finder) for article in articles]
    seconds = time.process_time() - started
    said = [
        said_of(reading, pieces_of(article, finder))
        for article, reading in zip(articles, readings, strict=True)
    ]
    return Run(f"ours, {name}", said, seconds)


def regex(articles: Sequence[Article]) -> Run:
    """The regular expression."""
    started = time.process_time()
    found = [by_regex(article.text) for article in articles]
    return Run("regex", [said(rows) for rows in found], time.process_time() - started)


def said(rows: Sequence[Found]) -> tuple[Said, ...]:
    """What a peer found, as attributions."""
    return tuple(
        Said(
            *(
                tuple((start, end) for start, end in row[role])
                for role in ("source", "cue", "content")
            )
        )
        for row in rows
    )


def with_parser(python: str, articles: Sequence[Article]) -> list[Run]:
    """The peers that need a parser, in their own environment; the parser is trained once."""
    data = polnear().parent
    pipeline = Path(python).absolute().parents[1] / "gum-pipeline"
    here = Path(__file__).parent
    surroundings = os.environ | ONE_THREAD
    if not pipeline.is_dir():
        print("training the peers' parser on GUM, some six minutes ...", file=sys.stderr)
        training = [python, str(here / "peers_gum.py"), str(data / "gum"), str(pipeline)]
        subprocess.run(training, check=True, env=surroundings)
    verbs = data / "reporting-verbs/ggt_quote_verb_list.txt"
    texts = json.dumps([article.text for article in articles])
    running = [python, str(here / "peers_spacy.py"), str(pipeline), str(verbs)]
    answer = subprocess.run(
        running, input=texts, capture_output=True, text=True, check=True, env=surroundings
    )
    return [
        Run(name, [said(rows) for rows in row["found"]], row["seconds"], row["refused"])
        for name, row in json.loads(answer.stdout).items()
    ]


def table(articles: Sequence[Article], runs: Sequence[Run]) -> str:
    """One line a run, in percent."""
    titles = [*KINDS, "all", "precise", "speaker", "of all", "refused", "a second"]
    head = [f"{'':<16}{'found':<{WIDE * 4}}", "".join(f"{title:>{WIDE}}" for title in titles)]
    lines = [head[0].rstrip(), f"{'':<16}{head[1]}"]
    for run in runs:
        scores = said_scores(articles, run.said)
        quoted = ("direct", "mixed")
        shares = [
            *(scores.found[kind] for kind in KINDS),
            together(scores.found.values()),
            scores.precision,
            together(scores.speaker[kind] for kind in quoted),
            together(scores.speaker_of_all[kind] for kind in quoted),
        ]
        cells = "".join(f"{100 * one.share:{WIDE}.1f}" for one in shares)
        speed = amount(article.text for article in articles) / run.seconds
        lines.append(f"{run.name:<16}{cells}{run.refused:>{WIDE}}{speed:{WIDE}.1f}")
    return "\n".join(lines)


EXPLAINED = """
found: half of the content covered, by kind. precise: half of the prediction in a gold content.
speaker: right of direct and mixed ones found; of all: those missed counted as wrong.
refused: articles it raised an error on. a second: articles of 600 words, by the processor time of one
process; ours is the whole reading stage, once the model is loaded (bench/reading.py: with its loading)."""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers-python", help="the peers' interpreter")
    asked = parser.parse_args()
    articles = read_polnear(polnear() / "dev").articles
    runs = [*(ours(name, articles) for name in READERS), regex(articles)]
    if asked.peers_python:
        runs.extend(with_parser(asked.peers_python, articles))
    words = sum(len(article.text.split()) for article in articles)
    print(f"PolNeAR dev: {len(articles)} articles of {words // len(articles)} words\n")
    print(table(articles, runs))
    print(EXPLAINED)


if __name__ == "__main__":
    main()
