"""Remember what was made of a text: one report meets many others."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

ROOM = 6_000_000
"""Code points of the texts that are remembered at a time: some thousand reports, 100 MB."""

Made = TypeVar("Made")


def remembering(make: Callable[[str], Made]) -> Callable[[str], Made]:
    """Remember what ``make`` made of the texts that were asked for last."""
    kept: OrderedDict[str, Made] = OrderedDict()
    taken = 0

    @wraps(make)
    def made(text: str) -> Made:
        nonlocal taken
        if text in kept:
            kept.move_to_end(text)
            return kept[text]
        result = make(text)
        if len(text) <= ROOM:
            kept[text] = result
            taken += len(text)
            while taken > ROOM:
                oldest, _ = kept.popitem(last=False)
                taken -= len(oldest)
        return result

    return made
