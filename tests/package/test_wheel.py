"""What people install is the wheel: it is built, looked into, installed away from here, and run."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cases import made_once

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src/reportedly"
MOST = 40_000_000
"""Bytes of the wheel; the gazetteer of at most 10 MB is the largest part of it."""


def _uv() -> str:
    beside = Path(sys.executable).with_name("uv")
    found = str(beside) if beside.exists() else shutil.which("uv")
    assert found, "uv builds the wheel; `make test` puts it into the environment"
    return found


def _run(*words: str | Path, cwd: Path, timeout: float = 120) -> str:
    """Run a command away from the source tree; nothing of this environment points it back there."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "UV_CACHE_DIR") if key in os.environ}
    done = subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env={**kept, "LC_ALL": "C.UTF-8", "UV_PYTHON_DOWNLOADS": "never"},
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )
    assert done.returncode == 0, (
        f"{words} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
    )
    return done.stdout


def _build(folder: Path) -> None:
    python = ["--python", sys.executable]
    command = [_uv(), "build", "--wheel", *python, "--out-dir", str(folder), str(ROOT)]
    # From the cache first: the build backend is needed from the package index once only.
    offline = subprocess.run([*command, "--offline"], capture_output=True, check=False)
    if offline.returncode:
        _run(*command, cwd=folder)


@pytest.fixture(scope="session")
def wheel(run_folder: Path) -> Path:
    (found,) = made_once(run_folder / "wheel", _build).glob("*.whl")
    return found


@pytest.fixture
def names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


@pytest.fixture
def clean(wheel: Path, tmp_path: Path) -> Path:
    """A clean environment with the wheel; third parties are borrowed from this one, for speed."""
    folder = tmp_path / "venv"
    python = folder / "bin/python"
    _run(_uv(), "venv", "--python", sys.executable, folder, cwd=tmp_path)
    _run(_uv(), "pip", "install", "--offline", "--no-deps", "--python", python, wheel, cwd=tmp_path)
    (packages,) = (folder / "lib").glob("python*/site-packages")
    # A plain path: the .pth files over there, one of which names the source tree, are not read.
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder


def test_the_wheel_holds_every_file_of_the_package(names: list[str]) -> None:
    tracked = {
        f"reportedly/{path.relative_to(PACKAGE).as_posix()}"
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert tracked - set(names) == set()


def test_the_wheel_holds_what_the_program_reads_at_run_time(names: list[str]) -> None:
    beside_code = {
        "reportedly/py.typed",
        "reportedly/data/gazetteer.bin",
        "reportedly/data/CREDITS.md",
        "reportedly/data/reader/WEIGHTS-LICENSE",
        "reportedly/demo/case.toml",
        "reportedly/demo/key.toml",
        "reportedly/demo/reports.csv",
        "reportedly/publish/ledger.schema.json",
        "reportedly/publish/templates/base.html",
        "reportedly/publish/templates/style.css",
    }
    assert beside_code - set(names) == set()
    assert sum(name.startswith("reportedly/demo/story/") for name in names) == 12
    assert [name for name in names if name.endswith("licenses/LICENSE")] != []


def test_the_wheel_holds_nothing_else(names: list[str]) -> None:
    foreign = re.compile(r"reportedly(?:-[\d.]+\.dist-info)?/")
    assert [name for name in names if not foreign.match(name)] == []
    unwanted = re.compile(
        r"(?:^|/)(?:tests?|scripts|eval|bench|__pycache__|\.[^/]+)(?:/|$)|\.py[co]$"
    )
    assert [name for name in names if unwanted.search(name)] == []


def test_the_wheel_is_small(wheel: Path, summary: Callable[[str, str], None]) -> None:
    size = wheel.stat().st_size
    summary("wheel", f"{wheel.name}: {size / 1e6:.1f} MB of {MOST / 1e6:.0f} MB")
    assert size < MOST


def test_the_installed_program_makes_the_demo_case_and_finds_it_whole(
    clean: Path, tmp_path: Path
) -> None:
    python, program = clean / "bin/python", clean / "bin/reportedly"
    where = _run(python, "-c", "import reportedly; print(reportedly.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(clean), where
    assert "Open story/case/site/index.html" in _run(program, "demo", "story", cwd=tmp_path)
    assert (tmp_path / "story/case/site/style.css").stat().st_size > 0
    assert "all as written" in _run(program, "verify", "story/case", cwd=tmp_path)
    checks = json.loads(_run(program, "doctor", "--json", cwd=tmp_path))["checks"]
    assert [name for name, good in checks.items() if not good] == []
