"""Measure through whom the reader says a thing is held, on the nested sources of MPQA.

    REPORTEDLY_CORPORA=... python eval/chains.py [--reader NAME]

The corpus gives target words and the chain of sources through which they are held, writer first, by
name: the writer alone is depth 1, a speaker depth 2, a speaker whom a speaker cites depth 3. The
holders are people with an attitude, so a part of the deeper chains ends in somebody who feels or
wants and says nothing: a reader of statements gives those only where a verb or noun of its lists
tells it.

An article is of the half `dev`, on which the rules are made, if its name ends in an even digit; else
it is `held` back, and looked at as totals only.

A target goes with the smallest content of the reader's that holds half of it; its chain is that
attribution's, the outlet standing for the writer. A target in no content is the writer's own. Two
chains are the same if they are as long and each pair of names fits: one name's words stand in the
other's, or both end in the same capitalised word. The corpus counts an agency in a dateline as the
writer and an outlet that somebody spoke to as nobody's source; the reader makes links of both, which
are left out here.

| reader | gives |
|---|---|
| reader | the chain of the attribution |
| nearest | the outlet, then the nearest of the reader's sources in the target's sentence, if any; of statements in no other's content, which are nearer the mark here |
| writer | the outlet alone |

The errors of the reader, as far as they can be told by program, are counted by `CAUSES`.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

# Run as a file, Python looks beside the file only.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from eval.attribution_scores import HALF, Share, together
from eval.mpqa_corpus import Chain, MpqaCorpus, Nested, Target, read_mpqa
from eval.polnear import CORPORA
from eval.readers import CASE, READERS, finder_named, report_of
from eval.said import Stretch, shared
from eval.wording import alike
from reportedly.model.statement import Attribution, Holder, Reading
from reportedly.read import read
from reportedly.read.mentions import PRONOUNS
from reportedly.read.pieces import SpanFinder

DEEPEST = 4
"""Deeper chains are counted together."""
HALVES = ("dev", "held")

Answer = Callable[[Reading, Target], Chain]


def half_of(article: str) -> str:
    """Which half an article is of: `dev` if its name ends in an even digit, else `held`."""
    return HALVES[0] if article[-1] in "02468" else HALVES[1]


# --- ways of answering ----------------------------------------------------------------------------


def by_reader(reading: Reading, target: Target) -> Chain:
    """The chain of the smallest content that holds half of the target, without the outlet."""
    size = target.place[1] - target.place[0]
    holding = [
        (sum(span.end - span.start for span in one.content), at, one)
        for at, one in enumerate(reading.attributions)
        if shared((target.place,), _content(one)) >= HALF * size
    ]
    return tuple(_holders(reading, min(holding)[2].chain[1:])) if holding else ()


def by_nearest(reading: Reading, target: Target) -> Chain:
    """The source of the target's sentence that stands nearest to it."""
    start, end = target.sentence
    near = [
        (_apart(target.place, (one.source.span.start, one.source.span.end)), at, one.source.name)
        for at, one in enumerate(reading.attributions)
        if one.source and not one.inside and start <= one.source.span.start < end
    ]
    return (min(near)[2],) if near else ()


def by_writer(reading: Reading, target: Target) -> Chain:
    """Nobody but the writer."""
    return ()


ANSWERS: dict[str, Answer] = {"reader": by_reader, "nearest": by_nearest, "writer": by_writer}


def _content(one: Attribution) -> tuple[Stretch, ...]:
    return tuple((span.start, span.end) for span in one.content)


def _holders(reading: Reading, links: Iterable[Holder]) -> Iterator[str]:
    """The names of the links that are the source of a statement, or whom such a source cites."""
    sources = {one.source.span for one in reading.attributions if one.source is not None}
    for link in links:
        span = link.span
        if (
            span is None
            or span in sources
            or any(_cites(one, span.start) for one in reading.attributions)
        ):
            yield link.name


def _cites(one: Attribution, at: int) -> bool:
    if one.source is None or one.cue is None:
        return False
    return one.source.span.end <= at < one.cue.span.start


def _apart(one: Stretch, other: Stretch) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)


def same_name(one: str, other: str) -> bool:
    """Whether two names may stand for one: one within the other, or the same last name."""
    last, ends = one.split()[-1:], other.split()[-1:]
    return alike(one, other) or (last == ends and bool(last) and last[0][:1].isupper())


def same_chain(given: Chain, gold: Chain) -> bool:
    """Whether two chains are as long and name the same, link by link."""
    return len(given) == len(gold) and all(map(same_name, given, gold))


# --- why an answer is wrong -----------------------------------------------------------------------

CAUSES = (
    "nothing read in the sentence",
    "target in no content",
    "too short: inner holder missing",
    "too short: outer holder missing",
    "too short, and another name",
    "too long",
    "as long: pronoun not resolved",
    "as long: first holder another",
    "as long: inner holder another",
)
"""Why a chain is wrong; the first that fits counts."""


