"""Keep a result under the hash of its input and of the code, and take it back when both recur."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from contextlib import suppress
from typing import Protocol, TypeVar

import msgspec

from reportedly.model.ident import digest

Result = TypeVar("Result")
Input = TypeVar("Input", bound=Hashable)


class Shelf(Protocol):
    """Where cached bytes live; the case's store is one, a plain dictionary another."""

    def get(self, key: str) -> bytes | None:
        """The bytes under ``key``, or ``None``."""

    def many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """The bytes under each of ``keys`` that there are any for."""

    def put(self, key: str, value: bytes) -> None:
        """Keep ``value`` under ``key``."""


class MemoryShelf:
    """A shelf that forgets when the process ends."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        return self._kept.get(key)

    def many(self, keys: Iterable[str]) -> dict[str, bytes]:
        return {key: self._kept[key] for key in keys if key in self._kept}

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
        return self.many((key,), kind).get(key)

    def many(self, keys: Iterable[str], kind: type[Result]) -> dict[str, Result]:
        """The results under ``keys``, by key; without those that are not there or unreadable."""
        read = msgspec.msgpack.Decoder(kind).decode
        found: dict[str, Result] = {}
        for key, kept in self._shelf.many(keys).items():
            with suppress(msgspec.DecodeError, ValueError):
                found[key] = read(kept)
        return found

    def put(self, key: str, result: object) -> None:
        """Keep ``result`` under ``key``."""
        self._shelf.put(key, msgspec.msgpack.encode(result))

    def take(
        self, keys: Mapping[Input, str], kind: type[Result], make: Callable[[Input], Result]
    ) -> dict[Input, Result]:
        """The result of each input, by its key; made and kept now if it is not there."""
        kept = self.many(keys.values(), kind)
        results: dict[Input, Result] = {}
        for one, key in keys.items():
            result = kept.get(key)
            if result is None:
                result = make(one)
                self.put(key, result)
            results[one] = result
        return results
