"""How well attributions are found: spans, relations, quotations and their speakers.

Every measure takes annotated articles and, in the same order, what was predicted for each. Gold and
predicted stretches are compared as `eval.said.plain` leaves them.

| measure | counts as right |
|---|---|
| exact | a stretch with both edges as in gold; each distinct stretch of a role once |
| token | a word or mark (quotation marks left out) that is in a stretch of that role in both |
| relation | source and content each overlap one gold attribution's by a Jaccard of half; no source fits no source; one to one |
| relation, loose | the same, where half of the shorter of the two lies in the longer |
| found | a gold attribution: one prediction covers half of its content's code points |
| precision | a prediction: half of it lies inside the content of one gold attribution |
| speaker | half of the predicted source lies inside the gold source, of gold attributions with a source |

The speaker looked at is that of the prediction which covers most of the content, the closest fitting
one of several.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from eval.said import (
    MARKS,
    Article,
    Said,
    Stretch,
    Stretches,
    jaccard,
    overlap_of_shorter,
    plain,
    within,
)

ROLES = ("source", "cue", "content")
KINDS = ("direct", "mixed", "indirect")
HALF = 0.5

_WORD = re.compile(rf"\w+(?:[’'.,-]\w+)*|[^\w\s{re.escape(MARKS)}]")
_OPENING, _CLOSING, _STRAIGHT = "“„‟", "”", '"'


@dataclass(slots=True)
class Tally:
    """Right ones, predicted ones, gold ones."""

    right: int = 0
    said: int = 0
    gold: int = 0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (self.said + self.gold) if self.said + self.gold else 0.0


@dataclass(slots=True)
class Share:
    """So many of so many."""

    right: int = 0
    of: int = 0

    def add(self, right: bool) -> None:
        self.right += right
        self.of += 1

    @property
    def share(self) -> float:
        """0 to 1; 0 of nothing is 0."""
        return self.right / self.of if self.of else 0.0


@dataclass(slots=True)
class SpanScores:
    """What the pieces alone are worth, by role."""

    exact: dict[str, Tally] = field(default_factory=lambda: {role: Tally() for role in ROLES})
    token: dict[str, Tally] = field(default_factory=lambda: {role: Tally() for role in ROLES})


@dataclass(slots=True)
class SaidScores:
    """What the joined attributions are worth.

    Attributes:
        relation: Source and content both overlapping by half (Jaccard).
        loose: The same, by half of the shorter.
        found: By kind of the gold attribution.
        precision: Of the predictions.
        speaker: By kind, of the found ones that have a gold source.
        speaker_of_all: By kind, of all that have a gold source: a missed one is wrong.
    """

    relation: Tally = field(default_factory=Tally)
    loose: Tally = field(default_factory=Tally)
    found: dict[str, Share] = field(default_factory=lambda: {kind: Share() for kind in KINDS})
    precision: Share = field(default_factory=Share)
    speaker: dict[str, Share] = field(default_factory=lambda: {kind: Share() for kind in KINDS})
    speaker_of_all: dict[str, Share] = field(
        default_factory=lambda: {kind: Share() for kind in KINDS}
    )


def together(shares: Iterable[Share]) -> Share:
    """The shares as one."""
    rows = list(shares)
    return Share(sum(row.right for row in rows), sum(row.of for row in rows))


def kind_of(text: str, content: Stretches) -> str:
    """Direct, mixed or indirect, by how much of the content stands in double quotation marks.

    Direct: every letter and digit of it; indirect: none; mixed: the rest. Marks are paired from the
    start of the paragraph; one that is never closed runs to its end.
    """
    inside = outside = False
    for start, end in content:
        quoted = _in_marks(text, start, end)
        for at in range(start, end):
            if text[at].isalnum():
                inside |= quoted[at - start]
                outside |= not quoted[at - start]
    if inside and not outside:
        return "direct"
    return "mixed" if inside else "indirect"


def _in_marks(text: str, start: int, end: int) -> list[bool]:
    """For each code point from ``start`` to ``end``, whether it stands in double marks."""
    at = text.rfind("\n\n", 0, start) + 1
    open_ = False
    found = []
    for place in range(at, end):
        sign = text[place]
        if sign in _OPENING:
            open_ = True
        elif sign == _CLOSING or text.startswith("\n\n", place):
            open_ = False
        elif sign == _STRAIGHT:
            open_ = not open_
        if place >= start:
            found.append(open_)
    return found


def span_scores(articles: Sequence[Article], predicted: Sequence[Sequence[Said]]) -> SpanScores:
    """Exact and token F1 of each role.

    Args:
        articles: Texts with gold attributions.
        predicted: For each article its pieces, in any grouping: only roles are compared.
    """
    scores = SpanScores()
    for article, rows in zip(articles, predicted, strict=True):
        for role in ROLES:
            gold = _stretches(article.text, article.said, role)
            said = _stretches(article.text, rows, role)
            _count(scores.exact[role], said, gold)
            words = [match.span() for match in _WORD.finditer(article.text)]
            _count(scores.token[role], _covered(words, said), _covered(words, gold))
    return scores


def _stretches(text: str, rows: Iterable[Said], role: str) -> set[Stretch]:
    of_role: Callable[[Said], Stretches] = lambda row: getattr(row, role)  # noqa: E731
    return {stretch for row in rows for stretch in plain(text, of_role(row))}


def _covered(words: Sequence[Stretch], stretches: set[Stretch]) -> set[Stretch]:
    """The words that begin in one of the stretches."""
    held: set[Stretch] = set()
    for start, end in stretches:
        held.update(word for word in words if start <= word[0] < end)
    return held


def _count(tally: Tally, said: set[Stretch], gold: set[Stretch]) -> None:
    tally.right += len(said & gold)
    tally.said += len(said)
    tally.gold += len(gold)


def said_scores(articles: Sequence[Article], predicted: Sequence[Sequence[Said]]) -> SaidScores:
    """Relations, share found, precision and speakers.

    Args:
        articles: Texts with gold attributions.
        predicted: For each article its attributions; those without content are not looked at.
    """
    scores = SaidScores()
    for article, rows in zip(articles, predicted, strict=True):
        gold = [row for row in _plain_rows(article.text, article.said) if row.content]
        said = [row for row in _plain_rows(article.text, rows) if row.content]
        for tally, overlap in ((scores.relation, jaccard), (scores.loose, overlap_of_shorter)):
            tally.right += related(said, gold, overlap)
            tally.said += len(said)
            tally.gold += len(gold)
        for row in said:
            scores.precision.add(any(within(row.content, one.content) >= HALF for one in gold))
        for one in gold:
            _score_one(scores, kind_of(article.text, one.content), one, said)
    return scores


def _plain_rows(text: str, rows: Iterable[Said]) -> list[Said]:
    return [
        Said(plain(text, row.source), plain(text, row.cue), plain(text, row.content))
        for row in rows
    ]


def _score_one(scores: SaidScores, kind: str, gold: Said, said: Sequence[Said]) -> None:
    best = best_fit(gold, said)
    scores.found[kind].add(best is not None)
    if gold.source:
        right = best is not None and within(best.source, gold.source) >= HALF
        scores.speaker_of_all[kind].add(right)
        if best is not None:
            scores.speaker[kind].add(right)


def best_fit(gold: Said, said: Sequence[Said]) -> Said | None:
    """The prediction that covers most of a gold content, at least half; the closest of several."""
    fits = [
        (within(gold.content, row.content), jaccard(gold.content, row.content), -at)
        for at, row in enumerate(said)
    ]
    best = max(fits, default=(0.0, 0.0, 0))
    return said[-best[2]] if best[0] >= HALF else None


def related(
    said: Sequence[Said],
    gold: Sequence[Said],
    overlap: Callable[[Stretches, Stretches], float] = jaccard,
) -> int:
    """How many pairs overlap by half in source and content, each used once, the closest first."""
    pairs = sorted(
        (
            (-jaccard(row.content, one.content), at, to)
            for at, row in enumerate(said)
            for to, one in enumerate(gold)
            if overlap(row.content, one.content) >= HALF and overlap(row.source, one.source) >= HALF
        )
    )
    used_said: set[int] = set()
    used_gold: set[int] = set()
    for _, at, to in pairs:
        if at not in used_said and to not in used_gold:
            used_said.add(at)
            used_gold.add(to)
    return len(used_said)
