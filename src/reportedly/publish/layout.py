"""How a report's text is laid out on its pages: paragraphs, their numbers, and the page each is on."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

PARAGRAPH = 20_000
"""Code points of one paragraph on a page; a longer one (a file of one line) is cut at a space."""

PAGE = 160_000
"""Code points of one page of a text: about an hour's reading."""

_GAP = re.compile(r"\n\n+")
_BACK = 200


@dataclass(frozen=True, slots=True)
class Layout:
    """The paragraphs of one text.

    Attributes:
        starts: Where each begins, in code points.
        ends: One past where each ends.
        pages: The page each is on, from 0.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    pages: tuple[int, ...]

    def paragraph(self, offset: int) -> int:
        """The paragraph, from 0, that holds an offset or precedes it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def page(self, offset: int) -> int:
        """The page that holds an offset."""
        return self.pages[self.paragraph(offset)] if self.pages else 0

    def on_page(self, page: int) -> range:
        """The paragraphs of a page."""
        return range(bisect_left(self.pages, page), bisect_right(self.pages, page))

    @property
    def count(self) -> int:
        """How many pages there are; one where there is no text."""
        return self.pages[-1] + 1 if self.pages else 1


def lay_out(text: str) -> Layout:
    """Cut a text at its empty lines, and into pages."""
    starts: list[int] = []
    ends: list[int] = []
    pages: list[int] = []
    page = filled = 0
    for start, end in _paragraphs(text):
        if filled and filled + end - start > PAGE:
            page, filled = page + 1, 0
        filled += end - start
        starts.append(start)
        ends.append(end)
        pages.append(page)
    return Layout(tuple(starts), tuple(ends), tuple(pages))


def _paragraphs(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = 0
    for gap in _GAP.finditer(text):
        found += _pieces(text, at, gap.start())
        at = gap.end()
    return found + _pieces(text, at, len(text))


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    while end - start > PARAGRAPH:
        cut = text.rfind(" ", start + PARAGRAPH - _BACK, start + PARAGRAPH) + 1
        cut = cut or start + PARAGRAPH
        found.append((start, cut))
        start = cut
    if text[start:end].strip():
        found.append((start, end))
    return found
