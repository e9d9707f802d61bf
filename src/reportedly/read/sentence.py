"""The sentences of a text as token rows in which a quotation counts as one token."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.model.span import Span
from reportedly.read.cue_verbs import LEXICON
from reportedly.read.grammar import CONJUNCTIONS
from reportedly.read.once import paragraphs, sentences
from reportedly.read.tokens import Token, TokenKind, tokens
from reportedly.text.quotes import Quotation

MAX_TOKENS = 250
"""Longest row: what runs on further is cut, so that reading stays linear."""

_FRAGMENT = 5
"""Most words of a quoted fragment that is read as part of the writer's own clause."""

_HEADING_WORDS = 25
_ENDS = (".", "!", "?", ":", ";", "…", ",", "”", '"', "’", "'", "»", ")")


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence of the writer's, with the quotations in it.

    Attributes:
        items: Its tokens.
        paragraph: Index of its paragraph.
    """

    items: tuple[Token, ...]
    paragraph: int


def is_heading(paragraph: Span) -> bool:
    """Whether a paragraph is a heading or caption: short, one line, ending in no mark."""
    text = paragraph.text
    return (
        not text.endswith(_ENDS)
        and "\n" not in text
        and len(text.split(None, _HEADING_WORDS)) < _HEADING_WORDS
    )


def rows(text: str, quotes: Sequence[Quotation]) -> Iterator[Row]:
    """The rows of ``text``, headings left out; a quotation never lies in two of them."""
    ends = iter(sentences(text))
    sentence = next(ends, None)
    at_quote = 0
    for index, block in enumerate(paragraphs(text)):
        cuts = []
        while sentence is not None and sentence.end <= block.end:
            while at_quote < len(quotes) and quotes[at_quote].outer.end <= sentence.end:
                at_quote += 1
            within = at_quote < len(quotes) and quotes[at_quote].outer.start < sentence.end
            if not within:
                cuts.append(sentence.end)
            sentence = next(ends, None)
        if is_heading(block):
            continue
        if not cuts or cuts[-1] < block.end:
            cuts.append(block.end)
        start = block.start + _dateline(block.text)
        for cut in cuts:
            row = _lettered(_flatten(text, tokens(text, start, cut, quotes)))
            start = cut
            for at in range(0, len(row), MAX_TOKENS):
                yield Row(tuple(row[at : at + MAX_TOKENS]), index)


_DATELINE = re.compile(
    r"\([A-Z][\w./&-]*(?: [A-Z][\w./&-]*){0,3}\)\s*(?:(?:[—–-]|--|:)\s+)?"
    r"|[A-Z][\w.'’/-]+(?:[ ,]+[A-Z\d][\w.'’/-]*){0,8}\s*"
    r"(?:\([A-Z][\w ./&-]{1,30}\)\s*)?(?:[—–-]|--)\s+"
)


def _dateline(text: str) -> int:
    """Length of a dateline: "PORT VELA (Corren Wire) - " or "VELA, May 3 —"; 0 if there is none."""
    match = _DATELINE.match(text)
    if match is None:
        return 0
    head = match.group()
    place = head.split("(")[0].rstrip(" —–-")
    return match.end() if "(" in head or place.split(",")[0].isupper() else 0


def _flatten(text: str, row: list[Token]) -> list[Token]:
    """Open the quoted fragments that are part of the writer's clause: his "front" office."""
    if not any(token.is_quote for token in row):
        return row
    flat: list[Token] = []
    for at, token in enumerate(row):
        after = row[at + 1] if at + 1 < len(row) else None
        if token.is_quote and _is_fragment(token, flat[-1] if flat else None, after):
            quote = token.quote
            if quote is None or quote.inner is None:
                continue
            inside = [
                replace(one, quoted=True)
                for one in tokens(text, quote.inner.start, quote.inner.end, ())
            ]
            if inside:
                # The marks stay with the words they stand at.
                inside[0] = replace(inside[0], start=token.start)
                inside[-1] = replace(inside[-1], end=token.end)
            flat.extend(inside)
        else:
            flat.append(token)
    return flat


def _lettered(row: list[Token]) -> list[Token]:
    """The row with the "A" of "Worker A" told from the article, and "Will Lind" from "will"."""
    made = list(row)
    for at, token in enumerate(row):
        after_name = token.text == "A" and at > 0 and row[at - 1].capital
        before_name = token.text in _NAMES and at + 1 < len(row) and row[at + 1].capital
        if after_name or before_name:
            made[at] = replace(token, low=token.text)
    return made


_NAMES = ("Will", "May")


def _is_fragment(token: Token, before: Token | None, after: Token | None) -> bool:
    inner = token.quote.inner if token.quote else None
    if inner is None or before is None or before.kind is not TokenKind.WORD:
        return False
    count = len(inner.text.split(None, _FRAGMENT + 1))
    if count > _FRAGMENT:
        return False
    if before.low in CONJUNCTIONS and count > 2:
        return False
    if before.low not in LEXICON:
        return True
    return (
        count <= 2
        and after is not None
        and after.is_word
        and not inner.text.endswith((",", ".", "!", "?"))
    )
