"""What a reader of numbers or times finds: the words, what they allow, and by which rule."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.span import Span
from reportedly.model.value import Value


@dataclass(frozen=True, slots=True)
class Found:
    """A number or a time in a text.

    Attributes:
        span: The words that give it.
        value: What they allow.
        rule: The rule that read them, as listed in ``docs/reference/details.md``.
        noun: For counts: the counted noun with its adjectives, without "of" and articles, where
            one follows.
    """

    span: Span
    value: Value
    rule: str
    noun: Span | None = None
