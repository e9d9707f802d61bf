"""Find sources, cues and contents by rule.

A trained model may replace `find` and nothing else: linking, typing, chains and reference build on
the pieces alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.model.span import Span
from reportedly.read.frames import (
    Found,
    Range,
)
from reportedly.read.grammar import (
    FIRST_SECOND,
    is_nounlike,
    phrase_after,
)
from reportedly.read.once import quotations
from reportedly.read.pieces import Piece, Role
from reportedly.read.reporting import read_sentence, speaker_before
from reportedly.read.sentence import MAX_TOKENS, Row, rows
from reportedly.read.tokens import Token, tokens
from reportedly.read.verbs import verb_groups
from reportedly.text.quotes import Quotation
from reportedly.text.wordlist import word_set


def find(text: str) -> tuple[Piece, ...]:
    """The sources, cues and contents of ``text``, by place.

    Pieces of one attribution share a group number. A quotation that makes up a sentence of its own
    and has no cue in it is content without a group; scare quotes are no content.
    """
    quotes = quotations(text)
    pieces: list[Piece] = []
    group = 0
    for row in _joined(list(rows(text, quotes))):
        found = read_sentence(row.items)
        for one in found:
            pieces.extend(_pieces(text, row.items, one, group))
            group += 1
        for one in _after_colon(row.items, found):
            pieces.extend(_pieces(text, row.items, one, group))
            found.append(one)
            group += 1
        pieces.extend(_bare(row.items, found))
    for quote in quotes:
        for made in _within(text, quote):
            pieces.extend(replace(piece, group=group) for piece in made)
            group += 1
    return tuple(
        sorted(pieces, key=lambda p: (p.span.start, p.span.end, p.role.value, p.group or 0))
    )


# --- pieces --------------------------------------------------------------------------------------


def _pieces(text: str, items: Sequence[Token], one: Found, group: int) -> Iterator[Piece]:
    if one.source is not None:
        yield Piece(Role.SOURCE, _span(text, items, one.source), group)
    yield Piece(Role.CUE, _span(text, items, one.cue), group)
    for part in one.content:
        for span in _content(text, items, part):
            yield Piece(Role.CONTENT, span, group)


def _span(text: str, items: Sequence[Token], part: Range) -> Span:
    return Span.of(text, items[part[0]].start, items[part[1] - 1].end)


_EDGES = frozenset((",", ":", "—", "–", "--", "-", ";"))


def _content(text: str, items: Sequence[Token], part: Range) -> Iterator[Span]:
    """A range as spans: whole quotations by their inner words, anything else as it stands."""
    first, last = part
    while first < last and items[first].text in _EDGES:
        first += 1
    while first < last and items[last - 1].text in _EDGES:
        last -= 1
    if first >= last:
        return
    row = items[first:last]
    if all(token.is_quote or not token.is_word for token in row):
        for token in row:
            if token.quote is not None and token.quote.inner is not None:
                yield token.quote.inner
        return
    while row[-1].quoted and last < len(items) and items[last].quoted:
        last += 1
        row = items[first:last]
    yield Span.of(text, row[0].start, row[-1].end)


def _joined(all_rows: list[Row]) -> Iterator[Row]:
    """The rows, with a quotation joined to the reporting clause after it.

    Sentences end at a question mark; in "'Why?' Ina Roke, a nurse, said of it" the clause goes on.
    """
    at = 0
    while at < len(all_rows):
        row = all_rows[at]
        following = all_rows[at + 1] if at + 1 < len(all_rows) else None
        if following is not None and _is_asked(row, following):
            yield Row((*row.items, *following.items), row.paragraph)
            at += 2
        else:
            yield row
            at += 1


def _is_asked(row: Row, following: Row) -> bool:
    """Whether the next row is the reporting clause of a row that is one quotation."""
    if row.paragraph != following.paragraph or len(row.items) != 1 or not row.items[0].is_quote:
        return False
    if len(following.items) + 1 > MAX_TOKENS or following.items[0].is_quote:
        return False
    whole = read_sentence((*row.items, *following.items))
    apart = {one.cue for one in read_sentence(following.items)}
    return any(
        one.start == 1 and one.frame == "<" and (one.cue[0] - 1, one.cue[1] - 1) not in apart
        for one in whole
    )


def _after_colon(items: Sequence[Token], found: list[Found]) -> Iterator[Found]:
    """A quotation, or what the next paragraph brings, after a colon: the clause names who."""
    for at, token in enumerate(items):
        if token.text != ":" or at == 0:
            continue
        quoted = at + 1 < len(items) and items[at + 1].is_quote
        if not quoted and at + 1 < len(items):
            continue
        if any(not one.content or one.content[-1][0] <= at < one.content[-1][1] for one in found):
            continue
        if any(a <= at + 1 < b for one in found for a, b in one.content):
            continue
        source = _main_clause(items, at) or speaker_before(items, at, found)
        if source is not None:
            content = ((at + 1, at + 2),) if quoted else ()
            yield Found(source[0], source, (at, at + 1), content, ":")


_SUBORDINATE = word_set("when after as while before although though if asked since because once")


def _main_clause(items: Sequence[Token], colon: int) -> Range | None:
    """The subject of the main clause where a subordinate one opens the sentence.

    In "When Lind said it rained, Roke shook her head: 'No'" it is Roke who speaks.
    """
    if items[0].low not in _SUBORDINATE:
        return None
    comma = next((at for at in range(colon - 1, 0, -1) if items[at].text == ","), None)
    if comma is None:
        return None
    after = phrase_after(items, comma + 1, colon)
    return (comma + 1, after) if after is not None and after < colon else None


_SENTENCE = 4
"""Fewest words of a quotation that can be a statement without a cue."""


def _bare(items: Sequence[Token], found: list[Found]) -> Iterator[Piece]:
    """Quotations that are nobody's content yet: sentences of their own, or after a colon."""
    used = [part for one in found for part in one.content]
    alone = all(token.is_quote or not token.is_word for token in items)
    for at, token in enumerate(items):
        if not token.is_quote or token.quote is None or token.quote.inner is None:
            continue
        if any(a <= at < b for a, b in used):
            continue
        inner = token.quote.inner
        words = len(inner.text.split())
        after_colon = at > 0 and items[at - 1].text == ":"
        if (alone and (words >= _SENTENCE or inner.text.endswith((".", "!", "?")))) or (
            after_colon and words >= _SENTENCE
        ):
            yield Piece(Role.CONTENT, inner)


