"""One original opened: unpacked, every item of it collected, every one in its named state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.collect.items import collect, refusal
from reportedly.collect.originals import unpack
from reportedly.model.report import Collected, Original, Unpacked
from reportedly.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Opened:
    """What came out of one original: its kind, and every item in its named state."""

    sha256: str
    names: tuple[str, ...]
    format: str
    container: bool
    collected: tuple[Collected, ...]


def open_original(original: Original, settings: Settings) -> Opened:
    """Unpack one original and collect each of its items.

    A child process that is handed this function imports the collecting stage and nothing else.
    """
    unpacked = unpack(original)
    collected = [collect(item, settings) for item in unpacked.items]
    return as_opened(original, unpacked, collected, settings)


def as_opened(
    original: Original, unpacked: Unpacked, collected: Iterable[Collected], settings: Settings
) -> Opened:
    """The items that were collected, with those that were refused in their named state."""
    refused = (refusal(part, original, settings) for part in unpacked.refused)
    return Opened(
        sha256=original.sha256,
        names=original.names,
        format=unpacked.format,
        container=unpacked.container,
        collected=(*collected, *refused),
    )
