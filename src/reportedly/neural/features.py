"""What an uncased encoder cannot see: how a word is written, and whether quotation marks hold it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from reportedly.text.quotes import quotations

Ints = NDArray[np.int64]


class Shape(IntEnum):
    """How a word is written; the numbers are rows of a learned table, so they never change."""

    NONE = 0
    LOWER = 1
    CAPITAL = 2
    UPPER = 3
    INITIAL = 4
    MIXED = 5
    DIGITS = 6
    COUNTED = 7
    MARK = 8
    OTHER = 9


class Quoted(IntEnum):
    """Where a word stands to the quotation marks around it; rows of a learned table."""

    OUTSIDE = 0
    INSIDE = 1
    UNCLOSED = 2
    OPENS = 3
    CLOSES = 4


def shape(word: str) -> Shape:
    """How ``word`` is written."""
    if word.islower():
        return Shape.LOWER if word.isalpha() else Shape.COUNTED
    if word.isalpha():
        if word.isupper():
            return Shape.UPPER if len(word) > 1 else Shape.INITIAL
        if word.istitle():
            return Shape.CAPITAL
        return Shape.MIXED if word[:1].isupper() or word != word.lower() else Shape.OTHER
    if word.isdigit():
        return Shape.DIGITS
    if any(char.isalnum() for char in word):
        return Shape.COUNTED
    return Shape.MARK if word else Shape.NONE


def shapes(text: str, starts: Sequence[int], ends: Sequence[int]) -> Ints:
    """The shape of each of the slices of ``text``, an empty slice having none."""
    known: dict[str, int] = {"": int(Shape.NONE)}
    found = np.empty(len(starts), np.int64)
    for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
        word = text[start:end]
        if word not in known:
            known[word] = int(shape(word))
        found[index] = known[word]
    return found


def quoted(text: str, starts: Ints, ends: Ints) -> Ints:
    """Where each slice of ``text`` stands to the quotation marks; slices come in order.

    A quotation that is left open counts to the end of its paragraph, as its marks say.
    """
    found = np.full(len(starts), int(Quoted.OUTSIDE), np.int64)
    for quotation in quotations(text):
        first = int(np.searchsorted(starts, quotation.outer.start, "left"))
        last = int(np.searchsorted(ends, quotation.outer.end, "right"))
        found[first:last] = int(Quoted.INSIDE if quotation.closed else Quoted.UNCLOSED)
        if quotation.opened and first < last:
            found[first] = int(Quoted.OPENS)
        if quotation.closed and first < last - 1:
            found[last - 1] = int(Quoted.CLOSES)
    return found