def cause(reading: Reading, target: Target, given: Chain) -> str | None:
    """The cause that a wrong chain is counted under; ``None`` for a right one."""
    if any(same_chain(given, gold) for gold in target.chains):
        return None
    gold = max(target.chains, key=lambda chain: (len(chain) == len(given), len(chain), chain))
    if not given:
        return CAUSES[1] if _is_read(reading, target) else CAUSES[0]
    if len(given) < len(gold):
        return _short(given, gold)
    if len(given) > len(gold):
        return CAUSES[5]
    wrong = [at for at, name in enumerate(given) if not same_name(name, gold[at])]
    if any(given[at].casefold() in PRONOUNS for at in wrong):
        return CAUSES[6]
    return CAUSES[7] if wrong[0] == 0 else CAUSES[8]


def _short(given: Chain, gold: Chain) -> str:
    if same_chain(given, gold[: len(given)]):
        return CAUSES[2]
    return CAUSES[3] if same_chain(given, gold[-len(given) :]) else CAUSES[4]


def _is_read(reading: Reading, target: Target) -> bool:
    """Whether anything of the target's sentence is read as said by somebody."""
    return any(shared((target.sentence,), _content(one)) for one in reading.attributions)


# --- scores ---------------------------------------------------------------------------------------


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
        row = row_of(target)
        self.whole[row].add(any(same_chain(given, gold) for gold in target.chains))
        self.depth[row].add(any(len(given) == len(gold) for gold in target.chains))
        self.speaker[row].add(any(same_chain(given[:1], gold[:1]) for gold in target.chains))


def row_of(target: Target) -> int:
    """Where a target is counted, by the depth of its chain."""
    return min(target.depth, DEEPEST) - 1


def deep(rows: Sequence[Share]) -> Share:
    """The rows of depth 2 and more as one."""
    return together(rows[1:])


class Measured:
    """What every way of answering is worth on some articles, and why the reader errs."""

    def __init__(self) -> None:
        self.scores = {name: ChainScores() for name in ANSWERS}
        self.causes = [Counter[str]() for _ in range(DEEPEST)]

    def add(self, reading: Reading, target: Target) -> None:
        """Count one target of an article."""
        for name, answer in ANSWERS.items():
            self.scores[name].add(answer(reading, target), target)
        why = cause(reading, target, by_reader(reading, target))
        if why is not None:
            self.causes[row_of(target)][why] += 1


def measure(articles: Sequence[Nested], finder: SpanFinder) -> dict[str, Measured]:
    """Every way of answering, on every target, by half."""
    halves = {name: Measured() for name in HALVES}
    for article in articles:
        reading = read(report_of(article.name, article.text), CASE, None, finder)
        for target in article.targets:
            halves[half_of(article.name)].add(reading, target)
    return halves


def figures(articles: Sequence[Nested], finder: SpanFinder) -> dict[str, float]:
    """The figures that have a floor, in percent: whole chains of the reader, over both halves."""
    halves = measure(articles, finder).values()
    rows = [row for half in halves for row in half.scores["reader"].whole]
    beyond = [deep(half.scores["reader"].whole) for half in halves]
    return {
        "chain, all depths": 100 * together(rows).share,
        "chain, depth 2 and more": 100 * together(beyond).share,
    }


# --- what is printed ------------------------------------------------------------------------------

_HEADS = ("1 (writer)", "2", "3", "4+", "2 and more", "all")
_FIELDS = (("whole chain", "whole"), ("first speaker", "speaker"), ("depth", "depth"))


def table(corpus: MpqaCorpus, halves: dict[str, Measured]) -> str:
    """Three measures of every way of answering, by depth and half, and the causes of errors."""
    several = sum(len(target.chains) > 1 for a in corpus.articles for target in a.targets)
    targets = sum(len(a.targets) for a in corpus.articles)
    lines = [
        f"{len(corpus.articles)} articles, {targets} targets ({several} with several chains); "
        f"{corpus.unclear} rows left out: it is not clear where they stand",
    ]
    for half, measured in halves.items():
        count = sum(half_of(article.name) == half for article in corpus.articles)
        lines += ["", f"{half}: {count} articles", *_scores(measured), "", *_causes(measured)]
    return "\n".join(lines)


def _scores(measured: Measured) -> Iterator[str]:
    yield f"{'depth':<34}" + "".join(f"{head:>11}" for head in _HEADS)
    some = _with_sums(measured.scores["reader"].whole)
    yield f"{'targets':<34}" + "".join(f"{row.of:>11}" for row in some)
    for title, field in _FIELDS:
        for name, held in measured.scores.items():
            rows: list[Share] = getattr(held, field)
            cells = "".join(f"{100 * row.share:11.1f}" for row in _with_sums(rows))
            yield f"{title + ', ' + name:<34}{cells}"


def _with_sums(rows: Sequence[Share]) -> list[Share]:
    return [*rows, deep(rows), together(rows)]


def _causes(measured: Measured) -> Iterator[str]:
    yield "errors of the reader"
    for why in CAUSES:
        counts = [row[why] for row in measured.causes]
        cells = "".join(f"{count:>11}" for count in (*counts, sum(counts[1:]), sum(counts)))
        yield f"{why:<34}{cells}"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reader", default="joined", choices=sorted(READERS))
    asked = parser.parse_args()
    named = os.environ.get(CORPORA) or sys.exit(f"{CORPORA} is not set")
    corpus = read_mpqa(Path(named) / "data/mpqa-nested/mpqa_nested.json")
    print(table(corpus, measure(corpus.articles, finder_named(asked.reader))))


if __name__ == "__main__":
    main()
