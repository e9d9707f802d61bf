"""A report's text cut into pieces, each under the marks that cover it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from reportedly.model.span import Span
from reportedly.publish.page import Piece, Ref


@dataclass(frozen=True, slots=True)
class Marked:
    """A span to mark: its class, and the colour of an origin if it has one."""

    span: Span
    mark: str
    colour: str = ""


def pieces(
    text: str,
    paragraph: Span,
    marks: Iterable[Marked],
    refs: Mapping[int, tuple[Ref, ...]],
) -> tuple[Piece, ...]:
    """Cut a paragraph where marks begin and end.

    Args:
        text: The report's kept text.
        paragraph: The part of it to cut.
        marks: Spans into ``text``; they may overlap and reach beyond the paragraph.
        refs: By offset, the notes on the statements that end there.
    """
    here = [row for row in marks if row.span.overlaps(paragraph)]
    edges = {paragraph.start, paragraph.end}
    edges.update(at for at in refs if paragraph.start < at <= paragraph.end)
    for row in here:
        edges.add(max(paragraph.start, row.span.start))
        edges.add(min(paragraph.end, row.span.end))
    # A sweep, so that a paragraph with many marks stays linear in them.
    begins: dict[int, list[Marked]] = {}
    ends: dict[int, list[Marked]] = {}
    for row in here:
        begins.setdefault(max(paragraph.start, row.span.start), []).append(row)
        ends.setdefault(min(paragraph.end, row.span.end), []).append(row)
    standing: list[Marked] = []
    cut: list[Piece] = []
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        for row in ends.get(start, ()):
            standing.remove(row)
        standing.extend(begins.get(start, ()))
        names = tuple(sorted({row.mark for row in standing}))
        colour = next((row.colour for row in standing if row.colour), "")
        cut.append(Piece(text[start:end], names, colour, refs.get(end, ())))
    return tuple(cut)
