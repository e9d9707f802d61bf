"""The one way a noun is written as bytes: equal nouns give equal bytes, and equal digests."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import msgspec

_ENCODER = msgspec.json.Encoder(order="sorted")


def encode(noun: object) -> bytes:
    """``noun`` as JSON in UTF-8: sorted keys, no spaces, numbers in their shortest exact form.

    Raises:
        UnicodeEncodeError: A text holds half of a surrogate pair, which no stage may let through.
    """
    return _ENCODER.encode(noun)


class Digests:
    """SHA-256 of nouns in their canonical form, taken once of each.

    A build compares every row with the one that stands and looks up what each page rests on; both go
    by these. What a digest was asked of is kept, so that nothing else can take its place in memory.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, bytes]] = {}

    def of(self, noun: object) -> bytes:
        """Of one noun, which is not changed any more: 32 bytes."""
        known = self._known.get(id(noun))
        if known is None:
            known = self._known[id(noun)] = noun, hashlib.sha256(encode(noun)).digest()
        return known[1]

    def of_all(self, nouns: Iterable[object]) -> bytes:
        """Of several, in their order: 32 bytes."""
        return hashlib.sha256(b"".join([self.of(noun) for noun in nouns])).digest()
