"""Tags and links of attributions, made from what annotators marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.neural.features import Ints
from reportedly.neural.tokens import Pieces
from training.model import TAGS
from training.polnear import Attribution, Range

ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True, eq=False)
class Taught:
    """What the attributions of a text teach, by the numbers of its words.

    Attributes:
        tags: The tag of each word.
        links: For each kind of link, pairs: where the seeking span begins, and where the one it
            belongs to does (-1: there is none).
    """

    tags: Ints
    links: dict[str, list[tuple[int, int]]]


def taught(found: Pieces, attributions: Sequence[Attribution]) -> Taught:
    """Tags and links of the words of a text."""
    tags = np.zeros(len(found.heads), np.int64)
    begun: dict[Range, int] = {}
    starts = found.starts[found.heads]
    for role in ROLES:
        inside = TAGS.index(f"I-{role}")
        for span in sorted({s for a in attributions for s in getattr(a, role)}):
            first = bisect_right(found.word_ends, span[0])
            last = int(np.searchsorted(starts, span[1], "left"))
            if first < last and not tags[first:last].any():
                tags[first:last] = inside
                tags[first] = inside - 1
                begun[span] = first
    links: dict[str, list[tuple[int, int]]] = {"source": [], "content": []}
    for attribution in attributions:
        cues = [begun[s] for s in attribution.cue if s in begun]
        sources = [begun[s] for s in attribution.source if s in begun]
        if not cues:
            continue
        if sources or not attribution.source:
            links["source"].append((cues[0], sources[0] if sources else -1))
        links["content"] += [(begun[s], cues[0]) for s in attribution.content if s in begun]
    return Taught(tags, links)
