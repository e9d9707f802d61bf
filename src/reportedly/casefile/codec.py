"""Read nouns back from canonical JSON (`reportedly.model.canonical`)."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import msgspec

Noun = TypeVar("Noun")


def decode(data: bytes | str, kind: type[Noun]) -> Noun:
    """Read one noun of type ``kind``.

    Raises:
        msgspec.DecodeError: Not JSON, or not of that type.
    """
    return msgspec.json.decode(data, type=kind)


def decode_all(rows: Iterable[bytes | str], kind: type[Noun]) -> tuple[Noun, ...]:
    """Read many nouns of one type.

    Raises:
        msgspec.DecodeError: One of them is not JSON, or not of that type.
    """
    read = msgspec.json.Decoder(kind).decode
    with unhindered():
        return tuple(read(row) for row in rows)


@contextmanager
def unhindered() -> Iterator[None]:
    """Make many small objects without the cycle collector, which finds none among nouns.

    Measured on 100,000 attributions: 1.6 s with it, 0.35 s without.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
