"""Add what contents tell of other minds: "Y wants Z" within what X says is held by X, then by Y."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportedly.model.span import Span
from reportedly.model.statement import Source
from reportedly.read.across import Across
from reportedly.read.attitudes import attitudes
from reportedly.read.frames import Found, Range
from reportedly.read.grammar import POSSESSIVES, RELATIVES
from reportedly.read.link import Statement
from reportedly.read.sentence import MAX_TOKENS
from reportedly.read.tokens import Token, tokens

_NOBODY = POSSESSIVES | RELATIVES
_EDGES = frozenset((",", ":", "—", "–", "--", "-", ";"))


def with_attitudes(text: str, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, with the attitudes that their contents tell, by place.

    An attitude whose cue is a statement's already adds nothing.
    """
    cues = Across(one.cue for one in statements if one.cue is not None)
    made = list(statements)
    for region in _outermost(span for one in statements for span in one.content):
        for items in _sentences(text, region):
            for found in attitudes(items):
                one = _statement(text, items, found)
                if one is not None and one.cue is not None and not any(cues.over(one.cue)):
                    made.append(one)
    return tuple(sorted(made, key=lambda one: (one.place, one.content[-1].end)))


def told_of_somebody(
    statements: Sequence[Statement], sources: Sequence[Source | None]
) -> tuple[tuple[Statement, ...], tuple[Source | None, ...]]:
    """The statements with their sources, but those of "his wish" and "who wants" of whom nothing is known."""
    kept = [
        (one, source)
        for one, source in zip(statements, sources, strict=True)
        if not one.told_within or (source is not None and source.name.lower() not in _NOBODY)
    ]
    return tuple(one for one, _ in kept), tuple(source for _, source in kept)


def _outermost(contents: Iterable[Span]) -> Iterator[Span]:
    """The contents that lie in no other; of two that overlap, the one that begins first."""
    end = -1
    for span in sorted(contents, key=lambda span: (span.start, -span.end)):
        if span.start >= end:
            yield span
            end = span.end


def _sentences(text: str, region: Span) -> Iterator[Sequence[Token]]:
    row = tokens(text, region.start, region.end, ())
    start = 0
    for at, token in enumerate(row):
        if token.text in (".", "!", "?") or at == len(row) - 1 or at - start >= MAX_TOKENS:
            yield row[start : at + 1]
            start = at + 1


def _statement(text: str, items: Sequence[Token], found: Found) -> Statement | None:
    content = _span(text, items, found.content[0])
    if content is None or found.source is None:
        return None
    source, cue = _span(text, items, found.source), _span(text, items, found.cue)
    return Statement(source, cue, (content,), told_within=True)


def _span(text: str, items: Sequence[Token], part: Range) -> Span | None:
    first, last = part
    while first < last and items[first].text in _EDGES:
        first += 1
    while first < last and items[last - 1].text in _EDGES:
        last -= 1
    return Span.of(text, items[first].start, items[last - 1].end) if first < last else None
