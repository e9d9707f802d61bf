"""Versions: captures of one address whose texts differ, and what changed between them, word by word.

An article that is rewritten without saying so leaves no trace but its earlier capture. The words that
changed are found as patience diff finds lines (Bram Cohen): what stands once in both texts, in the
same order, does not change; between two such words the same is asked again. It is short to read, as
it never joins two far apart sentences by their commas, and its time does not grow with the square.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportedly.model.report import Report
from reportedly.model.span import Span
from reportedly.trace.outlets import TRACED

_TOKEN = re.compile(r"\w+(?:[.,’'-]\w+)*|[^\w\s]")
_SCHEME = re.compile(r"^https?://(?:www\.|m\.|amp\.)?", re.IGNORECASE)
_TRAILING = re.compile(r"(?:[?#].*|/(?:amp/?)?)$")


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the earlier text and those of the later in their place.

    Attributes:
        before: The words that were there; ``None`` where words were only added.
        after: The words there now; ``None`` where words were only cut.
        at: Code point of the earlier text where it is.
        to: Code point of the later text where it is.
    """

    before: Span | None
    after: Span | None
    at: int
    to: int


@dataclass(frozen=True, slots=True)
class Version:
    """A later capture of an address, and what changed since the one before it.

    Attributes:
        address: The address, as the later capture gives it.
        earlier: Id of the report before.
        later: Id of the later report.
        changes: What changed in the text, in its order.
    """

    address: str
    earlier: str
    later: str
    changes: tuple[Change, ...]


def versions(reports: Iterable[Report]) -> tuple[Version, ...]:
    """Every capture of an address that is known to be later than another and differs from it.

    Captures whose order nobody knows are left out: which of two texts was changed is then not told.
    """
    found: dict[str, list[Report]] = {}
    for report in sorted(reports, key=lambda item: item.id):
        if report.state in TRACED and report.url and report.captured.known:
            found.setdefault(address_key(report.url), []).append(report)
    return tuple(version for _, same in sorted(found.items()) for version in _in_order(same))


def _in_order(same: Sequence[Report]) -> Iterator[Version]:
    ordered = sorted(same, key=lambda report: (report.captured.bounds(), report.id))
    before = ordered[0]
    for report in ordered[1:]:
        if before.captured.bounds()[1] < report.captured.bounds()[0]:
            changed = changes(before.text, report.text)
            if changed:
                yield Version(report.url, before.id, report.id, changed)
        before = report


def address_key(url: str) -> str:
    """The form in which two addresses of one page are equal."""
    bare = _SCHEME.sub("", url.strip())
    host, _, path = bare.partition("/")
    shorter = _TRAILING.sub("", f"{host.lower()}/{path}")
    return _TRAILING.sub("", shorter)


def changes(before: str, after: str) -> tuple[Change, ...]:
    """What changed between two texts, by words and marks; white space is none of it."""
    one = [(match.start(), match.end()) for match in _TOKEN.finditer(before)]
    two = [(match.start(), match.end()) for match in _TOKEN.finditer(after)]
    words = [before[start:end] for start, end in one], [after[start:end] for start, end in two]
    found = []
    for a, b, c, d in _differing(*words):
        here, there = _span(before, one, a, b), _span(after, two, c, d)
        found.append(Change(here, there, _place(here, one, a), _place(there, two, c)))
    return tuple(found)


def _span(text: str, tokens: Sequence[tuple[int, int]], first: int, last: int) -> Span | None:
    return Span.of(text, tokens[first][0], tokens[last - 1][1]) if first < last else None


def _place(span: Span | None, tokens: Sequence[tuple[int, int]], first: int) -> int:
    """Where a change is; of no words, after the word before."""
    if span is not None:
        return span.start
    return tokens[first - 1][1] if first else 0


_Block = tuple[int, int, int, int]


def _differing(one: Sequence[str], two: Sequence[str]) -> Iterator[_Block]:
    """The stretches in which two lists of words differ, in order."""
    waiting: list[_Block] = [(0, len(one), 0, len(two))]
    while waiting:
        a, b, c, d = waiting.pop()
        while a < b and c < d and one[a] == two[c]:
            a, c = a + 1, c + 1
        while a < b and c < d and one[b - 1] == two[d - 1]:
            b, d = b - 1, d - 1
        if a == b and c == d:
            continue
        anchors = _anchors(one, two, (a, b, c, d))
        if not anchors:
            yield a, b, c, d
            continue
        parts = []
        for i, j in [*anchors, (b, d)]:
            parts.append((a, i, c, j))
            a, c = i + 1, j + 1
        waiting.extend(reversed(parts))


def _anchors(one: Sequence[str], two: Sequence[str], block: _Block) -> list[tuple[int, int]]:
    """Words that stand once on both sides of a block, as many as are in the same order."""
    a, b, c, d = block
    ours, theirs = Counter(one[a:b]), Counter(two[c:d])
    place = {two[j]: j for j in range(c, d) if theirs[two[j]] == 1}
    pairs = [(i, place[one[i]]) for i in range(a, b) if ours[one[i]] == 1 and one[i] in place]
    # The longest rising run of places, by patience sorting.
    tops: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for number, (_, j) in enumerate(pairs):
        at = bisect_left(tops, j)
        back.append(ends[at - 1] if at else -1)
        tops[at : at + 1] = [j]
        ends[at : at + 1] = [number]
    chosen: list[tuple[int, int]] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chosen.append(pairs[number])
        number = back[number]
    return chosen[::-1]
