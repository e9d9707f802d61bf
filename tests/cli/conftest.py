"""The small case, built once for all tests of the command line; whoever changes it takes a copy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cases import made_once
from tests.cli.small_case import make_small


@pytest.fixture(scope="session")
def small_case(run_folder: Path) -> Path:
    return made_once(run_folder / "small", make_small) / "case"


@pytest.fixture
def case(small_case: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(small_case, tmp_path / "case"))
