"""Keep a result under the hash of its input and of the code, and take it back when both recur."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

import msgspec

from reportedly.model.ident import digest

Result = TypeVar("Result")


class Shelf(Protocol):
    """Where cached bytes live; the case's store is one, a plain dictionary another."""

    def get(self, key: str) -> bytes | None:
        """The bytes under ``key``, or ``None``."""

    def put(self, key: str, value: bytes) -> None:
        """Keep ``value`` under ``key``."""


class MemoryShelf:
    """A shelf that forgets when the process ends."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        return self._kept.get(key)

    def put(self, key: str, value: bytes) -> None:
        self._kept[key] = value


class Cache:
    """Results of pure functions, by stage, code and input.

    Args:
        shelf: Where the bytes live.
        code: Digest of the code that computes the results.
    """

    def __init__(self, shelf: Shelf, code: str) -> None:
        self._shelf = shelf
        self._code = code

    def key(self, stage: str, *inputs: object) -> str:
        """The key of ``stage`` applied to ``inputs`` (nouns, strings, numbers, tuples of them)."""
        encoded = msgspec.msgpack.encode((stage, self._code, inputs), order="deterministic")
        return f"{stage}-{digest(encoded)[:40]}"

    def get(self, key: str, kind: type[Result]) -> Result | None:
        """The result under ``key``, or ``None`` if there is none or it can no longer be read."""
        kept = self._shelf.get(key)
        if kept is None:
            return None
        try:
            return msgspec.msgpack.decode(kept, type=kind)
        except (msgspec.DecodeError, ValueError):
            return None

    def put(self, key: str, result: object) -> None:
        """Keep ``result`` under ``key``."""
        self._shelf.put(key, msgspec.msgpack.encode(result))

    def take(self, key: str, kind: type[Result], make: Callable[[], Result]) -> Result:
        """The result under ``key``, made and kept now if it is not there."""
        kept = self.get(key, kind)
        if kept is None:
            kept = make()
            self.put(key, kept)
        return kept
