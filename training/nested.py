"""What is said within what is said: labels that the reader makes for itself.

PolNeAR marks no attribution within another's content. But a content alone reads much like a
paragraph: a reader that is given nothing else finds in "that the mayor denied it" who denies. What
it finds so, and is sure of, the second layer learns to see in place, without a second reading.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.neural import Model
from training.polnear import Article, Attribution
from training.score import joined

SURE = 0.4
"""Least probability of a cue: below it, about half of what is found is wrong."""
SHORTEST = 20
"""Code points of a content that can hold another."""
MARKS = '“”" '
"""Stripped from a content: alone between its marks it would read as a quotation of nobody's."""


def nested(model: Model, several: Sequence[Article]) -> Article:
    """The article with the attributions that the model finds within the annotated contents.

    Args:
        model: A reader of the first layer.
        several: One article, as often as it was annotated; the contents of all are looked into.
    """
    text = several[0].text
    spans = {s for one in several for a in one.attributions for s in a.content}
    found: list[Attribution] = []
    end = 0
    for start, stop in sorted(spans):
        # Annotators differ in where a content ends: the first of those that overlap is taken.
        inner = text[start:stop].strip(MARKS)
        if start >= end and len(inner) >= SHORTEST:
            found += _within(model, inner, text.index(inner, start))
            end = stop
    return Article(several[0].name, text, tuple(found))


def _within(model: Model, content: str, at: int) -> list[Attribution]:
    read = model.read(content)
    spans = read.of("attribution")
    sure = {(span.start, span.end) for span in spans if span.probability >= SURE}
    found = []
    for one in joined(read):
        if one.content and any(cue in sure for cue in one.cue):
            parts = (one.source, one.cue, one.content)
            moved = (tuple((start + at, end + at) for start, end in part) for part in parts)
            found.append(Attribution(*moved))
    return found
