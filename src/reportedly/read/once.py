"""The layout of the text at hand, which `reportedly.text` works out once for all the steps that ask."""

from __future__ import annotations

from reportedly.text.layout import paragraphs, sentences
from reportedly.text.quotes import quotations

__all__ = ["paragraphs", "quotations", "sentences"]
