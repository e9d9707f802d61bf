"""Which origin first had each piece of text that reports share.

A piece is what stands between two marks of punctuation: small enough that a sentence put together
from two reports is not one piece, and cut alike in every copy. Shared passages join the pieces of
both texts; pieces joined directly or through others are one group, and the group goes back to the
reports in it that took it from nobody. Every passage is looked at once, so a text with ten thousand
copies costs ten thousand times what one copy costs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.model.lineage import Passage
from reportedly.model.span import Span

_CUT = re.compile(r"[,;:.!?…]{1,8}[”’\"'»)]{0,4}(?=\s|$)|[–—\n。！？、，]")
_LONGEST = 240
"""Code points after which a piece ends for want of punctuation."""
_INSIDE = 0.5
"""Share of a piece, or of a claim, that must lie in a passage to be of it."""
_AROUND = 240
"""Code points after the expected place within which equal words are looked for; fewer if short."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage with the reports it is of, and whether the child is known to have taken it."""

    child: str
    parent: str
    passage: Passage
    taken: bool


@dataclass(frozen=True, slots=True)
class FirstTold:
    """Answers which origin first had the words at a place.

    Attributes:
        ends: For each report: where its pieces end, ascending.
        origins: For each report: the origin of each piece; empty where it is shared with nobody.
    """

    ends: dict[str, tuple[int, ...]]
    origins: dict[str, tuple[str, ...]]

    def at(self, report: str, span: Span) -> str | None:
        """The origin that first had most of the shared words of ``span``.

        ``None`` where less than half of it is shared.
        """
        ends = self.ends.get(report)
        if ends is None:
            return None
        origins = self.origins[report]
        size: dict[str, int] = {}
        for piece in range(bisect_right(ends, span.start), len(ends)):
            start = ends[piece - 1] if piece else 0
            if start >= span.end:
                break
            if origins[piece]:
                part = min(ends[piece], span.end) - max(start, span.start)
                size[origins[piece]] = size.get(origins[piece], 0) + part
        if not size or sum(size.values()) < _INSIDE * (span.end - span.start):
            return None
        return max(sorted(size), key=lambda origin: size[origin])


@dataclass(slots=True)
class _Groups:
    """Pieces of all reports, numbered through, in groups that grow together."""

    above: list[int] = field(default_factory=list)
    taken: list[bool] = field(default_factory=list)
    joined: list[bool] = field(default_factory=list)

    def add(self, pieces: int) -> int:
        """Make room for the pieces of one report; returns the number of the first."""
        first = len(self.above)
        self.above.extend(range(first, first + pieces))
        self.taken.extend([False] * pieces)
        self.joined.extend([False] * pieces)
        return first

    def chief(self, piece: int) -> int:
        """The piece that stands for the group of this one."""
        above = self.above
        while above[piece] != piece:
            above[piece] = above[above[piece]]
            piece = above[piece]
        return piece

    def join(self, child: int, parent: int, *, taken: bool) -> None:
        """Put two pieces into one group."""
        one, other = self.chief(child), self.chief(parent)
        self.above[max(one, other)] = min(one, other)
        self.joined[child] = self.joined[parent] = True
        if taken:
            self.taken[child] = True


def first_told(
    shared: Sequence[Shared], of_report: Mapping[str, str], rank: Mapping[str, int]
) -> FirstTold:
    """Group the pieces of all passages and find the origin of each group.

    Args:
        shared: Every passage that was taken or is of unknown direction.
        of_report: Origin id of each report as a whole.
        rank: Place of each origin in the order of letters: of several it is the first.
    """
    sides: dict[str, list[Span]] = {}
    for row in shared:
        sides.setdefault(row.child, []).append(row.passage.child)
        sides.setdefault(row.parent, []).append(row.passage.parent)
    groups = _Groups()
    ends = {report: _ends(spans) for report, spans in sorted(sides.items())}
    first = {report: groups.add(len(own)) for report, own in ends.items()}
    for row in shared:
        here, there = row.passage.child, row.passage.parent
        for piece, other in _meeting(here, ends[row.child], there, ends[row.parent]):
            groups.join(first[row.child] + piece, first[row.parent] + other, taken=row.taken)
        for piece, other in _meeting(there, ends[row.parent], here, ends[row.child]):
            groups.join(first[row.child] + other, first[row.parent] + piece, taken=row.taken)
    chosen = _chosen(groups, ends, of_report, rank)
    return FirstTold(
        ends,
        {
            report: tuple(
                chosen[groups.chief(piece)] if groups.joined[piece] else ""
                for piece in range(first[report], first[report] + len(own))
            )
            for report, own in ends.items()
        },
    )


def _ends(spans: Iterable[Span]) -> tuple[int, ...]:
    """Where the pieces of one report end, read off its passages; no stretch is read twice."""
    ends: set[int] = set()
    reached = 0
    for span in sorted(spans):
        ends.update((span.start, span.end))
        if span.end <= reached:
            continue
        before = max(span.start, reached)
        for cut in _CUT.finditer(span.text, before - span.start):
            at = span.start + cut.end()
            ends.update(range(before + _LONGEST, at, _LONGEST))
            ends.add(at)
            before = at
        ends.update(range(before + _LONGEST, span.end, _LONGEST))
        reached = span.end
    return tuple(sorted(ends))


def _meeting(
    here: Span, ends: Sequence[int], there: Span, other_ends: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Each piece of one side of a passage with the piece of the other side it stands for."""
    scale = len(there.text) / max(len(here.text), 1)
    reached = 0
    for piece in range(bisect_right(ends, here.start), len(ends)):
        start = max(ends[piece - 1] if piece else 0, here.start)
        if start >= here.end:
            break
        end = min(ends[piece], here.end)
        whole = ends[piece] - (ends[piece - 1] if piece else 0)
        if end <= start or end - start < _INSIDE * whole:
            continue
        words = here.text[start - here.start : end - here.start]
        guess = int((start - here.start) * scale)
        at = there.text.find(
            words, reached, max(reached, guess) + min(9 * len(words), len(words) + _AROUND)
        )
        size = len(words)
        if at < 0:
            # Edited words: their place in proportion, to within a sentence.
            at, size = guess, max(1, int(len(words) * scale))
        else:
            reached = at + size
        middle = there.start + min(at + size // 2, len(there.text) - 1)
        yield piece, bisect_right(other_ends, middle)


def _chosen(
    groups: _Groups,
    ends: Mapping[str, Sequence[int]],
    of_report: Mapping[str, str],
    rank: Mapping[str, int],
) -> dict[int, str]:
    """The origin of each group: of the reports in it that took it from nobody, the first letter."""
    best: dict[int, tuple[bool, int, str]] = {}
    piece = 0
    for report, own in ends.items():
        origin = of_report[report]
        for _ in own:
            if groups.joined[piece]:
                chief = groups.chief(piece)
                found = (groups.taken[piece], rank[origin], origin)
                if chief not in best or found < best[chief]:
                    best[chief] = found
            piece += 1
    return {chief: origin for chief, (_, _, origin) in best.items()}