# --- what is said within a quotation -------------------------------------------------------------

_STRONG = word_set("say tell deny accuse claim report confirm announce admit write allege")


def _within(text: str, quote: Quotation) -> Iterator[list[Piece]]:
    """Attributions inside a quotation, told with a named third person and a clear verb only."""
    if quote.inner is None or len(quote.inner.text) < 20:
        return
    row = tokens(text, quote.inner.start, quote.inner.end, ())
    start = 0
    for at, token in enumerate(row):
        if token.text in (".", "!", "?") or at == len(row) - 1 or at - start >= 200:
            part = row[start : at + 1]
            start = at + 1
            for one in read_sentence(part):
                if one.source is None or one.frame not in "tbofn" or not one.content:
                    continue
                cue = part[one.cue[1] - 1]
                verbs = [group for group in verb_groups(part) if group.last == one.cue[1] - 1]
                if not verbs or verbs[0].verb.lemma not in _STRONG or verbs[0].negated:
                    continue
                head = part[one.source[0]]
                if head.low in FIRST_SECOND or head.low in (
                    "it",
                    "that",
                    "which",
                    "this",
                    "one",
                    "someone",
                    "everyone",
                    "who",
                ):
                    continue
                if not (is_nounlike(cue) or cue.is_word):
                    continue
                yield list(_pieces(text, part, one, 0))
