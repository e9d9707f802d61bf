"""The span-finder's contract: sources, cues and contents of a text, each as a span with its role."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.span import Span


class Role(StrEnum):
    """What a piece is in an attribution."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Piece:
    """One span with its role.

    Attributes:
        role: Source, cue or content.
        span: The words. The content of a direct quotation is given without its marks.
        group: Pieces with the same number were read as one attribution by the finder itself;
            ``None`` where the finder cannot tell, and linking must.
        chance: How sure a model is of these words, 0 to 1; rules are sure.
    """

    role: Role
    span: Span
    group: int | None = None
    chance: float = 1.0


SpanFinder = Callable[[str], tuple[Piece, ...]]
"""What reads the spans: the text of one report in, its pieces out, by place then role."""
