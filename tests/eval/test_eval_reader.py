"""The reader stays at or above its floors on texts of the corpora."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.floors import LOG, below, committed, lowered_silently, read_floors
from eval.reader import FLOORS, reached


@pytest.mark.corpora
def test_the_reader_reaches_every_floor(corpora: Path) -> None:
    now = reached(corpora)
    floors = read_floors(FLOORS.read_text())
    assert floors.keys() == now.keys()
    assert below(now, floors) == {}


def test_no_floor_of_the_reader_was_lowered_without_a_reason_in_the_log() -> None:
    now = read_floors(FLOORS.read_text())
    assert lowered_silently(committed(FLOORS), now, LOG.read_text(encoding="utf-8")) == []
