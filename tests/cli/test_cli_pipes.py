"""Whoever reads a command's output through `head` ends it well: no traceback, no finding."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def cut_short(*words: str | Path) -> tuple[int, str]:
    """Run a program whose reader goes away at once; its exit code and what it said on stderr."""
    ran = subprocess.Popen(
        [sys.executable, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    )
    assert ran.stdout
    assert ran.stderr
    ran.stdout.close()
    said = ran.stderr.read().decode()
    ran.stderr.close()
    return ran.wait(), said


@pytest.mark.parametrize(
    "words", [("report",), ("report", "--json"), ("attribution",), ()], ids=" ".join
)
def test_show_ends_quietly_where_its_reader_has_seen_enough(
    small_case: Path, words: tuple[str, ...]
) -> None:
    assert cut_short("-m", "reportedly", "show", small_case, *words) == (0, "")


def test_the_comparison_with_the_key_ends_quietly_too(demo_case: Path) -> None:
    assert cut_short("eval/key_report.py", demo_case) == (0, "")
