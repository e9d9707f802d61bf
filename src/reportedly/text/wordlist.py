"""Write the small word lists of this package as running text."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of ``words``, which are separated by space."""
    return frozenset(words.split())


def phrase_set(phrases: str) -> frozenset[str]:
    """The phrases of ``phrases``, one to a line or separated by commas."""
    return frozenset(part.strip() for part in phrases.replace("\n", ",").split(",") if part.strip())
