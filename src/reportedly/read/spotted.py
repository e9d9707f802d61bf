"""Sources, cues, contents and names as a trained model marks them, joined as it links them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportedly.model.span import Span
from reportedly.model.statement import EntityKind
from reportedly.neural import Found, Link, Marked, Model
from reportedly.neural.found import NAMES
from reportedly.read.link import grouped
from reportedly.read.named import MarkedName
from reportedly.read.once import quotations
from reportedly.read.pieces import Piece, Role
from reportedly.text.quotes import Quotation


def finder(model: Model) -> Spotting:
    """A span-finder that asks a model."""
    return Spotting(model)


class Spotting:
    """Asks a model once for what is said in a text and for the names in it.

    Args:
        model: The model.
    """

    def __init__(self, model: Model) -> None:
        labels = model.labels.heads[NAMES].labels if NAMES in model.labels.heads else ()
        told = {_KINDS[label[2:]] for label in labels if label[2:] in _KINDS}
        self._knows_names = told >= _ACTORS
        heads = _HEADS | {NAMES} if self._knows_names else _HEADS
        # The text at hand is asked for twice in a row: for its pieces, then for its names.
        self._found = lru_cache(maxsize=1)(lambda text: model.read(text, heads))

    def __call__(self, text: str) -> tuple[Piece, ...]:
        """The pieces of a text."""
        return pieces(text, self._found(text))

    def names(self, text: str) -> tuple[MarkedName, ...] | None:
        """The names of a text; ``None`` where the model does not know people, bodies and places."""
        if not self._knows_names:
            return None
        return tuple(_named(text, one) for one in self._found(text).of(NAMES))


_KINDS = {
    "person": EntityKind.PERSON,
    "organization": EntityKind.ORGANIZATION,
    "place": EntityKind.PLACE,
    "facility": EntityKind.PLACE,
    "nationality_or_group": EntityKind.NATIONALITY,
    "military_unit_or_armed_group": EntityKind.GROUP,
}
_ACTORS = {EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE}
_MONEY = "money"


def _named(text: str, one: Marked) -> MarkedName:
    span = Span.of(text, one.start, one.end)
    return MarkedName(span, _KINDS.get(one.kind), one.probability, one.kind == _MONEY)


@dataclass(frozen=True, slots=True)
class _Layer:
    """A head that marks attributions, with the names of its links."""

    head: str
    source: str
    content: str


_LAYERS = (
    _Layer("attribution", "source", "content"),
    _Layer("nested", "nested_source", "nested_content"),
)
"""What is said, and what is said within what is said."""
_HEADS = frozenset(layer.head for layer in _LAYERS)


def pieces(text: str, found: Found) -> tuple[Piece, ...]:
    """The pieces that a model found, those of one cue in one group.

    A model without links leaves it to `reportedly.read.link` what belongs together. A content that belongs to no cue is kept without a group where quotation marks hold it, and
    left out where only the model's word stands for it.
    """
    made: list[Piece] = []
    group = 0
    if not found.links:
        return tuple(grouped(text, list(_loose(text, found))))
    for layer in _LAYERS:
        marked = found.of(layer.head)
        sources = _best(found.links.get(layer.source, ()))
        cues = _best(found.links.get(layer.content, ()))
        of_cue: dict[int, list[int]] = {}
        for content, cue in cues.items():
            if cue is not None:
                of_cue.setdefault(cue, []).append(content)
        for number, one in enumerate(marked):
            if one.kind == Role.CUE:
                held = [marked[at] for at in of_cue.get(number, ())]
                source = sources.get(number)
                who = marked[source] if source is not None else None
                made += _attribution(text, one, who, held, group)
                group += 1
            elif one.kind == Role.CONTENT and cues.get(number) is None:
                made += _bare(text, one)
    return tuple(sorted(made, key=lambda p: (p.span.start, p.span.end, p.role.value, p.group or 0)))


def _loose(text: str, found: Found) -> Iterator[Piece]:
    for one in found.of(_LAYERS[0].head):
        if one.kind == Role.CONTENT:
            for span in _unquoted(text, one):
                yield Piece(Role.CONTENT, span)
        else:
            yield Piece(Role(one.kind), Span.of(text, one.start, one.end))


def _best(links: Iterable[Link]) -> dict[int, int | None]:
    """The best answer of each seeking stretch: answers come best first."""
    best: dict[int, int | None] = {}
    for link in links:
        best.setdefault(link.of, link.to)
    return best


def _attribution(
    text: str, cue: Marked, source: Marked | None, contents: Sequence[Marked], group: int
) -> Iterator[Piece]:
    if source is not None and text[source.start : source.end].casefold() not in _NOBODY:
        yield Piece(Role.SOURCE, Span.of(text, source.start, source.end), group, source.probability)
    yield Piece(Role.CUE, Span.of(text, cue.start, cue.end), group, cue.probability)
    for content in contents:
        for span in _unquoted(text, content):
            yield Piece(Role.CONTENT, span, group, content.probability)


_NOBODY = frozenset({"the", "a", "an"})
"""A source cut short before it names anybody."""


def _bare(text: str, content: Marked) -> Iterator[Piece]:
    for span in _unquoted(text, content):
        if any(quote.outer.contains(span) for quote in _quotes_over(text, content)):
            yield Piece(Role.CONTENT, span, None, content.probability)


def _unquoted(text: str, content: Marked) -> Iterator[Span]:
    """A content without the marks of the quotation it is; else as it stands."""
    inside = _quotes_over(text, content)
    if inside and not _words_outside(text, content, inside):
        for quote in inside:
            if quote.inner is not None:
                start = max(content.start, quote.inner.start)
                end = min(content.end, quote.inner.end)
                if start < end:
                    yield Span.of(text, start, end)
        return
    yield Span.of(text, content.start, content.end)


def _quotes_over(text: str, content: Marked) -> list[Quotation]:
    """The quotations that share words with a content, in order: they never overlap."""
    quotes = quotations(text)
    first = bisect_right(quotes, content.start, key=lambda quote: quote.outer.end)
    last = bisect_left(quotes, content.end, key=lambda quote: quote.outer.start)
    return list(quotes[first:last])


def _words_outside(text: str, content: Marked, quotes: Sequence[Quotation]) -> bool:
    """Whether a content has words that no quotation holds."""
    at = content.start
    for quote in quotes:
        if any(char.isalnum() for char in text[at : quote.outer.start]):
            return True
        at = max(at, quote.outer.end)
    return any(char.isalnum() for char in text[at : content.end])
