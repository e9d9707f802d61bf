"""Readings are taken from the case where they are whole, and made where they are not."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reportedly.build.readers import Reader, readings
from reportedly.engine.cache import MemoryShelf
from reportedly.engine.progress import no_progress
from reportedly.model.report import Report
from reportedly.model.settings import Settings
from reportedly.model.statement import Reading
from tests.publish import story


def mute(report: Report, settings: Settings) -> Reading:
    return Reading(report.id)


def sullen(report: Report, settings: Settings) -> Reading:
    raise AssertionError("read though a whole reading is kept")


class Halving(MemoryShelf):
    """Gives back the first half of what it was given, as after a power cut."""

    def many(self, keys: Iterable[str]) -> dict[str, bytes]:
        return {key: data[: len(data) // 2] for key, data in super().many(keys).items()}


def test_a_reading_is_made_once() -> None:
    shelf = MemoryShelf()
    made = taken(mute, shelf)
    assert made
    assert taken(sullen, shelf) == made


def test_a_reading_that_a_power_cut_left_in_half_is_made_again() -> None:
    shelf = Halving()
    assert taken(mute, shelf) == taken(mute, shelf)


def taken(read: Callable[[Report, Settings], Reading], shelf: MemoryShelf) -> dict[str, Reading]:
    reports = story.ledger().reports
    return readings(Reader("digest", read), Settings("Title"), shelf, reports, 1, no_progress)
