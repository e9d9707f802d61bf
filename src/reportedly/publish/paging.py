"""Cut long lists into pages where the rows themselves say, so that one row more changes one page.

Pages of equal length would all shift by a row when one is put in near the front, and every page after
it would have to be written again. Here a page ends, once it is half full, after a row whose id says
so (content-defined chunking: Muthitacharoen et al. 2001, "A low-bandwidth network file system"), or
when it is full; after a row that was put in, the old ends are soon met again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from reportedly.publish.page import Link

ROWS = 200
"""Most rows on one page of a list."""

_CHANCES = 8
"""In the second half of a page, one row in an eighth of a full page may end it."""


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a list.

    Attributes:
        path: Without its ending.
        ids: Of the rows that stand on it, in their order.
        parts: Links to all pages of the list; none if this is the only one.
    """

    path: str
    ids: tuple[str, ...]
    parts: tuple[Link, ...]


def paged(name: str, ids: Sequence[str], most: int = ROWS) -> tuple[Part, ...]:
    """A list as pages, the first of them called ``name``; a list of nothing is one empty page."""
    ends = [*_ends(ids, most), len(ids)]
    starts = [0, *ends[:-1]]
    paths = [name if number == 1 else f"{name}-{number}" for number in range(1, len(ends) + 1)]
    links = tuple(Link(f"Part {number}", f"{path}.html") for number, path in enumerate(paths, 1))
    return tuple(
        Part(path, tuple(ids[start:end]), links if len(paths) > 1 else ())
        for path, start, end in zip(paths, starts, ends, strict=True)
    )


def _ends(ids: Sequence[str], most: int) -> list[int]:
    """Where pages end, but for the last."""
    if len(ids) <= most:
        return []
    ends: list[int] = []
    start = 0
    for end in range(1, len(ids)):
        here = end - start
        if here == most or (
            here * 2 >= most and not crc32(ids[end - 1].encode()) % max(most // _CHANCES, 1)
        ):
            ends.append(end)
            start = end
    return ends
