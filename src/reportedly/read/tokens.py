"""Cut a paragraph into clauses' raw material: words, marks, and each quotation as one token."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from reportedly.text.quotes import Quotation
from reportedly.text.wordlist import word_set


class TokenKind(Enum):
    """What a token is."""

    WORD = 1
    MARK = 2
    QUOTE = 3


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a punctuation mark, or a whole quotation.

    Attributes:
        start: First code point, in the report's text.
        end: One past the last.
        text: Its words; for a quotation with its marks.
        low: ``text`` in lower case with a straight apostrophe; ``"`` for a quotation.
        kind: Word, mark or quotation.
        quote: The quotation, if it is one.
        quoted: Whether the word stands in a quoted fragment of the writer's own clause.
    """

    start: int
    end: int
    text: str
    low: str
    kind: TokenKind
    quote: Quotation | None = None
    quoted: bool = False

    @property
    def is_quote(self) -> bool:
        return self.kind is TokenKind.QUOTE

    @property
    def is_word(self) -> bool:
        return self.kind is TokenKind.WORD

    @property
    def capital(self) -> bool:
        return self.is_word and self.text[0].isupper()


_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|[^\W_](?:[^\W_]|['’.&/@\-‐‑](?=[^\W_])|[\u0300-\u036f\u0483-\u0489])*"
    r"|--+|[^\w\s]|_",
)
_STRAY = frozenset("“”\"‘’'„«»‹›‚‛‟")
"""Quotation marks that belong to no quotation: they say nothing about the clause."""
_COUNTRIES = {"US": "u.s."}
"""Names that would be read as a pronoun in lower case."""
_ABBREVIATED = word_set(
    "mr mrs ms dr prof gen lt col maj capt sgt cpl sen rep gov st rev jr sr adm brig cmdr "
    "pres hon supt insp det no"
)


def tokens(text: str, start: int, end: int, quotes: Sequence[Quotation]) -> list[Token]:
    """The tokens of ``text[start:end]``; quotations that begin in it are one token each.

    Args:
        text: The report's text.
        start: Where to begin.
        end: Where to stop.
        quotes: Quotations of the text, in order; those outside the range are not looked at.
    """
    found: list[Token] = []
    at = start
    index = bisect_left(quotes, start, key=lambda quote: quote.outer.start)
    while at < end:
        quote = quotes[index] if index < len(quotes) else None
        stop = min(end, quote.outer.start) if quote else end
        _plain(text, at, stop, found)
        if quote is None or quote.outer.start >= end:
            break
        outer = quote.outer
        found.append(Token(outer.start, outer.end, outer.text, '"', TokenKind.QUOTE, quote))
        at = outer.end
        index += 1
    return found


def _plain(text: str, start: int, end: int, found: list[Token]) -> None:
    """Add the tokens of a stretch without quotations; a list, since a text has three for each word."""
    done = start
    for match in _TOKEN.finditer(text, start, end):
        if match.start() < done:
            continue
        word = match.group()
        stop = match.end()
        if word[0].isalnum():
            # The full stop of "Mr." or of an initial belongs to the word.
            initial = len(word) == 1 and word.isupper() and word != "I"
            if stop < end and text[stop] == "." and (initial or word.lower() in _ABBREVIATED):
                stop += 1
                word = text[match.start() : stop]
            if "'" in word or "’" in word:
                found.extend(_split(match.start(), word))
            else:
                low = _COUNTRIES.get(word, word.lower())
                found.append(Token(match.start(), stop, word, low, TokenKind.WORD))
        elif word not in _STRAY:
            found.append(Token(match.start(), stop, word, word, TokenKind.MARK))
        done = stop


_CONTRACTION = re.compile(
    r"(?P<who>he|she|it|they|we|i|you|who|that|there|what|here)(?P<verb>['’](?:s|re|ve|d|ll|m))",
    re.IGNORECASE,
)


def _split(start: int, word: str) -> Iterator[Token]:
    """A word as its token; a pronoun with its verb ("he's") as two."""
    match = _CONTRACTION.fullmatch(word)
    parts = (match["who"], match["verb"]) if match else (word,)
    for part in parts:
        low = part.lower().replace("’", "'")
        yield Token(start, start + len(part), part, low, TokenKind.WORD)
        start += len(part)
