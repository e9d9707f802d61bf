"""What every format hands on: the full visible text, cut into lines, and what the file says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from reportedly.errors import RefusedError
from reportedly.model.report import Evidence

PARSER_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What third-party parsers raise on damaged input; turned into `CollectError` where they are called."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the full text, the unit that is kept or left out.

    Attributes:
        start: First code point, no white space.
        end: One past the last code point that is no white space.
        paragraph: Lines of one paragraph share this number.
        tag: What the format says it is: p, h1, h2 (any lower heading), li, row, quote, caption, pre.
        region: The rule of ``left-out.md`` that the markup around it suggests; empty if none.
        linked: Share of its characters that stand in links.
        parent: Number of the element around it, 0 where the format has none.
        wrapped: Whether the break before it is only where the line before was full: the kept text
            has a space there.
        joins: Whether it goes on with the kept line before it although other text stands between
            (a page break within a sentence).
    """

    start: int
    end: int
    paragraph: int
    tag: str = "p"
    region: str = ""
    linked: float = 0.0
    parent: int = 0
    wrapped: bool = False
    joins: bool = False


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of the full text that the format itself leaves out, and the rule."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A publication date that something in or around the item gives, as written."""

    rule: str
    words: str


@dataclass(frozen=True, slots=True)
class Named:
    """A name that something in or around the item gives, with the rule that says why."""

    name: str
    rule: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Extract:
    """An item as its format gives it, before anything is left out.

    Attributes:
        full_text: The whole visible text.
        lines: Every line of it, in order; together they hold every visible code point.
        cuts: Stretches inside lines that the format leaves out, in order.
        title: Headline in the metadata.
        author: In the metadata.
        url: In the metadata.
        language: As declared; only tells when the words cannot.
        outlets: Who published it, best evidence first.
        dated: When, best evidence first.
        captured: When the capture was made, as written, if the file says so.
        unseen: Words that only a reader without script would see; tells hollow captures.
        chosen: For pages: per line, whether the article finder took it; empty if it was not asked.
        evidence: How encoding and structure were told.
    """

    full_text: str
    lines: tuple[Line, ...]
    cuts: tuple[Cut, ...] = ()
    title: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    outlets: tuple[Named, ...] = ()
    dated: tuple[Dated, ...] = ()
    captured: str = ""
    unseen: str = ""
    chosen: tuple[bool, ...] = ()
    evidence: tuple[Evidence, ...] = ()


_BREAKS = re.compile(r"\r\n|[\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029]")


def split_lines(text: str) -> Iterable[tuple[int, int]]:
    """The lines of ``text`` without surrounding white space; ``(at, at)`` for a blank one."""
    at = 0
    for match in _BREAKS.finditer(text):
        yield _trim(text, at, match.start())
        at = match.end()
    yield _trim(text, at, len(text))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    bare = text[start:end]
    left = len(bare) - len(bare.lstrip())
    if left == len(bare):
        return start, start
    return start + left, start + len(bare.rstrip())


@dataclass(slots=True)
class TextBuilder:
    """Puts a full text together line by line, for formats that have no text of their own.

    Paragraphs are separated by a blank line. ``limit`` bounds the text.
    """

    limit: int
    pieces: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    length: int = 0
    paragraph: int = 0

    def start_paragraph(self) -> None:
        """The next line begins a new paragraph."""
        if self.lines and self.lines[-1].paragraph == self.paragraph:
            self.paragraph += 1

    def add(
        self, words: str, *, tag: str = "p", region: str = "", linked: float = 0.0, parent: int = 0
    ) -> None:
        """Add one line to the current paragraph; blank lines are dropped.

        Raises:
            RefusedError: The text grows beyond the limit.
        """
        words = words.strip()
        if not words:
            return
        if self.lines:
            gap = "\n" if self.lines[-1].paragraph == self.paragraph else "\n\n"
            self.pieces.append(gap)
            self.length += len(gap)
        start = self.length
        self.pieces.append(words)
        self.length += len(words)
        check_length(self.length, self.limit)
        self.lines.append(Line(start, self.length, self.paragraph, tag, region, linked, parent))

    @property
    def text(self) -> str:
        """The full text so far."""
        return "".join(self.pieces)


def check_length(length: int, limit: int) -> None:
    """Refuse a text of more than ``limit`` code points."""
    if length > limit:
        raise RefusedError(
            f"The text is longer than {limit:,} characters",
            remedy="cut the file into parts and add the part that tells the story",
        )
