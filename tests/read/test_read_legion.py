"""Who speaks in the five real reports: told by reading them. Names only; no words of theirs."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from reportedly.collect import collect, unpack
from reportedly.model.report import Report
from reportedly.read import read
from tests.collect.making import CASE, original

pytestmark = pytest.mark.corpora


def report_of(corpora: Path, number: str) -> Report:
    path = next((corpora / "stories/legion").glob(f"{number}_*"))
    items = unpack(original(path.read_bytes(), path.name, received="2024-12-31")).items
    return collect(items[0], CASE).report


# At least this many statements of each; and these must never be read as speaking.
SPEAK = {
    "000": {"Freedom of Russia Legion": 2, "One soldier": 1},
    "001": {"Vladimir Putin": 1, "one of the harangues": 1, "anonymous testimonies from soldiers": 1},
    "002": {
        "Maximilian Andronikov": 12,
        "Aleksey Baranovsky": 3,
        "Free Russia Legion": 4,
        "the website": 3,
        "Two members of the Legion": 1,
        "Supreme Court of Russia": 1,
        "Ukraine": 1,
        "Kremlin": 1,
    },
    "003": {"Igor Sushko": 3, "Aleksey Arestovich": 2},
    "004": {
        "Caesar": 3,
        "A senior Ukrainian official": 5,
        "Free Russia Legion": 2,
        "Russian Volunteer Corps": 2,
        "Russia’s Ministry of Defense": 1,
        "A Russian defense ministry spokesman": 1,
    },
}  # fmt: skip
SILENT = {"Wagner", "Yevgeny Prigozhin", "Mark Feygin", "Volodymyr Zelensky", "Belgorod", "Moscow"}


@pytest.mark.parametrize("number", SPEAK)
def test_the_speakers_of_the_real_story_are_told(corpora: Path, number: str) -> None:
    said = read(report_of(corpora, number), CASE).attributions
    found = Counter(one.source.name for one in said if one.source is not None)
    for name, times in SPEAK[number].items():
        assert found[name] >= times, found
    assert not SILENT & set(found)


def test_a_man_known_by_a_call_sign_is_one_speaker(corpora: Path) -> None:
    reading = read(report_of(corpora, "002"), CASE)
    words = {
        one.source.span.text
        for one in reading.attributions
        if one.source is not None and one.source.name == "Maximilian Andronikov"
    }
    assert {"Caesar", "Andronikov", "he", "He", "him"} <= words


def test_a_plan_and_a_denial_are_typed_as_such(corpora: Path) -> None:
    kinds = Counter(
        one.cue.kind.value
        for number in SPEAK
        for one in read(report_of(corpora, number), CASE).attributions
        if one.cue is not None
    )
    assert kinds["promises"] >= 3
    assert kinds["denies"] >= 1
    assert kinds["accuses"] >= 2
    assert kinds["declines"] >= 2


def test_what_could_not_be_confirmed_is_kept_with_no_source(corpora: Path) -> None:
    said = read(report_of(corpora, "004"), CASE).attributions
    doubted = [one for one in said if one.stance.value == "doubts"]
    assert len(doubted) == 1
    assert doubted[0].source is None


def test_the_outlets_a_report_goes_back_to_are_credited(corpora: Path) -> None:
    assert {c.name for c in read(report_of(corpora, "002"), CASE).credits} == {
        "The Times",
        "Express",
    }
    assert {c.name for c in read(report_of(corpora, "003"), CASE).credits} == {"Express.co.uk"}
