"""What a text with marked names is, and what it teaches about each of its pieces.

No set marks every kind of name. Where a set says nothing of a kind, its texts carry *doubtful*
stretches: there the kind may stand or may not, and a model is right with either.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

PERSON = "person"
ORGANIZATION = "organization"
PLACE = "place"
NATIONALITY = "nationality_or_group"
FACILITY = "facility"
WEAPON = "weapon_or_vehicle_or_platform"
MILITARY = "military_unit_or_armed_group"
DATE = "date"
MONEY = "money"
COUNT = "count"

KINDS = (
    PERSON,
    ORGANIZATION,
    PLACE,
    NATIONALITY,
    FACILITY,
    WEAPON,
    MILITARY,
    DATE,
    MONEY,
    COUNT,
)
OUTSIDE = "O"
LABELS = (OUTSIDE, *(f"{mark}-{kind}" for kind in KINDS for mark in "BI"))
_INDEX = {label: index for index, label in enumerate(LABELS)}


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A stretch of a text and the kinds of name that fit it.

    Attributes:
        start: First code point.
        end: One past the last.
        kinds: One kind where the set says which; more where its label covers several of ours.
    """

    start: int
    end: int
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedText:
    """One document with its names.

    Attributes:
        id: Set and document.
        text: Paragraphs apart by an empty line.
        names: Disjoint, in order.
        doubtful: Where one of these kinds, or no name, may stand; a name laid over it wins.
        open: Whether the set may be used by everybody (public domain, OGL, CC BY, CC BY-SA).
    """

    id: str
    text: str
    names: tuple[NameSpan, ...]
    doubtful: tuple[NameSpan, ...]
    open: bool


def allowed(document: NamedText, pieces: Sequence[tuple[int, int]]) -> NDArray[np.bool_]:
    """Which labels are right for each piece: train on minus the log of their summed chance.

    Args:
        document: The text with its names.
        pieces: Start and end of each piece in the text, in order; an empty piece (a special
            token) may be anything.

    Returns:
        Of shape (pieces, labels), in the order of `LABELS`; at least one is true in every row.
    """
    right = np.zeros((len(pieces), len(LABELS)), dtype=np.bool_)
    right[:, _INDEX[OUTSIDE]] = True
    for span in document.doubtful:
        for row in _under(pieces, span):
            right[row, _columns(span.kinds, "BI")] = True
    for span in document.names:
        for count, row in enumerate(_under(pieces, span)):
            right[row] = False
            right[row, _columns(span.kinds, "I" if count else "B")] = True
    right[[row for row, (start, end) in enumerate(pieces) if start == end]] = True
    return right


def _columns(kinds: Iterable[str], marks: str) -> list[int]:
    return [_INDEX[f"{mark}-{kind}"] for kind in kinds for mark in marks]


def _under(pieces: Sequence[tuple[int, int]], span: NameSpan) -> list[int]:
    """The pieces that share a code point with the span; the pieces are in order."""
    low, high = 0, len(pieces)
    while low < high:
        middle = (low + high) // 2
        if pieces[middle][1] <= span.start:
            low = middle + 1
        else:
            high = middle
    found: list[int] = []
    while low < len(pieces) and pieces[low][0] < span.end:
        if pieces[low][0] < pieces[low][1] and pieces[low][1] > span.start:
            found.append(low)
        low += 1
    return found


def disjoint(spans: Iterable[NameSpan]) -> tuple[NameSpan, ...]:
    """The spans in order, without those that overlap a longer one."""
    kept: list[NameSpan] = []
    for span in sorted(spans, key=lambda span: (span.start - span.end, span.start, span.kinds)):
        if span.start < span.end and all(
            span.end <= other.start or other.end <= span.start for other in kept
        ):
            kept.append(span)
    return tuple(sorted(kept, key=lambda span: span.start))
