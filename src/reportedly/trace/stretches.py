"""A passage while it is being found: the same stretch in two texts, counted in words."""

from __future__ import annotations

from typing import NamedTuple


class Stretch(NamedTuple):
    """Words ``[left, left_end)`` of one text and ``[right, right_end)`` of the other."""

    left: int
    left_end: int
    right: int
    right_end: int

    @property
    def shorter(self) -> int:
        """Words of its shorter side."""
        return min(self.left_end - self.left, self.right_end - self.right)

    def on(self, side: int) -> tuple[int, int]:
        """Its words in the left text (0) or the right one (1)."""
        return (self.right, self.right_end) if side else (self.left, self.left_end)

    def turned(self) -> Stretch:
        """The same with the texts exchanged."""
        return Stretch(self.right, self.right_end, self.left, self.left_end)

    def meets(self, other: Stretch) -> bool:
        """Whether they share words in both texts."""
        return (
            self.left < other.left_end
            and other.left < self.left_end
            and self.right < other.right_end
            and other.right < self.right_end
        )

    def with_(self, other: Stretch) -> Stretch:
        """What reaches over both."""
        return Stretch(
            min(self.left, other.left),
            max(self.left_end, other.left_end),
            min(self.right, other.right),
            max(self.right_end, other.right_end),
        )


def united(stretches: list[tuple[Stretch, bool]]) -> list[tuple[Stretch, bool]]:
    """The stretches with those that meet in both texts made one; a mark of any stays on the whole."""
    before = -1
    while before != len(stretches):
        before = len(stretches)
        done: list[tuple[Stretch, bool]] = []
        open_: list[tuple[Stretch, bool]] = []
        for stretch, mark in sorted(stretches):
            going_on = []
            for other, marked in open_:
                if other.left_end <= stretch.left:
                    done.append((other, marked))
                elif other.meets(stretch):
                    stretch, mark = stretch.with_(other), mark or marked
                else:
                    going_on.append((other, marked))
            open_ = [*going_on, (stretch, mark)]
        stretches = done + open_
    return sorted(stretches)
