"""The layout of the text at hand, worked out once for all the steps that read it.

Each step takes a text and nothing else, so that it can be tried and replaced alone; keeping the last
answer spares four of five passes. It changes no result.
"""

from __future__ import annotations

from functools import lru_cache

from reportedly.model.span import Span
from reportedly.text import layout, quotes


@lru_cache(maxsize=1)
def quotations(text: str) -> tuple[quotes.Quotation, ...]:
    """All quotations of ``text``; see `reportedly.text.quotes.quotations`."""
    return quotes.quotations(text)


@lru_cache(maxsize=1)
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of ``text``; see `reportedly.text.layout.sentences`."""
    return layout.sentences(text)


@lru_cache(maxsize=1)
def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of ``text``; see `reportedly.text.layout.paragraphs`."""
    return layout.paragraphs(text)
