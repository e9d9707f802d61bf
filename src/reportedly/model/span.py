"""A slice of a report, and the rule that it must still say what it said."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.errors import SpanDriftError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open ``[start, end)`` range of code points in one text, with the words it covers.

    Attributes:
        start: First code point of the slice.
        end: One past the last code point.
        text: Exactly the words of the slice; ``check`` compares them with the text.
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"empty or backward span: {self.start}..{self.end}")
        if len(self.text) != self.end - self.start:
            raise ValueError(
                f"span {self.start}..{self.end} does not fit {len(self.text)} characters"
            )

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of ``text`` from ``start`` to ``end``."""
        return cls(start, end, text[start:end])

    def check(self, text: str, where: str = "") -> Span:
        """Return this span if ``text`` still reads the same there, else raise.

        Raises:
            SpanDriftError: The text reads something else at this place.
        """
        got = text[self.start : self.end]
        if got != self.text:
            raise SpanDriftError(
                f"span {self.start}..{self.end} reads {got!r}, not {self.text!r}",
                where=where,
                remedy="run `reportedly build` again: the text changed after it was read",
            )
        return self

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end
