"""Measure through whom the reader says a thing is held, on the nested sources of MPQA.

    REPORTEDLY_CORPORA=... python eval/chains.py [--reader NAME]

The corpus gives target words and the chain of sources through which they are held, writer first, by
name: the writer alone is depth 1, a speaker depth 2, a speaker whom a speaker cites depth 3. The
holders are people with an attitude, so a part of the deeper chains ends in somebody who feels or
wants and says nothing: no reader of statements gives those.

A target goes with the smallest content of the reader's that holds half of it; its chain is that
attribution's, the outlet standing for the writer. A target in no content is the writer's own. Two
chains are the same if they are as long and each pair of names fits: one name's words stand in the
other's, or both end in the same capitalised word.

| reader | gives |
|---|---|
| reader | the chain of the attribution |
| nearest | the outlet, then the nearest of the reader's sources in the target's sentence, if any |
| writer | the outlet alone |
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

# Run as a file, Python looks beside the file only.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from eval.attribution_scores import HALF, Share
from eval.mpqa_corpus import Chain, MpqaCorpus, Nested, Target, read_mpqa
from eval.polnear import CORPORA
from eval.readers import CASE, READERS, finder_named, report_of
from eval.said import Stretch, shared
from eval.wording import alike
from reportedly.model.statement import Attribution, Holder, Reading
from reportedly.read import read
from reportedly.read.pieces import SpanFinder

DEEPEST = 4
"""Deeper chains are counted together."""

Answer = Callable[[Reading, Target], Chain]


def by_reader(reading: Reading, target: Target) -> Chain:
    """The chain of the smallest content that holds half of the target, without the outlet."""
    size = target.place[1] - target.place[0]
    holding = [
        (sum(span.end - span.start for span in one.content), at, one)
        for at, one in enumerate(reading.attributions)
        if shared((target.place,), _content(one)) >= HALF * size
    ]
    return _names(min(holding)[2].chain[1:]) if holding else ()


def by_nearest(reading: Reading, target: Target) -> Chain:
    """The source of the target's sentence that stands nearest to it."""
    start, end = target.sentence
    near = [
        (_apart(target.place, (one.source.span.start, one.source.span.end)), at, one.source.name)
        for at, one in enumerate(reading.attributions)
        if one.source is not None and start <= one.source.span.start < end
    ]
    return (min(near)[2],) if near else ()


def by_writer(reading: Reading, target: Target) -> Chain:
    """Nobody but the writer."""
    return ()


ANSWERS: dict[str, Answer] = {"reader": by_reader, "nearest": by_nearest, "writer": by_writer}


def _content(one: Attribution) -> tuple[Stretch, ...]:
    return tuple((span.start, span.end) for span in one.content)


def _names(links: Iterable[Holder]) -> Chain:
    return tuple(link.name for link in links)


def _apart(one: Stretch, other: Stretch) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)


def same_name(one: str, other: str) -> bool:
    """Whether two names may stand for one: one within the other, or the same last name."""
    last, ends = one.split()[-1:], other.split()[-1:]
    return alike(one, other) or (last == ends and bool(last) and last[0][:1].isupper())


def same_chain(given: Chain, gold: Chain) -> bool:
    """Whether two chains are as long and name the same, link by link."""
    return len(given) == len(gold) and all(map(same_name, given, gold))


class ChainScores:
    """What one way of answering is worth, by depth of the gold chain."""

    def __init__(self) -> None:
        self.whole = [Share() for _ in range(DEEPEST)]
        self.depth = [Share() for _ in range(DEEPEST)]
        self.speaker = [Share() for _ in range(DEEPEST)]

    def add(self, given: Chain, target: Target) -> None:
        """Count one target.

        Args:
            given: The chain that was answered.
            target: With its gold chains, any of which is right.
        """
        row = min(target.depth, DEEPEST) - 1
        self.whole[row].add(any(same_chain(given, gold) for gold in target.chains))
        self.depth[row].add(any(len(given) == len(gold) for gold in target.chains))
        self.speaker[row].add(any(same_chain(given[:1], gold[:1]) for gold in target.chains))


def measure(articles: Sequence[Nested], finder: SpanFinder) -> dict[str, ChainScores]:
    """Every way of answering, on every target."""
    scores = {name: ChainScores() for name in ANSWERS}
    for article in articles:
        reading = read(report_of(article.name, article.text), CASE, None, finder)
        for target in article.targets:
            for name, answer in ANSWERS.items():
                scores[name].add(answer(reading, target), target)
    return scores


def table(corpus: MpqaCorpus, scores: dict[str, ChainScores]) -> str:
    """Three measures of every way of answering, by depth."""
    some = next(iter(scores.values()))
    targets = [share.of for share in some.whole]
    several = sum(len(target.chains) > 1 for a in corpus.articles for target in a.targets)
    heads = ["1 (writer)", "2", "3", "4+", "all"]
    lines = [
        f"{len(corpus.articles)} articles, {sum(targets)} targets ({several} with several chains); "
        f"{corpus.unclear} rows left out: it is not clear where they stand",
        f"{'depth':<26}" + "".join(f"{head:>11}" for head in heads),
        f"{'targets':<26}" + "".join(f"{count:>11}" for count in (*targets, sum(targets))),
    ]
    for title, field in (
        ("whole chain", "whole"),
        ("first speaker", "speaker"),
        ("depth", "depth"),
    ):
        for name, held in scores.items():
            rows: list[Share] = getattr(held, field)
            whole = Share(sum(row.right for row in rows), sum(row.of for row in rows))
            cells = "".join(f"{100 * row.share:11.1f}" for row in (*rows, whole))
            lines.append(f"{title + ', ' + name:<26}{cells}")
    return "\n".join(lines)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reader", default="joined", choices=sorted(READERS))
    asked = parser.parse_args()
    named = os.environ.get(CORPORA) or sys.exit(f"{CORPORA} is not set")
    corpus = read_mpqa(Path(named) / "data/mpqa-nested/mpqa_nested.json")
    print(table(corpus, measure(corpus.articles, finder_named(asked.reader))))


if __name__ == "__main__":
    main()
