"""The small case, built once; tests change copies of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reportedly.casefile import Case
from tests.cases import made_once
from tests.law.story import make_small


@pytest.fixture(scope="session")
def small_case(run_folder: Path) -> Path:
    """The small case, built: read it, never write."""
    return made_once(run_folder / "small", make_small) / "case"


@pytest.fixture
def a_copy(small_case: Path, tmp_path: Path) -> Case:
    """A copy of the small case that a test may change."""
    return Case.open(Path(shutil.copytree(small_case, tmp_path / "copy")))
