"""A passage while it is being found: the same stretch in two texts, counted in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Words ``[left, left_end)`` of one text and ``[right, right_end)`` of the other."""

    left: int
    left_end: int
    right: int
    right_end: int
