"""An attribution as stretches of a text, whoever drew it: an annotator, our reader, a peer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

Stretch = tuple[int, int]
"""Half-open range of code points."""

Stretches = tuple[Stretch, ...]

MARKS = "“”„‟«»\"‘’‚‛'`´"
"""Quotation marks; two single ones, as typewriters set them, are two of these."""

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Said:
    """Who is said to have said it, the words that say so, what was said: each may be empty."""

    source: Stretches
    cue: Stretches
    content: Stretches


@dataclass(frozen=True, slots=True)
class Article:
    """A text, and the attributions somebody drew in it."""

    name: str
    text: str
    said: tuple[Said, ...]


def plain(text: str, stretches: Iterable[Stretch]) -> Stretches:
    """Stretches for comparison, in order, none empty.

    Cut where a paragraph ends, joined where only white space stands between, without quotation
    marks and white space at either edge: whether a quotation's own marks belong to it is a
    convention (PolNeAR counts them in, our span-finders leave them out), not a finding.
    """
    cut: list[Stretch] = []
    for start, end in sorted(stretches):
        at = start
        for gap in _PARAGRAPH.finditer(text, start, end):
            cut.append((at, gap.start()))
            at = gap.end()
        cut.append((at, end))
    joined: list[Stretch] = []
    for start, end in cut:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif joined and _same_line(text[joined[-1][1] : start]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    trimmed = (_trimmed(text, start, end) for start, end in joined)
    return tuple((start, end) for start, end in trimmed if start < end)


def _same_line(between: str) -> bool:
    return not between.strip() and _PARAGRAPH.search(between) is None


def _trimmed(text: str, start: int, end: int) -> Stretch:
    while start < end and (text[start].isspace() or text[start] in MARKS):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in MARKS):
        end -= 1
    return start, end


def length(stretches: Stretches) -> int:
    """How many code points they cover (`plain` stretches do not overlap)."""
    return sum(end - start for start, end in stretches)


def shared(some: Stretches, others: Stretches) -> int:
    """How many code points two lists of `plain` stretches have in common."""
    return sum(
        max(0, min(end, stop) - max(start, begin)) for start, end in some for begin, stop in others
    )


def within(some: Stretches, others: Stretches) -> float:
    """The share of ``some`` that lies in ``others``; 0 where there is nothing."""
    return shared(some, others) / length(some) if some else 0.0


def jaccard(some: Stretches, others: Stretches) -> float:
    """Code points in both, of those in either; 1 where both are nothing."""
    if not some and not others:
        return 1.0
    both = shared(some, others)
    return both / (length(some) + length(others) - both)


def overlap_of_shorter(some: Stretches, others: Stretches) -> float:
    """The share of the shorter one that lies in the other; 1 where both are nothing."""
    return max(within(some, others), within(others, some)) if some or others else 1.0
