"""What was changed behind the program's back is named; what was cut short is made whole."""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.casefile import Case
from reportedly.model.decision import Act, Decision
from tests.cases import AT, BY, built, command, reportedly, take_in, written_ledger


@pytest.fixture(scope="module")
def with_a_decision(small_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small case with a decision in its log, built."""
    folder = Path(shutil.copytree(small_case, tmp_path_factory.mktemp("damage") / "case"))
    case = Case.open(folder)
    with case.lock():
        case.decisions.append(Decision("", Act.PROTECT, BY, AT, field="Nobody", value="N."))
    built(case)
    return folder


def test_an_untouched_case_verifies(with_a_decision: Path) -> None:
    ended = command("verify", with_a_decision)
    assert ended.code == 0, ended.out + ended.err


@settings(max_examples=25)
@given(st.data())
def test_one_flipped_bit_in_an_original_or_a_log_is_named(
    with_a_decision: Path, data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        case = Path(shutil.copytree(with_a_decision, Path(folder) / "case"))
        truth = [*sorted((case / "originals").rglob("*")), *sorted(case.glob("*.jsonl"))]
        path = data.draw(st.sampled_from([path for path in truth if path.is_file()]))
        at = data.draw(st.integers(0, path.stat().st_size * 8 - 1))
        flip(path, at)
        ended = command("verify", case)
    assert ended.code == 3, ended.out + ended.err
    assert path.name in ended.out + ended.err


def flip(path: Path, bit: int) -> None:
    """Turn one bit of a file round."""
    damaged = bytearray(path.read_bytes())
    damaged[bit // 8] ^= 1 << bit % 8
    path.chmod(0o644)
    path.write_bytes(damaged)


def test_a_build_refuses_a_damaged_original_and_leaves_the_ledger_alone(a_copy: Case) -> None:
    before = written_ledger(a_copy)
    original = next(path for path in (a_copy.path / "originals").rglob("*") if path.is_file())
    flip(original, 8)
    (a_copy.path / "ledger.sqlite").unlink()
    ended = reportedly("build", a_copy.path)
    assert ended.code == 3, ended.out + ended.err
    assert original.name in ended.err
    assert written_ledger(a_copy) == before


@pytest.mark.parametrize("seed", range(3))
def test_a_build_killed_at_any_moment_leaves_a_whole_ledger_and_the_next_one_completes_it(
    seed: int, small_case: Path, tmp_path: Path
) -> None:
    case, expected = grown(small_case, tmp_path)
    old = json.loads(written_ledger(case))
    killed_build(case.path, at_write=seed % 2 == 0, seed=seed)

    between = Case.open(case.path).ledger()
    assert len(between.reports) in (len(old["reports"]), len(old["reports"]) + 1)
    assert command("verify", case.path).code in (0, 1)
    ended = reportedly("build", case.path)
    assert ended.code == 0, ended.err
    assert written_ledger(case) == expected
    assert command("verify", case.path).code == 0
    assert not [path for path in case.path.rglob("*") if path.name.endswith(".part")]


def grown(small_case: Path, folder: Path) -> tuple[Case, bytes]:
    """A built case with one more file taken in but not built, and the ledger it must come to."""
    more = folder / "more.txt"
    more.write_text("“Nine people died,” said Ada Moll of the Harbour Office.", encoding="utf-8")
    ledgers = []
    for name in ("whole", "case"):
        case = Case.open(Path(shutil.copytree(small_case, folder / name)))
        take_in(case, [more])
        if name == "whole":
            built(case)
            ledgers.append(written_ledger(case))
    return case, ledgers[0]


def killed_build(case: Path, *, at_write: bool, seed: int) -> None:
    """Kill a build the moment it starts to write, or some time after it began."""
    chance = random.Random(seed)  # noqa: S311 - a moment, not a secret
    before = stamps(case)
    child = subprocess.Popen(
        [sys.executable, "-m", "reportedly", "build", str(case), "--workers", "1"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    if at_write:
        while child.poll() is None and stamps(case) == before:
            time.sleep(0.001)
        time.sleep(chance.uniform(0, 0.2))
    else:
        time.sleep(chance.uniform(0.3, 2.0))
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def stamps(case: Path) -> dict[str, int]:
    """When each thing a build writes was last written: the ledger, its journal, the site."""
    found = {}
    for path in case.iterdir():
        with contextlib.suppress(FileNotFoundError):
            found[path.name] = path.stat().st_mtime_ns
    return {name: at for name, at in found.items() if name != ".lock"}
