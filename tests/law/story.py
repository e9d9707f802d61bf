"""The files of the small case on which the laws are tried: half of the demo story."""

from __future__ import annotations

from pathlib import Path

from tests.cases import built, demo_files, new_case, take_in

TITLE = "The crossing, in part"

FILES = (
    "corren-wire-0517.html",
    "tessel-evening-mail.txt",
    "corridor-review.md",
    "result.json",
    "stringer-bundle.zip",
)
"""A page with furniture, its rewriting, a piece that quotes, a channel, and an archive of four."""


def story_files() -> list[Path]:
    """The files of the small case."""
    return [demo_files() / "story" / name for name in FILES]


def make_small(folder: Path) -> None:
    """The small case under ``folder/case``, built."""
    case = new_case(folder / "case", TITLE)
    take_in(case, story_files())
    built(case)
